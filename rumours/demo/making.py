"""Making the demo world, once: the real stories, the invented leagues, and what waits on the editors' desk."""

from dataclasses import dataclass
from datetime import date
from random import Random

from django.contrib.auth.models import User
from django.db import transaction

from rumours.demo import desk, incidents, stories
from rumours.demo.cast import gather
from rumours.demo.papers import print_all
from rumours.demo.rounds import make_rounds
from rumours.demo.sagas import Season
from rumours.demo.storing import store_articles, store_links, store_moves
from rumours.demo.world import make_world
from rumours.editorial.deriving import refresh_all
from rumours.editorial.permissions import require
from rumours.models import Article, Club, Player, TransferLink


@dataclass(frozen=True, slots=True)
class Made:
    """What there is of the demo world, and whether it was made just now."""

    is_new: bool
    clubs: int
    players: int
    articles: int
    links: int


@transaction.atomic
def make_demo(*, seed: int, anchor: date, by: User) -> Made:
    """Make the demo world around the day `anchor`, the same for the same seed and day; nothing where it is there.

    Raises ReferenceMissing where the clubs, players and sources of the real stories are not loaded, and
    PermissionDenied unless `by` may publish.
    """
    require(by, "rumours.publish_article")
    if Club.objects.filter(is_fictional=True).exists():
        return _counted(is_new=False)
    real = stories.look_up()
    rng = Random(seed)  # noqa: S311 - an invented world that has to be the same every time, not a secret
    rounds = make_rounds(anchor, by)
    world = make_world(rng, rounds[0].days[0], by)
    sagas = Season(world, rng).play(rounds)
    store_links(sagas, by)
    store_articles(print_all(world, sagas, rng), by)
    store_moves(world, by)
    refresh_all()
    stories.tell(real, by=by)
    column = gather(world, rounds, anchor, by)
    for incident in incidents.STORIES:
        incident(column)
    desk.fill(column)
    return _counted(is_new=True)


def _counted(*, is_new: bool) -> Made:
    return Made(
        is_new=is_new,
        clubs=Club.objects.filter(is_fictional=True).count(),
        players=Player.objects.filter(is_fictional=True).count(),
        articles=Article.objects.filter(is_fictional=True).count(),
        links=TransferLink.objects.filter(player__is_fictional=True).count(),
    )
