"""The tagging desk: what it shows (`cards`) and what is done at it."""
