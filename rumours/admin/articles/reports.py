"""The form of a report: it finds or makes its link from player, from, to and window."""

import re
from typing import Any

from django import forms
from django.contrib.auth.models import User

from rumours.admin.picking import pick
from rumours.admin.refusing import EditorialForm
from rumours.admin.wording import WordsField
from rumours.choices import GROUP_OF_STAGE, FeeWhat, ReportRole, Stage
from rumours.editorial.fees import Sum, sums_of
from rumours.editorial.reporting import add_report, change_report, remove_report
from rumours.models import Report, TransferLink
from rumours.models.labels import choices_of

_AMOUNT = re.compile(r"([0-9][0-9,. ]*?)\s*(k|m|bn)?", re.IGNORECASE)
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
OF_LINK = ("player", "to_club", "from_club", "free_agent", "loan_club")
CLAIMANTS = ("claimant_person", "claimant_player", "claimant_club")
FEES = ("fee_what", "fee_low", "fee_high", "fee_currency")


class AmountField(forms.CharField):
    """Whole units of a currency: 30000000, 30,000,000 or 30m."""

    def clean(self, value: Any) -> int | None:
        """The number, or None where nothing is said."""
        text = (super().clean(value) or "").strip()
        if not text:
            return None
        match = _AMOUNT.fullmatch(text)
        try:
            number = float(match[1].replace(",", "").replace(" ", "")) if match else -1
        except ValueError:
            number = -1
        if match is None or number < 0:
            raise forms.ValidationError("Write it as 30000000, 30,000,000 or 30m.")
        return round(number * _TIMES[(match[2] or "").lower()])


class ReportForm(EditorialForm):
    """One source's claim. What is left empty is filled in by `add_report`: window, source, role."""

    player = pick(TransferLink, "player", required=True)
    to_club = pick(TransferLink, "to_club", label="To")
    from_club = pick(TransferLink, "from_club", label="From", help_text="Empty: where he plays by his spells.")
    free_agent = forms.BooleanField(required=False, help_text="He has no club.")
    loan_club = pick(TransferLink, "loan_club", label="On loan at")
    window = pick(TransferLink, "window", help_text="Empty: the one open, or next to open, for the buyer.")
    words = WordsField(
        widget=forms.Textarea(attrs={"rows": 2}), label="Evidence",
        help_text="The sentence it rests on, copied from the body.",
    )  # fmt: skip
    note: Any = forms.CharField(required=False, max_length=300, label="What is corrected (readers see this)")

    class Meta:
        model = Report
        fields = (
            "stage_group", "stage", "kind", "doubt", "source", "via", "role", "follows", "retracts", *CLAIMANTS,
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        report: Report = self.instance
        if "stage_group" in self.fields:
            self.fields["stage_group"].required = False
            self.fields["stage_group"].help_text = "Follows from the exact stage where one is chosen."
            self.fields["role"] = forms.ChoiceField(
                required=False, choices=[("", "–"), *choices_of(ReportRole)], label="Role"
            )
            self.fields["role"].help_text = "Empty: origin, or repeat where this source has said it before."
        if report.pk:
            link = report.link
            self.initial.update({name: getattr(link, name) for name in OF_LINK})
            self.initial["words"] = report.text
            self.initial["window"] = None if report.window_assumed else link.window
            if report.window_assumed:
                self.fields["window"].help_text = f"Empty: {link.window} is assumed."
        else:
            self.initial["role"] = ""

    def clean(self) -> dict[str, Any]:
        """The exact stage says its group."""
        cleaned = super().clean()
        if cleaned.get("stage") and ("stage_group" not in self.changed_data or not cleaned.get("stage_group")):
            cleaned["stage_group"] = GROUP_OF_STAGE[Stage(cleaned["stage"])].value
        if not cleaned.get("stage_group") and "stage_group" not in self.errors:
            self.add_error("stage_group", "Say how far it is, at least its group.")
        if len([name for name in CLAIMANTS if cleaned.get(name)]) > 1:
            self.add_error(CLAIMANTS[0], "It is one person's, one player's or one club's own word.")
        return cleaned

    def fees(self) -> list[Sum] | None:
        """The sums where this form has them."""
        return None

    def values(self) -> dict[str, Any]:
        """What was entered, by the arguments of `add_report`."""
        data = self.cleaned_data
        apart = {*CLAIMANTS, *FEES, "note", "id", "article", "DELETE"}
        plain = {name: data[name] for name in data if name not in apart}
        claimant = next((data[name] for name in CLAIMANTS if data.get(name)), None)
        return plain | {"role": data["role"] or None, "claimant": claimant}

    def changes(self) -> dict[str, Any]:
        """What was changed, by the arguments of `change_report`."""
        values, changed = self.values(), set(self.changed_data)
        found = {name: value for name, value in values.items() if name in changed and name != "claimant"}
        if "stage" in found or "stage_group" in found:
            found |= {name: values[name] for name in ("stage_group", "stage")}
        if not values["role"]:
            found.pop("role", None)
        if changed & set(CLAIMANTS):
            found["claimant"] = values["claimant"]
        if changed & set(FEES):
            found["fees"] = self.fees() or []
        return found

    def add(self, *, by: User, note: str) -> Report:
        """Enter it on the article."""
        return add_report(self.instance.article, **self.values(), by=by, fees=self.fees() or ())

    def change(self, *, by: User, note: str) -> Report:
        """Change it, or give it its successor where readers have seen it."""
        self.instance.refresh_from_db()  # an edit of the body in the same save has moved it
        return change_report(self.instance, by=by, note=note, **self.changes())

    def remove(self, *, by: User) -> None:
        """Take it from its draft."""
        remove_report(self.instance, by=by)


class ReportRowForm(ReportForm):
    """The form as a row of an article: the note is the article's, and one sum can be named at once."""

    note: Any = None
    fee_what = forms.ChoiceField(required=False, label="Sum", choices=lambda: [("", "–"), *choices_of(FeeWhat)])
    fee_low = AmountField(required=False, label="From", help_text="30000000 or 30m")
    fee_high = AmountField(required=False, label="Up to", help_text="Empty: that sum.")
    fee_currency = forms.CharField(required=False, label="Currency", max_length=3, initial="EUR")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["fee_currency"] = "EUR"
        known = sums_of(self.instance) if self.instance.pk else []
        if known:
            first = known[0]
            entered = (first.what, first.low, first.high, first.currency)
            self.initial.update(zip(FEES, entered, strict=True))
        if len(known) > 1:
            for name in FEES:
                self.fields[name].disabled = True
            self.fields["fee_what"].help_text = f"{len(known)} sums: change them on the report's own page."

    def clean(self) -> dict[str, Any]:
        """A sum has a kind, an amount and a currency."""
        cleaned = super().clean()
        if (cleaned.get("fee_low") is None) != (not cleaned.get("fee_what")) and not self.errors.keys() & set(FEES):
            self.add_error("fee_what", "A sum needs both: what it is and how much.")
        currency = (cleaned.get("fee_currency") or "EUR").upper()
        if len(currency) != 3 or not currency.isalpha():
            self.add_error("fee_currency", "Three letters: EUR, GBP.")
        cleaned["fee_currency"] = currency
        return cleaned

    def fees(self) -> list[Sum]:
        """The one sum, or none."""
        data = self.cleaned_data
        if not data.get("fee_what"):
            return []
        return [Sum(FeeWhat(data["fee_what"]), data["fee_low"], data["fee_high"], data["fee_currency"])]
