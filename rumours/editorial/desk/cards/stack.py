"""All cards of an article in the order of the desk: links first, then quotes, then names, each by its place."""

from collections.abc import Iterator
from itertools import chain

from rumours.choices import SuggestionKind
from rumours.editorial.desk.cards import links, names, quotes
from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.known import known, link_of
from rumours.editorial.desk.cards.opened import Opened, is_accepted, is_name
from rumours.editorial.desk.cards.records import Record, beginning, card
from rumours.editorial.desk.cards.repeats import followed, repeat, settle_role
from rumours.editorial.desk.cards.slots import is_plain
from rumours.editorial.desk.cards.warnings import of_link, of_quote
from rumours.models import Quote, Report, Suggestion


def cards(opened: Opened) -> list[Json]:
    """Every card, plain names among the others.

    Suggestions that wait or were rejected are shown as proposed, with what editors changed; one that was accepted as
    what it became, wherever that is by now; and what was entered without one by itself. An accepted one whose report
    or quote was withdrawn or taken away is no card.
    """
    groups = (_links(opened), _quotes(opened), _names(opened))
    return list(chain.from_iterable(sorted(group, key=_place) for group in groups))


def _place(made: Json) -> tuple[int, str, int]:
    evidence = made["evidence"]
    return evidence[0][0] if evidence else 0, made["key"][:1], int(made["key"][1:])


def _links(opened: Opened) -> Iterator[Json]:
    """One query finds what any of them repeats."""
    found = list(_link_records(opened))
    repeats = followed(opened, [record.fields for record in found])
    for record, earlier in zip(found, repeats, strict=True):
        yield _link(opened, record, earlier)


def _link_records(opened: Opened) -> Iterator[Record]:
    own = {row.pk for row in opened.all_suggestions}
    entered: dict[int | None, Report] = {
        report.suggestion_id: report for report in opened.reports if report.suggestion_id in own
    }
    for row in opened.suggestions:
        report, edit = entered.get(row.pk) if is_accepted(row) else None, opened.edits.get(row.pk, {})
        if report is not None:
            fields, evidence = links.entered_fields(opened, report), [[report.start, report.end]]
            yield Record(f"s{row.pk}", fields, evidence, row, edit)
        elif row.kind == SuggestionKind.LINK and not is_accepted(row):
            evidence = edit.get("evidence") or [[row.start, row.end]]
            yield Record(f"s{row.pk}", links.suggested_fields(opened, row), evidence, row, edit, is_open=True)
    for report in opened.reports:
        if entered.get(report.suggestion_id) is not report:
            yield Record(f"r{report.pk}", links.entered_fields(opened, report), [[report.start, report.end]])


def _link(opened: Opened, record: Record, earlier: Report | None) -> Json:
    fields = record.fields
    if record.is_open:
        settle_role(opened, fields, record.edit, earlier)
    there = link_of(opened, fields)
    if record.is_open and there is not None:
        links.take_origin(opened, fields, record.edit, there)
    return card(
        opened, record, "link", f"{fields['player']['label'] or 'Somebody'} to {_buyer(fields)}",
        proposed=links.proposed_values(record.row) if record.row else {},
        known=known(there, fields["stage_group"]["value"]), repeat=repeat(fields, earlier, opened.article),
        warnings=of_link(fields, there),
    )  # fmt: skip


def _buyer(fields: Json) -> str:
    return str(fields["to_club"]["label"]) or "an unnamed club"


def _quotes(opened: Opened) -> Iterator[Json]:
    for record in _quote_records(opened):
        speaker = record.fields["speaker"]["label"] or "Somebody"
        words = " … ".join(opened.article.body[start:end] for start, end in record.evidence)
        yield card(
            opened, record, "quote", f"{speaker}: {beginning(words)}", words=words,
            proposed=quotes.proposed_values(record.row) if record.row else {}, warnings=of_quote(record.fields),
        )  # fmt: skip


def _quote_records(opened: Opened) -> Iterator[Record]:
    own = {row.pk for row in opened.all_suggestions}
    entered: dict[int | None, Quote] = {
        quote.suggestion_id: quote for quote in opened.quotes if quote.suggestion_id in own
    }
    for row in opened.suggestions:
        quote, edit = entered.get(row.pk) if is_accepted(row) else None, opened.edits.get(row.pk, {})
        if quote is not None:
            yield Record(f"s{row.pk}", quotes.entered_fields(opened, quote), quotes.evidence(quote), row, edit)
        elif row.kind == SuggestionKind.QUOTE and not is_accepted(row):
            evidence = edit.get("evidence") or quotes.evidence(row)
            yield Record(f"s{row.pk}", quotes.suggested_fields(opened, row), evidence, row, edit, is_open=True)
    for quote in opened.quotes:
        if entered.get(quote.suggestion_id) is not quote:
            yield Record(f"q{quote.pk}", quotes.entered_fields(opened, quote), quotes.evidence(quote))


def _names(opened: Opened) -> Iterator[Json]:
    places = names.Places(opened.article.body, opened.name_texts)
    for row in opened.suggestions:
        if is_name(row):
            record = _name_record(opened, row, places)
            title = record.fields["subject"]["label"] or row.text
            yield card(
                opened, record, "name", title, words=row.text, plain=is_plain(row),
                proposed=names.proposed_values(row),
            )  # fmt: skip
    for tags in names.hand_tagged(opened).values():
        fields = names.tagged_fields(opened, tags[0])
        record = Record(f"m{tags[0].pk}", fields, [[tag.start, tag.end] for tag in tags])
        yield card(opened, record, "name", fields["subject"]["label"] or tags[0].text)


def _name_record(opened: Opened, row: Suggestion, places: names.Places) -> Record:
    """A name that is accepted shows its tags; one whose places all belonged to others shows where it stands."""
    edit = opened.edits.get(row.pk, {})
    found = edit.get("evidence") or places.of(row.text) or [[row.start, row.end]]
    if not is_accepted(row):
        return Record(f"s{row.pk}", names.suggested_fields(opened, row), found, row, edit, is_open=True)
    tags = [[tag.start, tag.end] for tag in opened.tags.get(row.pk, [])]
    return Record(f"s{row.pk}", names.accepted_fields(opened, row), tags or found, row, edit)
