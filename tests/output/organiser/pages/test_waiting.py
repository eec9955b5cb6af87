"""Who waits, the longest first."""

from datetime import date

from mentorgen.model.words import Role
from mentorgen.output.organiser.pages.waiting import waiting_page
from tests.builders import a_participant, an_application
from tests.output.organiser.desks import a_desk


def test_nobody_waits() -> None:
    page = waiting_page(a_desk(participants=()))

    assert (page.lead, page.people) == ("Nobody waits for a mentor.", ())


def test_the_longest_wait_comes_first_and_one_without_a_day_last() -> None:
    people = (
        a_participant("ben"),
        a_participant("cleo"),
        a_participant("dee", joined=date(2026, 3, 30)),
        a_participant("eve"),
    )
    asked = (
        an_application("ben", applied=date(2026, 3, 22)),
        an_application("cleo", applied=date(2026, 3, 12)),
    )
    page = waiting_page(a_desk(participants=people, applications=asked))

    assert page.lead == "4 people seek a mentor."
    assert [(one.name, one.days, one.share) for one in page.people] == [
        ("Cleo", 20, 100),
        ("Ben", 10, 50),
        ("Dee", 2, 10),
        ("Eve", None, 0),
    ]
    assert [one.text for one in page.people[1:3]] == [
        "asked for 2026 Spring, waits since 22 March",
        "is in the program and asked for no round",
    ]
    assert page.people[0].path == "organiser/people/cleo/"


def test_who_asked_to_mentor_and_would_learn_waits_since_no_day() -> None:
    both = a_participant("ana", role=Role.BOTH)
    asked = an_application("ana", role=Role.MENTOR)
    (line,) = waiting_page(a_desk(participants=(both,), applications=(asked,))).people

    assert (line.days, line.text) == (None, "asked for 2026 Spring")
