"""The walk goes on: what an editor decides at the desk on what readers have seen, and what the clock brings about."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from rumours.editorial.deriving import refresh_all
from rumours.editorial.hours import Kept, keep_hours
from rumours.models import Article, Report, TransferLink
from tests import factories as make
from tests.cache.walk import Walk
from tests.cache.world import World
from tests.editorial.desk.asking import ask

NOTE = "It was put right."
ASKED = "Juventus have asked about him."


def place(article: Article, words: str) -> list[list[int]]:
    """Where words stand, as the desk is told."""
    start = article.body.index(words)
    return [[start, start + len(words)]]


def test_no_page_is_stale_after_a_decision_at_the_desk(walk: Walk, world: World, chief: User) -> None:
    article = world.article

    def decide(verb: str, card: str | None = None, **more: Any) -> Callable[[], Any]:
        return lambda: ask(article, chief, verb, card, **more)

    report = Report.objects.standing().get(article=article)
    walk.step("edit", decide("edit", f"r{report.pk}", values={"stage_group": "talks"}, note=NOTE))
    walk.step("undo", decide("undo", note=NOTE))
    link = {"player": {"kind": "player", "id": world.verdi.pk}, "to_club": {"kind": "club", "id": world.milan.pk}}
    added = walk.step("add a link", decide("add_link", values={**link, "evidence": place(article, ASKED)}, note=NOTE))
    walk.step("remove it", decide("remove", added.focus, note=NOTE))
    walk.step("enter it again", decide("undo", note=NOTE))
    name = {"subject": {"kind": "club", "id": world.turin.pk}, "evidence": place(article, "Juventus")}
    walk.step("add a name", decide("add_name", values=name, note=NOTE))
    said = {"speaker": {"described": "A friend"}, "evidence": place(article, "Milan want the defender.")}
    walk.step("add a quote", decide("add_quote", values=said, note=NOTE))
    walk.step("change a quote", decide("edit", f"q{world.quote.pk}", values={"stance": "denial"}, note=NOTE), seen=None)
    _waiting(walk, article, world, chief)


def _waiting(walk: Walk, article: Article, world: World, by: User) -> None:
    """What waits at the desk is no reader's business until it is entered."""
    start, end = place(article, "Juventus have")[0]
    waits = make.SuggestionFactory(article=article, start=start + 9, end=end, text="have", player=world.rossi)
    other = make.SuggestionFactory(article=article, start=end + 1, end=end + 6, text="asked", player=world.rossi)
    walk.unseen("reject what waits", lambda: ask(article, by, "reject", f"s{other.pk}"))
    walk.step("accept what waits", lambda: ask(article, by, "accept", f"s{waits.pk}", note=NOTE))
    walk.step("take it back", lambda: ask(article, by, "reopen", f"s{waits.pk}", note=NOTE))


def test_no_page_is_stale_after_a_window_has_shut(walk: Walk, world: World) -> None:
    shuts = timezone.now() + timedelta(hours=1)
    window = make.WindowFactory(code="2030-winter")
    keep_hours()  # a first look

    def open_saga() -> None:
        make.WindowSpanFactory(window=window, closes_at=shuts, opens_at=shuts - timedelta(days=30))
        link = make.TransferLinkFactory(player=world.rossi, to_club=world.milan, window=window)
        make.ReportFactory(article=world.second, link=link)
        refresh_all()

    walk.step("an open saga", open_saga)
    saga = TransferLink.objects.get(window=window)
    assert (saga.closes_at, saga.status) == (shuts, "open")
    walk.step("its window shuts", lambda: walk.leap(shuts))
    assert b"Window closed, no deal" in walk.bodies[saga.get_absolute_url()]
    assert walk.step("what hangs on it", keep_hours, seen=None) == Kept(links=1)
