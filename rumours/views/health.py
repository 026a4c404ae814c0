"""For what watches the site: is the process alive, and can it serve pages?"""

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse

from rumours.views.base import PublicView

UNAVAILABLE = 503


class Alive(PublicView):
    """200 as long as the process answers; asks nothing else."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return _line("ok")


class Ready(PublicView):
    """200 when the database answers and holds every migration of this code; else 503 with one line why."""

    def get(self, request: HttpRequest) -> HttpResponse:
        try:
            applied = MigrationRecorder(connection).applied_migrations()
        except DatabaseError:
            return _line("the database does not answer", UNAVAILABLE)
        if _wanted() - applied.keys():
            return _line("migrations are missing", UNAVAILABLE)
        return _line("ready")


@cache
def _wanted() -> frozenset[tuple[str, str]]:
    """The newest migration of each application in this code."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _line(words: str, status: int = 200) -> HttpResponse:
    response = HttpResponse(f"{words}\n", content_type="text/plain; charset=utf-8", status=status)
    response["Cache-Control"] = "no-store"
    return response
