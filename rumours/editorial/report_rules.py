"""What a report must keep to, whoever enters or changes it."""

from collections.abc import Iterable

from django.contrib.auth.models import User

from rumours.choices import GROUP_OF_STAGE, ReportRole, Stage, StageGroup
from rumours.editorial.actors import save_by
from rumours.editorial.deriving import refresh_article
from rumours.editorial.errors import EditorialError
from rumours.editorial.fees import Sum, set_fees
from rumours.models import Club, Person, Player, Report


def store(report: Report, *, by: User, fees: Iterable[Sum] | None) -> None:
    """Check and save a report with its sums (None: as they are), and recompute what follows. Raises as `check` does."""
    check(report)
    save_by(report, by)
    if fees is not None:
        set_fees(report, fees, by=by)
    refresh_article(report.article)


def check(report: Report) -> None:
    """Raise EditorialError for a step outside its group, a claim entered twice, or one that follows another link's."""
    if report.stage and GROUP_OF_STAGE[Stage(report.stage)] != StageGroup(report.stage_group):
        raise EditorialError(f"“{report.stage}” is no step of “{report.stage_group}”")
    same = Report.objects.filter(
        article=report.article, link=report.link, source=report.source, role=report.role, ended_at=None
    )
    if same.exclude(pk=report.pk).exists():
        who = report.source or "an unnamed source"
        raise EditorialError(f"This article already has {who} as {report.role} for {report.link}")
    if report.follows_id is not None and report.follows_id == report.pk:
        raise EditorialError("A report cannot repeat, deny or retract itself")
    if report.follows is not None and report.follows.link_id != report.link_id:
        raise EditorialError("A report can only repeat, deny or retract one on the same link")
    if report.retracts and (report.role != ReportRole.DENIAL or report.follows is None):
        raise EditorialError("A retraction is a denial and names the earlier report it takes back")
    if report.retracts and report.follows is not None and report.follows.source_id != report.source_id:
        raise EditorialError("A source can take back only its own report")


def set_claimant(report: Report, claimant: Person | Player | Club | None) -> None:
    """Say whose own word the claim is, if anybody's."""
    report.claimant_person = claimant if isinstance(claimant, Person) else None
    report.claimant_player = claimant if isinstance(claimant, Player) else None
    report.claimant_club = claimant if isinstance(claimant, Club) else None


def settle_role(report: Report) -> None:
    """Make it a repeat of the last published report in which its source already claimed this step of the link."""
    earlier = Report.objects.published().filter(
        link=report.link, source=report.source, source__isnull=False, dated_at__lte=report.dated_at,
        stage_group=report.stage_group, stage=report.stage,
    )  # fmt: skip
    found = earlier.exclude(article=report.article).newest_first().first()
    if found is not None:
        report.role, report.follows = ReportRole.REPEAT, report.follows or found
