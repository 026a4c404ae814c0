"""Accepting suggested links: the report is entered in this article, on the link it joins or makes."""

from collections.abc import Callable, Collection
from typing import Any, Unpack

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import Doubt, FeeWhat, ReportRole, SuggestionKind, TransferKind, Verdict
from rumours.editorial.ending import set_ending
from rumours.editorial.errors import EditorialError
from rumours.editorial.fees import Sum
from rumours.editorial.reporting import ReportChanges, add_report
from rumours.editorial.reviewing.deciding import Again, Filing, first_result, hold_undecided, note_decision
from rumours.editorial.reviewing.names import accept_all, candidates, proposed
from rumours.editorial.reviewing.strangers import Strangers
from rumours.editorial.suggesting import repeat_of
from rumours.models import Article, Club, Player, Report, Suggestion, TransferLink, Window
from rumours.text import fold

# What decides whether a claim repeats another: once one of them is chosen otherwise, the proposal says nothing.
_OF_REPEAT = {"player", "to_club", "window", "source", "stage_group", "role", "follows"}


@transaction.atomic
def accept_link(
    suggestion: Suggestion,
    *,
    by: User,
    sitting: str = "",
    client_id: str = "",
    filing: Filing | None = None,
    again: Again | None = None,
    strangers: Strangers | None = None,
    ending: str = "",
    apart: Collection[int] = (),
    **changes: Unpack[ReportChanges],
) -> Report | None:
    """Enter a suggested link as a report of its article, and accept the suggested names of its player and clubs.

    `changes` and `ending` (how the link ended, on an editor's word) are what the editor chose instead of what is
    proposed: the verdict then is "edited". Names with ids in `apart` are left alone. Whom nobody knows is made with
    what the text says; a claim that is known becomes a repeat of it. In a draft nothing public changes. `again` and
    `strangers` are what was settled before. A client's repeat changes nothing and is answered with the first result
    (None if that is gone). Raises WrongState, EditorialError as `add_report`, PermissionDenied.
    """
    filing, again = filing or Filing(sitting, client_id), again or Again()
    known = first_result(filing.client_id)
    if known is not None:
        return Report.objects.filter(pk=int(known.get("report") or 0)).first()
    row = hold_undecided(suggestion, by, kinds={SuggestionKind.LINK})
    strangers = strangers or Strangers(row.article, by)
    chosen: dict[str, Any] = dict(changes)
    claim = _claim(row, strangers, chosen.keys()) | chosen
    if not claim["stage_group"]:
        raise EditorialError("Say how far it has come: a link has a stage")
    report = add_report(row.article, by=by, suggestion=row, pk=again.row, **claim)
    verdict = again.verdict or (Verdict.EDITED if ending or _differs(row, chosen) else Verdict.ACCEPTED)
    along = set(again.names)
    own = (row.player_name, row.from_name, row.to_name, row.loan_name)
    names = accept_names(row.article, report.link, own, by=by, filing=filing.part, apart=apart)
    after = {
        "decision": verdict,
        "report": report.pk,
        "names": [*names, *sorted(along.difference(names))],
        **_ended(report.link, ending, by),
        **strangers.made,
    }
    note_decision(suggestion, row, verdict, "accept", after, by=by, filing=filing)
    return report


def _claim(row: Suggestion, strangers: Strangers, given: Collection[str]) -> dict[str, Any]:
    """What the suggestion says, as `add_report` takes it, but for what is given otherwise."""
    said: dict[str, Callable[[], Any]] = {
        "player": lambda: row.player or strangers.player(row.player_name),
        "to_club": lambda: strangers.known_club(row.to_club, row.to_name),
        "from_club": lambda: strangers.known_club(row.from_club, row.from_name),
        "loan_club": lambda: strangers.known_club(row.loan_club, row.loan_name),
        "window": lambda: _window(row),
        "source": lambda: strangers.known_source(row.source, row.source_name),
        "stage_group": lambda: row.stage_group,
        "stage": lambda: "" if "stage_group" in given else row.stage,
        "kind": lambda: row.transfer_kind or TransferKind.UNKNOWN,
        "doubt": lambda: row.doubt or Doubt.NONE,
        "fees": lambda: [Sum(FeeWhat(fee.what), fee.low, fee.high, fee.currency) for fee in row.fees.all()],
        "words": lambda: row.text,
        "near": lambda: row.start,
    }
    claim = {name: make() for name, make in said.items() if name not in given}
    return claim if _OF_REPEAT & set(given) else claim | _repeat(row)


def _ended(link: TransferLink, ending: str, by: User) -> dict[str, Any]:
    """Say how the link ended; for the decision its id, what an editor had said before and what is said now."""
    if not ending or ending == link.set_ending:
        return {}
    was = link.set_ending
    set_ending(link, ending=ending, by=by)
    return {"ending": [link.pk, was, ending]}


def _repeat(row: Suggestion) -> dict[str, Any]:
    """What makes the claim a repeat, in the window of the report that it repeats; nothing for one that is news."""
    followed = repeat_of(row)
    if followed is None:
        return {}
    return {"role": ReportRole.REPEAT, "follows": followed, "window": followed.link.window}


def _window(row: Suggestion) -> Window | None:
    """The window the article names, made if new; None is assumed by its date."""
    return Window.objects.get_or_create(code=row.window)[0] if row.window else None


def _differs(row: Suggestion, chosen: dict[str, Any]) -> bool:
    """Whether something chosen is not what was proposed."""
    said = {
        "player": row.player, "from_club": row.from_club, "to_club": row.to_club, "loan_club": row.loan_club,
        "source": row.source, "stage_group": row.stage_group, "stage": row.stage, "kind": row.transfer_kind,
        "doubt": row.doubt, "words": row.text, "near": row.start,
    }  # fmt: skip
    if "window" in chosen and row.window != (chosen["window"].code if chosen["window"] else ""):
        return True
    return any(name not in said or said[name] != value for name, value in chosen.items() if name != "window")


def accept_names(
    article: Article, link: TransferLink, own: Collection[str], *, by: User, filing: Filing, apart: Collection[int] = ()
) -> list[int]:
    """Tag the player and the clubs of a link: their suggested names are accepted with it; the ids of these.

    `own` are the names that the text has for them where the link stands, `apart` names to leave alone.
    """
    clubs = [club for club in (link.from_club, link.to_club, link.loan_club) if club is not None]
    names = article.suggestions.undecided().filter(kind__in=(SuggestionKind.PLAYER, SuggestionKind.CLUB))
    rows = names.exclude(pk__in=apart).with_names().prefetch_related("alternatives__player", "alternatives__club")
    folded = {fold(name) for name in own}
    found = {name: _meant(name, folded, link.player, clubs) for name in rows}
    meant = {name: subject for name, subject in found.items() if subject is not None}
    accept_all(meant, article=article, by=by, filing=filing)
    return [name.pk for name in meant]


def _meant(name: Suggestion, own: Collection[str], player: Player, clubs: Collection[Club]) -> Player | Club | None:
    """Whom of the link a suggested name means: the one it is proposed for, or the new one that it is the name of.

    Of an ambiguous name that the link itself goes by, also whom the editor chose among those that it may mean.
    """
    subject = proposed(name)
    sides: list[Player | Club] = [player, *clubs]
    if subject is None:
        word = fold(name.player_name or name.club_name or name.text)
        return next((one for one in sides if one._meta.model_name == name.kind and word == one.folded), None)
    others = candidates(name) if fold(name.text) in own else []
    return next((one for other in (subject, *others) for one in sides if one == other), None)
