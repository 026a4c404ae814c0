"""What wordings say of whom: tables of sentences, with those that must say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.tagging.links.claims import partials
from tests.tagging.links.world import said, scene_of

# sentence, what must be among what it says
TELLING = [
    ("Harbury are keen on Ivo Lander.", {"Lander > Harbury: interest"}),
    ("Harbury are keen on signing Sportivo Lazzano midfielder Ivo Lander.", {"Lander > Harbury: interest"}),
    ("Harbury have been linked with Real Castellar winger Ivo Lander.", {"Lander > Harbury: interest"}),
    ("Ivo Lander has been linked with a move to Harbury.", {"Lander > Harbury: interest"}),
    ("Ivo Lander is on Harbury's radar.", {"Lander > Harbury: interest"}),
    ("Ivo Lander prefers Harbury.", {"Lander > Harbury: interest"}),
    ("Ivo Lander is open to joining Harbury.", {"Lander > Harbury: interest"}),
    ("Ivo Lander has been offered to Harbury.", {"Lander > Harbury: interest"}),
    ("Harbury are ready to pay €30 million for Ivo Lander.", {"Lander > Harbury: interest"}),
    ("Harbury are in talks with Real Castellar over the signing of Ivo Lander.", {"Lander > Harbury: talks"}),
    ("Ivo Lander is in talks with Harbury.", {"Lander > Harbury: talks"}),
    ("Harbury are closing in on Ivo Lander.", {"Lander > Harbury: talks"}),
    ("Harbury have made an offer of €20 million for Ivo Lander.", {"Lander > Harbury: bid"}),
    ("Real Castellar reject Harbury's bid for Ivo Lander.", {"Lander > Harbury: bid"}),
    ("Real Castellar have turned down an offer from Harbury for Ivo Lander.", {"Lander > Harbury: bid"}),
    ("Harbury have had a second bid for Ivo Lander rejected by Real Castellar.", {"Lander > Harbury: bid"}),
    ("Harbury have agreed a fee with Real Castellar for Ivo Lander.", {"Lander > Harbury: agreed"}),
    ("Ivo Lander is set to join Harbury on loan.", {"Lander > Harbury: agreed"}),
    ("Harbury have signed Ivo Lander from Real Castellar.", {"Lander > Harbury: done"}),
    ("Real Castellar have sold Ivo Lander to Harbury for €12m.", {"Lander > Harbury: done"}),
    ("Ivo Lander has joined Harbury on a free transfer.", {"Lander > Harbury: done"}),
    ("Real Castellar have allowed Ivo Lander to join Harbury on loan.", {"Lander > Harbury: done"}),
    ("Harbury have pulled out of the race for Ivo Lander.", {"Lander > Harbury: off"}),
    ("Ivo Lander has turned down a move to Harbury.", {"Lander > Harbury: off"}),
    ("Harbury are not interested in signing Ivo Lander.", {"Lander > Harbury: off"}),
    ("Harbury's deal for Ivo Lander is dead.", {"Lander > Harbury: off"}),
    ("Harbury's move for Ivo Lander has collapsed.", {"Lander > Harbury: off"}),
    ("Ivo Lander's move to Harbury is dead.", {"Lander > Harbury: off"}),
    ("Harbury will not be pursuing a move for Ivo Lander.", {"Lander > Harbury: off"}),
    ("Harbury have ruled out a move for Ivo Lander.", {"Lander > Harbury: off"}),
    ("Harbury have called off their pursuit of Ivo Lander.", {"Lander > Harbury: off"}),
    ("Harbury passed up the chance to sign Ivo Lander.", {"Lander > Harbury: off"}),
    ("Harbury have given up on Ivo Lander.", {"Lander > Harbury: off"}),
    ("Harbury's interest in Ivo Lander has cooled.", {"Lander > Harbury: off"}),
    ("Ivo Lander has rejected a move to Harbury.", {"Lander > Harbury: off"}),
    ("Ivo Lander has decided to stay at Real Castellar.", {"Lander > ?: off"}),
    ("Ivo Lander has committed his future to Real Castellar.", {"Lander > ?: off"}),
    ("Real Castellar are willing to sell Ivo Lander.", {"Lander > ?: leaves"}),
    ("Ivo Lander is expected to leave Real Castellar this summer.", {"Lander > ?: leaves"}),
    # lists, and clubs that go with players one by one
    (
        "Ivo Lander is wanted by Harbury and Norchester City.",
        {"Lander > Harbury: interest", "Lander > Norchester: interest"},
    ),
    (
        "Ivo Lander has been linked with several clubs, including Harbury and Norchester City.",
        {"Lander > Harbury: interest", "Lander > Norchester: interest"},
    ),
    (
        "Harbury are tracking Ivo Lander, with Norchester City also keen.",
        {"Lander > Harbury: interest", "Lander > Norchester: interest"},
    ),
    (
        "Harbury signed Ivo Lander from Real Castellar and Tomas Brekke from Sportivo Lazzano.",
        {"Lander > Harbury: done", "Brekke > Harbury: done"},
    ),
    (
        "Harbury and Norchester City are keen on Ivo Lander and Tomas Brekke, respectively.",
        {"Lander > Harbury: interest", "Brekke > Norchester: interest"},
    ),
    # "they" are the club that the sentence before was about
    ("Harbury were poor again. They want Ivo Lander.", {"Lander > Harbury: interest"}),
]


@pytest.mark.parametrize(("sentence", "expected"), TELLING, ids=[sentence for sentence, _ in TELLING])
def test_a_wording_names_its_player_and_his_buyer(sentence: str, expected: set[str]) -> None:
    assert expected <= said(sentence)


# sentence, what must not be said, why
NEVER = [
    ("Real Castellar reject Harbury's bid for Ivo Lander.", "Lander > Real", "who refuses is no buyer"),
    (
        "Harbury are in talks with Real Castellar over the signing of Ivo Lander.",
        "Lander > Real",
        "the other side sells",
    ),
    ("Harbury have agreed a fee with Real Castellar for Ivo Lander.", "Lander > Real", "the other side sells"),
    ("Harbury have been linked with Real Castellar winger Ivo Lander.", "Lander > Real", "his club describes him"),
    ("Harbury have signed Ivo Lander from Real Castellar.", "Lander > Real", "from there he comes"),
    ("Ivo Lander, who joined Harbury in 2021, scored twice.", "Lander > Harbury", "an old move told of him"),
    ("After signing Ivo Lander last summer, Harbury looked at defenders.", "Lander > Harbury", "last summer"),
    ("Harbury have already signed Ivo Lander and Tomas Brekke.", "Lander > Harbury", "looks back"),
    ("Harbury are looking to tie down Ivo Lander to a new contract.", "Lander > Harbury", "he stays"),
    ("Harbury have opened contract talks with Ivo Lander.", "Lander > Harbury", "he stays"),
    ("Harbury should sign Ivo Lander.", "Lander > Harbury", "a wish of the writer"),
    ("Harbury want Ivo Lander and are over the moon.", "Lander > Harbury: off", "over, but not the deal"),
    ("Harbury have not ruled out a move for Ivo Lander.", "Lander > Harbury: off", "not ruled out"),
    ("Harbury's talks over Ivo Lander go on.", "Lander > Harbury: off", "talks over him"),
    ("Real Castellar have sold Ivo Lander to Harbury.", "Lander > Real", "who sells is no buyer"),
    ("Harbury are on ice for once, and Ivo Lander scored.", "Lander", "another ice"),
    ("Ivo Lander will remain a target for Harbury.", "Lander > Harbury: off", "what remains is the interest"),
    ("Harbury beat Norchester City 2-1 thanks to Ivo Lander.", "Lander", "a match"),
    ("Harbury are fighting for the title with Ivo Lander back.", "Lander", "another fight"),
    ("Harbury are in the market for a new striker, and Ivo Lander scored.", "Lander", "nobody in particular"),
]


@pytest.mark.parametrize(("sentence", "never", "why"), NEVER, ids=[why + ": " + text for text, _, why in NEVER])
def test_a_wording_does_not_say_it(sentence: str, never: str, why: str) -> None:
    assert not [told for told in said(sentence) if told.startswith(never)], why


_PIECES = st.sampled_from(
    ["Harbury", "Ivo Lander", "Tomas Brekke", "have", "signed", "from", "and", ",", ".", "Real Castellar",
     "respectively", "linked with", "talks", "rejected", "bid", "for", "they", "with", "not", "the", "\n\n"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=60))
def test_any_order_of_words_is_read_and_names_only_what_stands_there(pieces: list[str]) -> None:
    scene = scene_of(" ".join(pieces))
    clubs = {actor.number for actor in scene.reading.actors if actor.kind == "club"}
    players = {actor.number for actor in scene.reading.actors if actor.kind == "player"}
    for line in scene.lines:
        for partial in partials(scene, line):
            assert set(partial.players) <= players
            assert set(partial.buyers) <= clubs
            assert 0 <= partial.first <= partial.last < len(line.words)
