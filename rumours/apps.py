"""The one application of the site."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class RumoursConfig(AppConfig):
    name = "rumours"
    verbose_name = "Transfer rumours"

    def ready(self) -> None:
        """Connect what runs at start; imported here because models and settings are not there any earlier."""
        from rumours import checks

        register(checks.known_database, Tags.database)
        register(checks.contact_given, deploy=True)
