"""The parameters of a list in the words of OpenAPI, read from its filters: the document cannot know another list."""

from typing import Any

from rumours.data.views import ListData
from rumours.filters import fields
from rumours.filters.query import CURSOR, LONGEST_VALUE, MOST_VALUES

SLUG = {"type": "string", "pattern": "^[-a-zA-Z0-9_]{1,100}$"}
# Words: no NUL, and not of blanks alone. Written out, since what `\\s` is differs from language to language.
_BLANKS = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
WORDS = {
    "type": "string",
    "minLength": 1,
    "maxLength": LONGEST_VALUE,
    "pattern": rf"^[^\x00]*[^\x00{_BLANKS}][^\x00]*$",
}
CURSOR_SCHEMA = {"type": "string", "pattern": "^[0-9]{1,6}\\.[0-9]{1,17}\\.[0-9]{1,18}$"}


def parameters_of(of: type[ListData[Any]]) -> list[dict[str, Any]]:
    """Each parameter of a list as OpenAPI describes it."""
    return [_parameter(of, name) for name in of.parameters]


def _parameter(of: type[ListData[Any]], name: str) -> dict[str, Any]:
    if name == CURSOR:
        about, schema = "where to go on: taken from “next” of an answer", dict(CURSOR_SCHEMA)
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
            return _several({"type": "string", "pattern": "^(?:19|20|21)[0-9]{2}-(?:winter|summer)$"})
        case fields.RowsFilter():
            return _several(dict(SLUG))
        case fields.WordsFilter():
            return _several(dict(WORDS))
        case fields.OneOfFilter():
            return {"type": "string", "enum": list(found.extra["vocabulary"])}
        case fields.WholeNumberFilter():
            return {"type": "integer", "minimum": 0, "maximum": 10 ** found.extra["digits"] - 1}
        case fields.SinceFilter():
            return {"type": "string", "format": "date"}
        case fields.OneValueFilter():
            return dict(WORDS)
    raise TypeError(f"{type(found).__name__} is not described")


def _several(each: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": each, "maxItems": MOST_VALUES}
