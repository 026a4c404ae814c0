"""Pairs with enough evidence, as findings."""

from collections.abc import Sequence

from rumours.calendar import Calendar
from rumours.choices import GROUP_OF_STAGE, Doubt, Stage, TransferKind
from rumours.tagging.findings import CreditFinding, FeeFinding, Key, LinkFinding, Named
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.links import origins
from rumours.tagging.links.attach import Topics
from rumours.tagging.links.choosing import choose
from rumours.tagging.links.doubts import doubts_of
from rumours.tagging.links.fees import fees_of
from rumours.tagging.links.kinds import kinds_of
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.signs import signs_of
from rumours.tagging.links.stages import stages_of
from rumours.tagging.links.weighing import Pair
from rumours.tagging.links.windows import windows_of
from rumours.tagging.reading import Reading
from rumours.text import Span


def find_links(
    reading: Reading, gazetteer: Gazetteer, calendar: Calendar, credits: Sequence[CreditFinding] = ()
) -> tuple[LinkFinding, ...]:
    """Every possible, likely, agreed, done or denied move, in the order of the text; spans count code points of
    `reading.text`."""
    if not any(actor.kind == "player" for actor in reading.actors):
        return ()
    scene = Scene.of(reading, gazetteer)
    origins.settle(scene)
    pairs = choose(scene)
    if not pairs:
        return ()
    topics = Topics(scene, pairs)
    signs = signs_of(scene, pairs, topics)
    stages = stages_of(pairs, signs)
    kinds = kinds_of(signs)
    doubts = doubts_of(signs, stages)
    windows = windows_of(scene, pairs, topics, calendar, stages)
    fees = fees_of(scene, pairs, topics)
    return tuple(
        _finding(scene, pair, stages[place], kinds[place], doubts[place], windows[place], fees[place], credits)
        for place, pair in enumerate(pairs)
    )


def _finding(
    scene: Scene,
    pair: Pair,
    stage: Stage,
    kind: TransferKind,
    doubt: Doubt,
    window: str | None,
    fees: list[FeeFinding],
    credits: Sequence[CreditFinding],
) -> LinkFinding:
    actors = scene.reading.actors
    home, lent = _whence(scene, pair)
    evidence = _evidence(scene, pair)
    best = max(pair.claims, key=lambda claim: claim.weight)
    return LinkFinding(
        span=evidence,
        text=evidence.of(scene.reading.text),
        player=actors[pair.player].named,
        from_club=home,
        to_club=actors[pair.buyer].named if pair.buyer is not None else None,
        loan_club=lent,
        window=window,
        stage_group=GROUP_OF_STAGE[stage],
        stage=stage,
        kind=kind,
        fees=tuple(fees),
        doubt=doubt,
        source=_source(scene, pair, evidence, credits),
        confidence=round(pair.confidence, 3),
        rule=best.cue.rule,
    )


def _whence(scene: Scene, pair: Pair) -> tuple[Named | None, Named | None]:
    """The club he is at and the one he is lent to: by the text, else by his spell on the day."""
    actors, player = scene.reading.actors, scene.reading.actors[pair.player]
    buyer = actors[pair.buyer].named if pair.buyer is not None else None
    home, lent = scene.origins.get(pair.player), scene.loans.get(pair.player)
    owner = actors[home].named if home is not None else None
    loan = actors[lent].named if lent is not None else None
    if len(player.candidates) == 1 and scene.reading.published:
        spell = scene.gazetteer.spell_on(player.candidates[0].id, scene.reading.published.date())
        if spell is not None:
            club = _row(scene, spell.club)
            if spell.owner is not None and (owner is None or owner.key == club.key):
                owner, loan = _row(scene, spell.owner), loan or club
            owner = owner or club
    if owner is not None and buyer is not None and owner.candidates and owner.key == buyer.key:
        owner = None
    return owner, None if loan is None or loan in {owner, buyer} else loan


def _row(scene: Scene, club: int) -> Named:
    key = Key("club", club)
    named = (actor.named for actor in scene.reading.actors if actor.candidates[:1] == (key,))
    return next(named, Named(scene.gazetteer.name_of(key), (key,)))


def _evidence(scene: Scene, pair: Pair) -> Span:
    """The sentence of the body that weighs most; where only the headline claims it, the first that names the player,
    else the first of all."""
    start = scene.reading.body_start
    body = [claim for claim in pair.claims if claim.line.span.start >= start]
    if body:
        return max(body, key=lambda claim: (claim.weight, -claim.line.number)).line.span
    lines = [line for line in scene.lines if line.span.start >= start]
    naming = (line for line in lines if any(scene.actor(line, at).number == pair.player for at in line.marks("P")))
    return next(naming, lines[0] if lines else pair.claims[0].line).span


def _source(scene: Scene, pair: Pair, evidence: Span, credits: Sequence[CreditFinding]) -> Named | None:
    """Who is credited with the move: in the sentence it stands on, else nearest before it in the same paragraph, else
    in any other sentence that claims it."""
    start = scene.reading.paragraph_at(evidence.start).start
    near = [credit for credit in credits if start <= credit.claim.start <= evidence.start]
    if near:
        return near[-1].source
    spans = {claim.line.span for claim in pair.claims}
    return next((credit.source for credit in credits if credit.claim in spans), None)
