"""The whole world as lines of text without ids or the time of loading: what two loads have to agree on."""

from collections.abc import Iterator

from rumours.models import Article, Club, Mention, Person, Player, PlayerSpell, Quote, Report, Source, TransferLink
from rumours.models import WindowSpan as Span


def dump() -> list[str]:
    """Sorted lines."""
    return sorted(" | ".join(map(str, row)) for row in _rows())


def _rows() -> Iterator[tuple[object, ...]]:
    for model in (Club, Person, Player, Source):
        yield from model._base_manager.values_list("name", "slug", "search", "is_public", "link_count")
    yield from Player.objects.values_list("slug", "born", "nationality", "position", "club__slug", "owner__slug")
    yield from PlayerSpell.objects.values_list("player__slug", "club__slug", "since", "until", "on_loan_from__slug")
    yield from Span.objects.values_list("window__code", "association", "section", "opens_at", "closes_at")
    yield from Article.objects.values_list("headline", "status", "dated_at", "released_at", "fingerprint", "address")
    yield from Mention.objects.values_list("article__headline", "start", "text", "player__slug", "club__slug")
    yield from Quote.objects.values_list("article__headline", "start", "text", "speaker__slug", "stance")
    link = ("link__player__slug", "link__from_club__slug", "link__to_club__slug", "link__window__code")
    yield from Report.objects.values_list("article__headline", *link, "source__slug", "role", "stage", "text")
    derived = ("stage_group", "stage", "kind", "doubt", "outcome", "ending", "source_count", "best_tier", "fee_eur")
    own = [name.removeprefix("link__") for name in link]
    yield from TransferLink.objects.published().values_list(*own, *derived, "moved_at", "denied_by")
