"""Whatever is done to whatever row, every public page is at the next request as if nothing had ever been kept.

One walk through all the ways in which rows change; after each step all pages are asked for, kept ones and fresh ones.
What only changes drafts leaves every kept page where it is.
"""

from datetime import date, timedelta

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from rumours.editorial import correcting, describing, ending, merging, moving, publishing, quoting, renaming, reporting
from rumours.editorial.deriving import refresh_all
from rumours.editorial.hours import keep_hours
from rumours.editorial.mentioning import add_mention, mention_all, remove_mention, remove_mentions
from rumours.editorial.redacting import redact
from rumours.editorial.squads import add_spell
from rumours.models import (
    Article,
    Club,
    Competition,
    Correction,
    Mention,
    Merge,
    Person,
    Player,
    Quote,
    Report,
    Source,
    TransferLink,
    Window,
)
from tests import factories as make
from tests.admin.forms import rows
from tests.cache.walk import Walk
from tests.cache.world import World

# Registered in the admin, but no reader sees anything of them.
UNSEEN = {
    "User", "Decision", "OldAddress", "Suggestion", "ExchangeRate", "Feed", "FeedEntry", "Group", "LogEntry",
    "AccessAttempt", "AccessLog", "AccessFailureLog", "TOTPDevice", "StaticDevice", "DBTaskResult",
}  # fmt: skip


def test_no_page_is_stale_after_any_change(walk: Walk, world: World, chief: User) -> None:
    _articles(walk, world, chief)
    _rows_of_articles(walk, world, chief)
    _entities(walk, world)
    _tables(walk, world)
    _merges(walk, world, chief)
    _drafts_come_out(walk, world, chief)
    registered = {model.__name__ for model in admin.site._registry} - UNSEEN
    assert registered <= {model.__name__ for model in walk.models}


def _articles(walk: Walk, world: World, by: User) -> None:
    note = "It was put right."
    walk.step("headline", lambda: describing.change_details(world.article, by=by, note=note, headline="Ask again"),
              Article, Correction)  # fmt: skip
    other = make.SourceFactory(name="Morning Outlet")
    walk.step("publisher", lambda: describing.change_details(world.second, by=by, note=note, publisher=other), Source)
    walk.step("body", lambda: correcting.edit_body(world.article, f"So. {world.article.body}", by=by, note=note))
    walk.step("withdraw article", lambda: publishing.withdraw(world.second, by=by, why="wrong"))
    walk.step("republish", lambda: publishing.republish(world.second, by=by))
    walk.step("article's form", lambda: walk.form(world.article, headline="Milan ask for Rossi", note="Once more."))


def _rows_of_articles(walk: Walk, world: World, by: User) -> None:
    note, article = "It was put right.", world.article
    third = make.ClubFactory(name="Third Club", is_reference=True)
    report = walk.step(
        "change report",
        lambda: reporting.change_report(_standing(article), by=by, note=note, stage_group="talks"),
        Report,
    )
    walk.step(
        "report to another link", lambda: reporting.change_report(report, by=by, note=note, to_club=third), TransferLink
    )
    walk.step("add report", lambda: reporting.add_report(
        article, player=world.verdi, to_club=world.milan, window=world.window, words="Juventus have asked about him.",
        stage_group="interest", by=by,
    ))  # fmt: skip
    walk.step("change quote", lambda: quoting.change_quote(world.quote, by=by, note=note, players=[world.verdi]), Quote)
    walk.step("withdraw quote", lambda: publishing.withdraw_quote(world.quote, by=by, why="wrong"))
    place = article.body.index("Juventus")
    tag = walk.step(
        "tag a name", lambda: add_mention(article, start=place, end=place + 8, subject=world.turin, by=by), Mention
    )
    walk.step("untag it", lambda: remove_mention(tag, by=by))
    walk.step("tag all", lambda: mention_all(article, words="Juventus", subject=world.verdi, by=by))
    walk.step("untag all", lambda: remove_mentions(article.mentions.filter(player=world.verdi), by=by))
    stays = Report.objects.published().filter(article=world.second).get()
    walk.step("withdraw report", lambda: publishing.withdraw_report(stays, by=by, why="wrong"))
    link = TransferLink.objects.published().order_by("pk").first()
    assert link is not None
    walk.step("end a saga", lambda: ending.set_ending(link, ending="went quiet", by=by, note="Nothing for a month."))
    walk.step(
        "link's form: a tie",
        lambda: walk.form(
            link, **rows("ties", {"other": TransferLink.objects.published().exclude(pk=link.pk)[0].pk, "kind": "swap"})
        ),
    )
    namesake = make.PlayerFactory(name="Aldo Rossi")
    moved = list(Report.objects.published().filter(link__player=world.rossi))
    walk.step("move to a namesake", lambda: moving.move_to_namesake(moved, to=namesake, of=world.rossi, by=by))
    walk.step("redact", lambda: redact(article, words="have asked", by=by, why="It was private."))


def _standing(article: Article) -> Report:
    return Report.objects.standing().filter(article=article)[0]


def _entities(walk: Walk, world: World) -> None:
    walk.step("club's form", lambda: walk.form(world.milan, short_name="Mil"), Club, seen=None)
    walk.step("club's name", lambda: walk.form(world.milan, name="Milano"))
    walk.step("player's form", lambda: walk.form(world.verdi, nationality="Italy"), Player)
    walk.step("player's name", lambda: walk.form(world.verdi, name="Bruno Verde"))
    walk.step("player's spell", lambda: walk.form(
        world.verdi, **rows("spells", {"club": world.turin.pk, "since": "2024-07-01"})
    ))  # fmt: skip
    walk.step(
        "another spell",
        lambda: add_spell(world.rossi, club=world.milan, since=date(2025, 7, 1), by=walk.chief),
        seen=None,
    )
    walk.step("person's form", lambda: walk.form(world.director, note="Left in May", is_reference="on"), Person)
    walk.step("source's form: a tier", lambda: walk.form(
        world.outlet, **rows("tiers", {"tier": "1", "since": "2021-01-01", "reason": "Better now."}, start=1)
    ))  # fmt: skip
    walk.step("competition's name", lambda: walk.form(world.league, name="Serie B"), Competition)
    walk.step("competition vanishes", lambda: walk.form(world.turin, competition=""))
    walk.step(
        "add a club", lambda: walk.add("club", name="New Club", association="Italy", is_reference="on"), seen=None
    )
    walk.step("delete the club", lambda: walk.delete(Club.objects.get(name="New Club")), seen=None)
    walk.step("add a player", lambda: walk.add("player", name="New Player", is_reference="on"), seen=None)
    walk.step("add a source", lambda: walk.add("source", name="New Source", is_reference="on"), seen=None)
    walk.step("delete the source", lambda: walk.delete(Source.objects.get(name="New Source")), seen=None)
    walk.step(
        "alias", lambda: walk.form(world.turin, **rows("aliases", {"name": "Toro", "kind": "nickname"})), seen=False
    )


def _tables(walk: Walk, world: World) -> None:
    walk.step("add a window", lambda: walk.add("window", code="2027-winter"), Window)
    walk.step("window's spans", lambda: walk.form(world.window, spans__0__closes_at_0="2026-02-01"))
    clubs = "name,country,section,league,short_name\nLakepool,Northland,men,,\n"
    table = SimpleUploadedFile("clubs.csv", clubs.encode())
    page = "/admin/rumours/competition/load/"
    walk.step("load a file", lambda: walk.client.post(page, {"tables": [table], "for_good": "on"}))
    walk.step("compute all again", refresh_all, seen=False)


def _merges(walk: Walk, world: World, by: User) -> None:
    twin = make.ClubFactory(name="Turin Calcio", is_reference=True)
    record = walk.step("merge", lambda: merging.merge(world.turin, twin, by=by), Merge, seen=None)
    walk.step("undo", lambda: merging.undo_merge(record, by=by))
    gone = make.PlayerFactory(name="Bruno Verdi again", is_reference=True)
    walk.step("merge players", lambda: merging.merge(gone, world.verdi, by=by))
    walk.step("rename", lambda: renaming.rename(gone, name="Somebody Else", by=by))


def _drafts_come_out(walk: Walk, world: World, by: User) -> None:
    """A draft is nobody's business until it is published."""
    draft = world.draft
    walk.unseen("draft's headline", lambda: describing.change_details(draft, by=by, headline="Another"))
    walk.unseen("draft's form", lambda: walk.form(draft, headline="And another"))
    walk.unseen("draft's body", lambda: correcting.edit_body(draft, f"So. {draft.body}", by=by))
    walk.unseen("draft's report", lambda: reporting.change_report(world.draft_report, by=by, stage_group="talks"))
    walk.unseen("draft's quote", lambda: quoting.change_quote(world.draft_quote, by=by, players=[]))
    walk.unseen("draft's tag", lambda: remove_mention(world.draft_mention, by=by))
    walk.unseen("a stub", lambda: walk.add("player", name="Only A Stub"))
    walk.step("publish", lambda: publishing.publish(draft, by=by))
    later = make.ArticleFactory(headline="Later", publisher=world.outlet)
    make.ReportFactory(article=later, link=make.TransferLinkFactory(to_club=world.milan))
    hour = timezone.now() + timedelta(hours=1)
    walk.step("schedule", lambda: publishing.publish(later, by=by, at=hour), seen=False)

    walk.step("its hour", lambda: walk.leap(hour))
    assert b"Later" in walk.bodies["/articles/"]
    walk.step("what hangs on it", keep_hours)
