"""The tagging desk and its queue, in the admin."""
