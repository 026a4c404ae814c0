"""Ending a saga on an editor's own word, where no report does."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from rumours.choices import Ending
from rumours.editorial.actors import save_by
from rumours.editorial.corrections import add_correction
from rumours.editorial.deriving import refresh_links
from rumours.editorial.errors import EditorialError
from rumours.editorial.permissions import require
from rumours.models import TransferLink


@transaction.atomic
def set_ending(link: TransferLink, *, ending: str, by: User, note: str = "") -> None:
    """Say how a link ended, or with an empty `ending` that its reports say; needs the right to publish.

    Where readers see the link the `note` is public, and demanded. Raises EditorialError, PermissionDenied.
    """
    require(by, "rumours.publish_article")
    if ending and ending not in set(Ending):
        raise EditorialError(f"“{ending}” is no ending")
    if link.is_public and ending and not note.strip():
        raise EditorialError("Readers see this link: say in a note why it is over")
    link.set_ending, link.set_ending_note = ending, note.strip() if ending else ""
    link.set_ending_at, link.set_ending_by = (timezone.now(), by) if ending else (None, None)
    save_by(link, by, ["set_ending", "set_ending_note", "set_ending_at", "set_ending_by"])
    if link.is_public and note.strip():
        add_correction(link, note.strip(), by=by)
    refresh_links([link.pk])
