"""Text typed into a form, as it is stored: a browser sends its lines with carriage returns."""

from typing import Any

from django import forms

from rumours.text import normalise


class WordsField(forms.CharField):
    """Words of a body. Compared and cleaned with plain newlines, so that nothing counts as changed by the browser."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """Normal text; empty for nothing."""
        return normalise(super().to_python(value) or "")
