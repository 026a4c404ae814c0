"""The application as ASGI servers call it."""

import os

from django.core.asgi import get_asgi_application

from config import databases

databases.serve()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_asgi_application()
