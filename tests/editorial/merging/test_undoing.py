"""When a merge cannot be taken back any more, and what stays where it is."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.merging import UndoRefused, changed_since, merge, undo_merge
from rumours.models import (
    Article,
    Mention,
    Merge,
    Player,
    Quote,
    Report,
)
from tests import factories as make
from tests.editorial.merging.surroundings import dump, surround_player

pytestmark = pytest.mark.django_db


def test_an_earlier_merge_is_not_undone_before_the_later(chief: User) -> None:
    a, b, c = (make.ClubFactory(name=name) for name in ("Alpha", "Beta", "Gamma"))
    before = dump()
    first = merge(b, a, by=chief)
    second = merge(c, b, by=chief)
    with pytest.raises(UndoRefused, match="no longer there"):
        undo_merge(first, by=chief)
    undo_merge(second, by=chief)
    undo_merge(first, by=chief)
    assert dump() == before


def test_undoing_is_refused_with_the_rows_changed_since(chief: User) -> None:
    kept, gone = make.PlayerFactory(name="Alpha"), make.PlayerFactory(name="Beta", foot="left")
    surround_player(gone)
    mention = Mention.objects.get(player=gone)
    record = merge(kept, gone, by=chief)
    kept.refresh_from_db()
    kept.foot = "both"
    kept.save()
    mention.refresh_from_db()
    mention.player = make.PlayerFactory()
    mention.save()
    Quote.objects.all().delete()
    before = dump()
    with pytest.raises(UndoRefused) as refused:
        undo_merge(record, by=chief)
    lines = sorted(refused.value.rows)
    assert [line.split(" (")[0] for line in lines] == [
        f"mention {mention.pk}",
        f"player {kept.pk}",
        lines[2],
    ]
    assert "foot changed" in lines[1]
    assert lines[2].endswith("was deleted")
    assert dump() == before
    assert changed_since(Merge.objects.get()) == refused.value.rows


def test_undoing_is_refused_when_what_a_dropped_row_stood_on_is_gone(doubled: dict[str, Any], chief: User) -> None:
    record = merge(doubled["kept"], doubled["gone"], by=chief)
    Report.objects.filter(article=doubled["article"]).delete()
    Article.objects.filter(pk=doubled["article"].pk).delete()
    with pytest.raises(UndoRefused, match=f"article {doubled['article'].pk} was deleted"):
        undo_merge(record, by=chief)


def test_what_came_to_the_kept_row_since_stays_there(chief: User) -> None:
    kept, gone = make.PlayerFactory(name="Alpha"), make.PlayerFactory(name="Beta")
    record = merge(kept, gone, by=chief)
    link = make.TransferLinkFactory(player=kept)
    undo_merge(record, by=chief)
    link.refresh_from_db()
    assert (link.player, Player.objects.count()) == (kept, 2)
