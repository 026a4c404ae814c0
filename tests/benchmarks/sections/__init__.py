"""What `make bench` measures, a module a section: each takes a `Plan` and yields rows of the table."""
