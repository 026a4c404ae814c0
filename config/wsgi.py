"""The application as WSGI servers call it."""

import os

from django.core.wsgi import get_wsgi_application

from config import databases, starting
from config.stopping import stopping

databases.serve()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

with stopping():
    django_application = get_wsgi_application()  # first: what keeps pages reads the models
    starting.demand_static_files()

from config.pages.serving import kept  # noqa: E402

application = kept(django_application)
