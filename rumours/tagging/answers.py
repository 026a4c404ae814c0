"""Findings as plain data, for `manage.py suggest` and whatever else reads JSON."""

from typing import Any

from rumours.choices import DatePrecision, Doubt, StageGroup, TransferKind
from rumours.tagging.findings import FeeFinding, Findings, LinkFinding, Named, QuoteFinding
from rumours.tagging.gazetteer import Gazetteer
from rumours.text import Document

# The four kinds outsiders tell apart; the site's own are finer.
_KIND = {
    TransferKind.LOAN: "loan",
    TransferKind.LOAN_OPTION: "loan",
    TransferKind.LOAN_OBLIGATION: "loan",
    TransferKind.RECALL: "loan",
    TransferKind.LOAN_END: "loan",
    TransferKind.FREE: "free",
    TransferKind.PRE_CONTRACT: "free",
    TransferKind.RELEASE: "free",
    TransferKind.SWAP: "swap",
    TransferKind.PERMANENT: "permanent",
}


def answer(document: Document, findings: Findings, gazetteer: Gazetteer) -> dict[str, Any]:
    """What was found in `document`: title, day, links, quotes, sources, people, new names, mentions and notes.

    A club that a row is known for is given by the row's main name, for texts call it by nicknames; all others as the
    text has him in full ("Sky Italia" is what was credited, whatever the row is called).
    """
    day = document.published.date().isoformat() if document.published else None
    return {
        "title": document.headline,
        "published": day if document.precision != DatePrecision.UNKNOWN else None,
        "links": [_link(link, gazetteer) for link in findings.links],
        "quotes": [_quote(quote, gazetteer) for quote in findings.quotes],
        "sources": _sources(findings),
        "people": [{"name": _name(who, gazetteer), "role": role.value} for who, role in findings.people],
        "new_names": [{"name": new.text, "kind": new.kind, "rule": new.rule} for new in findings.names],
        "mentions": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.text,
                "kind": mention.key.kind,
                "name": gazetteer.name_of(mention.key),
                "confidence": round(mention.confidence, 3),
                "rule": mention.rule,
            }
            for mention in findings.mentions
        ],
        "notes": list(findings.notes),
    }


def _name(named: Named | None, gazetteer: Gazetteer) -> str | None:
    """A club by its row's main name, for texts call it by nicknames; everybody else as the text has him in full."""
    if named is None:
        return None
    return gazetteer.name_of(named.key) if named.key and named.key.kind == "club" else named.name


def _link(link: LinkFinding, gazetteer: Gazetteer) -> dict[str, Any]:
    return {
        "player": _name(link.player, gazetteer),
        "from_club": _name(link.from_club, gazetteer),
        "to_club": _name(link.to_club, gazetteer),
        "loan_club": _name(link.loan_club, gazetteer),
        "window": link.window,
        "stage": link.stage_group.value,
        "exact_stage": link.stage.value if link.stage else None,
        "kind": _KIND.get(link.kind, "unknown"),
        "exact_kind": link.kind.value,
        "doubtful": link.doubt != Doubt.NONE or link.stage_group == StageGroup.OFF,
        "doubt": link.doubt.value,
        "fees": [_fee(fee) for fee in link.fees],
        "source": link.source.name if link.source else None,
        "evidence": link.text,
        "start": link.span.start,
        "end": link.span.end,
        "confidence": round(link.confidence, 3),
        "rule": link.rule,
    }


def _fee(fee: FeeFinding) -> dict[str, Any]:
    return {"what": fee.what.value, "low": fee.low, "high": fee.high, "currency": fee.currency}


def _quote(quote: QuoteFinding, gazetteer: Gazetteer) -> dict[str, Any]:
    return {
        "speaker": _name(quote.speaker, gazetteer),
        "described": quote.described,
        "via": quote.via.name if quote.via else None,
        "text": quote.text,
        "start": quote.span.start,
        "end": quote.span.end,
        "confidence": round(quote.confidence, 3),
        "rule": quote.rule,
    }


def _sources(findings: Findings) -> list[str]:
    """Everybody credited, once each, as the text calls him; a journalist's outlet after him."""
    named = [who for credit in findings.credits for who in (credit.source, credit.outlet) if who]
    return list({who.key or who.name: who.name for who in reversed(named)}.values())[::-1]
