"""The one application of the site."""

from django.apps import AppConfig


class RumoursConfig(AppConfig):
    name = "rumours"
    verbose_name = "Transfer rumours"
