"""Finding or making the one link of a player, a buyer and a window."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from rumours.editorial.actors import delete_by, save_by
from rumours.editorial.deriving import refresh_links
from rumours.editorial.errors import EditorialError
from rumours.editorial.permissions import require
from rumours.models import Club, Player, PlayerSpell, TransferLink, Window, WindowSpan


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a player leaves from: the club (the owner of a loanee), that he has none, and where he is on loan."""

    club: Club | None = None
    free_agent: bool = False
    loan_club: Club | None = None


@transaction.atomic
def link_for(
    *,
    player: Player,
    to_club: Club | None,
    window: Window,
    by: User,
    from_club: Club | None = None,
    free_agent: bool = False,
    loan_club: Club | None = None,
    at: datetime | None = None,
) -> tuple[TransferLink, bool]:
    """The link of this player, buyer (None: no suitor named) and window, and whether it was made.

    Without `from_club` and not a free agent, he leaves the club of his spell at `at` (UTC; default: now): for a loanee
    the owner, with the loan club beside it; not known where no spell holds. A link that is there keeps its own origin;
    only what readers have not seen is filled in. Raises EditorialError where he would go from a club to itself.
    """
    require(by, "rumours.add_transferlink")
    origin = Origin(from_club, free_agent, loan_club)
    if not (from_club or free_agent):
        origin = _origin(player, to_club, (at or timezone.now()).date(), loan_club)
    check_origin(origin, to_club)
    link, made = _found_or_made(player, to_club, window, origin, by)
    if made:
        refresh_links([link.pk])
        link.refresh_from_db()
    elif not link.is_public and link.from_club is None and not link.free_agent:
        set_origin(link, origin, by=by)
    return link, made


def assumed_window(*, buyer: Club | None, seller: Club | None, at: datetime) -> Window:
    """The window open, or else next to open, for the buyer (the seller where there is none) at an instant; made if new.

    Where neither is known the usual European dates stand in.
    """
    club = buyer or seller
    spans = WindowSpan.objects.of(club.association, club.section) if club else WindowSpan.objects.none()
    args = (club.association, club.section) if club else ()
    code = spans.calendar().window_at(at, *args)
    return Window.objects.get_or_create(code=code)[0]


def set_origin(link: TransferLink, origin: Origin, *, by: User) -> None:
    """Write where the player leaves from on a link; the caller has made sure that no other report stands on it."""
    check_origin(origin, link.to_club)
    link.from_club, link.free_agent, link.loan_club = origin.club, origin.free_agent, origin.loan_club
    save_by(link, by, ["from_club", "free_agent", "loan_club"])
    refresh_links([link.pk])


def check_origin(origin: Origin, to_club: Club | None) -> None:
    """Raise EditorialError for a move from a club to itself, or from a club by one who has none."""
    if origin.club is not None and origin.club == to_club:
        raise EditorialError(f"{to_club} cannot be both where the player leaves and where he goes")
    if origin.club is not None and origin.club == origin.loan_club:
        raise EditorialError(f"{origin.club} cannot have lent the player to itself")
    if origin.free_agent and (origin.club or origin.loan_club):
        raise EditorialError("A free agent leaves no club: choose one or the other")


def tidy(link: TransferLink, *, by: User) -> None:
    """Delete a link on which nothing stands any more and nothing ever was shown."""
    used = link.reports.exists() or link.ties.exists() or link.ties_back.exists() or link.ended_links.exists()
    if used or link.set_ending or link.is_public:
        return
    delete_by(link, by)


def origin_of(spell: PlayerSpell | None, to_club: Club | None, loan_club: Club | None = None) -> Origin:
    """Where a player leaves from by the spell that holds: for a loanee the owner, with the loan club beside it."""
    if spell is None:
        return Origin(loan_club=loan_club)
    owner = spell.on_loan_from
    if owner is not None and owner != to_club:
        return Origin(owner, loan_club=loan_club or spell.club)
    if spell.club == to_club:
        return Origin()
    return Origin(spell.club)


def _origin(player: Player, to_club: Club | None, day: date, loan_club: Club | None) -> Origin:
    spell = PlayerSpell.objects.filter(player=player).on(day).select_related("club", "on_loan_from").first()
    return origin_of(spell, to_club, loan_club)


def _found_or_made(
    player: Player, to_club: Club | None, window: Window, origin: Origin, by: User
) -> tuple[TransferLink, bool]:
    """The link with this key; somebody else may make it at the same moment."""
    same = TransferLink.objects.filter(player=player, to_club=to_club, window=window)
    found = same.first()
    if found is not None:
        return found, False
    link = TransferLink(
        player=player,
        to_club=to_club,
        window=window,
        from_club=origin.club,
        free_agent=origin.free_agent,
        loan_club=origin.loan_club,
        position=player.position,
        position_group=player.position_group,
        second_position=player.second_position,
        third_position=player.third_position,
    )
    try:
        with transaction.atomic():
            save_by(link, by)
    except IntegrityError:
        return same.get(), False
    return link, True
