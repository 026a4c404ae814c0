"""manage.py load_demo where there is nothing to be made: the reasons, one line each, and exit 2."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from rumours.management.commands.load_demo import anchor_day
from rumours.models import Article, Club, WindowSpan

pytestmark = pytest.mark.django_db


def refusal(*args: str) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("load_demo", *args)
    assert refused.value.returncode == 2
    assert not Club.objects.exists() and not Article.objects.exists() and not WindowSpan.objects.exists()
    return str(refused.value)


def test_production_has_no_demo_world(settings: Any) -> None:
    settings.PRODUCTION = True
    assert refusal() == "A production site has no demo world."


def test_without_reference_data_it_says_what_to_load() -> None:
    assert refusal() == "club AC Milan is not there: run load_reference seeds/*.csv first."


def test_an_unknown_user_is_refused() -> None:
    assert refusal("--by", "nobody") == "--by: there is no user 'nobody'."


def test_who_may_not_publish_may_not_make_it() -> None:
    User.objects.create_user("guest")
    assert refusal("--by", "guest") == ("Nothing was made: guest may not do this: rumours.publish_article is missing.")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("tomorrow", "'tomorrow' is no day: write it as 2026-01-31"),
        ("2026-02-30", "'2026-02-30' is no day: write it as 2026-01-31"),
        ("1999-01-01", "1999-01-01 is not between 2020-01-01 and 2029-12-31"),
    ],
)
def test_an_anchor_that_cannot_be_is_refused(text: str, fault: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("load_demo", "--anchor", text)
    assert fault in str(refused.value)
    assert anchor_day("2026-01-31") == date(2026, 1, 31)
