"""The club page without filters: at a million links beside ten thousand, and deep down the list beside its top."""

import re
from collections.abc import Iterator
from html import unescape
from time import monotonic

from tests.benchmarks.asking import Site
from tests.benchmarks.figures import Figure, at_most
from tests.benchmarks.plan import POSTGRES, SQLITE, Plan
from tests.benchmarks.rounds import ratios

GROWTH, DEEP = at_most(1.3), at_most(1.3)
PAGE_SIZE = 25
TIMES = 15
# Today's pages may be slow: then it goes down the list only so far, and says how far.
MOST_SECONDS = 90
_OLDER = re.compile(r'href="([^"]*[?&;]after=[^"]*)"')


def figures(plan: Plan) -> Iterator[Figure]:
    for kind in (POSTGRES, SQLITE):
        with plan.site(kind, plan.small) as small, plan.site(kind, plan.large) as large:
            for each in (small, large):
                each.seconds(each.club, 3)
            found = ratios(
                lambda: large.typical(large.club, TIMES), lambda: small.typical(small.club, TIMES), plan.rounds
            )
            asked = large.statements(large.club)
            case = f"club page, {plan.large.size} / {plan.small.size}, {kind}"
            size = len(large.text(large.club).encode())
            yield Figure(case, found, GROWTH, "×", size, asked.queries, asked.buffers)
            yield _deep(plan, kind, large)


def _deep(plan: Plan, kind: str, large: Site) -> Figure:
    path, pages = deep_page(large)
    whole = large.links / PAGE_SIZE
    case = f"club page, page {pages:,} of {whole:,.0f} / first, {kind}"
    if path == large.club:
        return Figure(case, target=DEEP, missing="no link to older rows")
    large.seconds(path, 2)
    found = ratios(lambda: large.typical(path, TIMES), lambda: large.typical(large.club, TIMES), plan.rounds)
    asked = large.statements(path)
    return Figure(case, found, DEEP, "×", queries=asked.queries, buffers=asked.buffers)


def deep_page(site: Site) -> tuple[str, int]:
    """The page in the middle of the club's list, come to by its links to older rows; and how many were followed."""
    path, pages, end = site.club, 1, monotonic() + MOST_SECONDS
    while pages < site.links // PAGE_SIZE // 2 and monotonic() < end:
        older = _OLDER.findall(site.text(path))
        if not older:
            break
        path, pages = unescape(older[-1]), pages + 1
    return path, pages
