"""All addresses: the admin, the icon that browsers ask for by themselves, and the public site."""

from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

from config.metrics import metrics

icon = lazy(static, str)("rumours/favicon.svg")  # the collected name is known only once the site runs

handler400 = "rumours.views.errors.bad_request"
handler500 = "rumours.views.errors.server_error"
urlpatterns = [
    path("admin/", admin.site.urls),
    path("favicon.ico", RedirectView.as_view(url=icon)),
    path("metrics", metrics),
    path("", include("rumours.urls")),
    path("", include("rumours.data.urls")),
]
