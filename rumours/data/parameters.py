"""The parameters of a list in the words of OpenAPI, read from its filters: the document cannot know another list."""

from re import Pattern
from typing import Any

from rumours.calendar import CODE
from rumours.data.views import ListData
from rumours.filters import fields
from rumours.filters.cursor import CURSOR_PATTERN
from rumours.filters.query import CURSOR, LONGEST_VALUE, MOST_VALUES


def text_of(pattern: Pattern[str]) -> dict[str, Any]:
    """Text that is written so from end to end, as JSON Schema."""
    return {"type": "string", "pattern": f"^{pattern.pattern}$"}


SLUG, WINDOW = text_of(fields.SLUG), text_of(CODE)


def parameters_of(of: type[ListData[Any]]) -> list[dict[str, Any]]:
    """Each parameter of a list as OpenAPI describes it."""
    return [_parameter(of, name) for name in of.parameters]


def _parameter(of: type[ListData[Any]], name: str) -> dict[str, Any]:
    if name == CURSOR:
        about, schema = "where to go on: taken from “next” of an answer", text_of(CURSOR_PATTERN)
    else:
        found = filter_of(of, name)
        about, schema = found.allowed, schema_of(found)
    shape = {"style": "form", "explode": True} if schema["type"] == "array" else {}
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema, **shape}


def filter_of(of: type[ListData[Any]], name: str) -> Any:
    """The filter behind a parameter. Raises KeyError for a parameter without one."""
    return (of.filters.base_filters if of.filters else {})[name]


def schema_of(found: Any) -> dict[str, Any]:
    """What one filter takes, as JSON Schema."""
    match found:
        case fields.VocabularyFilter():
            return _several({"type": "string", "enum": [value for value, _ in found.extra["choices"]]})
        case fields.WindowsFilter():
            return _several(dict(WINDOW))
        case fields.RowsFilter():
            return _several({**SLUG, "maxLength": LONGEST_VALUE})
        case fields.WordsFilter():
            return _several({"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE})
        case fields.OneOfFilter():
            return {"type": "string", "enum": list(found.extra["vocabulary"])}
        case fields.WholeNumberFilter():
            return {"type": "integer", "minimum": 0, "maximum": 10 ** found.extra["digits"] - 1}
        case fields.SinceFilter():
            return {"type": "string", "format": "date"}
        case fields.OneValueFilter():
            return {"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE}
    raise TypeError(f"{type(found).__name__} is not described")


def _several(each: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": each, "maxItems": MOST_VALUES}
