"""The public pages: each fetches what readers may see, and renders it."""
