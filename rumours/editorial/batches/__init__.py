"""Bringing in very many articles: read and tagged by several processes, stored by one, some at a time.

What comes of it is what `importing.import_document` makes of each by itself. `reading` runs in the other processes and
looks at no database, `known` tells what is here already, `storing` writes a batch: all of it or nothing.
"""

from rumours.editorial.batches.importing import import_many
from rumours.editorial.batches.processes import ProcessKilled
from rumours.editorial.batches.reading import Given, Reading

__all__ = ["Given", "ProcessKilled", "Reading", "import_many"]
