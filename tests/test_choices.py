"""The maps between vocabularies are whole."""

from rumours.choices import (
    ENDING_OF_STAGE,
    GROUP_OF_POSITION,
    GROUP_OF_STAGE,
    TRACK_OF_STAGE,
    Position,
    Stage,
    StageGroup,
    Track,
)


def test_every_stage_has_a_group_and_a_track() -> None:
    assert set(GROUP_OF_STAGE) == set(TRACK_OF_STAGE) == set(Stage)


def test_every_position_has_a_line() -> None:
    assert set(GROUP_OF_POSITION) == set(Position)


def test_every_way_off_has_an_ending_and_nothing_else_has() -> None:
    assert set(ENDING_OF_STAGE) == {stage for stage in Stage if GROUP_OF_STAGE[stage] is StageGroup.OFF}


def test_a_rejected_bid_is_a_step_of_the_clubs_side_in_the_group_bid() -> None:
    assert (GROUP_OF_STAGE[Stage.BID_REJECTED], TRACK_OF_STAGE[Stage.BID_REJECTED]) == (StageGroup.BID, Track.CLUB)
