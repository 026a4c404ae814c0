"""Every write asks whether its user may, before it changes anything."""

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from rumours import editorial
from rumours.editorial.batches import Given, import_many
from rumours.editorial.copying import copy_tags, remove_copied
from rumours.editorial.correcting import edit_body
from rumours.editorial.describing import change_details
from rumours.editorial.desk.commands import Asked, do
from rumours.editorial.desk.passing import skip, take_back
from rumours.editorial.ending import set_ending
from rumours.editorial.feeds import keep_feed, poll, poll_soon
from rumours.editorial.importing import import_document
from rumours.editorial.linking import link_for
from rumours.editorial.loading import load_files
from rumours.editorial.mentioning import add_mention, change_mentions, mention_all, remove_mention, remove_mentions
from rumours.editorial.merging import merge, undo_merge
from rumours.editorial.moving import move_to_namesake
from rumours.editorial.permissions import GROUPS
from rumours.editorial.publishing import drop, publish, republish, undrop, withdraw, withdraw_quote, withdraw_report
from rumours.editorial.quoting import add_quote, change_quote, remove_quote
from rumours.editorial.redacting import redact
from rumours.editorial.renaming import rename
from rumours.editorial.reporting import add_report, change_report, remove_report
from rumours.editorial.reviewing import accept, accept_link, accept_quote, reject, undo
from rumours.editorial.reviewing.deciding import Filing
from rumours.editorial.reviewing.names import accept_all
from rumours.editorial.seasons import add_season
from rumours.editorial.squads import add_spell
from rumours.editorial.suggesting import retag, suggest_for, suggest_for_new
from rumours.intake import read
from rumours.models import Article, Mention
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = "Juventus have asked about him."
Write = Callable[[Article, User], Any]

# What tags an article: on one that readers have seen it also takes the right to publish.
TAGGING: dict[Callable[..., Any], Write] = {
    add_mention: lambda article, by: add_mention(article, start=0, end=5, subject=make.ClubFactory(), by=by),
    mention_all: lambda article, by: mention_all(article, words="Milan", subject=make.ClubFactory(), by=by),
    remove_mention: lambda article, by: remove_mention(make.MentionFactory(article=article), by=by),
    change_mentions: lambda article, by: change_mentions([make.MentionFactory(article=article)], by=by, role="coach"),
    remove_mentions: lambda article, by: remove_mentions(tags_of(article), by=by),
    add_quote: lambda article, by: add_quote(article, words=WORDS, described="A friend", by=by),
    change_quote: lambda article, by: change_quote(make.QuoteFactory(article=article), by=by, note="N", language="it"),
    remove_quote: lambda article, by: remove_quote(make.QuoteFactory(article=article), by=by),
    add_report: lambda article, by: add_report(
        article, player=make.PlayerFactory(), to_club=None, stage_group="bid", words=WORDS, by=by
    ),
    change_report: lambda article, by: change_report(
        make.ReportFactory(article=article), by=by, note="N", stage_group="bid"
    ),
    remove_report: lambda article, by: remove_report(make.ReportFactory(article=article), by=by),
    edit_body: lambda article, by: edit_body(article, f"{article.body} More.", by=by, note="N"),
    change_details: lambda article, by: change_details(article, by=by, note="N", headline="New"),
    accept: lambda article, by: accept(suggested(article), by=by),
    accept_link: lambda article, by: accept_link(suggested(article, kind="link", stage_group="bid"), by=by),
    accept_quote: lambda article, by: accept_quote(suggested(article, kind="quote", described="A friend"), by=by),
    reject: lambda article, by: reject(suggested(article), by=by),
    accept_all: lambda article, by: accept_all(
        {suggested(article): make.ClubFactory()}, article=article, by=by, filing=Filing()
    ),
    copy_tags: lambda article, by: copy_tags(article, of=make.ReportFactory().article, by=by),
    remove_copied: lambda article, by: remove_copied(article, {}, by),
    do: lambda article, by: do(article, asked_of(article), by=by),
    undo: lambda article, by: undo(suggested(article), by=by),
    move_to_namesake: lambda article, by: move_to_namesake(
        [make.MentionFactory(article=article)], to=make.PlayerFactory(), by=by
    ),
}
OTHERS: dict[Callable[..., Any], Write] = {
    publish: lambda article, by: publish(article, by=by),
    republish: lambda article, by: republish(article, by=by),
    withdraw: lambda article, by: withdraw(article, by=by, why="Wrong"),
    drop: lambda article, by: drop(article, by=by),
    undrop: lambda article, by: undrop(article, by=by),
    skip: lambda article, by: skip(article, by=by),
    take_back: lambda article, by: take_back(article, by=by),
    withdraw_quote: lambda article, by: withdraw_quote(make.QuoteFactory(article=article), by=by, why="Wrong"),
    withdraw_report: lambda article, by: withdraw_report(make.ReportFactory(article=article), by=by, why="Wrong"),
    set_ending: lambda article, by: set_ending(make.TransferLinkFactory(), ending="stayed", by=by),
    link_for: lambda article, by: link_for(
        player=make.PlayerFactory(), to_club=None, window=make.WindowFactory(), by=by
    ),
    rename: lambda article, by: rename(make.ClubFactory(), name="New", by=by),
    merge: lambda article, by: merge(make.ClubFactory(), make.ClubFactory(), by=by),
    undo_merge: lambda article, by: undo_merge(
        merge(make.ClubFactory(), make.ClubFactory(), by=make.ChiefFactory()), by=by
    ),
    redact: lambda article, by: redact(article, words="Juventus", by=by, why="Asked to"),
    add_season: lambda article, by: add_season(2031, by=by),
    add_spell: lambda article, by: add_spell(make.PlayerFactory(), club=make.ClubFactory(), by=by),
    import_many: lambda article, by: list(import_many([], Given(), by=by)),
    import_document: lambda article, by: import_document(read(b"Roma want Rossi. They asked today."), by=by),
    keep_feed: lambda article, by: keep_feed(make.FeedFactory(), by=by),
    poll: lambda article, by: poll(make.FeedFactory().pk, by=by),
    poll_soon: lambda article, by: poll_soon(make.FeedFactory(), by=by),
    suggest_for: lambda article, by: suggest_for(article, by=by),
    suggest_for_new: lambda article, by: suggest_for_new([], by=by),
    retag: lambda article, by: list(retag([article.pk], by=by)),
    load_files: lambda article, by: load_files([SEEDS / "rates.csv"], by=by),
}
# Steps of the writes above: whoever calls them has asked.
STEPS = {
    "accept_names", "add_correction", "article_of", "copy_to_history", "create_all", "delete_by", "drop_made",
    "drop_unused", "file_decision", "hold", "hold_undecided", "keep_name", "keep_origin", "load_rates",
    "load_windows", "may", "note_decision", "note_decisions", "record_changes", "require", "require_tagging",
    "save_by", "set_fees", "set_origin", "store", "store_new", "tidy", "undo_last", "undo_names", "unskip",
    "update_all",
}  # fmt: skip
# What only looks, for somebody, or keeps where he is at the desk: the pages ask who may see them.
LOOKS = {
    "card_of", "claim", "counts_of", "fares", "find", "keep", "keep_visit", "kept_of", "next_in_queue", "note_visit",
    "others", "others_at", "page_of", "release", "reports", "rows_of", "stacks", "state_of",
}  # fmt: skip


def suggested(article: Article, **columns: Any) -> Any:
    return make.SuggestionFactory(article=article, **columns)


def tags_of(article: Article) -> QuerySet[Mention]:
    make.MentionFactory(article=article)
    return article.mentions.all()


def asked_of(article: Article) -> Asked:
    return Asked.parse({"client_id": "c" * 20, "sitting": "s", "verb": "undo"})


def name_of(write: Callable[..., Any]) -> str:
    return write.__name__


def test_every_function_with_a_user_is_a_write_of_this_table_or_a_step_of_one() -> None:
    found: set[str] = set()
    for module in pkgutil.walk_packages(editorial.__path__, f"{editorial.__name__}."):
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
            ours = function.__module__ == module.name and not name.startswith("_")
            if ours and "by" in inspect.signature(function).parameters:
                found.add(name)
    assert found - STEPS - LOOKS == {write.__name__ for write in [*TAGGING, *OTHERS]}


@pytest.mark.parametrize("write", [*TAGGING, *OTHERS], ids=name_of)
def test_nobody_writes_without_the_right_to(write: Callable[..., Any]) -> None:
    nobody = make.UserFactory()
    with pytest.raises(PermissionDenied, match=nobody.username):
        (TAGGING | OTHERS)[write](make.ArticleFactory(), nobody)


@pytest.mark.parametrize("write", TAGGING, ids=name_of)
def test_what_readers_have_seen_takes_the_right_to_publish_too(write: Callable[..., Any]) -> None:
    rights = GROUPS["chief"] - {"publish_article"}
    with pytest.raises(PermissionDenied, match="publish_article is missing"):
        TAGGING[write](make.PublishedArticleFactory(), make.UserFactory(permissions=rights))
