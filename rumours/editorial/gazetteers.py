"""The gazetteer of the names in the database, under which articles are tagged."""

from collections.abc import Iterator

from rumours.choices import PersonRole, SourceKind
from rumours.models import (
    Club,
    ClubAlias,
    Person,
    PersonAlias,
    Player,
    PlayerAlias,
    PlayerSpell,
    Source,
    SourceAlias,
)
from rumours.tagging import ClubFacts, Gazetteer, Key, KnownName, PersonFacts, PlayerFacts, Spell


def gazetteer() -> Gazetteer:
    """Every club, player, person and source under every name. A batch builds it once and hands it on."""
    return Gazetteer(known_names(), spells=_spells(), clubs=_clubs(), people=_people(), players=_players())


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


def _spells() -> Iterator[Spell]:
    rows = PlayerSpell.objects.values_list("player_id", "club_id", "since", "until", "on_loan_from_id")
    for row in rows.iterator():
        yield Spell(*row)


def _clubs() -> Iterator[ClubFacts]:
    rows = Club.objects.values_list("id", "association", "section", "competition__name")
    for pk, association, section, league in rows.iterator():
        yield ClubFacts(pk, association, section, league or "")


def _people() -> Iterator[PersonFacts]:
    """Those who have a row as people; a journalist is a source, and so is his key."""
    people = Person.objects.filter(player__isnull=True, source__isnull=True).values_list("id", "role", "club_id")
    for pk, role, club in people.iterator():
        yield PersonFacts(Key("person", pk), PersonRole(role), club)
    for pk in Source.objects.filter(kind=SourceKind.JOURNALIST).values_list("id", flat=True).iterator():
        yield PersonFacts(Key("source", pk), PersonRole.JOURNALIST)


def _players() -> Iterator[PlayerFacts]:
    """Only of those with a namesake could it matter, but to ask for them costs more than to take all."""
    rows = Player.objects.values_list("id", "birth_year", "retired", "nationality", "position")
    for row in rows.iterator():
        yield PlayerFacts(*row)
