"""The gazetteer of the names in the database, under which articles are tagged."""

from collections.abc import Iterator

from rumours.models import Club, ClubAlias, Person, PersonAlias, Player, PlayerAlias, Source, SourceAlias
from rumours.tagging import Gazetteer, Key, KnownName


def gazetteer() -> Gazetteer:
    """Every club, player, person and source under every name. A batch builds it once and hands it on."""
    return Gazetteer(known_names())


def known_names() -> Iterator[KnownName]:
    """The names as plain tuples: eight queries whatever the number of rows."""
    clubs = Club.objects.values_list("id", "name", "ambiguous", "section", "link_count", "short_name")
    for pk, name, ambiguous, section, weight, short_name in clubs.iterator():
        yield KnownName(Key("club", pk), name, ambiguous, section, weight)
        if short_name and short_name != name:
            yield KnownName(Key("club", pk), short_name, ambiguous, section, weight)
    for player in Player.objects.values_list("id", "name", "ambiguous", "section", "link_count").iterator():
        yield KnownName(Key("player", player[0]), *player[1:])
    for person in Person.objects.filter(player__isnull=True, source__isnull=True).values_list(
        "id", "name", "ambiguous"
    ):
        yield KnownName(Key("person", person[0]), *person[1:])
    for source in Source.objects.values_list("id", "name", "ambiguous"):
        yield KnownName(Key("source", source[0]), *source[1:])
    yield from _aliases()


def _aliases() -> Iterator[KnownName]:
    clubs = ClubAlias.objects.values_list("club_id", "name", "ambiguous", "club__section", "club__link_count")
    for row in clubs.iterator():
        yield KnownName(Key("club", row[0]), *row[1:])
    players = PlayerAlias.objects.values_list("player_id", "name", "ambiguous", "player__section", "player__link_count")
    for player in players.iterator():
        yield KnownName(Key("player", player[0]), *player[1:])
    people = PersonAlias.objects.filter(person__player__isnull=True, person__source__isnull=True)
    for person in people.values_list("person_id", "name", "ambiguous"):
        yield KnownName(Key("person", person[0]), person[1], person[2])
    sources = SourceAlias.objects.values_list("source_id", "name", "ambiguous")
    for source in sources.iterator():
        yield KnownName(Key("source", source[0]), source[1], source[2])
