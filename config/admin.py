"""Which admin site is the site's."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """The stock admin, as the desk.

    That stands in a module of its own: it is made before `rumours.admin`, whose pages register with it, is read.
    """

    default_site = "config.desk.Desk"
