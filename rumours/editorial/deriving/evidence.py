"""Published reports, loaded once for many links, as the claims that `evidence` works on."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from rumours.calendar import Calendar
from rumours.choices import Doubt, ReportRole, Stage, StageGroup, Tier, TransferKind
from rumours.evidence import Claim, Opinion
from rumours.models import Report, SourceTier, TransferLink, WindowSpan

UNNAMED = "an unnamed source"


@dataclass(frozen=True)
class Evidence:
    """What links are derived from: their published reports (oldest first), opinions of sources, and the calendar."""

    reports: dict[int, list[Report]]
    successors: dict[int, int]
    opinions: list[Opinion]
    calendar: Calendar

    def claims(self, link: TransferLink) -> list[Claim]:
        """The link's published reports as claims; who follows a corrected report follows its successor."""
        return [self._claim(report) for report in self.reports.get(link.pk, [])]

    def _claim(self, report: Report) -> Claim:
        follows = report.follows_id
        while follows in self.successors:
            follows = self.successors[follows]
        speaker = report.claimant or report.source
        return Claim(
            id=report.pk,
            at=report.dated_at,
            stage_group=StageGroup(report.stage_group),
            stage=Stage(report.stage) if report.stage else None,
            role=ReportRole(report.role),
            kind=TransferKind(report.kind),
            doubt=Doubt(report.doubt),
            source=report.source_id,
            outlet=report.source.outlet_id if report.source else None,
            speaker=speaker.name if speaker else UNNAMED,
            follows=follows,
            retracts=report.retracts,
        )


def load(links: Collection[TransferLink], now: datetime) -> Evidence:
    """The evidence of these links at an instant, in as many queries whatever their number."""
    ids = [link.pk for link in links]
    reports: dict[int, list[Report]] = defaultdict(list)
    published = Report.objects.published(now).filter(link__in=ids).oldest_first()
    claimants = ("source", "claimant_person", "claimant_player", "claimant_club")
    for report in published.select_related(*claimants).prefetch_related("fees"):
        reports[report.link_id].append(report)
    corrected = Report.objects.filter(link__in=ids, succeeds__isnull=False).values_list("succeeds_id", "pk")
    sources = {report.source_id for found in reports.values() for report in found if report.source_id}
    return Evidence(
        reports=dict(reports),
        successors={old: new for old, new in corrected if old is not None},
        opinions=_opinions(sources),
        calendar=WindowSpan.objects.filter(window__in={link.window_id for link in links}).calendar(),
    )


def _opinions(sources: Collection[int]) -> list[Opinion]:
    rows = SourceTier.objects.filter(source__in=sources).order_by("pk")
    columns = rows.values_list("source_id", "tier", "since", "club_id", "competition_id")
    return [Opinion(source, Tier(tier), since, club, league) for source, tier, since, club, league in columns]
