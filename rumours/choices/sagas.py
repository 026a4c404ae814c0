"""Transfers: the vocabularies of how far a move has come, and what was said of it."""

from enum import StrEnum


class StageGroup(StrEnum):
    """The six groups every stage belongs to, in the order of a saga."""

    INTEREST = "interest"
    TALKS = "talks"
    BID = "bid"
    AGREED = "agreed"
    DONE = "done"
    OFF = "off"


class Track(StrEnum):
    """Which side of a move a stage is a step of."""

    PLAYER = "player"
    CLUB = "club"
    JOINT = "joint"


class Stage(StrEnum):
    """Exact steps; each belongs to one track and one group (`TRACK_OF_STAGE`, `GROUP_OF_STAGE`)."""

    LINKED = "linked"
    MONITORING = "monitoring"
    SHORTLISTED = "shortlisted"
    INTERESTED = "interested"
    OFFERED = "offered by agent"
    CONTACT = "contact"
    PLAYER_TALKS = "player talks"
    TERMS_AGREED = "terms agreed"
    ENQUIRY = "enquiry"
    CLUB_TALKS = "club talks"
    BID = "bid made"
    BID_REJECTED = "bid rejected"
    IMPROVED_BID = "improved bid"
    CLAUSE_TRIGGERED = "clause triggered"
    FEE_AGREED = "fee agreed"
    MEDICAL = "medical"
    DOCUMENTS = "documents"
    SIGNED = "signed"
    OFFICIAL = "official"
    REGISTERED = "registered"
    COLLAPSED = "collapsed"
    REFUSED_BY_CLUB = "refused by club"
    REFUSED_BY_PLAYER = "refused by player"
    STAYS = "stays"
    CHOSE_ANOTHER = "chose another club"
    MEDICAL_FAILED = "failed medical"
    PAPERWORK_LATE = "paperwork late"


# Listed in the order of progress inside each group: the position in this table is the height of the step.
GROUP_OF_STAGE: dict[Stage, StageGroup] = {
    Stage.LINKED: StageGroup.INTEREST,
    Stage.MONITORING: StageGroup.INTEREST,
    Stage.SHORTLISTED: StageGroup.INTEREST,
    Stage.INTERESTED: StageGroup.INTEREST,
    Stage.OFFERED: StageGroup.INTEREST,
    Stage.ENQUIRY: StageGroup.TALKS,
    Stage.CONTACT: StageGroup.TALKS,
    Stage.CLUB_TALKS: StageGroup.TALKS,
    Stage.PLAYER_TALKS: StageGroup.TALKS,
    Stage.BID: StageGroup.BID,
    Stage.BID_REJECTED: StageGroup.BID,
    Stage.IMPROVED_BID: StageGroup.BID,
    Stage.CLAUSE_TRIGGERED: StageGroup.AGREED,
    Stage.FEE_AGREED: StageGroup.AGREED,
    Stage.TERMS_AGREED: StageGroup.AGREED,
    Stage.MEDICAL: StageGroup.AGREED,
    Stage.DOCUMENTS: StageGroup.AGREED,
    Stage.SIGNED: StageGroup.DONE,
    Stage.OFFICIAL: StageGroup.DONE,
    Stage.REGISTERED: StageGroup.DONE,
    Stage.COLLAPSED: StageGroup.OFF,
    Stage.REFUSED_BY_CLUB: StageGroup.OFF,
    Stage.REFUSED_BY_PLAYER: StageGroup.OFF,
    Stage.STAYS: StageGroup.OFF,
    Stage.CHOSE_ANOTHER: StageGroup.OFF,
    Stage.MEDICAL_FAILED: StageGroup.OFF,
    Stage.PAPERWORK_LATE: StageGroup.OFF,
}


_PLAYER_SIDE = (
    Stage.OFFERED,
    Stage.CONTACT,
    Stage.PLAYER_TALKS,
    Stage.TERMS_AGREED,
    Stage.REFUSED_BY_PLAYER,
    Stage.STAYS,
    Stage.CHOSE_ANOTHER,
)


_JOINT = (
    Stage.MEDICAL,
    Stage.DOCUMENTS,
    Stage.SIGNED,
    Stage.OFFICIAL,
    Stage.REGISTERED,
    Stage.COLLAPSED,
    Stage.MEDICAL_FAILED,
    Stage.PAPERWORK_LATE,
)


TRACK_OF_STAGE: dict[Stage, Track] = {
    stage: Track.PLAYER if stage in _PLAYER_SIDE else Track.JOINT if stage in _JOINT else Track.CLUB for stage in Stage
}


class Ending(StrEnum):
    """Why a saga is over without a move."""

    CHOSE_ANOTHER = "chose another club"
    STAYED = "stayed"
    REFUSED_BY_CLUB = "refused by club"
    REFUSED_BY_PLAYER = "refused by player"
    FAILED_MEDICAL = "failed medical"
    LATE_PAPERWORK = "late paperwork"
    COLLAPSED = "collapsed"
    WENT_QUIET = "went quiet"
    DENIED = "denied"


ENDING_OF_STAGE: dict[Stage, Ending] = {
    Stage.COLLAPSED: Ending.COLLAPSED,
    Stage.REFUSED_BY_CLUB: Ending.REFUSED_BY_CLUB,
    Stage.REFUSED_BY_PLAYER: Ending.REFUSED_BY_PLAYER,
    Stage.STAYS: Ending.STAYED,
    Stage.CHOSE_ANOTHER: Ending.CHOSE_ANOTHER,
    Stage.MEDICAL_FAILED: Ending.FAILED_MEDICAL,
    Stage.PAPERWORK_LATE: Ending.LATE_PAPERWORK,
}


class LinkStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    OVER = "over"


class TransferKind(StrEnum):
    UNKNOWN = "unknown"
    PERMANENT = "permanent"
    LOAN = "loan"
    LOAN_OPTION = "loan with option"
    LOAN_OBLIGATION = "loan with obligation"
    FREE = "free"
    PRE_CONTRACT = "pre-contract"
    SWAP = "swap"
    RECALL = "recall"
    LOAN_END = "end of loan"
    RELEASE = "release"


class ReportRole(StrEnum):
    """What a report is to the claim (`MOVING_ROLES` move a stage)."""

    ORIGIN = "origin"
    INDEPENDENT = "independent"
    REPEAT = "repeat"
    DENIAL = "denial"
    CONTEXT = "context"


# Whose claims move a stage and count as a source.
MOVING_ROLES = (ReportRole.ORIGIN, ReportRole.INDEPENDENT)


class Doubt(StrEnum):
    NONE = "none"
    UNLIKELY = "unlikely"
    SELLER = "seller unwilling"
    PLAYER = "player unwilling"
    PRICE = "price"
    OTHER = "other"


class FeeWhat(StrEnum):
    OFFER = "offer"
    ASKING = "asking price"
    CLAUSE = "clause"
    AGREED = "agreed"
    LOAN_FEE = "loan fee"
    OPTION = "option"
    OBLIGATION = "obligation"
    ADD_ONS = "add-ons"
    WAGE = "wage"


class FeeCertainty(StrEnum):
    CONFIRMED = "confirmed"
    REPORTED = "reported"
    ESTIMATED = "estimated"


class TieKind(StrEnum):
    SWAP = "swap"
    ONLY_IF = "only if"
    EITHER_OR = "either-or"
