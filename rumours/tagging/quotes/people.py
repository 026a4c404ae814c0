"""Who of a reading can speak, and whose words are somebody else's: a man's agent, a club, an outlet."""

import re

from rumours.choices import PersonRole
from rumours.tagging.reading import Actor, Mention, Reading

_KIN = (
    "agent|agents|father|mother|brother|wife|sister|uncle|son|dad|mum|representative|representatives|camp|entourage"
    "|lawyer|spokesman|spokesperson|spokeswoman|adviser|advisor|intermediary|family|partner|assistant|team-mate"
    "|teammate|statement|message|post"
)
# "Marek’s agent": the words are the agent's. Followed by his name, they are a named man's after all.
RELATION = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}(?:{_KIN})\b(?!,? (?:[A-Z]\w+ )?[A-Z]\w+)")
COACH = re.compile(r"\b(?:manager|coach|boss|gaffer|tactician|trainer|allenatore)\b", re.IGNORECASE)


class People:
    """Which mentions of `reading` name somebody who can speak. Journalists are known as sources, as outlets are: they
    are told apart by their role."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._full: dict[str, Actor] = {}
        for actor in reading.actors:
            if self._may_speak(actor) and len(actor.name.split()) > 1:
                self._full.setdefault(actor.name.split()[-1], actor)

    def of(self, mention: Mention) -> Actor | None:
        """The person a mention names: a journalist named by his surname is the one named in full."""
        actor = self._reading.actor_of(mention)
        if actor.kind == "source" and actor.name in self._full:
            return self._full[actor.name]
        return actor if self._may_speak(actor) else None

    def is_coach(self, actor: Actor, mention: Mention) -> bool:
        """Whether the text makes him one, by his role or beside his name."""
        near = self._reading.text[max(mention.span.start - 30, 0) : mention.span.end + 30]
        return actor.role == PersonRole.COACH or (actor.role is None and bool(COACH.search(near)))

    def _may_speak(self, actor: Actor) -> bool:
        if actor.kind in ("player", "person"):
            return True
        return actor.kind == "source" and actor.role is not None
