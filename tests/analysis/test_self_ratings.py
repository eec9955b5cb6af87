"""Self-ratings: the first and the last day of one person and skill, and means over five people or more."""

from datetime import date, timedelta

from mentorgen.analysis.figures import Figure
from mentorgen.analysis.self_ratings import rating_changes, ratings_of
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from tests.builders import STARTS, a_fact, a_participant, a_program

SMALL = "Shown from 5 people up."
BEN = Slug("ben")
TODAY = STARTS + timedelta(days=100)


def rated(day: int, value: int, skill: str = "testing", **more: object) -> Fact:
    on = STARTS + timedelta(days=day)
    return a_fact(FactKind.RATED, on, skill=skill, value=value, **more)


def a_crowd(**facts: list[Fact]) -> Program:
    return a_program(participants=[a_participant(slug) for slug in facts], person_facts=facts)


def test_the_first_day_is_held_against_the_last() -> None:
    program = a_crowd(ben=[rated(40, 5), rated(0, 3), rated(90, 8), rated(0, 2, "writing")])

    (rating,) = ratings_of(program, [BEN], today=TODAY)

    assert (rating.slug, rating.skill) == (BEN, "testing")
    assert (rating.first.value, rating.last.value, rating.change) == (3, 8, 5)


def test_what_comes_later_and_what_was_put_right_does_not_count() -> None:
    wrong = {"on": STARTS, "kind": FactKind.RATED}
    program = a_crowd(
        ben=[
            a_fact(FactKind.LEFT),
            rated(0, 9),
            rated(1, 4, replaces=wrong),
            rated(50, 6),
            rated(99, 10),
        ]
    )

    (rating,) = ratings_of(program, [BEN, BEN], today=STARTS + timedelta(days=60))

    assert rating.change == 2
    assert ratings_of(program, [BEN], today=STARTS) == ()


def test_a_mean_is_over_five_people_or_more() -> None:
    facts = {slug: [rated(0, 3), rated(50, 3 + at)] for at, slug in enumerate("abcde")}

    four = rating_changes(a_crowd(**{slug: facts[slug] for slug in "abcd"}), today=TODAY)
    five = rating_changes(a_crowd(**facts), today=TODAY)

    assert (four.all, four.skills) == (Figure(None, SMALL), {"testing": Figure(None, SMALL)})
    assert (five.all, five.skills) == (Figure(20), {"testing": Figure(20)})


def test_a_small_group_cannot_be_told_from_the_mean_of_all() -> None:
    facts = {slug: [rated(0, 3), rated(50, 5)] for slug in "abcdef"}
    facts["f"] = [rated(0, 1, "writing"), rated(50, 9, "writing")]

    changes = rating_changes(a_crowd(**facts), today=TODAY)

    assert changes.all == Figure(30)
    assert [one.value for one in changes.skills.values()] == [None, None]


def test_nothing_is_said_of_nothing() -> None:
    changes = rating_changes(a_crowd(ben=[rated(0, 3)]), today=date(2026, 12, 1))

    assert changes.all.value is None
    assert changes.skills == {}
