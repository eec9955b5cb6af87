"""What organisers read of self-ratings: means over five people, and one pair's own."""

from datetime import date

from mentorgen.model.facts import FactKind
from mentorgen.output.growth import growth_blocks, pair_growth_blocks
from mentorgen.output.report import Paragraph, Table
from tests.builders import STARTS, TODAY, a_fact, a_pair, a_participant, a_program, a_skill

FIVE = ("ana", "ben", "cleo", "dana", "eli")
FACTS = {
    slug: [
        a_fact(FactKind.RATED, day, skill=skill, value=value)
        for day, value in ((STARTS, 3), (date(2026, 3, 30), 5))
        for skill in ("testing", *(("writing",) if slug == "ben" else ()))
    ]
    for slug in FIVE
}
PROGRAM = a_program(
    participants=[a_participant(slug) for slug in FIVE],
    person_facts=FACTS,
    skills=[a_skill("testing"), a_skill("writing")],
    pairs=[a_pair()],
)


def test_organisers_read_how_far_all_have_come() -> None:
    assert [*growth_blocks(PROGRAM, today=TODAY)] == [
        Paragraph(
            "Own skills, first rating to last, from 1 to 10: +2.0 on average over 5 participants."
        )
    ]


def test_a_skill_that_enough_people_rated_is_named() -> None:
    facts = {slug: own[:1] + own[-1:] for slug, own in FACTS.items() if slug != "ben"}
    ben = [one for one in FACTS["ben"] if one.kind is FactKind.RATED and one.skill == "testing"]
    program = a_program(
        participants=[a_participant(slug) for slug in FIVE],
        person_facts={**facts, "ben": ben},
        skills=[a_skill("testing")],
    )

    (block,) = growth_blocks(program, today=TODAY)

    assert isinstance(block, Paragraph)
    assert block.text.endswith("over 5 participants. By skill: testing +2.0.")


def test_of_few_people_nothing_is_said() -> None:
    assert [*growth_blocks(a_program(), today=TODAY)] == []
    assert [*pair_growth_blocks(a_program(), a_pair(), today=TODAY)] == []


def test_a_pair_shows_the_skills_that_it_works_on() -> None:
    (table,) = pair_growth_blocks(PROGRAM, a_pair(skills=("writing",)), today=TODAY)
    (both,) = pair_growth_blocks(PROGRAM, a_pair(), today=TODAY)

    assert isinstance(table, Table)
    assert isinstance(both, Table)
    assert table.rows == (("Ben", "writing", "3 (2 March)", "5 (30 March)"),)
    assert len(both.rows) == 3
