"""Where somebody plays: the columns that players and links share, and how rows are asked for by them."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from rumours.choices import GROUP_OF_POSITION, Position


class Placed(models.Model):
    """Abstract: a row with exact places and a line; a link keeps those its player had then."""

    position: Any
    second_position: Any
    third_position: Any

    class Meta:
        abstract = True

    @property
    def positions(self) -> list[str]:
        """Exact places, the main one first; empty where none is known."""
        return [place for place in (self.position, self.second_position, self.third_position) if place]


def plays(positions: Iterable[str]) -> Q:
    """Rows placed at one of these exact places (main or other) or in one of these lines."""
    asked = list(positions)
    return (
        Q(position__in=asked) | Q(second_position__in=asked) | Q(third_position__in=asked) | Q(position_group__in=asked)
    )


def unplaced(positions: Iterable[str]) -> Q:
    """Rows without a known exact place, but in the line of an exact place asked for."""
    asked = set(positions)
    lines = {GROUP_OF_POSITION[place].value for place in Position if place in asked} - asked
    return Q(position="", second_position="", third_position="", position_group__in=lines)
