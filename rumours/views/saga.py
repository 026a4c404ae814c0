"""What the page of one link shows beside the link itself."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from rumours.formatting.body import MarkedText
from rumours.models import Correction, LinkTie, Quote, Report, TransferLink
from rumours.models.link import TransferLinkQuerySet
from rumours.views.ladder import Rung, ladder_of
from rumours.views.reading import evidence_in


@dataclass(frozen=True)
class Entry:
    """One report of the timeline: the text its evidence stands in, its correction notes, and the report it repeats,
    denies or retracts.
    """

    report: Report
    text: MarkedText
    notes: list[Correction]
    follows: Report | None


class Saga:
    """Everything readers may see of one link, read when asked for; each part is a query or two."""

    def __init__(self, link: TransferLink) -> None:
        self.link = link

    @cached_property
    def reports(self) -> list[Report]:
        """Public reports with their sums, the newest first."""
        rows = Report.objects.published().filter(link=self.link).with_row().newest_first()
        return list(rows.prefetch_related("fees"))

    @cached_property
    def timeline(self) -> list[Entry]:
        """The reports with what was corrected in them, and with the public report they follow."""
        notes: dict[int, list[Correction]] = {}
        ids = {pk for report in self.reports for pk in (report.pk, report.succeeds_id) if pk}
        for note in Correction.objects.filter(row_kind="report", row_id__in=ids).order_by("at", "id"):
            notes.setdefault(note.row_id, []).append(note)
        public = {report.pk: report for report in self.reports}
        texts = evidence_in(self.reports)
        return [
            Entry(
                report,
                texts[report.article_id],
                notes.get(report.succeeds_id or 0, []) + notes.get(report.pk, []),
                public.get(report.follows_id or 0),
            )
            for report in self.reports
        ]

    @cached_property
    def ladder(self) -> list[Rung]:
        return ladder_of(self.link, self.reports)

    @cached_property
    def quotes(self) -> list[Quote]:
        """Public quotes about the player in the articles that report this link."""
        articles = {report.article_id for report in self.reports}
        rows = Quote.objects.published().filter(article__in=articles).about_player(self.link.player)
        return list(rows.with_context().latest_first())

    @cached_property
    def ties(self) -> list[tuple[str, TransferLink]]:
        """Links that hang together with this one, each with how."""
        rows = LinkTie.objects.filter(Q(link=self.link) | Q(other=self.link)).order_by("id")
        kinds = {tie.other_id if tie.link_id == self.link.pk else tie.link_id: tie.get_kind_display() for tie in rows}
        links = self._others().filter(pk__in=kinds).latest_moved()
        return [(kinds[link.pk], link) for link in links]

    @cached_property
    def rivals(self) -> list[TransferLink]:
        """The player's other links of the same window."""
        return list(self._of_player().filter(window=self.link.window).latest_moved())

    @cached_property
    def earlier(self) -> list[TransferLink]:
        """The same player and buyer in other windows."""
        same_buyer = self._of_player().filter(to_club=self.link.to_club)
        return list(same_buyer.exclude(window=self.link.window).order_by("-window__rank", "-id"))

    @cached_property
    def ending_report(self) -> Report | None:
        """The public report that the ending rests on."""
        return next((report for report in self.reports if report.pk == self.link.ended_by_id), None)

    @cached_property
    def ending_link(self) -> TransferLink | None:
        """The player's done link that ended this one, where readers may see it."""
        return next((rival for rival in self.rivals if rival.pk == self.link.ended_by_link_id), None)

    def _others(self) -> TransferLinkQuerySet:
        return TransferLink.objects.published().exclude(pk=self.link.pk).with_row()

    def _of_player(self) -> TransferLinkQuerySet:
        return self._others().filter(player=self.link.player)
