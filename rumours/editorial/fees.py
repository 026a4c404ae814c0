"""The sums a report names, in its own currency and in euros."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.contrib.auth.models import User

from rumours.choices import FeeCertainty, FeeWhat
from rumours.editorial.actors import save_by
from rumours.editorial.errors import EditorialError
from rumours.models import ExchangeRate, Fee, Report


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum or a range in whole units of a currency (three capital letters); `high` None means the same as `low`."""

    what: FeeWhat
    low: int
    high: int | None = None
    currency: str = "EUR"
    certainty: FeeCertainty = FeeCertainty.REPORTED


def set_fees(report: Report, sums: Iterable[Sum], *, by: User) -> None:
    """Let the report name exactly these sums. Raises EditorialError for a range turned round or below nothing."""
    report.fees.all().delete()
    for amount in dict.fromkeys(sums):
        high = amount.low if amount.high is None else amount.high
        if not 0 <= amount.low <= high:
            raise EditorialError(f"A sum cannot run from {amount.low} to {high}")
        fee = Fee(
            report=report,
            what=amount.what,
            low=amount.low,
            high=high,
            currency=amount.currency,
            certainty=amount.certainty,
        )
        fee.fee_eur = worth(fee)
        save_by(fee, by)


def worth(fee: Fee) -> int | None:
    """The middle of a fee's range in whole euros, by the rate of its report's date; None without a rate."""
    return in_euros(Decimal(fee.low + fee.high) / 2, fee.currency, fee.report.dated_at)


def reprice(fee: Fee) -> None:
    """Write a fee's worth in euros anew: its report's date or the rates have changed. Again changes nothing."""
    euros = worth(fee)
    if euros != fee.fee_eur:
        Fee.objects.filter(pk=fee.pk).update(fee_eur=euros)


def in_euros(amount: Decimal, currency: str, at: datetime) -> int | None:
    """Whole euros by the rate of the year (UTC), else of the last year before, else the next; None without a rate."""
    if currency == "EUR":
        return int(amount)
    rates = ExchangeRate.objects.filter(currency=currency)
    rate = rates.filter(year__lte=at.year).order_by("-year").first() or rates.order_by("year").first()
    return int(amount * rate.eur) if rate else None


def sums_of(report: Report) -> list[Sum]:
    """The sums a report names."""
    return [
        Sum(FeeWhat(fee.what), fee.low, fee.high, fee.currency, FeeCertainty(fee.certainty))
        for fee in report.fees.order_by("pk")
    ]
