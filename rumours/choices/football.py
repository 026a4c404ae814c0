"""Teams, players and people: the vocabularies of who is who."""

from enum import StrEnum


class Section(StrEnum):
    """Which game a club, competition or article belongs to."""

    MEN = "men"
    WOMEN = "women"


class PositionGroup(StrEnum):
    """The four lines of a team, in Transfermarkt's wording."""

    GOALKEEPER = "Goalkeeper"
    DEFENDER = "Defender"
    MIDFIELD = "Midfield"
    ATTACK = "Attack"


class Position(StrEnum):
    """Exact places, in Transfermarkt's wording; they stand in addresses (`?position=Centre-Back`)."""

    GOALKEEPER = "Goalkeeper"
    SWEEPER = "Sweeper"
    CENTRE_BACK = "Centre-Back"
    LEFT_BACK = "Left-Back"
    RIGHT_BACK = "Right-Back"
    DEFENSIVE_MIDFIELD = "Defensive Midfield"
    CENTRAL_MIDFIELD = "Central Midfield"
    ATTACKING_MIDFIELD = "Attacking Midfield"
    LEFT_MIDFIELD = "Left Midfield"
    RIGHT_MIDFIELD = "Right Midfield"
    LEFT_WINGER = "Left Winger"
    RIGHT_WINGER = "Right Winger"
    SECOND_STRIKER = "Second Striker"
    CENTRE_FORWARD = "Centre-Forward"


GROUP_OF_POSITION: dict[Position, PositionGroup] = {
    Position.GOALKEEPER: PositionGroup.GOALKEEPER,
    **dict.fromkeys(
        (Position.SWEEPER, Position.CENTRE_BACK, Position.LEFT_BACK, Position.RIGHT_BACK), PositionGroup.DEFENDER
    ),
    **dict.fromkeys(
        (
            Position.DEFENSIVE_MIDFIELD,
            Position.CENTRAL_MIDFIELD,
            Position.ATTACKING_MIDFIELD,
            Position.LEFT_MIDFIELD,
            Position.RIGHT_MIDFIELD,
        ),
        PositionGroup.MIDFIELD,
    ),
    **dict.fromkeys(
        (Position.LEFT_WINGER, Position.RIGHT_WINGER, Position.SECOND_STRIKER, Position.CENTRE_FORWARD),
        PositionGroup.ATTACK,
    ),
}


class Foot(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class AliasKind(StrEnum):
    """What sort of other name an alias is."""

    SPELLING = "spelling"
    SHORT = "short"
    NICKNAME = "nickname"
    FORMER = "former"


class PersonRole(StrEnum):
    """What somebody named in an article is, on the day of the article."""

    PLAYER = "player"
    COACH = "coach"
    DIRECTOR = "director"
    AGENT = "agent"
    PUNDIT = "pundit"
    JOURNALIST = "journalist"
    OWNER = "owner"
    PRESIDENT = "president"
    EXECUTIVE = "executive"
    FORMER_PLAYER = "former player"
    OTHER = "other"


class Season(StrEnum):
    WINTER = "winter"
    SUMMER = "summer"
