"""JSON in and out of the tagging desk: what is sent is looked at before anything is done."""

import json
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse

from rumours.editorial.desk.commands.errors import BadAsked

LARGEST = 200_000
DEEPEST = 20
View = Callable[..., JsonResponse]


class TooLarge(BadAsked):
    """More than any desk sends."""


def answering(view: View) -> View:
    """A method that answers in JSON, also where it is refused: 400 with the field, 403, 404, 413."""

    @wraps(view)
    def answer(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
        try:
            return view(self, request, *args, **kwargs)
        except BadAsked as error:
            status = 413 if isinstance(error, TooLarge) else 400
            return JsonResponse({"error": "bad", "field": error.field, "message": error.message}, status=status)
        except PermissionDenied as error:
            return JsonResponse({"error": "forbidden", "message": str(error) or "You may not do this"}, status=403)
        except Http404 as error:
            return JsonResponse({"error": "gone", "message": str(error)}, status=404)

    return answer


def body_of(request: HttpRequest) -> dict[str, Any]:
    """The JSON object that was sent; BadAsked for what is none."""
    if request.content_type != "application/json":
        raise BadAsked("content-type", "is to be application/json")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit() and len(length) < 19):
        raise BadAsked("content-length", "is to be a number")
    if int(length) > LARGEST or len(request.body) > LARGEST:
        raise TooLarge("body", f"is to have at most {LARGEST} bytes")
    try:
        found = json.loads(request.body.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadAsked("body", "is no JSON") from error
    if not isinstance(found, dict):
        raise BadAsked("body", "is to be an object")
    for text in _texts(found):
        if "\0" in text or (not text.isascii() and _is_broken(text)):
            raise BadAsked("body", "holds a character that no text has")
    return found


def versions_in(payload: dict[str, Any]) -> dict[str, str]:
    """The versions of the cards that the client has; empty where it names none."""
    have = payload.pop("have", None)
    if have is None:
        return {}
    if not isinstance(have, dict) or not all(isinstance(version, str) for version in have.values()):
        raise BadAsked("have", "is to map cards to versions")
    return have


def flag_in(payload: dict[str, Any], name: str) -> bool:
    """True or false under a name; false where it is missing."""
    value = payload.get(name, False)
    if not isinstance(value, bool):
        raise BadAsked(name, "is to be true or false")
    return value


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _is_broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    """Every text inside, names too."""
    if depth > DEEPEST:
        raise BadAsked("body", f"is nested deeper than {DEEPEST}")
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, depth + 1)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _texts(inner, depth + 1)
