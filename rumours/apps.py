"""The one application of the site."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class RumoursConfig(AppConfig):
    name = "rumours"
    verbose_name = "Transfer rumours"

    def ready(self) -> None:
        """Connect what runs at start; imported here because models and settings are not there any earlier."""
        from rumours import checks
        from rumours.accounts.watching import watch
        from rumours.editorial.groups import repair_groups
        from rumours.editorial.touching import listen

        watch()
        listen()
        register(checks.known_database, Tags.database)
        register(checks.contact_given, deploy=True)
        register(checks.second_factor_required, deploy=True)
        post_migrate.connect(repair_groups, sender=self, dispatch_uid="rumours.repair_groups")
