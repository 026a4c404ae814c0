"""What a page tells programs in the words of schema.org: facts that it shows to people, and no others.

Each function of a kind gives one thing, without what is not known; `in_script` writes things for a data block. What was
made up (the demo's world) says so there too.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from markupsafe import Markup

from rumours.choices import PersonRole, SourceKind
from rumours.formatting.addresses import is_web, url
from rumours.formatting.rows import moment_of_day
from rumours.models import Article, Correction, Person, Player, Source

Thing = dict[str, Any]
# Inside a script element no text may end it or open a comment, whatever it says: JSON has another way to write these.
_IN_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def in_script(things: Sequence[Thing]) -> Markup:
    """The content of a `<script type="application/ld+json">` that tells of these things."""
    told = {"@context": "https://schema.org", "@graph": things}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_IN_SCRIPT))  # noqa: S704 - nothing is left in it that could be markup  # nosec B704


def about_site() -> Thing:
    """The site itself, for its front page, with how it is searched."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{_full(url('search'))}?q={{name}}"},
        "query-input": "required name=name",
    }
    return {"@type": "WebSite", "name": settings.SITE_NAME, "url": _full("/"), "potentialAction": search}


def about_club(club: Any) -> Thing:
    """A club, as a row or as the names of a process have it."""
    league = club.competition
    member_of = league and {"@type": "SportsOrganization", "name": league.name}
    return _thing("SportsTeam", club, sport="Football", memberOf=member_of)


def about_player(player: Player) -> Thing:
    """A player; his club and owner must have been loaded."""
    countries = [name for name in (player.nationality, player.second_nationality) if name]
    nationality = [{"@type": "Country", "name": name} for name in countries]
    born = player.born and player.born.isoformat()
    return _thing("Person", player, birthDate=born, nationality=nationality, affiliation=_team(player.club))


def about_person(person: Person) -> Thing:
    """Somebody who speaks; the club must have been loaded."""
    role = "" if person.role == PersonRole.OTHER else person.get_role_display()
    club = person.club if person.club and person.club.is_public else None
    return _thing("Person", person, jobTitle=role, affiliation=_team(club))


def about_source(source: Source) -> Thing:
    """An outlet, or a journalist with his outlet where readers may see it."""
    outlet = source.outlet if source.outlet and source.outlet.is_public else None
    if source.kind == SourceKind.JOURNALIST:
        return _thing("Person", source, jobTitle=source.get_kind_display(), worksFor=outlet and _newsroom(outlet))
    return _thing(_newsroom(source)["@type"], source)


def about_article(article: Article, corrections: Sequence[Correction]) -> Thing:
    """An article of whoever published it, as this site shows it; changed when it was last corrected in public."""
    told: Mapping[str, Any] = {
        "headline": article.headline,
        "url": _full(article.get_absolute_url()),
        "inLanguage": article.language,
        "datePublished": article.published_at and moment_of_day(article.published_at).mark,
        "dateModified": max((moment_of_day(correction.at).mark for correction in corrections), default=""),
        "author": article.author and {"@type": "Person", "name": article.author},
        "publisher": article.publisher and _newsroom(article.publisher),
        "isBasedOn": article.address if is_web(article.address) else "",
    }
    return {"@type": "NewsArticle", **_known(told), **_made_up(article)}


def trail(page: str, title: str, name: str) -> Thing:
    """The way from a list (its name in addresses, its title) to a page of it."""
    first, last = _step(1, title), _step(2, name)
    return {"@type": "BreadcrumbList", "itemListElement": [{**first, "item": _full(url(page))}, last]}


def _step(position: int, name: str) -> Thing:
    return {"@type": "ListItem", "position": position, "name": name}


def _thing(kind: str, row: Any, **told: Any) -> Thing:
    """A row with a page of its own."""
    named = {"@type": kind, "name": row.name, "url": _full(row.get_absolute_url())}
    return {**named, **_known(told), **_made_up(row)}


def _known(told: Mapping[str, Any]) -> Thing:
    return {name: value for name, value in told.items() if value}


def _made_up(row: Any) -> Thing:
    return {"disambiguatingDescription": "invented"} if getattr(row, "is_fictional", False) else {}


def _team(club: Any) -> Thing | None:
    return {"@type": "SportsTeam", "name": club.name} if club else None


def _newsroom(source: Source) -> Thing:
    kind = "Person" if source.kind == SourceKind.JOURNALIST else "Organization"
    return {"@type": kind, "name": source.name}


def _full(address: str) -> str:
    return f"{settings.SITE_URL}{address}"
