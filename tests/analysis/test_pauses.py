from datetime import date

from mentorgen.analysis.members import Members
from mentorgen.analysis.pauses import pauses, pauses_together, snoozes
from mentorgen.analysis.spans import Span
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import Slug
from tests.builders import a_fact

ANA, BEN, CLEO = Slug("ana"), Slug("ben"), Slug("cleo")


def day(number: int) -> date:
    return date(2026, 3, number)


def paused(on: int, until: int) -> Fact:
    return a_fact(FactKind.PAUSED, day(on), until=day(until))


def test_a_pause_ends_by_itself() -> None:
    assert pauses((paused(3, 10),)) == (Span(day(3), day(10)),)


def test_a_new_pause_takes_the_place_of_the_one_in_force() -> None:
    assert pauses((paused(3, 28), paused(5, 8))) == (Span(day(3), day(8)),)


def test_of_two_pauses_of_a_day_the_longer_counts() -> None:
    assert pauses((paused(3, 10), paused(3, 5))) == (Span(day(3), day(10)),)


def test_who_resumes_ends_the_pause_even_on_its_first_day() -> None:
    back = a_fact(FactKind.RESUMED, day(5))

    assert pauses((paused(3, 28), back, paused(9, 12))) == (
        Span(day(3), day(5)),
        Span(day(9), day(12)),
    )
    assert pauses((paused(5, 28), back)) == ()


def test_a_snooze_is_no_pause() -> None:
    snoozed = a_fact(FactKind.SNOOZED, day(2), until=day(9))

    assert pauses((snoozed,)) == ()
    assert snoozes((snoozed, paused(20, 30))) == (Span(day(2), day(9)),)


def test_two_people_pause_when_one_does_and_a_group_goes_on_without_one() -> None:
    away = {BEN: (Span(day(3), day(10)),)}
    two = Members(mentors=(ANA,), mentees=(BEN,), peers=())
    group = Members(mentors=(ANA,), mentees=(BEN, CLEO), peers=())

    assert pauses_together((), away, two) == (Span(day(3), day(10)),)
    assert pauses_together((), away, group) == ()


def test_a_group_pauses_while_all_its_mentees_are_away() -> None:
    away = {BEN: (Span(day(3), day(10)),), CLEO: (Span(day(6), day(20)),)}
    group = Members(mentors=(ANA,), mentees=(BEN, CLEO), peers=())

    assert pauses_together((Span(day(10), day(12)),), away, group) == (Span(day(6), day(12)),)


def test_a_circle_of_three_peers_goes_on_with_two() -> None:
    circle = Members(mentors=(), mentees=(), peers=(ANA, BEN, CLEO))
    one = {BEN: (Span(day(3), day(10)),)}
    two = one | {CLEO: (Span(day(5), day(7)),)}

    assert pauses_together((), one, circle) == ()
    assert pauses_together((), two, circle) == (Span(day(5), day(7)),)
