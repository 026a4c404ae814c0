"""Stories of bids, swaps and signings in the invented leagues, told at length."""

from datetime import UTC, date, datetime, time, timedelta

from rumours.choices import (
    Doubt,
    FeeCertainty,
    FeeWhat,
    PersonRole,
    QuoteStance,
    ReportRole,
    Section,
    Stage,
    StageGroup,
    TieKind,
    TransferKind,
)
from rumours.demo import press
from rumours.demo.cast import Column
from rumours.editorial.fees import Sum
from rumours.editorial.quoting import add_quote
from rumours.editorial.reporting import add_report
from rumours.models import LinkTie


def bid_rejected_then_improved(column: Column) -> None:
    """Maresh bid for Ødemark, are turned down, and come back with more."""
    player, maresh, by = column.players["Lars Ødemark"], column.club("Maresh"), column.by
    director = column.person("Kessery", PersonRole.DIRECTOR)
    first = column.write("bid-rejected", outlet=press.PENNANT, at=column.ago(5), director=director.name)
    add_report(
        first, player=player, to_club=maresh, stage_group=StageGroup.BID, stage=Stage.BID_REJECTED, by=by,
        words="Kessery have rejected a bid of €14m from Maresh for Lars Ødemark, The Pennant can report.",
        window=column.window, kind=TransferKind.PERMANENT, doubt=Doubt.SELLER,
        fees=[Sum(FeeWhat.OFFER, 14_000_000)],
    )  # fmt: skip
    add_quote(
        first, words="The answer was no, and it did not take us long … Lars is not a player whom one sells at the "
        "end of a window.",
        speaker=director, role=PersonRole.DIRECTOR, club=column.club("Kessery"), players=[player],
        clubs=[column.club("Kessery"), maresh], stance=QuoteStance.AGAINST, by=by,
    )  # fmt: skip
    column.publish(first)
    second = column.write("bid-improved", outlet=press.PENNANT, at=column.ago(1, hour=22))
    add_report(
        second, player=player, to_club=maresh, stage_group=StageGroup.BID, stage=Stage.IMPROVED_BID, by=by,
        words="Maresh have improved their offer for Lars Ødemark to €18m, with another €2m in add-ons, according to "
        "Caspian Drewe of The Pennant.",
        window=column.window, source=column.world.sources["Caspian Drewe"], kind=TransferKind.PERMANENT,
        doubt=Doubt.PRICE, fees=[Sum(FeeWhat.OFFER, 18_000_000), Sum(FeeWhat.ADD_ONS, 2_000_000)],
    )  # fmt: skip
    column.publish(second)


def hijack(column: Column) -> None:
    """Švandel is as good as at Port Merrow when Belcastra take him."""
    player, by = column.players["Mirko Švandel"], column.by
    merrow, belcastra = column.club("Port Merrow"), column.club("Belcastra")
    first = column.write("hijack-terms", outlet=press.HERALD, at=column.ago(8))
    add_report(
        first, player=player, to_club=merrow, stage_group=StageGroup.AGREED, stage=Stage.TERMS_AGREED, by=by,
        words="Mirko Švandel has agreed personal terms with Port Merrow, The Valdor Herald has learnt.",
        window=column.window, kind=TransferKind.PERMANENT, doubt=Doubt.PRICE,
    )  # fmt: skip
    add_report(
        first, player=player, to_club=belcastra, stage_group=StageGroup.INTEREST, stage=Stage.INTERESTED, by=by,
        words="Others were interested earlier in the window, Belcastra among them, but none had put a figure on paper.",
        window=column.window,
    )  # fmt: skip
    column.publish(first)
    _sign_elsewhere(column)


def _sign_elsewhere(column: Column) -> None:
    player, belcastra, by = column.players["Mirko Švandel"], column.club("Belcastra"), column.by
    director = column.person("Belcastra", PersonRole.DIRECTOR)
    second = column.write("hijack-signed", outlet=press.GAZZETTA, at=column.ago(6), director=director.name)
    add_report(
        second, player=player, to_club=belcastra, stage_group=StageGroup.DONE, stage=Stage.SIGNED, by=by,
        words="Mirko Švandel has signed for Belcastra, their official site announced late last night.",
        window=column.window, source=column.world.official[belcastra], claimant=belcastra,
        kind=TransferKind.PERMANENT, from_club=column.club("Redfen"),
        fees=[Sum(FeeWhat.AGREED, 6_500_000, certainty=FeeCertainty.CONFIRMED)],
    )  # fmt: skip
    add_quote(
        second, words="One sees a chance or one does not … We saw it at lunch and had taken it by dinner.",
        speaker=director, role=PersonRole.DIRECTOR, club=belcastra, players=[player], clubs=[belcastra],
        stance=QuoteStance.FOR, by=by,
    )  # fmt: skip
    column.publish(second)


def swap(column: Column) -> None:
    """Okwelle and Tavarel change places; a third move hangs on it, and a fourth is the other choice."""
    okwelle, tavarel = column.players["Idris Okwelle"], column.players["Bruno Tavarel"]
    castervale, oldavia, by = column.club("Castervale"), column.club("Oldavia"), column.by
    article = column.write("swap", outlet=press.HERALD, at=column.ago(4))
    quennell, grenquist = column.world.sources["Tobiah Quennell"], column.players["Jonas Grenquist"]
    said = (
        (okwelle, oldavia, "Idris Okwelle would go to Oldavia", StageGroup.TALKS, TransferKind.SWAP),
        (tavarel, castervale, "Bruno Tavarel would move to Castervale in return", StageGroup.TALKS, TransferKind.SWAP),
        (
            grenquist, castervale, "Jonas Grenquist of Vintermoor is to replace Okwelle at Castervale, but only if "
            "the swap goes through.", StageGroup.INTEREST, TransferKind.UNKNOWN,
        ),
        (
            grenquist, oldavia, "Should it fail, Oldavia would turn to Grenquist themselves",
            StageGroup.INTEREST, TransferKind.UNKNOWN,
        ),
    )  # fmt: skip
    links = [
        add_report(
            article, player=player, to_club=club, stage_group=group, words=words, kind=kind, source=quennell, by=by,
            stage=Stage.CLUB_TALKS if group is StageGroup.TALKS else "", window=column.window,
            doubt=Doubt.NONE if group is StageGroup.TALKS else Doubt.OTHER,
        ).link
        for player, club, words, group, kind in said
    ]  # fmt: skip
    LinkTie.objects.create(link=links[0], other=links[1], kind=TieKind.SWAP)
    LinkTie.objects.create(link=links[2], other=links[1], kind=TieKind.ONLY_IF)
    LinkTie.objects.create(link=links[0], other=links[3], kind=TieKind.EITHER_OR)
    column.publish(article)


def loan_with_obligation(column: Column) -> None:
    """D’Orlane goes to Vintermoor, who must buy him later."""
    player, vintermoor, by = column.players["Yannick d’Orlane"], column.club("Vintermoor"), column.by
    coach = column.person("Vintermoor", PersonRole.COACH)
    article = column.write("loan-with-obligation", outlet="Harbour Tribune", at=column.ago(11), coach=coach.name)
    add_report(
        article, player=player, to_club=vintermoor, stage_group=StageGroup.DONE, stage=Stage.OFFICIAL, by=by,
        words="Vintermoor have completed the signing of Yannick d’Orlane from Torvane on loan with an obligation to "
        "buy, Harbour Tribune reports.",
        window=column.window, kind=TransferKind.LOAN_OBLIGATION,
        fees=[Sum(FeeWhat.LOAN_FEE, 1_000_000), Sum(FeeWhat.OBLIGATION, 7_000_000)],
    )  # fmt: skip
    add_quote(
        article, words="He attacks like a winger and complains like a captain … I have been short of both.",
        speaker=coach, role=PersonRole.COACH, club=vintermoor, players=[player], clubs=[vintermoor],
        stance=QuoteStance.FOR, by=by,
    )  # fmt: skip
    column.publish(article)


def free_agent(column: Column) -> None:
    """Erkunt, without a club since the summer, talks to Saltmarch; his agent speaks, unnamed."""
    player, saltmarch, by = column.players["Çağdaş Erkunt"], column.club("Saltmarch"), column.by
    article = column.write("free-agent", outlet=press.WIRE, at=column.ago(3))
    add_report(
        article, player=player, to_club=saltmarch, free_agent=True, stage_group=StageGroup.TALKS, by=by,
        stage=Stage.PLAYER_TALKS, kind=TransferKind.FREE, doubt=Doubt.OTHER, window=column.window,
        words="Saltmarch are in talks with free agent Çağdaş Erkunt, Bay Wire has heard from two sides.",
        fees=[Sum(FeeWhat.WAGE, 900_000, 1_200_000, "USD")],
    )  # fmt: skip
    add_quote(
        article, words="He runs every morning and answers the telephone every afternoon",
        described="Erkunt’s agent", role=PersonRole.AGENT, players=[player], stance=QuoteStance.FOR, by=by,
    )  # fmt: skip
    column.publish(article)


def namesakes(column: Column) -> None:
    """Two players called Emil Vaskelin are on the move at once."""
    keeper, winger, by = column.players["Emil Vaskelin"], column.second_vaskelin, column.by
    torvane, blauwkerk = column.club("Torvane"), column.club("Blauwkerk")
    keepers = column.write("namesake-keeper", outlet="Harbour Tribune", at=column.ago(7))
    add_report(
        keepers, player=keeper, to_club=torvane, stage_group=StageGroup.INTEREST, stage=Stage.MONITORING, by=by,
        words="Torvane are monitoring Emil Vaskelin, the goalkeeper of Hallowby, Harbour Tribune reports.",
        window=column.window,
    )  # fmt: skip
    column.publish(keepers)
    column.names["Emil Vaskelin"] = column.names["Vaskelin"] = winger
    wingers = column.write("namesake-winger", outlet=press.SPORTBLATT, at=column.ago(6))
    add_report(
        wingers, player=winger, to_club=blauwkerk, stage_group=StageGroup.TALKS, stage=Stage.ENQUIRY, by=by,
        words="Blauwkerk have asked Altenwyk for the price of Emil Vaskelin, Marit Eskelund writes in Ostermark "
        "Sportblatt.",
        source=column.world.sources["Marit Eskelund"], doubt=Doubt.PRICE, window=column.window,
    )  # fmt: skip
    column.publish(wingers)
    column.names["Emil Vaskelin"] = column.names["Vaskelin"] = keeper


def move_after_the_article(column: Column) -> None:
    """Vilarçal was at Brenn when Kessery wanted him; since then he has moved to Pelagia."""
    player, by = column.players["Nuno Vilarçal"], column.by
    before, after = column.rounds[-3], column.rounds[-2]
    wanted = column.write("before-the-move", outlet="Kessery Evening Post", at=_on(before.opens, 6))
    add_report(
        wanted, player=player, to_club=column.club("Kessery"), stage_group=StageGroup.INTEREST, by=by,
        stage=Stage.SHORTLISTED, doubt=Doubt.SELLER, window=before.window,
        words="Kessery are interested in Nuno Vilarçal of Brenn, Kessery Evening Post reports.",
    )  # fmt: skip
    column.publish(wanted)
    moved = column.write("after-the-move", outlet=press.HERALD, at=_on(after.opens, 9))
    add_report(
        moved, player=player, to_club=column.club("Pelagia"), stage_group=StageGroup.DONE, stage=Stage.OFFICIAL, by=by,
        words="Pelagia have completed the signing of Nuno Vilarçal from Brenn, The Valdor Herald reports.",
        kind=TransferKind.PERMANENT, window=after.window, fees=[Sum(FeeWhat.AGREED, 8_000_000, None, "GBP")],
    )  # fmt: skip
    column.publish(moved)


def womens_move(column: Column) -> None:
    """Brandsdal joins Kessery Women; two sources say so on their own account."""
    player, kessery, by = column.players["Sólveig Brandsdal"], column.club("Kessery Women"), column.by
    coach = column.person("Kessery Women", PersonRole.COACH)
    article = column.write(
        "womens-move", outlet=press.FEMINA, at=column.ago(10), section=Section.WOMEN, coach=coach.name
    )
    for words, source, role in (
        ("Kessery Women have signed Sólveig Brandsdal from Oldavia Femina for a fee of €350,000, Ninety Women reports.",
         column.world.sources[press.FEMINA], ReportRole.ORIGIN),
        ("Zdeňka Prahovská heard independently that the contract runs for three and a half years.",
         column.world.sources["Zdeňka Prahovská"], ReportRole.INDEPENDENT),
    ):  # fmt: skip
        add_report(
            article, player=player, to_club=kessery, stage_group=StageGroup.DONE, stage=Stage.SIGNED, words=words,
            source=source, role=role, kind=TransferKind.PERMANENT, window=column.window, by=by,
            fees=[Sum(FeeWhat.AGREED, 350_000)] if role is ReportRole.ORIGIN else [],
        )  # fmt: skip
    add_quote(
        article, words="Sólveig has the patience to wait for ninety minutes and the speed to need only one of them",
        speaker=coach, role=PersonRole.COACH, club=kessery, players=[player], clubs=[kessery],
        stance=QuoteStance.FOR, by=by,
    )  # fmt: skip
    column.publish(article)


def _on(opens: date, days: int) -> datetime:
    """So many days after a window opens, at ten (UTC)."""
    return datetime.combine(opens + timedelta(days=days), time(10), UTC)
