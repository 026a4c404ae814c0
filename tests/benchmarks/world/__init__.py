"""The invented world that `make bench` measures: from one seed as many links as asked for, in the site's own tables."""
