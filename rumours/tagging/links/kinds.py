"""What sort of deal: for a fee, on loan, free, in exchange."""

from collections.abc import Sequence

from rumours.choices import TransferKind
from rumours.tagging.links.signs import Signs
from rumours.tagging.links.verdicts import chances, weights

_KIND = {
    "unknown": TransferKind.UNKNOWN,
    "permanent": TransferKind.PERMANENT,
    "loan": TransferKind.LOAN,
    "free": TransferKind.FREE,
    "swap": TransferKind.SWAP,
}
# What makes a loan or a free move one of the finer kinds, said of the pair itself.
_FINER = {
    TransferKind.LOAN: (
        ("says obligation", TransferKind.LOAN_OBLIGATION),
        ("says option", TransferKind.LOAN_OPTION),
        ("says buy option", TransferKind.LOAN_OPTION),
    ),
    TransferKind.FREE: (("says pre-contract", TransferKind.PRE_CONTRACT),),
}
_SAID = 0.5


def kinds_of(found: Sequence[Signs]) -> dict[int, TransferKind]:
    """The kind of each pair by its signs, under its place in `found`."""
    return {place: _kind(signs) for place, signs in enumerate(found)}


def _kind(signs: Signs) -> TransferKind:
    judged = chances(weights("kind"), signs)
    kind = _KIND[max(judged, key=lambda name: judged[name])]
    return next((finer for sign, finer in _FINER.get(kind, ()) if signs.get(sign, 0.0) >= _SAID), kind)
