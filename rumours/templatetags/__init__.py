"""Tags of the desk's templates; how things read is `rumours.formatting`, as on the public pages."""
