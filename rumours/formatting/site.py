"""What every page says about the site itself: its name, its contact, whether it is a demo; as the settings stand."""

from django.conf import settings


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


def current(path: str, address: str) -> str:
    """What `aria-current` says of a menu's entry on the page of a path: the page itself, or the section it is in."""
    if path == address:
        return "page"
    return "true" if path.startswith(address) else ""
