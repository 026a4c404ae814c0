"""Collapsed, refused, denied, chosen otherwise."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

OFF = (
    Cue(
        "collapsed", Stage.COLLAPSED, player=NEAR, buyer=NEAR, weight=0.75,
        phrases=(
            "{deal}|{talks}|{bid} _6 collapsed|collapse|collapses|stalled|scrapped", "collapsed",
            "B ['s] {move}|deal|bid for +P _2 collapsed|broken|fallen|off|stalled|dead",
            "{move} of +P to +B _3 collapsed|off|dead",
            "{move} of +P from C to +B _3 collapsed|off|dead",
            "{move} to +B _3 collapsed|broken|fallen|off|stalled|dead",
            "{talks} between C and C over|about|for +P _3 broken|broke|collapsed|stalled",
            "fell|fallen|falls|falling through", "broke|broken|break down", "off the table", "called off",
            "cut off|ended {talks}", "dead in the water", "looks off", "fell apart", "ground to a halt", "aborted",
            "{not} materialised|materialise", "failed to materialise|happen", "hit the rocks", "collapse of",
            "hijacked by +B", "{deal}|{bid}|{move} _4 [is|was|are] [now|all|as|good|effectively] dead",
            "{deal}|{bid}|{talks} [_3] {not} happening|happen",
            "{move} to +B [_2] {not} happening|happen",
            "{deal}|{talks}|pursuit _3 at an end", "came|come|comes to nothing", "fizzled|fizzle out",
            "{deal}|{talks}|interest _2 gone|went cold", "{deal}|{talks}|{move} _2 on ice",
            "pulled|pull|pulling the plug",
            "called|calling|call off _2 {deal}|{talks}|{move}|pursuit",
            "hit the buffers",
        ),
    ),
    # "Roma have pulled out of the race for Foo."
    Cue(
        "withdraws", Stage.COLLAPSED, player=AFTER, buyer=BEFORE, weight=0.78,
        phrases=(
            "pulled|pull|pulling|pulls out [of] [the|a|their] [race|running|deal|move|talks|negotiations] [for|to] "
            "[{sign}] [+P]",
            "withdrawn|withdrew|withdrawing|withdraw _4 [interest|from|offer|bid] [in|for] [+P]",
            "withdrawn|withdrew from the race|running|hunt|chase|battle for|to [{sign}] [+P]",
            "denied|deny|denies|denying [that] they|it want|wants|wanted|bid|are|is|made|were|plan _3 [+P]",
            "back|backed|backing out", "walked|walk|walking away",
            "ended|end|dropped|drop|cooled|cool|shelve|shelved|abandoned|abandon|ending|dropping|cooling"
            "|abandoning _3 interest|pursuit|chase|plans|plan|move|attempt|attempts [in|of|to|for] [{sign}] [+P]",
            "ruled|rule|ruling|rules out [a] [_2] [signing|move|deal|bid] [for] [+P]",
            "opted|decided against [_2] {sign} [+P]", "moved|move on from +P", "turned|turning attention elsewhere",
            "{not} interested [in] [{sign}] [+P]", "no interest in [{sign}] [+P]",
            "no longer interested|keen|in|pursuing|want|wants|considering [_3] [+P]", "lost interest",
            "{not} looking into|to [{sign}] [+P]", "{not} pursuing [+P]", "{not} in for [+P]",
            "will|would|could|do|does|did [not] {not} {sign}|be|move|pursue|make|proceed|compete [_4] "
            "[{sign}|for|with] [+P]",
            "can't|cannot proceed|afford|compete|match [with] [+P]", "{not} working on [+P]",
            "distanced|distancing|distance", "passed|pass on|up [+P]",
            "out of the race|running [for|to] [{sign}] [+P]",
            "missed|missing|miss out on [a] [deal|move] [for] [signing|landing] [+P]",
            "lost|lose|losing out [on|in] [+P]", "missed|missing|miss out",
            "failing|failed in _3 pursuit|attempts|bid of|to|for [{sign}] [+P]", "steer clear of [+P]",
            "forget|forgotten about +P", "{not} going to pay [+P]", "baulked at",
            "beaten to [the] [signing|signature|punch] [of|for] [+P]", "failed _4 to {sign} [+P]",
            "unsuccessful _6 for|in|to|with [{sign}] [+P]", "stopped|ceased _3 [{talks}]",
            "no intention of {sign} [+P]", "unlikely|unable to {sign}|spend|make [+P]", "staying away",
            "{not} [be] pursue|pursuing [_4] [{sign}|for] [+P]", "no plans|plan to {sign} [+P]",
            "rejected|declined|spurned|refused _3 chance|opportunity|offer to|of {sign} [+P]",
            "turned|passed|turning|passing down|up|on _3 chance|opportunity to|of {sign} [+P]",
            "{not} planning|plan|intending|intend to {sign}|bid|move [for] [+P]",
            "interest in +P _2 cooled|faded|waned|dwindled|ended|died|gone", "cooled on +P",
            "gave|given|give|giving up [hope] [on|of] [{sign}] [+P]", "end|ended|ending _3 pursuit of [+P]",
            "halted|paused|suspended|halt|pause _3 {talks}|pursuit|move|deal [for] [+P]",
            "crossed|struck +P off|from", "removed|dropped +P from",
        ),
    ),
    # "Roma have beaten Milan to Foo": Milan's race is lost.
    Cue(
        "beaten", Stage.COLLAPSED, player=AFTER, buyer=AFTER, weight=0.8,
        phrases=(
            "beat|beaten|beating +B to [the] [signing|signature|capture] [of] [+P]",
            "beat|beaten|beating B and C to [the] [signing|signature|capture] [of] [+P]",
            "fought|fight|fighting|fend|fended|fending|saw|seen|seeing off _5 from +B",
            "hijack|hijacked|hijacking +B 's _3 move|deal|pursuit|swoop for|of [+P]",
            "despite|amid _5 interest from +B", "snubbed|snubbing|rejected|rejecting +B",
            "ahead of competition from +B",
        ),
    ),
    # "Foo turned Milan down."
    Cue(
        "player-refuses", Stage.REFUSED_BY_PLAYER, player=BEFORE, buyer=AFTER, weight=0.8,
        phrases=(
            "snubbed|snub|snubs|snubbing +B", "turned|turn|turns|turning down [_6] [from|to|by] [+B]",
            "rejected|reject|rejects|rejecting|rebuffed|rebuffs|rebuff|declined|spurned [_5] {move}|chance"
            "|opportunity|interest|advances|approach|approaches|offer|{join} [of|from|to|by] [+B]",
            "rejected|rebuffed|snubbed|declined B ['s] [_4] {move}|chance|interest|advances|approach"
            "|approaches|offer|offers|proposal",
            "refused|refuses|refusing to {join}|move [to] [+B]", "said no to +B",
            "{not} want to {join}|move [to] [+B]", "ruled out [_4] {move}|{join}|joining [to] [+B]",
            "no desire to {join} [+B]", "{not} {join} [+B]",
            "chose|chosen|picked|choosing C over|than|ahead|instead [of] +B", "decided against {join} [+B]",
            "{not}|no interested|interest in {join}|moving|a [{move}] [to] [+B]", "{not} moving to [+B]",
            "opted|decided _4 against _3 +B", "no interest of|in moving to +B",
        ),
    ),
    # "Foo has decided to stay at Celtic": nobody who wanted him gets him. Known miss: a stay that is only wished for.
    Cue(
        "decides-to-stay", Stage.STAYS, player=BEFORE, buyer=NEAR, weight=0.65,
        phrases=(
            "decided|chosen|chose|opted|elected|agreed [_2] to stay|remain|continue [on|put] [at|with|in] [+F]",
            "will|'ll|is|are [definitely|now|be|instead] stay|remain|staying|remaining at|with +F", "stay|staying put",
            "commit|commits|committed|committing his|her|their|P [_2] future to +F",
            "signed|signs|penned|inked|agreed _2 new|extended|improved [_2] contract|deal|terms at|with +F",
            "going|go nowhere", "{not} going anywhere",
        ),
    ),
    Cue(
        "denies", Stage.STAYS, player=NEAR, buyer=NEAR, weight=0.7,
        phrases=(
            "denied|deny|denies|denying|dismissed|dismiss|dismisses|rubbished|played|refuted|refute|quashed "
            "_6 {talks}|reports|rumours|rumors|claims|links|speculation|suggestions|interest|meeting|link"
            "|report|claim|talk|rumour [_3] [with|to|of|from] [+B]",
            "no [much] truth", "{not} much truth", "{not} true", "untrue", "fake news", "wide of the mark",
            "no contact|talks|negotiations|meeting with +B", "no _1 bid|offer|approach|contact from +B [for] [+P]",
            "{not} an issue|topic", "{not} on the agenda", "nothing happening", "nothing _3 at the moment",
            "{not} aware of [anything|interest]", "{not} meet|met with [_3] +B", "no contact|talks|negotiations",
        ),
    ),
    Cue(
        "not-for-sale", Stage.REFUSED_BY_CLUB, player=NEAR, buyer=NEAR, weight=0.55,
        phrases=(
            "{not} for sale", "blocked|block|blocking _5 {move}|deal|transfer", "{not} {be} sold",
            "no intention of selling",
        ),
    ),
)  # fmt: skip
