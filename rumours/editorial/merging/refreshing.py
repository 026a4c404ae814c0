"""What is computed again once rows have moved from one entity to another, or a name has changed."""

from typing import Any

from django.db.models import Q

from rumours.editorial.deriving import refresh_entities, refresh_links
from rumours.editorial.present import refresh_club
from rumours.models import Club, Entity, Person, Player, Source, TransferLink

# How a link depends on an entity: as part of it, or by whose word it rests on.
_ON_LINK: dict[type[Entity], tuple[str, ...]] = {
    Club: ("from_club", "to_club", "loan_club", "reports__claimant_club"),
    Player: ("player", "reports__claimant_player"),
    Person: ("reports__claimant_person",),
    Source: ("reports__source", "reports__via", "reports__source__outlet"),
}
_NAMES: dict[type[Entity], str] = {Club: "clubs", Player: "players", Person: "people", Source: "sources"}


def refresh_around(*entities: Entity) -> None:
    """Recompute these clubs, players, people and sources, and every link that they are part of or speak on.

    A player's or source's own row among the people goes with it, and a player's present club where spells tell it.
    """
    people = [entity.person for entity in entities if isinstance(entity, Player | Source) and hasattr(entity, "person")]
    for entity in (*entities, *people):
        if isinstance(entity, Player) and entity.spells.exists():
            refresh_club(entity)
        depends = Q()
        for path in _ON_LINK.get(type(entity), ()):
            depends |= Q(**{path: entity})
        if depends:
            refresh_links(TransferLink.objects.filter(depends).values_list("pk", flat=True))
            named: dict[str, Any] = {_NAMES[type(entity)]: [entity.pk]}
            refresh_entities(**named)
