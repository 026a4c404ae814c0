"""The ways a saga may go: which steps in which order, with what kind of deal and what doubts."""

from random import Random

from rumours.choices import Doubt, Section, Stage, StageGroup, TransferKind
from rumours.demo import press

I, T, B, A, D, O = StageGroup  # noqa: E741 - the six groups in their order, as short as the table needs them
Path = tuple[tuple[StageGroup, Stage | None], ...]

LOANS = (TransferKind.LOAN, TransferKind.LOAN_OPTION, TransferKind.LOAN_OBLIGATION)
WITH_FEE = (
    Stage.BID, Stage.BID_REJECTED, Stage.IMPROVED_BID, Stage.CLAUSE_TRIGGERED, Stage.FEE_AGREED, Stage.OFFICIAL,
)  # fmt: skip
ONLY_WOMEN = (press.FEMINA, "Zdeňka Prahovská")
WOMENS_PRESS = (*ONLY_WOMEN, press.HERALD, press.PENNANT, press.WIRE)


_UNNAMED: tuple[Path, ...] = (((I, Stage.LINKED),), ((I, Stage.OFFERED),), ((I, None),))
_OPEN: tuple[Path, ...] = (
    ((I, Stage.LINKED),),
    ((I, Stage.MONITORING),),
    ((I, Stage.SHORTLISTED),),
    ((I, Stage.INTERESTED),),
    ((I, Stage.OFFERED),),
    ((I, None),),
    ((T, None),),
    ((I, Stage.MONITORING), (I, Stage.INTERESTED)),
    ((I, Stage.INTERESTED), (T, Stage.ENQUIRY)),
    ((T, Stage.CLUB_TALKS),),
    ((I, Stage.OFFERED), (T, Stage.CONTACT)),
    ((I, Stage.LINKED), (T, Stage.PLAYER_TALKS)),
    ((T, Stage.ENQUIRY), (B, Stage.BID)),
    ((B, Stage.BID), (B, Stage.BID_REJECTED)),
    ((T, Stage.CLUB_TALKS), (B, Stage.BID_REJECTED), (B, Stage.IMPROVED_BID)),
    ((T, Stage.PLAYER_TALKS), (A, Stage.TERMS_AGREED)),
    ((B, Stage.BID), (A, Stage.FEE_AGREED)),
    ((I, Stage.INTERESTED), (A, Stage.CLAUSE_TRIGGERED)),
    ((A, Stage.FEE_AGREED), (A, Stage.MEDICAL)),
    ((A, Stage.TERMS_AGREED), (A, Stage.FEE_AGREED), (A, Stage.DOCUMENTS)),
)
_OFF: tuple[Path, ...] = (
    ((T, Stage.CLUB_TALKS), (O, Stage.COLLAPSED)),
    ((B, Stage.BID), (O, Stage.REFUSED_BY_CLUB)),
    ((T, Stage.ENQUIRY), (O, Stage.REFUSED_BY_CLUB)),
    ((T, Stage.CONTACT), (O, Stage.REFUSED_BY_PLAYER)),
    ((I, Stage.INTERESTED), (O, Stage.STAYS)),
    ((T, Stage.PLAYER_TALKS), (O, Stage.CHOSE_ANOTHER)),
    ((A, Stage.FEE_AGREED), (A, Stage.MEDICAL), (O, Stage.MEDICAL_FAILED)),
    ((A, Stage.DOCUMENTS), (O, Stage.PAPERWORK_LATE)),
    ((T, Stage.CLUB_TALKS), (O, None)),
)
_DONE: tuple[Path, ...] = (
    ((I, Stage.INTERESTED), (B, Stage.BID), (A, Stage.FEE_AGREED), (D, Stage.OFFICIAL)),
    ((T, Stage.CLUB_TALKS), (A, Stage.MEDICAL), (D, Stage.SIGNED)),
    ((B, Stage.BID_REJECTED), (B, Stage.IMPROVED_BID), (A, Stage.FEE_AGREED), (D, Stage.OFFICIAL)),
    ((A, Stage.TERMS_AGREED), (D, Stage.OFFICIAL)),
    ((A, Stage.CLAUSE_TRIGGERED), (D, Stage.SIGNED), (D, Stage.REGISTERED)),
    ((T, Stage.PLAYER_TALKS), (D, Stage.OFFICIAL), (D, Stage.REGISTERED)),
    ((D, None),),
)
_FREE_OPEN: tuple[Path, ...] = (
    ((I, Stage.OFFERED),),
    ((I, Stage.INTERESTED), (T, Stage.CONTACT)),
    ((T, Stage.PLAYER_TALKS), (A, Stage.TERMS_AGREED)),
    ((T, Stage.PLAYER_TALKS), (O, Stage.REFUSED_BY_PLAYER)),
)
_FREE_DONE: tuple[Path, ...] = (
    ((T, Stage.PLAYER_TALKS), (A, Stage.MEDICAL), (D, Stage.SIGNED)),
    ((A, Stage.TERMS_AGREED), (D, Stage.OFFICIAL)),
)


def choose(rng: Random, *, wins: bool, free: bool, unnamed: bool) -> Path:
    """The steps of one saga in their order; one that `wins` ends with the move."""
    if unnamed:
        return rng.choice(_UNNAMED)
    if free:
        return rng.choice(_FREE_DONE if wins else _FREE_OPEN)
    return rng.choice(_DONE if wins else _OFF if rng.random() < 0.22 else _OPEN)


def kind(rng: Random, *, free: bool) -> TransferKind:
    """What sort of deal it would be."""
    if free:
        return TransferKind.FREE
    weights = {
        TransferKind.PERMANENT: 11, TransferKind.LOAN: 3, TransferKind.LOAN_OPTION: 2, TransferKind.LOAN_OBLIGATION: 1,
        TransferKind.UNKNOWN: 3, TransferKind.PRE_CONTRACT: 1, TransferKind.SWAP: 1,
    }  # fmt: skip
    return rng.choices(tuple(weights), tuple(weights.values()))[0]


def doubt(rng: Random, *, free: bool) -> Doubt:
    """Why it may come to nothing."""
    known = (Doubt.UNLIKELY, Doubt.PLAYER, Doubt.PRICE, Doubt.OTHER)
    return rng.choice(known if free else (*known, Doubt.SELLER, Doubt.SELLER))


def writes_of(name: str, section: Section) -> bool:
    """Whether a source writes about the men's or the women's game."""
    return name in WOMENS_PRESS if section is Section.WOMEN else name not in ONLY_WOMEN
