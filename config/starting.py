"""What is connected once, at the start of every process."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from config import slow_queries, time_limit


class Starting(AppConfig):
    """No models: it lets each new connection to a database be timed and limited."""

    name = "config"
    label = "site_config"

    def ready(self) -> None:
        connection_created.connect(slow_queries.watch, dispatch_uid="slow_queries")
        connection_created.connect(time_limit.watch, dispatch_uid="time_limit")
