"""Who is at which article: presence, and claims from the queue, which lapse when their editor does nothing."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from rumours.editorial.errors import WrongState
from rumours.models import Article, Visit
from rumours.models.visit import IDLE, PRESENT

__all__ = ["busy", "claim", "name_of", "note_visit", "others_at", "release"]


def note_visit(article: Article, *, by: User, acted: bool) -> None:
    """Say that an editor's browser has the article open; `acted`: he also did something since the last time.

    Only doing something keeps a claim alive, and one that has lapsed does not come back: somebody else may have it.
    One query; two at the first visit.
    """
    now = timezone.now()
    seen: dict[str, Any] = {"seen_at": now}
    if acted:
        lives_on = When(acted_at__gt=now - IDLE, then=F("claimed"))
        seen |= {"acted_at": now, "claimed": Case(lives_on, default=Value(False))}
    if not Visit.objects.filter(article=article, user=by).update(**seen):
        keep_visit(article, by, seen_at=now, acted_at=now)


def others_at(article: Article, *, by: User) -> list[dict[str, Any]]:
    """The other editors who are there or have claimed it: name, when he last did something, whether it is claimed."""
    now = timezone.now()
    visits = (article.visits.present(now) | article.visits.claiming(now)).exclude(user=by).select_related("user")
    return [
        {
            "name": name_of(visit.user),
            "since": visit.acted_at.isoformat(),
            "claimed": visit.claimed and visit.acted_at > now - IDLE,
        }
        for visit in visits
    ]


@transaction.atomic
def claim(article: Article, *, by: User) -> None:
    """Take an article from the queue: it is offered to nobody else. Raises WrongState where another has it."""
    Article.objects.select_for_update(no_key=True).only("pk").get(pk=article.pk)
    holder = Visit.objects.claiming().filter(article=article).exclude(user=by).select_related("user").first()
    if holder is not None:
        raise WrongState(f"{name_of(holder.user)} has taken this one")
    hold(article, by)


def hold(article: Article, by: User) -> None:
    """Write the claim; the caller has locked the article and knows that it is free."""
    keep_visit(article, by, seen_at=timezone.now(), acted_at=timezone.now(), claimed=True, skipped_at=None)


def release(article: Article, *, by: User) -> None:
    """Give a claim back and be gone, until the browser is heard of again; harmless where there is no claim."""
    gone = timezone.now() - PRESENT
    Visit.objects.filter(article=article, user=by, claimed=True).update(claimed=False, seen_at=gone)


def busy(*, for_: User, at: datetime | None = None) -> Q:
    """Visits that keep an article from being offered to this editor: another works on it, or has claimed it.

    Who skipped it or has done nothing for long keeps it from nobody, though his browser may have it open.
    """
    now = at or timezone.now()
    here = Q(claimed=True) | Q(seen_at__gt=now - PRESENT)
    return Q(here, acted_at__gt=now - IDLE, skipped_at__isnull=True) & ~Q(user=for_)


def keep_visit(article: Article, by: User, **columns: Any) -> None:
    """Write these columns of an editor's visit, which is made where there is none yet; one query."""
    row = Visit(article=article, user=by, **columns)
    Visit.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["article", "user"], update_fields=list(columns)
    )


def name_of(user: User) -> str:
    """What colleagues read: the full name, else the user name."""
    return user.get_full_name() or user.get_username()
