"""What the migration to the beginnings of names keeps of names that were there before it."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from rumours.models import Club
from tests import factories as make


@pytest.mark.django_db
def test_names_from_before_are_found_by_their_beginnings() -> None:
    club = make.ClubFactory.create(name="Red Ox")
    words: Any = Club.words.rel.related_model
    words.objects.all().delete()
    Club.objects.filter(pk=club.pk).update(search="| red ox | ox |", folded="red ox", link_count=7)
    import_module("rumours.migrations.0011_admin_names").keep_all(apps, None)
    kept = words.objects.filter(row=club).values_list("word", "whole", "rank")
    assert sorted(kept) == sorted(
        [("r", 0, 7), ("re", 0, 7), ("red", 0, 7), ("o", 0, 7), ("ox", 1, 7), ("=red ox", 2, 7), ("=ox", 1, 7)]
    )
