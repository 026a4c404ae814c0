"""Rows for those whom a text names and nobody has entered: made in a hurry, with what the text says of them."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models

from rumours.choices import PersonRole, SourceKind, SuggestionKind
from rumours.editorial.actors import delete_by, save_by
from rumours.editorial.errors import EditorialError
from rumours.editorial.merging.relations import relations_to
from rumours.editorial.permissions import require
from rumours.editorial.squads import add_spell
from rumours.models import Article, Club, Entity, Person, Player, Source, Suggestion
from rumours.text import fold

Found = TypeVar("Found", bound=Entity)


class Strangers:
    """Finds or makes them for one article. Who bears the very name by now is taken; where several do, nobody is."""

    def __init__(self, article: Article, by: User, again: Sequence[Sequence[Any]] = ()) -> None:
        """`again` are those whom a decision made that is now taken anew: they get the ids that they had."""
        self._article = article
        self._by = by
        self._rows: list[Entity] = []
        self._again = {(str(row[0]), int(row[1])): row for row in again}

    @property
    def made(self) -> dict[str, Any]:
        """What was made, as a decision keeps it: kind, id, name, and which player a person is; nothing for nobody."""
        made = [[row._meta.model_name, row.pk, row.name, getattr(row, "player_id", None)] for row in self._rows]
        return {"made": made} if made else {}

    def again(self, kind: str, pk: int) -> Entity | None:
        """Somebody whom the decision made that is taken anew, made again if he is gone; None for others."""
        before = self._again.get((kind, pk))
        if before is None:
            return None
        player = Player.objects.filter(pk=before[3]).first() if before[3] else None
        found: Entity = self.speaker(player) if player else getattr(self, kind)(before[2])
        return found

    def all_again(self) -> None:
        """Make everybody again whom the decision made that is taken anew."""
        for kind, pk in list(self._again):
            if not apps.get_model("rumours", kind)._base_manager.filter(pk=pk).exists():
                self.again(kind, pk)

    def player(self, name: str) -> Player:
        """A stub with position, nationality and club as the article's suggestions have them."""
        found = _only_one(Player.objects.filter(section=self._article.section).called(name), name)
        if found is not None:
            return found
        said = self._said_of(name, SuggestionKind.PLAYER)
        stub = Player(name=name, section=self._article.section, is_stub=True)
        if said is not None:
            stub.position, stub.nationality = said.position, said.nationality
        self._make(stub)
        if said is not None and said.club is not None:
            add_spell(stub, club=said.club, by=self._by)
        return stub

    def club(self, name: str) -> Club:
        """A stub of the article's section. Its association is not known: the usual days of windows stand in."""
        found = _only_one(Club.objects.filter(section=self._article.section).called(name), name)
        if found is not None:
            return found
        stub = Club(name=name, section=self._article.section, is_stub=True)
        self._make(stub)
        return stub

    def person(self, name: str, *, role: str = "", club: Club | None = None) -> Person:
        """A stub with the role and club of the day, as they are given or the article's suggestions have them."""
        found = _only_one(Person.objects.called(name), name)
        if found is not None:
            return found
        said = self._said_of(name, SuggestionKind.PERSON)
        if said is not None:
            role, club = role or said.role, club or said.club
        stub = Person(name=name, role=role or PersonRole.OTHER, club=club, is_stub=True)
        self._make(stub)
        return stub

    def speaker(self, player: Player) -> Person:
        """The person that a player is when he speaks."""
        found = Person.objects.filter(player=player).first()
        if found is not None:
            return found
        person = Person(name=player.name, player=player, role=PersonRole.PLAYER)
        self._make(person)
        return person

    def source(self, name: str, *, outlet: Source | None = None) -> Source:
        """An outlet; a journalist where the text names the outlet he works for."""
        found = _only_one(Source.objects.called(name), name)
        if found is not None:
            return found
        said = self._said_of(name, SuggestionKind.SOURCE)
        if outlet is None and said is not None and fold(said.via_name) != fold(name):
            outlet = self.known_source(said.via, said.via_name)
        kind = SourceKind.JOURNALIST if outlet else SourceKind.OUTLET
        source = Source(name=name, kind=kind, outlet=outlet)
        self._make(source)
        return source

    def known_source(self, row: Source | None, name: str) -> Source | None:
        """The row, else one for the name, else nobody."""
        return row or (self.source(name) if name else None)

    def known_club(self, row: Club | None, name: str) -> Club | None:
        """The row, else one for the name, else none."""
        return row or (self.club(name) if name else None)

    def _said_of(self, name: str, kind: SuggestionKind) -> Suggestion | None:
        """The article's own suggestion of that new name."""
        rows = self._article.suggestions.filter(kind=kind).select_related("club", "via")
        return next((row for row in rows if fold(getattr(row, f"{kind}_name")) == fold(name)), None)

    def _make(self, row: Entity) -> None:
        if not fold(row.name):
            raise EditorialError("A name needs at least one letter or digit")
        kind = row._meta.model_name or ""
        require(self._by, f"rumours.add_{kind}")
        row.pk = self._id_before(kind, row)
        save_by(row, self._by)
        self._rows.append(row)

    def _id_before(self, kind: str, row: Entity) -> int | None:
        """The id it had when a decision made it before, unless another has it."""
        named = [pk for (of, pk), before in self._again.items() if of == kind and fold(before[2]) == fold(row.name)]
        return next((pk for pk in named if not type(row)._base_manager.filter(pk=pk).exists()), None)


def _only_one(rows: "models.QuerySet[Found]", name: str) -> Found | None:
    """The one who bears the name; nobody is chosen among several."""
    found = list(rows.order_by("id")[:2])
    if len(found) > 1:
        raise EditorialError(f"Several are called “{name}”: say who it is")
    return found[0] if found else None


def drop_unused(row: Entity, by: User) -> None:
    """Delete a row that a decision made; what is its own goes with it.

    Unless something else names it by now, or somebody has filled it in and it is no stub any more.
    """
    if not getattr(row, "is_stub", True) and not getattr(row, "player_id", None):
        return
    for relation in relations_to(type(row)):
        is_own = relation.field.remote_field.on_delete is models.CASCADE
        if not is_own and relation.rows(row).exists():
            return
    delete_by(row, by)


def drop_made(after: Mapping[str, Any], *, by: User) -> None:
    """`drop_unused` for all that a decision made for strangers, the last first."""
    for kind, pk, *_ in reversed(after.get("made", ())):
        model: Any = apps.get_model("rumours", kind)
        row: Entity | None = model._base_manager.filter(pk=pk).first()
        if row is not None:
            drop_unused(row, by)
