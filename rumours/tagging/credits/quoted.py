"""Whether a place in the text stands inside quotation marks."""

import re

_LOOKED_BACK = 400  # characters
_CLOSING = re.compile(r"(?<=[\w.,!?…])[’'](?=[\s,.)]|\Z)")
_OPENING = re.compile(r"(?:(?<=[\s(])|\A)[‘'](?=\w)")


def in_quotation(text: str, at: int) -> bool:
    """Whether marks opened before `at`, in its paragraph, are not shut yet. Known miss: "players’ " shuts one."""
    lead = text[max(at - _LOOKED_BACK, 0) : at].rpartition("\n")[2]
    if lead.rfind("“") > lead.rfind("”") or lead.count('"') % 2 == 1:
        return True
    return _last(_OPENING, lead) > _last(_CLOSING, lead)


def _last(pattern: re.Pattern[str], lead: str) -> int:
    return max((match.start() for match in pattern.finditer(lead)), default=-1)
