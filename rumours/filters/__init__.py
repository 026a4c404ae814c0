"""Lists as readers filter them: from an address to rows, counts and a heading."""
