"""The clubs that labels name, by their rows' main names: a label says "Tottenham" where the row says more."""

from rumours.tagging import Gazetteer, Key
from rumours.tagging.tokens import words_in


def main_name(written: str | None, names: Gazetteer) -> str | None:
    """The main name of the one club that is so called, the famous before others; else the name as it is written."""
    words = words_in(written or "")
    match = names.match_at(words, 0) if len(words) else None
    if match is None or match.last + 1 < len(words):
        return written
    clubs = [name for name in match.names if name.key.kind == "club" and name.section != "women"]
    own = {name.key for name in clubs if names.name_of(name.key) == name.name}
    plain = {name.key for name in clubs if not name.ambiguous}
    keys: set[Key] = own or plain or {name.key for name in clubs}
    famous = {key for key in keys if names.is_famous(key)}
    return names.name_of(min(famous or keys)) if keys else written
