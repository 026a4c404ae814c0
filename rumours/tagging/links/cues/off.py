"""Collapsed, refused, denied, chosen otherwise."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

OFF = (
    Cue(
        "collapsed", Stage.COLLAPSED, player=NEAR, buyer=NEAR, weight=0.8,
        phrases=(
            "collapsed", "collapse", "collapses", "fell through", "fallen through", "falls through", "falling through",
            "broke|broken|break down", "off the table", "called off", "cut off {talks}", "ended {talks}", "dead in the water",
            "{be} off", "looks off", "stalled", "scrapped", "fell apart", "ground to a halt", "aborted", "never materialised",
            "failed to materialise", "did not materialise", "hit the rocks", "dead",
        ),
    ),
    Cue(
        "withdraws", Stage.COLLAPSED, player=NEAR, buyer=BEFORE, weight=0.8,
        phrases=(
            "pulled out", "pull out", "pulling out", "withdrawn", "withdrew", "back|backed|backing out", "walked|walk away",
            "ended [..2] interest|pursuit|chase", "end [..2] interest|pursuit|chase", "cooled [..3] interest", "cool [..2] interest",
            "dropped|drop|shelve|shelved|abandoned|abandon ..2 interest|pursuit|plans|plan|move",
            "ruled|rule|ruling [..2] out", "opted|decided against", "moved|move on from", "turned|turning attention elsewhere",
            "not interested", "no interest in", "no longer interested|keen|in|pursuing|want|wants|considering", "lost interest",
            "not looking into", "not looking to {sign}", "not pursuing", "not in for", "will not {sign}|be|move|pursue|make",
            "not working on", "not|n't planning", "distanced|distancing", "passed on", "pass up", "out of the race|running",
            "missed|missing|miss out", "lost|lose|losing out", "beaten to", "beaten [..4] to the signing", "failed ..4 to {sign}",
            "failed with|in", "unsuccessful", "not|n't {sign}", "stopped", "no intention of {sign}", "can't afford", "cannot afford",
        ),
    ),
    Cue(
        "player-refuses", Stage.REFUSED_BY_PLAYER, player=BEFORE, buyer=AFTER, weight=0.8,
        phrases=(
            "snubbed|snub|snubs|snubbing", "turned|turn|turns|turning down [..5]", "rejected|reject|rejects|rejecting ..5 {move}|chance|"
            "opportunity|interest|advances|approach|approaches|{join}", "refused|refuses|refusing to {join}|move", "said no to",
            "not want to {join}", "ruled out [..4] {move}|{join}|joining", "no desire to {join}", "n't want to {join}",
            "does not want to {join}", "not {join}", "chose ..4 over", "decided against {join}", "not|n't interested in {join}",
            "not moving to", "never {join}",
        ),
    ),
    Cue(
        "denies", Stage.STAYS, player=NEAR, buyer=NEAR, weight=0.7,
        phrases=(
            "denied|deny|denies|denying|dismissed|dismiss|dismisses|rubbished|played|refuted|refute|quashed ..6 {talks}|reports|rumours|"
            "rumors|claims|links|speculation|suggestions|interest|meeting|link|report|claim|talk|rumour",
            "no truth", "not much truth", "not true", "untrue", "fake news", "wide of the mark", "no contact", "no talks", "no negotiations",
            "not an issue", "not a topic", "not on the agenda", "nothing happening", "nothing [..3] at the moment", "not aware of anything",
        ),
    ),
    Cue(
        "not-for-sale", Stage.REFUSED_BY_CLUB, player=NEAR, buyer=NEAR, weight=0.6,
        phrases=("not for sale", "blocked|block|blocking ..5 {move}|deal|transfer", "not|n't {be} sold", "no intention of selling"),
    ),
)  # fmt: skip
