"""The application as WSGI servers call it."""

import os

from django.core.wsgi import get_wsgi_application

from config import databases

databases.serve()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
