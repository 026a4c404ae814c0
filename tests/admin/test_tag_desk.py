"""The desk of one article over HTTP: who may see and do what, and what every refusal looks like."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from rumours.choices import Doubt, StageGroup, SuggestionKind, TransferKind
from rumours.models import Article, Decision, Suggestion, Visit
from tests import factories

BODY = "Portwick want Tom Aldous. The Quayside Post has it.\n\nNobody at Harrowgate would say."


@pytest.fixture
def article(db: None) -> Article:
    made: Article = factories.ArticleFactory(body=BODY)
    return made


@pytest.fixture
def card(article: Article) -> Suggestion:
    """A link that waits."""
    made: Suggestion = factories.SuggestionFactory(
        article=article, kind=SuggestionKind.LINK, text="Portwick want Tom Aldous.", start=0,
        to_club=factories.ClubFactory(name="Portwick"), stage_group=StageGroup.INTEREST, doubt=Doubt.NONE,
        transfer_kind=TransferKind.UNKNOWN,
    )  # fmt: skip
    return made


def address(name: str, article: Article) -> str:
    return reverse(f"admin:rumours_article_{name}", args=[article.pk])


def post(client: Client, article: Article, name: str = "tag_do", **payload: Any) -> Any:
    return client.post(address(name, article), json.dumps(payload), content_type="application/json")


def state(client: Client, article: Article) -> dict[str, Any]:
    found: dict[str, Any] = post(client, article, "tag_state").json()
    return found


def ask(client: Client, article: Article, verb: str, card: Any = None, **more: Any) -> Any:
    """As the page's script asks: with the version of the card that the server has now, unless another is given."""
    payload: dict[str, Any] = {"client_id": str(uuid4()), "sitting": "one", "verb": verb, "values": {}}
    if card is not None:
        key = f"s{card.pk}"
        found = {each["key"]: each["version"] for each in state(client, article)["cards"]}
        payload |= {"card": key, "version": found[key]}
    return post(client, article, **(payload | more))


def test_the_page_has_all_its_script_needs(editor: Client, article: Article, card: Suggestion) -> None:
    page = editor.get(address("tag", article))
    assert page.status_code == 200
    for name in ("desk-state", "desk-text", "desk-words", "desk-settings"):
        assert f'<script id="{name}" type="application/json">' in page.content.decode()
    assert [each["key"] for each in page.context["state"]["cards"]] == [f"s{card.pk}"]
    assert page.context["text"]["body"] == BODY
    assert "no-store" in page["Cache-Control"]


def test_the_page_is_stricter_than_the_rest_of_the_admin(editor: Client, article: Article) -> None:
    page = editor.get(address("tag", article))
    assert "unsafe" not in page["Content-Security-Policy"]
    assert "script-src 'self'" in page["Content-Security-Policy"]
    assert " style=" not in page.content.decode()
    assert "unsafe-inline" in editor.get(reverse("admin:rumours_article_changelist"))["Content-Security-Policy"]


def test_without_javascript_the_form_is_pointed_to(editor: Client, article: Article) -> None:
    page = editor.get(address("tag", article)).content.decode()
    assert "<noscript>" in page
    assert address("change", article) in page


def test_opening_decides_nothing(editor: Client, article: Article, card: Suggestion) -> None:
    editor.get(address("tag", article))
    post(editor, article, "tag_state", have={}, acted=True, idle=False)
    assert not Decision.objects.exists()
    assert Visit.objects.get().user.username == "editor"


def test_accepting_answers_with_what_is_now(editor: Client, article: Article, card: Suggestion) -> None:
    answer = ask(editor, article, "accept", card)
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert (body["repeat"], body["state"]["undo"] is not None) == (False, True)
    assert {each["key"]: each["state"] for each in body["state"]["cards"]}[f"s{card.pk}"] == "accepted"
    assert article.reports.count() == 1


def test_only_what_differs_from_what_the_client_has_is_sent(editor: Client, article: Article, card: Suggestion) -> None:
    other = factories.SuggestionFactory(article=article, text="Harrowgate", start=BODY.index("Harrowgate"), player=None)
    known = {each["key"]: each["version"] for each in state(editor, article)["cards"]}
    assert set(known) == {f"s{card.pk}", f"s{other.pk}"}
    assert post(editor, article, "tag_state", have=known).json()["cards"] == []
    answer = ask(editor, article, "reject", card, have=known | {"s999999": "0" * 12}).json()
    assert [each["key"] for each in answer["state"]["cards"]] == [f"s{card.pk}"]
    assert answer["state"]["gone"] == ["s999999"]


def test_a_request_that_comes_again_is_answered_and_not_done_again(
    editor: Client, article: Article, card: Suggestion
) -> None:
    once = str(uuid4())
    first = ask(editor, article, "accept", card, client_id=once)
    again = ask(editor, article, "accept", card, client_id=once)
    assert [first.status_code, again.status_code] == [200, 200]
    assert [first.json()["repeat"], again.json()["repeat"]] == [False, True]
    assert Decision.objects.filter(client_id=once).count() == 1
    assert article.reports.count() == 1


def test_a_stale_write_is_refused_with_the_card_as_it_is(
    editor: Client, contributor: Client, article: Article, card: Suggestion
) -> None:
    seen = {each["key"]: each["version"] for each in state(editor, article)["cards"]}[f"s{card.pk}"]
    ask(contributor, article, "edit", card, values={"stage_group": "bid"})
    answer = ask(editor, article, "edit", card, version=seen, values={"stage_group": "talks"})
    assert answer.status_code == 409
    body = answer.json()
    assert (body["error"], body["card"]["fields"]["stage_group"]["value"]) == ("stale", "bid")
    assert body["state"]["order"] == [f"s{card.pk}"]


def test_what_is_refused_tells_the_card_and_why(editor: Client, article: Article, card: Suggestion) -> None:
    ref = {"kind": "club", "id": card.to_club_id}
    ask(editor, article, "edit", card, values={"from_club": ref})
    answer = ask(editor, article, "accept", card)
    body = answer.json()
    assert (answer.status_code, body["error"], body["card"]) == (422, "refused", f"s{card.pk}")
    assert body["message"][:1].isupper()
    assert not article.reports.exists()


def test_a_published_article_asks_for_a_public_line(chief: Client, article: Article, card: Suggestion) -> None:
    ask(chief, article, "accept", card)
    published = ask(chief, article, "publish")
    assert published.status_code == 200, published.content
    assert published.json()["next"].startswith("/admin/rumours/article/")
    talks = {"stage_group": "talks"}
    refused = ask(chief, article, "edit", card, values=talks)
    assert (refused.status_code, refused.json()["needs_note"]) == (422, True)
    assert ask(chief, article, "edit", card, values=talks, note="It had come further.").status_code == 200


def test_publishing_with_something_in_the_way_lists_it(chief: Client, article: Article) -> None:
    quote = factories.QuoteFactory(article=article, text="Not a word of it stands there", start=0, end=29)
    answer = ask(chief, article, "publish")
    body = answer.json()
    assert answer.status_code == 422
    assert body["blockers"] == body["state"]["checklist"]["blockers"]
    assert [row["card"] for row in body["blockers"]] == [f"q{quote.pk}"]


@pytest.mark.parametrize(
    ("payload", "field"),
    [
        ({"verb": "dance"}, "verb"),
        ({"client_id": ""}, "client_id"),
        ({"client_id": "x" * 41}, "client_id"),
        ({"card": "12"}, "card"),
        ({"have": []}, "have"),
        ({"have": {"s1": 1}}, "have"),
        ({"note": "x" * 301}, "note"),
        ({"values": [1]}, "values"),
        ({"note": "\ud800"}, "body"),
        ({"note": "a\u0000b"}, "body"),
        ({"more": 1}, "request"),
    ],
)
def test_what_no_desk_sends_is_named(editor: Client, article: Article, payload: Any, field: str) -> None:
    usual = {"client_id": "one", "sitting": "one", "verb": "accept", "card": "s1", "version": "0" * 12, "values": {}}
    answer = post(editor, article, **(usual | payload))
    assert (answer.status_code, answer.json()["error"], answer.json()["field"]) == (400, "bad", field)


@pytest.mark.parametrize("name", ["tag_do", "tag_state"])
@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("text/plain", "{}", 400),
        ("application/x-www-form-urlencoded", "verb=accept", 400),
        ("application/json", "{", 400),
        ("application/json", "[]", 400),
        ("application/json", '"accept"', 400),
        ("application/json", b"\xff\xfe", 400),
        ("application/json", '{"acted": NaN}', 400),
        ("application/json", "[" * 100_000, 400),
        ("application/json", '{"note": ' + "[" * 500 + "]" * 500 + "}", 400),
        ("application/json", '{"verb": ' + "9" * 5000 + "}", 400),
        ("application/json", json.dumps({"note": "x" * 200_001}), 413),
    ],
)
def test_what_is_no_request_is_refused(
    editor: Client, article: Article, name: str, content_type: str, body: Any, status: int
) -> None:
    answer = editor.post(address(name, article), body, content_type=content_type)
    assert (answer.status_code, answer.json()["error"]) == (status, "bad")


@pytest.mark.parametrize("length", ["many", "-1", "9" * 30])
def test_a_length_that_is_none_is_refused(editor: Client, article: Article, length: str) -> None:
    answer = editor.post(address("tag_do", article), "{}", content_type="application/json", CONTENT_LENGTH=length)
    assert (answer.status_code, answer.json()["field"]) == (400, "content-length")


def test_flags_are_flags(editor: Client, article: Article) -> None:
    answer = post(editor, article, "tag_state", acted="yes")
    assert (answer.status_code, answer.json()["field"]) == (400, "acted")


def test_a_new_token_comes_with_whose_it_is(editor: Client, article: Article, django_user_model: Any) -> None:
    answer = editor.get(address("tag_state", article))
    user = django_user_model.objects.get(username="editor")
    assert (answer.status_code, answer.json()["user"], len(answer.json()["csrf"])) == (200, user.pk, 64)


def test_without_a_token_nothing_is_done(article: Article, card: Suggestion, user_of: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user_of("editor"))
    refused = post(client, article, client_id="one", verb="undo")
    assert refused.status_code == 403
    assert not refused["Content-Type"].startswith("application/json")
    token = client.get(address("tag_state", article)).json()["csrf"]
    asked = json.dumps({"client_id": "one", "verb": "skip"})
    sent = client.post(
        address("tag_do", article), asked, content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert sent.status_code == 200


@pytest.mark.parametrize("name", ["tag", "tag_do", "tag_state", "tag_find", "keys"])
def test_who_is_logged_out_is_sent_to_log_in(client: Client, article: Article, name: str) -> None:
    place = reverse("admin:rumours_article_keys") if name == "keys" else address(name, article)
    for answer in (client.get(place), client.post(place, "{}", content_type="application/json")):
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("admin:login"))


def test_who_may_not_decide_sees_no_desk(article: Article) -> None:
    client = Client()
    client.force_login(factories.UserFactory(permissions=("view_article", "change_article")))
    assert client.get(address("tag", article)).status_code == 403
    for answer in (post(client, article), post(client, article, "tag_state"), client.get(address("tag_find", article))):
        assert (answer.status_code, answer.json()["error"]) == (403, "forbidden")


def test_what_readers_have_seen_is_changed_by_those_who_publish(
    chief: Client, contributor: Client, article: Article, card: Suggestion
) -> None:
    ask(chief, article, "publish")
    page = contributor.get(address("tag", article))
    assert (page.status_code, page.context["state"]["article"]["may_tag"]) == (200, False)
    answer = ask(contributor, article, "accept", card)
    assert (answer.status_code, answer.json()["error"]) == (403, "forbidden")


def test_a_contributor_may_not_publish(contributor: Client, article: Article) -> None:
    answer = ask(contributor, article, "publish")
    assert (answer.status_code, answer.json()["error"]) == (403, "forbidden")
    assert not Article.objects.published().exists()


def test_an_article_that_is_not_there(editor: Client, article: Article) -> None:
    gone = Article(pk=article.pk + 1)
    assert editor.get(address("tag", gone)).status_code == 404
    answers = (post(editor, gone), post(editor, gone, "tag_state"), editor.get(address("tag_find", gone)))
    assert [(each.status_code, each.json()["error"]) for each in answers] == [(404, "gone")] * 3


@pytest.mark.parametrize(("name", "method"), [("tag", "post"), ("tag_do", "get"), ("tag_find", "post")])
def test_each_address_has_its_method(editor: Client, article: Article, name: str, method: str) -> None:
    assert getattr(editor, method)(address(name, article)).status_code == 405


def test_rows_for_a_field_are_found(editor: Client, article: Article) -> None:
    club = factories.ClubFactory(name="Ĺovčice")
    answer = editor.get(address("tag_find", article), {"what": "club", "q": "lovc"})
    assert answer.status_code == 200
    assert [row["value"] for row in answer.json()["rows"]] == [{"kind": "club", "id": club.pk}]


@pytest.mark.parametrize("asked", [{"what": "moon", "q": "a"}, {"q": "a"}, {"what": "club", "q": "x" * 121}])
def test_a_search_that_cannot_be_is_refused(editor: Client, article: Article, asked: dict[str, str]) -> None:
    answer = editor.get(address("tag_find", article), asked)
    assert (answer.status_code, answer.json()["error"]) == (400, "bad")


def test_leaving_goes_on_to_the_next_article(editor: Client, article: Article) -> None:
    following = factories.ArticleFactory(headline="Another")
    factories.SuggestionFactory(article=following)
    assert ask(editor, article, "skip").json()["next"] == address("tag", following)


def test_leaving_the_last_goes_to_the_queue(editor: Client, article: Article) -> None:
    assert ask(editor, article, "drop").json()["next"].endswith("/queue/")
