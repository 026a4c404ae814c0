"""How rows read on a page: dates, sums, stages, evidence, club colours. Formatting only, no query."""

import re
from datetime import UTC, date, datetime

from django import template
from django.utils.dateformat import format as format_date
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from rumours.choices import ENDING_OF_STAGE, LinkStatus, Stage, StageGroup, Tier
from rumours.models import Club, Fee, SuggestionFee, TransferLink, WindowSpan
from rumours.models.labels import label_of

register = template.Library()

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
_LADDER = [StageGroup.INTEREST, StageGroup.TALKS, StageGroup.BID, StageGroup.AGREED, StageGroup.DONE]
_TIERS = {Tier.OFFICIAL: "official source", Tier.AGGREGATOR: "aggregators only", "": "no tier given"}


@register.simple_tag
def day(at: datetime | date | None, unknown: str = "date unknown") -> SafeString | str:
    """An instant (shown as its day in UTC) or a day as a `<time>` element: 14 Jan 2026."""
    if at is None:
        return unknown
    shown = at.astimezone(UTC).date() if isinstance(at, datetime) else at
    return format_html('<time datetime="{}">{}</time>', shown.isoformat(), format_date(shown, "j M Y"))


@register.simple_tag
def instant(at: datetime | None, span: WindowSpan, hour_known: bool = True) -> SafeString | str:
    """An opening or closing in the span's own zone: Mon 2 Feb 2026, 20:00 CET; the day alone where no more is known."""
    if at is None:
        return "not known"
    local = at.astimezone(span.zone)
    if not hour_known:
        return format_html('<time datetime="{}">{}</time>', local.date().isoformat(), format_date(local, "D j M Y"))
    mark = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return format_html('<time datetime="{}">{} {}</time>', mark, format_date(local, "D j M Y, H:i"), local.tzname())


@register.filter
def money(euros: int | None) -> str:
    """Whole euros as people write them: €30m, €7.5m, €800k."""
    return "" if euros is None else _amount(euros, "EUR")


def _amount(units: int, currency: str) -> str:
    sign = _SIGNS.get(currency, f"{currency} ")
    for size, letter in ((10**9, "bn"), (10**6, "m"), (10**3, "k")):
        if units >= size:
            return f"{sign}{units / size:.1f}".removesuffix(".0") + letter
    return f"{sign}{units}"


@register.filter
def fee_range(fee: Fee | SuggestionFee) -> str:
    """A fee as reported, in its own currency: £25m to £30m; other currencies with their worth in euros, if known."""
    shown = _amount(fee.low, fee.currency)
    if fee.high != fee.low:
        shown += f" to {_amount(fee.high, fee.currency)}"
    if isinstance(fee, Fee) and fee.currency != "EUR" and fee.fee_eur is not None:
        shown += f" (≈ {_amount(fee.fee_eur, 'EUR')})"
    return shown


@register.filter
def evidence(link: TransferLink) -> str:
    """How many stand behind a link, repeats counted apart: `2 sources, 9 reports`."""
    parts = [counted(link.source_count, "source"), counted(link.report_count, "report")]
    if link.denial_count:
        parts.append(counted(link.denial_count, "denial"))
    return ", ".join(parts)


def counted(number: int, noun: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@register.filter
def tier(value: str) -> str:
    """A tier in a word or two: tier 1, official source."""
    return _TIERS.get(value) or f"tier {value}"


@register.inclusion_tag("rumours/includes/_stage.html")
def stage(group: str, exact: str = "") -> dict[str, object]:
    """A stage as a word and as filled steps; `group` and `exact` as stored."""
    found = StageGroup(group)
    height = _LADDER.index(found) + 1 if found in _LADDER else 0
    return {
        "group": found.value,
        "label": label_of(found) if not exact else exact[:1].upper() + exact[1:],
        "steps": [position < height for position in range(len(_LADDER))],
    }


@register.simple_tag
def swatch(club: Club | None) -> SafeString:
    """A club's colours as a small shirt-stripe picture, for the eye only: the name always stands beside it."""
    colours = [colour for colour in (club.colour_list if club else []) if _COLOUR.fullmatch(colour)][:3]
    width = 12 / max(len(colours), 1)
    stripes = format_html_join(
        "",
        '<rect x="{}" width="{}" height="12" fill="{}"/>',
        ((round(index * width, 2), round(width, 2), colour) for index, colour in enumerate(colours)),
    )
    return format_html('<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">{}</svg>', stripes)


@register.filter
def outcome(link: TransferLink) -> str:
    """How a link ended without a move: `Chose another club`, `Window closed, no deal`.

    Empty while it is open or done, and where the stage beside it says the same already.
    """
    stage = Stage(link.stage) if link.stage else None
    if link.status != LinkStatus.OVER or (link.ending and stage and ENDING_OF_STAGE.get(stage) == link.ending):
        return ""
    return link.get_ending_display() if link.ending else "Window closed, no deal"


@register.filter
def links(number: int) -> str:
    """`1 link`, `1,234 links`."""
    return counted(number, "link")
