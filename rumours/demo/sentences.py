"""Sentences about single steps of a move. Every one names player, clubs and source, and says the step."""

from rumours.choices import Doubt, Stage, StageGroup, TransferKind

# How a player is introduced; a free agent and a loanee have their own ways.
WHO = ("{player} of {seller}", "{seller} {place} {player}", "{player}, the {seller} {place},", "{seller}’s {player}")
WHO_LENT = ("{player}, on loan at {lent} from {seller},", "{seller}’s {player}, now lent to {lent},")
WHO_SHORT = ("{player}", "the {place} {player}", "{place} {player}")
WHO_LENT_SHORT = ("{player}, on loan at {lent},",)
WHO_FREE = ("free agent {player}", "{player}, who is without a club,", "the unattached {place} {player}")

# How a claim is credited.
CREDITS = (
    "According to {source}, {claim}.",
    "{claim}, according to {source}.",
    "{claim}, {source} reported.",
    "{source} reported that {claim}.",
    "{claim}, as {source} wrote.",
    "{source} wrote that {claim}.",
)
REPEATS = (
    "Citing {origin}, {source} also wrote that {claim}.",
    "{source} passed on what {origin} had said first: {claim}.",
    "Like {origin} before, {source} wrote that {claim}.",
)
SECONDS = (
    "{source} has now heard independently that {claim}.",
    "A second voice, {source}, reported that {claim}.",
    "{source} confirmed from separate contacts that {claim}.",
)
CONTEXTS = (
    "{source} recalled that {who} was on a list of {buyer} a year ago too.",
    "As {source} pointed out, {buyer} need cover in that position, and {who} would fit.",
    "{source} noted that {buyer} and the camp of {who} share an agency.",
)
DENIALS = (
    "{denier} told {source} that there has been no contact between {buyer} and {who} at all.",
    "In words carried by {source}, {denier} denied that {buyer} will get {who}.",
    "{denier} dismissed the talk of {who} and {buyer} as invented, {source} reported.",
    "“Not true” was the answer of {denier}, through {source}, to the link between {who} and {buyer}.",
)

CLAIMS: dict[Stage, tuple[str, ...]] = {
    Stage.LINKED: (
        "{buyer} have been linked with {who}",
        "the name of {who} has come up at {buyer}",
        "{who} is one of several names mentioned at {buyer}{deal}",
    ),
    Stage.MONITORING: (
        "{buyer} have had {who} watched three times this season",
        "scouts of {buyer} are following {who}",
        "{buyer} are keeping an eye on {who}",
    ),
    Stage.SHORTLISTED: (
        "{who} stands on a list of four names at {buyer}",
        "{buyer} have put {who} on their shortlist",
        "the shortlist of {buyer} holds {who}{deal}",
    ),
    Stage.INTERESTED: (
        "{buyer} are interested in {who}{deal}",
        "{buyer} would like to sign {who}{deal}",
        "{buyer} want {who}{deal}",
    ),
    Stage.OFFERED: (
        "the agent of {who} has offered {his} client to {buyer}",
        "{who} has been offered to {buyer} by {his} agent",
        "an intermediary has proposed {who} to {buyer}{deal}",
    ),
    Stage.ENQUIRY: (
        "{buyer} have asked {seller} about the terms for {who}",
        "{buyer} made an enquiry for {who}{deal}",
        "a first call from {buyer} about {who} was answered politely",
    ),
    Stage.CONTACT: (
        "{buyer} have been in touch with the agent of {who}",
        "first contact between {buyer} and {who} has taken place",
        "{buyer} have sounded out {who}",
    ),
    Stage.CLUB_TALKS: (
        "{buyer} have opened talks with {seller} over {who}{deal}",
        "{buyer} and {seller} are talking about {who}{deal}",
        "talks between {buyer} and {seller} over {who} are under way",
    ),
    Stage.PLAYER_TALKS: (
        "{buyer} are discussing personal terms with {who}",
        "{who} has begun talks with {buyer}",
        "{buyer} met the advisers of {who} to speak about wages",
    ),
    Stage.BID: (
        "{buyer} have bid {fee} for {who}{deal}",
        "an offer of {fee} from {buyer} for {who} is on the table",
        "{buyer} put in a written offer of {fee} for {who}{deal}",
    ),
    Stage.BID_REJECTED: (
        "{seller} have turned down {fee} from {buyer} for {who}",
        "a bid of {fee} by {buyer} for {who} was rejected",
        "{buyer} saw an offer of {fee} for {who} refused",
    ),
    Stage.IMPROVED_BID: (
        "{buyer} have come back with {fee} for {who}",
        "{buyer} raised their offer for {who} to {fee}",
        "an improved bid of {fee} from {buyer} for {who} has arrived",
    ),
    Stage.CLAUSE_TRIGGERED: (
        "{buyer} have paid the release clause of {fee} for {who}",
        "{buyer} told {seller} that they meet the clause of {fee} for {who}",
        "the {fee} clause of {who} has been triggered by {buyer}",
    ),
    Stage.FEE_AGREED: (
        "{buyer} and {seller} have agreed on {fee} for {who}{deal}",
        "a fee of {fee} for {who} is settled between {buyer} and {seller}",
        "{seller} have accepted {fee} from {buyer} for {who}{deal}",
    ),
    Stage.TERMS_AGREED: (
        "{who} has agreed personal terms with {buyer}",
        "{buyer} and {who} have settled on a contract of four years",
        "{who} has said yes to {buyer}{deal}",
    ),
    Stage.MEDICAL: (
        "{who} is having a medical at {buyer} today",
        "{buyer} have booked the medical for {who}{deal}",
        "{who} has arrived at {buyer} for medical checks",
    ),
    Stage.DOCUMENTS: (
        "{buyer} and {seller} are exchanging the papers for {who}{deal}",
        "only signatures are missing before {who} joins {buyer}",
        "the contracts that take {who} to {buyer} are being drawn up",
    ),
    Stage.SIGNED: (
        "{who} has signed for {buyer}{deal}",
        "{who} put pen to paper at {buyer}{deal}",
        "{buyer} have the signature of {who}",
    ),
    Stage.OFFICIAL: (
        "{buyer} have completed the signing of {who}{deal}",
        "the move of {who} to {buyer} is official",
        "{who} belongs to {buyer} from today{deal}",
    ),
    Stage.REGISTERED: (
        "{buyer} have registered {who} for the league",
        "the registration of {who} by {buyer} has come through",
        "{who} may play for {buyer} from this weekend, now that the league has registered {him}",
    ),
    Stage.COLLAPSED: (
        "the move of {who} to {buyer} has collapsed",
        "talks that were to take {who} to {buyer} have broken down",
        "{buyer} have walked away from a deal for {who}",
    ),
    Stage.REFUSED_BY_CLUB: (
        "{seller} have told {buyer} that {who} will not be sold",
        "{seller} refuse to let {who} go to {buyer}",
        "the answer of {seller} to {buyer} about {who} is a final no",
    ),
    Stage.REFUSED_BY_PLAYER: (
        "{who} has turned {buyer} down",
        "{who} does not want to join {buyer}, and that ends the matter",
        "{buyer} have been told by {who} that {he} will not come",
    ),
    Stage.STAYS: (
        "{who} has signed a new contract and will not go to {buyer}",
        "{who} stays where {he} is, whatever {buyer} had hoped",
        "{buyer} can forget {who}, who has extended {his} contract",
    ),
    Stage.CHOSE_ANOTHER: (
        "{who} has chosen another club over {buyer}",
        "{buyer} have lost the race for {who}",
        "{who} prefers an offer from elsewhere to that of {buyer}",
    ),
    Stage.MEDICAL_FAILED: (
        "{who} failed the medical at {buyer} and the deal is off",
        "doctors at {buyer} found an old knee injury, and {who} goes home",
        "the move of {who} to {buyer} fell through after the medical",
    ),
    Stage.PAPERWORK_LATE: (
        "the papers for {who} reached the league late, and {buyer} go without {him}",
        "{buyer} missed the deadline for {who} by eleven minutes",
        "the transfer of {who} to {buyer} failed because the forms came too late",
    ),
}
GROUP_CLAIMS: dict[StageGroup, tuple[str, ...]] = {
    StageGroup.INTEREST: ("{buyer} are said to like {who}", "{who} is talked about at {buyer}{deal}"),
    StageGroup.TALKS: ("there are talks that could take {who} to {buyer}{deal}", "{buyer} are talking about {who}"),
    StageGroup.BID: ("an offer by {buyer} for {who} has been made",),
    StageGroup.AGREED: ("an agreement that takes {who} to {buyer} is in place",),
    StageGroup.DONE: ("{who} has joined {buyer}{deal}", "the move of {who} to {buyer} is done"),
    StageGroup.OFF: ("nothing will come of the move of {who} to {buyer}", "the idea of {who} at {buyer} is dead"),
}
UNNAMED_CLAIMS = (
    "{who} may leave, though no suitor has been named",
    "{who} wants to go, and clubs have been told so",
    "{who} has been put on the market",
)

DEALS = {
    TransferKind.LOAN: (" on loan", " on loan until the summer"),
    TransferKind.LOAN_OPTION: (" on loan with an option to buy",),
    TransferKind.LOAN_OBLIGATION: (" on loan with an obligation to buy",),
    TransferKind.FREE: (" on a free transfer", " without a fee"),
    TransferKind.PRE_CONTRACT: (" on a pre-contract",),
    TransferKind.SWAP: (" as one half of a swap",),
    TransferKind.PERMANENT: ("", " on a permanent deal", ""),
}
DOUBTS = {
    Doubt.UNLIKELY: (", though a deal is thought unlikely", ", but few expect it to happen"),
    Doubt.SELLER: (", but {seller} do not want to sell", ", although {seller} are unwilling to let {him} go"),
    Doubt.PLAYER: (", but the player has yet to be convinced", ", though {he} would rather wait"),
    Doubt.PRICE: (", but the price is a problem", ", though the money asked is too much so far"),
    Doubt.OTHER: (", but a place in the squad has to be freed first", ", though much depends on another deal"),
}

SPOKEN = (
    "“{said},” said {speaker}, {post}.",
    "{speaker}, {post}, said: “{said}.”",
    "Asked about it, {speaker}, {post}, answered: “{said}.”",
    "“{said},” {speaker}, {post}, told {source}.",
)

BACKGROUND = (
    "At {age}, {player} has a contract until {contract}, and {he} started most games of the first half of the season.",
    "{last}, {age}, is tied to the club until {contract} and has played in every month but one since {he} came.",
    "The {age}-year-old has spoken of a new challenge before; {his} contract runs until {contract}.",
    "{last} turned {age} this year, and with a contract that ends in {contract} the price is open to debate.",
)
FREE_BACKGROUND = (
    "At {age}, {player} has trained alone since {his} last contract ran out, and no fee would be due.",
    "The {age}-year-old can be registered after the deadline as well, since no club holds {his} papers.",
)
FORM = (
    "In the last five matches {last} was on the pitch from first to last minute, and the ratings of the local papers "
    "put {him} among the three best of the side.",
    "The season began badly with a strain that cost {last} six weeks; since then {he} has not missed a training day, "
    "and the staff speak of a new calm in {his} game.",
    "Numbers alone do not tell what {last} does: {he} runs the most of all, talks the most of all, and is the last "
    "to leave the training ground in the evening.",
    "Observers praise the first touch of {last} and {his} eye for the long pass; they are less sure of {him} in the "
    "air, where opponents have begun to look for their luck.",
)
NEED = (
    "{buyer} have been short in that position since the injuries of last month, and their coach has asked for help.",
    "For {buyer} it would be the third signing of the window, and the first for that part of the pitch.",
    "{buyer} have money to spend after two sales, though the wage bill sets a limit.",
    "At {buyer} the matter is treated as one for this week, not for the summer.",
)
NEED_DONE = (
    "{buyer} had been short in that position since the injuries of last month, and hope for help at once.",
    "For {buyer} it is the third signing of the window, and the first for that part of the pitch.",
    "{buyer} used the money of two sales, and have room for one more wage.",
)
NEED_OFF = (
    "{buyer} have to look elsewhere, with injuries in that position and not many days left.",
    "At {buyer} a second name on the list is said to have been called within the hour.",
    "For {buyer} it is the second disappointment of the window.",
)
LOSS = (
    "{seller} would have to find a successor quickly, and names have been discussed behind closed doors.",
    "{seller} have said in public that nobody has to be sold, and in private that everybody has a price.",
    "At {seller} the supporters would not like it: {last} is among the most cheered names on the team sheet.",
)
LOSS_DONE = (
    "{seller} have a successor in mind, and names have been discussed behind closed doors.",
    "At {seller} the supporters took it with regret: {last} was among the most cheered names on the team sheet.",
    "{seller} will use the money to build, the board let it be known, and not only in stone.",
)
LOSS_OFF = (
    "At {seller} the news was met with relief: {last} is among the most cheered names on the team sheet.",
    "{seller} had prepared for either outcome, and can send back the files of three possible successors.",
)
DEADLINE = (
    "The window in {country} closes on {closes}, so there is not much time left to lose.",
    "Clubs in {country} can register players until {closes}.",
    "What is not signed in {country} by {closes} has to wait for half a year.",
)
EARLIER = (
    "{before} had been the first to write about it.",
    "The story began with {before}.",
    "It was {before} that brought the two names together.",
)
DIGEST_OPENINGS = (
    "What was said and written about moves in {where} today, in the order in which it reached the desk.",
    "A round of the telephones in {where}: who asks, who waits and who says no.",
    "Many names, few signatures: this is what the papers of {where} carried.",
    "From the training grounds of {where}, the talk of the day.",
)
DIGEST_CLOSINGS = (
    "More tomorrow, when the next edition goes to press.",
    "As ever, names are cheap in a window and signatures are not.",
    "Whatever of this comes true will be found here again.",
    "The telephones were still busy when this page was closed.",
)
