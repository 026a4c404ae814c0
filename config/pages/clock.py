"""What this host knows: the versions of what pages show, and the hours at which pages change by themselves.

Both stand in the memory that the host's processes share. The database is asked what changed elsewhere at most twice a
second for the whole host, by whoever comes first; nobody is served a page on knowledge older than a second, or than
BLIND while the database does not answer.
"""

import logging
import time
from datetime import UTC, datetime, timedelta

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.models import Max, Min
from django.db.utils import InterfaceError
from django.utils import timezone

from config.pages.entries import Entry
from config.time_limit import at_most
from rumours.calendar import WindowCode
from rumours.choices import ArticleStatus
from rumours.models import Article, Window, WindowSpan
from rumours.models.version import EXTRA_PLACES, catch_up, read, shared, tell
from rumours.versions.keys import HOURS, SLOTS, slot_of

log = logging.getLogger(__name__)

# Microseconds. Knowledge is renewed from SOON on, and not used beyond LATEST.
SOON, LATEST = 500_000, 1_000_000
# While the database is away nobody can change anything in it: what is known is used for so long, then no more.
BLIND = 30_000_000
LOOKING = 2.0  # seconds that a look may take: it comes before the time that requests have
AGAIN = 1_000_000  # between two tries then
PATIENCE = 2.0  # seconds that the database may take to answer

# Places behind the versions: when the database was last asked and by whom first, where the next look begins; the last
# instant at which pages changed, the next one, and for which version of HOURS they were worked out; the last failure.
_LOOKED, _CLAIMED, _MARK, _LAST, _NEXT, _HOURS_FOR, _FAILED = range(SLOTS, SLOTS + 7)
assert _FAILED < SLOTS + EXTRA_PLACES  # noqa: S101
_HOURS = slot_of(HOURS)


def microseconds() -> int:
    return time.time_ns() // 1000


def holds(entry: Entry) -> bool:
    """Whether a page is as new as all that this host knows. May look into the database first."""
    now = microseconds()
    if not _knows(now):
        return False
    words = shared().words
    # The next instant is read before the last one, as `_instants` writes them the other way round.
    if words[_NEXT] <= now or words[_HOURS] != words[_HOURS_FOR]:
        return False
    if not words[_LAST] < entry.begun <= now:
        return False
    return all(words[place] <= number for place, number in entry.shown)


def is_behind(versions: dict[str, int]) -> bool:
    """Whether versions that were read, from a replica perhaps, are older than what this host knows."""
    words = shared().words
    return any(words[slot_of(key)] > number for key, number in versions.items())


@at_most(LOOKING)
def look() -> bool:
    """Ask the database what changed since the last look, and when pages change by themselves. False where it fails."""
    started = microseconds()
    words = shared().words
    words[_CLAIMED] = started
    connection = connections[DEFAULT_DB_ALIAS]
    since = words[_MARK]
    try:
        with at_most(PATIENCE):
            found, mark = catch_up(since)
            if mark < since:
                found, mark = _begin_anew(started)
            tell(found)
            if words[_NEXT] <= started or words[_HOURS] != words[_HOURS_FOR]:
                _instants(started)
    except (DatabaseError, InterfaceError) as error:
        words[_FAILED] = microseconds()
        log.warning("the database cannot be asked what changed: %s", type(error).__name__)
        return False
    finally:
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
    words[_MARK] = mark
    words[_LOOKED] = started
    return True


def _begin_anew(started: int) -> tuple[dict[str, int], int]:
    """Another database, or an older copy, stands in the place of ours: drop every page, then forget its versions."""
    memory = shared()
    memory.words[_LAST] = started
    with memory.held():
        for place in range(SLOTS):
            memory.words[place] = 0
    return catch_up(0)


def _knows(now: int) -> bool:
    """Whether what is known is young enough, after a look where that is due."""
    words = shared().words
    age = now - words[_LOOKED]
    due = words[_NEXT] <= now or words[_HOURS] != words[_HOURS_FOR]
    asked = now - words[_CLAIMED]
    if not due and (0 <= age < SOON or (0 <= age < LATEST and 0 <= asked < SOON)):  # or another is at it
        return True
    if words[_FAILED] > words[_LOOKED] and (now - words[_FAILED] < AGAIN or 0 <= asked < AGAIN):
        return 0 <= age < BLIND
    return look() or 0 <= age < BLIND


def _instants(started: int) -> None:
    """Work out between which two instants we are. Any page that was begun before the last of them may show too much.

    Windows open and shut, articles appear at their hour, and with each day (UTC) somebody is a year older.
    """
    words = shared().words
    hours = read([HOURS], DEFAULT_DB_ALIAS)[HOURS]
    now = datetime.fromtimestamp(started / 1_000_000, UTC)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    instants = [midnight, midnight + timedelta(days=1), *_of_windows(), *_of_articles(now)]
    last = max(at for at in instants if at <= now)
    following = min(at for at in instants if at > now)
    tell({HOURS: hours})
    words[_NEXT] = 0
    known = words[_LAST] if words[_LAST] <= microseconds() else 0  # a clock that was set back
    words[_LAST] = max(known, _in_microseconds(last))
    words[_HOURS_FOR] = hours
    words[_NEXT] = _in_microseconds(following)


def _of_windows() -> list[datetime]:
    spans = WindowSpan.objects.using(DEFAULT_DB_ALIAS).values_list("opens_at", "closes_at")
    codes = [WindowCode.parse(code) for code in Window.objects.using(DEFAULT_DB_ALIAS).values_list("code", flat=True)]
    codes += [code.next for code in codes] + [WindowCode.opened_by(timezone.now()).next]
    usual = [instant for code in codes for instant in (code.usual_opening, code.usual_closing)]
    return usual + [instant for span in spans for instant in span if instant is not None]


def _of_articles(now: datetime) -> list[datetime]:
    published = Article.objects.using(DEFAULT_DB_ALIAS).filter(status=ArticleStatus.PUBLISHED).order_by()
    shown = published.filter(released_at__lte=now).aggregate(at=Max("released_at"))["at"]
    hidden = published.filter(released_at__gt=now).aggregate(at=Min("released_at"))["at"]
    return [at for at in (shown, hidden) if at is not None]


def _in_microseconds(at: datetime) -> int:
    return (at - datetime.fromtimestamp(0, UTC)) // timedelta(microseconds=1)
