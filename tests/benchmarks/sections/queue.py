"""The desk's queue of articles: its queries, and its time as the site grows."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure, at_most
from tests.benchmarks.plan import POSTGRES, SQLITE, Plan
from tests.benchmarks.rounds import ratios

QUEUE = "/admin/rumours/article/queue/?tab=waiting"
QUERIES, GROWTH = at_most(8), at_most(1.3)
TIMES = 7


def figures(plan: Plan) -> Iterator[Figure]:
    for kind in (POSTGRES, SQLITE):
        with plan.site(kind, plan.small) as small, plan.site(kind, plan.large) as large:
            for each in (small, large):
                each.seconds(QUEUE, 3)
            asked = large.statements(QUEUE)
            yield Figure(f"desk's queue, {kind}: queries", [asked.queries], QUERIES,
                         queries=asked.queries, buffers=asked.buffers)  # fmt: skip
            found = ratios(lambda: large.typical(QUEUE, TIMES), lambda: small.typical(QUEUE, TIMES), plan.rounds)
            yield Figure(f"desk's queue, {plan.large.size} / {plan.small.size}, {kind}", found, GROWTH, "×")
