"""The yardstick: a Django view of 30,000 constant bytes without middleware, by the same server as the site.

With BENCH_IMPORTS=yes it has imported what the site's workers import, for comparing memory.
"""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import path

BODY = b"x" * 30_000


def constant(request: HttpRequest) -> HttpResponse:
    """The page."""
    return HttpResponse(BODY)


urlpatterns = [path("", constant), path("robots.txt", constant)]


def _with_imports() -> None:
    from importlib import import_module

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from config import settings as site

    own = {name: getattr(site, name) for name in dir(site) if name.isupper()}
    settings.configure(**own | {"ROOT_URLCONF": __name__, "MIDDLEWARE": []})
    django.setup()
    import_module("config.urls")


if os.environ.get("BENCH_IMPORTS") == "yes":
    _with_imports()
else:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="of no worth", MIDDLEWARE=[])
    django.setup()
application = WSGIHandler()
