"""How far a saga has come, from its claims alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.choices import (
    GROUP_OF_STAGE,
    Doubt,
    Ending,
    LinkStatus,
    ReportRole,
    Stage,
    StageGroup,
    Track,
    TransferKind,
)
from rumours.evidence import Claim, Saga, derive

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def claim(number: int, step: Stage | StageGroup, **details: Any) -> Claim:
    """The claim of day `number`, of an exact stage or only a group."""
    stage = step if isinstance(step, Stage) else None
    group = step if isinstance(step, StageGroup) else GROUP_OF_STAGE[step]
    return Claim(id=number, at=day(number), stage_group=group, stage=stage, **details)


def day(number: int) -> datetime:
    return START + timedelta(days=number)


def test_no_claims_make_an_untouched_saga() -> None:
    assert derive([]) == Saga()


def test_furthest_step_of_each_track_is_kept_whatever_comes_later() -> None:
    saga = derive([claim(1, Stage.CLUB_TALKS), claim(2, Stage.TERMS_AGREED), claim(3, Stage.MONITORING)])
    assert (saga.group, saga.stage) == (StageGroup.AGREED, Stage.TERMS_AGREED)
    assert saga.tracks == {Track.CLUB: Stage.CLUB_TALKS, Track.PLAYER: Stage.TERMS_AGREED}
    assert saga.moved_at == day(2)


def test_a_step_on_a_lower_track_moves_the_date_but_not_the_group() -> None:
    saga = derive([claim(1, Stage.TERMS_AGREED), claim(2, Stage.BID)])
    assert (saga.group, saga.stage, saga.moved_at) == (StageGroup.AGREED, Stage.TERMS_AGREED, day(2))


def test_bid_rejected_is_a_bid_and_an_improved_one_goes_further() -> None:
    rejected = derive([claim(1, Stage.BID), claim(2, Stage.BID_REJECTED)])
    improved = derive([claim(1, Stage.BID), claim(2, Stage.BID_REJECTED), claim(3, Stage.IMPROVED_BID)])
    assert (rejected.group, rejected.stage, rejected.outcome) == (StageGroup.BID, Stage.BID_REJECTED, LinkStatus.OPEN)
    assert (improved.group, improved.stage) == (StageGroup.BID, Stage.IMPROVED_BID)


def test_a_claim_of_only_a_group_counts_as_its_lowest_step() -> None:
    talks = derive([claim(1, Stage.MONITORING), claim(2, StageGroup.TALKS)])
    after_contact = derive([claim(1, Stage.CONTACT), claim(2, StageGroup.TALKS)])
    assert (talks.group, talks.stage) == (StageGroup.TALKS, None)
    assert (after_contact.stage, after_contact.moved_at) == (Stage.CONTACT, day(1))


@pytest.mark.parametrize("role", [ReportRole.REPEAT, ReportRole.CONTEXT, ReportRole.DENIAL])
def test_repeats_context_and_denials_never_move_it(role: ReportRole) -> None:
    saga = derive([claim(1, Stage.MONITORING), claim(2, Stage.OFFICIAL, role=role)])
    assert (saga.group, saga.stage, saga.moved_at) == (StageGroup.INTEREST, Stage.MONITORING, day(1))


def test_an_off_report_ends_it_and_a_later_one_reopens_from_the_start() -> None:
    ended = derive([claim(1, Stage.BID), claim(2, Stage.REFUSED_BY_CLUB)])
    reopened = derive([claim(1, Stage.BID), claim(2, Stage.REFUSED_BY_CLUB), claim(3, Stage.CONTACT)])
    assert (ended.group, ended.outcome, ended.ending, ended.ended_by) == (
        StageGroup.OFF, LinkStatus.OVER, Ending.REFUSED_BY_CLUB, 2,
    )  # fmt: skip
    assert (reopened.group, reopened.outcome, reopened.ending) == (StageGroup.TALKS, LinkStatus.OPEN, None)
    assert reopened.tracks == {Track.PLAYER: Stage.CONTACT}


def test_a_denied_off_is_shown_but_does_not_end_it() -> None:
    saga = derive([
        claim(1, Stage.CLUB_TALKS),
        claim(2, StageGroup.OFF, role=ReportRole.DENIAL, speaker="His agent"),
    ])  # fmt: skip
    assert (saga.group, saga.outcome, saga.denied_by) == (StageGroup.TALKS, LinkStatus.OPEN, "His agent")


def test_a_denial_is_overtaken_by_a_later_movement_and_by_the_move_itself() -> None:
    denial = claim(2, StageGroup.TALKS, role=ReportRole.DENIAL, speaker="The coach")
    assert derive([claim(1, Stage.CONTACT), denial, claim(3, Stage.BID)]).denied_by == ""
    assert derive([claim(1, Stage.OFFICIAL), denial]).denied_by == ""


def test_only_denials_make_it_over() -> None:
    saga = derive([claim(1, StageGroup.OFF, role=ReportRole.DENIAL, speaker="The agent")])
    assert (saga.outcome, saga.ending, saga.denied_by) == (LinkStatus.OVER, Ending.DENIED, "The agent")


def test_a_retraction_takes_its_claim_and_the_repeats_of_it_away() -> None:
    retraction = claim(4, StageGroup.BID, role=ReportRole.DENIAL, retracts=True, follows=2, speaker="The paper")
    claims = [claim(1, Stage.CONTACT), claim(2, Stage.BID), claim(3, Stage.BID, role=ReportRole.REPEAT, follows=2)]
    assert derive([*claims, retraction]).stage == Stage.CONTACT
    assert derive([*claims[1:], retraction]).ending == Ending.DENIED


def test_kind_and_doubt_are_those_of_the_newest_moving_claim_that_states_one() -> None:
    saga = derive([
        claim(1, Stage.CONTACT, kind=TransferKind.LOAN, doubt=Doubt.PRICE),
        claim(2, Stage.BID, kind=TransferKind.PERMANENT, doubt=Doubt.SELLER),
        claim(3, Stage.IMPROVED_BID),
        claim(4, Stage.BID, kind=TransferKind.SWAP, doubt=Doubt.PLAYER, role=ReportRole.REPEAT),
    ])  # fmt: skip
    assert (saga.kind, saga.doubt) == (TransferKind.PERMANENT, Doubt.SELLER)


def test_no_doubt_is_left_when_it_is_done() -> None:
    saga = derive([claim(1, Stage.BID, doubt=Doubt.UNLIKELY), claim(2, Stage.OFFICIAL)])
    assert (saga.outcome, saga.doubt) == (LinkStatus.DONE, Doubt.NONE)


def test_an_editors_ending_holds_until_a_later_claim_which_begins_anew() -> None:
    earlier = [claim(1, Stage.BID)]
    quiet = derive(earlier, set_ending=Ending.WENT_QUIET, set_at=day(5))
    again = derive([*earlier, claim(6, Stage.CONTACT)], set_ending=Ending.WENT_QUIET, set_at=day(5))
    assert (quiet.group, quiet.outcome, quiet.ending) == (StageGroup.BID, LinkStatus.OVER, Ending.WENT_QUIET)
    assert (again.group, again.outcome, again.ending) == (StageGroup.TALKS, LinkStatus.OPEN, None)


claims_of_any_sort = st.lists(
    st.builds(
        claim,
        st.integers(0, 60),
        st.sampled_from([*Stage, *StageGroup]),
        role=st.sampled_from(ReportRole),
        follows=st.none() | st.integers(0, 60),
        retracts=st.booleans(),
    ),
    unique_by=lambda made: made.id,
    max_size=8,
)


@given(claims_of_any_sort, st.randoms())
def test_the_order_in_which_claims_are_given_changes_nothing(claims: list[Claim], random: Any) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert derive(shuffled) == derive(claims)


@given(claims_of_any_sort)
def test_status_and_group_agree(claims: list[Claim]) -> None:
    saga = derive(claims)
    assert (saga.outcome is LinkStatus.DONE) == (saga.group is StageGroup.DONE)
    assert (saga.ending is not None) == (saga.outcome is LinkStatus.OVER)
    assert saga.stage is None or GROUP_OF_STAGE[saga.stage] is saga.group
