"""The admin's lists of links and articles beside Django's own, for an editor who is logged in.

Stock is the stock ModelAdmin on the stock schema: tables with the indexes that foreign keys have, and no others.
"""

import re
from collections.abc import Iterator

from tests.benchmarks.asking import Site
from tests.benchmarks.figures import Figure, Target, at_least
from tests.benchmarks.plan import POSTGRES, Plan
from tests.benchmarks.rounds import ratios
from tests.benchmarks.world import STOCK_SCHEMA

UNFILTERED, FILTERED, DEEP = at_least(50), at_least(5), at_least(20)
# What narrows both lists alike; and the page that is asked for, or the last one of a list with fewer.
LISTS = {
    "transferlink": ("outcome__exact=open&kind__exact=loan", 20_000),
    "article": ("status__exact=published&section__exact=men", 20_000),
}
NAMES = {"transferlink": "links", "article": "articles"}


def figures(plan: Plan) -> Iterator[Figure]:
    usual = f"{STOCK_SCHEMA},public"
    with plan.site(POSTGRES, plan.large) as site, plan.site(POSTGRES, plan.large, BENCH_SEARCH_PATH=usual) as stock:
        for model, (chosen, page) in LISTS.items():
            last = min(page, _last_page(stock, model))
            asked = (
                ("unfiltered", "", UNFILTERED),
                ("filtered", f"?{chosen}", FILTERED),
                (f"page {last:,}", f"?p={last}", DEEP),
            )
            for what, query, target in asked:
                yield _beside(plan, site, stock, f"{model}/{query}", f"{NAMES[model]}, {what}", target)


def _beside(plan: Plan, site: Site, stock: Site, rest: str, what: str, target: Target) -> Figure:
    """Stock divided by ours: how many times as fast ours is."""
    ours, theirs = f"/admin/rumours/{rest}", f"/stock/rumours/{rest}"
    site.seconds(ours, 2)
    stock.seconds(theirs)
    found = ratios(lambda: stock.seconds(theirs)[0], lambda: site.typical(ours, 3), plan.rounds)
    asked = site.statements(ours)
    size = len(site.text(ours).encode())
    return Figure(f"admin, {what}: stock / ours", found, target, "×", size, asked.queries, asked.buffers)


def _last_page(site: Site, model: str) -> int:
    """The number of the stock list's last page, as its paginator links to it."""
    found = re.findall(r"\?p=(\d+)", site.text(f"/stock/rumours/{model}/"))
    return max(map(int, found), default=1)
