"""What the site keeps beside its rows, made by the project's own functions: those that are quick at a million links."""

from collections.abc import Callable

from rumours.editorial.deriving import entities
from rumours.editorial.waiting import mark_waiting
from rumours.models import Club, Competition, Person, Player, Source
from rumours.models.word import keep_words


def derive(say: Callable[[str], None]) -> None:
    """Bring it up to date in a world whose rows are written."""
    entities.refresh_competitions(Competition.objects.all())
    for model in (Player, Club, Person, Source, Competition):
        keep_words(model)
    mark_waiting()
    say("derived")
