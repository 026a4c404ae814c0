"""What is entered in an article, found by the key of its card, and as values of the card."""

from typing import Any

from django.db.models import QuerySet

from rumours.choices import ReportRole, Verdict
from rumours.editorial.desk.commands.task import Json, only, refuse_unless
from rumours.models import Article, Entity, Mention, Quote, Report, Suggestion
from rumours.text import fold

OF_LINK = frozenset({"player", "from_club", "loan_club", "to_club", "free_agent", "window"})


def report_of(article: Article, key: str) -> Report:
    """The report that a card shows: of a corrected one that which took its place. Raises WrongState."""
    standing = article.reports.standing().select_related("link__player", "link__from_club", "link__to_club")
    if key[0] == "s":
        return only(standing.filter(suggestion=int(key[1:])).order_by("-pk"))
    return only(standing.filter(pk=latest_of(article, int(key[1:]))))


def latest_of(article: Article, pk: int) -> int:
    """The id of the report that took the place of another; of one that nothing took the place of, its own."""
    later = dict(article.reports.filter(succeeds__isnull=False).values_list("succeeds_id", "pk"))
    while pk in later:
        pk = later[pk]
    return pk


def quote_of(article: Article, key: str) -> Quote:
    """The quote that a card shows. Raises WrongState."""
    rows = article.quotes.filter(withdrawn_at__isnull=True)
    return only(rows.filter(suggestion=int(key[1:])) if key[0] == "s" else rows.filter(pk=int(key[1:])))


def tags_of_card(article: Article, key: str) -> list[Mention]:
    """The tags that a card of a name shows: of a suggestion all of its words, else the subject's tagged by hand."""
    tags = article.mentions.with_subjects().select_related("club_then")
    if key[0] == "s":
        words = fold(only(article.suggestions.filter(pk=int(key[1:]))).text)
        return [tag for tag in tags if fold(tag.text) == words]
    return by_hand(article, only(tags.filter(pk=int(key[1:]))), tags)


def by_hand(article: Article, tag: Mention, tags: "QuerySet[Mention]") -> list[Mention]:
    """The tags of the same subject that no accepted suggestion made."""
    accepted = article.suggestions.names().filter(decision__in=(Verdict.ACCEPTED, Verdict.EDITED))
    made = {fold(text) for text in accepted.values_list("text", flat=True)}
    return [other for other in tags if other.subject == tag.subject and fold(other.text) not in made]


def key_of_tag(article: Article, tag: Mention) -> str:
    """The key of the card of a name that is tagged by hand, by any of its tags."""
    group = tags_of_card(article, f"m{tag.pk}")
    return f"m{(group or [tag])[0].pk}"


def suggestion_of(article: Article, key: str) -> Suggestion:
    """The suggestion of a card. Raises WrongState, EditorialError for what was entered by hand."""
    refuse_unless(key[0] == "s", "This was entered by hand: take it away, or change it")
    return only(article.suggestions.whole().filter(pk=int(key[1:])))


def ref(row: Entity | None) -> Json | None:
    """How the desk names a row."""
    return {"kind": row._meta.model_name, "id": row.pk} if row else None


def link_values(report: Report) -> Json:
    """A report as values of its card, and what the card does not show."""
    link = report.link
    return {
        "player": ref(link.player), "from_club": ref(link.from_club), "loan_club": ref(link.loan_club),
        "to_club": ref(link.to_club), "free_agent": link.free_agent,
        "window": "" if report.window_assumed else link.window.code,
        "source": ref(report.source), "via": ref(report.via), "claimant": ref(report.claimant),
        "follows": {"kind": "report", "id": report.follows_id} if report.follows_id else None,
        "stage_group": str(report.stage_group), "stage": str(report.stage), "kind": str(report.kind),
        "doubt": str(report.doubt), "role": str(report.role), "retracts": report.retracts,
        "fees": [
            {"what": fee.what, "low": fee.low, "high": fee.high, "currency": fee.currency, "certainty": fee.certainty}
            for fee in report.fees.order_by("pk")
        ],
        "ending": str(link.set_ending), "evidence": [[report.start, report.end]],
    }  # fmt: skip


def quote_values(quote: Quote) -> Json:
    """A quote as values of its card, and what the card does not show."""
    speaker = (quote.speaker.player or quote.speaker) if quote.speaker else None
    pieces = [[piece.start, piece.end] for piece in quote.fragments.all()]
    return {
        "speaker": ref(speaker) or {"described": quote.described}, "role": str(quote.role),
        "club": ref(quote.club), "via": ref(quote.via), "stance": str(quote.stance), "translation": quote.translation,
        "language": quote.language, "evidence": pieces or [[quote.start, quote.end]],
        "players": list(quote.players.order_by("pk").values_list("pk", flat=True)),
        "clubs": list(quote.clubs.order_by("pk").values_list("pk", flat=True)),
    }  # fmt: skip


def name_values(tag: Mention) -> Json:
    """A tag as values of its card."""
    return {"subject": ref(tag.subject), "role": str(tag.role), "club": ref(tag.club_then)}


def made_since(article: Article, kind: str, pk: int) -> list[Any]:
    """Whom decisions at the desk made for a row since it was entered, as they keep it."""
    rows = article.decisions.filter(row_kind=kind, row_id=pk, asked__isnull=False).order_by("pk")
    return [made for after in rows.values_list("after", flat=True) for made in (after or {}).get("made", ())]


def differing(old: Json, new: Json) -> tuple[Json, Json]:
    """What of the old values is otherwise in the new, and how it is there; of a link's key all or nothing."""
    names = {name for name in old if old[name] != new[name]}
    if names & OF_LINK:
        names |= OF_LINK
    return {name: old[name] for name in sorted(names)}, {name: new[name] for name in sorted(names)}


def followers(report: Report) -> list[int]:
    """The reports that follow one, by their ids."""
    return list(report.followers.order_by("pk").values_list("pk", flat=True))


def follow_again(report: Report, ids: Any) -> None:
    """Let the reports that followed it before follow it again, as far as they follow nobody and are no origins."""
    lost = Report.objects.filter(pk__in=ids, link=report.link, follows__isnull=True)
    lost.exclude(role__in=(ReportRole.ORIGIN, ReportRole.INDEPENDENT)).update(follows=report)


def free_ids(ids: Any) -> list[int]:
    """Ids that tags had before, where no others have them."""
    taken = set(Mention.objects.filter(pk__in=ids).values_list("pk", flat=True))
    return [] if taken else list(ids)
