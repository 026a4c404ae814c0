"""The pages beside the desk."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from rumours.models import Decision, Player, Suggestion
from tests import factories as make
from tests.admin.conftest import Login

FARES, STUBS = "/admin/rumours/article/fares/", "/admin/rumours/article/stubs/"


def decided(count: int, verdict: str, **columns: Any) -> list[Suggestion]:
    given = {"article": make.ArticleFactory(), "decided_by": make.UserFactory(), "decided_at": make.DAY, **columns}
    return [make.SuggestionFactory(decision=verdict, **given) for _ in range(count)]


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


class TestFares:
    def rows(self, client: Client, query: str = "", table: int = 0) -> list[tuple[str, int]]:
        tables = client.get(FARES + query).context["tables"]
        return [(row["fare"].name, row["fare"].decided) for row in tables[table]["rows"]]

    def test_nothing_decided_yet(self, contributor: Client) -> None:
        assert "No suggestion has been decided yet" in page(contributor, FARES)

    def test_nothing_of_a_kind(self, contributor: Client) -> None:
        decided(1, "accepted")
        assert "No suggestion like this has been decided." in page(contributor, f"{FARES}?kind=quote")

    def test_counts_and_shares(self, editor: Client) -> None:
        decided(9, "accepted", rule="often wrong")
        decided(11, "rejected", rule="often wrong")
        shown = page(editor, FARES)
        assert "20 suggestions decided, 45 % accepted." in shown
        assert '<tr class="dim">' in shown
        assert "<meter" in shown

    @pytest.mark.parametrize(
        ("sort", "order"),
        [
            ("", ["b", "a"]), ("name", ["a", "b"]), ("-name", ["b", "a"]), ("share", ["b", "a"]),
            ("-share", ["a", "b"]), ("decided", ["a", "b"]), ("nonsense", ["b", "a"]),
        ],
    )  # fmt: skip
    def test_sorted_as_the_address_says(self, editor: Client, sort: str, order: list[str]) -> None:
        decided(1, "accepted", rule="a")
        decided(2, "rejected", rule="b")
        assert [name for name, _ in self.rows(editor, f"?sort={sort}")] == order

    def test_every_part_has_a_name_of_its_own(self, editor: Client) -> None:
        decided(2, "accepted", rule="a")
        names = re.findall(r'\sid="([^"]*)"', page(editor, FARES))
        assert sorted(names) == sorted(set(names))
        assert {"fares-rule", "fares-kind"} < set(names)

    def test_a_head_turns_its_order_round(self, editor: Client) -> None:
        decided(1, "accepted")
        heads = editor.get(f"{FARES}?kind=player&sort=-share").context["tables"][0]["heads"]
        assert {head["label"]: (head["address"], head["direction"]) for head in heads} == {
            "Rule": ("?kind=player&sort=name", ""),
            "Unchanged": ("?kind=player&sort=-accepted", ""),
            "Changed": ("?kind=player&sort=-edited", ""),
            "Rejected": ("?kind=player&sort=-rejected", ""),
            "Decided": ("?kind=player&sort=-decided", ""),
            "Accepted": ("?kind=player&sort=share", "descending"),
        }

    @pytest.mark.parametrize("query", ["?kind=link", "?rule=b", "?days=30", "?outlet=%d"])
    def test_narrowed(self, editor: Client, query: str) -> None:
        outlet = make.SourceFactory()
        article = make.ArticleFactory(publisher=outlet)
        recently = {"decided_at": timezone.now(), "article": article, "kind": "link"}
        decided(1, "accepted", rule="a")
        decided(2, "accepted", rule="b", **recently)
        assert self.rows(editor, query % outlet.pk if "%" in query else query) == [("b", 2)]

    @pytest.mark.parametrize("query", ["?kind=coach", "?days=7", "?outlet=x", "?outlet=999999999999", "?rule="])
    def test_what_is_asked_wrongly_narrows_nothing(self, editor: Client, query: str) -> None:
        decided(1, "accepted", rule="a")
        assert self.rows(editor, query) == [("a", 1)]

    def test_an_outlet_that_is_gone(self, editor: Client) -> None:
        assert "an outlet that is gone" in page(editor, f"{FARES}?outlet=99")

    def test_a_rule_leads_to_what_was_rejected(self, editor: Client) -> None:
        decided(1, "accepted", rule="a & b")
        (rejected,) = decided(1, "rejected", rule="a & b", kind="link")
        decided(1, "rejected", rule="a & b", kind="quote")
        decided(1, "rejected", rule="c", kind="link")
        (row,) = (
            row for row in editor.get(f"{FARES}?kind=link").context["tables"][0]["rows"] if row["fare"].name == "a & b"
        )
        listed = editor.get(row["rejected"])
        assert list(listed.context["cl"].queryset) == [rejected]

    def test_fields_that_were_changed(self, editor: Client) -> None:
        (row,) = decided(1, "edited")
        Decision.objects.create(
            article=row.article, client_id=uuid4().hex, action="edit", row_kind="suggestion", row_id=row.pk,
            by=make.UserFactory(), after={"values": {"to_club": None, "doubt": "none"}},
        )  # fmt: skip
        assert '<td class="fields">doubt 1, to 1</td>' in page(editor, FARES)

    def test_as_many_queries_for_many_rules(self, editor: Client, django_assert_max_num_queries: Any) -> None:
        for number in range(30):
            decided(1, "edited", rule=f"rule {number}")
        with django_assert_max_num_queries(14):  # two of them keep the log-in alive
            editor.get(FARES)


class TestStubs:
    def test_each_with_what_is_missing_and_where_it_is_finished(self, editor: Client) -> None:
        player = make.PlayerFactory(name="Teo Marlin", is_stub=True, position="")
        report = make.ReportFactory(link=make.TransferLinkFactory(player=player))
        shown = page(editor, f"{STUBS}?kind=player")
        assert f'<a href="/admin/rumours/player/{player.pk}/change/?then=stubs">Teo Marlin</a>' in shown
        assert "<td>position, nationality, born, club</td>" in shown
        assert f'<a href="/admin/rumours/article/{report.article_id}/change/">{report.article}</a>' in shown

    def test_counts_by_kind(self, editor: Client) -> None:
        make.ClubFactory(is_stub=True)
        make.PersonFactory(is_stub=True)
        tabs = editor.get(f"{STUBS}?kind=club").context["tabs"]
        assert [(label, count) for _, label, count in tabs] == [
            ("All", 2), ("Players", 0), ("Clubs", 1), ("People", 1), ("Sources", 0),
        ]  # fmt: skip

    def test_nothing_to_finish(self, contributor: Client) -> None:
        assert "Nothing to finish." in page(contributor, STUBS)

    def test_saving_one_leads_back(self, editor: Client) -> None:
        player = make.PlayerFactory(is_stub=True)
        address = f"/admin/rumours/player/{player.pk}/change/?then=stubs"
        form = editor.get(address).context["adminform"].form
        posted = {name: form[name].value() or "" for name in form.fields if name != "is_stub"}
        inlines = {
            f"{prefix}-{name}": "0" for prefix in ("spells", "aliases") for name in ("TOTAL_FORMS", "INITIAL_FORMS")
        }
        response = editor.post(address, posted | inlines)
        assert (response.status_code, response["Location"]) == (302, STUBS)
        assert Player.objects.get().is_stub is False

    def test_page_by_page(self, editor: Client) -> None:
        for _ in range(51):
            make.PersonFactory(is_stub=True)
        assert len(editor.get(STUBS).context["rows"]) == 50
        assert len(editor.get(f"{STUBS}?kind=person&page=2").context["rows"]) == 1
        assert 'href="?kind=person&amp;page=2">Older</a>' in page(editor, f"{STUBS}?kind=person")

    @pytest.mark.parametrize("query", ["?kind=ghost", "?page=99", "?page=x"])
    def test_what_is_asked_wrongly(self, editor: Client, query: str) -> None:
        make.PersonFactory(is_stub=True)
        assert len(editor.get(STUBS + query).context["rows"]) == 1


class TestSittings:
    def test_who_when_and_what(self, editor: Client) -> None:
        article = make.ArticleFactory()
        asked = {"verb": "accept", "title": "Teo Marlin to Harbour Town", "values": {}}
        Decision.objects.create(
            article=article, sitting="a", client_id="1", action="accept", row_kind="suggestion", row_id=1,
            by=make.UserFactory(username="ana"), asked=asked,
        )  # fmt: skip
        shown = page(editor, f"/admin/rumours/article/{article.pk}/sittings/")
        assert "accepted Teo Marlin to Harbour Town" in shown
        assert ">ana <span" in shown

    def test_nobody_has_decided_anything(self, contributor: Client) -> None:
        article = make.ArticleFactory()
        shown = page(contributor, f"/admin/rumours/article/{article.pk}/sittings/")
        assert "Nobody has decided anything here yet." in shown

    def test_page_by_page(self, editor: Client) -> None:
        article, by = make.ArticleFactory(), make.UserFactory()
        for number in range(21):
            Decision.objects.create(
                article=article, sitting=f"s{number}", client_id=f"{number}", action="reject", row_kind="suggestion",
                row_id=1, by=by,
            )  # fmt: skip
        address = f"/admin/rumours/article/{article.pk}/sittings/"
        assert len(editor.get(address).context["shown"]) == 20
        assert len(editor.get(f"{address}?page=2").context["shown"]) == 1

    def test_there_is_no_such_article(self, editor: Client) -> None:
        assert editor.get("/admin/rumours/article/999/sittings/").status_code == 404


@pytest.mark.parametrize("address", [FARES, STUBS])
def test_who_may_see_them(address: str, logged_in: Login, client: Client) -> None:
    assert client.get(address).status_code == 302
    client.force_login(make.UserFactory())
    assert client.get(address).status_code == 403
    assert logged_in("contributor").get(address).status_code == 200
    assert logged_in("chief").post(address).status_code == 405


def test_the_ways_to_them(editor: Client) -> None:
    article = make.ArticleFactory()
    for place in ("/admin/rumours/article/", "/admin/rumours/article/queue/"):
        shown = page(editor, place)
        assert (f'href="{FARES}"' in shown, f'href="{STUBS}"' in shown) == (True, True)
    change = f"/admin/rumours/article/{article.pk}"
    assert f'href="{change}/sittings/"' in page(editor, f"{change}/change/")
