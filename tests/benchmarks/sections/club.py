"""The page of the most linked club, position and window chosen, with its counts, beside the bare view."""

from collections.abc import Iterator

from tests.benchmarks.asking import inside
from tests.benchmarks.figures import Figure, Target, at_least, at_most
from tests.benchmarks.load import Page, Refused, rate
from tests.benchmarks.plan import POSTGRES, SQLITE, Plan
from tests.benchmarks.rounds import against
from tests.benchmarks.servers import Server, bare, site

FILTERS = "?position=Centre-Back&window=2027-winter"
CACHED, UNCHANGED = at_least(0.95), at_least(1.0)
UNCACHED = {POSTGRES: at_least(0.12), SQLITE: at_least(0.15)}
QUERIES = at_most(3)


def figures(plan: Plan) -> Iterator[Figure]:
    """Cached, unchanged (304) and uncached, with what the page asks of the database."""
    with bare() as yardstick:
        yield _itself(plan, yardstick)
        for kind in (POSTGRES, SQLITE):
            with plan.address(kind, plan.large) as address:
                with inside(address) as asked:
                    path = asked.club + FILTERS
                    statements = asked.statements(path)
                yield Figure(f"club page, filtered, {kind}: queries", [statements.queries], QUERIES,
                             queries=statements.queries, buffers=statements.buffers)  # fmt: skip
                with site(address, cached=False) as server:
                    case = f"club page, filtered, uncached, {kind} / bare"
                    yield _ratio(plan, case, yardstick, server.page(path), UNCACHED[kind], statements.buffers)
                if kind == POSTGRES:
                    yield from _cached(plan, yardstick, address, path)


def _itself(plan: Plan, yardstick: Server) -> Figure:
    """How much of a difference is noise."""
    return _ratio(plan, "bare / bare", yardstick, yardstick.page("/"), None)


def _cached(plan: Plan, yardstick: Server, address: str, path: str) -> Iterator[Figure]:
    with site(address) as server:
        page = server.page(path)
        headers, _ = [page.get() for _ in range(6)][-1]
        yield _ratio(plan, "club page, filtered, cached / bare", yardstick, page, CACHED)
        tag = headers.get("ETag")
        case = "club page, filtered, 304 / bare"
        if tag is None:
            yield Figure(case, target=UNCHANGED, missing="no ETag")
            return
        unchanged = server.page(path, 304, **{"If-None-Match": tag})
        yield _ratio(plan, case, yardstick, unchanged, UNCHANGED, size=0)


def _ratio(
    plan: Plan, case: str, yardstick: Server, page: Page, target: Target | None, buffers: int | None = None,
    size: int | None = None,
) -> Figure:  # fmt: skip
    """Requests a second of `page` beside those of the bare view, round by round."""
    size = len(page.get()[1]) if size is None else size
    constant = yardstick.page("/")
    try:
        rate(page, 1)  # both warm
        found = list(against(lambda: rate(constant, 1), lambda: rate(page, plan.seconds), plan.rounds))
    except Refused as error:
        return Figure(case, target=target, bytes=size, buffers=buffers, missing=str(error))
    return Figure(case, found, target, bytes=size, buffers=buffers)
