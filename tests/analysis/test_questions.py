"""Questions for the whole round, found in the notes of meetings."""

from datetime import date

from mentorgen.analysis.questions import Question, shared_questions
from mentorgen.model.privacy import Level
from tests.builders import TODAY, a_meeting


def test_only_marked_lines_of_public_notes_are_questions() -> None:
    notes = "We talked.\n- ? How do you name a test?\n* ?   Who knows dyes?  \n- [ ] ana: ask\n- ?\nWhy?"
    shown = a_meeting(date(2026, 3, 20), notes=notes)
    kept = a_meeting(date(2026, 3, 21), notes="- ? Is it me?", visibility=Level.PAIR)

    assert shared_questions((shown, kept), today=TODAY) == (
        Question("Who knows dyes?", date(2026, 3, 20)),
        Question("How do you name a test?", date(2026, 3, 20)),
    )


def test_the_newest_come_first_each_once_and_old_ones_go() -> None:
    meetings = [
        a_meeting(date(2026, 3, 25), notes="- ? new?"),
        a_meeting(date(2026, 1, 31), notes="- ? Old?"),
        a_meeting(date(2026, 3, 5), notes="- ? NEW?\n- ? Between?"),
        a_meeting(date(2026, 4, 2), notes="- ? Tomorrow?"),
    ]

    assert [one.text for one in shared_questions(meetings, today=TODAY)] == ["new?", "Between?"]
