"""Stories of what goes wrong or sideways: retractions, corrections, a coach, words in another language, loans ended."""

from rumours.calendar import WindowCode
from rumours.choices import (
    Doubt,
    FeeWhat,
    PersonRole,
    QuoteStance,
    ReportRole,
    Stage,
    StageGroup,
    TransferKind,
)
from rumours.demo import press
from rumours.demo.cast import Column
from rumours.editorial.fees import Sum
from rumours.editorial.publishing import withdraw_quote
from rumours.editorial.quoting import add_quote
from rumours.editorial.reporting import add_report, change_report
from rumours.models import Window


def coach_rumour(column: Column) -> None:
    """A coach may leave: tagged as names and a quote, never as a link."""
    coach, director = (column.person("Torvane", role) for role in (PersonRole.COACH, PersonRole.DIRECTOR))
    article = column.write(
        "coach-rumour", outlet=press.SPORTBLATT, at=column.ago(2), coach=coach.name, director=director.name
    )
    add_quote(
        article, words="I have a contract and a dog that hates moving house … Ask me about Saturday instead.",
        speaker=coach, role=PersonRole.COACH, club=column.club("Torvane"), clubs=[column.club("Grimsund")],
        by=column.by,
    )  # fmt: skip
    column.publish(article)


def italian_article(column: Column) -> None:
    """Belvente to Torvane, in Italian, with a quote and its translation."""
    player, torvane, by = column.players["Orazio Belvente"], column.club("Torvane"), column.by
    director = column.person("Belcastra", PersonRole.DIRECTOR)
    article = column.write("italian", outlet=press.GAZZETTA, at=column.ago(4), language="it", director=director.name)
    add_report(
        article, player=player, to_club=torvane, stage_group=StageGroup.TALKS, stage=Stage.CLUB_TALKS, by=by,
        words="Torvane e Belcastra hanno avviato i contatti per Orazio Belvente, scrive la Gazzetta del Lago.",
        doubt=Doubt.PRICE, fees=[Sum(FeeWhat.ASKING, 11_000_000), Sum(FeeWhat.OFFER, 9_000_000)],
    )  # fmt: skip
    add_report(
        article, player=player, to_club=column.club("Port Merrow"), stage_group=StageGroup.INTEREST, by=by,
        stage="", source=column.world.sources["Ornella Bassaviti"], window=column.rounds[-2].window,
        words="anche Port Merrow aveva chiesto informazioni su Belvente in estate, senza però arrivare a una proposta",
    )  # fmt: skip
    add_quote(
        article, words="Orazio sta bene qui, però davanti a un’offerta giusta nessuno è incedibile",
        speaker=director, role=PersonRole.DIRECTOR, club=column.club("Belcastra"), players=[player], by=by,
        translation="Orazio is happy here, but with the right offer nobody is beyond selling",
    )  # fmt: skip
    column.publish(article)


def retraction(column: Column) -> None:
    """Transfer Compass has Houslák agreed, and takes it back two days later."""
    player, quillon, by = column.players["Petr Houslák"], column.club("Quillon"), column.by
    claim = column.write("claim-to-be-retracted", outlet=press.COMPASS, at=column.ago(8))
    report = add_report(
        claim, player=player, to_club=quillon, stage_group=StageGroup.AGREED, stage=Stage.FEE_AGREED, by=by,
        words="Quillon and Lorrimar have agreed a fee of €3m for Petr Houslák, Transfer Compass can reveal.",
        window=column.window, fees=[Sum(FeeWhat.AGREED, 3_000_000)],
    )  # fmt: skip
    column.publish(claim)
    article = column.write("retraction", outlet=press.COMPASS, at=column.ago(6))
    add_report(
        article, player=player, to_club=quillon, stage_group=StageGroup.AGREED, stage=Stage.FEE_AGREED, by=by,
        words="Transfer Compass withdraws its report that Quillon and Lorrimar had agreed a fee for Petr Houslák.",
        window=column.window, role=ReportRole.DENIAL, follows=report, retracts=True,
    )  # fmt: skip
    column.publish(article)


def withdrawn_quote(column: Column) -> None:
    """An agent’s joke without its second half: the quote was taken from readers."""
    player, brenn, by = column.players["Aurélien Morvandais"], column.club("Brenn"), column.by
    agent = column.world.agents[0]
    article = column.write("quote-to-be-withdrawn", outlet="Radio Pelagia", at=column.ago(5), agent=agent.name)
    add_report(
        article, player=player, to_club=brenn, stage_group=StageGroup.TALKS, stage=Stage.ENQUIRY, by=by,
        words="Brenn have made an enquiry for Aurélien Morvandais, Radio Pelagia reports",
        window=column.window, doubt=Doubt.SELLER,
    )  # fmt: skip
    quote = add_quote(
        article, words="Aurélien would walk to Brenn if they let him.", speaker=agent, role=PersonRole.AGENT,
        players=[player], clubs=[brenn], stance=QuoteStance.FOR, by=by,
    )  # fmt: skip
    column.publish(article)
    withdraw_quote(quote, by=by, why="Cut so that it means the opposite of what was said.")


def corrected_report(column: Column) -> None:
    """Five million were four: the report is ended, and its successor stands."""
    player, harrowmere, by = column.players["Kwabena Asarefu"], column.club("Harrowmere"), column.by
    article = column.write("report-to-be-corrected", outlet=press.PENNANT, at=column.ago(3))
    report = add_report(
        article, player=player, to_club=harrowmere, stage_group=StageGroup.AGREED, stage=Stage.FEE_AGREED, by=by,
        words="Harrowmere have bid €5m for Kwabena Asarefu of Quillon, The Pennant reports.", window=column.window,
        kind=TransferKind.PERMANENT, fees=[Sum(FeeWhat.AGREED, 5_000_000)],
    )  # fmt: skip
    column.publish(article)
    change_report(
        report,
        by=by,
        stage_group=StageGroup.BID,
        stage=Stage.BID,
        fees=[Sum(FeeWhat.OFFER, 5_000_000)],
        note="We had entered this as an agreed fee. The article speaks of a bid.",
    )


def pre_contract(column: Column) -> None:
    """Lisskov will join Ellisgate in the window after this one."""
    following = Window.objects.get_or_create(code=str(WindowCode.parse(column.window.code).next))[0]
    article = column.write("pre-contract", outlet=press.WIRE, at=column.ago(1))
    add_report(
        article, player=column.players["Teodor Lisskov"], to_club=column.club("Ellisgate"), window=following,
        stage_group=StageGroup.AGREED, stage=Stage.DOCUMENTS, kind=TransferKind.PRE_CONTRACT, by=column.by,
        words="Teodor Lisskov has signed a pre-contract with Ellisgate and will join them next summer, Bay Wire "
        "reports.",
    )  # fmt: skip
    column.publish(article)


def loans_ended(column: Column) -> None:
    """A recall, a loan ended early, and a release."""
    article = column.write("loans-ended", outlet=press.SPORTBLATT, at=column.ago(2, hour=15))
    for name, seller, buyer, kind, words in (
        ("Sindre Falkholt", "Zuvane", "Grimsund", TransferKind.RECALL,
         "Grimsund have recalled Sindre Falkholt from his loan at Zuvane, Ostermark Sportblatt reports."),
        ("Matteo Rivalonga", "Saltmarch", "Belcastra", TransferKind.LOAN_END,
         "Saltmarch have ended the loan of Matteo Rivalonga, who goes back to Belcastra, the paper adds."),
        ("Tobias Ulvargren", "Torvane", "", TransferKind.RELEASE,
         "Torvane, it says further down, have released Tobias Ulvargren from his contract by mutual consent"),
    ):  # fmt: skip
        add_report(
            article, player=column.players[name], from_club=column.club(seller), to_club=column.world.clubs.get(buyer),
            stage_group=StageGroup.DONE, kind=kind, words=words, window=column.window, by=column.by,
        )  # fmt: skip
    column.publish(article)
