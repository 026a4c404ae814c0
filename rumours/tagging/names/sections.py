"""Whether a text is about the men's or the women's game, from its words."""

from collections.abc import Sequence

_WOMENS = frozenset({"women", "womens", "wsl", "nwsl", "lionesses", "femenino", "femeni", "feminin", "frauen", "uswnt"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_HE = frozenset({"he", "him", "his", "himself"})
_SIGNS = _WOMENS | _SHE | _HE
# So many signs of the women's game outweigh what the article was filed under.
_ENOUGH = 3


def section_of(words: Sequence[str], filed: str) -> str:
    """men or women; `filed` is where the article stands, which only plain signs of the women's game change.

    Known miss: a text on the women's game without any such word, and one on its (male) coach.
    """
    if filed != "men":
        return filed
    signs = [word for word in words if word in _SIGNS]
    she = sum([word in _SHE for word in signs])
    womens = sum([word in _WOMENS for word in signs])
    he = len(signs) - she - womens
    return "women" if she + 2 * womens >= _ENOUGH and she + womens > he else "men"
