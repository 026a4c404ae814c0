"""Who may see and do what: every address of the desk, by role."""

import pytest
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from rumours.models import Article, Decision, Merge, Report, WindowSpan
from tests import factories
from tests.admin.conftest import Login

pytestmark = pytest.mark.once

ROLES = ("anonymous", "contributor", "editor", "chief")
OURS = sorted(
    (model for model in admin.site._registry if model._meta.app_label == "rumours"),
    key=lambda m: m._meta.model_name or "",
)
NEVER_ADDED = {
    "correction", "decision", "feedentry", "mention", "merge", "oldaddress", "quote", "report", "suggestion",
    "transferlink",
}  # fmt: skip
ENTITIES = ("club", "competition", "person", "player", "source")
ADDED_BY: dict[str, set[str]] = {
    **{name: {"contributor", "editor", "chief"} for name in ("article", *ENTITIES)},
    "feed": {"editor", "chief"},
    "window": {"editor", "chief"},
    "exchangerate": {"chief"},
    **{name: set() for name in NEVER_ADDED},
}


def client_of(role: str, logged_in: Login) -> Client:
    return Client() if role == "anonymous" else logged_in(role)


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:rumours_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.model_name)
def test_who_sees_a_list(role: str, model: type[Model], logged_in: Login) -> None:
    expected = 302 if role == "anonymous" else 200
    assert client_of(role, logged_in).get(address(model, "changelist")).status_code == expected


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.model_name)
def test_who_adds(role: str, model: type[Model], logged_in: Login) -> None:
    allowed = 200 if role in ADDED_BY[str(model._meta.model_name)] else 403
    expected = 302 if role == "anonymous" else allowed
    assert client_of(role, logged_in).get(address(model, "add")).status_code == expected


@pytest.fixture
def rows(db: None) -> list[Model]:
    """One row of every model that has a page at the desk."""
    article = factories.PublishedArticleFactory()
    kinds = (
        factories.CompetitionFactory, factories.ClubFactory, factories.PlayerFactory, factories.PersonFactory,
        factories.SourceFactory, factories.WindowSpanFactory, factories.ExchangeRateFactory,
        factories.OldAddressFactory, factories.CorrectionFactory, factories.FeedFactory, factories.FeedEntryFactory,
    )  # fmt: skip
    made: list[Model] = [kind() for kind in kinds]
    by = factories.UserFactory()
    made.append(Decision.objects.create(client_id="1", action="accept", row_kind="suggestion", row_id=1, by=by))
    changes: dict[str, list[object]] = {"changed": [], "dropped": [], "made": []}
    made.append(Merge.objects.create(kind="club", kept_id=1, gone_id=2, gone_name="AC", changes=changes, by=by))
    made += [
        kind(article=article)
        for kind in (
            factories.ReportFactory, factories.QuoteFactory, factories.MentionFactory, factories.SuggestionFactory,
        )
    ]  # fmt: skip
    report = next(row for row in made if isinstance(row, Report))
    return [
        article, factories.ArticleFactory(), report.link,
        *(row.window if isinstance(row, WindowSpan) else row for row in made),
    ]  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_everybody_at_the_desk_reads_every_row_and_its_history(role: str, rows: list[Model], logged_in: Login) -> None:
    client = client_of(role, logged_in)
    expected = 302 if role == "anonymous" else 200
    found = {
        (type(row).__name__, page): client.get(address(type(row), page, row.pk)).status_code
        for row in rows
        for page in ("change", "history")
    }
    assert found == dict.fromkeys(found, expected)


def test_all_models_have_a_row_here(rows: list[Model]) -> None:
    assert {type(row) for row in rows} == set(OURS)


STEPS = {
    "publish": {"editor", "chief"},
    "schedule": {"editor", "chief"},
    "drop": {"contributor", "editor", "chief"},
    "redact": {"chief"},
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("step", STEPS)
def test_who_takes_a_step_with_a_draft(role: str, step: str, logged_in: Login) -> None:
    article = factories.ArticleFactory()
    allowed = 200 if role in STEPS[step] else 403
    expected = 302 if role == "anonymous" else allowed
    assert client_of(role, logged_in).get(address(Article, "step", article.pk, step)).status_code == expected


@pytest.mark.parametrize("role", ROLES)
def test_a_contributor_cannot_publish(role: str, logged_in: Login) -> None:
    article = factories.ArticleFactory()
    client_of(role, logged_in).post(address(Article, "step", article.pk, "publish"))
    article.refresh_from_db()
    assert article.status == ("published" if role in ("editor", "chief") else "draft")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    "name",
    ["rumours_club_merge", "rumours_player_merge", "rumours_person_merge", "rumours_source_merge"],
)
def test_only_chiefs_merge(role: str, name: str, logged_in: Login) -> None:
    # without two rows a chief is sent back to the list
    expected = 302 if role in ("anonymous", "chief") else 403
    assert client_of(role, logged_in).get(reverse(f"admin:{name}")).status_code == expected


@pytest.mark.parametrize("role", ["contributor", "editor", "chief"])
def test_only_chiefs_delete_a_club(role: str, logged_in: Login) -> None:
    club = factories.ClubFactory()
    expected = 200 if role == "chief" else 403
    assert logged_in(role).get(address(type(club), "delete", club.pk)).status_code == expected


@pytest.mark.parametrize("role", ["contributor", "editor", "chief"])
def test_nobody_deletes_an_article(role: str, logged_in: Login) -> None:
    article = factories.ArticleFactory()
    assert logged_in(role).get(address(Article, "delete", article.pk)).status_code == 403


@pytest.mark.parametrize("role", ["contributor", "editor", "chief"])
def test_only_chiefs_set_tiers(role: str, logged_in: Login) -> None:
    source = factories.SourceFactory()
    page = logged_in(role).get(address(type(source), "change", source.pk)).content.decode()
    assert ("tiers-__prefix__-reason" in page) == (role == "chief")


def test_what_readers_have_seen_is_only_read_by_contributors(contributor: Client) -> None:
    article = factories.PublishedArticleFactory()
    factories.ReportFactory(article=article)
    page = contributor.get(address(Article, "change", article.pk))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert contributor.post(address(Article, "change", article.pk), {"headline": "Mine"}).status_code == 403
