"""Every stored row in which words of an article may stand: found from the models, history included."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models

from rumours.editorial.merging.relations import Relation, relations_to
from rumours.models import Article, Correction, Decision, FeedEntry, TransferLink

Ids = dict[type[models.Model], set[int]]

# Columns of text that hold no words of an article: codes, digests, names of machinery. An address is dealt with apart.
NO_WORDS = {
    "action", "address", "client_id", "content_type", "currency", "digest", "encoding", "fee_currency", "fingerprint",
    "guid", "language", "offsets", "row_kind", "rule", "sitting", "slug", "tagger_version", "window",
}  # fmt: skip
# Names under which JSON has a code of ours: without it a decision could be neither shown nor taken back.
CODES = {
    "card", "certainty", "currency", "decision", "doubt", "ending", "kind", "language", "role", "stage", "stage_group",
    "stance", "verb", "version", "what", "window",
}  # fmt: skip
# Of rows that an article does not own, only what an editor wrote.
ONLY: dict[type[models.Model], set[str]] = {TransferLink: {"set_ending_note"}}


def history_of(model: type[models.Model]) -> Any:
    """The manager of a model's history, or None."""
    name = getattr(model._meta, "simple_history_manager_attribute", "")
    return getattr(model, name) if name else None


def wordy(model: type[models.Model]) -> list[str]:
    """The names of the columns of a model in which an article's words may stand."""
    kinds = models.CharField | models.TextField | models.JSONField
    names = [f.name for f in model._meta.concrete_fields if isinstance(f, kinds) and f.choices is None]
    return [name for name in names if name not in NO_WORDS and name in ONLY.get(model, {name})]


def rows_of(article: Article) -> Ids:
    """The ids of the article and of all that goes with it, also of what was deleted and only history knows; the links
    that its reports are on; the entries that feeds had of it, which outlive it."""
    found: Ids = {Article: {article.pk}}
    waiting: list[type[models.Model]] = [Article]
    while waiting:
        parent = waiting.pop()
        for relation in _owned(parent):
            ids = _ids(relation.model, relation.field.attname, found[parent])
            if ids - found.get(relation.model, set()):
                found[relation.model] = found.get(relation.model, set()) | ids
                waiting.append(relation.model)
    found[TransferLink] = _links(article)
    found[FeedEntry] = _entries(article)
    return found


def _owned(model: type[models.Model]) -> list[Relation]:
    """Relations by which rows go when the row of `model` goes."""
    return [relation for relation in relations_to(model) if relation.field.remote_field.on_delete is models.CASCADE]


def _ids(model: type[models.Model], column: str, parents: set[int]) -> set[int]:
    here = {f"{column}__in": parents}
    ids = set(model._base_manager.filter(**here).values_list("pk", flat=True))
    history = history_of(model)
    return ids | set(history.filter(**here).values_list(model._meta.pk.attname, flat=True)) if history else ids


def _links(article: Article) -> set[int]:
    past: Any = history_of(article.reports.model)
    now = set(article.reports.values_list("link_id", flat=True))
    return now | set(past.filter(article_id=article.pk).values_list("link_id", flat=True))


def _entries(article: Article) -> set[int]:
    """By the article that they became, or by its address where none came of them."""
    of_it = models.Q(article=article)
    if article.address:
        of_it |= models.Q(article=None, address=article.address)
    return set(FeedEntry.objects.filter(of_it).values_list("pk", flat=True))


def stored(ids: Ids) -> "Iterator[tuple[models.QuerySet[Any], list[str]]]":
    """Everything that holds words of these rows: (rows, columns), history, notes, decisions and the admin's log too."""
    for model, keys in ids.items():
        columns = wordy(model)
        if columns:
            yield model._base_manager.filter(pk__in=keys), columns
        history = history_of(model)
        if history is not None:
            yield (
                history.model._base_manager.filter(**{f"{model._meta.pk.attname}__in": keys}),
                [*columns, "history_change_reason"],
            )
        named: dict[str, Any] = {"row_kind": model._meta.model_name, "row_id__in": keys}
        yield Correction.objects.filter(**named), ["note"]
        yield Decision.objects.filter(**named), ["before", "after", "asked"]
    kinds = ContentType.objects.get_for_models(*ids, for_concrete_models=False).values()
    yield LogEntry.objects.filter(content_type__in=kinds), ["object_repr", "change_message"]
