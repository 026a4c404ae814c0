"""Every model of the site, each in its file with its QuerySet and constraints."""

from rumours.models.address import OldAddress
from rumours.models.article import Article, Aside, Original
from rumours.models.club import Club, ClubAlias
from rumours.models.competition import Competition
from rumours.models.correction import Correction, Merge
from rumours.models.entity import Alias, Entity
from rumours.models.feed import Feed, FeedEntry
from rumours.models.hours import Appointment, ClockMark
from rumours.models.link import LinkTie, TransferLink
from rumours.models.mention import Mention
from rumours.models.person import Person, PersonAlias
from rumours.models.player import Player, PlayerAlias, PlayerSpell
from rumours.models.quote import Quote, QuoteFragment
from rumours.models.report import ExchangeRate, Fee, Report
from rumours.models.source import Source, SourceAlias, SourceTier
from rumours.models.suggestion import Decision, Suggestion
from rumours.models.suggestion_parts import SuggestionAlternative, SuggestionFee, SuggestionFragment
from rumours.models.tagger_run import TaggerRun
from rumours.models.version import Version
from rumours.models.visit import DeskSettings, Visit
from rumours.models.window import Window, WindowSpan
from rumours.models.word import ClubWord, CompetitionWord, PersonWord, PlayerWord, SourceWord

__all__ = [
    "Alias",
    "Appointment",
    "Article",
    "Aside",
    "ClockMark",
    "Club",
    "ClubAlias",
    "ClubWord",
    "Competition",
    "CompetitionWord",
    "Correction",
    "Decision",
    "DeskSettings",
    "Entity",
    "ExchangeRate",
    "Fee",
    "Feed",
    "FeedEntry",
    "LinkTie",
    "Mention",
    "Merge",
    "OldAddress",
    "Original",
    "Person",
    "PersonAlias",
    "PersonWord",
    "Player",
    "PlayerAlias",
    "PlayerSpell",
    "PlayerWord",
    "Quote",
    "QuoteFragment",
    "Report",
    "Source",
    "SourceAlias",
    "SourceTier",
    "SourceWord",
    "Suggestion",
    "SuggestionAlternative",
    "SuggestionFee",
    "SuggestionFragment",
    "TaggerRun",
    "TransferLink",
    "Version",
    "Visit",
    "Window",
    "WindowSpan",
]
