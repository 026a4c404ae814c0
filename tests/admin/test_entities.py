"""Clubs, players, people, sources and windows at the desk."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rumours.models import Club, ClubAlias, Merge, OldAddress, Person, Player, PlayerSpell, Source, TransferLink, Window
from tests import factories
from tests.admin.forms import fill_in, rows


def address(row: Any, page: str = "change") -> str:
    return reverse(f"admin:rumours_{row._meta.model_name}_{page}", args=[row.pk])


def told(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize(
    ("model", "more"), [(Player, {}), (Person, {}), (Source, {}), (Club, {"association": "Italy"})]
)
def test_a_name_is_enough(contributor: Client, model: Any, more: dict[str, str]) -> None:
    kind = model._meta.model_name
    response = fill_in(contributor, reverse(f"admin:rumours_{kind}_add"), f"{kind}_form", name="  Igli   Tare ", **more)
    assert response.status_code == 302
    row = model.objects.get()
    assert (row.name, row.slug, row.is_public) == ("Igli Tare", "igli-tare", False)
    assert row.history.get().history_user.username == "contributor"


def test_a_name_that_nobody_could_find_is_refused(contributor: Client) -> None:
    response = fill_in(contributor, reverse("admin:rumours_player_add"), "player_form", name="…")
    assert response.context["adminform"].form.errors == {"name": ["A name needs at least one letter or digit"]}


def test_another_name_moves_the_page_and_keeps_the_old_address_and_name(editor: Client) -> None:
    club = factories.ClubFactory(name="Inter", is_reference=True)
    fill_in(editor, address(club), "club_form", name="Internazionale", short_name="Inter Milan")
    club.refresh_from_db()
    assert (club.name, club.slug, club.short_name) == ("Internazionale", "internazionale", "Inter Milan")
    assert OldAddress.objects.target_of("club", "inter") == club.pk
    assert [(alias.name, alias.kind) for alias in club.aliases.all()] == [("Inter", "former")]
    assert club.history.first().history_user.username == "editor"


def test_an_alias_is_found_at_once(editor: Client) -> None:
    club = factories.ClubFactory(name="Juventus")
    fill_in(editor, address(club), "club_form", **rows("aliases", {"name": "Old Lady", "kind": "nickname"}))
    assert ClubAlias.objects.get().name == "Old Lady"
    assert list(Club.objects.named("old lady")) == [club]


def test_an_alias_that_reads_like_another_or_like_nothing_is_refused(editor: Client) -> None:
    club = factories.ClubFactory(name="AC Milan")
    names = [{"name": "Rossoneri"}, {"name": "rossonéri"}, {"name": "!!"}]
    response = fill_in(
        editor, address(club), "club_form", **rows("aliases", *({**n, "kind": "nickname"} for n in names))
    )
    assert response.context["inline_admin_formsets"][0].formset.errors == [
        {},
        {"name": ["It is found already as “Rossoneri”"]},
        {"name": ["A name needs at least one letter or digit"]},
    ]
    assert club.aliases.count() == 0


def test_what_only_the_database_refuses_is_told_and_nothing_is_saved(editor: Client) -> None:
    club = factories.ClubFactory(name="Inter")
    alias = rows("aliases", {"name": "Inter", "kind": "short"})
    response = fill_in(editor, address(club), "club_form", name="Internazionale", **alias)
    assert response.context["adminform"].form.non_field_errors() == [
        "Nothing was saved: two rows would say the same, or somebody saved one of them just now"
    ]
    club.refresh_from_db()
    assert (club.name, club.aliases.count()) == ("Inter", 0)


def test_reference_data_is_public_and_no_longer_when_it_is_none(editor: Client) -> None:
    club = factories.ClubFactory()
    fill_in(editor, address(club), "club_form", is_reference="on")
    club.refresh_from_db()
    assert club.is_public is True
    fill_in(editor, address(club), "club_form", is_reference="")
    club.refresh_from_db()
    assert club.is_public is False


def test_a_spell_says_where_a_player_is(editor: Client) -> None:
    player, club, owner = factories.PlayerFactory(), factories.ClubFactory(), factories.ClubFactory()
    spell = {"club": club.pk, "since": "2024-07-01", "on_loan_from": owner.pk}
    fill_in(editor, address(player), "player_form", **rows("spells", spell))
    player.refresh_from_db()
    assert PlayerSpell.objects.get().history.get().history_user.username == "editor"
    assert (player.club, player.owner) == (club, owner)


@pytest.mark.parametrize("factory", [factories.ClubFactory, factories.PlayerFactory, factories.PersonFactory])
def test_two_are_merged_after_a_look_and_parted_again(chief: Client, factory: Any) -> None:
    kept, gone = factory(name="AC Milan"), factory(name="Milan AC")
    kind = kept._meta.model_name
    changelist = reverse(f"admin:rumours_{kind}_changelist")
    chosen = {"action": "merge_chosen", "_selected_action": [kept.pk, gone.pk]}
    plan = chief.post(changelist, chosen, follow=True)
    assert (plan.context["plan"].kept, plan.context["plan"].gone) == (kept, gone)
    assert type(kept).objects.count() == 2
    done = chief.post(reverse(f"admin:rumours_{kind}_merge"), {"kept": kept.pk, "gone": gone.pk}, follow=True)
    assert told(done) == ["“Milan AC” is now part of “AC Milan”. Undo stands on this page."]
    assert list(type(kept).objects.all()) == [kept]
    undone = chief.post(reverse("admin:rumours_merge_step", args=[Merge.objects.get().pk, "undo"]), follow=True)
    assert told(undone) == ["“Milan AC” is back as it was before the merge."]
    assert set(type(kept).objects.all()) == {kept, gone}


@pytest.mark.parametrize("count", [1, 3])
def test_only_two_are_merged(chief: Client, count: int) -> None:
    keys = [factories.ClubFactory().pk for _ in range(count)]
    chosen = {"action": "merge_chosen", "_selected_action": keys}
    response = chief.post(reverse("admin:rumours_club_changelist"), chosen, follow=True)
    assert told(response) == ["Choose exactly two to merge."]


def test_what_is_in_the_way_of_a_merge_is_listed(chief: Client) -> None:
    link = factories.TransferLinkFactory()
    pair = {"kept": link.to_club.pk, "gone": link.from_club.pk}
    page = chief.get(reverse("admin:rumours_club_merge"), pair)
    assert [str(obstacle.row) for obstacle in page.context["plan"].obstacles] == [str(link)]
    assert 'value="Merge"' not in page.content.decode()
    chief.post(reverse("admin:rumours_club_merge"), pair)
    assert Club.objects.filter(pk=link.from_club.pk).exists()


def test_a_merge_that_was_built_upon_is_not_undone_and_says_why(chief: Client) -> None:
    kept, gone = factories.ClubFactory(), factories.ClubFactory()
    player = factories.PlayerSpellFactory(club=gone)
    chief.post(reverse("admin:rumours_club_merge"), {"kept": kept.pk, "gone": gone.pk})
    PlayerSpell.objects.filter(pk=player.pk).update(club=factories.ClubFactory())
    step = reverse("admin:rumours_merge_step", args=[Merge.objects.get().pk, "undo"])
    assert len(chief.get(step).context["hinders"]) == 1
    assert len(chief.post(step).context["form"].non_field_errors()) == 1
    assert not Club.objects.filter(pk=gone.pk).exists()


def test_a_report_goes_to_a_namesake(editor: Client) -> None:
    report, namesake = factories.ReportFactory(), factories.PlayerFactory()
    mention_of_other = factories.ReportFactory()
    changelist = reverse("admin:rumours_report_changelist")
    chosen = {"action": "move_chosen", "_selected_action": [report.pk]}
    asked = editor.post(changelist, chosen)
    assert asked.context["rows"] == [report]
    refused = editor.post(changelist, chosen | {"confirmed": "1"})
    assert refused.context["form"].non_field_errors() == [
        "Choose exactly one player, club, person or source to move them to."
    ]
    editor.post(changelist, chosen | {"confirmed": "1", "to_player": namesake.pk})
    report.refresh_from_db()
    assert report.link.player == namesake
    mention_of_other.refresh_from_db()
    assert mention_of_other.link.player != namesake


def test_a_season_is_one_action(editor: Client) -> None:
    factories.WindowSpanFactory(window__code="2025-summer", association="Italy")
    response = editor.post(reverse("admin:rumours_window_season"), {"first_year": "2026"}, follow=True)
    assert told(response) == ["2 windows and 2 spans are new. Confirm the spans when their dates are known."]
    assert set(Window.objects.values_list("code", flat=True)) == {"2025-summer", "2026-summer", "2027-winter"}


def test_a_code_that_is_none_is_refused(editor: Client) -> None:
    response = fill_in(editor, reverse("admin:rumours_window_add"), "window_form", code="2026-autumn")
    assert (response.status_code, Window.objects.count()) == (200, 0)


def test_an_editor_ends_a_saga_with_a_note(editor: Client) -> None:
    link = factories.ReportFactory(article=factories.PublishedArticleFactory()).link
    TransferLink.objects.update(is_public=True)
    refused = fill_in(editor, address(link), "transferlink_form", set_ending="went quiet")
    assert refused.context["adminform"].form.non_field_errors() == [
        "Readers see this link: say in a note why it is over"
    ]
    fill_in(editor, address(link), "transferlink_form", set_ending="went quiet", set_ending_note="Nothing for a month")
    link.refresh_from_db()
    assert (link.set_ending, link.set_ending_by.username, link.status) == ("went quiet", "editor", "over")
    fill_in(editor, address(link), "transferlink_form", set_ending="")
    link.refresh_from_db()
    assert (link.set_ending, link.set_ending_note, link.set_ending_at) == ("", "", None)
