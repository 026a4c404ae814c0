"""Versions of what readers see, without Django: their names, and the memory in which a host's processes share them."""
