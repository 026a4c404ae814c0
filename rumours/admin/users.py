"""Users and groups: only superusers say who may do what, and the history of a user names the groups that changed."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

admin.site.unregister(User)
_RIGHTS = ("is_superuser", "is_staff", "groups", "user_permissions")


@admin.register(User)
class StaffAdmin(UserAdmin):
    """As Django's, but the right to change users does not grow into all rights."""

    list_display = ("username", "first_name", "last_name", "is_staff", "is_superuser", "last_login")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nobody but a superuser gives rights, to himself as little as to others."""
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else (*fields, *_RIGHTS)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nor does anybody else change a superuser, whose password would be the way to all rights."""
        hands_off = isinstance(obj, User) and obj.is_superuser and not request.user.is_superuser
        return not hands_off and super().has_change_permission(request, obj)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """Django's words, and each group that was given or taken."""
        message: list[Any] = super().construct_change_message(request, form, formsets, add)
        if "groups" in form.changed_data:
            before = {group.name for group in form.initial.get("groups", ())}
            after = {group.name for group in form.cleaned_data["groups"]}
            message += [{"added": {"name": "group", "object": name}} for name in sorted(after - before)]
            message += [{"deleted": {"name": "group", "object": name}} for name in sorted(before - after)]
        return message
