"""How an editor likes to work: single letters or not, and keys of his own."""

from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, JsonResponse

from rumours.admin.base import editor
from rumours.admin.desk.answers import answering, body_of
from rumours.admin.desk.commands import BY_ID, COMMANDS, FIXED
from rumours.editorial.desk.commands.errors import BadAsked
from rumours.models import DeskSettings

NAMED = frozenset(
    {"Enter", "Backspace", "Delete", "Insert", "Home", "End", "PageUp", "PageDown"}
    | {f"Arrow{way}" for way in ("Up", "Down", "Left", "Right")}
    | {f"F{number}" for number in range(1, 13)}
)


class KeysMixin:
    """Keeps the keys of an editor."""

    @answering
    def keys_view(self, request: HttpRequest) -> JsonResponse:
        """POST {"single_keys": bool, "keys": {command: key}}; 400 names the command that cannot have its key."""
        payload = body_of(request)
        single, keys = payload.get("single_keys"), payload.get("keys")
        if not isinstance(single, bool):
            raise BadAsked("single_keys", "is to be true or false")
        if not isinstance(keys, dict):
            raise BadAsked("keys", "is to map commands to keys")
        own = checked(keys)
        wanted = {"single_keys": single, "keys": own}
        DeskSettings.objects.update_or_create(user=editor(request), defaults=wanted)
        return JsonResponse(wanted)


def settings_of(user: User) -> dict[str, Any]:
    """What an editor chose, or the usual."""
    found = DeskSettings.objects.filter(user=user).first() or DeskSettings(user=user)
    known = {name: key for name, key in found.keys.items() if name in BY_ID}
    return {"single_keys": found.single_keys, "keys": known}


def checked(keys: dict[str, Any]) -> dict[str, str]:
    """The keys of commands that have not their usual ones; BadAsked with the command at fault."""
    for name, key in keys.items():
        if name not in BY_ID:
            raise BadAsked(name, "is no command")
        if name in FIXED:
            raise BadAsked(name, "always has the same key")
        if not isinstance(key, str) or not is_key(key):
            raise BadAsked(name, "is to be one key: a letter, a digit, a sign, or a key like Home")
    own = {name: key for name, key in keys.items() if key != BY_ID[name].keys[0]}
    _check_doubles(own)
    return own


def is_key(name: str) -> bool:
    """Whether a key is so named: `a`, `Shift+A`, `?`, `Home`."""
    if name.startswith("Shift+"):
        return len(name) == 7 and name[6].isalpha() and name[6].isupper()
    return name in NAMED or (len(name) == 1 and name.isprintable() and not name.isspace() and not name.isupper())


def _check_doubles(own: dict[str, str]) -> None:
    """No key has two commands; told at the one that was changed."""
    holder: dict[str, str] = {}
    for command in sorted(COMMANDS, key=lambda command: command.id in own):
        first = own.get(command.id, command.keys[0])
        for key in (first, *command.keys[1:]):
            if holder.setdefault(key, command.id) != command.id:
                raise BadAsked(command.id, f"{key} is the key of “{BY_ID[holder[key]].label}” already")
