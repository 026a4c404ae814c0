"""Bringing an article in at the desk."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from rumours.intake import SIZE_LIMIT
from rumours.models import Article
from tests import factories

ADD = "/admin/rumours/article/add/"
TEXT = (
    "Merida ask about Gomme\n\nMerida are still looking for a defender before the winter deadline, and Gomme has moved "
    "up the list of the director.\n\nFor now the club have not opened the door to a sale, and word from the north is "
    "scarce.\n\nCategory: General Sports"
)


def bring_in(client: Client, **given: Any) -> Any:
    return client.post(ADD, {"text": "", "address": "", "published_on": "", "language": ""} | given, follow=True)


def told(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_a_pasted_text_becomes_a_draft_with_what_was_said_of_it(contributor: Client) -> None:
    source = factories.SourceFactory()
    response = bring_in(contributor, text=TEXT, publisher=source.pk, published_on="2026-01-20", language="EN")
    article = Article.objects.get()
    assert response.redirect_chain == [(reverse("admin:rumours_article_tag", args=[article.pk]), 302)]
    assert told(response) == ["“Merida ask about Gomme” is here as a draft."]
    assert (article.status, article.publisher, article.language, article.shown) == ("draft", source, "en", "full")
    assert (f"{article.published_at:%Y-%m-%d %H:%M}", article.precision) == ("2026-01-20 12:00", "day")
    assert str(article.created_by) == "contributor"
    assert "Category" not in article.body


def test_a_time_is_kept(contributor: Client) -> None:
    bring_in(contributor, text=TEXT, published_on="2026-01-20", published_time="09:30")
    article = Article.objects.get()
    assert (f"{article.published_at:%H:%M}", article.precision) == ("09:30", "time")


def test_what_was_set_apart_is_shown_in_place_and_the_original_as_it_came(contributor: Client) -> None:
    bring_in(contributor, text=TEXT)
    page = contributor.get(reverse("admin:rumours_article_change", args=[Article.objects.get().pk])).content.decode()
    assert '<p class="aside"><span class="kind">Category</span> Category: General Sports</p>' in page
    original = contributor.get(reverse("admin:rumours_article_original", args=[Article.objects.get().pk]))
    assert "Category: General Sports" in original.content.decode()


def test_the_original_is_shown_as_text(contributor: Client) -> None:
    bring_in(contributor, text=f"<script>alert(1)</script> {TEXT}")
    article = Article.objects.get()
    page = contributor.get(reverse("admin:rumours_article_original", args=[article.pk])).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page


def test_a_file_is_read(contributor: Client) -> None:
    bring_in(contributor, file=SimpleUploadedFile("a.txt", TEXT.encode()))
    assert Article.objects.get().headline == "Merida ask about Gomme"


def test_the_same_again_leads_to_the_article_that_is_here(contributor: Client) -> None:
    bring_in(contributor, text=TEXT)
    article = Article.objects.get()
    response = bring_in(contributor, file=SimpleUploadedFile("a.txt", TEXT.encode()))
    assert response.redirect_chain == [(reverse("admin:rumours_article_tag", args=[article.pk]), 302)]
    assert told(response) == [f"This is already here as article {article.pk} (draft): nothing was changed."]
    assert Article.objects.count() == 1


def test_a_near_copy_is_flagged_with_what_it_copies(contributor: Client) -> None:
    body = "\n\n".join(f"Sentence {n} of the story tells that Merida want defender number {n} badly." for n in range(9))
    bring_in(contributor, text=body)
    first = Article.objects.get()
    response = bring_in(contributor, text=f"{body}\n\nOne more paragraph says little.")
    assert told(response)[1].startswith("It is nearly the same as <a href=")
    assert f"/admin/rumours/article/{first.pk}/change/" in reverse("admin:rumours_article_change", args=[first.pk])
    assert Article.objects.latest("pk").near_copy_of == first


@pytest.mark.parametrize(
    ("given", "field", "error"),
    [
        ({}, "text", "Give one of the three: its text, a file, or its web address."),
        ({"text": TEXT, "address": "https://example.org/"}, "text", "Give one of the three"),
        ({"address": "http://127.0.0.1/"}, "address", "It cannot be taken in: the address is not on the public web"),
        (
            {"address": "http://localhost:8000/"},
            "address",
            "It cannot be taken in: the address is not on the public web",
        ),
        ({"address": "file:///etc/passwd"}, "address", "Enter a valid URL."),
        ({"text": TEXT, "published_time": "10:00"}, "published_on", "A time without its day says nothing."),
        ({"text": TEXT, "language": "english!"}, "language", "Two or three letters: en, it, es."),
        ({"text": TEXT, "published_on": "yesterday"}, "published_on", "Enter a valid date."),
    ],
)
def test_what_cannot_be_taken_in_is_told_at_its_field(
    contributor: Client, given: dict[str, str], field: str, error: str
) -> None:
    response = bring_in(contributor, **given)
    assert response.status_code == 200
    assert response.context["form"].errors[field][0].startswith(error)
    assert Article.objects.count() == 0
    if "text" in given:
        assert "Merida are still looking" in response.content.decode()


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 50, b"x" * (SIZE_LIMIT + 1)])
def test_a_file_that_is_no_article_is_refused(contributor: Client, content: bytes) -> None:
    response = bring_in(contributor, file=SimpleUploadedFile("a.txt", content))
    assert response.context["form"].errors["file"][0].startswith("It cannot be taken in:")
    assert Article.objects.count() == 0


def test_a_text_that_is_too_long_is_told_so_on_its_form(contributor: Client) -> None:
    response = bring_in(contributor, text="Merida want a player. " * 150_000)
    assert response.context["form"].errors["text"] == ["It cannot be taken in: it is larger than 2 MB."]
    assert Article.objects.count() == 0
