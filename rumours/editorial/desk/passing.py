"""Passing an article over: skipped for oneself, or dropped as no rumour for all; both are taken back by undo."""

from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from rumours.choices import ArticleStatus
from rumours.editorial import publishing
from rumours.editorial.desk.visits import keep_visit, release
from rumours.editorial.errors import WrongState
from rumours.editorial.permissions import require
from rumours.models import Article, Decision, Visit

DROP, SKIP, UNDO = "drop", "skip", "undo"
# Undo in the queue looks no further back than this among what an editor passed over.
FARTHEST = 200


@transaction.atomic
def skip(article: Article, *, by: User, client_id: str = "", sitting: str = "") -> None:
    """Pass an article over: it comes last in this editor's queue, and others are offered it.

    `client_id` makes a repeat harmless, `sitting` groups what was done in one go. Raises PermissionDenied.
    """
    require(by, "rumours.change_suggestion")
    if _hold(article, client_id):
        keep_visit(article, by, skipped_at=timezone.now(), claimed=False)
        _note(article, SKIP, by=by, client_id=client_id, sitting=sitting)


@transaction.atomic
def unskip(article: Article, *, by: User) -> None:
    """Put a skipped article back where it was in this editor's queue; harmless where it is not skipped."""
    Visit.objects.filter(article=article, user=by).update(skipped_at=None)


@transaction.atomic
def drop(article: Article, *, by: User, client_id: str = "", sitting: str = "") -> None:
    """Set a draft aside as no rumour. `client_id` and `sitting` as of `skip`; raises as `publishing.drop`."""
    if _hold(article, client_id):
        publishing.drop(article, by=by)
        release(article, by=by)
        _note(article, DROP, by=by, client_id=client_id, sitting=sitting)


@transaction.atomic
def take_back(article: Article, *, by: User, client_id: str = "", sitting: str = "") -> None:
    """Put a dropped article back among the drafts, whoever dropped it, or one that this editor skipped into his queue.

    Raises WrongState where it is neither, PermissionDenied.
    """
    require(by, "rumours.change_suggestion")
    if not _hold(article, client_id):
        return
    done = _passed_over(by).filter(article=article).first()
    if article.status == ArticleStatus.DROPPED:
        publishing.undrop(article, by=by)
    elif Visit.objects.filter(article=article, user=by, skipped_at__isnull=False).exists():
        unskip(article, by=by)
    else:
        raise WrongState("This is neither dropped nor skipped")
    _note(article, UNDO, by=by, client_id=client_id, sitting=sitting, undoes=done)


@transaction.atomic
def undo_last(*, by: User, client_id: str = "", sitting: str = "") -> Decision | None:
    """Take back what this editor dropped or skipped last and what still is so; None where there is nothing."""
    known = Decision.objects.filter(client_id=client_id, by=by).first() if client_id else None
    if known is not None:
        return known.undoes
    last = _passed_over(by).select_related("article").first()
    if last is not None and last.article is not None:
        take_back(last.article, by=by, client_id=client_id, sitting=sitting)
    return last


def _passed_over(by: User) -> QuerySet[Decision]:
    """What this editor dropped or skipped and has not taken back, and what still is dropped or skipped; last first."""
    recent = Decision.objects.filter(by=by, row_kind="article", action__in=(DROP, SKIP)).order_by("-id")
    folds = Decision.objects.filter(Q(undoes=OuterRef("pk")) | Q(redoes=OuterRef("pk")))
    skipped = Visit.objects.filter(article=OuterRef("article"), user=by, skipped_at__isnull=False)
    stands = Q(action=DROP, article__status=ArticleStatus.DROPPED) | Q(Exists(skipped), action=SKIP)
    last_fold = Subquery(folds.order_by("-id").values("undoes")[:1])
    found = Decision.objects.filter(pk__in=recent.values("pk")[:FARTHEST]).annotate(undone=last_fold)
    return found.filter(stands, undone__isnull=True).order_by("-id")


def _hold(article: Article, client_id: str) -> bool:
    """Lock the article and read how it stands; False for a request that was answered before."""
    Article.objects.select_for_update(no_key=True).only("pk").get(pk=article.pk)
    article.refresh_from_db(fields=["status"])
    return not (client_id and Decision.objects.filter(client_id=client_id).exists())


def _note(
    article: Article, action: str, *, by: User, client_id: str, sitting: str, undoes: Decision | None = None
) -> None:
    """What somebody else had done is put right, not undone: it stands on nobody's stack of undo."""
    asked = {"verb": action} if undoes or action != UNDO else None
    Decision.objects.create(
        article=article, sitting=sitting, client_id=client_id or uuid4().hex, action=action, row_kind="article",
        row_id=article.pk, asked=asked, undoes=undoes, by=by,
    )  # fmt: skip
