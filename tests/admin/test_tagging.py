"""Entering reports, quotes and names on an article, through its form."""

import pytest
from django.test import Client
from django.urls import reverse

from rumours.models import Article, Club, Correction, Mention, Player, Quote, Report, TransferLink
from tests import factories
from tests.admin.forms import fill_in, rows

BODY = (
    "Milan want Joe Gomez of Liverpool.\n\nLiverpool have not opened the door. Roma are also interested.\n\n"
    "“He stays,” the director said. “That is all.” Joe Gomez trained alone."
)


def page(article: Article) -> str:
    return reverse("admin:rumours_article_change", args=[article.pk])


@pytest.fixture
def article(db: None) -> Article:
    draft: Article = factories.ArticleFactory(body=BODY)
    return draft


@pytest.fixture
def gomez(db: None) -> Player:
    player: Player = factories.PlayerFactory(name="Joe Gomez", position="Centre-Back")
    return player


def club(name: str) -> Club:
    made: Club = factories.ClubFactory(name=name)
    return made


def test_saving_a_form_as_it_stands_changes_nothing(editor: Client, article: Article) -> None:
    factories.ReportFactory(article=article, text="Milan want Joe Gomez of Liverpool.")
    factories.QuoteFactory(article=article, text="He stays,")
    before = list(Article.objects.values()), list(Report.objects.values()), list(Quote.objects.values())
    response = fill_in(editor, page(article), "article_form")
    assert response.status_code == 302
    assert (list(Article.objects.values()), list(Report.objects.values()), list(Quote.objects.values())) == before


def test_a_report_makes_its_link(editor: Client, article: Article, gomez: Player) -> None:
    milan, liverpool, window = club("AC Milan"), club("Liverpool"), factories.WindowFactory()
    row = {
        "player": gomez.pk,
        "to_club": milan.pk,
        "from_club": liverpool.pk,
        "window": window.pk,
        "stage": "contact",
        "words": "Milan want Joe Gomez of Liverpool.",
        "doubt": "seller unwilling",
        "kind": "unknown",
        "fee_what": "asking price",
        "fee_low": "30m",
        "fee_currency": "EUR",
    }
    response = fill_in(editor, page(article), "article_form", **rows("reports", row))
    assert response.status_code == 302
    report = Report.objects.select_related("link").get()
    link = report.link
    assert (link.player, link.from_club, link.to_club, link.window) == (gomez, liverpool, milan, window)
    assert (report.stage_group, report.stage, report.doubt) == ("talks", "contact", "seller unwilling")
    assert (report.source, report.role, report.window_assumed) == (article.publisher, "origin", False)
    assert (report.text, report.start) == ("Milan want Joe Gomez of Liverpool.", 0)
    assert list(report.fees.values_list("what", "low", "high", "currency")) == [
        ("asking price", 30_000_000, 30_000_000, "EUR")
    ]
    assert link.is_public is False


def test_two_reports_on_one_link_and_one_on_another(editor: Client, article: Article, gomez: Player) -> None:
    milan, roma, other = club("AC Milan"), club("Roma"), factories.SourceFactory()
    basis = {"player": gomez.pk, "stage_group": "interest", "kind": "unknown", "doubt": "none"}
    response = fill_in(
        editor,
        page(article),
        "article_form",
        **rows(
            "reports",
            basis | {"to_club": milan.pk, "words": "Milan want Joe Gomez of Liverpool."},
            basis | {"to_club": milan.pk, "words": "Milan want Joe Gomez", "source": other.pk},
            basis | {"to_club": roma.pk, "words": "Roma are also interested."},
        ),
    )
    assert response.status_code == 302
    assert TransferLink.objects.count() == 2
    assert Report.objects.filter(window_assumed=True).count() == 3


def test_words_that_the_body_does_not_have_are_refused_on_their_row_and_nothing_is_saved(
    editor: Client, article: Article, gomez: Player
) -> None:
    milan = club("AC Milan")
    basis = {"player": gomez.pk, "to_club": milan.pk, "stage_group": "interest", "kind": "unknown", "doubt": "none"}
    response = fill_in(
        editor,
        page(article),
        "article_form",
        headline="Another headline",
        **rows(
            "reports",
            basis | {"words": "Milan want Joe Gomez of Liverpool."},
            basis | {"words": "Milan have signed him.", "role": "independent"},
        ),
    )
    assert response.status_code == 200
    formset = next(f for f in response.context["inline_admin_formsets"] if f.formset.prefix == "reports").formset
    assert formset.errors == [{}, {"words": ["The article does not contain these words: “Milan have signed him.”"]}]
    assert Report.objects.count() == TransferLink.objects.count() == 0
    article.refresh_from_db()
    assert article.headline != "Another headline"
    assert "Another headline" in response.content.decode()


def test_a_move_from_a_club_to_itself_is_refused_on_its_row(editor: Client, article: Article, gomez: Player) -> None:
    milan = club("AC Milan")
    row = {
        "player": gomez.pk, "to_club": milan.pk, "from_club": milan.pk, "stage_group": "bid",
        "kind": "unknown", "doubt": "none", "words": "Roma are also interested.",
    }  # fmt: skip
    response = fill_in(editor, page(article), "article_form", **rows("reports", row))
    formset = next(f for f in response.context["inline_admin_formsets"] if f.formset.prefix == "reports").formset
    assert formset.forms[0].non_field_errors() == ["AC Milan cannot be both where the player leaves and where he goes"]
    assert TransferLink.objects.count() == 0


def test_a_report_of_a_draft_is_changed_in_place_and_moves_to_the_link_it_means(
    editor: Client, article: Article
) -> None:
    report = factories.ReportFactory(article=article, text="Milan want Joe Gomez of Liverpool.")
    old, roma = report.link, club("Roma")
    response = fill_in(
        editor,
        page(article),
        "article_form",
        reports__0__to_club=roma.pk,
        reports__0__words="Roma are also interested.",
    )
    assert response.status_code == 302
    report.refresh_from_db()
    assert (report.link.to_club, report.text, report.start) == (roma, "Roma are also interested.", BODY.index("Roma"))
    assert not TransferLink.objects.filter(pk=old.pk).exists()


def test_the_body_and_a_report_can_be_changed_in_one_save(editor: Client, article: Article) -> None:
    report = factories.ReportFactory(article=article, text="Roma are also interested.")
    response = fill_in(editor, page(article), "article_form", body=f"First of all: {BODY}", reports__0__doubt="price")
    assert response.status_code == 302
    report.refresh_from_db()
    article.refresh_from_db()
    assert article.body[report.start : report.end] == report.text == "Roma are also interested."
    assert report.doubt == "price"


def test_words_that_go_from_the_body_are_told(editor: Client, article: Article) -> None:
    factories.ReportFactory(article=article, text="Roma are also interested.")
    fields = {"body": BODY.replace(" Roma are also interested.", ""), "_continue": "1"}
    response = fill_in(editor, page(article), "article_form", **fields)
    told = [str(message) for message in editor.get(response["Location"]).context["messages"]]
    assert "The article no longer has these words of a report: “Roma are also interested.”" in told


def test_a_report_is_taken_from_a_draft(editor: Client, article: Article) -> None:
    factories.ReportFactory(article=article)
    fill_in(editor, page(article), "article_form", reports__0__DELETE="on")
    assert (Report.objects.count(), TransferLink.objects.count()) == (0, 0)


def test_a_quote_is_found_around_its_tag(editor: Client, article: Article) -> None:
    speaker, gomez = factories.PersonFactory(), factories.PlayerFactory()
    row = {
        "words": "He stays, … That is all.", "speaker": speaker.pk, "role": "director", "stance": "against",
        "players": [gomez.pk], "language": "",
    }  # fmt: skip
    response = fill_in(editor, page(article), "article_form", **rows("quotes", row))
    assert response.status_code == 302
    quote = Quote.objects.get()
    assert quote.words == "He stays, … That is all."
    assert (quote.speaker, quote.role, quote.stance, quote.language) == (speaker, "director", "against", "en")
    assert list(quote.players.all()) == [gomez]


@pytest.mark.parametrize("speakers", [(), ("named", "described")])
def test_a_quote_has_one_speaker(editor: Client, article: Article, speakers: tuple[str, ...]) -> None:
    row = {
        "words": "He stays,", "stance": "neutral",
        "speaker": factories.PersonFactory().pk if "named" in speakers else "",
        "described": "his agent" if "described" in speakers else "",
    }  # fmt: skip
    response = fill_in(editor, page(article), "article_form", **rows("quotes", row))
    assert (response.status_code, Quote.objects.count()) == (200, 0)
    assert "A quote has one speaker" in response.content.decode()


@pytest.mark.parametrize(("which", "starts"), [("", [11, BODY.rindex("Joe")]), ("2", [BODY.rindex("Joe")])])
def test_a_name_is_tagged_everywhere_or_once(
    editor: Client, article: Article, gomez: Player, which: str, starts: list[int]
) -> None:
    row = {"words": "Joe Gomez", "which": which, "player": gomez.pk}
    fill_in(editor, page(article), "article_form", **rows("names", row))
    assert list(Mention.objects.order_by("start").values_list("start", "player")) == [(s, gomez.pk) for s in starts]


def test_a_name_means_exactly_one(editor: Client, article: Article, gomez: Player) -> None:
    row = {"words": "Joe Gomez", "player": gomez.pk, "club": club("Gomez").pk}
    response = fill_in(editor, page(article), "article_form", **rows("names", row))
    assert (response.status_code, Mention.objects.count()) == (200, 0)


def test_a_tag_is_taken_away(editor: Client, article: Article) -> None:
    factories.MentionFactory(article=article)
    fill_in(editor, page(article), "article_form", mentions__0__DELETE="on")
    assert Mention.objects.count() == 0


def test_what_readers_have_seen_is_corrected_with_a_note(editor: Client) -> None:
    article = factories.PublishedArticleFactory(body=BODY)
    report = factories.ReportFactory(article=article, text="Roma are also interested.", stage_group="interest")
    refused = fill_in(editor, page(article), "article_form", reports__0__stage_group="talks")
    assert refused.status_code == 200
    assert "say in a note what is corrected" in refused.content.decode()
    assert Correction.objects.count() == 0
    done = fill_in(editor, page(article), "article_form", reports__0__stage_group="talks", note="It is talks.")
    assert done.status_code == 302
    report.refresh_from_db()
    assert (report.stage_group, report.ended_why) == ("interest", "It is talks.")
    assert report.successor.stage_group == "talks"
    assert [correction.note for correction in Correction.objects.all()] == ["It is talks."]


def test_a_headline_that_readers_have_seen_wants_a_note(editor: Client) -> None:
    article = factories.PublishedArticleFactory(body=BODY)
    refused = fill_in(editor, page(article), "article_form", headline="Another")
    assert refused.context["adminform"].form.errors == {
        "note": ["Readers have seen this article: say what is corrected."]
    }


def test_the_date_of_an_article_is_that_of_its_reports_and_decides_the_assumed_window(
    editor: Client, article: Article, gomez: Player
) -> None:
    row = {
        "player": gomez.pk, "to_club": club("Roma").pk, "stage_group": "bid", "kind": "unknown", "doubt": "none",
        "words": "Roma are also interested.",
    }  # fmt: skip
    fill_in(editor, page(article), "article_form", **rows("reports", row))
    fill_in(editor, page(article), "article_form", published_on="2025-07-01", published_time="")
    report = Report.objects.select_related("link__window").get()
    article.refresh_from_db()
    assert (f"{article.published_at:%Y-%m-%d %H:%M}", article.precision) == ("2025-07-01 12:00", "day")
    assert (report.dated_at, report.link.window.code) == (article.published_at, "2025-summer")


def test_a_publisher_who_comes_later_is_credited(editor: Client) -> None:
    article = factories.ArticleFactory(body=BODY, publisher=None)
    report = factories.ReportFactory(article=article, source=None, text="Roma are also interested.")
    source = factories.SourceFactory()
    fill_in(editor, page(article), "article_form", publisher=source.pk)
    report.refresh_from_db()
    assert report.source == source
