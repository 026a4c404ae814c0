"""The application as WSGI servers call it."""

import os

from django.core.wsgi import get_wsgi_application

from config import databases

databases.serve()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

django_application = get_wsgi_application()  # first: what keeps pages reads the models

from config.pages.serving import kept  # noqa: E402

application = kept(django_application)
