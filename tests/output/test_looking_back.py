"""What organisers read of goals and goodbyes: means over five people, and one pair's own words."""

from mentorgen.analysis.life import life_of
from mentorgen.model.facts import FactKind
from mentorgen.model.words import Form
from mentorgen.output.looking_back import goals_blocks, pair_goals_blocks, reflection_blocks
from mentorgen.output.report import Paragraph, Table
from tests.builders import STARTS, TODAY, a_fact, a_mentor, a_pair, a_participant, a_program

SIX = tuple(f"b{number}" for number in range(6))
GROUP = a_pair(form=Form.GROUP, mentees=SIX)
GOALS = {
    slug: [
        a_fact(
            FactKind.ANSWERED,
            survey="closing",
            pair=GROUP.id,
            answers=(),
            goals=({"goal": "one", "reached": 4, "mattered": 2},),
        )
    ]
    for slug in SIX
}
LEARNT = [
    a_fact(FactKind.REFLECTED, by="ana", learnt="To wait.", stays="We read each other."),
    a_fact(FactKind.REFLECTED, by="b3", learnt="To ask."),
]
PROGRAM = a_program(
    participants=[a_mentor(), *(a_participant(slug) for slug in SIX)],
    pairs=[GROUP],
    pair_facts={GROUP.id: LEARNT},
    person_facts=GOALS,
)


def test_organisers_read_how_far_goals_were_reached() -> None:
    assert [*goals_blocks(PROGRAM, today=TODAY)] == [
        Paragraph(
            "How far goals were reached, weighed by how much they mattered: 4.0 of 5 over 6 mentees."
        )
    ]


def test_a_pair_shows_each_voice_and_what_was_learnt() -> None:
    life = life_of(PROGRAM, GROUP, today=TODAY)
    (goals,) = pair_goals_blocks(PROGRAM, life)
    (learnt,) = reflection_blocks(PROGRAM, life)

    assert isinstance(goals, Table)
    assert goals.rows == tuple((f"B{number}", f"{STARTS.day} March", "4.0") for number in range(6))
    assert isinstance(learnt, Table)
    assert learnt.rows == (("Ana", "To wait.", "We read each other."), ("B3", "To ask.", ""))


def test_of_nothing_nothing_is_said() -> None:
    program = a_program(pairs=[a_pair()])
    life = life_of(program, a_pair(), today=TODAY)

    assert [*goals_blocks(program, today=TODAY)] == []
    assert [*pair_goals_blocks(program, life), *reflection_blocks(program, life)] == []
