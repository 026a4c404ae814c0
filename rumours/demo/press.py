"""The invented press: outlets, aggregators and journalists, with the opinions that editors hold of them."""

from typing import NamedTuple

from rumours.choices import SourceKind, Tier
from rumours.demo.places import OSTERMARK, VALDORIA


class Voice(NamedTuple):
    """A source; `outlet` is whom a journalist works for, `tier` an editor's opinion of it (None: none held yet)."""

    name: str
    kind: SourceKind
    tier: Tier | None = None
    outlet: str = ""
    country: str = VALDORIA
    language: str = "en"
    interest: str = ""
    why: str = ""


HERALD, PENNANT, GAZZETTA, COMPASS = "The Valdor Herald", "The Pennant", "Gazzetta del Lago", "Transfer Compass"
TOUCHLINE, FEMINA, SPORTBLATT, WIRE = "Touchline Valdoria", "Ninety Women", "Ostermark Sportblatt", "Bay Wire"

OUTLETS = (
    Voice(HERALD, SourceKind.OUTLET, Tier.TWO, why="Rare slips; says when it does not know."),
    Voice(PENNANT, SourceKind.OUTLET, Tier.TWO, why="Close to several boardrooms of the First Division."),
    Voice("Kessery Evening Post", SourceKind.OUTLET, Tier.THREE, why="Sound on Kessery, thin elsewhere."),
    Voice("Harbour Tribune", SourceKind.OUTLET, Tier.THREE, why="Local to Torvane; repeats others on the rest."),
    Voice(GAZZETTA, SourceKind.OUTLET, Tier.THREE, language="it", why="Right about half the time."),
    Voice(SPORTBLATT, SourceKind.OUTLET, Tier.TWO, country=OSTERMARK, why="The paper of record across the border."),
    Voice(FEMINA, SourceKind.OUTLET, Tier.ONE, why="Breaks nearly every move of the women’s league."),
    Voice("Radio Pelagia", SourceKind.OUTLET, Tier.FOUR, why="Hourly updates, few of them new."),
    Voice("Goalmouth Daily", SourceKind.OUTLET, Tier.FOUR, interest="Owned by a betting firm", why="Seldom right."),
    Voice(COMPASS, SourceKind.OUTLET, Tier.FIVE, interest="Sells adverts by the click", why="Invents suitors."),
    Voice(WIRE, SourceKind.OUTLET),
    Voice(TOUCHLINE, SourceKind.AGGREGATOR, Tier.AGGREGATOR, why="Collects what others write."),
)

JOURNALISTS = (
    Voice("Aurelia Vantongeren-Holt", SourceKind.JOURNALIST, Tier.ONE, HERALD, why="As good as official on Kessery."),
    Voice("Caspian Drewe", SourceKind.JOURNALIST, Tier.TWO, PENNANT, why="Well informed about fees."),
    Voice("Marit Eskelund", SourceKind.JOURNALIST, Tier.ONE, SPORTBLATT, OSTERMARK, why="Seldom posts, seldom errs."),
    Voice("Tobiah Quennell", SourceKind.JOURNALIST, Tier.THREE, HERALD, why="Good on talks, early on agreements."),
    Voice("Ornella Bassaviti", SourceKind.JOURNALIST, Tier.TWO, GAZZETTA, language="it", why="Knows Belcastra well."),
    Voice("Fintan Loughmere", SourceKind.JOURNALIST, Tier.THREE, "Harbour Tribune", why="Torvane only."),
    Voice("Zdeňka Prahovská", SourceKind.JOURNALIST, Tier.TWO, FEMINA, why="First on the women’s game."),
    Voice("Jory Pennhallow", SourceKind.JOURNALIST, Tier.FOUR, "Goalmouth Daily", why="Recycles agents’ hopes."),
    Voice(
        "Leopold Sandquist",
        SourceKind.JOURNALIST,
        Tier.THREE,
        interest="Writes for an agency’s newsletter",
        why="Independent, but close to one agent.",
    ),
    Voice("Basma El Khadrouni", SourceKind.JOURNALIST, None, WIRE),
)

VOICES = OUTLETS + JOURNALISTS
