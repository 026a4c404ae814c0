"""What invented people say of a move; the words stand between quotation marks."""

from rumours.choices import PersonRole

# What people of each role say, in favour or not, while a move is open, once it is done, and when it has come to
# nothing. Those in favour speak for the buyer, the others for the seller.
OPEN: dict[tuple[PersonRole, bool], tuple[str, ...]] = {
    (PersonRole.DIRECTOR, True): (
        "We know what {last} can do and we would be glad to have {him}, but the other club has a say in it",
        "It is no secret that we are looking in that position, and {last} is a name on our table",
        "We have done our homework on {last}. Now the numbers have to fit",
        "If there is a chance to bring {last} here before the deadline, we will try to take it",
    ),
    (PersonRole.DIRECTOR, False): (
        "{last} has a contract with us and nobody here has talked about selling",
        "We read the same stories as everyone. {last} trains with us on Monday, that is all I can say",
        "Whoever wants {last} knows our number. It has not been on any sheet of paper so far",
        "There is no reason for us to let {last} go in the middle of the season",
    ),
    (PersonRole.COACH, True): (
        "I would not say no to {last}, who would coach that?",
        "A player like {last} makes everybody around {him} better",
        "I have told the board what we lack. {last} would be one answer, not the only one",
    ),
    (PersonRole.COACH, False): (
        "I count on {last}. What happens with agents and telephones is not my work",
        "{last} came to me and asked to play, not to leave",
        "As long as I am here I will fight to keep {last}",
    ),
    (PersonRole.AGENT, True): (
        "There are three clubs, and one of them is serious. {last} will decide with {his} family",
        "We are listening. {last} has earned the right to think about the next step",
        "Talks are going well, and I would be surprised if it took another week",
    ),
    (PersonRole.PRESIDENT, False): (
        "Our door is closed for {last}. Write it as large as you like",
        "We are not a shop. {last} stays unless somebody loses his head",
    ),
    (PersonRole.PUNDIT, True): (
        "For that money {last} is a bargain, and they should have done it last year",
        "{last} needs a new stage, and this club needs {him}",
    ),
    (PersonRole.FORMER_PLAYER, False): (
        "I do not see it. {last} would sit on the bench there",
        "I played in that town. {last} would be back home by spring",
    ),
}
DONE: dict[tuple[PersonRole, bool], tuple[str, ...]] = {
    (PersonRole.DIRECTOR, True): (
        "We followed {last} for a year and are glad that the paper is signed",
        "There were other clubs. {last} wanted to come here, and that decided it",
        "{last} gives us what we were missing. It took four weeks and two lawyers",
    ),
    (PersonRole.DIRECTOR, False): (
        "We thank {last} and wish {him} well. The offer was too good for us to refuse",
        "Nobody sells {last} gladly, but the sum lets us do three other things",
    ),
    (PersonRole.COACH, True): (
        "{last} trained with us this morning and knew half the drills already",
        "I asked for {last} and I got {him}. Now it is my turn",
    ),
    (PersonRole.COACH, False): (
        "I lose a fine player in {last} and have told the board what I think of it",
        "{last} said goodbye to everybody, down to the groundsman. That tells you enough",
    ),
    (PersonRole.AGENT, True): (
        "It was the first choice of {last} from the day they called",
        "{last} had better paid offers and took the better club",
    ),
    (PersonRole.PRESIDENT, False): (
        "I have said that {last} stays unless the sum is right. The sum was right",
        "{last} will always have a seat next to mine",
    ),
    (PersonRole.PUNDIT, True): (
        "{last} is the signing of this window, and I would say so if it had cost double",
        "It is a clever deal. With {last} they win the games they used to draw",
    ),
    (PersonRole.FORMER_PLAYER, False): (
        "They have sold the best player they had. Who scores now?",
        "I wish {last} luck, but the bench there is long",
    ),
}
OFF: dict[tuple[PersonRole, bool], tuple[str, ...]] = {
    (PersonRole.DIRECTOR, True): (
        "We tried, and it is over. There are other players than {last}",
        "We do not pay any price for {last}, nor do we wait for ever",
        "It hurts for a day. Then one looks at the next name on the list",
    ),
    (PersonRole.DIRECTOR, False): (
        "I said in the summer that {last} stays, and {he} stays",
        "The matter is closed for us. {last} has trained as well as ever",
    ),
    (PersonRole.COACH, True): (
        "I would have liked to work with {last}. It was not to be",
        "I plan with those who are here. {last} is not here",
    ),
    (PersonRole.COACH, False): (
        "Good. I never planned a single match without {last}",
        "{last} smiled when I told {him}. So did I",
    ),
    (PersonRole.AGENT, True): (
        "{last} has nothing to regret. The offer was fair, the time was not",
        "There will be another window, and {last} will be a year wiser",
    ),
    (PersonRole.PRESIDENT, False): (
        "They came with a small case for a large player. {last} stays",
        "Now everybody knows that {last} is not for sale",
    ),
    (PersonRole.PUNDIT, True): (
        "They will miss {last} in spring, mark my words",
        "With {last} they would have been in the first three. Without, I doubt it",
    ),
    (PersonRole.FORMER_PLAYER, False): (
        "It is the best thing that could happen to {last}",
        "I never believed in it, and {last} did not either",
    ),
}
