"""What is connected once, at the start of every process."""

from django.apps import AppConfig
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.signals import connection_created

from config import slow_queries, time_limit


class Starting(AppConfig):
    """No models: it lets each new connection to a database be timed and limited."""

    name = "config"
    label = "site_config"

    def ready(self) -> None:
        connection_created.connect(slow_queries.watch, dispatch_uid="slow_queries")
        connection_created.connect(time_limit.watch, dispatch_uid="time_limit")


def demand_static_files() -> None:
    """Stop a server (ImproperlyConfigured) whose pages would all fail, for want of the list of collected files."""
    storage = staticfiles_storage
    if isinstance(storage, ManifestFilesMixin) and not storage.hashed_files:
        raise ImproperlyConfigured("VAR_DIR holds no collected static files: run manage.py collectstatic.")
