"""Who works at the desk: where a request comes from, the second factor of staff, and the log of who was let in."""
