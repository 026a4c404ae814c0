"""What the worker does beside looking at the clock, as tasks that any process may enqueue.

Nothing rests on the queue: each task is enqueued from what stands in the site's tables, may run twice, and is enqueued
again where a worker died over it.
"""

from django_tasks import task

from rumours.editorial.actors import system_user
from rumours.editorial.feeds import claim_due, poll

# Feeds claimed at one look: the worker does one task before the next look.
AT_ONCE = 1


@task()
def poll_feed(pk: int) -> str:
    """Read a feed and bring in what is new; what it brought, in a line."""
    return poll(pk, by=system_user()).sentence


def enqueue_due() -> int:
    """Enqueue what has come due, and say how much that was."""
    count = 0
    for pk in claim_due(most=AT_ONCE):
        poll_feed.enqueue(pk)
        count += 1
    return count
