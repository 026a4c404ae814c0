"""A later tagger goes over old drafts."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from rumours.editorial import shared_names
from rumours.editorial.actors import system_user
from rumours.editorial.shared_names import shared_gazetteer
from rumours.editorial.suggesting import outdated, retag
from rumours.models import Article, Player, TaggerRun
from rumours.tagging import VERSION, Gazetteer
from tests import factories

pytestmark = pytest.mark.django_db
BODY = "Portwick want the winger Teo Marlin."


@pytest.fixture
def draft() -> Article:
    made: Article = factories.ArticleFactory(body=BODY)
    return made


def read_by(article: Article, version: str) -> None:
    TaggerRun.objects.create(article=article, version=version)


def test_drafts_that_no_or_an_older_version_has_read_wait(draft: Article) -> None:
    older, current = factories.ArticleFactory(), factories.ArticleFactory()
    read_by(older, "0")
    read_by(current, VERSION)
    factories.PublishedArticleFactory()
    assert list(outdated()) == [draft, older]


def test_each_is_read_once_even_where_nothing_is_found(draft: Article) -> None:
    Article.objects.filter(pk=draft.pk).update(body="it rained.")
    assert [done.article for done in retag([draft.pk], by=system_user())] == [draft]
    assert list(outdated()) == []


def test_what_is_decided_stays(draft: Article) -> None:
    Player.objects.create(name="Teo Marlin")
    decided = factories.SuggestionFactory(
        article=draft, text="Teo Marlin", start=BODY.index("Teo"), decision="rejected", decided_at=timezone.now(),
        decided_by=system_user(),
    )  # fmt: skip
    undecided = factories.SuggestionFactory(article=draft, text="winger", start=BODY.index("winger"))
    list(retag([draft.pk], by=system_user()))
    kept = set(draft.suggestions.names().filter(text__in=("Teo Marlin", "winger")))
    assert kept == {decided}
    assert undecided not in draft.suggestions.all()


def test_an_article_published_meanwhile_is_passed_over(draft: Article) -> None:
    shown = factories.PublishedArticleFactory(body=BODY)
    assert [done.article for done in retag([shown.pk, draft.pk], by=system_user())] == [draft]


def test_what_is_done_when_a_run_is_stopped_stays_done(draft: Article) -> None:
    second = factories.ArticleFactory(body=f"{BODY} Again.")
    run = retag([draft.pk, second.pk], by=system_user())
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert list(outdated()) == [second]


def test_the_names_are_built_once(draft: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[int] = []

    def build() -> Gazetteer:
        built.append(1)
        return Gazetteer(())

    monkeypatch.setattr(shared_names, "gazetteer", build)
    list(retag([draft.pk, factories.ArticleFactory(body="Other words.").pk], by=system_user()))
    shared_gazetteer()
    assert built == [1]


@pytest.mark.parametrize("change", ["added", "renamed", "deleted", "aliased"])
def test_they_are_built_anew_when_a_name_has_changed(change: str) -> None:
    player = Player.objects.create(name="Teo Marlin")
    before = shared_gazetteer()
    assert shared_gazetteer() is before
    if change == "added":
        Player.objects.create(name="Abel Quist")
    elif change == "renamed":
        player.name = "Teo Quist"
        player.save()
    elif change == "deleted":
        player.delete()
    else:
        factories.PlayerAliasFactory(player=player)
    assert shared_gazetteer() is not before


def test_asking_whether_they_hold_is_one_query(django_assert_num_queries: object) -> None:
    shared_gazetteer()
    with django_assert_num_queries(1):  # type: ignore[operator]
        shared_gazetteer()


def test_the_command_tells_how_far_it_is(draft: Article, capsys: pytest.CaptureFixture[str]) -> None:
    second = factories.ArticleFactory(body="it rained.")
    call_command("retag", second.pk)
    assert capsys.readouterr().out == f"1 of 1: article {second.pk}, 0 suggestions\n"
    call_command("retag")
    assert capsys.readouterr().out.startswith(f"1 of 1: article {draft.pk}, ")
    call_command("retag")
    assert capsys.readouterr().out == "No draft waits for this version of the tagger.\n"
    call_command("retag", all_drafts=True)
    assert [line.split(",")[0] for line in capsys.readouterr().out.splitlines()] == [
        f"1 of 2: article {draft.pk}", f"2 of 2: article {second.pk}",
    ]  # fmt: skip


def test_the_command_refuses_what_is_no_draft(draft: Article) -> None:
    shown = factories.PublishedArticleFactory()
    with pytest.raises(CommandError, match=f"No draft has the id {shown.pk}"):
        call_command("retag", draft.pk, shown.pk)
    assert list(outdated()) == [draft]


def test_the_command_takes_the_rights_of_whom_it_acts_as(draft: Article) -> None:
    factories.UserFactory(username="ben")
    with pytest.raises(CommandError, match="ben may not do this"):
        call_command("retag", by="ben")
