"""The vocabularies that the tagging desk chooses from, in the words that people read."""

from rumours.choices import (
    GROUP_OF_STAGE,
    Doubt,
    Ending,
    FeeWhat,
    PersonRole,
    QuoteStance,
    ReportRole,
    Stage,
    StageGroup,
    TransferKind,
)
from rumours.models.labels import choices_of, label_of

Words = list[tuple[str, str]]


# Rare beside the others of its group, so that the steps most in use come first.
LAST = (Stage.CLAUSE_TRIGGERED,)


def words() -> dict[str, Words | dict[str, Words]]:
    """Value and label of everything that can be chosen; the exact stages by group, in a saga's order, `LAST` last."""
    ordered = sorted(GROUP_OF_STAGE, key=lambda stage: stage in LAST)
    stages = {
        group.value: [(stage.value, label_of(stage)) for stage in ordered if GROUP_OF_STAGE[stage] == group]
        for group in StageGroup
    }
    return {
        "stage_group": choices_of(StageGroup),
        "stage": stages,
        "kind": choices_of(TransferKind),
        "doubt": choices_of(Doubt),
        "role": choices_of(ReportRole),
        "person_role": choices_of(PersonRole),
        "fee_what": choices_of(FeeWhat),
        "ending": choices_of(Ending),
        "stance": choices_of(QuoteStance),
    }
