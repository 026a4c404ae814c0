"""What comes about by the clock alone: scheduled articles appear, windows shut, spells at clubs begin and end.

The site's own pages go by the clock already (`published()`, `status_at()`); here what is stored and derived follows.
An article appears in one transaction with the note that it did. Links and players are computed some at a time, and
that a closing or a day was dealt with is noted after the last of them: whoever is stopped, or runs beside another,
goes through at most one closing or day again, and doing it again changes nothing.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone

from rumours.calendar import WindowCode
from rumours.choices import LinkStatus
from rumours.editorial.deriving import refresh_article, refresh_links
from rumours.editorial.present import refresh_club
from rumours.models import Appointment, Article, ClockMark, Player, PlayerSpell, TransferLink, Window, WindowSpan

# Links or players computed again in one transaction: editors wait no longer than that for the database.
BATCH = 200
LONGEST_PAUSE = timedelta(hours=1)
CLOSINGS, DAYS = "closings", "days"

Work = Callable[[Sequence[int]], None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one look at the clock did: articles that appeared, links whose window shut, players whose day came."""

    articles: int = 0
    links: int = 0
    players: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.links or self.players)


def keep_appointment(article: Article, *, now: datetime) -> None:
    """Note the hour of an article that is shown later than `now`; forget one that is not. In the caller's transaction.

    `now` must be no later than the instant as of which the caller computes what hangs on the article.
    """
    Appointment.objects.filter(article=article).delete()
    if article.released_at is not None and article.is_published(article.released_at) and article.released_at > now:
        Appointment.objects.create(article=article, at=article.released_at)


def keep_hours(*, now: datetime | None = None) -> Kept:
    """Do all that has come due at `now` (UTC; default: the clock). Raises what the database raises when it is away.

    What fails is logged and stops nothing else. An article is tried again later; a link or player stays as it was until
    it is next computed: to try all of a closing again and again for one would keep the worker from everything else.
    """
    now = now or timezone.now()
    return Kept(articles=_articles(now), links=_closings(now), players=_days(now))


def _articles(now: datetime) -> int:
    """Compute what hangs on each article whose hour has come; one that fails stops no other."""
    shown = 0
    for pk in list(Appointment.objects.due(now).values_list("pk", flat=True)):
        try:
            shown += _appear(pk, now)
        except Exception:  # whatever is wrong with one, the others' hour has come too
            log.exception("what hangs on the article of appointment %s could not be computed", pk)
            _put_off(pk, now)
    return shown


@transaction.atomic
def _appear(pk: int, now: datetime) -> bool:
    """False where another worker has it, or has done it."""
    held = Appointment.objects.due(now).select_for_update(of=("self",), skip_locked=True)
    appointment = held.select_related("article").filter(pk=pk).first()
    if appointment is None:
        return False
    refresh_article(appointment.article, now=max(now, timezone.now()))
    appointment.delete()
    return True


def _put_off(pk: int, now: datetime) -> None:
    for tries in Appointment.objects.filter(pk=pk).values_list("tries", flat=True):
        pause = min(timedelta(seconds=2 ** min(tries, 20)), LONGEST_PAUSE)
        Appointment.objects.filter(pk=pk).update(tries=tries + 1, at=now + pause)


def _closings(now: datetime) -> int:
    """Compute the open links whose window has shut since the last look, one closing after the other."""
    count = 0
    for instant in _shut_between(_since(CLOSINGS, now), now):
        shut = TransferLink.objects.filter(outcome=LinkStatus.OPEN, closes_at=instant)
        ids = list(shut.order_by("player_id", "pk").values_list("pk", flat=True))
        # As of the clock, not of this look: what was published in between would else vanish again.
        count += _in_batches("link", ids, lambda batch: refresh_links(batch, now=max(now, timezone.now())))
        _note(CLOSINGS, instant)
    return count


def _shut_between(since: datetime, now: datetime) -> list[datetime]:
    """When windows shut, from the small tables: the many links are only asked for once it is known that one has."""
    spans = WindowSpan.objects.filter(closes_at__gt=since, closes_at__lte=now).values_list("closes_at", flat=True)
    usual = (WindowCode.parse(code).usual_closing for code in Window.objects.values_list("code", flat=True))
    return sorted({at for at in (*spans, *usual) if at is not None and since < at <= now})


def _days(now: datetime) -> int:
    """Put the players whose spells begin or end between the last look's day and today where they are now."""
    since, today = _since(DAYS, now).date(), now.date()
    if since >= today:
        return 0
    spells = PlayerSpell.objects.filter(Q(since__gt=since, since__lte=today) | Q(until__gt=since, until__lte=today))
    ids = sorted(set(spells.values_list("player_id", flat=True)))

    def place(batch: Sequence[int]) -> None:
        for player in Player.objects.filter(pk__in=batch):
            refresh_club(player, on=today)

    count = _in_batches("player", ids, place)
    _note(DAYS, datetime.combine(today, time(), tzinfo=UTC))
    return count


def _in_batches(what: str, ids: list[int], work: Work) -> int:
    """Some at a time; those of a batch that fails one by one, so that only what is wrong stays. How many were done."""
    count = 0
    for batch in _batches(ids):
        if _done(what, batch, work):
            count += len(batch)
        elif len(batch) > 1:
            count += sum(_done(what, [pk], work) for pk in batch)
    return count


def _done(what: str, batch: Sequence[int], work: Work) -> bool:
    """Whether it could be done; one that cannot be by itself is logged."""
    try:
        with transaction.atomic():
            work(batch)
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # whatever is wrong with one, the others' hour has come too
        if len(batch) == 1:
            said = "%s %s could not be computed when the clock asked for it; manage.py refresh does it again"
            log.exception(said, what, batch[0])
        return False
    return True


def _batches(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]


def _since(name: str, now: datetime) -> datetime:
    """Up to when it was dealt with; a site that looks for the first time begins now (`manage.py refresh` does all)."""
    return ClockMark.objects.get_or_create(name=name, defaults={"until": now})[0].until


def _note(name: str, until: datetime) -> None:
    """Never backwards: a clock that was set back does not make it begin again, another worker may be further."""
    ClockMark.objects.filter(name=name, until__lt=until).update(until=until)
