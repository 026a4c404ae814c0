"""The document that describes every data address (OpenAPI 3.1), made from what they are."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from rumours.data import rows
from rumours.data.asking import ROWS, data_asked
from rumours.data.columns import Column
from rumours.data.formats import Format
from rumours.data.item import FEE, REPORT_OF_LINK, LinkData
from rumours.data.lists import LISTS
from rumours.data.parameters import SLUG, WINDOW, parameters_of
from rumours.data.views import DataView, ListData

CONTENT = {Format.JSON: "application/json", Format.CSV: "text/csv", Format.ATOM: "application/atom+xml"}
IN_PATH = {
    "slug": {**SLUG, "description": "the last part of its address on this site"},
    "code": {**WINDOW, "description": "as 2026-winter"},
    "id": {"type": "integer", "minimum": 1, "maximum": 2**53, "description": "the id of a link"},
}
ERROR = {
    "type": "object",
    "required": ["error"],
    "additionalProperties": False,
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "title", "parameter", "detail"],
            "additionalProperties": False,
            "properties": {
                "status": {"type": "integer"},
                "title": {"type": "string"},
                "parameter": {"type": ["string", "null"]},
                "detail": {"type": "string"},
            },
        }
    },
}


class Document(DataView):
    name, about = "api/openapi", "This document."

    def get(self, request: HttpRequest) -> HttpResponse:
        data_asked(request, (), Format.JSON)
        return JsonResponse(document(), json_dumps_params={"ensure_ascii": False, "indent": 1})


def document() -> dict[str, Any]:
    """The whole document."""
    paths = {f"/{one.name}.{form}": {"get": _list(one, form)} for one in LISTS for form in one.forms()}
    paths[f"/{LinkData.name}.json"] = {"get": _link()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": settings.SITE_NAME,
            "version": "1",
            "description": "Every public list as data, with the filters of its page. Reading only. "
            "A parameter that may hold several values is repeated: OR within a parameter, AND between parameters.",
        },
        "servers": [{"url": settings.SITE_URL}],
        "paths": paths,
        "components": {"schemas": {"Error": ERROR}},
    }


def _list(one: type[ListData[Any]], form: Format) -> dict[str, Any]:
    return {
        "operationId": f"{one.__name__.removesuffix('Data').lower()}_{form}",
        "summary": one.about,
        "description": f"At most {ROWS[form]:,} rows.",
        "parameters": [*_path_parameters(one.name), *parameters_of(one)],
        "responses": {"200": _answer(one, form), **_errors(one.name)},
    }


def _link() -> dict[str, Any]:
    schema = object_of(rows.LINK)
    report = object_of(REPORT_OF_LINK)
    report["properties"]["fees"] = {"type": "array", "items": object_of(FEE)}
    report["required"].append("fees")
    schema["properties"]["reported"] = {"type": "array", "items": report}
    schema["required"].append("reported")
    answer = {"description": "The link.", "content": {"application/json": {"schema": schema}}}
    return {
        "operationId": "link",
        "summary": LinkData.about,
        "parameters": _path_parameters(LinkData.name),
        "responses": {"200": answer, **_errors(LinkData.name)},
    }


def _path_parameters(name: str) -> list[dict[str, Any]]:
    found = [part for part in IN_PATH if f"{{{part}}}" in name]
    return [{"name": part, "in": "path", "required": True, "schema": IN_PATH[part]} for part in found]


def _answer(one: type[ListData[Any]], form: Format) -> dict[str, Any]:
    if form is not Format.JSON:
        text = {"type": "string"}
        return {"description": "The rows.", "content": {CONTENT[form]: {"schema": text}}}
    properties: dict[str, Any] = {
        "heading": {"type": "string", "description": "the list in a sentence"},
        "page": {"type": "string", "format": "uri", "description": "the page for people"},
        "next": {"type": ["string", "null"], "format": "uri", "description": "where the list goes on"},
    }
    if one.of_columns:
        properties["of"] = object_of(one.of_columns)
    properties["rows"] = {"type": "array", "maxItems": ROWS[form], "items": object_of(one.columns)}
    schema = {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}
    return {"description": "The rows.", "content": {CONTENT[form]: {"schema": schema}}}


def object_of(columns: Sequence[Column[Any]]) -> dict[str, Any]:
    """A row as JSON Schema: every column is there, with null for what is not known."""
    return {
        "type": "object",
        "required": [column.name for column in columns],
        "additionalProperties": False,
        "properties": {column.name: column.schema() for column in columns},
    }


def _errors(name: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    told = {
        "400": "A parameter is not known, is repeated where it may not be, or holds what it may not.",
        "404": "There is nothing at this address, or a parameter names what is not there.",
        "429": "Too much was asked; Retry-After says when to come back.",
    }
    renamed = {"301": {"description": "It was renamed or merged: Location says where it is now."}}
    moved = renamed if "{slug}" in name or "{id}" in name else {}  # a window keeps its code
    return moved | {status: {"description": text, "content": content} for status, text in told.items()}
