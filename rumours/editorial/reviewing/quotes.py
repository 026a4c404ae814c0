"""Accepting suggested quotes."""

from collections.abc import Callable, Collection
from typing import Any, Unpack

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.quoting import QuoteChanges, add_quote
from rumours.editorial.reviewing.deciding import Again, Filing, first_result, hold_undecided, note_decision
from rumours.editorial.reviewing.strangers import Strangers
from rumours.models import Person, Player, Quote, Suggestion

BETWEEN = " … "


@transaction.atomic
def accept_quote(
    suggestion: Suggestion,
    *,
    by: User,
    player: Player | None = None,
    sitting: str = "",
    client_id: str = "",
    filing: Filing | None = None,
    again: Again | None = None,
    strangers: Strangers | None = None,
    **changes: Unpack[QuoteChanges],
) -> Quote | None:
    """Enter a suggested quote in its article.

    `player` (who speaks, where his namesake is proposed) and `changes` are what the editor chose instead of what is
    proposed: the verdict then is "edited". A speaker or outlet whom nobody knows is made. `again` and `strangers`
    are what was settled before. A client's repeat changes nothing and is answered with the first result (None if that
    is gone). Raises WrongState, EditorialError as `add_quote`, PermissionDenied.
    """
    filing, again = filing or Filing(sitting, client_id), again or Again()
    known = first_result(filing.client_id)
    if known is not None:
        return Quote.objects.filter(pk=int(known.get("quote") or 0)).first()
    row = hold_undecided(suggestion, by, kinds={SuggestionKind.QUOTE})
    strangers = strangers or Strangers(row.article, by)
    chosen: dict[str, Any] = dict(changes) | ({"speaker": strangers.speaker(player)} if player else {})
    said = _said(row, strangers, chosen.keys()) | chosen
    quote = add_quote(row.article, by=by, suggestion=row, pk=again.row, **said)
    verdict = again.verdict or (Verdict.EDITED if _differs(row, chosen) else Verdict.ACCEPTED)
    after = {"decision": verdict, "quote": quote.pk, **strangers.made}
    note_decision(suggestion, row, verdict, "accept", after, by=by, filing=filing)
    return quote


def words_of(row: Suggestion) -> str:
    """The words of a suggested quote without the tag that divides them."""
    return BETWEEN.join(piece.text for piece in row.fragments.all()) or row.text


def _said(row: Suggestion, strangers: Strangers, given: Collection[str]) -> dict[str, Any]:
    """What the suggestion says, as `add_quote` takes it, but for what is given otherwise."""
    speakers: dict[str, Callable[[], Any]] = {
        "speaker": lambda: _speaker(row, strangers),
        "described": lambda: row.described,
    }
    said: dict[str, Callable[[], Any]] = {
        "role": lambda: row.role,
        "club": lambda: strangers.known_club(row.club, row.club_name),
        "via": lambda: strangers.known_source(row.via, row.via_name),
        "words": lambda: words_of(row),
        "near": lambda: row.start,
    }
    if "spans" in given:
        del said["words"], said["near"]
    if not {"speaker", "described"} & set(given):  # one of the two: who chooses one has settled both
        said |= speakers
    return {name: make() for name, make in said.items() if name not in given}


def _speaker(row: Suggestion, strangers: Strangers) -> Person | None:
    if row.person is not None:
        return row.person
    if row.player is not None:
        return strangers.speaker(row.player)
    if row.player_name:
        return strangers.speaker(strangers.player(row.player_name))
    return strangers.person(row.person_name, role=row.role, club=row.club) if row.person_name else None


def _differs(row: Suggestion, chosen: dict[str, Any]) -> bool:
    """Whether something chosen is not what was proposed."""
    said = {
        "speaker": row.person, "described": row.described, "role": row.role, "club": row.club, "via": row.via,
        "words": words_of(row), "near": row.start,
    }  # fmt: skip
    return any(name not in said or said[name] != value for name, value in chosen.items())
