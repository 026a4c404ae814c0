"""An article as it is opened at the desk: everything its cards are made of, in as many queries whatever it has."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, prefetch_related_objects

from rumours.calendar import Calendar
from rumours.choices import ArticleStatus, SuggestionKind, Verdict
from rumours.editorial.desk.cards.matching import CLUB, KINDS, PERSON, PLAYER, SOURCE, Book
from rumours.editorial.desk.cards.overlay import Values, overlays
from rumours.models import (
    Article,
    Mention,
    PlayerSpell,
    Quote,
    Report,
    Suggestion,
    TransferLink,
    WindowSpan,
)
from rumours.text import fold

_SLOTS = {
    PLAYER: ("player",), CLUB: ("from_club", "loan_club", "to_club", "club"), PERSON: ("person",),
    SOURCE: ("source", "via"),
}  # fmt: skip
NAME_OF = {
    "player": "player_name", "from_club": "from_name", "loan_club": "loan_name", "to_club": "to_name",
    "club": "club_name", "person": "person_name", "source": "source_name", "via": "via_name",
}  # fmt: skip
KIND_OF = {slot: kind for kind, slots in _SLOTS.items() for slot in slots}
LinkKey = tuple[int, int | None, str]


class Opened:
    """The rows of an article's cards, whom their names mean now, and what is known of the links they mean.

    With a card's `key` only what that card is made of.
    """

    def __init__(self, article: Article, by: User, key: str | None = None) -> None:
        self.article = article
        self.by = by
        kind, pk = (key[:1], int(key[1:])) if key else ("", 0)
        self.all_suggestions = list(article.suggestions.select_related("decided_by").order_by("start", "pk"))
        self.suggestions = [row for row in self.all_suggestions if not kind or (kind == "s" and row.pk == pk)]
        prefetch_related_objects(self.suggestions, "alternatives", "fees", "fragments")
        self.reports = list(_reports(article, kind, pk))
        self.quotes = list(_quotes(article, kind, pk))
        self.mentions = list(article.mentions.order_by("start", "pk"))
        self.decisions = list(article.decisions.order_by("pk"))
        self.edits: dict[int, Values] = overlays(decision for decision in self.decisions if decision.asked is not None)
        self.book = Book(article)
        self._fill_book()

    @cached_property
    def spells(self) -> dict[int, PlayerSpell]:
        """Where each player is on the day of the article."""
        rows = PlayerSpell.objects.filter(player__in=self.book.players()).on(self.book.day)
        found: dict[int, PlayerSpell] = {}
        for spell in rows.select_related("club", "on_loan_from"):
            found.setdefault(spell.player_id, spell)
            self.book.put(*(club for club in (spell.club, spell.on_loan_from) if club is not None))
        return found

    @cached_property
    def calendar(self) -> Calendar:
        """The windows of the associations that the article's clubs play in."""
        clubs = {
            club.association for spell in self.spells.values() for club in (spell.club, spell.on_loan_from) if club
        }
        return WindowSpan.objects.filter(association__in={*clubs, *self.book.associations()}).calendar()

    @cached_property
    def known_links(self) -> dict[LinkKey, TransferLink]:
        """The links of the article's players on which other articles report, by player, buyer and window."""
        told = Report.objects.standing().filter(
            link=OuterRef("pk"), article__status__in=(ArticleStatus.DRAFT, ArticleStatus.PUBLISHED)
        )
        others = told.exclude(article=self.article)
        rows = TransferLink.objects.filter(Exists(others), player__in=self.book.players())
        shown = Report.objects.published().filter(link=OuterRef("pk")).exclude(article=self.article)
        rows = rows.annotate(is_told=Exists(shown))
        found = rows.select_related("player", "from_club", "loan_club", "to_club", "window").order_by("pk")
        return {(link.player_id, link.to_club_id, link.window.code): link for link in found}

    @cached_property
    def chosen_reports(self) -> dict[int, Report]:
        """The reports that editors chose to follow on cards that wait."""
        refs = [values.get("follows") for values in self.edits.values()]
        ids = {ref["id"] for ref in refs if ref and "id" in ref}
        return Report.objects.select_related("source", "link__window").in_bulk(ids) if ids else {}

    @cached_property
    def name_texts(self) -> list[str]:
        """The words of all suggested names that are not rejected, whatever card is asked for."""
        names = [row for row in self.all_suggestions if is_name(row) and row.decision != Verdict.REJECTED]
        return list(dict.fromkeys(row.text for row in names))

    @cached_property
    def said_of(self) -> dict[tuple[str, str], Suggestion]:
        """What the text says of somebody new, by kind and folded name."""
        names = [row for row in self.all_suggestions if is_name(row)]
        return {(str(row.kind), fold(getattr(row, NAME_OF[row.kind]))): row for row in reversed(names)}

    @cached_property
    def accepted_names(self) -> dict[str, int]:
        """The accepted suggestion of a name by its folded words: the tags of these words are its own."""
        rows = [row for row in self.all_suggestions if is_name(row) and is_accepted(row)]
        return {fold(row.text): row.pk for row in reversed(rows)}

    @cached_property
    def tags(self) -> dict[int, list[Mention]]:
        """The tags of each accepted name, by its suggestion."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            pk = self.accepted_names.get(fold(mention.text))
            if pk is not None:
                found[pk].append(mention)
        return found

    @cached_property
    def subjects(self) -> dict[int, tuple[str, int]]:
        """Whom each accepted name was taken for, as its last decision has it."""
        found = {}
        for decision in self.decisions:
            subject = (decision.after or {}).get("subject")
            if decision.row_kind == "suggestion" and isinstance(subject, list) and len(subject) == 2:
                found[decision.row_id] = (str(subject[0]), int(subject[1]))
        return found

    def _fill_book(self) -> None:
        book = self.book
        book.want(SOURCE, self.article.publisher_id)
        for row in self.suggestions:
            _want_suggested(book, row)
            for value in self.edits.get(row.pk, {}).values():
                book.want_ref(value)
        for report in self.reports:
            _want_reported(book, report)
        for quote in self.quotes:
            _want_quoted(book, quote)
        for mention in self.mentions:
            for kind in KINDS:
                book.want(kind, getattr(mention, f"{kind}_id"))
            book.want(CLUB, mention.club_then_id)
        for kind, pk in self.subjects.values():
            book.want(kind, pk)
        book.load()


def is_name(row: Suggestion) -> bool:
    """Whether a suggestion is of a name by itself."""
    return row.kind not in (SuggestionKind.LINK, SuggestionKind.QUOTE)


def is_accepted(row: Suggestion) -> bool:
    """Whether a suggestion was accepted, as it was or with changes."""
    return row.decision in (Verdict.ACCEPTED, Verdict.EDITED)


def _reports(article: Article, kind: str, pk: int) -> Iterable[Report]:
    rows = article.reports.standing().select_related("link__window", "follows__source", "follows__article")
    rows = rows.prefetch_related("fees").order_by("start", "pk")
    if kind:
        return rows.filter(suggestion=pk) if kind == "s" else rows.filter(pk=pk if kind == "r" else 0)
    return rows


def _quotes(article: Article, kind: str, pk: int) -> Iterable[Quote]:
    rows = article.quotes.filter(withdrawn_at__isnull=True).select_related("speaker").prefetch_related("fragments")
    rows = rows.order_by("start", "pk")
    if kind:
        return rows.filter(suggestion=pk) if kind == "s" else rows.filter(pk=pk if kind == "q" else 0)
    return rows


def _want_suggested(book: Book, row: Suggestion) -> None:
    for slot, kind in KIND_OF.items():
        book.want(kind, getattr(row, f"{slot}_id"), getattr(row, NAME_OF[slot]))
    for other in row.alternatives.all():
        book.want(PLAYER, other.player_id)
        book.want(CLUB, other.club_id)
    kind = str(row.kind)
    if is_name(row) and getattr(row, f"{kind}_id") is None:  # also one whose row was deleted since
        book.want(kind, None, getattr(row, NAME_OF[kind]) or row.text)


def _want_reported(book: Book, report: Report) -> None:
    link = report.link
    book.want(PLAYER, link.player_id)
    for club in (link.from_club_id, link.to_club_id, link.loan_club_id, report.claimant_club_id):
        book.want(CLUB, club)
    book.want(PLAYER, report.claimant_player_id)
    book.want(PERSON, report.claimant_person_id)
    book.want(SOURCE, report.source_id)
    book.want(SOURCE, report.via_id)


def _want_quoted(book: Book, quote: Quote) -> None:
    book.want(PERSON, quote.speaker_id)
    book.want(CLUB, quote.club_id)
    book.want(SOURCE, quote.via_id)
    if quote.speaker is not None:
        book.want(PLAYER, quote.speaker.player_id)
