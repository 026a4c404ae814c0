"""Who may do what: the one table of the three groups, and the one check every write makes."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from rumours.editorial.actors import SYSTEM_NAME
from rumours.models import Article

_ENTITIES = (
    "club", "clubalias", "competition", "person", "player", "playeralias", "playerspell", "source", "sourcealias",
)  # fmt: skip
_TAGS = ("mention", "quote", "quotefragment", "transferlink", "linktie", "report", "fee")
_INTAKE = (
    "article", "original", "aside", "suggestion", "suggestionalternative", "suggestionfee", "suggestionfragment",
    "taggerrun",
)  # fmt: skip
_REFERENCE = ("window", "windowspan", "exchangerate", "sourcetier", "oldaddress", "merge", "correction", "decision")
_FEEDS = ("feed", "feedentry")
_ALL = (*_ENTITIES, *_TAGS, *_INTAKE, *_FEEDS, *_REFERENCE)


def _codes(actions: tuple[str, ...], models: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{action}_{model}" for model in models for action in actions)


_CONTRIBUTOR = (
    _codes(("view",), _ALL)
    | _codes(("add", "change"), ("article", "aside", "suggestion", *_TAGS))
    | _codes(("delete",), _TAGS)
    | _codes(("add",), _ENTITIES)
)
_EDITOR = (
    _CONTRIBUTOR
    | _codes(("add", "change"), (*_ENTITIES, *_INTAKE, "feed", "window", "windowspan"))
    | _codes(("delete",), ("clubalias", "playeralias", "playerspell", "sourcealias", "aside"))
    | {"publish_article", "preview_article", "withdraw_quote", "withdraw_report"}
)
_CHIEF = (
    _EDITOR
    | _codes(("add", "change", "delete"), (*_ENTITIES, *_TAGS, *_INTAKE, "feed", "window", "windowspan"))
    | _codes(("add", "change", "delete"), ("exchangerate", "sourcetier", "oldaddress"))
    | _codes(("add", "change"), ("correction",))
    | {"merge_entities", "redact_article"}
)

# What each group may do, as codenames of permissions of this application. Decisions are only ever appended by code.
GROUPS: dict[str, frozenset[str]] = {"contributor": _CONTRIBUTOR, "editor": _EDITOR, "chief": _CHIEF}


def may(by: User, permission: str) -> bool:
    """Whether a user has a permission such as `rumours.publish_article`; the system user has all of them."""
    return by.username == SYSTEM_NAME or by.has_perm(permission)


def require(by: User, permission: str) -> None:
    """Raise PermissionDenied unless the user has the permission (as `may`)."""
    if not may(by, permission):
        raise PermissionDenied(f"{by.username} may not do this: {permission} is missing")


def require_tagging(article: Article, by: User, permission: str) -> None:
    """Raise PermissionDenied unless the user has it and, on an article that readers have seen, may publish too."""
    require(by, permission)
    if article.was_shown:
        require(by, "rumours.publish_article")
