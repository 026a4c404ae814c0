"""FORMAT.md, made from the models: a list of columns that nobody has to keep up by hand."""

from rumours.editorial.archive.tables import Column, Table, tables

_HEAD = """# The archive of a site: `football-rumours`, version 1

`manage.py export_site FILE` writes it, `manage.py import_site FILE` makes a new site of it; `export_site --format` prints this page.

- The file is UTF-8 text, one JSON object a line, each line ended by a line feed. A name that ends in `.gz` is the same, compressed with gzip.
- **First line**: `format` (`football-rumours`), `version` (of this format), `made_at` (when), `migration` (the last of the site's), and `tables`: for each
  table in the order of the file its number of `rows` and its `columns`.
- **Then one line a row**: an object with one entry, the table's name, whose value is an object with every column. The rows of a table stand together, by ascending key.
- **Last line**: `{"end": {"rows": N, "sha256": "…"}}`: the number of rows, and the SHA-256 (hexadecimal) of the bytes of their lines, without the first and the last.
- Keys stay what they are, so that addresses and what refers to a row by number (decisions, corrections, merges, old addresses) hold. A reference holds the key
  of the row that it leads to, or null. Tables stand after those that they lead to, but for circles (a link's ending leads to a report): read all before you follow them.
  References of histories (`historical…`) may lead to rows that are gone.
- Two exports of the same rows differ in `made_at` alone, whichever database they come from. Keys of JSON columns are sorted.
- **Not in the file**: passwords, last log-ins, second factors, sessions, refused log-ins, tasks that wait, the admin's own log. Users come with names and rights, and without a
  password that works: give each a new one (`manage.py changepassword NAME`). Whoever has the file can read drafts, reasons and mail addresses of the desk.
- What is derived (stages, counts, what is public) is written as it stands; after an import `manage.py refresh` changes nothing.
- An import takes a file of an older site of the same version: a column that the file does not have gets its default. It refuses tables and columns it does not know,
  a site that is not empty, and a file that is damaged or cut, and names the line. Then nothing was changed.

| kind of column | in the file |
|---|---|
| text | string |
| whole number | number, 64 bits with sign |
| true or false | `true`, `false` |
| day | `"2026-01-31"` |
| instant | `"2026-01-31T12:00:00.000001+00:00"`, in UTC; without the fraction where it is none |
| decimal as text | `"0.900"`, with all its places |
| bytes in base64 | string |
| JSON | as it is |
| permission | `"rumours.article.publish_article"`: application, model, name |

A question mark stands for columns that may be null.

## Tables
"""


def description() -> str:
    """The whole page, as FORMAT.md has it."""
    return _HEAD + "".join(_section(table) for table in tables())


def _section(table: Table) -> str:
    doc = (table.model.__doc__ or "").strip().split("\n")[0]
    said = "" if doc.startswith(f"{table.model.__name__}(") or table.is_history else f"{doc}\n\n"
    columns = "\n".join(f"- `{column.name}`{_question(column)}: {_kind(column)}" for column in table.columns)
    return f"\n### {table.name}\n\n{said}{columns}\n"


def _question(column: Column) -> str:
    return "?" if column.field.null else ""


def _kind(column: Column) -> str:
    if column.is_permission:
        return "permission"
    if column.leads_to is not None:
        return f"key of {column.leads_to._meta.label_lower}"
    longest = getattr(column.field, "max_length", None)
    return f"{column.form.what}, up to {longest} characters" if longest else column.form.what
