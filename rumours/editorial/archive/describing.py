"""FORMAT.md: its words are written by hand, its list of tables and columns is made from the models."""

from pathlib import Path

from rumours.editorial.archive.tables import Column, Table, tables

PAGE = Path(__file__).with_name("FORMAT.md")
_LIST = "\n## Tables\n"


def description() -> str:
    """The whole page: what FORMAT.md says, and the tables and columns as they are now."""
    words = PAGE.read_text().split(_LIST, 1)[0]
    return words + _LIST + "".join(_section(table) for table in tables())


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
