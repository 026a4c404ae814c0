"""Findings as unsaved rows: one proposal a name, a quote and a link, with the parts that hang on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rumours.choices import SuggestionKind, SuggestionSlot
from rumours.editorial.suggesting.columns import Slots, described_row, kept_fees
from rumours.editorial.suggesting.people import Cast
from rumours.models import Article, Suggestion, SuggestionAlternative, SuggestionFee, SuggestionFragment
from rumours.tagging import CreditFinding, Findings, LinkFinding, MentionFinding, NewName, QuoteFinding
from rumours.tagging.folding import fold


@dataclass(slots=True)
class Proposal:
    """An unsaved suggestion with its unsaved parts."""

    row: Suggestion
    alternatives: list[SuggestionAlternative] = field(default_factory=list)
    fees: list[SuggestionFee] = field(default_factory=list)
    fragments: list[SuggestionFragment] = field(default_factory=list)


def proposals(article: Article, findings: Findings) -> list[Proposal]:
    """Everything that was found, in the order of the text: known names, new ones, quotes and links.

    A credited source is a name like others, proposed where neither a mention nor a new name does so.
    """
    cast = Cast(findings)
    found = [_mention(article, mention) for mention in findings.mentions]
    found += [_new_name(article, new) for new in findings.names if not cast.is_source(new)]
    found += _credits(article, findings.credits, found)
    found += [_quote(article, quote, cast) for quote in findings.quotes]
    found += [_link(article, link) for link in findings.links]
    return sorted(found, key=lambda proposal: proposal.row.start)


def _mention(article: Article, mention: MentionFinding) -> Proposal:
    row = described_row(article, SuggestionKind(mention.key.kind), mention.span, mention.confidence, mention.rule)
    setattr(row, f"{mention.key.kind}_id", mention.key.id)
    if len(mention.candidates) == 1:  # as nearly all
        return Proposal(row)
    return Proposal(row, Slots(row).others(mention.candidates[1:]))


def _new_name(article: Article, new: NewName) -> Proposal:
    row = described_row(article, SuggestionKind(new.kind), new.span, new.confidence, new.rule)
    slots = Slots(row)
    slots.name(f"{new.kind}_name", new.text)
    slots.fill(SuggestionSlot.CLUB, "club_name", new.club)
    row.role, row.position = new.role or "", new.position or ""
    row.nationality = new.nationality[:60]
    row.age = new.age if new.age is not None and 0 < new.age < 120 else None
    return Proposal(row, slots.alternatives)


def _credits(article: Article, credits: tuple[CreditFinding, ...], found: list[Proposal]) -> Iterator[Proposal]:
    """Sources that are credited and that no name proposed so far stands for."""
    rows = [proposal.row for proposal in found if proposal.row.kind == SuggestionKind.SOURCE]
    known = {row.source_id for row in rows if row.source_id}
    names = {fold(name) for row in rows for name in (row.text, row.source_name)}
    for credit in credits:
        key = credit.source.key
        if (key and (key.kind != SuggestionKind.SOURCE or key.id in known)) or fold(credit.source.name) in names:
            continue
        names.add(fold(credit.source.name))
        yield _credit(article, credit)


def _credit(article: Article, credit: CreditFinding) -> Proposal:
    row = described_row(article, SuggestionKind.SOURCE, credit.span, credit.confidence, credit.rule)
    slots = Slots(row)
    if credit.source.key:
        row.source_id = credit.source.key.id
    else:
        slots.name("source_name", credit.source.name)
        slots.source("via", credit.outlet)
    return Proposal(row)


def _quote(article: Article, quote: QuoteFinding, cast: Cast) -> Proposal:
    row = described_row(article, SuggestionKind.QUOTE, quote.span, quote.confidence, quote.rule)
    slots = Slots(row)
    if quote.speaker is not None:
        column = cast.column_of(quote.speaker)
        slots.fill_speaker(column, quote.speaker)
        row.role = cast.role_of(quote.speaker)
        slots.fill(SuggestionSlot.CLUB, "club_name", cast.club_of(quote.speaker))
    else:
        row.described = quote.described[:120]
    slots.source("via", quote.via)
    several = quote.fragments if len(quote.fragments) > 1 else ()
    fragments = [
        SuggestionFragment(suggestion=row, start=piece.start, end=piece.end, text=piece.of(article.body))
        for piece in several
        if len(piece)
    ]
    return Proposal(row, slots.alternatives, fragments=fragments)


def _link(article: Article, link: LinkFinding) -> Proposal:
    row = described_row(article, SuggestionKind.LINK, link.span, link.confidence, link.rule)
    slots = Slots(row)
    slots.fill(SuggestionSlot.PLAYER, "player_name", link.player)
    slots.fill(SuggestionSlot.FROM_CLUB, "from_name", link.from_club)
    slots.fill(SuggestionSlot.TO_CLUB, "to_name", link.to_club)
    slots.fill(SuggestionSlot.LOAN_CLUB, "loan_name", link.loan_club)
    slots.source("source", link.source)
    row.window, row.stage_group, row.stage = link.window or "", link.stage_group, link.stage or ""
    row.transfer_kind, row.doubt = link.kind, link.doubt
    return Proposal(row, slots.alternatives, fees=kept_fees(row, link.fees))
