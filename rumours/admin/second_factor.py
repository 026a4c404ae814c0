"""Pages of the second factor: giving it after the password, enrolling an app, fresh recovery codes."""

from typing import Any

import django_otp
from django import forms
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_otp.models import Device

from rumours.accounts import second_factor
from rumours.accounts.qr import drawing

_SECRET = "second_factor_secret"  # noqa: S105 - the name under which a session keeps one


class CodeForm(forms.Form):
    """One code."""

    code = forms.CharField(
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
    )


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class FactorPage(View):
    """For staff who have given their password, on a site that asks for more."""

    site: AdminSite = admin.site
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not second_factor.is_required():
            raise Http404("this site asks for no second factor")
        if not request.user.is_authenticated:
            return redirect(f"{reverse('admin:login')}?next={request.path}")
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        if not isinstance(self.request.user, User):
            raise PermissionDenied("nobody is logged in")
        return self.request.user

    @property
    def is_verified(self) -> bool:
        return bool(self.request.user.is_verified())  # type: ignore[union-attr]  # added by OTPMiddleware

    def page(self, template: str, title: str, **context: Any) -> HttpResponse:
        """A page in the look of the admin, without the ways that are still shut."""
        frame = {**self.site.each_context(self.request), "is_nav_sidebar_enabled": False}
        frame |= {"title": title, "has_permission": self.is_verified, "next": self.request.GET.get("next", "")}
        return render(self.request, f"admin/second_factor/{template}.html", {**frame, **context})

    def let_in(self, device: Device) -> None:
        """This session is verified from now on, under a new key."""
        self.request.session.cycle_key()
        django_otp.login(self.request, device)

    def way_on(self) -> str:
        """Where the editor wanted to go, if that is here."""
        wanted = self.request.GET.get("next", "")
        here = url_has_allowed_host_and_scheme(wanted, {self.request.get_host()}, self.request.is_secure())
        return wanted if here else reverse("admin:index")


class Verify(FactorPage):
    """Asks for a code; whoever has given one sees how many recovery codes are left."""

    def get(self, request: HttpRequest, form: CodeForm | None = None) -> HttpResponse:
        if self.is_verified:
            left = second_factor.recovery_codes_left(self.user)
            return self.page("status", "Your second factor", left=left)
        if not second_factor.is_enrolled(self.user):
            return redirect(f"{reverse('admin:second-factor-enrol')}?{request.GET.urlencode()}")
        return self.page("verify", "Second factor", form=form or CodeForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CodeForm(request.POST)
        if form.is_valid():
            device = second_factor.verify(self.user, form.cleaned_data["code"])
            if device is not None:
                self.let_in(device)
                return redirect(self.way_on())
            form.add_error("code", "This code is wrong or used up. After wrong ones wait a minute before the next.")
        return self.get(request, form)


class Enrol(FactorPage):
    """Shows a secret, takes the first code of the app that has it, and shows the recovery codes, once.

    Open to whoever has no second factor yet; later only to a session that was verified with the old one.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        knows_password_only = request.user.is_authenticated and not self.is_verified
        if second_factor.is_required() and knows_password_only and second_factor.is_enrolled(self.user):
            return redirect(f"{reverse('admin:second-factor')}?{request.GET.urlencode()}")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, form: CodeForm | None = None) -> HttpResponse:
        secret = request.session.setdefault(_SECRET, second_factor.new_secret())
        code = drawing(second_factor.address_of(self.user, secret))
        return self.page(
            "enrol", "Set up your second factor", form=form or CodeForm(), qr=code, secret=second_factor.shown(secret)
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        form, secret = CodeForm(request.POST), request.session.get(_SECRET)
        if secret is None:
            return self.get(request)
        device = second_factor.enrol(self.user, secret, form.cleaned_data["code"]) if form.is_valid() else None
        if device is None:
            form.add_error(
                "code", "This is not the code that the app should show now. Is the clock of the phone right?"
            )
            return self.get(request, form)
        del request.session[_SECRET]
        self.let_in(device)
        return _codes_page(self)


class Codes(FactorPage):
    """Fresh recovery codes in place of the old ones; only asked for by a form."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        return _codes_page(self)


def _codes_page(page: FactorPage) -> HttpResponse:
    codes = second_factor.new_recovery_codes(page.user)
    return page.page("codes", "Your recovery codes", codes=codes, way_on=page.way_on(), has_permission=True)


def urls() -> list[URLPattern]:
    """The addresses, to stand at the root of the admin."""
    return [
        path("second-factor/", Verify.as_view(), name="second-factor"),
        path("second-factor/enrol/", Enrol.as_view(), name="second-factor-enrol"),
        path("second-factor/codes/", Codes.as_view(), name="second-factor-codes"),
    ]
