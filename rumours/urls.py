"""Addresses of the public site."""

from django.contrib.sitemaps.views import sitemap
from django.urls import URLPattern, path

from rumours.sitemaps import SITEMAPS
from rumours.views.articles import ArticleDetail, ArticleList, ArticlePreview
from rumours.views.clubs import ClubDetail, ClubList
from rumours.views.data import Data
from rumours.views.health import Alive, Ready
from rumours.views.home import Home
from rumours.views.links import LinkDetail, LinkList
from rumours.views.method import Method
from rumours.views.people import PersonDetail
from rumours.views.players import PlayerDetail, PlayerList
from rumours.views.quotes import QuoteList
from rumours.views.robots import Robots
from rumours.views.search import Search
from rumours.views.security import Security, SecurityText
from rumours.views.sitemap import SitemapIndex
from rumours.views.sources import SourceDetail, SourceList
from rumours.views.windows import WindowDetail, WindowList

app_name = "rumours"
urlpatterns: list[URLPattern] = [
    path("", Home.as_view(), name="home"),
    path("links/", LinkList.as_view(), name="link-list"),
    path("links/<int:pk>-<slug:slug>/", LinkDetail.as_view(), name="link-detail"),
    path("clubs/", ClubList.as_view(), name="club-list"),
    path("clubs/<slug:slug>/", ClubDetail.as_view(), name="club-detail"),
    path("players/", PlayerList.as_view(), name="player-list"),
    path("players/<slug:slug>/", PlayerDetail.as_view(), name="player-detail"),
    path("windows/", WindowList.as_view(), name="window-list"),
    path("windows/<slug:code>/", WindowDetail.as_view(), name="window-detail"),
    path("people/<slug:slug>/", PersonDetail.as_view(), name="person-detail"),
    path("quotes/", QuoteList.as_view(), name="quote-list"),
    path("sources/", SourceList.as_view(), name="source-list"),
    path("sources/<slug:slug>/", SourceDetail.as_view(), name="source-detail"),
    path("articles/", ArticleList.as_view(), name="article-list"),
    path("articles/<int:pk>-<slug:slug>/", ArticleDetail.as_view(), name="article-detail"),
    path("articles/<int:pk>-<slug:slug>/preview/", ArticlePreview.as_view(), name="article-preview"),
    path("search/", Search.as_view(), name="search"),
    path("api/", Data.as_view(), name="data"),
    path("method/", Method.as_view(), name="method"),
    path("security/", Security.as_view(), name="security"),
    path(".well-known/security.txt", SecurityText.as_view(), name="security-text"),
    path("sitemap.xml", SitemapIndex.as_view(), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-file"),
    path("robots.txt", Robots.as_view(), name="robots"),
    path("healthz", Alive.as_view(), name="healthz"),
    path("readyz", Ready.as_view(), name="readyz"),
]
