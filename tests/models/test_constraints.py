"""What the database itself refuses, by the name of the constraint."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from rumours.models import (
    Article,
    Club,
    ClubAlias,
    Competition,
    ExchangeRate,
    Fee,
    Feed,
    LinkTie,
    Mention,
    Merge,
    OldAddress,
    Person,
    PersonAlias,
    Player,
    PlayerAlias,
    PlayerSpell,
    Quote,
    QuoteFragment,
    Report,
    Source,
    SourceAlias,
    SourceTier,
    Suggestion,
    SuggestionAlternative,
    SuggestionFee,
    SuggestionFragment,
    TransferLink,
    Visit,
    Window,
    WindowSpan,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 1, 20, 12, tzinfo=UTC)
BODY = "Milan want Joe Gomez of Liverpool."


class World:
    """One row of everything, to break rules with."""

    def __init__(self) -> None:
        self.user = User.objects.create_user("ana")
        self.milan = Club.objects.create(name="AC Milan", association="Italy")
        self.liverpool = Club.objects.create(name="Liverpool", association="England")
        self.gomez = Player.objects.create(name="Joe Gomez")
        self.tare = Person.objects.create(name="Igli Tare")
        self.source = Source.objects.create(name="CalcioMercato")
        self.window = Window.objects.create(code="2026-winter")
        self.article = Article.objects.create(headline="A move", body=BODY)
        self.link = self.make_link()
        self.report = self.make_report()

    def make_link(self, **columns: object) -> TransferLink:
        row = {"player": self.gomez, "from_club": self.liverpool, "to_club": self.milan, "window": self.window}
        return TransferLink.objects.create(**{**row, **columns})

    def make_report(self, **columns: object) -> Report:
        row = {"article": self.article, "link": self.link, "source": self.source, "stage_group": "talks"}
        return Report.objects.create(**{**row, "text": BODY, "start": 0, "end": len(BODY), **columns})

    def make_mention(self, **columns: object) -> Mention:
        return Mention.objects.create(**{"article": self.article, "start": 0, "end": 5, "text": "Milan", **columns})

    def make_quote(self, **columns: object) -> Quote:
        return Quote.objects.create(**{"article": self.article, "start": 0, "end": 5, "text": "Milan", **columns})

    def make_suggestion(self, **columns: object) -> Suggestion:
        row = {"article": self.article, "kind": "club", "start": 0, "end": 5, "text": "Milan", "rule": "known-name"}
        return Suggestion.objects.create(**{**row, "confidence": "0.9", "tagger_version": "1", **columns})

    def make_alternatives(self, *, rank: int, times: int) -> None:
        suggestion = self.make_suggestion()
        for _ in range(times):
            SuggestionAlternative.objects.create(suggestion=suggestion, slot="club", club=self.milan, rank=rank)

    def make_suggested_fee(self, **columns: object) -> SuggestionFee:
        row = {"suggestion": self.make_suggestion(), "what": "offer", "low": 1, "high": 1, "currency": "EUR"}
        return SuggestionFee.objects.create(**{**row, **columns})

    def make_suggested_fragment(self, **columns: object) -> SuggestionFragment:
        row = {"suggestion": self.make_suggestion(), "start": 0, "end": 5, "text": "Milan"}
        return SuggestionFragment.objects.create(**{**row, **columns})

    def make_tie(self, **columns: object) -> LinkTie:
        other, _ = TransferLink.objects.get_or_create(player=self.gomez, to_club=None, window=self.window)
        return LinkTie.objects.create(**{"link": self.link, "other": other, "kind": "swap", **columns})

    def make_fragment(self, **columns: object) -> QuoteFragment:
        quote = Quote.objects.first() or self.make_quote(speaker=self.tare)
        return QuoteFragment.objects.create(**{"quote": quote, "start": 0, "end": 5, "text": "Milan", **columns})

    def make_span(self, **columns: object) -> WindowSpan:
        return WindowSpan.objects.create(**{"window": self.window, "association": "Italy", **columns})


@pytest.fixture
def world() -> World:
    return World()


def twice(make: Callable[[], object]) -> list[object]:
    return [make(), make()]


REFUSED: dict[str, Callable[[World], object]] = {
    "link_from_is_not_to": lambda w: w.make_link(from_club=w.milan),
    "link_once_per_buyer_and_window": lambda w: w.make_link(from_club=None),
    "link_once_without_buyer": lambda w: (w.make_link(to_club=None), w.make_link(to_club=None, from_club=None)),
    "link_free_agent_has_no_club": lambda w: w.make_link(to_club=None, free_agent=True),
    "link_loan_club_is_not_owner": lambda w: w.make_link(to_club=None, loan_club=w.liverpool),
    "link_set_ending_whole": lambda w: w.make_link(to_club=None, set_ending="stayed"),
    "visit_once": lambda w: [Visit.objects.create(article=w.article, user=w.user) for _ in range(2)],
    "feed_entry_once": lambda w: [
        Feed.objects.get_or_create(address="a")[0].entries.create(guid="1") for _ in range(2)
    ],
    "feed_interval_in_reason": lambda w: Feed.objects.create(address="a", interval=1),
    "link_stage_group_known": lambda w: w.make_link(to_club=None, stage_group="rumoured"),
    "report_once": lambda w: w.make_report(),
    "report_once_without_source": lambda w: (w.make_report(source=None), w.make_report(source=None)),
    "report_stage_of_its_group": lambda w: w.make_report(role="repeat", stage="medical"),
    "report_ending_whole": lambda w: w.make_report(role="repeat", ended_at=NOW),
    "report_withdrawal_whole": lambda w: w.make_report(role="repeat", withdrawn_why="wrong"),
    "report_start_before_end": lambda w: w.make_report(role="repeat", start=9, end=9, text=""),
    "report_as_long_as_text": lambda w: w.make_report(role="repeat", text="Milan"),
    "report_role_known": lambda w: w.make_report(role="hearsay"),
    "report_one_claimant_at_most": lambda w: w.make_report(
        role="repeat", claimant_person=w.tare, claimant_club=w.milan
    ),
    "report_does_not_follow_itself": lambda w: Report.objects.filter(pk=w.report.pk).update(follows=w.report.pk),
    "fee_low_up_to_high": lambda w: Fee.objects.create(report=w.report, what="offer", low=2, high=1),
    "fee_not_negative": lambda w: Fee.objects.create(report=w.report, what="offer", low=-1, high=1),
    "span_opens_before_closes": lambda w: w.make_span(opens_at=NOW, closes_at=NOW),
    "span_once": lambda w: (w.make_span(opens_at=NOW), w.make_span(opens_at=NOW)),
    "span_of_unknown_opening_once": lambda w: (w.make_span(), w.make_span(closes_at=NOW)),
    "mention_of_exactly_one": lambda w: w.make_mention(),
    "mention_start_before_end": lambda w: w.make_mention(club=w.milan, end=0, text=""),
    "mention_as_long_as_text": lambda w: w.make_mention(club=w.milan, text="AC Milan"),
    "mention_starts_once": lambda w: (w.make_mention(club=w.milan), w.make_mention(player=w.gomez)),
    "quote_speaker_named_or_described": lambda w: w.make_quote(),
    "quote_withdrawal_whole": lambda w: w.make_quote(speaker=w.tare, withdrawn_at=NOW),
    "quote_as_long_as_text": lambda w: w.make_quote(speaker=w.tare, text="M"),
    "quote_starts_once": lambda w: (w.make_quote(speaker=w.tare), w.make_quote(described="An agent")),
    "suggestion_decision_whole": lambda w: w.make_suggestion(decision="accepted"),
    "suggestion_confidence_0_to_1": lambda w: w.make_suggestion(confidence="1.2"),
    "suggestion_as_long_as_text": lambda w: w.make_suggestion(end=4),
    "spell_since_before_until": lambda w: PlayerSpell.objects.create(
        player=w.gomez, club=w.milan, since=date(2026, 1, 2), until=date(2026, 1, 2)
    ),
    "spell_owner_is_not_club": lambda w: PlayerSpell.objects.create(player=w.gomez, club=w.milan, on_loan_from=w.milan),
    "player_owner_is_not_club": lambda w: Player.objects.create(name="Lent", club=w.milan, owner=w.milan),
    "player_position_known": lambda w: Player.objects.filter(pk=w.gomez.pk).update(position="Wing-Back"),
    "player_group_known": lambda w: Player.objects.filter(pk=w.gomez.pk).update(position_group="Wing"),
    "club_section_known": lambda w: Club.objects.create(name="X", association="Italy", section="mixed"),
    "tie_joins_two_links": lambda w: LinkTie.objects.create(link=w.link, other=w.link, kind="swap"),
    "tier_known": lambda w: SourceTier.objects.create(source=w.source, tier="9", since=date(2026, 1, 1), reason="-"),
    "merge_of_two": lambda w: Merge.objects.create(
        kind="club", kept_id=1, gone_id=1, gone_name="x", changes=[], by=w.user
    ),
    "article_published_has_hour": lambda w: Article.objects.create(headline="x", body="y", status="published"),
    "article_withdrawal_whole": lambda w: Article.objects.create(headline="x", body="y", withdrawn_why="z"),
    "article_address_once": lambda w: [
        Article.objects.create(headline="x", body="y", address="https://example.org/a") for _ in range(2)
    ],
    "source_is_not_its_own_outlet": lambda w: Source.objects.filter(pk=w.source.pk).update(outlet=w.source.pk),
    "old_address_once": lambda w: twice(lambda: OldAddress.objects.create(kind="club", old="x", target_id=1)),
    "competition_once": lambda w: [Competition.objects.create(name=n, country="Italy") for n in ("Serie À", "serie a")],
    "competition_section_known": lambda w: Competition.objects.create(name="X", country="Italy", section="mixed"),
    "club_alias_once": lambda w: twice(lambda: ClubAlias.objects.create(club=w.milan, name="Rossoneri")),
    "player_alias_once": lambda w: twice(lambda: PlayerAlias.objects.create(player=w.gomez, name="Joseph")),
    "person_alias_once": lambda w: twice(lambda: PersonAlias.objects.create(person=w.tare, name="Ringhio")),
    "source_alias_once": lambda w: twice(lambda: SourceAlias.objects.create(source=w.source, name="CM")),
    "source_kind_known": lambda w: Source.objects.create(name="X", kind="rumour mill"),
    "tier_for_club_or_competition": lambda w: SourceTier.objects.create(
        source=w.source,
        tier="2",
        since=date(2026, 1, 1),
        reason="-",
        club=w.milan,
        competition=Competition.objects.create(name="Serie A", country="Italy"),
    ),
    "article_status_known": lambda w: Article.objects.create(headline="x", body="y", status="lost"),
    "merge_undoing_whole": lambda w: Merge.objects.create(
        kind="club", kept_id=1, gone_id=2, gone_name="x", changes=[], by=w.user, undone_at=NOW
    ),
    "span_section_known": lambda w: w.make_span(section="mixed"),
    "link_outcome_known": lambda w: w.make_link(to_club=None, outcome="unclear"),
    "tie_once": lambda w: twice(w.make_tie),
    "tie_kind_known": lambda w: w.make_tie(kind="rivals"),
    "quote_start_before_end": lambda w: w.make_quote(speaker=w.tare, end=0, text=""),
    "fragment_start_before_end": lambda w: w.make_fragment(end=0, text=""),
    "fragment_as_long_as_text": lambda w: w.make_fragment(text="M"),
    "fragment_starts_once": lambda w: twice(w.make_fragment),
    "report_stage_group_known": lambda w: w.make_report(role="repeat", stage_group="rumoured"),
    "fee_once": lambda w: twice(lambda: Fee.objects.create(report=w.report, what="offer", low=1, high=1)),
    "rate_once": lambda w: twice(lambda: ExchangeRate.objects.create(currency="GBP", year=2026, eur="1.15")),
    "rate_above_zero": lambda w: ExchangeRate.objects.create(currency="GBP", year=2026, eur=0),
    "suggestion_start_before_end": lambda w: w.make_suggestion(end=0, text=""),
    "suggestion_kind_known": lambda w: w.make_suggestion(kind="stadium"),
    "suggestion_fee_low_up_to_high": lambda w: w.make_suggested_fee(low=2, high=1),
    "suggestion_fee_what_known": lambda w: w.make_suggested_fee(what="ransom"),
    "suggestion_fragment_start_before_end": lambda w: w.make_suggested_fragment(end=0, text=""),
    "suggestion_fragment_as_long_as_text": lambda w: w.make_suggested_fragment(text="M"),
    "alternative_is_player_or_club": lambda w: SuggestionAlternative.objects.create(
        suggestion=w.make_suggestion(), slot="player", club=w.milan, rank=1
    ),
    "alternative_slot_known": lambda w: SuggestionAlternative.objects.create(
        suggestion=w.make_suggestion(), slot="stadium", club=w.milan, rank=1
    ),
    "alternative_rank_once": lambda w: w.make_alternatives(rank=1, times=2),
}


@pytest.mark.parametrize("constraint", REFUSED)
def test_the_database_refuses(world: World, constraint: str) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        REFUSED[constraint](world)
    assert names_constraint(str(refused.value), constraint)


def names_constraint(message: str, constraint: str) -> bool:
    """SQLite names the columns of a broken unique rule instead of the rule."""
    return constraint in message or message.startswith("UNIQUE constraint failed")


def test_what_is_allowed_beside_what_is_refused(world: World) -> None:
    world.make_link(to_club=None)
    world.make_link(window=Window.objects.create(code="2026-summer"))
    world.make_report(role="denial")
    world.make_report(role="context", ended_at=NOW, ended_why="superseded", ended_by=world.user)
    world.make_report(role="context")
    world.make_span(section="women")
    world.make_mention(club=world.milan)
    world.make_quote(described="A friend of Gomez")
    assert (TransferLink.objects.count(), Report.objects.count()) == (3, 4)


def test_no_constraint_goes_untested() -> None:
    named = {rule.name for model in apps.get_app_config("rumours").get_models() for rule in model._meta.constraints}
    assert named == set(REFUSED)
