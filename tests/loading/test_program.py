import gc
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from mentorgen.errors import WrongUsageError
from mentorgen.loading.files import Found
from mentorgen.loading.program import load
from mentorgen.model.skills import Skill
from tests.repository_builder import (
    ADA,
    BEN,
    CONSENT,
    GOAL,
    MEETING,
    MODULE,
    PAIRED,
    PROGRAM,
    SMALL,
    TODAY,
    loaded,
    make_repo,
    problem_lines,
)


def test_only_settings_are_an_empty_program(tmp_path: Path) -> None:
    result = loaded(tmp_path, {"program/program.yaml": PROGRAM})

    assert result.problems == ()
    assert result.files == 1
    assert result.program is not None
    assert result.program.settings.name == "Two Looms"
    assert not result.program.participants
    assert not result.program.skills
    assert not result.program.slots


def test_three_people_are_a_program(tmp_path: Path) -> None:
    cleo = "schema: 1\nname: Cleo\nrole: both\n" + CONSENT
    result = loaded(tmp_path, {**SMALL, "program/participants/cleo.yaml": cleo})

    assert (result.problems, result.errors, result.files) == ((), 0, 5)
    assert result.program is not None
    assert [*result.program.participants] == ["ada", "ben", "cleo"]
    assert [person.role for person in result.program.participants.values()] == [
        "mentor",
        "mentee",
        "both",
    ]


def test_a_missing_folder_is_no_program(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"

    with pytest.raises(WrongUsageError, match=f"^There is no folder {re.escape(str(missing))}.$"):
        load(missing, today=TODAY)


@pytest.mark.parametrize("name", ["README.md", "program"])
def test_a_folder_without_a_program_is_none(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Nothing here.\n")

    with pytest.raises(WrongUsageError) as caught:
        load(tmp_path, today=TODAY)

    assert str(caught.value) == (
        f"{tmp_path} holds no program: it has no folder 'program'. "
        "Give the folder above it with --root."
    )


def test_a_missing_private_folder_is_told(tmp_path: Path) -> None:
    root, missing = make_repo(tmp_path, SMALL), tmp_path / "hidden"

    with pytest.raises(WrongUsageError) as caught:
        load(root, today=TODAY, private=missing)

    assert str(caught.value) == f"There is no private folder {missing}."


def test_a_program_needs_its_settings(tmp_path: Path) -> None:
    assert problem_lines(tmp_path, {"program/participants/ada.yaml": ADA}) == [
        (
            "program/program.yaml:1:1: this file is missing. Add it with 'schema: 1', 'name: …' "
            "and 'purpose: …'. [missing-file]"
        )
    ]


def test_empty_settings_are_told_and_not_missing(tmp_path: Path) -> None:
    assert problem_lines(tmp_path, {**SMALL, "program/program.yaml": ""}) == [
        "program/program.yaml:1:1: this file is empty. Begin with 'schema: 1'. [empty-file]"
    ]


def test_errors_leave_no_program_and_warnings_do(tmp_path: Path) -> None:
    silent = ADA.replace(CONSENT, "")
    warned = loaded(tmp_path / "1", {**SMALL, "program/participants/ada.yaml": silent})
    broken = loaded(tmp_path / "2", {**SMALL, "program/participants/ada.yaml": f"{silent}x: 1\n"})

    assert (len(warned.problems), warned.errors) == (1, 0)
    assert warned.program is not None
    assert (len(broken.problems), broken.errors) == (1, 1)
    assert broken.program is None


def test_a_program_is_whole_and_sorted(tmp_path: Path) -> None:
    meetings = "program/meetings/spring/ada-ben"
    result = loaded(
        tmp_path,
        {
            **PAIRED,
            "program/skills.yaml": (
                "schema: 1\nskills:\n- {id: weaving, label: Weaving}\n- {id: docs, label: Docs}\n"
            ),
            "program/plans/light.yaml": "schema: 1\nname: Light\nstages: [{name: a, weeks: 2}]\n",
            "program/applications/spring/ben.yaml": "schema: 1\napplied: 2026-02-01\n",
            "program/events/spring/a-late.yaml": (
                "schema: 1\nname: Late\nkind: other\non: 2026-05-01\n"
            ),
            "program/events/spring/b-early.yaml": (
                "schema: 1\nname: Early\nkind: other\non: 2026-03-05\n"
            ),
            "program/goals/spring/ada-ben/b.yaml": GOAL,
            "program/goals/spring/ada-ben/a.yaml": GOAL,
            "program/goals/spring/ada-ben/c.yaml": GOAL.replace("-09", "-03"),
            f"{meetings}/2026-03-09-10.md": MEETING,
            f"{meetings}/2026-03-09-2.md": MEETING,
            f"{meetings}/2026-03-09.md": MEETING,
            "program/log/pairs/spring/ada-ben.yaml": (
                "schema: 1\nfacts:\n- {on: 2026-03-05, kind: resumed}\n"
                "- {on: 2026-03-02, kind: confirmed, by: ben}\n"
                "- {on: 2026-03-02, kind: confirmed, by: ada}\n"
            ),
            "program/log/people/ben.yaml": (
                "schema: 1\nfacts: [{on: 2026-02-02, kind: accepted, cohort: spring}]\n"
            ),
            "program/slots/ben/2026-04-02.yaml": "schema: 1\ntimes: [{at: 9:00}]\n",
            "program/slots/ada/2026-04-03.yaml": "schema: 1\ntimes: [{at: 9:00}]\n",
            "program/scenarios/bold.yaml": "schema: 1\nmatching: {objective: best-fit}\n",
            "program/surveys/pulse.yaml": (
                "schema: 1\ntitle: Pulse\naudience: [mentor]\ndue: {after: start}\n"
                "questions: [{id: mood, text: How is it?}]\n"
            ),
            "training/mentors/listening.md": MODULE,
        },
    )
    program = result.program

    assert result.problems == ()
    assert program is not None
    assert [*program.skills] == ["docs", "weaving"]
    assert [
        *program.cohorts,
        *program.plans,
        *program.surveys,
        *program.scenarios,
        *program.modules,
    ] == [
        "spring",
        "light",
        "pulse",
        "bold",
        "mentors/listening",
    ]
    (pair,) = program.pairs
    assert pair == "spring/ada-ben"
    (cohort,) = program.cohorts
    assert [item.slug for item in program.applications[cohort]] == ["ben"]
    assert [event.id for event in program.events[cohort]] == ["b-early", "a-late"]
    assert [goal.id for goal in program.goals[pair]] == ["c", "a", "b"]
    assert [meeting.number for meeting in program.meetings[pair]] == [1, 2, 10]
    assert [(fact.on.day, fact.by) for fact in program.pair_facts[pair]] == [
        (2, "ben"),
        (2, "ada"),
        (5, None),
    ]
    assert {slug: len(facts) for slug, facts in program.person_facts.items()} == {
        "ada": 0,
        "ben": 1,
    }
    assert [(slot.slug, slot.on) for slot in program.slots] == [
        ("ben", date(2026, 4, 2)),
        ("ada", date(2026, 4, 3)),
    ]
    assert program.modules[next(iter(program.modules))].text == "Listen first."


def test_what_nobody_wrote_is_there_and_empty(tmp_path: Path) -> None:
    program = loaded(tmp_path, PAIRED).program

    assert program is not None
    assert dict(program.applications) == {"spring": ()}
    assert dict(program.events) == {"spring": ()}
    assert dict(program.goals) == {"spring/ada-ben": ()}
    assert dict(program.meetings) == {"spring/ada-ben": ()}
    assert dict(program.pair_facts) == {"spring/ada-ben": ()}
    assert dict(program.person_facts) == {"ada": (), "ben": ()}


def test_without_a_vocabulary_the_skills_are_those_that_files_name(tmp_path: Path) -> None:
    program = loaded(
        tmp_path,
        {
            **PAIRED,
            "program/participants/ada.yaml": f"{ADA}offers: [{{skill: writing-docs}}]\n",
            "program/participants/ben.yaml": f"{BEN}wants: [{{skill: testing}}]\n",
            "program/goals/spring/ada-ben/a.yaml": f"{GOAL}skills: [testing, weaving]\n",
        },
    ).program

    assert program is not None
    assert {id_: skill.label for id_, skill in program.skills.items()} == {
        "testing": "Testing",
        "weaving": "Weaving",
        "writing-docs": "Writing docs",
    }
    assert all(isinstance(skill, Skill) for skill in program.skills.values())


def test_a_private_folder_adds_to_the_program(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        {
            **PAIRED,
            "program/log/people/ben.yaml": (
                "schema: 1\nfacts: [{on: 2026-03-10, kind: opted-out}]\n"
            ),
            "private/participants/ada.yaml": "schema: 1\nteam: Looms\n",
            "private/participants/cleo.yaml": BEN.replace("Ben", "Cleo"),
            "private/log/people/ben.yaml": (
                "schema: 1\nfacts: [{on: 2026-03-02, kind: vetoed, who: cleo}]\n"
            ),
        },
    )
    program = result.program

    assert (result.problems, result.files) == ((), 9)
    assert program is not None
    assert [(person.name, person.team) for person in program.participants.values()] == [
        ("Ada", "Looms"),
        ("Ben", None),
        ("Cleo", None),
    ]
    assert [
        (fact.on.day, fact.kind) for facts in program.person_facts.values() for fact in facts
    ] == [(2, "vetoed"), (10, "opted-out")]


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    faults = ("pronouns: [a]", "capacity: many", "colour: mauve", "unknown: 1")
    people = {
        f"program/participants/p-{number:02}.yaml": "\n".join(
            (
                ADA.rstrip(),
                *faults[: 2 + (number % 10 < 4)],
                *(("joined: 2027-01-01",) if number > 45 else ()),
                "",
            )
        )
        for number in range(50)
    }
    planted = [
        (path, line)
        for path, text in people.items()
        for line in range(5, 5 + text.count("\n") - 4)
        if "joined" not in text.splitlines()[line - 1]
    ]
    result = loaded(tmp_path, {**SMALL, **people})

    assert len(planted) == 120
    assert [(problem.path, problem.line) for problem in result.problems] == planted
    assert len(set(result.problems)) == 120


def test_the_same_files_in_another_order_have_the_same_problems(tmp_path: Path) -> None:
    files = {
        f"program/participants/{name}.yaml": f"{ADA}github: weaver\nfoo: 1\n" for name in "abcd"
    }
    one = problem_lines(tmp_path / "one", {**SMALL, **files})
    other = problem_lines(tmp_path / "other", dict(reversed([*SMALL.items(), *files.items()])))

    assert one == other
    assert one == sorted(one)


def test_somebody_may_follow_the_files(tmp_path: Path) -> None:
    root = make_repo(tmp_path, {**SMALL, "private/participants/ada.yaml": "schema: 1\nteam: A\n"})
    followed: list[list[str]] = []

    def watch(found: Sequence[Found]) -> Iterable[Found]:
        followed.append([item.name for item in found])
        return found

    load(root, today=TODAY, private=root / "private", watch=watch)

    assert followed == [sorted(SMALL), ["private/participants/ada.yaml"]]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, *, enabled: bool) -> None:
    root = make_repo(tmp_path, SMALL)
    seen = []

    def watch(found: Sequence[Found]) -> Iterable[Found]:
        seen.append(gc.isenabled())
        return found

    (gc.enable if enabled else gc.disable)()
    try:
        load(root, today=TODAY, watch=watch)
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
    assert seen == [False, False]
