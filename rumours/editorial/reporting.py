"""Entering what a source claims in an article: the report, and the link it stands on."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypedDict, Unpack

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from rumours.choices import ArticleStatus, Doubt, ReportRole, TransferKind
from rumours.editorial.actors import delete_by, save_by
from rumours.editorial.addresses import leave_link
from rumours.editorial.anchoring import locate
from rumours.editorial.corrections import add_correction, public_note
from rumours.editorial.deriving import refresh_links
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.fees import Sum, sums_of
from rumours.editorial.linking import Origin, assumed_window, link_for, set_origin, tidy
from rumours.editorial.permissions import require_tagging
from rumours.editorial.report_rules import set_claimant, settle_role, store
from rumours.models import Article, Club, Person, Player, Report, Source, Suggestion, TransferLink, Window


@transaction.atomic
def add_report(
    article: Article,
    *,
    player: Player,
    to_club: Club | None,
    stage_group: str,
    words: str,
    by: User,
    window: Window | None = None,
    from_club: Club | None = None,
    free_agent: bool = False,
    loan_club: Club | None = None,
    source: Source | None = None,
    via: Source | None = None,
    stage: str = "",
    kind: str = TransferKind.UNKNOWN,
    doubt: str = Doubt.NONE,
    role: str | None = None,
    follows: Report | None = None,
    claimant: Person | Player | Club | None = None,
    fees: Iterable[Sum] = (),
    retracts: bool = False,
    near: int | None = None,
    suggestion: Suggestion | None = None,
    pk: int | None = None,
) -> Report:
    """Add a source's claim, with the `words` of the article (nearest to offset `near`) that it rests on.

    No window: the one assumed for the buyer at the article's date, marked so. No source: the article's publisher.
    No role: a repeat (of that report) when the same source has already claimed this very step of the link, else an
    origin. `suggestion` is the proposal it comes from, `pk` the id it had before, where it is entered again. Raises
    EditorialError (WordsNotFound among them) when it cannot stand, PermissionDenied when `by` may not.
    """
    require_tagging(article, by, "rumours.add_report")
    span = locate(article.body, words, near=near)
    chosen = window or _assumed(article, to_club, from_club, player)
    link, _ = link_for(
        player=player, to_club=to_club, window=chosen, by=by, from_club=from_club, free_agent=free_agent,
        loan_club=loan_club, at=article.dated_at,
    )  # fmt: skip
    report = Report(
        article=article, link=link, source=source or article.publisher, via=via, retracts=retracts, follows=follows,
        stage_group=stage_group, stage=stage, kind=kind, doubt=doubt, window_assumed=window is None,
        text=span.of(article.body), start=span.start, end=span.end, dated_at=article.dated_at,
        role=role or ReportRole.ORIGIN, shown_from=_shown_from(article), suggestion=suggestion, pk=pk,
    )  # fmt: skip
    set_claimant(report, claimant)
    return _entered(report, by, fees=fees, is_role_said=role is not None)


class ReportChanges(TypedDict, total=False):
    """What `change_report` may change, as in `add_report`; a window of None is assumed anew."""

    player: Player
    to_club: Club | None
    window: Window | None
    from_club: Club | None
    free_agent: bool
    loan_club: Club | None
    source: Source | None
    via: Source | None
    stage_group: str
    stage: str
    kind: str
    doubt: str
    role: str
    follows: Report | None
    claimant: Person | Player | Club | None
    fees: Iterable[Sum]
    retracts: bool
    words: str
    near: int | None


_OF_LINK = {"player", "to_club", "window", "from_club", "free_agent", "loan_club"}
_PLAIN = {"source", "via", "stage_group", "stage", "kind", "doubt", "role", "follows", "retracts"}


@transaction.atomic
def change_report(report: Report, *, by: User, note: str = "", **changes: Unpack[ReportChanges]) -> Report:
    """Change a report; the row that now stands.

    In a draft the row itself, moved to another link where player, buyer or window change. One that readers have seen
    is ended with the public `note` (which it demands) and its successor is given back. A new group without an exact
    stage drops the old one; a link whose last shown report goes leads to where it went. Raises EditorialError as
    `add_report`; WrongState for one ended or withdrawn.
    """
    article, link = report.article, report.link
    left = link.pk
    require_tagging(article, by, "rumours.change_report")
    if report.ended_at is not None or report.withdrawn_at is not None:
        raise WrongState("This report has been corrected or withdrawn: change the one that stands")
    fees, note = changes.get("fees"), public_note(article, note, what="report")
    was_public = article.was_shown and TransferLink.objects.published().filter(pk=left).exists()
    if article.was_shown:
        fees = sums_of(report) if fees is None else fees
        report = _end(report, note, by)
    _apply(report, changes, by)
    store(report, by=by, fees=fees)
    if report.link_id != left:
        tidy(link, by=by)
        refresh_links([link.pk] if link.pk else [])
        if was_public:
            leave_link(left, report.link_id)
    return report


@transaction.atomic
def remove_report(report: Report, *, by: User) -> None:
    """Delete a report of a draft, and its link when nothing else stands on it. Raises WrongState once it was shown."""
    require_tagging(report.article, by, "rumours.delete_report")
    if report.article.was_shown or report.shown_from is not None:
        raise WrongState("Readers have seen this report: withdraw it instead")
    link = report.link
    delete_by(report, by)
    tidy(link, by=by)
    refresh_links([link.pk] if link.pk else [])


def _entered(report: Report, by: User, *, fees: Iterable[Sum], is_role_said: bool) -> Report:
    """Store a new report, in the place of the one that was withdrawn where it is the same entered again."""
    if not is_role_said:
        settle_role(report)
    _replace_withdrawn(report, by)
    store(report, by=by, fees=fees)
    return report


def _assumed(article: Article, to_club: Club | None, from_club: Club | None, player: Player) -> Window:
    seller = from_club or player.owner or player.club
    return assumed_window(buyer=to_club, seller=seller, at=article.dated_at)


def _shown_from(article: Article) -> datetime | None:
    if article.status != ArticleStatus.PUBLISHED or article.released_at is None:
        return None
    return max(timezone.now(), article.released_at)


def _replace_withdrawn(report: Report, by: User) -> None:
    """Let an unsaved report succeed the same one that was withdrawn before: what readers had seen stays on record."""
    same = Report.objects.filter(
        article=report.article, link=report.link, source=report.source, role=report.role, ended_at=None
    )
    old = same.filter(withdrawn_at__isnull=False).first()
    if old is None:
        return
    report.pk, report.succeeds = None, old
    old.ended_at, old.ended_by, old.ended_why = report.recorded_at, by, old.withdrawn_why
    save_by(old, by, ["ended_at", "ended_by", "ended_why"])


def _apply(report: Report, changes: ReportChanges, by: User) -> None:
    """Write the changes on an unsaved or unshown report."""
    if "words" in changes:
        body = report.article.body
        span = locate(body, changes["words"], near=changes.get("near", report.start))
        report.text, report.start, report.end = span.of(body), span.start, span.end
    if "claimant" in changes:
        set_claimant(report, changes["claimant"])
    for name in _PLAIN & changes.keys():
        setattr(report, name, changes[name])  # type: ignore[literal-required]
    if "stage_group" in changes and "stage" not in changes:
        report.stage = ""
    if _OF_LINK & changes.keys():
        _move(report, changes, by)


def _move(report: Report, changes: ReportChanges, by: User) -> None:
    """Put the report on the link it now means. A link that other reports stand on is never rewritten."""
    link, article = report.link, report.article
    player, to_club = changes.get("player", link.player), changes.get("to_club", link.to_club)
    same_player = player == link.player
    origin = Origin(
        changes.get("from_club", link.from_club if same_player and not changes.get("free_agent") else None),
        changes.get("free_agent", link.free_agent and same_player and not changes.get("from_club")),
        changes.get("loan_club", link.loan_club if same_player and not changes.get("free_agent") else None),
    )
    window = changes.get("window", link.window)
    if "window" in changes:
        report.window_assumed = window is None
    window = window or _assumed(article, to_club, origin.club, player)
    if (player, to_club, window) != (link.player, link.to_club, link.window):
        report.link, _ = link_for(
            player=player, to_club=to_club, window=window, by=by, from_club=origin.club,
            free_agent=origin.free_agent, loan_club=origin.loan_club, at=article.dated_at,
        )  # fmt: skip
        if report.follows is not None and "follows" not in changes:
            report.follows = None
    elif origin != Origin(link.from_club, link.free_agent, link.loan_club):
        if link.reports.standing().exclude(article=article).exists():
            raise EditorialError(f"Other articles report on {link}: where he leaves from cannot be changed here")
        set_origin(link, origin, by=by)


def _end(report: Report, note: str, by: User) -> Report:
    """End a report that readers have seen; an unsaved copy that is to take its place."""
    successor = Report.objects.get(pk=report.pk)
    successor.pk, successor.succeeds = None, report
    successor._state.adding = True
    successor.recorded_at = timezone.now()
    successor.shown_from = _shown_from(report.article)
    report.ended_at, report.ended_by, report.ended_why = successor.recorded_at, by, note
    save_by(report, by, ["ended_at", "ended_by", "ended_why"])
    add_correction(report, note, by=by)
    return successor
