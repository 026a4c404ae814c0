"""The form of a name in the body."""

from typing import Any

from django import forms
from django.contrib.auth.models import User

from rumours.admin.refusing import EditorialForm
from rumours.editorial.anchoring import occurrences
from rumours.editorial.errors import EditorialError, WordsNotFound
from rumours.editorial.mentioning import add_mention, mention_all, remove_mention
from rumours.models import Mention
from rumours.models.mention import SUBJECTS


class MentionForm(EditorialForm):
    """A name as it stands in the body, and exactly one whom it means."""

    words = forms.CharField(max_length=200, help_text="The name, copied from the body.")
    which = forms.IntegerField(
        required=False, min_value=1, label="Which one", help_text="1 for the first in the body. Empty: every one."
    )

    class Meta:
        model = Mention
        fields = (*SUBJECTS, "role", "club_then")

    def clean(self) -> dict[str, Any]:
        """Exactly one subject."""
        cleaned = super().clean()
        if len([name for name in SUBJECTS if cleaned.get(name)]) != 1:
            self.add_error("words", "A name means exactly one: a player, a club, a person or a source.")
        return cleaned

    def add(self, *, by: User, note: str) -> Mention:
        """Tag the occurrence asked for, or every one that is free."""
        data: dict[str, Any] = self.cleaned_data
        article = self.instance.article
        subject = next(data[name] for name in SUBJECTS if data.get(name))
        found = list(occurrences(article.body, data["words"]))
        if len(found) < (data["which"] or 1):
            raise WordsNotFound(f"“{data['words']}” stands {len(found)} times in the body")
        then = {"subject": subject, "by": by, "role": data["role"], "club_then": data["club_then"]}
        if data["which"]:
            span = found[data["which"] - 1]
            return add_mention(article, start=span.start, end=span.end, **then)
        tags = mention_all(article, words=data["words"], **then)
        if not tags:
            raise EditorialError(f"Every “{data['words']}” is tagged already")
        return tags[0]


class TaggedForm(EditorialForm):
    """A name that is tagged: it can be taken away."""

    class Meta:
        model = Mention
        fields = ()

    def remove(self, *, by: User) -> None:
        """Take the tag away."""
        remove_mention(self.instance, by=by)
