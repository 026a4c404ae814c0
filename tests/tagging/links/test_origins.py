"""Where players are: tables of texts with the club that Lander is at, and those that tell nothing or another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.tagging import Gazetteer, Key, KnownName, Spell
from rumours.tagging.links import origins
from rumours.tagging.links.grounds import stand_for_clubs
from rumours.tagging.links.scene import Scene
from rumours.tagging.names import read
from rumours.text import Document
from tests.tagging.links.world import CLUBS, GAZETTEER, PLAYERS, PUBLISHED, scene_of

TOLD = [
    # beside his name
    ("Harbury are keen on Real Castellar winger Ivo Lander.", "Real Castellar"),
    ("Harbury want Real Castellar's Ivo Lander.", "Real Castellar"),
    ("Harbury have an eye on Real Castellar captain and Norway midfielder Ivo Lander.", "Real Castellar"),
    ("Harbury want Real Castellar duo Tomas Brekke and Ivo Lander.", "Real Castellar"),
    ("Harbury are interested in Ivo Lander of Real Castellar.", "Real Castellar"),
    ("Harbury like Ivo Lander (Real Castellar).", "Real Castellar"),
    ("Harbury want Ivo Lander. They have long followed the Real Castellar midfielder.", "Real Castellar"),
    # going, now
    ("Ivo Lander wants to leave Real Castellar for Harbury.", "Real Castellar"),
    ("Harbury have signed Ivo Lander from Real Castellar.", "Real Castellar"),
    ("Ivo Lander has joined Harbury on loan from Real Castellar.", "Real Castellar"),
    ("Harbury are in talks over Ivo Lander's move from Real Castellar.", "Real Castellar"),
    # what his club does
    ("Real Castellar have rejected a bid from Harbury for Ivo Lander.", "Real Castellar"),
    ("Ivo Lander is wanted by Harbury, but Real Castellar are not willing to sell.", "Real Castellar"),
    ("Real Castellar are ready to sell Ivo Lander to Harbury.", "Real Castellar"),
    ("Real Castellar want £30m for Ivo Lander, a target for Harbury.", "Real Castellar"),
    ("Harbury have agreed a fee with Real Castellar for Ivo Lander.", "Real Castellar"),
    ("Harbury have approached Real Castellar about Ivo Lander.", "Real Castellar"),
    ("Harbury plan a raid on Real Castellar to sign Ivo Lander.", "Real Castellar"),
    # his contract, what he did there
    ("Harbury want Ivo Lander, who is under contract at Real Castellar until 2028.", "Real Castellar"),
    ("Harbury want Ivo Lander. His contract with Real Castellar runs until 2028.", "Real Castellar"),
    ("Harbury want Ivo Lander, who scored 12 goals for Real Castellar last season.", "Real Castellar"),
    ("Harbury want Ivo Lander, who joined Real Castellar from Marlow Athletic in 2021.", "Real Castellar"),
    # a loanee is at his owner's
    ("Ivo Lander, on loan at Norchester City from Real Castellar, is wanted by Harbury.", "Real Castellar"),
]

NOT_TOLD = [
    "Harbury are keen on Ivo Lander.",
    "Harbury have signed Ivo Lander.",
    "Ivo Lander is set to join Harbury.",
    "Harbury are keen on former Real Castellar midfielder Ivo Lander.",
    "Harbury want free agent Ivo Lander.",
    "Interest from Harbury in Ivo Lander is growing.",
    "Harbury target Ivo Lander is in talks.",
    "Ivo Lander left Real Castellar three years ago and is wanted by Harbury.",
]


def home_of(scene: Scene, name: str = "Lander") -> str | None:
    """The club a player is at by a settled scene."""
    actors = scene.reading.actors
    player = next(actor.number for actor in actors if actor.name.endswith(name))
    club = scene.origins[player]
    return actors[club].name if club is not None else None


@pytest.mark.parametrize(("body", "club"), TOLD)
def test_the_text_tells_his_club(body: str, club: str) -> None:
    assert home_of(scene_of(body)) == club


@pytest.mark.parametrize("body", NOT_TOLD)
def test_no_club_where_the_text_tells_none(body: str) -> None:
    assert home_of(scene_of(body)) is None


def test_lists_of_players_and_clubs_go_together_one_by_one() -> None:
    scene = scene_of(
        "Harbury signed Ivo Lander and Tomas Brekke from Real Castellar and Norchester City, respectively."
    )

    assert (home_of(scene), home_of(scene, "Brekke")) == ("Real Castellar", "Norchester City")


def test_each_player_has_the_club_beside_him() -> None:
    scene = scene_of("Harbury signed Ivo Lander from Real Castellar and Tomas Brekke from Norchester City.")

    assert (home_of(scene), home_of(scene, "Brekke")) == ("Real Castellar", "Norchester City")


def test_all_of_a_list_for_sale_are_the_sellers() -> None:
    scene = scene_of("Real Castellar want to offload several players, including Ivo Lander and Tomas Brekke.")

    assert (home_of(scene), home_of(scene, "Brekke")) == ("Real Castellar", "Real Castellar")


def test_where_he_is_on_loan_is_kept() -> None:
    scene = scene_of("Harbury want Ivo Lander, who is on loan at Norchester City from Real Castellar.")

    assert [scene.reading.actors[club].name for club in scene.loans.values()] == ["Norchester City"]


def test_the_known_spell_speaks_for_a_club_that_the_text_names() -> None:
    names = [
        *(KnownName(Key("club", place), name) for place, name in enumerate(CLUBS)),
        *(KnownName(Key("player", place), name) for place, name in enumerate(PLAYERS)),
    ]
    gazetteer = Gazetteer(names, spells=[Spell(player=0, club=3)])
    body = "Harbury are keen on Ivo Lander. Real Castellar drew on Sunday."

    scene = Scene.of(read(Document(headline="", body=body, published=PUBLISHED), gazetteer), gazetteer)
    origins.settle(scene)

    assert home_of(scene) == "Real Castellar"


def test_a_ground_stands_for_a_club_that_the_text_names() -> None:
    line = scene_of("He may leave Old Trafford.").lines[0]

    meant = stand_for_clubs(line, {"manchester united": 7})

    assert meant.words == ["he", "may", "leave", "C", "."]
    assert stand_for_clubs(line, {}).words == ["he", "may", "leave", "old", "trafford", "."]


def test_a_region_of_two_clubs_stands_for_the_one_that_the_text_names() -> None:
    line = scene_of("He may move to Merseyside.").lines[0]

    assert stand_for_clubs(line, {"everton": 7}).words == ["he", "may", "move", "to", "C", "."]
    assert stand_for_clubs(line, {"everton": 7, "liverpool": 8}).words == line.words


@given(st.lists(st.sampled_from(["Ivo Lander", *CLUBS, "from", "leave", "sell", "on loan at", "for", "and", "'s"])))
def test_any_words_give_an_answer(words: list[str]) -> None:
    scene = Scene.of(read(Document(headline="", body=" ".join(words)), GAZETTEER), GAZETTEER)
    origins.settle(scene)

    assert set(scene.origins) == {actor.number for actor in scene.players()}
