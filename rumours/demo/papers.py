"""Articles out of sagas: news about one step with quotes, and digests that carry many steps in a sentence each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from random import Random

from rumours.choices import PersonRole, ReportRole, Section, SourceKind, StageGroup
from rumours.demo import press, sentences
from rumours.demo.newsroom import Draft, Teller, at, phase
from rumours.demo.places import OSTERMARK, VALDORIA
from rumours.demo.rounds import LATER, Round
from rumours.demo.sagas import Saga, Step
from rumours.demo.world import World
from rumours.demo.writing import Value
from rumours.models import Source

NEWS_A_ROUND = 22
DIGEST = 15  # sentences of a digest, about
TOLD = (StageGroup.TALKS, StageGroup.BID, StageGroup.AGREED, StageGroup.DONE, StageGroup.OFF)
DIGESTERS = {
    Section.MEN: (press.HERALD, press.PENNANT, "Kessery Evening Post", "Harbour Tribune", press.SPORTBLATT,
                  "Radio Pelagia", "Goalmouth Daily", press.TOUCHLINE, press.WIRE),
    Section.WOMEN: (press.FEMINA, press.HERALD, press.PENNANT, press.WIRE),
}  # fmt: skip
# Who speaks in a news article, and whether in favour: one or two voices.
VOICES = (
    ((PersonRole.DIRECTOR, False), (PersonRole.COACH, True)),
    ((PersonRole.DIRECTOR, True), (PersonRole.PRESIDENT, False)),
    ((PersonRole.COACH, False), (PersonRole.AGENT, True)),
    ((PersonRole.AGENT, True), (PersonRole.DIRECTOR, False)),
    ((PersonRole.COACH, True), (PersonRole.PUNDIT, True)),
    ((PersonRole.DIRECTOR, True), (PersonRole.FORMER_PLAYER, False)),
)


def print_all(world: World, sagas: Iterable[Saga], rng: Random) -> list[Draft]:
    """Every step of every saga in some article, in order of time."""
    teller = Teller(world, rng)
    drafts: list[Draft] = []
    by_round: dict[str, list[Saga]] = defaultdict(list)
    for saga in sagas:
        by_round[saga.round.window.code].append(saga)
    for found in by_round.values():
        news = _newsworthy(found, rng)
        drafts.extend(_news(teller, saga, step) for saga, step in news)
        drafts.extend(_digests(teller, found, {id(step) for _, step in news}))
    return sorted(drafts, key=lambda draft: (draft.at, draft.headline))


def _newsworthy(sagas: list[Saga], rng: Random) -> list[tuple[Saga, Step]]:
    told = [
        (saga, step) for saga in sagas for step in saga.steps[-1:]
        if step.group in TOLD and step.role is ReportRole.ORIGIN and saga.buyer is not None
    ]  # fmt: skip
    return rng.sample(told, k=min(NEWS_A_ROUND, len(told)))


def _news(teller: Teller, saga: Saga, step: Step) -> Draft:
    rng, day = teller.rng, saga.round.days[step.day]
    source = step.source
    draft = Draft(teller.headline(saga, step), source.outlet or source, saga.section, at(day, rng))
    draft.author = source.name if source.kind == SourceKind.JOURNALIST else ""
    teller.tell(draft, saga, step)
    values = teller.values(saga, step)
    first = saga.steps[0]
    if first is not step:
        draft.writer.sentence(rng.choice(sentences.EARLIER), {"before": teller.name(first.source)})
    draft.writer.paragraph()
    values |= {"age": str(saga.player.age_on(day)), "contract": f"{saga.player.contract_end:%B %Y}"}
    draft.writer.sentence(rng.choice(sentences.BACKGROUND if saga.seller else sentences.FREE_BACKGROUND), values)
    draft.writer.sentence(rng.choice(sentences.FORM), values)
    draft.writer.paragraph()
    draft.writer.sentence(rng.choice(phase(step).need), values)
    voices = rng.choice(VOICES)
    teller.quote(draft, saga, step, voices[0][0], keen=voices[0][1])
    if saga.seller is not None:
        draft.writer.paragraph()
        draft.writer.sentence(rng.choice(phase(step).loss), values)
    teller.quote(draft, saga, step, voices[1][0], keen=voices[1][1])
    draft.writer.paragraph()
    draft.writer.sentence(rng.choice(sentences.DEADLINE), values | _deadline(saga))
    return draft


def _deadline(saga: Saga) -> dict[str, Value]:
    club = saga.buyer or saga.seller
    country = club.association if club else VALDORIA
    closes = saga.round.closes + LATER[country, saga.section]
    return {"country": country, "closes": f"{closes.day} {closes:%B}"}


def _digests(teller: Teller, sagas: list[Saga], told: set[int]) -> Iterator[Draft]:
    """The steps that no news article tells, day by day, men's and women's apart."""
    days: dict[tuple[int, Section], list[tuple[Saga, Step]]] = defaultdict(list)
    for saga in sagas:
        for step in saga.steps:
            if id(step) not in told:
                days[step.day, saga.section].append((saga, step))
    for (number, section), found in sorted(days.items()):
        teller.rng.shuffle(found)
        parts = max(1, round(len(found) / DIGEST))
        editors = teller.rng.sample(DIGESTERS[section], k=min(parts, len(DIGESTERS[section])))
        for part, editor in enumerate(editors):
            round_ = found[0][0].round
            own = found[part :: len(editors)]
            yield _digest(teller, own, teller.world.sources[editor], round_.days[number], round_)


def _digest(teller: Teller, found: list[tuple[Saga, Step]], publisher: Source, day: date, round_: Round) -> Draft:
    rng, section = teller.rng, found[0][0].section
    names = [saga for saga, step in found if step.role is ReportRole.ORIGIN and saga.buyer] or [found[0][0]]
    first, second = names[0], names[-1]
    headline = f"{'Women’s ' if section is Section.WOMEN else ''}Transfer digest: {_pair(first)}"
    headline += f"; {_pair(second)}" if second is not first else ""
    draft = Draft(_large(headline), publisher, section, at(day, rng))
    where = OSTERMARK if publisher.country == OSTERMARK else VALDORIA
    draft.writer.sentence(rng.choice(sentences.DIGEST_OPENINGS), {"where": where})
    draft.writer.paragraph()
    for number, (saga, step) in enumerate(found, start=1):
        teller.tell(draft, saga, step)
        if number % 3 == 0:
            draft.writer.paragraph()
    draft.writer.paragraph()
    draft.writer.sentence(rng.choice(sentences.DIGEST_CLOSINGS), {})
    return draft


def _pair(saga: Saga) -> str:
    return f"{saga.player.name} and {saga.buyer.display}" if saga.buyer else f"{saga.player.name} on the market"


def _large(words: str) -> str:
    return words[0].upper() + words[1:]
