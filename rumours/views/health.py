"""For what watches the site: is the process alive, and can it serve pages?"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
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
            executor = MigrationExecutor(connection)
            missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        except DatabaseError:
            return _line("the database does not answer", UNAVAILABLE)
        if missing:
            return _line("migrations are missing", UNAVAILABLE)
        return _line("ready")


def _line(words: str, status: int = 200) -> HttpResponse:
    response = HttpResponse(f"{words}\n", content_type="text/plain; charset=utf-8", status=status)
    response["Cache-Control"] = "no-store"
    return response
