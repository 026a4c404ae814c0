"""Data addresses: those of the pages with a suffix instead of the last slash."""

from typing import Any

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from rumours.data import lists
from rumours.data.formats import Format
from rumours.data.item import LinkData
from rumours.data.openapi import Document


class FormConverter(StringConverter):
    """One of the suffixes."""

    regex = "|".join(Format)

    def to_python(self, value: str) -> Any:
        return Format(value)


register_converter(FormConverter, "form")

app_name = "api"
urlpatterns: list[URLPattern] = [
    path("links.<form:form>", lists.LinksData.as_view(), name="links"),
    path("links/<int:pk>.json", LinkData.as_view(), name="link"),
    path("clubs.<form:form>", lists.ClubsData.as_view(), name="clubs"),
    path("clubs/<slug:slug>.<form:form>", lists.ClubData.as_view(), name="club"),
    path("players.<form:form>", lists.PlayersData.as_view(), name="players"),
    path("players/<slug:slug>.<form:form>", lists.PlayerData.as_view(), name="player"),
    path("windows/<slug:code>.<form:form>", lists.WindowData.as_view(), name="window"),
    path("sources.<form:form>", lists.SourcesData.as_view(), name="sources"),
    path("sources/<slug:slug>.<form:form>", lists.SourceData.as_view(), name="source"),
    path("quotes.<form:form>", lists.QuotesData.as_view(), name="quotes"),
    path("articles.<form:form>", lists.ArticlesData.as_view(), name="articles"),
    path("api/openapi.json", Document.as_view(), name="document"),
]
