"""Whether records make sense: variants beyond the examples of each rule."""

import time
from pathlib import Path

import pytest

from tests.repository_builder import (
    ADA,
    BEN,
    COHORT,
    CONSENT,
    GOAL,
    MEETING,
    MODULE,
    PAIR,
    PAIRED,
    SMALL,
    problem_lines,
)

COHORT_FILE = "program/cohorts/spring.yaml"
PAIR_FILE = "program/pairs/spring/ada-ben.yaml"
PAIR_LOG = "program/log/pairs/spring/ada-ben.yaml"
ADA_FILE = "program/participants/ada.yaml"
SKILLS = "program/skills.yaml"
SURVEY_FILE = "program/surveys/pulse.yaml"
CREW = {
    f"program/participants/{slug}.yaml": BEN.replace("mentee", "both") for slug in ("cleo", "dora")
}


def _said(tmp_path: Path, file: str, text: str) -> list[str]:
    """What is said of one file among a pair and two more people, without its path."""
    lines = problem_lines(tmp_path, {**PAIRED, **CREW, file: text})
    assert all(line.startswith(f"{file}:") for line in lines)
    return [line.removeprefix(f"{file}:") for line in lines]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("schema: 1\nname: Always\nrolling: true\n", []),
        (f"{COHORT}opens: 2026-01-05\ncloses: 2026-01-05\n", []),
        (
            f"{COHORT}opens: 2026-01-05\ncloses: 2026-01-04\n",
            ["6:9: closes lies before opens, 2026-01-05. [date-order]"],
        ),
        (
            "schema: 1\nname: Spring\nends: 2026-08-30\n",
            [
                (
                    "1:1: a round needs 'starts' and 'ends'; one that never closes says "
                    "'rolling: true'. [round-dates]"
                )
            ],
        ),
        (
            COHORT.replace("2026-08-30", "2031-08-30"),
            [
                "4:7: ends must lie between 1990 and five years from now, not on '2031-08-30'. [date]"
            ],
        ),
    ],
)
def test_the_days_of_a_round(text: str, said: list[str], tmp_path: Path) -> None:
    files = {**SMALL, COHORT_FILE: text}

    assert problem_lines(tmp_path, files) == [f"{COHORT_FILE}:{line}" for line in said]


@pytest.mark.parametrize(
    ("locked", "said"),
    [
        ("[{mentor: ada, mentee: ben}]", []),
        ("[{mentor: ada, mentee: ben}, {mentor: cleo, mentee: ben}]", []),
        (
            "[{mentor: ada, mentee: eve}]",
            ["6:34: mentee 'eve' is not a participant. [unknown-participant]"],
        ),
        (
            "[{mentor: ada, mentee: ada}]",
            [
                "6:12: mentor and mentee are the same person, 'ada'; change one. [same-person]",
            ],
        ),
        (
            "[{mentor: ada, mentee: ben}, {mentor: ada, mentee: ben}]",
            ["6:40: this mentor and this mentee stand twice in locked; delete one. [twice]"],
        ),
    ],
)
@pytest.mark.parametrize(
    ("file", "head"),
    [
        ("program/program.yaml", "schema: 1\nname: Tiny\npurpose: Two people.\n\n"),
        (COHORT_FILE, "schema: 1\nname: S\nstarts: 2026-03-02\nends: 2026-08-30\n"),
        ("program/scenarios/other.yaml", "schema: 1\nabout: What if?\n\n\n"),
    ],
)
def test_locked_pairs_are_two_people_and_stand_once(
    file: str, head: str, locked: str, said: list[str], tmp_path: Path
) -> None:
    assert _said(tmp_path, file, f"{head}matching:\n  locked: {locked}\n") == said


@pytest.mark.parametrize(
    ("skills", "said"),
    [
        ("{id: docs, label: Docs, aliases: [docs, DOCS]}", []),
        ("{id: a, label: A, parent: b}\n- {id: b, label: B, parent: c}\n- {id: c, label: C}", []),
        (
            "{id: a, label: A}\n- {id: a, label: A}",
            ["4:8: 'a' already names the skill 'a'; a name is one skill. [same-skill]"],
        ),
        (
            "{id: a, label: A}\n- {id: b, label: a}",
            ["4:8: 'a' already names the skill 'a'; a name is one skill. [same-skill]"],
        ),
        (
            "{id: a, label: A, parent: a}",
            [
                (
                    "3:29: these parents lead back to where they began: 'a'; take one of them out. "
                    "[skill-circle]"
                )
            ],
        ),
        (
            (
                "{id: a, label: A, parent: b}\n- {id: b, label: B, parent: c}\n"
                "- {id: c, label: C, parent: b}"
            ),
            [
                (
                    "4:29: these parents lead back to where they began: 'b', 'c'; "
                    "take one of them out. [skill-circle]"
                )
            ],
        ),
    ],
)
def test_the_names_of_skills(skills: str, said: list[str], tmp_path: Path) -> None:
    assert _said(tmp_path, SKILLS, f"schema: 1\nskills:\n- {skills}\n") == said


@pytest.mark.parametrize(("kind", "bad"), [("choice", True), ("scale", False), ("text", False)])
def test_only_questions_with_choices_need_some(kind: str, tmp_path: Path, *, bad: bool) -> None:
    text = (
        "schema: 1\ntitle: Pulse\naudience: [mentor]\ndue: {after: end}\n"
        f"questions:\n- {{id: mood, text: How is it?, kind: {kind}}}\n"
    )
    said = ["6:3: a question with choices needs at least two. [choices]"]

    assert _said(tmp_path, SURVEY_FILE, text) == (said if bad else [])


def test_a_module_is_reviewed_before_today(tmp_path: Path) -> None:
    file = "training/mentors/listening.md"

    assert _said(tmp_path / "1", file, MODULE.replace("2026-01-05", "2026-04-01")) == []
    assert _said(tmp_path / "2", file, MODULE.replace("2026-01-05", "2026-04-02")) == [
        "7:11: reviewed lies after today, 2026-04-01; write it down when it has been. [date]"
    ]


FORMS = {
    "one-to-one": "one mentor and one mentee",
    "group": "at least one mentor and two mentees",
    "peer": "at least two members, and no mentors or mentees",
    "flash": "one mentor and at least one mentee",
    "reverse": "one mentor and one mentee",
}
FITS = {
    ("one-to-one", "mentors: [ada]\nmentees: [ben]"): True,
    ("one-to-one", "mentors: [ada]\nmentees: [ben, cleo]"): False,
    ("one-to-one", "mentors: [ada, cleo]\nmentees: [ben]"): False,
    ("one-to-one", "mentors: [ada]"): False,
    ("one-to-one", "mentors: [ada]\nmentees: [ben]\nmembers: [cleo]"): False,
    ("group", "mentors: [ada]\nmentees: [ben, cleo]"): True,
    ("group", "mentors: [ada, dora]\nmentees: [ben, cleo]"): True,
    ("group", "mentees: [ben, cleo]"): False,
    ("group", "mentors: [ada]\nmentees: [ben]"): False,
    ("peer", "members: [ada, ben]"): True,
    ("peer", "members: [ada]"): False,
    ("peer", "members: [ada, ben]\nmentors: [cleo]"): False,
    ("peer", "members: [ada, ben]\nmentees: [cleo]"): False,
    ("peer", ""): False,
    ("flash", "mentors: [ada]\nmentees: [ben]"): True,
    ("flash", "mentors: [ada]\nmentees: [ben, cleo]"): True,
    ("flash", "mentors: [ada]"): False,
    ("reverse", "mentors: [ada]\nmentees: [ben]"): True,
    ("reverse", "mentors: [ada]\nmentees: [ben, cleo]"): False,
}


@pytest.mark.parametrize(("form", "people"), FITS)
def test_the_people_of_a_pair_make_up_its_form(form: str, people: str, tmp_path: Path) -> None:
    text = f"schema: 1\nform: {form}\nstarts: 2026-03-02\n{people}\n"
    said = [f"2:7: a pair of form '{form}' needs {FORMS[form]}. [form]"]

    assert _said(tmp_path, PAIR_FILE, text) == ([] if FITS[form, people] else said)


def test_a_person_who_stands_three_times_is_told_once(tmp_path: Path) -> None:
    text = PAIR.replace("one-to-one", "group").replace("[ben]", "[ben, ada, ada]")

    assert _said(tmp_path, PAIR_FILE, text) == [
        "3:11: mentor and mentee are the same person, 'ada'; change one. [same-person]"
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("due: 2026-03-09\n", []),
        ("milestones: [{name: m, due: 2026-09-01}]\n", []),
        ("due: 2026-09-01\nmilestones: [{name: m, due: 2026-09-01}, {name: n}]\n", []),
        ("due: 2026-03-08\n", ["4:6: due lies before set_on, 2026-03-09. [date-order]"]),
        (
            "due: 2026-09-01\nmilestones: [{name: m, due: 2026-09-02}]\n",
            ["5:29: this milestone is due after its goal, 2026-09-01. [date-order]"],
        ),
    ],
)
def test_the_days_of_a_goal(more: str, said: list[str], tmp_path: Path) -> None:
    assert _said(tmp_path, "program/goals/spring/ada-ben/patch.yaml", GOAL + more) == said


def test_a_meeting_of_no_pair_is_told_once(tmp_path: Path) -> None:
    note = "program/meetings/spring/ada-bob/2020-01-01.md"

    assert _said(tmp_path, note, MEETING) == [
        (
            "2:1: this folder is named after 'spring/ada-bob', which is not a pair. "
            "Did you mean 'spring/ada-ben'? [unknown-pair]"
        )
    ]


def test_a_meeting_today_is_fine(tmp_path: Path) -> None:
    assert _said(tmp_path, "program/meetings/spring/ada-ben/2026-04-01-2.md", MEETING) == []


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("{on: 2026-04-01, kind: confirmed, by: ada}", []),
        ("{on: 2026-04-01, kind: paused, until: 2026-05-01, by: cleo}", []),
        (
            "{on: 2026-04-02, kind: resumed}",
            ["3:8: this fact lies after today, 2026-04-01; write it down when it has been. [date]"],
        ),
        (
            "{on: 2026-04-01, kind: confirmed, by: cleo}",
            ["3:41: 'cleo' is not in this pair (ada, ben). [not-in-pair]"],
        ),
        (
            "{on: 2026-04-01, kind: agreed, by: cleo, version: 2}",
            ["3:38: 'cleo' is not in this pair (ada, ben). [not-in-pair]"],
        ),
        (
            "{on: 2026-04-01, kind: applied, cohort: spring}",
            [
                (
                    "3:26: a fact of kind 'applied' belongs to people's logs; move it there. "
                    "[fact-place]"
                )
            ],
        ),
    ],
)
def test_the_facts_of_a_pair(fact: str, said: list[str], tmp_path: Path) -> None:
    assert _said(tmp_path, PAIR_LOG, f"schema: 1\nfacts:\n- {fact}\n") == said


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("{on: 2026-04-01, kind: applied, cohort: spring}", []),
        ("{on: 2026-04-01, kind: left}", []),
        (
            "{on: 2026-04-01, kind: ended, outcome: changed}",
            ["3:26: a fact of kind 'ended' belongs to pairs' logs; move it there. [fact-place]"],
        ),
    ],
)
def test_the_facts_of_a_person(fact: str, said: list[str], tmp_path: Path) -> None:
    log = "program/log/people/ben.yaml"

    assert _said(tmp_path, log, f"schema: 1\nfacts:\n- {fact}\n") == said


LEARNER = "schema: 1\nname: Ada\nrole: mentee\n" + CONSENT


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{ADA}joined: 2026-04-01\n", []),
        (
            f"{ADA}joined: 2026-04-02\n",
            ["5:9: joined lies after today, 2026-04-01; write it down when it has been. [date]"],
        ),
        (f"{LEARNER}wants: [{{skill: docs}}]\n", []),
        (
            f"{LEARNER}offers: [{{skill: docs}}]\n",
            [
                (
                    "5:9: only a mentor offers skills. Make the role 'both', or delete 'offers'. "
                    "[role-and-skills]"
                )
            ],
        ),
        (
            f"{LEARNER.replace('mentee', 'both')}offers: [{{skill: a}}]\nwants: [{{skill: a}}]\n",
            [],
        ),
        (
            ADA.replace("2026-01-10", "2026-01-10, withdrawn: 2026-01-09"),
            ["4:53: consent is withdrawn before it was given; mend one of the dates. [consent]"],
        ),
        (ADA.replace("2026-01-10", "2026-01-10, withdrawn: 2026-01-10"), []),
        (f"{ADA}timezone: UTC\n", []),
        (
            f"{ADA}timezone: asia/calcuta\n",
            ["5:11: 'asia/calcuta' is no time zone. Did you mean 'Asia/Calcutta'? [time-zone]"],
        ),
        (
            f"{ADA}timezone: new_york\n",
            ["5:11: 'new_york' is no time zone. Did you mean 'America/New_York'? [time-zone]"],
        ),
    ],
)
def test_a_person(text: str, said: list[str], tmp_path: Path) -> None:
    lines = problem_lines(tmp_path, {**SMALL, ADA_FILE: text})

    assert lines == [f"{ADA_FILE}:{line}" for line in said]


def test_the_programs_time_zone_is_one(tmp_path: Path) -> None:
    text = "schema: 1\nname: T\npurpose: P\ntimezone: Here\n"

    assert _said(tmp_path, "program/program.yaml", text) == [
        "4:11: 'Here' is no time zone. Write a name such as Europe/Lisbon. [time-zone]"
    ]


@pytest.mark.parametrize(
    "hours", ["{day: mon, from: 9:00, to: 9:00}", "{day: mon, from: 9:00, to: 8:00}"]
)
def test_hours_end_after_they_begin(hours: str, tmp_path: Path) -> None:
    files = {**SMALL, "private/participants/ada.yaml": f"schema: 1\nhours: [{hours}]\n"}

    assert problem_lines(tmp_path, files) == [
        (
            "private/participants/ada.yaml:2:36: these hours end before they begin; "
            "write hours over midnight as two entries. [hours]"
        )
    ]


def test_a_login_is_one_persons_whatever_its_letters(tmp_path: Path) -> None:
    files = {
        **SMALL,
        ADA_FILE: f"{ADA}github: Weaver\ngithub_id: 7\n",
        "program/participants/ben.yaml": f"{BEN}github: weaver\ngithub_id: 8\n",
        "program/participants/cleo.yaml": f"{BEN}github: WEAVER\n",
    }

    assert problem_lines(tmp_path, files) == [
        (
            "program/participants/ben.yaml:5:9: the GitHub account 'weaver' is also in "
            "program/participants/ada.yaml; one account is one person. [same-account]"
        ),
        (
            "program/participants/cleo.yaml:5:9: the GitHub account 'WEAVER' is also in "
            "program/participants/ada.yaml; one account is one person. [same-account]"
        ),
    ]


PRIVATE_LOG = "private/log/people/ben.yaml"
PULSE = (
    "schema: 1\ntitle: Pulse\naudience: [mentor]\ndue: {after: end}\n"
    "questions: [{id: mood, text: How is it?}]\n"
)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (PRIVATE_LOG, "schema: 1\nfacts: [{on: 2026-03-02, kind: vetoed, who: ada}]\n", []),
        (
            PRIVATE_LOG,
            "schema: 1\nfacts: [{on: 2026-03-02, kind: vetoed, who: ben}]\n",
            ["2:45: 'ben' cannot veto themselves; name the other person. [same-person]"],
        ),
        (
            "private/log/people/cleo.yaml",
            (
                "schema: 1\nfacts:\n- {on: 2026-03-02, kind: answered, survey: pulse, "
                "pair: spring/ada-ben, answers: [{question: mood, value: 4}]}\n"
            ),
            ["3:57: 'cleo' is not in this pair (ada, ben). [not-in-pair]"],
        ),
        (
            PAIR_LOG,
            "schema: 1\nfacts: [{on: 2026-03-01, kind: ended, outcome: changed}]\n",
            ["2:14: this pair ended before it started, 2026-03-02. [date-order]"],
        ),
        (
            ADA_FILE,
            ADA.replace("2026-01-10", "2026-01-10, withdrawn: 2026-04-02"),
            [
                "4:53: consent is withdrawn after today, 2026-04-01; write the day on which they did it. [consent]"
            ],
        ),
        (
            ADA_FILE,
            ADA.replace("version: 1", "version: 2"),
            [
                "4:20: version 2 of the words does not exist; the newest is 1. Write the one they agreed to. [consent]"
            ],
        ),
        (
            "private/log/people/ben.yaml",
            (
                "schema: 1\nfacts:\n- {on: 2026-03-02, kind: answered, survey: pulse, "
                "pair: spring/ada-bob, answers: []}\n"
            ),
            [
                (
                    "3:57: there is no pair 'spring/ada-bob'. Did you mean 'spring/ada-ben'? "
                    "[unknown-pair]"
                )
            ],
        ),
        (
            PAIR_FILE,
            PAIR.replace("one-to-one", "group").replace("[ben]", "[ben, ben]"),
            ["4:11: 'ben' stands twice in this pair; name each person once. [same-person]"],
        ),
        (
            "program/applications/spring/ada.yaml",
            "schema: 1\napplied: 2026-02-01\n",
            [],
        ),
        (
            "program/slots/ada/2031-05-01.yaml",
            "schema: 1\ntimes: [{at: '17:00'}]\n",
            [
                "1:1: the day of this file, 2031-05-01, is more than five years away; rename it. [date]"
            ],
        ),
        (
            ADA_FILE,
            f"{ADA}about: |\n  {'> ' * 17}a\nstory: |\n  {'- ' * 30}\n",
            [
                "5:8: quotes and lists are nested more than 16 deep here; write it flatter. [too-deep]"
            ],
        ),
        (
            "program/meetings/spring/ada-ben/2026-03-10.md",
            MEETING.replace("We", f"Hello.\n\n{'1. ' * 17}We"),
            [
                "7:1: quotes and lists are nested more than 16 deep here; write it flatter. [too-deep]"
            ],
        ),
        (
            ADA_FILE,
            f"{ADA}offers: [{{skill: a}}]\nparts_of_day: []\nline: e\u0301\nlinks: ['https://x.org/e\u0301']\n",
            [
                f"{place}: letters and their accents stand apart here and are read as one; type them "
                "again. [letters-apart]"
                for place in ("7:7", "8:9")
            ],
        ),
    ],
)
def test_what_cannot_be_right_is_told_at_its_place(
    file: str, text: str, said: list[str], tmp_path: Path
) -> None:
    lines = problem_lines(tmp_path, {**PAIRED, **CREW, SURVEY_FILE: PULSE, file: text})

    assert lines == [f"{file}:{line}" for line in said]


def test_an_event_is_changed_and_called_off_on_days_that_have_been(tmp_path: Path) -> None:
    text = (
        "schema: 1\nname: Circle\nkind: circle\non: 2026-04-20\n"
        "changed: [2026-03-10, 2026-04-02]\ncancelled: 2026-04-03\n"
    )
    place = "program/events/spring/circle.yaml"

    lines = problem_lines(tmp_path, {**SMALL, place: text})

    told = "lies after today, 2026-04-01; write it down when it has been. [date]"
    assert lines == [f"{place}:5:23: this change {told}", f"{place}:6:12: cancelled {told}"]


def test_a_round_that_is_missing_is_told_and_not_its_days(tmp_path: Path) -> None:
    files = {
        "program/events/autumn/start.yaml": (
            "schema: 1\nname: Start\nkind: kick-off\n'on': 2026-03-02\n"
        ),
        "program/applications/autumn/ada.yaml": "schema: 1\napplied: 2026-02-01\n",
        "program/log/pairs/spring/x.yaml": (
            "schema: 1\nfacts: [{on: 2026-03-02, kind: confirmed, by: ada}]\n"
        ),
    }

    lines = problem_lines(tmp_path, {**PAIRED, **files})

    assert [line.rpartition(" ")[2] for line in lines] == [
        "[unknown-cohort]",
        "[unknown-cohort]",
        "[unknown-pair]",
    ]


def test_thousands_of_wrong_names_are_answered_in_time(tmp_path: Path) -> None:
    people = {f"program/participants/weaver-{one:04}.yaml": BEN for one in range(1_000)}
    pairs = {
        f"program/pairs/spring/p-{one}.yaml": PAIR.replace("ben", f"weavr-{one:04}")
        for one in range(1_000)
    }
    began = time.process_time()

    lines = problem_lines(tmp_path, {**SMALL, **people, **pairs})

    assert len(lines) == 1_000
    assert sum("Did you mean 'weaver-" in line for line in lines) == 1_000
    assert time.process_time() - began < 4


def test_who_applies_before_the_round_opens_is_told(tmp_path: Path) -> None:
    application = "program/applications/spring/ada.yaml"
    files = {
        COHORT_FILE: f"{COHORT}opens: 2026-02-02\n",
        application: "schema: 1\napplied: 2026-02-01\n",
    }

    assert problem_lines(tmp_path, {**SMALL, **files}) == [
        (
            f"{application}:2:10: applied lies outside the round: applications open on 2026-02-02. "
            "[outside-round]"
        )
    ]


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (
            "",
            [
                "1:1: 'ben' learns in 2 pairs at once, more than mentors_wanted, 1. Mend one of them. [capacity]"
            ],
        ),
        ("informal: true\n", []),
        ("# one-to-one is over\n", []),
    ],
    ids=["at work", "informal", "over"],
)
def test_who_learns_in_more_pairs_than_they_asked_for_is_told(
    second: str, said: list[str], tmp_path: Path
) -> None:
    pair = PAIR.replace("ada", "cleo") + second
    files = {**PAIRED, **CREW, "program/pairs/spring/cleo-ben.yaml": pair}
    if "over" in second:
        files[PAIR_LOG] = "schema: 1\nfacts: [{on: 2026-03-05, kind: ended, outcome: changed}]\n"

    assert problem_lines(tmp_path, files) == [
        f"program/participants/ben.yaml:{line}" for line in said
    ]
