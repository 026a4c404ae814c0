"""Articles as rows: their words, their originals, what the tagger proposed, and what was tagged in them."""

import sqlite3
from collections import Counter
from datetime import datetime
from hashlib import sha256
from random import Random
from typing import NamedTuple

from rumours.choices import (
    ArticleStatus,
    DatePrecision,
    Doubt,
    ReportRole,
    StageGroup,
    SuggestionKind,
    TransferKind,
    Verdict,
)
from rumours.models import Article, Mention, Original, Quote, Suggestion, TaggerRun
from rumours.tagging import VERSION
from tests.benchmarks.world.cast import PEOPLE
from tests.benchmarks.world.sagas import Link, Told
from tests.benchmarks.world.storing import Table, flush
from tests.benchmarks.world.texts import SPEECH, Sentence, body_of, headline_of, placed, sentence_of
from tests.benchmarks.world.verdicts import Known

BY = 1
_QUIET = "It was a quiet day at {club}, where nothing was said of anybody."


class Entry(NamedTuple):
    """One report and the link it is on."""

    link: Link
    told: Told


Placed = tuple[int, int, str, "int | None"]


class Press:
    """Writes articles one after the other; ids run in the order in which they came."""

    def __init__(self, file: sqlite3.Connection, known: Known) -> None:
        self.known, self.quotes_of = known, Counter[int]()
        self.next_article = self.next_suggestion = self.next_mention = self.next_quote = 1
        self.articles = Table(
            file, Article, "id", "headline", "body", "publisher_id", "published_at", "precision", "dated_at",
            "received_at", "released_at", "status", "fingerprint", "simhash_a", "simhash_b", "simhash_c", "simhash_d",
            "created_by_id",
        )  # fmt: skip
        self.originals = Table(file, Original, "id", "article_id", "content", "digest", "content_type", "encoding")
        self.runs = Table(file, TaggerRun, "id", "article_id", "version", "at")
        self.mentions = Table(file, Mention, "id", "article_id", "start", "end", "text", "player_id", "club_id")
        self.quotes = Table(file, Quote, "id", "article_id", "speaker_id", "text", "start", "end", "dated_at")
        self.suggestions = Table(
            file, Suggestion, "id", "article_id", "kind", "start", "end", "text", "player_id", "to_club_id", "club_id",
            "person_id", "person_name", "window", "stage_group", "confidence", "rule", "tagger_version", "decision",
            "decided_at", "decided_by_id",
        )  # fmt: skip

    def flush(self) -> None:
        flush([self.articles, self.originals, self.runs, self.mentions, self.quotes, self.suggestions])

    def published(self, moment: datetime, entries: list[Entry], chance: Random) -> list[Placed]:
        """An article that readers see; where each report stands, with the suggestion it was entered from."""
        sentences = self._sentences(entries)
        quoted = chance.random() < 0.1
        pk = self._store(moment, entries, sentences, ArticleStatus.PUBLISHED, chance, quoted=quoted)
        spans: list[Placed] = []
        for place, (entry, sentence) in enumerate(zip(entries, sentences, strict=True)):
            accepted = None
            if place == 0:
                accepted = self._suggest_link(pk, entry, sentence, moment)
                self._mention(pk, entry.link, sentence)
            spans.append((sentence.start, sentence.end, sentence.text, accepted))
        if entries and chance.random() < 0.002:
            self._suggest_stranger(pk, sentences[0])
        return spans

    def draft(self, moment: datetime, entries: list[Entry], chance: Random) -> list[Placed]:
        """An article that waits, with its cards open."""
        link = Link(chance.randrange(len(self.known.players)), None, False, None, chance.randrange(2_000))
        told = entries[0].told if entries else None
        shown = entries or [Entry(link, _nothing())]
        sentences = self._sentences(shown)
        pk = self._store(moment, shown, sentences, ArticleStatus.DRAFT, chance, quoted=True)
        self._suggest_link(pk, shown[0], sentences[0], None)
        self._suggest_stranger(pk, sentences[0])
        self._suggest_names(pk, shown[0].link, sentences[0])
        return [(sentences[0].start, sentences[0].end, sentences[0].text, None)] if told else []

    def dropped(self, moment: datetime, chance: Random) -> None:
        """One that was not worth it."""
        self._store(moment, [], [], ArticleStatus.DROPPED, chance, quoted=False)

    def _sentences(self, entries: list[Entry]) -> list[Sentence]:
        texts, clubs = [], []
        for link, told in entries:
            club = None if link.buyer is None else self.known.clubs[link.buyer]
            texts.append(sentence_of(told, self.known.players[link.player].name, club))
            clubs.append(club)
        return placed(texts, clubs)

    def _store(
        self, moment: datetime, entries: list[Entry], sentences: list[Sentence], status: ArticleStatus,
        chance: Random, *, quoted: bool,
    ) -> int:  # fmt: skip
        pk, self.next_article = self.next_article, self.next_article + 1
        texts = [sentence.text for sentence in sentences] or [_QUIET.format(club=self.known.clubs[pk % 2_000])]
        body = body_of([*texts, f"“{SPEECH}”"] if quoted else texts)
        link = entries[0].link if entries else None
        player = self.known.players[link.player].name if link else "The market"
        club = self.known.clubs[link.buyer] if link and link.buyer is not None else None
        headline = headline_of(player, club, pk)
        publisher = entries[0].told.source if entries else pk % len(self.known.sources)
        outlet = self.known.sources[publisher].outlet
        publisher = publisher if outlet is None else outlet
        content = f"{headline}\n\n{body}".encode()
        bits = [chance.getrandbits(16) for _ in range(4)]
        released = moment if status == ArticleStatus.PUBLISHED else None
        self.articles.add(
            pk, headline, body, publisher + 1, moment, DatePrecision.TIME, moment, moment, released, status,
            sha256(body.encode()).hexdigest(), *bits, BY,
        )  # fmt: skip
        self.originals.add(pk, pk, content, sha256(content).hexdigest(), "text/plain", "utf-8")
        self.runs.add(pk, pk, VERSION, moment)
        if quoted and status == ArticleStatus.PUBLISHED:
            start = len(body) - 1 - len(SPEECH)
            self.quotes.add(self.next_quote, pk, pk % PEOPLE + 1, SPEECH, start, start + len(SPEECH), moment)
            self.next_quote += 1
            self.quotes_of[pk % PEOPLE] += 1
        return pk

    def _suggest_link(self, article: int, entry: Entry, sentence: Sentence, decided: datetime | None) -> int:
        link, told = entry
        club = None if link.buyer is None else link.buyer + 1
        verdict = (Verdict.ACCEPTED, decided, BY) if decided else (None, None, None)
        return self._suggest(
            article, SuggestionKind.LINK, sentence.start, sentence.text, link.player + 1, club, None, None, "", "",
            told.group, *verdict,
        )  # fmt: skip

    def _suggest_stranger(self, article: int, sentence: Sentence) -> None:
        """A name that nobody bears: the sentence's last words stand in for one."""
        text = sentence.text[-12:-1]
        start = sentence.end - 12
        self._suggest(
            article, SuggestionKind.PERSON, start, text, None, None, None, None, text, "", "", None, None, None
        )

    def _suggest_names(self, article: int, link: Link, sentence: Sentence) -> None:
        """The player and the club, known for certain."""
        rest = ("", "", "", None, None, None)
        name = self.known.players[link.player].name
        self._suggest(article, SuggestionKind.PLAYER, sentence.start, name, link.player + 1, None, None, None, *rest)
        if sentence.club_at is not None and link.buyer is not None:
            club = self.known.clubs[link.buyer]
            self._suggest(article, SuggestionKind.CLUB, sentence.club_at, club, None, None, link.buyer + 1, None, *rest)

    def _suggest(self, article: int, kind: SuggestionKind, start: int, text: str, *columns: object) -> int:
        """Columns: player, to_club, club, person, person_name, window, stage_group, decision, decided_at, _by."""
        pk, self.next_suggestion = self.next_suggestion, self.next_suggestion + 1
        *meant, decision, at, by = columns
        self.suggestions.add(
            pk, article, kind, start, start + len(text), text, *meant, "0.9", "bench", VERSION, decision, at, by
        )
        return pk

    def _mention(self, article: int, link: Link, sentence: Sentence) -> None:
        name = self.known.players[link.player].name
        self.mentions.add(
            self.next_mention, article, sentence.start, sentence.start + len(name), name, link.player + 1, None
        )
        self.next_mention += 1
        if sentence.club_at is not None and link.buyer is not None:
            club, at = self.known.clubs[link.buyer], sentence.club_at
            self.mentions.add(self.next_mention, article, at, at + len(club), club, None, link.buyer + 1)
            self.next_mention += 1


def _nothing() -> Told:
    """A report that is not stored: a draft of which only the tagger has spoken."""
    return Told(
        0, ReportRole.ORIGIN, StageGroup.INTEREST, None, TransferKind.UNKNOWN, Doubt.NONE, 0, None, False, False, None
    )
