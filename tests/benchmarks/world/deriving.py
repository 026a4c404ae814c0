"""What the project's own functions derive in a moment, also at a million links; the rest is written with the rows."""

from collections.abc import Callable

from rumours.editorial.deriving import entities
from rumours.models import Competition, Person, Source


def derive(say: Callable[[str], None]) -> None:
    """Bring what people, sources and leagues count, and whatever the site keeps beside its rows, up to date."""
    entities.refresh_people(Person.objects.all())
    entities.refresh_sources(Source.objects.all())
    entities.refresh_competitions(Competition.objects.all())
    say("people, sources, leagues")
