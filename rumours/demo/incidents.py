"""The long stories of the invented leagues, one function each; the package's docstring lists them."""

from collections.abc import Callable

from rumours.demo.cast import Column
from rumours.demo.deals import (
    bid_rejected_then_improved,
    free_agent,
    hijack,
    loan_with_obligation,
    move_after_the_article,
    namesakes,
    swap,
    womens_move,
)
from rumours.demo.mishaps import (
    coach_rumour,
    corrected_report,
    italian_article,
    loans_ended,
    pre_contract,
    retraction,
    withdrawn_quote,
)

STORIES: tuple[Callable[[Column], None], ...] = (
    bid_rejected_then_improved,
    hijack,
    swap,
    loan_with_obligation,
    free_agent,
    namesakes,
    move_after_the_article,
    womens_move,
    coach_rumour,
    italian_article,
    retraction,
    withdrawn_quote,
    corrected_report,
    pre_contract,
    loans_ended,
)
