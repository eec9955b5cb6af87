"""Weekly times as a table: one column for everybody's clock."""

from datetime import date

from mentorgen.analysis.meeting_times import MeetingTimes, common_times, times_of_most
from mentorgen.model.ids import Slug
from mentorgen.model.people import Hours
from mentorgen.output.meeting_times import meeting_times_blocks
from mentorgen.output.report import Block, Paragraph, Table
from tests.builders import a_mentor, a_participant, a_program

TODAY = date(2026, 3, 18)
MARCH = (date(2026, 3, 16), date(2026, 3, 23), date(2026, 3, 30))


def hours(day: str, start: str, end: str) -> Hours:
    return Hours.model_validate({"day": day, "from": start, "to": end}, strict=False)


def shown(ana: Hours, zone: str, *ben: Hours, unknown: tuple[str, ...] = ()) -> list[Block]:
    """Show when Ana, who is in Lisbon, and Ben, who is somewhere else, are both free."""
    people = (
        a_mentor(timezone="Europe/Lisbon", hours=(ana,)),
        a_participant(timezone=zone, hours=ben),
    )
    program = a_program(participants=(*people, a_participant("cleo")))
    found = MeetingTimes(common_times(people, MARCH), tuple(Slug(slug) for slug in unknown))
    return [*meeting_times_blocks(program, found, today=TODAY)]


def test_a_clock_on_which_the_time_moves_says_from_when() -> None:
    evening, morning = hours("wed", "22:30", "23:30"), hours("thu", "3:00", "6:00")

    assert shown(evening, "Asia/Kathmandu", morning) == [
        Table(
            ("Free for all", "Ana", "Ben"),
            (("60 minutes", "Wed 22:30", "Thu 04:15, from 30 March 03:15"),),
        )
    ]


def test_the_day_is_named_again_where_it_is_another_one() -> None:
    late, midnight = hours("wed", "23:00", "23:30"), hours("wed", "23:00", "1:00")

    (table,) = shown(late, "Africa/Algiers", midnight)

    assert isinstance(table, Table)
    assert table.rows == (("30 minutes", "Wed 23:00", "Thu 00:00, from 30 March Wed 23:00"),)


def test_whose_hours_are_missing_is_said_beside_the_times_of_the_others() -> None:
    noon = hours("wed", "12:00", "13:00")

    _, paragraph = shown(noon, "Europe/Lisbon", noon, unknown=("cleo",))

    assert paragraph == Paragraph("Not known: the hours of Cleo.")


def test_where_no_time_suits_it_says_so_unless_somebodys_hours_are_missing() -> None:
    apart = hours("wed", "9:00", "10:00"), "UTC", hours("thu", "9:00", "10:00")

    assert shown(*apart) == [
        Paragraph(
            "No time of the week suits them by the hours they named; an exchange of letters counts too."
        )
    ]
    assert shown(*apart, unknown=("cleo",)) == []


def test_who_cannot_come_is_named_beside_a_time_for_most() -> None:
    noon, evening = hours("wed", "12:00", "13:00"), hours("wed", "18:00", "20:00")
    people = (
        a_mentor(timezone="UTC", hours=(noon, evening)),
        *(a_participant(slug, timezone="Asia/Kathmandu", hours=(noon,)) for slug in ("ben",)),
        *(a_participant(slug, timezone="UTC", hours=(evening,)) for slug in ("cy", "dee")),
    )
    program = a_program(participants=people)
    found = MeetingTimes(times_of_most(people, MARCH, lambda _: True), ())

    (table,) = meeting_times_blocks(program, found, today=TODAY)

    assert table == Table(
        ("Free for most", "Ana", "Ben", "Cy", "Dee", "Cannot come"),
        (("120 minutes", "Wed 18:00", "Wed 23:45", "Wed 18:00", "Wed 18:00", "Ben"),),
    )
