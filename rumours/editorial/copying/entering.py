"""Entering in one article what is tagged in another with the same text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from simple_history.utils import bulk_create_with_history

from rumours.editorial.copying.cards import Cards
from rumours.editorial.copying.places import Places
from rumours.editorial.copying.rows import Fresh, new_mentions, new_quotes, new_reports
from rumours.editorial.deriving import refresh_article
from rumours.editorial.errors import EditorialError
from rumours.editorial.fees import worth
from rumours.editorial.permissions import require_tagging
from rumours.models import Article, Fee, Mention, Quote, QuoteFragment, Report

_NEEDED = ("rumours.add_report", "rumours.add_quote", "rumours.add_mention", "rumours.change_suggestion")


@dataclass(frozen=True, slots=True)
class Copied:
    """What was entered, the suggestions decided with it (ids), and what of the other article is not found here."""

    reports: list[Report]
    quotes: list[Quote]
    mentions: list[Mention]
    left: list[str]
    accepted: list[int] = field(default_factory=list)

    @property
    def made(self) -> dict[str, list[int]]:
        """As a decision keeps it, for `remove_copied`."""
        return {
            "reports": [row.pk for row in self.reports],
            "quotes": [row.pk for row in self.quotes],
            "mentions": [row.pk for row in self.mentions],
            "accepted": list(self.accepted),
        }


@transaction.atomic
def copy_tags(article: Article, *, of: Article, by: User, sitting: str = "") -> Copied:
    """Enter in `article` each standing report, quote and name of the article `of` whose words it has too.

    A report becomes a repeat of the one that the other's goes back to, carried by this article's publisher; denials
    and context stay what they are. Suggestions here that ask the same are accepted with it, as part of `sitting`. What
    is entered already is not entered again; what is not found is named in `left`. In a draft nothing public changes.
    As many queries whatever there is to copy. Raises EditorialError for an article and itself, PermissionDenied.
    """
    if article.pk == of.pk:
        raise EditorialError("An article has nothing to copy from itself")
    for permission in _NEEDED:
        require_tagging(article, by, permission)
    Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    places, cards = Places(of.body, article.body), Cards(article)
    reports, quotes = new_reports(article, of, places), new_quotes(article, of, places)
    cards.take_reports(reports.rows)
    cards.take_quotes(quotes.rows)
    names = new_mentions(article, of, places)
    _store_reports(reports, by)
    _store_quotes(quotes, by)
    mentions = Mention.objects.bulk_create(new for new, _ in names.rows)
    cards.take_mentions(mentions)
    accepted = cards.decide(by=by, sitting=sitting)
    if article.was_shown:
        refresh_article(article)
    left = list(dict.fromkeys([*reports.left, *quotes.left, *names.left]))
    return Copied([new for new, _ in reports.rows], [new for new, _ in quotes.rows], mentions, left, accepted)


def _store_reports(fresh: Fresh[Report], by: User) -> None:
    _bulk_create([new for new, _ in fresh.rows], by)
    fees = [_fee(new, fee) for new, original in fresh.rows for fee in original.fees.all()]
    _bulk_create(fees, by)


def _fee(report: Report, original: Fee) -> Fee:
    """The same sum, in the euros of the year in which it is told again."""
    fee = Fee(
        report=report, what=original.what, low=original.low, high=original.high, currency=original.currency,
        certainty=original.certainty, fee_eur=original.fee_eur,
    )  # fmt: skip
    if original.report.dated_at.year != report.dated_at.year:
        fee.fee_eur = worth(fee)
    return fee


def _store_quotes(fresh: Fresh[Quote], by: User) -> None:
    _bulk_create([new for new, _ in fresh.rows], by)
    QuoteFragment.objects.bulk_create(
        QuoteFragment(quote=new, start=span.start, end=span.end, text=span.of(new.article.body))
        for (new, _), pieces in zip(fresh.rows, fresh.pieces, strict=True)
        for span in pieces
        if len(pieces) > 1
    )
    for name in ("players", "clubs"):
        through: Any = getattr(Quote, name).through
        column = f"{name.removesuffix('s')}_id"
        through.objects.bulk_create(
            through(quote_id=new.pk, **{column: row.pk}) for new, original in fresh.rows for row in _of(original, name)
        )


def _of(quote: Quote, name: str) -> Iterable[Any]:
    found: Iterable[Any] = getattr(quote, name).all()
    return found


def _bulk_create(rows: list[Any], by: User) -> None:
    """Store rows with the history that names the user."""
    if rows:
        bulk_create_with_history(rows, type(rows[0]), default_user=by)
