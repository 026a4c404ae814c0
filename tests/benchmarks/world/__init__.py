"""The invented world that `make bench` measures: from one seed as many links as asked for, in the site's own tables."""

# Raise it where other rows come out: the kept databases are then made anew.
VERSION = 1
# The schema, in PostgreSQL, of what the stock admin reads.
STOCK_SCHEMA = "stock"
