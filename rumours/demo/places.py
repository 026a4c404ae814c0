"""The invented leagues: two associations, their competitions, and every club with its colours and nicknames."""

from typing import NamedTuple

from rumours.choices import Section

VALDORIA, OSTERMARK = "Valdoria", "Ostermark"


class League(NamedTuple):
    name: str
    country: str
    section: Section
    level: int
    squad: int  # players a club of it has


class Place(NamedTuple):
    """One club. `other` are further spellings, `nicknames` what the invented press calls it."""

    name: str
    short: str
    league: str
    colours: str
    nicknames: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


FIRST, SECOND = "Valdorian First Division", "Valdorian Second Division"
OSTER, WOMEN = "Ostermark Premier League", "Valdorian Women’s League"

LEAGUES = (
    League(FIRST, VALDORIA, Section.MEN, 1, 15),
    League(SECOND, VALDORIA, Section.MEN, 2, 12),
    League(OSTER, OSTERMARK, Section.MEN, 1, 12),
    League(WOMEN, VALDORIA, Section.WOMEN, 1, 13),
)

PLACES = (
    Place("FC Kessery", "Kessery", FIRST, "#7a1f2b|#f2e6c9", ("Clarets of the Bay",), ("Kessery FC",)),
    Place("Torvane Athletic", "Torvane", FIRST, "#0b3d6b|#ffffff", ("Harbour Blues",), ("Athletic Torvane",)),
    Place("Dynamo Maresh", "Maresh", FIRST, "#f28c28|#1b1b1b", ("Foundrymen",), ("FK Dynamo Maresh",)),
    Place("Sporting Oldavia", "Oldavia", FIRST, "#1f6b3a|#ffffff", ("Old Greens",)),
    Place("Brenn Lakeside", "Brenn", FIRST, "#58a6d6|#0d2440", ("Grey Waders",)),
    Place("Union Harrowmere", "Harrowmere", FIRST, "#c8102e|#f7d117", ("Ploughmen",)),
    Place("AS Pelagia", "Pelagia", FIRST, "#00798c|#edae49", ("Lighthouse Boys",)),
    Place("Quillon Rovers", "Quillon", FIRST, "#3b1f5b|#d9c7f0", ("Quills",)),
    Place("Castervale City", "Castervale", FIRST, "#9c9c9c|#b3001b", ("Silver Reds",)),
    Place("Vintermoor Town", "Vintermoor", FIRST, "#e8eef2|#22577a", ("Frosts",)),
    Place("Saltmarch United", "Saltmarch", FIRST, "#f4d35e|#083d77", ("Saltmen",)),
    Place("Ellisgate Albion", "Ellisgate", FIRST, "#ffffff|#222222", ("Gatekeepers",)),
    Place("Port Merrow", "Port Merrow", FIRST, "#14213d|#fca311", ("Dockers",), ("Port Merrow AFC",)),
    Place("US Belcastra", "Belcastra", FIRST, "#6a040f|#ffba08", ("Castellani",), ("Belcastra Calcio",)),
    Place("Thornwick Wanderers", "Thornwick", SECOND, "#386641|#a7c957", ("Briars",)),
    Place("Zuvane Stars", "Zuvane", SECOND, "#2d00f7|#e500a4", ("Comets of Zuvane",)),
    Place("Lorrimar County", "Lorrimar", SECOND, "#582f0e|#ede0d4", ("Tanners",)),
    Place("Hallowby", "Hallowby", SECOND, "#4a4e69|#f2e9e4", ("Lanterns",)),
    Place("Redfen Borough", "Redfen", SECOND, "#ae2012|#e9d8a6", ("Reed Cutters",)),
    Place("Cindermere", "Cindermere", SECOND, "#2b2d42|#ef233c", ("Stokers",)),
    Place("Upper Tallow", "Upper Tallow", SECOND, "#f8f4e3|#5f0f40", ("Candlemen",)),
    Place("Norvale Park", "Norvale", SECOND, "#006d77|#83c5be", ("Parkers",)),
    Place("SK Grimsund", "Grimsund", OSTER, "#003049|#d62828", ("Stormcrows",)),
    Place("Falkenhaag 04", "Falkenhaag", OSTER, "#6b705c|#ffe8d6", ("Falconers",)),
    Place("SV Altenwyk", "Altenwyk", OSTER, "#0a9396|#001219", ("Dykers",)),
    Place("Esterveen", "Esterveen", OSTER, "#f3722c|#f9c74f", ("Peat Diggers",)),
    Place("Blauwkerk", "Blauwkerk", OSTER, "#3a86ff|#ffffff", ("Steeple Boys",)),
    Place("Møllestad IF", "Møllestad", OSTER, "#bc4749|#f2e8cf", ("Millers of Møllestad",)),
    Place("Tarnholm BK", "Tarnholm", OSTER, "#1d3557|#a8dadc", ("Island Blues",)),
    Place("Vestrike", "Vestrike", OSTER, "#7209b7|#f1c0e8", ("Westmen",)),
    Place("Kessery Women", "Kessery Women", WOMEN, "#7a1f2b|#f2e6c9"),
    Place("Torvane Athletic Women", "Torvane Women", WOMEN, "#0b3d6b|#ffffff"),
    Place("Maresh Women", "Maresh Women", WOMEN, "#f28c28|#1b1b1b"),
    Place("Oldavia Femina", "Oldavia Femina", WOMEN, "#1f6b3a|#ffffff", ("Green Swifts",)),
    Place("Brenn Lakeside Women", "Brenn Women", WOMEN, "#58a6d6|#0d2440"),
    Place("Pelagia Women", "Pelagia Women", WOMEN, "#00798c|#edae49"),
    Place("Castervale City Women", "Castervale Women", WOMEN, "#9c9c9c|#b3001b"),
    Place("Saltmarch United Women", "Saltmarch Women", WOMEN, "#f4d35e|#083d77"),
    Place("Belcastra Femminile", "Belcastra Femminile", WOMEN, "#6a040f|#ffba08"),
    Place("Quillon Ladies", "Quillon Ladies", WOMEN, "#3b1f5b|#d9c7f0", ("Lady Quills",)),
)
