"""The words of an agenda: kind about a day that has passed, and true where little is known."""

from datetime import date
from typing import Any

import pytest

from mentorgen.analysis.agendas import agenda_of
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import PairId
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Plan
from mentorgen.model.words import Form, Owner
from mentorgen.output.agenda_report import agenda_report
from mentorgen.output.report import Heading, Paragraph, Report, Table
from tests.builders import (
    TODAY,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)

PAIR = PairId("2026-spring/ana-ben")


def _report(*meetings: Meeting, form: Form = Form.ONE_TO_ONE) -> Report:
    goals = (
        a_goal("bare"),
        a_goal("late", due=date(2026, 3, 20), milestones=({"name": "Step"},)),
    )
    program = a_program(
        pairs=(a_pair(informal=True, form=form),),
        goals=goals,
        meetings=meetings,
    )
    agenda = agenda_of(program, program.pairs[PAIR], today=TODAY)
    assert agenda is not None
    return agenda_report(program, agenda, today=TODAY)


def test_a_day_that_has_passed_is_a_kind_question() -> None:
    notes = "- [ ] ben: read, by 2026-03-20\n- [ ] Bo: write\n- [ ] sleep\n"

    (table, _) = (
        block
        for block in _report(a_meeting(date(2026, 3, 18), notes=notes)).blocks
        if isinstance(block, Table)
    )

    assert table.rows == (
        ("read", "Ben", "20 March was the plan: is it done, or which day suits better?"),
        ("write", "Bo", ""),
        ("sleep", "", ""),
    )


def test_where_little_is_known_little_is_said() -> None:
    blocks = _report().blocks

    assert blocks[0] == Heading("Agenda of ana-ben: the first meeting")
    assert Paragraph("No day is agreed on yet; about 55 minutes.") in blocks
    assert Paragraph("Goal: Bare.") in blocks


def test_no_word_says_that_somebody_is_late() -> None:
    said = [block.text for block in _report().blocks if isinstance(block, Paragraph)]

    assert "Goal: Late. 0 of 1 milestone reached. Next: Step." in said


def test_a_meeting_without_a_time_has_its_day_alone() -> None:
    report = _report(a_meeting(date(2026, 3, 18), next={"on": date(2026, 4, 2)}))

    assert Paragraph("2 April, about 50 minutes.") in report.blocks
    assert isinstance(report.data, dict)
    assert (report.data["on"], report.data["at"]) == ("2026-04-02", None)


def test_after_the_only_meeting_it_is_written_down_what_stays() -> None:
    assert _report(form=Form.FLASH).blocks[-1] == Paragraph(
        "Afterwards, write down in a few words what stays."
    )


@pytest.mark.parametrize(
    ("form", "people", "stage", "point"),
    [
        (Form.ONE_TO_ONE, {}, "The mentee looks after it.", " (prepared by the mentee)"),
        (
            Form.GROUP,
            {"mentees": ("ben", *"cdefg")},
            "The mentees look after it.",
            " (prepared by the mentees)",
        ),
        (Form.PEER, {"mentors": (), "mentees": (), "members": ("ana", "ben")}, "", ""),
    ],
)
def test_a_stage_and_a_point_say_who_looks_after_them(
    form: Form, people: dict[str, Any], stage: str, point: str
) -> None:
    items = ({"item": "Show it", "owner": Owner.MENTEE},)
    make = {"name": "Make", "weeks": 40, "aim": "It runs.", "owner": Owner.MENTEE}
    stages = (make | {"agenda": items},)
    plan = Plan.model_validate({"schema": 1, "id": "one", "name": "One", "stages": stages})
    program = a_program(
        plans=(plan,),
        participants=(a_mentor(), *map(a_participant, ("ben", *"cdefg"))),
        pairs=(a_pair(plan="one", informal=True, form=form, **people),),
    )
    agenda = agenda_of(program, program.pairs[PAIR], today=TODAY)

    assert agenda is not None
    report = agenda_report(program, agenda, today=TODAY)
    (table,) = (one for one in report.blocks if isinstance(one, Table))
    assert Paragraph(f"Stage: Make. It runs. {stage}".strip()) in report.blocks
    assert ("", f"Show it{point}") in table.rows
    assert isinstance(report.data, dict)
    assert report.data["stage_owner"] == "mentee"


@pytest.mark.parametrize(
    ("form", "way"),
    [
        (None, "through an organiser"),
        (
            "https://forms.example.org/x",
            "by the program's private form, https://forms.example.org/x",
        ),
    ],
)
def test_after_the_last_meeting_each_looks_back_in_private(form: str | None, way: str) -> None:
    pair = a_pair()
    said = [a_fact(FactKind.CONFIRMED, date(2026, 3, 2), by=slug) for slug in pair.everyone]
    program = a_program(
        settings=some_settings(private_form_url=form),
        pairs=(pair,),
        pair_facts={PAIR: [*said, a_fact(FactKind.ENDING, date(2026, 3, 30))]},
        meetings=[a_meeting(date(2026, 3, 18))],
    )
    agenda = agenda_of(program, pair, today=TODAY)

    assert agenda is not None
    assert agenda_report(program, agenda, today=TODAY).blocks[-1] == Paragraph(
        f"Afterwards, each of you writes down what you learnt and what stays, for the pair alone: {way}."
    )
