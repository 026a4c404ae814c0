"""Pairs with enough evidence, as findings."""

from collections.abc import Sequence

from rumours.calendar import Calendar
from rumours.choices import GROUP_OF_STAGE, Doubt, Stage, TransferKind
from rumours.tagging.findings import CreditFinding, FeeFinding, LinkFinding
from rumours.tagging.gazetteer import Gazetteer
from rumours.tagging.links import origins
from rumours.tagging.links.attach import Topics
from rumours.tagging.links.choosing import choose
from rumours.tagging.links.doubts import doubt_of_stage, doubts_of
from rumours.tagging.links.fees import fees_of
from rumours.tagging.links.kinds import kinds_of
from rumours.tagging.links.scene import Scene
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
    scene = Scene.of(reading, gazetteer)
    origins.settle(scene)
    pairs = choose(scene)
    topics = Topics(scene, pairs)
    stages = stages_of(scene, pairs, topics)
    kinds = kinds_of(scene, pairs, topics)
    doubts = doubts_of(scene, pairs, topics, stages)
    windows = windows_of(scene, pairs, topics, calendar, stages)
    fees = fees_of(scene, pairs, topics)
    return tuple(
        _finding(scene, pair, stages[place], kinds[place], doubts[place], windows[place], fees[place])
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
) -> LinkFinding:
    actors = scene.reading.actors
    home = scene.origins.get(pair.player)
    evidence = _evidence(scene, pair)
    best = max(pair.claims, key=lambda claim: claim.weight)
    return LinkFinding(
        span=evidence,
        text=evidence.of(scene.reading.text),
        player=actors[pair.player].named,
        from_club=actors[home].named if home is not None else None,
        to_club=actors[pair.buyer].named if pair.buyer is not None else None,
        loan_club=None,
        window=window,
        stage_group=GROUP_OF_STAGE[stage],
        stage=stage,
        kind=kind,
        fees=tuple(fees),
        doubt=doubt if doubt != Doubt.NONE else doubt_of_stage(stage),
        source=None,
        confidence=round(pair.confidence, 3),
        rule=best.cue.rule,
    )


def _evidence(scene: Scene, pair: Pair) -> Span:
    """The sentence of the body that weighs most."""
    body = [claim for claim in pair.claims if claim.line.span.start >= scene.reading.body_start]
    best = max(body or pair.claims, key=lambda claim: (claim.weight, -claim.line.number))
    return best.line.span
