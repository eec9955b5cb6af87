"""Facts beside the others of their log: what the examples of the rules leave out."""

from pathlib import Path

import pytest

from tests.repository_builder import PAIRED, PROGRAM, SMALL, problem_lines

LOG = "program/log/pairs/spring/ada-ben.yaml"
PERSON = "private/log/people/ben.yaml"


def of_pair(tmp_path: Path, *facts: str) -> list[str]:
    text = "\n".join(("schema: 1", "facts:", *(f"- {fact}" for fact in facts), ""))
    return problem_lines(tmp_path, {**PAIRED, LOG: text})


@pytest.mark.parametrize(
    "facts",
    [
        (
            "{on: 2026-03-12, kind: paused, until: 2026-03-20}",
            "{on: 2026-03-05, kind: paused, until: 2026-03-12}",
        ),
        (
            "{on: 2026-03-05, kind: paused, until: 2026-03-20}",
            "{on: 2026-03-08, kind: resumed}",
            "{on: 2026-03-08, kind: paused, until: 2026-03-12}",
        ),
        (
            "{on: 2026-03-20, kind: ended, outcome: completed}",
            "{on: 2026-03-25, kind: ended, outcome: stopped, replaces: {on: 2026-03-20, kind: ended}}",
            "{on: 2026-03-22, kind: paused, until: 2026-03-24}",
        ),
    ],
    ids=["oldest-last", "resumed-that-day", "end-put-right"],
)
def test_facts_that_follow_each_other_are_left_alone(
    tmp_path: Path, facts: tuple[str, ...]
) -> None:
    assert of_pair(tmp_path, *facts) == []


def test_a_pause_that_was_resumed_before_it_began_still_overlaps(tmp_path: Path) -> None:
    said = of_pair(
        tmp_path,
        "{on: 2026-03-04, kind: resumed}",
        "{on: 2026-03-05, kind: paused, until: 2026-03-20}",
        "{on: 2026-03-08, kind: paused, until: 2026-03-12}",
    )

    assert [line.rpartition(" ")[2] for line in said] == ["[pauses-overlap]"]


@pytest.mark.parametrize(
    ("due", "days", "twice"),
    [
        ("{after: start}", ("09", "28"), True),
        ("{after: start, every: 14}", ("09", "15"), True),
        ("{after: start, every: 14}", ("09", "16"), False),
        ("{after: first-meeting, days: 1}", ("03", "30"), True),
    ],
)
def test_a_round_of_a_survey_is_answered_once(
    tmp_path: Path, due: str, days: tuple[str, str], *, twice: bool
) -> None:
    survey = "\n".join(
        (
            "schema: 1\ntitle: Pulse\naudience: [mentee]",
            f"due: {due}",
            "questions: [{id: mood, text: How is it?}]\n",
        )
    )
    answers = "\n".join(
        f"- {{on: 2026-03-{day}, kind: answered, survey: pulse, pair: spring/ada-ben, answers: []}}"
        for day in days
    )

    said = problem_lines(
        tmp_path,
        {
            **PAIRED,
            "program/surveys/pulse.yaml": survey,
            PERSON: f"schema: 1\nfacts:\n{answers}\n",
        },
    )

    assert [line.rpartition(" ")[2] for line in said] == ["[answered-twice]"] * twice


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("{starts: '21:00', ends: '08:00'}", []),
        (
            "{starts: '21:00', ends: '21:00', timezone: Europe/Lisabon}",
            [
                (
                    "program/program.yaml:5:16: quiet_hours start and end at 21:00, so it is never "
                    "quiet; write two times, such as 21:00 and 08:00. [time-of-day]"
                ),
                (
                    "program/program.yaml:5:59: 'Europe/Lisabon' is no time zone. "
                    "Did you mean 'Europe/Lisbon'? [time-zone]"
                ),
            ],
        ),
    ],
)
def test_quiet_hours_are_some_hours_of_a_known_clock(
    tmp_path: Path, hours: str, said: list[str]
) -> None:
    program = f"{PROGRAM}follow_up:\n  quiet_hours: {hours}\n"

    assert problem_lines(tmp_path, {**SMALL, "program/program.yaml": program}) == said
