"""What a run would do with the pairs' homes: by name for organisers, as numbers for everybody."""

from mentorgen.model.ids import PairId
from mentorgen.output.github.homes import HomeText
from mentorgen.output.github.homes_report import HomesSummary, homes_report, homes_totals
from mentorgen.output.report import as_markdown
from tests.builders import COHORT, a_mentor, a_pair, a_participant, a_program

PAIRS = tuple(PairId(f"{COHORT}/pair-{number}") for number in range(3))
OPENED = tuple(
    (pair, HomeText(f"Your place {number}", f"Hello {number}\n\n<!-- mentorgen:key 0 -->\n"))
    for number, pair in enumerate(PAIRS)
)
NOTHING = HomesSummary((), (), (), (), (), ())
PROGRAM = a_program(
    participants=[
        make(f"{slug}-{number}")
        for number in range(3)
        for slug, make in (("ana", a_mentor), ("ben", a_participant))
    ],
    pairs=[
        a_pair(f"pair-{number}", mentors=(f"ana-{number}",), mentees=(f"ben-{number}",))
        for number in range(3)
    ],
)


def test_organisers_read_which_pairs_and_every_text_they_ask_for() -> None:
    plan = HomesSummary(OPENED[:1], (7,), (8, 9), PAIRS[1:2], PAIRS[2:], ())

    report = homes_report(plan, texts=True)

    assert as_markdown(report) == (
        "1 home to be opened, 1 to be brought up to date, 2 to be closed with thanks.\n\n"
        "| Pair | As |\n| --- | --- |\n| 2026\\-spring/pair-0 | Your place 0 |\n\n"
        "### Your place 0\n\n> Hello 0\n\n"
        "On another day: 2026-spring/pair-1; they rest, or were asked something lately.\n\n"
        "1 pair without a home: no public contact, no account, or no consent. The organisers write to"
        " them.\n"
    )
    assert report.data == {
        "open": [PAIRS[0]],
        "update": [7],
        "close": [8, 9],
        "wait": [PAIRS[1]],
        "without": 1,
        "stops": [],
    }


def test_texts_are_shown_only_where_somebody_asks() -> None:
    plan = HomesSummary(OPENED, (), (), (), (), ())

    assert "Hello" not in as_markdown(homes_report(plan, texts=False))


def test_nothing_to_do_is_said_in_a_sentence() -> None:
    assert as_markdown(homes_report(NOTHING, texts=True)) == "Every home is as it should be.\n"
    assert as_markdown(homes_totals(PROGRAM, NOTHING)) == "Every home is as it should be.\n"


def test_everybody_reads_numbers_and_no_small_ones() -> None:
    many = HomesSummary(OPENED, (), (), (), PAIRS, ("Too much.",))
    few = HomesSummary(OPENED[:2], (), (), (), PAIRS[:2], ())

    assert as_markdown(homes_totals(PROGRAM, many)) == (
        "3 homes to be opened.\n\n"
        "3 pairs without a home: no public contact, no account, or no consent. The organisers write to"
        " them.\n\n"
        "Too much.\n\n"
        "So nothing is written without a second word. Look at it: --confirm --confirm-large does it.\n"
    )
    assert homes_totals(PROGRAM, few).data == {"open": None, "without": None, "stops": 0}
    assert "A few homes to be opened." in as_markdown(homes_totals(PROGRAM, few))
