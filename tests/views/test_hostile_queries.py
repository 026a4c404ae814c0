"""Whatever stands in an address: a page, a move, or a plain refusal; never a failure, never an echo of markup."""

from collections.abc import Iterator
from itertools import cycle, islice
from urllib.parse import quote, urlsplit

import pytest
from django.test import Client

from tests import factories as make

ANSWERS = {200, 301, 302, 400, 404}
LISTS = ("/", "/links/", "/clubs/", "/clubs/ac-milan/", "/players/", "/windows/2026-winter/", "/quotes/", "/articles/",
         "/sources/", "/sources/tuttocampo/", "/search/")  # fmt: skip
PARAMETERS = (
    "direction", "position", "window", "status", "stage", "doubt", "kind", "club", "competition", "source", "role",
    "fee_min", "fee_max", "age_min", "age_max", "nationality", "since", "q", "sort", "after", "speaker", "player",
    "via", "publisher", "section", "page", "utm_source",
)  # fmt: skip
# As bytes arrive: percent-encoded already.
BROKEN = (
    "",
    "%00",
    "a%00b",
    "%ED%A0%80",
    "%FF",
    "%C3%28",
    "%E2%82",
    "%C0%AF",
    "%",
    "%zz",
    "%EF%BF%BF",
    "%7F",
    "%1B[31m",
)
NUMBERS = ("-1", "0", "1_000", "%201%20", "1e9", "0x10", "NaN", "9" * 18, "9" * 19, "9" * 90, "²", "１２", "١٢٣")
DATES = ("2026-02-30", "0000-01-01", "9999-12-31", "10000-01-01", "0000-winter", "9999-summer", "2026-٠١-٠١")
CODE = ("' OR 1=1--", "1) UNION SELECT 1--", "{{7*7}}", "${7*7}", "../../etc/passwd", "x\r\nSet-Cookie: a=b", "%s%n")
MARKUP = ('"><script>alert(1)</script>', "<svg onload=alert(1)>", "'><img src=x onerror=alert(1)>")
SHAPES = ("(" * 90, "[" * 90, "((a+)+)+$", "*" * 90, "\\" * 50, "%_" * 40, "é" * 90, "\u202e", "😀", "a\u0301" * 40)
CURSORS = ("..", "1.2", "a.b.c", "0.0.0", "0.-1.1", f"9.{'9' * 18}.{'9' * 18}", "0.253402300800000000.1", "٣.٣.٣")
VALUES = (*BROKEN, *map(quote, (*NUMBERS, *DATES, *CODE, *MARKUP, *SHAPES, *CURSORS)))
WHOLE = (
    "position", "position=", "=", "&" * 3000, "=" * 3000, "x" * 5000, "%FF=%FF&%00=1", "q[a][b]=c", ";q=1;", "?q=1",
    "q=a&q=b", "after=1&after=2", "&".join(["position=Centre-Back"] * 10_000), "&".join(f"q{n}=1" for n in range(2000)),
)  # fmt: skip
IN_PATHS = ("/links/{}-x/", "/links/1-{}/", "/articles/{}-x/", "/clubs/{}/", "/players/{}/", "/people/{}/",
            "/windows/{}/", "/sources/{}/", "/sitemap-{}.xml", "/{}")  # fmt: skip


@pytest.fixture
def rows(db: None) -> None:
    """One of everything, so that no list ends before it has looked."""
    club = make.ClubFactory(name="AC Milan", is_reference=True)
    source = make.SourceFactory(name="TuttoCampo", is_reference=True)
    link = make.TransferLinkFactory(to_club=club, player__is_reference=True, is_public=True)
    article = make.PublishedArticleFactory(publisher=source)
    make.ReportFactory(article=article, link=link)
    make.QuoteFactory(article=article, speaker__is_reference=True, via=source, players=[link.player])


def assert_harmless(client: Client, addresses: Iterator[str]) -> None:
    """Every answer is one of ANSWERS, sets no cookie, repeats no markup and stays on the site."""
    faults = []
    for address in addresses:
        answer = client.get(address)
        page = answer.content.decode().lower()
        echoed = [words for words in ("<script>alert", "<svg onload", "<img src=x") if words in page]
        away = urlsplit(answer.headers.get("Location", "")).netloc
        if answer.status_code not in ANSWERS or echoed or away or answer.cookies:
            faults.append((answer.status_code, address[:200], echoed, away))
    assert faults == []


@pytest.mark.parametrize("path", LISTS)
def test_no_value_of_a_parameter_does_harm(client: Client, rows: None, path: str) -> None:
    """Every list meets every value, each in another of its parameters."""
    names = islice(cycle(PARAMETERS), LISTS.index(path), None)
    assert_harmless(client, (f"{path}?{next(names)}={value}" for value in VALUES))


@pytest.mark.parametrize("name", ["q", "after", "window", "position", "fee_min", "club"])
def test_no_value_harms_the_list_of_links(client: Client, rows: None, name: str) -> None:
    assert_harmless(client, (f"/links/?{name}={value}" for value in VALUES))


def test_no_shape_of_a_query_does_harm(client: Client, rows: None) -> None:
    assert_harmless(client, (f"{path}?{query}" for path in LISTS for query in WHOLE))


def test_no_path_does_harm(client: Client, rows: None) -> None:
    assert_harmless(client, (path.format(value) for path in IN_PATHS for value in VALUES))
