"""Leagues by the names that descriptions of clubs use: "the Serie A side"."""

# The wording, folded; the association; the league's name in the reference data where it tells clubs of a country apart.
_ROWS = (
    ("premier league", "England", "Premier League"),
    ("prem", "England", "Premier League"),
    ("english premier league", "England", "Premier League"),
    ("championship", "England", "Championship"),
    ("league one", "England", "League One"),
    ("league two", "England", "League Two"),
    ("serie a", "Italy", "Serie A"),
    ("serie b", "Italy", "Serie B"),
    ("la liga", "Spain", "LaLiga"),
    ("laliga", "Spain", "LaLiga"),
    ("bundesliga", "Germany", "Bundesliga"),
    ("2 bundesliga", "Germany", "2. Bundesliga"),
    ("ligue 1", "France", "Ligue 1"),
    ("ligue 2", "France", "Ligue 2"),
    ("eredivisie", "Netherlands", "Eredivisie"),
    ("primeira liga", "Portugal", "Primeira Liga"),
    ("liga portugal", "Portugal", "Primeira Liga"),
    ("super lig", "Turkey", "Süper Lig"),
    ("saudi pro league", "Saudi Arabia", "Saudi Pro League"),
    ("scottish premiership", "Scotland", "Scottish Premiership"),
    ("mls", "United States", "Major League Soccer"),
    ("major league soccer", "United States", "Major League Soccer"),
    ("belgian pro league", "Belgium", "Belgian Pro League"),
    ("liga mx", "Mexico", "Liga MX"),
    ("wsl", "England", "Women's Super League"),
    ("womens super league", "England", "Women's Super League"),
    ("nwsl", "United States", "National Women's Soccer League"),
)
COUNTRY_OF_LEAGUE: dict[str, str] = {words: country for words, country, _ in _ROWS}
LEAGUES: dict[str, str] = {words: league for words, _, league in _ROWS}
# "the Catalan giants": whose clubs are registered where.
COUNTRY_OF_REGION: dict[str, str] = {
    **dict.fromkeys(("catalan", "basque", "andalusian"), "Spain"),
    "bavarian": "Germany",
    "sicilian": "Italy",
    **dict.fromkeys(("merseyside", "north london", "west london", "south london", "east london"), "England"),
}
