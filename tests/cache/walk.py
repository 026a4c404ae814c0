"""A walk through changes of rows, with a look at every public page after each step."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from typing import Any

import time_machine
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.urls import reverse

from tests.admin.forms import fill_in
from tests.cache.site import Site
from tests.cache.world import World, pages


class Walk:
    """Steps, each followed by a look at every page."""

    def __init__(self, site: Site, world: World, client: Client, chief: User) -> None:
        self.site, self.world, self.client, self.chief = site, world, client, chief
        self.fresh = Site(WSGIHandler(), megabytes=0)
        self.models: set[type] = set()
        self.bodies = {address: site.get(address).body for address in pages()}
        self.made_again: list[str] = []
        self.leaps = ExitStack()

    def step(self, name: str, do: Callable[[], Any], *models: type, seen: bool | None = True) -> Any:
        """Do it; then every page that is still kept is as a fresh one, and one at least as it was not before.

        `seen`: False where no page shows it, None where that is beside the point.
        """
        done = do()
        bodies, stale, self.made_again = {}, [], []
        for address in dict.fromkeys([*pages(), *self.bodies]):  # those, too, that are there no more
            answer = self.site.get(address)
            bodies[address] = answer.body
            if answer.made and answer.status == 200:
                self.made_again.append(address)
            if not answer.made and self.fresh.get(address).body != answer.body:
                stale.append(address)
        assert stale == [], f"{name}: stale"
        assert seen is None or (bodies != self.bodies) is seen, f"{name}: {'nothing' if seen else 'something'} changed"
        self.bodies = bodies
        self.models |= set(models)
        return done

    def unseen(self, name: str, do: Callable[[], Any]) -> None:
        """Do it; no page had to be made again."""
        self.step(name, do, seen=False)
        assert self.made_again == [], f"{name}: kept pages were dropped"

    def leap(self, to: datetime) -> None:
        """Let it be so late, for the rest of the walk."""
        self.leaps.enter_context(time_machine.travel(to, tick=True))

    def form(self, row: Any, **typed: Any) -> Any:
        """Change a row in the admin."""
        kind = row._meta.model_name
        answer = fill_in(self.client, reverse(f"admin:rumours_{kind}_change", args=[row.pk]), f"{kind}_form", **typed)
        assert answer.status_code == 302, answer.content.decode()[-3000:]
        return answer

    def add(self, kind: str, **typed: Any) -> Any:
        """Add a row in the admin."""
        answer = fill_in(self.client, reverse(f"admin:rumours_{kind}_add"), f"{kind}_form", **typed)
        assert answer.status_code == 302, answer.content.decode()[-3000:]

    def delete(self, row: Any) -> None:
        """By the action of its list in the admin."""
        address = reverse(f"admin:rumours_{row._meta.model_name}_changelist")
        chosen = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
        assert self.client.post(address, chosen).status_code == 302
