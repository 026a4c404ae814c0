"""Deciding on suggested names."""

import pytest
from django.core.exceptions import PermissionDenied

from rumours.choices import SuggestionKind
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.reviewing import accept, candidates, reject, undo
from rumours.models import Article, Decision, Mention, Player, Suggestion, SuggestionAlternative
from tests import factories

BODY = "Milan want Gomez. Gomez would come, says Milan. Gomezian is another word."


@pytest.fixture
def gomez(db: None) -> Player:
    player: Player = factories.PlayerFactory(name="Joe Gomez")
    return player


@pytest.fixture
def suggestion(gomez: Player) -> Suggestion:
    article = factories.ArticleFactory(body=BODY)
    made: Suggestion = factories.SuggestionFactory(article=article, player=gomez, text="Gomez", start=11)
    return made


def starts(article: Article) -> list[int]:
    return list(article.mentions.order_by("start").values_list("start", flat=True))


def test_every_occurrence_is_tagged_and_the_decision_kept(suggestion: Suggestion, gomez: Player) -> None:
    chief = factories.ChiefFactory()
    tags = accept(suggestion, by=chief, sitting="morning")
    suggestion.refresh_from_db()
    assert starts(suggestion.article) == [11, 18]
    assert {tag.player for tag in tags} == {gomez}
    assert (suggestion.decision, suggestion.decided_by) == ("accepted", chief)
    decision = Decision.objects.get()
    assert (decision.action, decision.row_kind, decision.row_id) == ("accept", "suggestion", suggestion.pk)
    assert (decision.article, decision.sitting, decision.by) == (suggestion.article, "morning", chief)
    assert decision.before == {"decision": None}
    assert decision.after == {
        "decision": "accepted", "subject": ["player", gomez.pk], "mentions": [tag.pk for tag in tags],
    }  # fmt: skip


def test_what_is_tagged_already_stays_as_it_is(suggestion: Suggestion, gomez: Player) -> None:
    other = factories.MentionFactory(article=suggestion.article, text="Gomez", start=18)
    accept(suggestion, by=factories.ChiefFactory())
    assert starts(suggestion.article) == [11, 18]
    assert Mention.objects.get(pk=other.pk).player != gomez


def test_accepting_in_a_draft_makes_nothing_public(suggestion: Suggestion, gomez: Player) -> None:
    accept(suggestion, by=factories.ChiefFactory())
    gomez.refresh_from_db()
    assert gomez.is_public is False


def test_another_may_be_meant(suggestion: Suggestion) -> None:
    namesake = factories.PlayerFactory(name="Joe Gomez")
    SuggestionAlternative.objects.create(suggestion=suggestion, slot="player", player=namesake, rank=1)
    assert candidates(suggestion) == [suggestion.player, namesake]
    accept(suggestion, by=factories.ChiefFactory(), subject=namesake)
    suggestion.refresh_from_db()
    assert suggestion.decision == "edited"
    assert suggestion.player != namesake
    assert {mention.player for mention in suggestion.article.mentions.all()} == {namesake}


def test_rejecting_tags_nothing(suggestion: Suggestion) -> None:
    reject(suggestion, by=factories.ChiefFactory())
    suggestion.refresh_from_db()
    assert (suggestion.decision, starts(suggestion.article)) == ("rejected", [])
    assert Decision.objects.get().action == "reject"


@pytest.mark.parametrize("decide", [accept, reject])
def test_a_decision_is_taken_back_with_its_tags(suggestion: Suggestion, decide: object) -> None:
    chief, before = factories.ChiefFactory(), Suggestion.objects.values().get()
    kept = factories.MentionFactory(article=suggestion.article, text="Milan", start=41)
    decide(suggestion, by=chief)  # type: ignore[operator]
    undo(suggestion, by=chief)
    assert Suggestion.objects.values().get() == before
    assert starts(suggestion.article) == [kept.start]
    assert [decision.action for decision in Decision.objects.order_by("pk")][1:] == ["undo"]
    accept(suggestion, by=chief)
    assert starts(suggestion.article) == [11, 18, 41]


def test_a_tag_that_somebody_gave_to_another_since_stays(suggestion: Suggestion) -> None:
    chief, other = factories.ChiefFactory(), factories.PlayerFactory()
    accept(suggestion, by=chief)
    suggestion.article.mentions.filter(start=18).update(player=other)
    undo(suggestion, by=chief)
    assert starts(suggestion.article) == [18]


def test_a_repeat_from_the_client_changes_nothing(suggestion: Suggestion) -> None:
    chief = factories.ChiefFactory()
    accept(suggestion, by=chief, client_id="press-1")
    assert accept(suggestion, by=chief, client_id="press-1") == []
    assert Decision.objects.count() == 1


def test_what_is_decided_is_not_decided_again(suggestion: Suggestion) -> None:
    chief = factories.ChiefFactory()
    reject(suggestion, by=chief)
    with pytest.raises(WrongState, match="“Gomez” is rejected already"):
        accept(suggestion, by=chief)
    assert starts(suggestion.article) == []


def test_nothing_decided_is_not_taken_back(suggestion: Suggestion) -> None:
    with pytest.raises(WrongState, match="“Gomez” is not decided yet"):
        undo(suggestion, by=factories.ChiefFactory())


def test_a_name_that_means_nobody_waits(suggestion: Suggestion) -> None:
    Suggestion.objects.update(player=None)
    suggestion.refresh_from_db()
    with pytest.raises(EditorialError, match="say who it is"):
        accept(suggestion, by=factories.ChiefFactory())


def test_a_suggested_link_is_no_name(suggestion: Suggestion) -> None:
    Suggestion.objects.update(kind=SuggestionKind.LINK)
    with pytest.raises(EditorialError, match="is a suggested link: accept it as that"):
        accept(suggestion, by=factories.ChiefFactory())


@pytest.mark.parametrize("decide", [accept, reject, undo])
def test_it_takes_permission(suggestion: Suggestion, decide: object) -> None:
    with pytest.raises(PermissionDenied):
        decide(suggestion, by=factories.UserFactory())  # type: ignore[operator]
    assert Decision.objects.count() == 0


def test_what_readers_see_is_for_those_who_publish(gomez: Player) -> None:
    article = factories.PublishedArticleFactory(body=BODY)
    suggestion = factories.SuggestionFactory(article=article, player=gomez, text="Gomez", start=11)
    tagger = factories.UserFactory(permissions=("change_suggestion", "add_mention"))
    with pytest.raises(PermissionDenied):
        accept(suggestion, by=tagger)


@pytest.mark.django_db
def test_a_name_is_not_tagged_inside_a_longer_suggested_one() -> None:
    article = factories.ArticleFactory(body="Milan want Milan Skriniar.")
    club, player = factories.ClubFactory(name="AC Milan"), factories.PlayerFactory(name="Milan Škriniar")
    short = factories.SuggestionFactory(article=article, kind="club", club=club, text="Milan", start=0, end=5)
    factories.SuggestionFactory(article=article, kind="player", player=player, text="Milan Skriniar", start=11, end=25)
    assert [(tag.start, tag.subject) for tag in accept(short, by=factories.ChiefFactory())] == [(0, club)]


@pytest.mark.django_db
def test_a_suggested_role_goes_with_the_name() -> None:
    article = factories.ArticleFactory(body="Igli Tare waits.")
    tare = factories.PersonFactory(name="Igli Tare")
    name = factories.SuggestionFactory(
        article=article, kind="person", person=tare, role="director", text="Igli Tare", start=0, end=9
    )
    assert [tag.role for tag in accept(name, by=factories.ChiefFactory())] == ["director"]
