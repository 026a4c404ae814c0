"""The form of a quote."""

from typing import Any

from django import forms
from django.contrib.auth.models import User

from rumours.admin.picking import pick_several
from rumours.admin.refusing import EditorialForm
from rumours.admin.wording import WordsField
from rumours.editorial.quoting import add_quote, change_quote, remove_quote
from rumours.models import Quote

FIELDS = ("speaker", "described", "role", "club", "via", "stance", "language", "translation")


class QuoteForm(EditorialForm):
    """Who said what; the words are found in the body, around a tag such as "he said"."""

    words = WordsField(
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Copied from the body, without the outer quotation marks; … between stretches that a tag divides.",
    )
    players = pick_several(Quote, "players")
    clubs = pick_several(Quote, "clubs")
    note: Any = forms.CharField(required=False, max_length=300, label="What is corrected (readers see this)")

    class Meta:
        model = Quote
        fields = FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        quote: Quote = self.instance
        if quote.pk:
            self.initial["words"] = quote.words
            self.initial["players"] = [player.pk for player in quote.players.all()]
            self.initial["clubs"] = [club.pk for club in quote.clubs.all()]
        elif "language" in self.fields:
            self.initial["language"] = ""
        if "language" in self.fields:
            self.fields["language"].required = False
            self.fields["language"].help_text = "Empty: the article's."

    def clean(self) -> dict[str, Any]:
        """A named or a described speaker."""
        cleaned = super().clean()
        if bool(cleaned.get("speaker")) == bool((cleaned.get("described") or "").strip()) and "speaker" in self.fields:
            self.add_error("speaker", "A quote has one speaker: choose a person, or describe who it is.")
        return cleaned

    def add(self, *, by: User, note: str) -> Quote:
        """Enter it on the article."""
        return add_quote(self.instance.article, **self._values(FIELDS, self.fields), by=by)

    def change(self, *, by: User, note: str) -> Quote:
        """Change it."""
        self.instance.refresh_from_db()  # an edit of the body in the same save has moved it
        return change_quote(self.instance, by=by, note=note, **self._values(FIELDS, self.changed_data))

    def remove(self, *, by: User) -> None:
        """Take it from its draft."""
        remove_quote(self.instance, by=by)

    def _values(self, names: tuple[str, ...], wanted: Any) -> dict[str, Any]:
        data = self.cleaned_data
        values = {name: data[name] for name in (*names, "words", "players", "clubs") if name in wanted}
        if "language" in values:
            values["language"] = values["language"] or self.instance.article.language
        return values


class QuoteRowForm(QuoteForm):
    """The form as a row of an article, whose note it shares."""

    note: Any = None
