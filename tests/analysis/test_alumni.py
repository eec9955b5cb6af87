"""Who finished a round, and who of them wishes to mentor."""

from collections.abc import Iterable
from datetime import date

from mentorgen.analysis.alumni import Alumnus, alumni
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.words import Form, Outcome
from tests.builders import COHORT, TODAY, a_fact, a_mentor, a_pair, a_participant, a_program

SPRING = (CohortId(COHORT),)
SIX = ("b1", "b2", "b3", "b4", "b5", "b6")


def found(
    *facts: Fact,
    own: dict[str, Iterable[Fact]] | None = None,
    outcome: Outcome = Outcome.COMPLETED,
    today: date = TODAY,
) -> tuple[Alumnus, ...]:
    group = a_pair("table", form=Form.GROUP, mentees=SIX)
    said = [a_fact(FactKind.CONFIRMED, date(2026, 2, 27), by=slug) for slug in group.everyone]
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=outcome)
    program = a_program(
        participants=(a_mentor(), *map(a_participant, SIX), a_participant("cleo")),
        pairs=(group,),
        pair_facts={group.id: [*said, *facts, ended]},
        person_facts=own or {},
    )
    return alumni(program, today=today)


def test_everybody_of_a_group_that_was_completed_finished() -> None:
    assert found() == tuple(Alumnus(Slug(slug), SPRING, None) for slug in ("ana", *SIX))


def test_a_round_that_goes_on_or_was_stopped_is_not_finished() -> None:
    assert found(today=date(2026, 3, 29)) == ()
    assert found(outcome=Outcome.STOPPED) == ()


def test_who_left_the_group_or_the_program_is_no_alumnus() -> None:
    left = a_fact(FactKind.LEFT, date(2026, 3, 20), by="b6")
    gone: dict[str, Iterable[Fact]] = {"b1": [a_fact(FactKind.LEFT, date(2026, 3, 31))]}

    assert [one.slug for one in found(left, own=gone)] == ["ana", "b2", "b3", "b4", "b5"]


def test_who_wishes_to_mentor_comes_first_until_they_take_it_back() -> None:
    wish = a_fact(FactKind.WISHES_TO_MENTOR, date(2026, 3, 30))
    back = a_fact(FactKind.WISHES_TO_MENTOR, date(2026, 3, 31), wish=False)
    later = a_fact(FactKind.WISHES_TO_MENTOR, date(2026, 4, 2))

    people = found(own={"b4": [wish], "b5": [wish, back], "b6": [later]})

    assert people[0] == Alumnus(a_participant("b4").slug, SPRING, date(2026, 3, 30))
    assert [one.slug for one in people if one.wishes] == ["b4"]
