"""Rules of the tagger that editors seldom agree with: what they propose is shown dimmed."""

from collections.abc import Collection

from django.db.models import Count, Q

from rumours.choices import Verdict
from rumours.models import Suggestion

LEAST_DECIDED = 20
LEAST_ACCEPTED = 0.6


def weak_rules(rules: Collection[str]) -> frozenset[str]:
    """Those of some rules that were decided often enough and accepted too seldom, over all articles (one query)."""
    accepted = Count("pk", filter=Q(decision__in=(Verdict.ACCEPTED, Verdict.EDITED)))
    counted = Suggestion.objects.decided().filter(rule__in=rules).order_by().values("rule")
    counts = counted.annotate(accepted=accepted, decided=Count("pk")).values_list("rule", "accepted", "decided")
    return frozenset(
        rule for rule, good, decided in counts if decided >= LEAST_DECIDED and good < LEAST_ACCEPTED * decided
    )
