"""A small site in which every table has a row and every column a value, odd ones where they may be odd."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.db import models

from rumours.choices import SuggestionKind
from rumours.editorial.archive.tables import Table, tables
from rumours.editorial.deriving import refresh_all
from rumours.models import (
    Appointment,
    ClockMark,
    Club,
    Competition,
    Decision,
    DeskSettings,
    Merge,
    Person,
    Player,
    Source,
    SuggestionAlternative,
    SuggestionFee,
    SuggestionFragment,
    TaggerRun,
    Visit,
)
from rumours.models import Aside as AsideRow
from rumours.models import Original as OriginalRow
from rumours.models.word import words_model
from tests import factories as make

AT = datetime(2026, 1, 20, 9, 30, 15, 123_456, tzinfo=UTC)
ODD = "Škriniar’s “ñ” 𝕏 \t|\\ \"'; Ødemark\u2028"
LARGE = 2**62 + 1
NESTED = {"z": [1, 2.5, None, True, ODD], "a": {"ü": -LARGE, "é": ""}, "10": "x", "9": []}


def make_everything() -> None:
    """All of it, with what is derived settled."""
    user = _users()
    _football()
    article = _article(user)
    _links(article, user)
    _suggestions(article, user)
    _desk(article, user)
    refresh_all(now=AT)
    for table in tables():
        _fill_empty(table)


def empty_columns() -> list[str]:
    """Tables without rows, and columns without any value."""
    found = []
    for table in tables():
        rows = table.model._base_manager.all()
        found += [table.name] if not rows.exists() else []
        found += [f"{table.name}.{c.name}" for c in table.columns if not rows.exclude(**{c.name: None}).exists()]
    return found


def wipe() -> None:
    """Take everything away again, but for what a new site has by itself."""
    for entity in (Club, Competition, Person, Player, Source):
        words_model(entity)._base_manager.all().delete()
    for table in reversed(tables()):
        table.model._base_manager.all()._raw_delete("default")
    Group.objects.create(pk=77, name="contributor")


def _users() -> User:
    user: User = make.UserFactory.create(
        username="ana", first_name="Ana", last_name="Ødegård", email="ana@example.org", is_superuser=True
    )
    user.groups.set(Group.objects.filter(name="chief"))
    user.user_permissions.set(Permission.objects.filter(codename__in=("publish_article", "view_user")))
    return user


def _football() -> None:
    league = make.CompetitionFactory.create(name="Serie Ö", is_reference=True)
    club = make.ClubFactory.create(name="Milan", competition=league)
    outlet = make.SourceFactory.create(name="La Voce")
    writer = make.JournalistFactory.create(name="Ugo Penna", outlet=outlet)
    make.ClubAliasFactory.create(club=club, name="Rossoneri", ambiguous=True)
    make.SourceAliasFactory.create(source=outlet)
    make.SourceTierFactory.create(source=outlet, club=club)
    make.SourceTierFactory.create(source=outlet, competition=league)
    player = make.PlayerFactory.create(name="Emil Vaskelin", born=date(1996, 2, 29), contract_end=date(2027, 6, 30))
    make.PlayerAliasFactory.create(player=player)
    make.PlayerSpellFactory.create(
        player=player, club=club, since=date(2020, 7, 1), until=date(2030, 7, 1), on_loan_from=make.ClubFactory.create()
    )
    make.PersonAliasFactory.create(person=make.PersonFactory.create(player=player, club=club, born=date(1996, 2, 29)))
    make.PersonFactory.create(source=writer)
    make.WindowSpanFactory.create(
        opens_at=datetime(2026, 1, 2, tzinfo=UTC), closes_at=datetime(2026, 2, 2, 19, tzinfo=UTC)
    )
    make.ExchangeRateFactory.create(eur=Decimal("123456.12345678"))
    make.OldAddressFactory.create(target_id=club.pk)


def _article(user: User) -> Any:
    article = make.PublishedArticleFactory.create(
        publisher=make.SourceFactory.create(), published_at=AT, created_by=user
    )
    make.ArticleFactory.create(
        near_copy_of=article, withdrawn_at=AT, withdrawn_by=user, withdrawn_why=ODD, status="withdrawn",
        headline=ODD, released_at=AT,
    )  # fmt: skip
    OriginalRow.objects.create(
        article=article, content=bytes(range(256)) * 40, digest="d" * 64, content_type="text/plain", encoding="x",
        offsets=[[0, 3, 5], [9, 12, LARGE]],
    )  # fmt: skip
    AsideRow.objects.create(article=article, kind="caption", text=ODD, place=0)
    player = make.PlayerFactory.create()
    club, person, source = make.ClubFactory.create(), make.PersonFactory.create(), make.SourceFactory.create()
    subjects = {"player": player, "club": club, "person": person, "source": source}
    for start, (subject, row) in enumerate(subjects.items()):
        columns = {"player": None, subject: row, "club_then": make.ClubFactory.create()}
        make.MentionFactory.create(article=article, start=start, text=article.body[start : start + 2], **columns)
    Appointment.objects.create(article=article, at=AT)
    TaggerRun.objects.create(article=article, version="1", notes="a\nb", at=AT)
    return article


def _links(article: Any, user: User) -> None:
    link = make.TransferLinkFactory.create(
        loan_club=make.ClubFactory.create(), set_ending="stayed", set_ending_at=AT, set_ending_by=user
    )
    other = make.TransferLinkFactory.create()
    make.LinkTieFactory.create(link=link, other=other)
    first = make.ReportFactory.create(
        article=article, link=link, ended_at=AT, ended_by=user, ended_why="Wrong", via=make.SourceFactory.create(),
        claimant_person=make.PersonFactory.create(), shown_from=AT,
    )  # fmt: skip
    make.FeeFactory.create(report=first, low=LARGE, high=LARGE)
    club, player = make.ClubFactory.create(), make.PlayerFactory.create()
    make.ReportFactory.create(article=article, link=link, succeeds=first, follows=first, claimant_club=club)
    make.ReportFactory.create(
        article=article, link=other, claimant_player=player, withdrawn_at=AT, withdrawn_by=user, withdrawn_why="So"
    )
    quote = make.QuoteFactory.create(
        article=article, club=club, via=make.SourceFactory.create(), players=[player], clubs=[club],
        withdrawn_at=AT, withdrawn_by=user, withdrawn_why="Denied",
    )  # fmt: skip
    make.QuoteFragmentFactory.create(quote=quote)
    make.CorrectionFactory.create(row_id=article.pk, by=user)
    merge = {"kept_id": LARGE, "gone_id": 1, "gone_name": ODD, "changes": NESTED}
    Merge.objects.create(kind="club", by=user, undone_by=user, undone_at=AT, **merge)


def _suggestions(article: Any, user: User) -> None:
    report = article.reports.order_by("pk").first()
    club, source = make.ClubFactory.create(), make.SourceFactory.create()
    row = make.SuggestionFactory.create(
        article=article, kind=SuggestionKind.LINK, from_club=club, to_club=make.ClubFactory.create(), loan_club=club,
        club=club, person=make.PersonFactory.create(), source=source, via=source, follows=report, age=23,
        decision="accepted", decided_at=AT, decided_by=user, confidence=Decimal("0.125"),
    )  # fmt: skip
    article.reports.update(suggestion=row)
    article.quotes.update(suggestion=row)
    player = make.PlayerFactory.create()
    SuggestionAlternative.objects.create(suggestion=row, slot="player", player=player, rank=1)
    SuggestionAlternative.objects.create(suggestion=row, slot="to_club", club=club, rank=1)
    SuggestionFee.objects.create(suggestion=row, what="offer", low=0, high=LARGE, currency="EUR")
    SuggestionFragment.objects.create(suggestion=row, start=0, end=2, text="Mi")


def _desk(article: Any, user: User) -> None:
    first: dict[str, Any] = {"article": article, "action": "edit", "row_kind": "article", "by": user, "before": NESTED}
    done = Decision.objects.create(client_id="a", row_id=LARGE, after=[], asked={"verb": "set"}, **first)
    Decision.objects.create(client_id="b", row_id=1, undoes=done, redoes=done, **first)
    Visit.objects.create(article=article, user=user, skipped_at=AT)
    DeskSettings.objects.create(user=user, keys={"take": "t", "accept": "Shift+A"}, queue="status=draft&q=%C3%B8")
    feed = make.FeedFactory.create(publisher=make.SourceFactory.create(), last_ok_at=AT)
    make.FeedEntryFactory.create(feed=feed, article=article)
    ClockMark.objects.create(name="windows", until=AT)


def _fill_empty(table: Table) -> None:
    """Give a value to what is still null everywhere: in histories, where no constraint looks, and derived columns."""
    rows = table.model._base_manager.all()
    for number, column in enumerate(table.columns):
        if column.field.null and not rows.exclude(**{column.name: None}).exists():
            rows.filter(pk=rows.order_by("pk")[0].pk).update(**{column.field.attname: _sample(column.field, number)})


def _sample(field: models.Field[Any, Any], number: int) -> Any:
    if isinstance(field, models.ForeignKey):
        related: Any = field.related_model
        keys = related._base_manager.order_by("pk").values_list("pk", flat=True)
        return keys[number % len(keys)]  # another for each column: some may not be the same
    samples: dict[str, Any] = {"DateTimeField": AT, "DateField": AT.date(), "JSONField": NESTED, "CharField": ODD[:3]}
    return samples.get(field.get_internal_type(), 1)
