"""Which pairs become links, and the signs by which that is judged."""

import pytest

from rumours.tagging.links import choosing
from rumours.tagging.links.claims import partials
from rumours.tagging.links.features import observe
from rumours.tagging.links.judging import Odds
from rumours.tagging.links.weighing import gather
from tests.tagging.links.world import scene_of

# Names beside each other, and no wording of a move.
BESIDE = "Ivo Lander admired Harbury as a boy."


@pytest.mark.parametrize(("likely", "expected"), [(0.69, set()), (0.71, {"Ivo Lander"})])
def test_a_text_whose_best_likeness_is_faint_has_no_link(
    monkeypatch: pytest.MonkeyPatch, likely: float, expected: set[str]
) -> None:
    monkeypatch.setattr(choosing, "odds", lambda signs: Odds(buyer=likely, home=0.0))
    scene = scene_of(BESIDE)
    assert {scene.reading.actors[pair.player].name for pair in choosing.choose(scene)} == expected


@pytest.mark.parametrize(
    ("body", "sign", "absent"),
    [
        ("Harbury have bid £20m for Ivo Lander.", "own:bid", "not:bid"),
        ("Harbury have never bid £20m for Ivo Lander.", "not:bid", "own:bid"),
        ("Harbury should bid £20m for Ivo Lander.", "supposed:bid", "own:bid"),
        ("Last summer Harbury bid £20m for Ivo Lander.", "past:bid", "own:bid"),
    ],
)
def test_a_wording_is_a_sign_of_its_tense(body: str, sign: str, absent: str) -> None:
    scene = scene_of(body)
    found = [partial for line in scene.lines for partial in partials(scene, line)]
    signs = {sign for seen in observe(scene, found, gather(scene, found)).values() for sign in seen.signs}
    assert sign in signs
    assert absent not in signs
