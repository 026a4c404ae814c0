"""Articles, their sources, quotes and suggestions: the vocabularies of what is written."""

from enum import StrEnum


class SourceKind(StrEnum):
    OUTLET = "outlet"
    JOURNALIST = "journalist"
    OFFICIAL = "official"
    AGGREGATOR = "aggregator"


class Tier(StrEnum):
    """An editor's opinion of a source, best first; an aggregator passes through to its origin."""

    OFFICIAL = "official"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    AGGREGATOR = "aggregator"


class ArticleStatus(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"


class Shown(StrEnum):
    """How much of an article readers see: our own or licensed text, or headline, link out and evidence only."""

    FULL = "full"
    EXCERPT = "excerpt"


class DatePrecision(StrEnum):
    TIME = "time"
    DAY = "day"
    UNKNOWN = "unknown"


class AsideKind(StrEnum):
    """Why cleaning set a piece of an article apart."""

    DATE_PREFIX = "date prefix"
    HEADLINE = "headline"
    REPEATED_HEADLINE = "repeated headline"
    TEASER = "teaser"
    CAPTION = "caption"
    CREDIT = "credit"
    CATEGORY = "category"
    PROMO = "promo"


class QuoteStance(StrEnum):
    """What the words say of a move."""

    NEUTRAL = "neutral"
    FOR = "for"
    AGAINST = "against"
    DENIAL = "denial"


class SuggestionKind(StrEnum):
    LINK = "link"
    QUOTE = "quote"
    PLAYER = "player"
    CLUB = "club"
    PERSON = "person"
    SOURCE = "source"


class SuggestionSlot(StrEnum):
    """The columns of a suggestion whose name may mean several rows."""

    PLAYER = "player"
    CLUB = "club"
    FROM_CLUB = "from_club"
    TO_CLUB = "to_club"
    LOAN_CLUB = "loan_club"


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
