"""What every page of the desk shares: who changed what, folded search, two editors, pages of steps."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, router, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from simple_history.admin import SimpleHistoryAdmin

from rumours.admin.lists import LongList
from rumours.admin.refusing import RefusableForm, Refusals, Refused, refusal
from rumours.editorial.actors import save_by
from rumours.editorial.errors import EditorialError
from rumours.models import Club, Person, Player, Source

# A search for a name means the first so many that are so named.
MOST_NAMED = 200
# So many of the newest rows are looked through for words, and so many of what is found are listed.
NEWEST, MOST_FOUND = 20_000, 2_000
STYLES = {"all": ["rumours/admin/desk.css", "rumours/admin/suggestions.css"]}
SCRIPTS = ["rumours/admin/desk.js"]


def editor(request: HttpRequest) -> User:
    """Who is at the desk; the admin lets nobody else in."""
    if not isinstance(request.user, User):
        raise PermissionDenied("nobody is logged in")
    return request.user


class DeskPage(LongList, admin.ModelAdmin):
    """The look of the desk, also for what keeps no history."""

    class Media:
        css = STYLES
        js = SCRIPTS


class DeskAdmin(LongList, SimpleHistoryAdmin):
    """An admin page with history (old versions are looked at, never put back raw), refusals and two editors in mind.

    A save names the version the editor had opened (`_seen`). When somebody saved in between nothing is written: the
    page comes back with what was typed, who saved and when; saving again is then a decision.
    """

    save_on_top = True
    form = RefusableForm
    change_form_template = "admin/rumours/change_form.html"
    object_history_template = "admin/rumours/history.html"
    choice_related: tuple[str, ...] = ()

    class Media:
        css = STYLES
        js = SCRIPTS

    def choice_label(self, row: models.Model) -> str:
        """What an autocomplete shows of a row."""
        return str(row)

    def revert_disabled(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """A raw old row would slip past the editorial functions."""
        return True

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """An old version, to be read: 403 for a POST, which would write it back raw."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied("old versions are never put back raw")
        shown: HttpResponse = super().history_form_view(request, object_id, version_id, extra_context)
        return shown

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, told what was refused."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"refusals": refusals_of(request)})

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """As Django's; what is refused while saving rolls everything back and is shown on its row."""
        shown: HttpResponse
        try:
            shown = super().changeform_view(request, object_id, form_url, extra_context)
        except (Refused, EditorialError, IntegrityError) as error:
            request.refusals = _refused(error)  # type: ignore[attr-defined]
            shown = super().changeform_view(request, object_id, form_url, extra_context)
        return shown

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> models.Model | None:
        """The row; for a save it is held, and compared with what the editor had opened."""
        saving = request.method == "POST" and "_seen" in request.POST
        if saving and transaction.get_connection(router.db_for_write(self.model)).in_atomic_block:
            list(self.model._base_manager.select_for_update().filter(pk=object_id).values_list("pk"))
        found: models.Model | None = super().get_object(request, object_id, from_field)
        if saving and found is not None and "" not in refusals_of(request):
            newer = newer_save(found, request.POST["_seen"])
            if newer:
                request.refusals = {"": [(None, newer)]}  # type: ignore[attr-defined]
        return found

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """With the version that is being looked at."""
        row = kwargs.get("obj") or context.get("original")
        context["seen"] = version_of(row) if row is not None else ""
        shown: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return shown

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        """Save so that history names the editor."""
        save_by(obj, editor(request))


def _refused(error: Refused | EditorialError | IntegrityError) -> Refusals:
    """What to say of an error while saving; the database's own checks are the last and know no field."""
    if isinstance(error, Refused):
        return error.refusals
    if isinstance(error, EditorialError):
        return {"": [refusal(error)]}
    return {"": [(None, "Nothing was saved: two rows would say the same, or somebody saved one of them just now")]}


class NamedSearch:
    """Search without accents or endings, by `named()`: `skrin` finds Škriniar; also in autocompletes."""

    search_fields = ["name"]
    search_help_text = "Names without accents will do: skrin finds Škriniar."

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """The rows so named, whole names first."""
        return (queryset.named(search_term) if search_term.strip() else queryset), False  # type: ignore[attr-defined]


class LookOnly:
    """What is only ever written by code."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def refusals_of(request: HttpRequest) -> Refusals:
    """What was refused in this request so far."""
    found: Refusals = getattr(request, "refusals", {})
    return found


def version_of(row: models.Model) -> str:
    """The id of the last entry in a row's history; empty where the model keeps none."""
    history = _history_of(row)
    latest = history.order_by("-history_id").values_list("history_id", flat=True).first() if history else None
    return "" if latest is None else str(latest)


def newer_save(row: models.Model, seen: str) -> str:
    """Who saved the row since the version `seen`, when, and what changed; empty when nobody did."""
    if seen == version_of(row) or not seen:
        return ""
    last = _history_of(row).select_related("history_user").order_by("-history_id").first()
    is_number = seen.isascii() and seen.isdigit() and len(seen) < 19
    before = _history_of(row).filter(history_id=int(seen)).first() if is_number else None
    who = last.history_user.get_username() if last.history_user else "somebody"
    changed = ", ".join(last.diff_against(before).changed_fields) if before else ""
    what = f" Changed there: {changed}." if changed else ""
    when = timezone.localtime(last.history_date)
    return (
        f"{who} saved this at {when:%H:%M:%S} on {when:%-d %B}, after you had opened it.{what} Nothing of yours was "
        "saved: it still stands below. Save again to put it over theirs; both stay in the history."
    )


def _history_of(row: models.Model) -> Any:
    manager = getattr(type(row)._meta, "simple_history_manager_attribute", "")
    return getattr(row, manager) if manager else None


def named_ids(term: str, kinds: Iterable[str]) -> dict[str, list[int]]:
    """Of each kind the ids of those so named, the most written about; one short query a kind."""
    asked: dict[str, Any] = {"player": Player, "club": Club, "person": Person, "source": Source}
    return {kind: list(asked[kind].objects.named(term).values_list("pk", flat=True)[:MOST_NAMED]) for kind in kinds}


def names_found(term: str, **routes: str) -> models.Q:
    """A condition: one of the columns names something so named, as in `to_club="club"`."""
    ids = named_ids(term, dict.fromkeys(routes.values()))
    found = models.Q(pk__in=[])
    for route, kind in routes.items():
        found |= models.Q(**{f"{route}__in": ids[kind]}) if ids[kind] else models.Q(pk__in=[])
    return found


def found_ids(column: str, *rows: QuerySet[Any]) -> set[int]:
    """What a column holds in the newest rows of some querysets, each read along its own index."""
    newest = (found.order_by("-pk").values_list(column, flat=True)[:MOST_FOUND] for found in rows)
    return {pk for found in newest for pk in found}


def among_newest(rows: QuerySet[Any], condition: models.Q) -> set[int]:
    """The ids of the newest rows that fit a condition that no index answers."""
    newest = rows.model._base_manager.order_by("-pk").values("pk")[:NEWEST]
    found = rows.model._base_manager.filter(condition, pk__in=newest).order_by("-pk")
    return set(found.values_list("pk", flat=True)[:MOST_FOUND])


def tell(request: HttpRequest, error: EditorialError) -> None:
    """Show an editor why something was refused."""
    messages.error(request, refusal(error)[1])


@admin.display(description="page")
def page_link(address: str | None) -> str:
    """A link to the public page, or a dash where there is none."""
    return format_html('<a href="{}">page</a>', address) if address else "–"
