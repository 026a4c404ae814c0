"""One window's share of the world, written: its links, its articles with their reports, and what became of players."""

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any

from rumours.choices import ReportRole, TransferKind
from rumours.models import Fee, PlayerSpell, Report, TransferLink
from tests.benchmarks.world.articles import Entry, Press
from tests.benchmarks.world.periods import Period
from tests.benchmarks.world.sagas import Home, Link, Told, sagas
from tests.benchmarks.world.storing import Table, flush
from tests.benchmarks.world.verdicts import Known, Verdict, of_draft, verdicts

SIGNED_FROM = date(2015, 7, 1)
_LOANS = (TransferKind.LOAN, TransferKind.LOAN_OPTION, TransferKind.LOAN_OBLIGATION)
DERIVED = (
    "is_public", "stage_group", "stage", "player_stage", "club_stage", "joint_stage", "kind", "doubt", "denied_by",
    "window_assumed", "source_count", "report_count", "repeat_count", "denial_count", "best_tier", "first_reported_at",
    "moved_at", "age_then", "fee_eur", "closes_at", "closing_known", "outcome", "ending", "ended_by_id",
    "ended_by_link_id",
)  # fmt: skip


@dataclass(slots=True)
class Spell:
    """A player's time at a club, as it will be stored."""

    club: int
    since: date
    owner: int | None = None
    begun_by: int | None = None
    until: date | None = None
    ended_by: int | None = None


class Newsroom:
    """What is kept from window to window: where players are, the next ids, and how often each name was linked."""

    def __init__(self, file: sqlite3.Connection, known: Known, homes: list[Home]) -> None:
        self.known, self.homes = known, homes
        self.spells = [[Spell(home.club, SIGNED_FROM)] for home in homes]
        self.links_of_player, self.links_of_club, self.links_of_window = Counter[int](), Counter[int](), Counter[int]()
        self.links_of_source = Counter[int]()
        self.next_link = self.next_report = 1
        link = (
            "id", "player_id", "from_club_id", "free_agent", "loan_club_id", "to_club_id", "window_id", "position",
            "position_group", "second_position", "third_position", "created_at",
        )  # fmt: skip
        report = (
            "id", "article_id", "link_id", "suggestion_id", "source_id", "claimant_club_id", "role", "follows_id",
            "stage_group", "stage", "kind", "doubt", "window_assumed", "text", "start", "end", "dated_at",
            "recorded_at", "shown_from",
        )  # fmt: skip
        fee = ("report_id", "what", "low", "high", "fee_eur", "id")
        self.links = Table(file, TransferLink, *link, *DERIVED)
        self.reports = Table(file, Report, *report)
        self.fees, self.next_fee = Table(file, Fee, *fee), 1
        self.stays = Table(file, PlayerSpell, "id", "player_id", "club_id", "since", "until", "on_loan_from_id",
                           "begun_by_id", "ended_by_id")  # fmt: skip
        self.press = Press(file, known)

    def flush(self) -> None:
        """Write what waits, the players' spells last."""
        pk = 0
        for player, spells in enumerate(self.spells, 1):
            for spell in spells:
                pk += 1
                owner = None if spell.owner is None else spell.owner + 1
                self.stays.add(
                    pk, player, spell.club + 1, spell.since, spell.until, owner, spell.begun_by, spell.ended_by
                )
        flush([self.links, self.reports, self.fees, self.stays])
        self.press.flush()


class WindowWriter:
    """Writes one window: `articles` of them carry reports."""

    def __init__(self, newsroom: Newsroom, pk: int, period: Period, articles: int, chance: Random) -> None:
        self.room, self.pk, self.period, self.chance = newsroom, pk, period, chance
        self._taken: set[tuple[int, int | None]] = set()
        self.moments = [period.moment(place, articles) for place in range(articles)]

    def write(self, number: int) -> None:
        """`number` links with all that is said of them."""
        room = self.room
        sources = len(room.known.sources)
        groups = list(sagas(number, len(self.moments), room.homes, sources, self.chance))
        self._number_links([link for group in groups for link in group])
        entries = self._number_reports([link for group in groups for link in group])
        for group in groups:
            found = verdicts(group, self.period, self.moments, room.known)
            for link, verdict in zip(group, found, strict=True):
                self._store_link(link, verdict.columns, self.moments[link.told[0].article])
            self._move(group, found)
        first = room.press.next_article
        for place, (moment, told) in enumerate(zip(self.moments, entries, strict=True)):
            self._store_reports(room.press.published(moment, told, self.chance), first + place, told, moment)

    def write_drafts(self, drafts: int, dropped: int) -> None:
        """Articles that wait, every tenth with a report on a link of its own; and those that were dropped."""
        room = self.room
        sources, homes = len(room.known.sources), room.homes
        number = drafts // 10
        alone = [group[0] for group in sagas(number * 3, 2, homes, sources, self.chance) if group[0].buyer is not None]
        fresh = [link for link in alone if (link.player, link.buyer) not in self._taken][:number]
        end = self.period.end
        for place in range(drafts):
            pk = room.press.next_article
            moment = self.period.moment(place, drafts)
            if place < len(fresh):
                link = fresh[place]
                link.told = link.told[:1]
                link.told[0].article, link.told[0].follows, link.told[0].role = 0, None, ReportRole.ORIGIN
                self._number_links([link])
                entries = [self._entry(link, link.told[0])]
                self._store_link(link, of_draft(link, self.period, moment, room.known), moment)
                self._store_reports(room.press.draft(moment, entries, self.chance), pk, entries, moment, shown=False)
            else:
                room.press.draft(moment, [], self.chance)
        for _ in range(dropped):
            room.press.dropped(end, self.chance)

    def _number_links(self, links: list[Link]) -> None:
        """Ids in the order in which the first reports came."""
        for link in sorted(links, key=lambda link: link.told[0].article):
            link.id = self.room.next_link
            self.room.next_link += 1
        self._taken.update((link.player, link.buyer) for link in links)

    def _number_reports(self, links: list[Link]) -> list[list[Entry]]:
        """Ids in the order of the articles; the reports of each article."""
        by_article: dict[int, list[tuple[Link, Told]]] = defaultdict(list)
        for link in links:
            for told in link.told:
                by_article[told.article].append((link, told))
        return [[self._entry(*pair) for pair in by_article[place]] for place in range(len(self.moments))]

    def _entry(self, link: Link, told: Told) -> Entry:
        told.id = self.room.next_report
        self.room.next_report += 1
        return Entry(link, told)

    def _store_link(self, link: Link, columns: dict[str, Any], created_at: datetime) -> None:
        player = self.room.known.players[link.player]
        clubs = [_pk(link.seller), link.free, _pk(link.lent_to), _pk(link.buyer)]
        places = (player.position, player.group, *player.others)
        derived = [columns[name] for name in DERIVED]
        self.room.links.add(link.id, link.player + 1, *clubs, self.pk, *places, created_at, *derived)
        if columns["is_public"]:
            self.room.links_of_player[link.player] += 1
            self.room.links_of_window[self.pk] += 1
            self.room.links_of_source.update({told.source for told in link.told})
            for club in (link.buyer, link.seller):
                if club is not None:
                    self.room.links_of_club[club] += 1

    def _store_reports(
        self, spans: list[tuple[int, int, str, int | None]], article: int, entries: list[Entry], moment: datetime,
        *, shown: bool = True,
    ) -> None:  # fmt: skip
        for (start, end, text, suggestion), (link, told) in zip(spans, entries, strict=True):
            claimant = _pk(link.seller) if told.by_seller else None
            follows = told.follows.id if told.follows else None
            self.room.reports.add(
                told.id, article, link.id, suggestion, told.source + 1, claimant, told.role, follows, told.group,
                told.stage or "", told.kind, told.doubt, told.window_assumed, text, start, end, moment, moment,
                moment if shown else None,
            )  # fmt: skip
            if told.fee:
                what, euros = told.fee
                self.room.fees.add(told.id, what, euros, euros, euros, self.room.next_fee)
                self.room.next_fee += 1

    def _move(self, group: list[Link], found: list[Verdict]) -> None:
        """What the player's done link does to his spells, as `editorial.moves` has it."""
        for link, verdict in zip(group, found, strict=True):
            day = verdict.done_on
            if day is None or link.buyer is None:
                continue
            owner = link.seller if verdict.columns["kind"] in _LOANS else None
            spells = self.room.spells[link.player]
            for spell in spells:
                kept = owner is not None and spell.club == owner
                if spell.until is None and spell.since < day and not kept:
                    spell.until, spell.ended_by = day, link.id
            spells.append(Spell(link.buyer, day, owner, link.id))
            self.room.homes[link.player] = Home(link.buyer, owner)


def _pk(place: int | None) -> int | None:
    return None if place is None else place + 1
