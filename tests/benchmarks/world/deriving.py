"""What the site keeps beside its rows, made by the project's own functions: those that are quick at a million links."""

from collections.abc import Callable

from rumours.editorial.deriving import entities
from rumours.models import Competition


def derive(say: Callable[[str], None]) -> None:
    """Bring it up to date in a world whose rows are written."""
    entities.refresh_competitions(Competition.objects.all())
    say("derived")
