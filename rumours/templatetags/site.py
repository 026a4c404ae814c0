"""What every page says about the site itself: its name, its menu, whether it is a demo."""

from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse

register = template.Library()


@register.simple_tag
def site_name() -> str:
    """The site's name as set by SITE_NAME."""
    return str(settings.SITE_NAME)


@register.simple_tag
def is_demo() -> bool:
    """Whether this site shows the demo world."""
    return bool(settings.DEMO)


@register.simple_tag
def site_contact() -> str:
    """The mail address for mistakes; empty when none is set."""
    return str(settings.CONTACT)


@register.inclusion_tag("rumours/includes/_nav_item.html", takes_context=True)
def nav_item(context: template.Context, name: str, label: str) -> dict[str, Any]:
    """One entry of a menu: marked as the page itself, or as the section the page is in."""
    url = reverse(f"rumours:{name}")
    path = context["request"].path if "request" in context else ""
    current = "page" if path == url else "true" if path.startswith(url) else ""
    return {"url": url, "label": label, "current": current}
