"""Where each player is now: what the text says, added up; then his spell on the day."""

from collections import Counter, defaultdict

from rumours.tagging.links.lines import Line
from rumours.tagging.links.phrases import Phrasebook
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.vocabulary import CONNECTORS, MODIFIERS, SUITOR_WORDS
from rumours.tagging.reading import Actor

ENOUGH = 0.6
READER, SPELL = 1.2, 0.8

# Phrases that put P at C. Known miss: "P at C" in a match report names the ground's owner.
_AT: Phrasebook[float] = Phrasebook(
    [
        ("P of C", 1.5),
        ("P [,] leave|leaves|leaving|quit|depart|departs|exit|exits|departing C", 1.5),
        ("P ..3 to leave|quit|depart C", 1.5),
        ("P ..4 {out} of|from C", 1.2),
        ("P ['s] ..3 future at C", 1.5),
        ("P ['s] ..4 {contract} with|at C", 1.3),
        ("P ['s] ..3 time|spell|stay|career at|with C", 0.6),
        ("P at|( C", 0.9),
        ("P [,] ..2 currently ..5 C", 1.0),
        ("sign|signing|land|buy|recruit|bring|signed|take|prise|lure|poach|acquire|capture|deal|move|bid|swoop|interest ..6 P ..2 from|away C", 1.5),
        ("talks|negotiations|contact|contacts|discussions|agreement|agreed|deal|negotiating with C over|for|about|regarding ..4 P", 1.3),
        ("approach|approached|bid|enquire|sound|sounded|offer|ask|asked|contacted ..2 C for|about|over ..4 P", 1.2),
        ("C [have] reject|rejected|rejects|turned|refuse|refused|rebuffed|demand|demanding|want|value|value|price|priced ..9 for P", 1.0),
        ("C ..5 to sell|offload|lose|keep|release|let|retain|part ..3 P", 1.2),
        ("C ..3 value|values|valued|price|priced|rate P", 1.2),
        ("P ..6 contract|deal|terms ..4 C expires|runs|ends", 1.2),
        ("P has|have ..8 for C this season|term", 0.8),
        ("P who ..3 plays|playing for C", 1.4),
    ],
    {"out": "out|exit|departure|move|away|leave", "contract": "contract|deal|agreement|terms"},
)  # fmt: skip
# The club a player is leaving or kept by, whoever he is: he is looked for in the sentence, else it is whom the text is
# about. Known miss: "leave Milan with ten men".
_HIS: Phrasebook[float] = Phrasebook(
    [
        ("leave|leaves|leaving|quit|quitting|depart|departs|departing C", 1.0),
        ("exit|departure|away|move from C", 1.0),
        ("{out} of C", 0.8),
        ("future|contract|deal|career|days|stay|situation at|with|away C", 0.9),
        ("contract with C", 0.9),
        ("his|her|current|parent club [,] C", 1.2),
        ("C {have} ..2 no intention|plans|desire", 0.9),
        ("C {have} [..2] rejected|refused|rebuffed|turned", 0.9),
        ("C reject|rejected|rejects|refuse|refused|rebuff|demand|demanding|insist|stood|stand|hold", 0.9),
        ("C [..3] want|wants|willing|reluctant|unwilling|ready|prepared|keen to sell|keep|offload|retain|cash|part|let", 1.1),
        ("from C for|in|on|this|before|to|as|after", 0.5),
        ("C 's valuation|asking|price|demands|resolve", 1.1),
        ("persuade|convince|test C to|'s", 0.9),
    ],
    {"out": "out|exit|departure", "have": "has|have|had"},
)
_FORMER: Phrasebook[None] = Phrasebook(
    [
        ("former|ex [-] C ..4 P", None),
        ("ex - C ..4 P", None),
        ("P ..6 joined|signed|arrived|moved ..3 from C", None),
        ("P ..2 who left C", None),
        ("signed|joined ..2 from C in|for|last", None),
    ],
    {},
)


def settle(scene: Scene) -> None:
    """Fill `scene.origins` and `scene.formers`."""
    votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for line in scene.lines:
        _beside(scene, line, votes)
        _phrases(scene, line, votes)
    for player in scene.players():
        counted = votes[player.number]
        _known(scene, player, counted)
        for former in scene.formers.get(player.number, ()):
            counted[former] -= 1.0
        best = counted.most_common(1)
        scene.origins[player.number] = best[0][0] if best and best[0][1] >= ENOUGH else None


def owner_of(line: Line, place: int) -> int | None:
    """The place of the player whom the club at `place` owns by standing before him: "Juventus defender P"; or None."""
    at = place + 1
    while at < len(line.words) and at - place <= 7:
        word = line.words[at]
        if word.text == "P" and word.mention and not word.mention.implied:
            return at if at > place + 1 or line.words[place + 1].text == "'s" else at
        capital = word.mention is None and word.span and word.text not in SUITOR_WORDS and word.text not in CONNECTORS
        if word.text in MODIFIERS or (capital and _is_modifier(word.text)):
            at += 1
            continue
        return None
    return None


def _is_modifier(word: str) -> bool:
    return word.endswith(("-year-old", "an", "ish", "ese", "ch", "tch")) and len(word) > 4


def _beside(scene: Scene, line: Line, votes: defaultdict[int, Counter[int]]) -> None:
    for place in line.marks("C"):
        if place and line.words[place - 1].text in {"former", "ex", "-", "formerly"}:
            continue
        owned = owner_of(line, place)
        if owned is not None:
            club = scene.actor(line, place).number
            votes[scene.actor(line, owned).number][club] += 1.5


def _phrases(scene: Scene, line: Line, votes: defaultdict[int, Counter[int]]) -> None:
    for hit in _FORMER.find(line.words):
        if "P" in hit.slots and "C" in hit.slots:
            player, club = scene.actor(line, hit.slots["P"]).number, scene.actor(line, hit.slots["C"]).number
            scene.formers.setdefault(player, set()).add(club)
    for his in _HIS.find(line.words):
        whom = _nearest_player(scene, line, his.first)
        if whom is not None:
            votes[whom][scene.actor(line, his.slots["C"]).number] += his.tag
    for at in _AT.find(line.words):
        player, club = scene.actor(line, at.slots["P"]).number, scene.actor(line, at.slots["C"]).number
        votes[player][club] += at.tag


def _known(scene: Scene, player: Actor, counted: Counter[int]) -> None:
    """What the reader made out, and where the gazetteer has the player on the day, if the text names that club."""
    if player.club is not None:
        counted[player.club] += READER
    scene.formers.setdefault(player.number, set()).update(player.former)
    if player.candidates and scene.reading.published:
        spell = scene.gazetteer.spell_on(player.candidates[0].id, scene.reading.published.date())
        if spell:
            home = spell.owner or spell.club
            for actor in scene.reading.actors:
                if actor.kind == "club" and actor.candidates and actor.candidates[0].id == home:
                    counted[actor.number] += SPELL


def _nearest_player(scene: Scene, line: Line, place: int) -> int | None:
    """The player named nearest in the line, or whom the text is about."""
    found = line.marks("P")
    if not found:
        return scene.main_player()
    return scene.actor(line, min(found, key=lambda at: abs(at - place))).number
