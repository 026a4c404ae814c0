"""One link with everything readers may see of it: its reports and their sums."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from rumours.data import rows
from rumours.data.asking import data_asked
from rumours.data.columns import Column, Type, Value, record
from rumours.data.formats import Format
from rumours.data.views import DataView, Moved
from rumours.models import Fee, OldAddress, Report, TransferLink
from rumours.views.reading import Told, told_by

FEE: tuple[Column[Fee], ...] = (
    Column("what", Type.TEXT, lambda fee: fee.what, "offer, asking price, clause…", optional=False),
    Column("low", Type.NUMBER, lambda fee: fee.low, "in whole units of its currency", optional=False),
    Column("high", Type.NUMBER, lambda fee: fee.high, "the same as low where one sum is named", optional=False),
    Column("currency", Type.TEXT, lambda fee: fee.currency, "EUR, GBP…", optional=False),
    Column("fee_eur", Type.NUMBER, lambda fee: fee.fee_eur, "in whole euros, by a yearly rate"),
)
REPORT_OF_LINK = tuple(column for column in rows.REPORT if column.name not in ("link", "link_url"))


class LinkData(DataView):
    name, about = "links/{id}", "One link with its reports, the newest first, and the sums they name."

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        data_asked(request, (), Format.JSON)
        link = TransferLink.objects.published().with_row().filter(pk=pk).first()
        if link is None:
            raise Moved(reverse("api:link", args=[_now(pk)]))
        reports = Report.objects.published().filter(link=link).with_row().newest_first().prefetch_related("fees")
        body: dict[str, Any] = {**record(rows.LINK, link), "reported": [_report(told) for told in told_by(reports)]}
        return JsonResponse(body, json_dumps_params={"ensure_ascii": False})


def _now(pk: int) -> int:
    """The id of the link that a merged one has become. Raises Http404 where there is none."""
    now = OldAddress.objects.target_of("transferlink", str(pk))
    if now is None or not TransferLink.objects.published().filter(pk=now).exists():
        raise Http404("no such link")
    return now


def _report(told: Told) -> dict[str, Value | list[dict[str, Value]]]:
    return {**record(REPORT_OF_LINK, told), "fees": [record(FEE, fee) for fee in told.report.fees.all()]}
