"""The steps of an article: publish, withdraw, drop, redact, and back."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from rumours.admin.articles.forms import DateInput, TimeInput
from rumours.admin.base import editor
from rumours.admin.steps import Reason, Step
from rumours.choices import ArticleStatus
from rumours.editorial import publishing
from rumours.editorial.redacting import redact
from rumours.models import Article

MAY_PUBLISH, MAY_CHANGE, MAY_REDACT = "rumours.publish_article", "rumours.change_article", "rumours.redact_article"


class HourForm(forms.Form):
    """From when readers see it."""

    day = forms.DateField(widget=DateInput())
    hour = forms.TimeField(widget=TimeInput(), label="at (UTC)")

    def clean(self) -> dict[str, Any]:
        """An hour to come."""
        cleaned = super().clean() or {}
        if "day" in cleaned and "hour" in cleaned:
            cleaned["at"] = datetime.combine(cleaned["day"], cleaned["hour"], tzinfo=UTC)
            if cleaned["at"] <= timezone.now():
                raise forms.ValidationError("That hour is past: publish it now, or choose one to come.")
        return cleaned


class RedactForm(forms.Form):
    """Words that must go from everywhere."""

    words = forms.CharField(
        max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Blacked out wherever they stand: body, original, quotes, evidence, suggestions, history.",
    )  # fmt: skip
    why = forms.CharField(max_length=240, label="Why", help_text="Readers see this. It must not repeat the words.")


def status_is(status: ArticleStatus) -> Callable[[Article], bool]:
    """A condition on an article's status."""
    return lambda article: article.status == status


def hinders(article: Article) -> list[str]:
    """What keeps it from being published."""
    return [blocker.message for blocker in publishing.blockers(article)]


def _publish(article: Article, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    publishing.publish(article, by=editor(request))
    return f"Readers now see “{article}”. Withdraw takes it back."


def _schedule(article: Article, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    show = publishing.republish if WITHDRAWN(article) else publishing.publish
    show(article, by=editor(request), at=cleaned["at"])
    return _from_when(article)


def _withdraw(article: Article, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    publishing.withdraw(article, by=editor(request), why=cleaned["why"])
    return f"Readers no longer see “{article}”. Republish brings it back."


def _republish(article: Article, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    publishing.republish(article, by=editor(request))
    if not article.is_published():
        return _from_when(article)
    return f"Readers see “{article}” again."


def _from_when(article: Article) -> str:
    return f"Readers will see “{article}” from {article.released_at:%H:%M UTC on %-d %B %Y}."


def _drop(article: Article, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    publishing.drop(article, by=editor(request))
    return f"“{article}” is dropped: importing it again will not bring it back. Bring back does."


def _undrop(article: Article, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    publishing.undrop(article, by=editor(request))
    return f"“{article}” is a draft again."


def _redact(article: Article, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    return redact(article, words=cleaned["words"], by=editor(request), why=cleaned["why"]).note


DRAFT, PUBLISHED, WITHDRAWN, DROPPED = map(status_is, ArticleStatus)
STEPS = (
    Step("publish", "Publish", MAY_PUBLISH, _publish, applies=DRAFT, hinders=hinders),
    Step(
        "schedule", "Publish at an hour…", MAY_PUBLISH, _schedule,
        applies=lambda article: DRAFT(article) or WITHDRAWN(article), form=HourForm, hinders=hinders,
        explanation="Nothing of it is public before the hour has come.",
    ),
    Step(
        "withdraw", "Withdraw…", MAY_PUBLISH, _withdraw, applies=PUBLISHED, form=Reason,
        explanation="Gone at once from pages, lists and search, with all that only it says; its address says so.",
    ),
    Step("republish", "Republish", MAY_PUBLISH, _republish, applies=WITHDRAWN, hinders=hinders),
    Step("drop", "Drop", MAY_CHANGE, _drop, applies=DRAFT),
    Step("undrop", "Bring back", MAY_CHANGE, _undrop, applies=DROPPED),
    Step(
        "redact", "Redact words…", MAY_REDACT, _redact, form=RedactForm,
        explanation="There is no undo. Left are who did it, when, why, and how many characters.",
    ),
)  # fmt: skip
