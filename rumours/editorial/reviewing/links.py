"""Accepting suggested links: the report is entered in this article, on the link it joins or makes."""

from collections.abc import Callable, Collection
from typing import Any, Unpack

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import FeeWhat, ReportRole, SuggestionKind, Verdict
from rumours.editorial.errors import EditorialError
from rumours.editorial.fees import Sum
from rumours.editorial.reporting import ReportChanges, add_report
from rumours.editorial.reviewing.deciding import first_result, hold_undecided, note_decision
from rumours.editorial.reviewing.names import accept, proposed
from rumours.editorial.reviewing.strangers import Strangers
from rumours.editorial.suggesting import repeat_of
from rumours.models import Club, Player, Report, Suggestion, TransferLink, Window
from rumours.text import fold

# What decides whether a claim repeats another: once one of them is chosen otherwise, the proposal says nothing.
_OF_REPEAT = {"player", "to_club", "window", "source", "stage_group", "role", "follows"}


@transaction.atomic
def accept_link(
    suggestion: Suggestion, *, by: User, sitting: str = "", client_id: str = "", **changes: Unpack[ReportChanges]
) -> Report | None:
    """Enter a suggested link as a report of its article, and accept the suggested names of its player and clubs.

    `changes` are what the editor chose instead of what is proposed (the verdict then is "edited"). A player or source
    whom nobody knows is made with what the text says; a claim that is known becomes a repeat of it. In a draft nothing
    public changes. A client's repeat changes nothing and is answered with the first result (None if that is gone).
    Raises WrongState, EditorialError as `add_report` or where a club is not known, PermissionDenied.
    """
    known = first_result(client_id)
    if known is not None:
        return Report.objects.filter(pk=int(known.get("report") or 0)).first()
    row = hold_undecided(suggestion, by, kinds={SuggestionKind.LINK})
    strangers = Strangers(row.article, by)
    chosen: dict[str, Any] = dict(changes)
    report = add_report(row.article, by=by, suggestion=row, **(_claim(row, strangers, chosen.keys()) | chosen))
    verdict = Verdict.EDITED if _differs(row, chosen) else Verdict.ACCEPTED
    after = {
        "decision": verdict,
        "report": report.pk,
        "names": _accept_names(row, report.link, by, sitting),
        **strangers.made,
    }
    note_decision(suggestion, row, verdict, "accept", after, by=by, sitting=sitting, client_id=client_id)
    return report


def _claim(row: Suggestion, strangers: Strangers, given: Collection[str]) -> dict[str, Any]:
    """What the suggestion says, as `add_report` takes it, but for what is given otherwise."""
    said: dict[str, Callable[[], Any]] = {
        "player": lambda: row.player or strangers.player(row.player_name),
        "to_club": lambda: _buyer(row),
        "from_club": lambda: row.from_club,
        "loan_club": lambda: row.loan_club,
        "window": lambda: _window(row),
        "source": lambda: strangers.known_source(row.source, row.source_name),
        "stage_group": lambda: row.stage_group,
        "stage": lambda: "" if "stage_group" in given else row.stage,
        "kind": lambda: row.transfer_kind,
        "doubt": lambda: row.doubt,
        "fees": lambda: [Sum(FeeWhat(fee.what), fee.low, fee.high, fee.currency) for fee in row.fees.all()],
        "words": lambda: row.text,
        "near": lambda: row.start,
    }
    claim = {name: make() for name, make in said.items() if name not in given}
    return claim if _OF_REPEAT & set(given) else claim | _repeat(row)


def _repeat(row: Suggestion) -> dict[str, Any]:
    """What makes the claim a repeat, in the window of the report that it repeats; nothing for one that is news."""
    followed = repeat_of(row)
    if followed is None:
        return {}
    return {"role": ReportRole.REPEAT, "follows": followed, "window": followed.link.window}


def _buyer(row: Suggestion) -> Club | None:
    if row.to_club is None and row.to_name:
        raise EditorialError(f"“{row.to_name}” is no club known here: enter it, or choose another")
    return row.to_club


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


def _accept_names(row: Suggestion, link: TransferLink, by: User, sitting: str) -> list[int]:
    """Tag the player and the clubs of the link: their suggested names are accepted with it; the ids of these."""
    accepted = []
    clubs = [club for club in (link.from_club, link.to_club, link.loan_club) if club is not None]
    kinds = (SuggestionKind.PLAYER, SuggestionKind.CLUB)
    for name in row.article.suggestions.undecided().filter(kind__in=kinds).with_names().order_by("start", "pk"):
        subject = _meant(name, row, link.player, clubs)
        if subject is not None:
            accept(name, by=by, subject=subject, sitting=sitting)
            accepted.append(name.pk)
    return accepted


def _meant(name: Suggestion, row: Suggestion, player: Player, clubs: Collection[Club]) -> Player | Club | None:
    """Whom of the link a suggested name is proposed for, or the new player that it is the name of."""
    subject = proposed(name)
    if subject is None and name.kind == SuggestionKind.PLAYER:
        return player if fold(name.player_name) in (fold(row.player_name), player.folded) else None
    if isinstance(subject, Club):
        return subject if subject in clubs else None
    return player if subject == player else None
