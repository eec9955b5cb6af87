"""A proposal for organisers: pairs with reasons, ranks and other choices, who waits, and the figures."""

from datetime import date, time

from inline_snapshot import snapshot

from mentorgen.analysis.matching.fits import Criterion
from mentorgen.analysis.matching.values import (
    FlashTime,
    FunnelStep,
    Loss,
    OpenPlaces,
    Parity,
    Proposal,
    Recruit,
    SeatPrice,
    Waiting,
)
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import PairId, SkillId, Slug
from mentorgen.model.words import Form
from mentorgen.output.matching.report import match_report
from mentorgen.output.report import Heading, Paragraph, Report, Table, as_markdown
from tests.builders import COHORT, TODAY, a_fact, a_skill
from tests.output.matching.some_proposals import (
    a_fit,
    a_flash,
    a_group,
    a_match,
    a_proposal,
    a_reason,
    an_alternative,
    one_to_one,
    peers,
    people,
    some_figures,
)


def printed(proposal: Proposal) -> str:
    return as_markdown(match_report(people(skills=(a_skill("weaving"),)), [proposal], today=TODAY))


def test_no_round_is_a_sentence() -> None:
    assert match_report(people(), [], today=TODAY) == Report(
        (Paragraph("No round is open: add one to program/cohorts to match people."),), []
    )


def test_a_pair_has_its_reasons_its_ranks_and_the_cost_of_other_choices() -> None:
    others = (an_alternative("ben", 70, Loss(points=4)), an_alternative("fay", 60, Loss(people=1)))
    match = a_match(rank_for_mentee=2, rank_for_mentor=3, alternatives=others)

    assert printed(a_proposal(one_to_one(match))) == snapshot("""\
### 2026 Spring

1 pair from 2 mentors and 4 mentees.

No other choice matches more people.

Of those that match as many, none has fewer weak pairs \\(1 from 0 to 39 points, 0 from 40 to 59 points\\); of those, none has more points than 1,234.

#### Ana with Cy: 80 of 100

| Points | Of | Why |
| --: | --: | --- |
| 30 | 50 | Ana offers weaving |
| 50 | 50 | Both speak English |

For Cy, Ana is the second best there is; for Ana, Cy is the third best.

| Or else | Points | What that would cost |
| --- | --: | --- |
| Cy with Ben | 70 | 4 points less, nobody loses a place |
| Cy with Fay | 60 | 1 person less with a place |
""")


def test_without_a_cost_the_next_best_stand_on_one_line() -> None:
    match = a_match(alternatives=(an_alternative("ben", 70), an_alternative("fay", 60)))
    blocks = match_report(people(), [a_proposal(one_to_one(match))], today=TODAY).blocks

    assert Paragraph("Next for Cy: Ben (70) and Fay (60).") in blocks


def test_a_cost_that_is_not_known_for_all_is_left_out_for_those() -> None:
    others = (an_alternative("ben", 70, Loss(points=4)), an_alternative("fay", 60))
    (table,) = [
        block
        for block in match_report(
            people(), [a_proposal(one_to_one(a_match(alternatives=others)))], today=TODAY
        ).blocks
        if isinstance(block, Table) and block.columns[0] == "Or else"
    ]

    assert table.rows == (
        ("Cy with Ben", "70", "4 points less, nobody loses a place"),
        ("Cy with Fay", "60", ""),
    )


def test_a_group_is_one_block_with_a_line_for_each_mentee() -> None:
    unknown = a_reason(Criterion.HOURS, 5, "Hours are not known", known=False)
    plain = a_match(mentee="di", fit=a_fit(a_reason(points=40), unknown))

    assert printed(
        a_proposal(a_group(a_match(alternatives=(an_alternative("ben", 9),)), plain))
    ) == snapshot("""\
### 2026 Spring

1 group from 2 mentors and 4 mentees.

No other choice matches more people.

Of those that match as many, none has fewer weak pairs \\(1 from 0 to 39 points, 0 from 40 to 59 points\\); of those, none has more points than 1,234.

#### Ana with Cy and Di \\(group\\): 63 of 100 on average

| With | Points | Of | For them | For the mentor | Why above all |
| --- | --: | --: | --- | --- | --- |
| Cy | 80 | 100 | best | best | Both speak English; Ana offers weaving |
| Di | 45 | 100 | best | best | Ana offers weaving |

Next for Cy: Ben \\(9\\).
""")


def test_peers_flash_and_reverse_say_what_they_are_and_the_strongest_come_first() -> None:
    noon = FlashTime(on=date(2026, 4, 3), at=time(12), minutes=30)
    weak = a_match("ben", "eva", fit=a_fit(a_reason(points=3)))
    proposal = a_proposal(
        a_flash(weak, noon), one_to_one(form=Form.REVERSE), peers(a_match("di", "fay"))
    )
    headings = [
        one.text
        for one in match_report(people(), [proposal], today=TODAY).blocks
        if isinstance(one, Heading)
    ]

    assert headings == [
        "2026 Spring",
        "Ana with Cy (reverse): 80 of 100",
        "Di and Fay (peers): 80 of 100",
        "Ben with Eva (flash, 3 April 2026 at 12:00 UTC, 30 minutes): 3 of 50",
    ]


def test_what_stands_and_what_is_settled_is_said() -> None:
    stands = one_to_one(standing=PairId("2026-spring/ana-cy"))
    settled = one_to_one(a_match("ben", "di"), locked=True)
    blocks = match_report(people(), [a_proposal(stands, settled)], today=TODAY).blocks

    assert Paragraph("Stands already: 2026-spring/ana-cy.") in blocks
    assert Paragraph("The organisers have settled this one; it was not up for choice.") in blocks


def test_who_waits_is_told_with_what_would_help() -> None:
    eva = Waiting(
        slug=Slug("eva"),
        text="All who could mentor Eva have their places filled",
        steps=(FunnelStep(text="in the round", left=2), FunnelStep(text="with a place", left=0)),
        change="one more place of Ana",
        offers=(Form.GROUP, Form.PEER),
        waited=1,
    )
    fay = Waiting(slug=Slug("fay"), text="no mentor speaks her language.")

    assert printed(a_proposal(waiting=(eva, fay), note="Nobody has a place open.")) == snapshot("""\
### 2026 Spring

Nobody has a place open.

#### Waiting: 2 people

All who could mentor Eva have their places filled. Has waited for 1 round before this one. Mentors left, step by step: in the round: 2; with a place: 0. What would help: one more place of Ana.

Fay: no mentor speaks her language.

You can offer Eva a group or a peer.

For everybody who waits to go first next time, a line in their log, in program/log/people, says that they were in this round:

    - {on: YYYY-MM-DD, kind: accepted, cohort: 2026-spring}
""")


def test_what_everybody_could_be_offered_is_said_once() -> None:
    waiting = tuple(
        Waiting(slug=Slug(who), text="Nobody is left", offers=(Form.PEER, Form.FLASH))
        for who in ("eva", "fay")
    )

    text = printed(a_proposal(waiting=waiting))

    assert "You can offer everybody who waits a peer or a single meeting.\n" in text
    assert text.count("You can offer") == 1


def test_who_is_known_to_have_been_in_the_round_needs_no_line_to_go_first_next_time() -> None:
    waiting = tuple(Waiting(slug=Slug(who), text="Nobody is left") for who in ("eva", "fay"))
    said = {who: [a_fact(FactKind.ACCEPTED, cohort=COHORT)] for who in ("eva", "fay")}
    other = {"eva": [a_fact(FactKind.ACCEPTED, cohort="2025-spring")], "fay": said["fay"]}

    def told(facts: dict[str, list[Fact]]) -> str:
        program = people(person_facts=facts)
        return as_markdown(match_report(program, [a_proposal(waiting=waiting)], today=TODAY))

    assert "to go first next time" not in told(said)
    assert "For Eva to go first next time" in told(other)


def test_whom_to_look_for_and_where_a_place_helps_most() -> None:
    proposal = a_proposal(
        recruits=(
            Recruit(skill=SkillId("weaving"), mentors=3, people=7),
            Recruit(skill=SkillId("weaving"), mentors=1, people=1),
        ),
        seat_prices=(SeatPrice(slug=Slug("ana"), people=1, points=60),),
        mentors_with_places=(OpenPlaces(slug=Slug("ben"), places=2),),
    )

    assert printed(proposal) == snapshot("""\
### 2026 Spring

#### Whom to look for

| More mentors for | How many | People whom they would place |
| --- | --: | --: |
| weaving | 3 | 7 |
| weaving | 1 | 1 |

| One more place with | People placed | Points |
| --- | --: | --: |
| Ana | \\+1 | \\+60 |

Places left: Ben \\(2\\).
""")


def test_the_figures_of_a_run_stand_at_its_end() -> None:
    figures = some_figures(
        bands=((0, 39, 1), (40, 59, 0), (60, 100, 2)),
        fairness=12,
        blocking=1,
        wishes=(2, 1),
        load=((1, 3), (2, 1)),
        kept=1,
        stood=2,
        parity=(Parity(dimension="gender", value="woman", people=6, matched=5),),
    )

    assert printed(a_proposal(one_to_one(), figures=figures)) == snapshot("""\
### 2026 Spring

1 pair from 2 mentors and 4 mentees. Of 5 people seeking somebody 3 find one; at most 4 can.

No other choice matches more people.

Of those that match as many, none has fewer weak pairs \\(1 from 0 to 39 points, 0 from 40 to 59 points\\); of those, none has more points than 1,234.

#### Ana with Cy: 80 of 100

| Points | Of | Why |
| --: | --: | --- |
| 30 | 50 | Ana offers weaving |
| 50 | 50 | Both speak English |

For Cy, Ana is the best there is; for Ana, Cy is the best.

#### Figures of this run

| Figure | Value |
| --- | --- |
| People matched | 3 of 4 who could be; 5 seek somebody |
| Points together | 80 |
| Weakest pair | 31 points |
| Pairs of 0 to 39 points | 1 |
| Pairs of 40 to 59 points | 0 |
| Pairs of 60 to 100 points | 2 |
| Given up in points for the sake of weak pairs | 12 |
| Couples of whom one asked for the other, and who would rather have each other | 1 |
| Wishes granted | 2 first and 1 second |
| Mentors by mentees | 3 mentors with 1 and 1 mentor with 2 |
| Pairs that stood and stay | 1 of 2 |

| What people say of themselves | People | Found somebody |
| --- | --: | --: |
| gender: woman | 6 | 5 |
""")


def test_points_of_several_kinds_are_told_apart() -> None:
    settled = one_to_one(a_match("ben", "di"), locked=True)
    learning = peers(a_match("eva", "fay", fit=a_fit(a_reason(points=11))))
    mixed = a_proposal(
        one_to_one(), settled, learning, values=(("people", 1), ("total", 80)),
        figures=some_figures(bands=((0, 39, 1), (40, 100, 2))),
    )  # fmt: skip
    table = match_report(people(), [mixed], today=TODAY).blocks[-1]

    assert isinstance(table, Table)
    rows = {name: value for name, value in table.rows}  # noqa: C416 # rows are tuples of any length
    assert rows["Points together"] == (
        "171: 80 of mentors with mentees, 11 of peers and 80 of pairs that are settled"
    )
    assert rows["Pairs of 0 to 39 points, in all forms"] == "1"


def test_figures_that_count_nothing_are_left_out() -> None:
    figures = some_figures(weakest=None)
    table = match_report(people(), [a_proposal(one_to_one(), figures=figures)], today=TODAY).blocks[
        -1
    ]

    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == snapshot(
        [
            "People matched",
            "Points together",
            "Given up in points for the sake of weak pairs",
            "Couples of whom one asked for the other, and who would rather have each other",
        ]
    )


def test_more_than_a_few_suggestions_are_listed_first() -> None:
    pairs = [one_to_one(a_match("ana", who)) for who in ("cy", "di", "eva")]
    tables = [
        block
        for block in match_report(people(), [a_proposal(*pairs)], today=TODAY).blocks
        if isinstance(block, Table)
    ]

    assert tables[0] == Table(
        ("At a glance", "Points"),
        tuple((f"Ana with {name}", "80 of 100") for name in ("Cy", "Di", "Eva")),
        frozenset({1}),
    )


def test_only_steps_that_leave_fewer_mentors_are_told() -> None:
    def steps(*left: int) -> Waiting:
        numbered = tuple(FunnelStep(text=f"step {at}", left=n) for at, n in enumerate(left))
        return Waiting(slug=Slug("eva"), text="Nobody is left for Eva", steps=numbered)

    some = printed(a_proposal(waiting=(steps(4, 4, 1, 0, 0),)))
    none = printed(a_proposal(waiting=(steps(0, 0),)))

    assert "Mentors left, step by step: step 0: 4; step 2: 1; step 3: 0." in some
    assert "step by step" not in none


def test_places_that_bring_most_come_first_and_those_that_bring_nothing_are_left_out() -> None:
    prices = [("ana", 0, 3), ("ben", 0, -9), ("cy", 1, 40), ("di", 0, 0)]
    proposal = a_proposal(
        seat_prices=tuple(SeatPrice(slug=Slug(who), people=n, points=p) for who, n, p in prices)
    )
    (table,) = [
        one
        for one in match_report(people(), [proposal], today=TODAY).blocks
        if isinstance(one, Table)
    ]
    nothing = a_proposal(seat_prices=(SeatPrice(slug=Slug("ben"), people=0, points=-9),))

    assert table.rows == (("Cy", "+1", "+40"), ("Ana", "+0", "+3"))
    assert "One more place" not in printed(nothing)
