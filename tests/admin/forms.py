"""Filling in the desk's forms as a browser does: what the page has, with what a test types over it."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

Fields = dict[str, list[str]]


class _Form(HTMLParser):
    """The successful controls of the form with one id; prototypes of rows to be added are left out."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id, self.inside, self.fields = form_id, False, Fields()
        self.name: str = ""
        self.text: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        if not self.inside:
            return
        name = given.get("name") or ""
        if tag in ("textarea", "select"):
            self.name, self.text = name, "" if tag == "textarea" else None
        elif tag == "option" and "selected" in given:
            self._add(self.name, given.get("value") or "")
        elif tag == "input" and self._counts(given):
            self._add(name, given.get("value") or ("on" if given.get("type") == "checkbox" else ""))

    def _counts(self, given: dict[str, str | None]) -> bool:
        """Buttons are not pressed, files not chosen, and boxes count when they are ticked."""
        kind = given.get("type")
        return kind not in ("submit", "file") and (kind not in ("checkbox", "radio") or "checked" in given)

    def handle_data(self, data: str) -> None:
        if self.inside and self.text is not None:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.inside and self.text is not None:
            # what HTML drops after the tag, and the line ends that browsers send
            self._add(self.name, self.text.replace("\r\n", "\n").removeprefix("\n").replace("\n", "\r\n"))
            self.text = None

    def _add(self, name: str, value: str) -> None:
        if name and "__prefix__" not in name:
            self.fields.setdefault(name, []).append(value)


def fields_of(response: Any, form_id: str) -> Fields:
    """What a browser would send of a form as it stands."""
    form = _Form(form_id)
    form.feed(response.content.decode())
    return form.fields


def fill_in(client: Client, address: str, form_id: str, **typed: Any) -> Any:
    """GET a page, type over its form, POST it to where it is; names are those of the page, with `__` for `-`."""
    fields: dict[str, Any] = fields_of(client.get(address), form_id)
    return client.post(address, fields | {name.replace("__", "-"): value for name, value in typed.items()})


def rows(prefix: str, *added: dict[str, Any], start: int = 0) -> dict[str, Any]:
    """Rows added to an inline with `start` rows, as `fill_in` takes them."""
    fields: dict[str, Any] = {f"{prefix}__TOTAL_FORMS": start + len(added)}
    for number, row in enumerate(added, start=start):
        fields |= {f"{prefix}__{number}__{name}": value for name, value in row.items()}
    return fields


def said(response: Any) -> list[str]:
    """The messages an editor sees after a POST."""
    return [str(message) for message in response.context["messages"]]
