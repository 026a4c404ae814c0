"""Turning steps of sagas into articles: who is introduced how, which words carry the claim, who is quoted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from rumours.choices import PersonRole, QuoteStance, ReportRole, Section, StageGroup
from rumours.demo import sentences, speech
from rumours.demo.names import last_name, trade
from rumours.demo.sagas import Saga, Step
from rumours.demo.world import World
from rumours.demo.writing import Named, Phrase, Said, Value, Writer
from rumours.editorial.fees import Sum
from rumours.models import Club, Person, Player, Source
from rumours.text import Span

PRONOUNS = {
    Section.MEN: {"he": "he", "him": "him", "his": "his"},
    Section.WOMEN: {"he": "she", "him": "her", "his": "her"},
}
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


@dataclass
class Spoken:
    """A quote in the making."""

    span: Span
    speaker: Person
    club: Club | None
    stance: QuoteStance
    player: Player
    via: Source | None


@dataclass
class Draft:
    """An article in the making. `at` is in UTC."""

    headline: str
    publisher: Source
    section: Section
    at: datetime
    writer: Writer = field(default_factory=Writer)
    claims: list[tuple[Saga, Step, Span]] = field(default_factory=list)
    quotes: list[Spoken] = field(default_factory=list)
    author: str = ""


def at(day: date, rng: Random) -> datetime:
    """A time of that day (UTC) at which papers appear."""
    return datetime.combine(day, time(5), UTC) + timedelta(minutes=rng.randint(0, 960))


class Teller:
    """Finds the words for steps; all its choices come from `rng`."""

    def __init__(self, world: World, rng: Random) -> None:
        self.world, self.rng = world, rng
        self.clubs = {source: club for club, source in world.official.items()}

    def tell(self, draft: Draft, saga: Saga, step: Step) -> None:
        """Add the sentence that claims the step."""
        values = self.values(saga, step)
        template, claim = self._claim(saga, step)
        if "{seller}" in claim:
            values["who"] = Phrase(self.rng.choice(self._ways(saga, short=True)), dict(values))
        values["claim"] = Phrase(claim, values)
        draft.claims.append((saga, step, draft.writer.sentence(template, values)))

    def values(self, saga: Saga, step: Step) -> dict[str, Value]:
        """Everything a sentence about the step may name."""
        player = saga.player
        values: dict[str, Value] = {
            **PRONOUNS[saga.section],
            "player": Named(player.name, player),
            "last": Named(last_name(player.name), player),
            "place": trade(player.position or player.position_group),
            "source": self.name(step.source),
            "fee": money(step.fee) if step.fee else "an undisclosed sum",
            "deal": self.rng.choice(sentences.DEALS.get(step.kind, ("",))),
        }
        for name, club in (("seller", saga.seller), ("buyer", saga.buyer), ("lent", saga.loan_club)):
            if club is not None:
                values[name] = Named(club.display, club)
        values["who"] = Phrase(self.rng.choice(self._ways(saga)), dict(values))
        if step.follows is not None:
            values["origin"] = self.name(step.follows.source)
        if step.claimant is not None:
            values["denier"] = self._denier(step.claimant)
        return values

    def headline(self, saga: Saga, step: Step) -> str:
        """A headline that names player and clubs and says the step."""
        writer = Writer()
        values = self.values(saga, step) | {"who": saga.player.name, "deal": ""}
        writer.sentence(self._bare_claim(saga, step), values)
        return writer.body

    def quote(self, draft: Draft, saga: Saga, step: Step, role: PersonRole, *, keen: bool) -> None:
        """Add what somebody of that role says of the move; keen ones are with the buyer, others with the seller."""
        person, club = self._speaker(saga, role, keen=keen)
        if person is None:
            return
        values = self.values(saga, step)
        words = Phrase(self.rng.choice(phase(step).speech[role, keen]), dict(values))
        values |= {"said": Said(words), "speaker": Named(person.name, person), "post": self._post(role, club)}
        draft.writer.paragraph()
        spoken = self.rng.choice(sentences.SPOKEN)
        draft.writer.sentence(spoken, values)
        via = step.source if "{source}" in spoken and step.source != draft.publisher else None
        stance = QuoteStance.FOR if keen else QuoteStance.AGAINST
        draft.quotes.append(Spoken(draft.writer.speech[-1], person, club, stance, saga.player, via))

    def _claim(self, saga: Saga, step: Step) -> tuple[str, str]:
        """The way the claim is credited, and the claim."""
        if step.role is ReportRole.DENIAL:
            return self.rng.choice(sentences.DENIALS), ""
        if step.role is ReportRole.CONTEXT and saga.buyer is not None:
            return self.rng.choice(sentences.CONTEXTS), ""
        claim = self._bare_claim(saga, step) + self.rng.choice(sentences.DOUBTS.get(step.doubt, ("",)))
        match step.role:
            case ReportRole.REPEAT:
                return self.rng.choice(sentences.REPEATS), claim
            case ReportRole.INDEPENDENT:
                return self.rng.choice(sentences.SECONDS), claim
        return self.rng.choice(sentences.CREDITS), claim

    def _bare_claim(self, saga: Saga, step: Step) -> str:
        if saga.buyer is None:
            return self.rng.choice(sentences.UNNAMED_CLAIMS)
        claims = sentences.CLAIMS[step.stage] if step.stage else sentences.GROUP_CLAIMS[step.group]
        return self.rng.choice([claim for claim in claims if saga.seller or "{seller}" not in claim])

    def _ways(self, saga: Saga, *, short: bool = False) -> tuple[str, ...]:
        if saga.seller is None:
            return sentences.WHO_FREE
        if short:
            return sentences.WHO_LENT_SHORT if saga.loan_club else sentences.WHO_SHORT
        return sentences.WHO_LENT if saga.loan_club else sentences.WHO

    def name(self, source: Source) -> Value:
        """How a text names a source; a club's own site is called that."""
        club = self.clubs.get(source)
        if club is None:
            return Named(source.name, source)
        own = {"site": Named("official site", source), "club": Named(club.display, club)}
        return Phrase("the {site} of {club}", own)

    def _denier(self, claimant: Person | Club) -> Value:
        if isinstance(claimant, Club):
            return Named(claimant.display, claimant)
        values: dict[str, Value] = {"name": Named(claimant.name, claimant)}
        if claimant.club is None:
            return Phrase("{name}", values)
        values |= {"role": claimant.role, "club": Named(claimant.club.display, claimant.club)}
        return Phrase("{club} {role} {name}", values)

    def _speaker(self, saga: Saga, role: PersonRole, *, keen: bool) -> tuple[Person | None, Club | None]:
        if role is PersonRole.AGENT:
            return self.world.agents[sum(map(ord, saga.player.name)) % len(self.world.agents)], None
        if role in (PersonRole.PUNDIT, PersonRole.FORMER_PLAYER):
            fitting = [person for person in self.world.pundits if person.role == role]
            return self.rng.choice(fitting), None
        club = saga.buyer if keen else saga.seller
        return (self.world.staff[club].get(role), club) if club is not None else (None, None)

    def _post(self, role: PersonRole, club: Club | None) -> Value:
        titles = {PersonRole.DIRECTOR: "sporting director", PersonRole.AGENT: "the player’s agent"}
        title = titles.get(role, str(role))
        if club is not None:
            return Phrase("{title} of {club}", {"title": title, "club": Named(club.display, club)})
        return title if role is PersonRole.AGENT else f"a {title}" if role is PersonRole.FORMER_PLAYER else "the pundit"


@dataclass(frozen=True, slots=True)
class Phase:
    """What is said around a move while it is open, done or off."""

    speech: Mapping[tuple[PersonRole, bool], tuple[str, ...]]
    need: tuple[str, ...]
    loss: tuple[str, ...]


OPEN = Phase(speech.OPEN, sentences.NEED, sentences.LOSS)
DONE = Phase(speech.DONE, sentences.NEED_DONE, sentences.LOSS_DONE)
OFF = Phase(speech.OFF, sentences.NEED_OFF, sentences.LOSS_OFF)


def phase(step: Step) -> Phase:
    """The phase that a step brings a saga to."""
    return {StageGroup.DONE: DONE, StageGroup.OFF: OFF}.get(step.group, OPEN)


def money(amount: Sum) -> str:
    """`€12m`, `CHF 8.5m to 9m`, `€450,000`."""

    def figure(value: int) -> str:
        return f"{value / 1_000_000:g}m" if value >= 1_000_000 else f"{value:,}"

    sign = SIGNS.get(amount.currency, f"{amount.currency} ")
    return sign + figure(amount.low) + (f" to {sign}{figure(amount.high)}" if amount.high else "")
