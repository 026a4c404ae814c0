"""What every page says about the site itself: its name, its contact, whether it is a demo; as the settings stand."""

from collections.abc import Iterable

from django.conf import settings

from rumours.formatting.addresses import url


def site_name() -> str:
    """The site's name as set by SITE_NAME."""
    return str(settings.SITE_NAME)


def site_url() -> str:
    """Where the site is, as set by SITE_URL, without a slash at its end."""
    return str(settings.SITE_URL)


def is_demo() -> bool:
    """Whether this site shows the demo world."""
    return bool(settings.DEMO)


def site_contact() -> str:
    """The mail address for mistakes; empty when none is set."""
    return str(settings.CONTACT)


def marks_of(path: str, menu: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What `aria-current` says of each entry (the name of a page, its label) of a menu on the page of a path."""
    return tuple([_current(path, url(name)) for name, _ in menu])


def _current(path: str, address: str) -> str:
    """The page itself, or the section it is in; empty for any other."""
    if path == address:
        return "page"
    return "true" if path.startswith(address) else ""
