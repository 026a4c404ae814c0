"""Wordings that tell at which club a player is: his contract, what his club says and refuses, what he did for it.

Longer than a file should be because it is one table; each part says where the player is whom the wording does not name.
"""

from rumours.tagging.links.origins.notation import SETS, book
from rumours.tagging.links.phrases import Phrasebook

# The player stands in the wording: P. Known misses: "P at C" where C is the opponent's ground; "P of C fame".
NAMED: Phrasebook[float] = book(
    [
        # "Varga of Galatas", "Ilic (Romara)", "Marlow, the Orrelby winger"
        ("P of F", 1.3),
        ("P at F", 0.9),
        ("P ( F", 1.2),
        ("P [,] [..4] {role} at|for|with|from|of F", 1.2),
        ("P [,] the F {role}", 1.3),
        ("P , ..2 [currently] plays|playing|play for|at F", 1.3),
        ("P who|whose ..3 plays|playing|play|stars|starring for|at F", 1.3),
        ("P [,] ..2 currently at|with F", 1.3),
        # "his contract with Galatas", "his Galatas deal"
        ("P ['s] ..2 {bond} ..2 at|with F", 1.3),
        ("P ['s] [..2] current F {bond}", 2.0),
        ("P ['s] F {bond}", 1.3),
        ("P ['s] ..2 F teammate|teammates|team-mate|team-mates|colleagues|contract|deal|debut|return", 1.0),
        ("P ['s] [current|parent] {side} [,] F", 1.3),
        # "talks with C over P", "approached C about signing P", "agreed a fee with C for P"
        ("{talks} with F {about} ..4 P", 1.3),
        ("{talks} with F to {buy} ..4 P", 1.2),
        ("{ask} ..2 F {about} ..4 P", 1.2),
        ("{ask} ..2 F ..7 to {buy} ..3 P", 1.1),
        ("pay|paying|paid|pays F ..6 for ..2 P", 1.3),
        # "C are willing to sell P", "C want £30m for P", "C rejected an offer for P"
        ("F ..7 {sell} [..3] P", 1.2),
        ("F ..7 to keep|retain [hold] [of] P", 1.0),
        ("F ..2 want|wants|wanted ..2 £|€|$ ..6 for P", 1.2),
        ("F ..3 {price} ..6 P", 1.1),
        ("P ..4 valued|priced|rated by F", 1.2),
        ("F ..3 {weigh} ..5 {money} ..6 for P", 1.2),
        ("F ..6 include|including|offer|offering|use|using|adding|add P ..6 {part}", 1.1),
        ("P ..9 make|force|prompt|persuade|tempt F [to] reconsider|sell|cash|think", 1.1),
        ("P ..3 is|was|as|be ..4 F player|star|man|midfielder|striker|defender|winger|goalkeeper|forward", 1.0),
        ("P ..3 one of F 's", 0.6),
        # "another Galatas star in P", "Galatas players such as P", "after seven years at Galatas"
        ("F star|player|man|ace|striker|midfielder|defender|winger|forward|asset in|like P", 1.1),
        ("F players|stars|men|team-mates|teammates ..2 like|including|as P", 1.1),
        ("P ..12 after|following ..3 years|seasons|campaigns|spell|stint ..1 at|with F", 1.1),
        ("{send} P ..2 back to F", 1.2),
        ("P ..4 back|return|returns|returned to [parent] [club] F [..6] loan", 1.0),
        ("P ..6 tied [down] to|with F", 1.2),
        ("P ..6 under contract at|with|to F", 1.2),
        ("P ..6 exiled|frozen|dropped|axed|sidelined|discarded [out] by|at F", 1.1),
        ("P ..2 stays|stayed|remains|remained|remaining|staying at|with F", 1.0),
        ("P ..4 to|will|could|should|may|might|would remain|stay at|with F", 1.0),
        ("P ..5 life ..3 at F", 0.7),
        ("F ..3 {refuse} ..9 P", 1.0),
        # "Galatas are placing a huge fee on P", "a raid on Galatas to sign P"
        ("F ..3 placing|placed|place|put|putting|slapped|slap ..9 on P", 1.2),
        ("move|raid|swoop|raiding on|for F to|for [..2] {buy} ..3 P", 1.2),
        # "Galatas want to extend P's deal", "a successor to P"
        ("F ..9 extension|renewal|extend|renew|prolong ..5 P", 1.1),
        ("F ..6 new|fresh|improved contract|deal|terms ..4 P", 1.0),
        ("F ..12 successor|replacement|replacements|heir|cover|alternative|alternatives to|for P", 0.8),
        ("F ..9 replace|replacing P", 0.8),
        ("P ..12 new|fresh|improved [..3] contract|deal|extension ..2 at|with F", 1.1),
        ("P ..9 rejected|rebuffed|refused|turned|knocked [down|back] by F", 1.2),
        ("F ..3 confirmed|confirm|announced|announce ..2 P ['s] ..3 exit|departure|leave", 1.3),
        ("P ..4 since joining|signing|arriving F", 0.9),
        ("P ..3 extended|renewed|extend|renew|committed ..6 with|at|to F", 1.2),
        # "P, on loan from C"
        ("P ..4 on [..2] loan [..3] from F", 1.4),
        ("P ..6 loan ..4 from F", 1.2),
    ],
    {
        **SETS,
        "role": (
            "defender|midfielder|striker|forward|winger|goalkeeper|keeper|captain|star|player|man|ace|centre-back"
            "|left-back|right-back|full-back|playmaker|youngster|teenager|attacker|skipper"
        ),
        "side": "club|side|team|employers|employer",
        "weigh": "fielding|field|fielded|receive|received|receiving|entertain|consider|accept|accepted|rejecting",
        "part": "part|makeweight|plus|exchange|deal|swap",
    },
)  # fmt: skip

# He stands before the wording, or is whom the sentences before are about. Known miss: "leave Milan with ten men".
BEFORE: Phrasebook[float] = book(
    [
        ("{bond} [..2] at|with F", 0.8),
        ("in|of|on his F {bond}", 1.2),
        ("his|her F {bond}", 1.2),
        ("his|her|current|parent [current|parent] club|side|team|employers [,] F", 1.3),
        ("rejected|rebuffed|refused|turned|knocked [down|back] by F", 1.0),
        ("since joining F", 0.7),
        ("a|an F player", 0.7),
        ("under contract at|with|to F", 1.1),
        ("new|fresh|improved [..3] contract|deal|terms ..2 at|with F", 1.0),
        ("years|seasons|stint at|with F", 0.8),
        ("tied to F", 1.0),
        ("contracted to F", 1.1),
        ("agreement|deal|fee|terms ..3 with F over|for|worth|on", 0.8),
        ("fee with F", 1.0),
        ("pay|paying|paid|pays F", 1.1),
        ("F receiving|receive|will receive|pocket|bank|recoup", 0.9),
        ("bid|offer|proposal|approach [..2] to F", 0.6),
        ("contract ..3 F expires|runs|ends|expiring", 1.0),
    ],
    SETS,
)  # fmt: skip

# He stands after the wording, else before it, else is whom the sentences before are about.
AFTER: Phrasebook[float] = book(
    [
        ("F ..3 {refuse} ..6 {money}", 1.0),
        ("F ..2 {refuse}", 0.5),
        ("F 's valuation|asking|price|demands|resolve|stance|valuations|price-tag", 1.1),
        ("F valuation|asking", 1.0),
        ("F ..2 {price} ..3 £|€|$|him|her", 1.0),
        ("F ..2 want|wants|wanted ..2 £|€|$", 0.8),
        ("F insist|insists|insisted|stood|stand|hold|holding|held|stands firm|he|that", 0.8),
        ("F ..4 {wish} to {sell}", 1.0),
        ("F ..4 open|willing ..2 to ..3 sale|offers|selling|letting|bids|negotiating", 1.0),
        ("F ..4 no intention|plans|desire of|to {sell}", 1.0),
        ("F ..2 listen|listening|cash|cashing", 1.0),
        ("F ..6 {sell} him|her", 1.0),
        ("F ..3 option ..3 extend|extension", 1.0),
        ("make|force|prompt|persuade|tempt F [to] reconsider|sell|cash|think", 0.9),
        ("F ..2 n't|not ..2 stand|block|sell|selling|sold", 0.8),
        ("persuade|convince|test|tempt|force F to|'s", 0.8),
        ("F ..2 braced|bracing|resigned|fear|risk", 0.8),
        ("F ..3 confirmed|announced|confirm|announce ..4 departure|exit|left|leave", 0.9),
        ("F fans ..6 goodbye|farewell", 0.6),
        ("{talks} [..2] with F over|to|for|about", 0.4),
    ],
    SETS,
)  # fmt: skip

# What he did for F; of last season, as of this, it tells that he is there.
STATISTICS: Phrasebook[float] = book(
    [
        ("P ..9 {goals} [..4] for|with|at F", 0.7),
        ("P ..9 {goals} ..4 for|with F since", 1.0),
        ("P ..6 for|with|at F {now}", 0.8),
        ("P ..6 been at|with F", 1.0),
        ("P ..6 last match|game|appearance for F", 1.0),
        ("P ..6 key|regular|important|integral|ever-present|indispensable ..4 for|at F", 0.8),
        ("P ..6 F 's|first|squad|starting team|side|line-up|lineup|xi|ranks", 0.6),
    ],
    SETS,
)  # fmt: skip
