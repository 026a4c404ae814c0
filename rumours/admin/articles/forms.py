"""The article's own form: its body goes through `edit_body`, all else through `change_details`."""

from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.contrib.auth.models import User

from rumours.admin.refusing import EditorialForm
from rumours.admin.wording import WordsField
from rumours.choices import DatePrecision
from rumours.editorial.correcting import edit_body
from rumours.editorial.describing import Details, change_details
from rumours.editorial.errors import Blocker
from rumours.intake import canonical
from rumours.models import Article

NOON = time(12)


def published(day: date | None, clock: time | None) -> tuple[datetime | None, DatePrecision]:
    """The instant (UTC) and its precision of a day and a time of day, either of which may not be known."""
    if day is None:
        return None, DatePrecision.UNKNOWN
    return datetime.combine(day, clock or NOON, tzinfo=UTC), DatePrecision.TIME if clock else DatePrecision.DAY


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class ArticleForm(EditorialForm):
    """An article that is here already. `note` is the public line on a correction."""

    body = WordsField(strip=False, widget=forms.Textarea(attrs={"rows": 24}), help_text="The text, cleaned.")
    standfirst = WordsField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    published_on = forms.DateField(
        required=False, widget=DateInput(), label="Published on", help_text="The source's own date. Empty: unknown."
    )
    published_time = forms.TimeField(
        required=False, widget=TimeInput(), label="at (UTC)", help_text="Empty: only the day is known."
    )
    note = forms.CharField(
        required=False, max_length=300, label="What is corrected",
        help_text="One line for readers, who have seen this article. Never repeat words taken down.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        article: Article = self.instance
        if article.published_at is not None:
            self.initial["published_on"] = article.published_at.astimezone(UTC).date()
            if article.precision == DatePrecision.TIME:
                self.initial["published_time"] = article.published_at.astimezone(UTC).time().replace(second=0)
        if not article.was_shown:
            self.fields.pop("note", None)

    def is_multipart(self) -> bool:
        """Sent as it is: a long text in percent signs would be too much for one request."""
        return True

    def clean_body(self) -> str:
        """More than white space."""
        body: str = self.cleaned_data["body"]
        if not body.strip():
            raise forms.ValidationError("An article has a text.")
        return body

    def clean_address(self) -> str:
        """In the one form in which addresses are kept."""
        address = self.cleaned_data["address"]
        try:
            return canonical(address) if address else ""
        except ValueError as error:
            raise forms.ValidationError(f"{str(error).capitalize()}.") from None

    def clean(self) -> dict[str, Any]:
        """A time needs its day, and a correction its note."""
        cleaned = super().clean()
        if cleaned.get("published_time") and not cleaned.get("published_on"):
            self.add_error("published_on", "A time without its day says nothing.")
        if "note" in self.fields and not cleaned.get("note") and set(self.changed_data) - {"note"}:
            self.add_error("note", "Readers have seen this article: say what is corrected.")
        return cleaned

    def details(self) -> Details:
        """What was changed beside the body."""
        changed = set(self.changed_data)
        found: dict[str, Any] = {name: self.cleaned_data[name] for name in Details.__annotations__ if name in changed}
        if "headline" in found:
            found["headline_ours"] = False
        if {"published_on", "published_time"} & changed:
            days = published(self.cleaned_data["published_on"], self.cleaned_data["published_time"])
            found["published_at"], found["precision"] = days
        details: Details = found  # type: ignore[assignment]
        return details

    def write(self, *, by: User) -> list[Blocker]:
        """Write what was changed; the rows whose words the new body no longer has."""
        note = self.cleaned_data.get("note", "")
        details = self.details()
        if details:
            change_details(self.instance, by=by, note=note, **details)
        if self.cleaned_data["body"] != self.instance.body:
            return edit_body(self.instance, self.cleaned_data["body"], by=by, note=note)
        return []
