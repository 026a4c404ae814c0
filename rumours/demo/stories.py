"""Three real stories, retold in words of our own: facts as they were reported then, and no direct speech."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.contrib.auth.models import User

from rumours.choices import Doubt, ReportRole, SourceKind, Stage, StageGroup, Tier, TransferKind
from rumours.demo.pages import new_page, read
from rumours.demo.writing import Subject
from rumours.editorial.actors import save_by
from rumours.editorial.publishing import publish
from rumours.editorial.reporting import add_report
from rumours.models import Club, Entity, Person, Player, Source, SourceTier, Window
from rumours.text import fold

_CLUBS = ("AC Milan", "Juventus", "Liverpool", "Fenerbahçe", "Chelsea", "Roma", "Nottingham Forest", "Marseille")
_PLAYERS = (
    "Fikayo Tomori", "Joe Gomez", "Milan Škriniar", "Federico Gatti", "Axel Disasi", "Murillo", "Leonardo Balerdi",
)  # fmt: skip
_PEOPLE = ("Sergio Conceição", "Nicola Legrottaglie", "Igli Tare", "Massimiliano Allegri", "Igor Tudor")
_SOURCES = ("CalcioMercato", "Football Italia", "Tuttojuve")
_SHORT = {
    "Milan": "AC Milan", "Bianconeri": "Juventus", "Forest": "Nottingham Forest", "OM": "Marseille",
    "Tomori": "Fikayo Tomori", "Gomez": "Joe Gomez", "Disasi": "Axel Disasi", "Balerdi": "Leonardo Balerdi",
    "Tare": "Igli Tare",
}  # fmt: skip

EntityT = TypeVar("EntityT", bound=Entity)


class ReferenceMissing(LookupError):
    """Reference data that the real stories need is not loaded; the message names it."""


@dataclass(frozen=True)
class Real:
    """The real rows of the stories, by name."""

    clubs: dict[str, Club]
    players: dict[str, Player]
    people: dict[str, Person]
    sources: dict[str, Source]

    @property
    def names(self) -> dict[str, Subject]:
        """All names that the texts use."""
        found: dict[str, Subject] = {**self.clubs, **self.players, **self.people, **self.sources}
        return found | {short: found[name] for short, name in _SHORT.items()}


def look_up() -> Real:
    """The rows that the stories name. Raises ReferenceMissing."""
    return Real(
        clubs=_found(Club, _CLUBS, section="men"),
        players=_found(Player, _PLAYERS),
        people=_found(Person, _PEOPLE),
        sources=_found(Source, _SOURCES),
    )


def _found(model: type[EntityT], names: tuple[str, ...], **also: str) -> dict[str, EntityT]:
    found: dict[str, EntityT] = {}
    for name in names:
        called = model._base_manager.filter(search__contains=f"| {fold(name)} |", is_reference=True, **also)
        row = called.order_by("pk").first()
        if row is None:
            raise ReferenceMissing(f"{model._meta.verbose_name} {name} is not there")
        found[name] = row
    return found


def tell(real: Real, *, by: User) -> None:
    """Publish the three stories under the dates of then."""
    desk = Source(name="Demo desk", kind=SourceKind.AGGREGATOR, language="en", is_reference=True)
    save_by(desk, by)
    tier = SourceTier(
        source=desk, tier=Tier.AGGREGATOR, since=datetime(2025, 1, 1, tzinfo=UTC).date(),
        reason="Retells what others reported, for this demo.",
    )  # fmt: skip
    save_by(tier, by)
    for slug, day, claims in (_tomori(real), _gomez(real), _balerdi(real)):
        article = new_page(
            read(slug), publisher=desk, at=day, by=by, names=real.names, is_fictional=False
        )  # fmt: skip
        for claim in claims:
            add_report(article, by=by, **claim)
        publish(article, by=by, at=day)


Story = tuple[str, datetime, list[dict[str, Any]]]


def _day(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


def _window(code: str) -> Window:
    return Window.objects.get_or_create(code=code)[0]


def _tomori(real: Real) -> Story:
    link = {
        "player": real.players["Fikayo Tomori"], "from_club": real.clubs["AC Milan"],
        "to_club": real.clubs["Juventus"], "window": _window("2025-winter"), "stage_group": StageGroup.INTEREST,
    }  # fmt: skip
    claims: list[dict[str, Any]] = [
        link | {
            "words": "Juventus are still trying to sign Fikayo Tomori from AC Milan this month.",
            "stage": Stage.INTERESTED, "doubt": Doubt.SELLER,
        },
        link | {
            "words": "In remarks that Tuttojuve carried he doubted that Milan would part with one of their best "
            "defenders, least of all to Juventus",
            "source": real.sources["Tuttojuve"], "claimant": real.people["Nicola Legrottaglie"],
            "role": ReportRole.CONTEXT, "doubt": Doubt.SELLER,
        },
    ]  # fmt: skip
    return "tomori", _day(2025, 1, 18), claims


def _gomez(real: Real) -> Story:
    base = {"to_club": real.clubs["AC Milan"], "window": _window("2026-winter")}
    return "gomez", _day(2026, 1, 20), [base | claim for claim in (*_talks(real), *_interest(real))]


def _talks(real: Real) -> Iterator[dict[str, Any]]:
    """What CalcioMercato is credited with."""
    talks = {"source": real.sources["CalcioMercato"], "stage_group": StageGroup.TALKS}
    gomez = "Milan have gone back to Liverpool to ask about Joe Gomez, CalcioMercato report."
    hard = (
        "it has proved hard to negotiate for others, Milan Škriniar of Fenerbahçe and Federico Gatti of Juventus "
        "among them"
    )
    for player, club, words, stage, doubt in (
        ("Joe Gomez", "Liverpool", gomez, Stage.ENQUIRY, Doubt.SELLER),
        ("Milan Škriniar", "Fenerbahçe", hard, "", Doubt.OTHER),
        ("Federico Gatti", "Juventus", hard, "", Doubt.OTHER),
    ):
        named = {"player": real.players[player], "from_club": real.clubs[club]}
        yield talks | named | {"words": words, "stage": stage, "doubt": doubt}


def _interest(real: Real) -> Iterator[dict[str, Any]]:
    """What is said without naming anybody."""
    interest = {"stage_group": StageGroup.INTEREST}
    disasi = interest | {"player": real.players["Axel Disasi"], "from_club": real.clubs["Chelsea"]}
    yield disasi | {"words": "has been proposed to several clubs, Milan among them"}
    yield disasi | {
        "to_club": real.clubs["Roma"], "stage": Stage.INTERESTED, "kind": TransferKind.PERMANENT,
        "words": "Roma are interested in Disasi too and would consider a permanent deal.",
    }  # fmt: skip
    yield interest | {
        "player": real.players["Murillo"], "from_club": real.clubs["Nottingham Forest"], "doubt": Doubt.PRICE,
        "words": "Murillo of Nottingham Forest has been discussed inside the club as well.",
    }  # fmt: skip


def _balerdi(real: Real) -> Story:
    link = {
        "player": real.players["Leonardo Balerdi"], "from_club": real.clubs["Marseille"],
        "to_club": real.clubs["Juventus"], "stage_group": StageGroup.INTEREST, "doubt": Doubt.SELLER,
    }  # fmt: skip
    claims: list[dict[str, Any]] = [
        link | {
            "words": "Juventus would like to sign Leonardo Balerdi, but find it hard even to begin talks with "
            "Marseille.",
            "stage": Stage.INTERESTED,
        },
        link | {
            "words": "Football Italia say that Marseille have given no sign of wanting to discuss a sale.",
            "source": real.sources["Football Italia"], "role": ReportRole.INDEPENDENT,
        },
    ]  # fmt: skip
    return "balerdi", _day(2025, 6, 20), claims
