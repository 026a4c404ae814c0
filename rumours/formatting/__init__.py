"""How rows read on a public page: words, sums, days, addresses, and the engine that sets them into templates. No query.

The HTML itself stands in `templates/public/`: what has markup is a macro there, what is here gives it words and values.
"""
