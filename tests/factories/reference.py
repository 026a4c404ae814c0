"""Clubs, players, people, sources and windows: what is there before any article."""

from datetime import UTC, datetime

from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory

from rumours import models
from rumours.choices import Position, SourceKind


class CompetitionFactory(DjangoModelFactory):
    class Meta:
        model = models.Competition

    name = Sequence(lambda n: f"League {n}")
    country = "Italy"


class ClubFactory(DjangoModelFactory):
    class Meta:
        model = models.Club

    name = Sequence(lambda n: f"Club {n}")
    association = "Italy"


class ClubAliasFactory(DjangoModelFactory):
    class Meta:
        model = models.ClubAlias

    club = SubFactory(ClubFactory)
    name = Sequence(lambda n: f"Nickname {n}")


class PlayerFactory(DjangoModelFactory):
    class Meta:
        model = models.Player

    name = Sequence(lambda n: f"Player {n}")
    position = Position.CENTRE_BACK


class PlayerAliasFactory(DjangoModelFactory):
    class Meta:
        model = models.PlayerAlias

    player = SubFactory(PlayerFactory)
    name = Sequence(lambda n: f"Other Name {n}")


class PlayerSpellFactory(DjangoModelFactory):
    class Meta:
        model = models.PlayerSpell

    player = SubFactory(PlayerFactory)
    club = SubFactory(ClubFactory)


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = models.Source

    name = Sequence(lambda n: f"Outlet {n}")


class JournalistFactory(SourceFactory):
    name = Sequence(lambda n: f"Journalist {n}")
    kind = SourceKind.JOURNALIST


class SourceAliasFactory(DjangoModelFactory):
    class Meta:
        model = models.SourceAlias

    source = SubFactory(SourceFactory)
    name = Sequence(lambda n: f"Other Outlet {n}")


class SourceTierFactory(DjangoModelFactory):
    class Meta:
        model = models.SourceTier

    source = SubFactory(SourceFactory)
    tier = "2"
    since = datetime(2020, 1, 1, tzinfo=UTC).date()
    reason = "Its record."


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = models.Person

    name = Sequence(lambda n: f"Person {n}")


class PersonAliasFactory(DjangoModelFactory):
    class Meta:
        model = models.PersonAlias

    person = SubFactory(PersonFactory)
    name = Sequence(lambda n: f"Other Person {n}")


class WindowFactory(DjangoModelFactory):
    class Meta:
        model = models.Window
        django_get_or_create = ("code",)

    code = "2026-winter"


class WindowSpanFactory(DjangoModelFactory):
    class Meta:
        model = models.WindowSpan

    window = SubFactory(WindowFactory)
    association = "Italy"
    opens_at = datetime(2026, 1, 2, tzinfo=UTC)
    closes_at = datetime(2026, 2, 2, 19, 0, tzinfo=UTC)


class ExchangeRateFactory(DjangoModelFactory):
    class Meta:
        model = models.ExchangeRate

    currency = "GBP"
    year = 2026
    eur = "1.15"
