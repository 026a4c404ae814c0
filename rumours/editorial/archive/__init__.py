"""The whole site as one open file of JSON Lines, and a new site from such a file. FORMAT.md beside this says each line.

`tables` says what belongs to the site, `values` how each kind of column is written, `exporting` and `reading` hold the
lines, `filling` writes them into an empty site, `bulk` what is particular to SQLite and PostgreSQL.
"""

from rumours.editorial.archive.describing import description
from rumours.editorial.archive.errors import ArchiveError
from rumours.editorial.archive.exporting import export_site
from rumours.editorial.archive.files import open_to_read, open_to_write
from rumours.editorial.archive.filling import import_site

__all__ = ["ArchiveError", "description", "export_site", "import_site", "open_to_read", "open_to_write"]
