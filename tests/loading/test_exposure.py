from pathlib import Path

import pytest

from mentorgen.loading.exposure import level_of_files
from mentorgen.model.privacy import Level
from mentorgen.model.words import Layout
from tests.repository_builder import (
    ADA,
    COHORT,
    GOAL,
    MEETING,
    MODULE,
    PAIR,
    PAIRED,
    PROGRAM,
    SMALL,
    problem_lines,
)

ADA_FILE = "program/participants/ada.yaml"
LOG = "program/log/people/ben.yaml"
NOTE = "program/meetings/spring/ada-ben/2026-03-09.md"
PLAN = "schema: 1\nname: Half a year\nstages: [{name: One, weeks: 2}]\n"
FIELDS = {
    "full_name: Ada Lovelace\n": ("full_name", "5:12", Level.MEMBERS),
    "team: Engines\n": ("team", "5:7", Level.MEMBERS),
    "hours: [{day: mon, from: 9:00, to: 10:00}]\n": ("hours", "5:8", Level.MEMBERS),
    "reports_to: ben\n": ("reports_to", "5:13", Level.COORDINATORS),
    "contact: by pigeon\n": ("contact", "5:10", Level.COORDINATORS),
    "background: [{dimension: age, value: old, wish: same}]\n": (
        "background",
        "5:13",
        Level.COORDINATORS,
    ),
}
FACTS = {
    "{on: 2026-03-02, kind: vetoed, who: ada}": "vetoed",
    "{on: 2026-03-02, kind: rated, skill: docs, value: 3}": "rated",
    "{on: 2026-03-02, kind: concern}": "concern",
}


def _moved(place: str, what: str) -> str:
    return f"{place}: {what} belongs to the private folder; move it there. [private-field]"


def _program(layout: Layout) -> dict[str, str]:
    return {**PAIRED, "program/program.yaml": f"{PROGRAM}layout: {layout}\n"}


@pytest.mark.parametrize(
    ("layout", "level"),
    [(Layout.OPEN, Level.PUBLIC), (Layout.SPLIT, Level.PUBLIC), (Layout.PRIVATE, Level.MEMBERS)],
)
def test_the_layout_says_who_reads_the_files(layout: Layout, level: Level) -> None:
    assert level_of_files(layout) is level


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize(("text", "field"), FIELDS.items(), ids=FIELDS)
def test_a_field_is_in_no_file_that_more_people_read(
    text: str, field: tuple[str, str, Level], layout: Layout, tmp_path: Path
) -> None:
    name, place, level = field
    files = {**_program(layout), ADA_FILE: ADA + text}
    expected = [_moved(f"{ADA_FILE}:{place}", f"'{name}'")]

    assert problem_lines(tmp_path, files) == (
        [] if level_of_files(layout).allows(level) else expected
    )


@pytest.mark.parametrize("text", FIELDS)
def test_a_private_file_may_hold_every_field(text: str, tmp_path: Path) -> None:
    files = {**PAIRED, "private/participants/ada.yaml": f"schema: 1\n{text}"}

    assert problem_lines(tmp_path, files) == []


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize(("fact", "kind"), FACTS.items(), ids=FACTS.values())
def test_a_fact_told_in_confidence_is_in_no_open_log(
    fact: str, kind: str, layout: Layout, tmp_path: Path
) -> None:
    log = f"schema: 1\nfacts:\n- {{on: 2026-03-01, kind: resumed}}\n- {fact}\n"

    assert problem_lines(tmp_path, {**_program(layout), LOG: log}) == [
        _moved(f"{LOG}:4:26", f"a fact of kind '{kind}'")
    ]


@pytest.mark.parametrize("fact", FACTS)
def test_a_private_log_adds_what_is_told_in_confidence(fact: str, tmp_path: Path) -> None:
    files = {
        **PAIRED,
        LOG: "schema: 1\nfacts: [{on: 2026-03-01, kind: resumed}]\n",
        "private/log/people/ben.yaml": f"schema: 1\nfacts:\n- {fact}\n",
    }

    assert problem_lines(tmp_path, files) == []


@pytest.mark.parametrize("layout", Layout)
def test_a_goal_of_the_pair_alone_is_in_no_open_file(layout: Layout, tmp_path: Path) -> None:
    goal, note = "goals/spring/ada-ben/patch.yaml", "meetings/spring/ada-ben/2026-03-09.md"
    files = {
        **_program(layout),
        f"program/{goal}": f"{GOAL}visibility: pair\n",
        f"program/{note}": MEETING.replace("call\n", "call\nvisibility: coordinators\n"),
    }

    assert problem_lines(tmp_path, files) == [
        _moved(f"program/{goal}:4:13", "a record with this visibility"),
        _moved(f"program/{note}:4:13", "a record with this visibility"),
    ]


def test_a_goal_of_the_members_is_fine_where_members_read(tmp_path: Path) -> None:
    goal = {"program/goals/spring/ada-ben/patch.yaml": f"{GOAL}visibility: members\n"}

    assert len(problem_lines(tmp_path / "open", {**_program(Layout.OPEN), **goal})) == 1
    assert problem_lines(tmp_path / "private", {**_program(Layout.PRIVATE), **goal}) == []


def test_a_goal_of_the_pair_lives_in_the_private_folder(tmp_path: Path) -> None:
    files = {**PAIRED, "private/goals/spring/ada-ben/patch.yaml": f"{GOAL}visibility: pair\n"}

    assert problem_lines(tmp_path, files) == []


@pytest.mark.parametrize("layout", Layout)
def test_without_settings_the_files_count_as_public(layout: Layout, tmp_path: Path) -> None:
    files = {
        **SMALL,
        "program/program.yaml": f"layout: {layout}\n",
        ADA_FILE: f"{ADA}team: Looms\n",
    }

    assert problem_lines(tmp_path, files)[0] == _moved(f"{ADA_FILE}:5:7", "'team'")


ADDRESS = "an e-mail address stands here"
NUMBER = "a phone number stands here"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("line: ada@example.org\n", ADDRESS),
        ("line: write to Ada.L+x@mail.example.co.uk!\n", ADDRESS),
        ('line: "ada\\x40example.org"\n', ADDRESS),
        ("line: +351 912 345 678\n", NUMBER),
        ("line: (+1) 555 010 9999\n", NUMBER),
        ("line: or (00351912345678)\n", NUMBER),
        ("line: +49-30/12 34.56 78\n", NUMBER),
        ("links: ['https://example.org/?to=ada@example.org']\n", ADDRESS),
        ("about: |\n  Hello.\n  ada@example.org\n", ADDRESS),
    ],
)
def test_contact_details_are_refused(text: str, what: str, tmp_path: Path) -> None:
    (line,) = problem_lines(tmp_path, {**SMALL, ADA_FILE: ADA + text})

    assert line.partition(": ")[2] == (
        f"{what}; contact details belong to the private folder. [contact-details]"
    )


@pytest.mark.parametrize(
    "text",
    [
        "line: I am @ada there and meet at 10:00, 2026-01-10 or room 100 000 000\n",
        "line: version 1.00.123456789 + 12 more, C++ and 1+1\n",
        "line: 'a path\\to @ home'\n",
        "github_id: 100000000000\n",
        "links: ['https://social.example.org/@ada', 'https://example.org/00123456789']\n",
    ],
)
def test_other_signs_and_numbers_are_fine(text: str, tmp_path: Path) -> None:
    assert problem_lines(tmp_path, {**SMALL, ADA_FILE: ADA + text}) == []


def test_contact_details_are_refused_below_a_head_too(tmp_path: Path) -> None:
    note = "program/meetings/spring/ada-ben/2026-03-09.md"

    assert problem_lines(tmp_path, {**PAIRED, note: f"{MEETING}Write to ada@example.org.\n"}) == [
        f"{note}:6:10: {ADDRESS}; contact details belong to the private folder. [contact-details]"
    ]


REFUSED = "contact details belong to the private folder. [contact-details]"


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        (ADA_FILE, f"{ADA}# or ada@example.org\n", "5:6"),
        (ADA_FILE, f"{ADA}links:\n  - https://example.org/?to=ada@example.org\n", "6:29"),
        (ADA_FILE, f"# ada@example.org\n{ADA}", "1:3"),
        (ADA_FILE, f"{ADA}line: hi # ada@example.org\n", "5:12"),
        ("program/cohorts/spring.yaml", f"{COHORT}about: by ada@example.org\n", "5:11"),
        ("program/skills.yaml", "schema: 1\nskills: [] # ada@example.org\n", "2:14"),
        (LOG, "schema: 1\nfacts: []\n# ada@example.org\n", "3:3"),
        (NOTE, f"{MEETING}<!-- ada@example.org -->\n", "6:6"),
        (NOTE, MEETING.replace("call\n", "call # ada@example.org\n"), "3:14"),
        (NOTE, f"{MEETING}[write](mailto:ada@example.org)\n", "6:16"),
        ("training/mentors/listening.md", f"{MODULE}Ask ada@example.org.\n", "10:5"),
    ],
)
def test_all_of_a_file_is_public(path: str, text: str, place: str, tmp_path: Path) -> None:
    assert problem_lines(tmp_path, {**PAIRED, path: text}) == [
        f"{path}:{place}: {ADDRESS}; {REFUSED}"
    ]


def test_each_address_is_told_at_its_own_place(tmp_path: Path) -> None:
    text = (
        f"{ADA}# ada@example.org\nabout: |\n  Write to ada@example.org\n  or to ben@example.org.\n"
        "line: ada@example.org # ada@example.org, or ben@example.org\n"
        'pronouns: "ada\\x40example.org"\n'
    )
    places = ("5:3", "7:12", "8:9", "9:7", "9:25", "9:45", "10:11")

    assert problem_lines(tmp_path, {**SMALL, ADA_FILE: text}) == [
        f"{ADA_FILE}:{place}: {ADDRESS}; {REFUSED}" for place in places
    ]


def test_a_number_over_two_lines_is_told_where_it_begins(tmp_path: Path) -> None:
    text = f"{ADA}about: >\n  Call +351 912\n  345 678.\n"

    assert problem_lines(tmp_path, {**SMALL, ADA_FILE: text}) == [
        f"{ADA_FILE}:6:8: {NUMBER}; {REFUSED}"
    ]


@pytest.mark.parametrize(
    ("role", "field", "said"),
    [
        ("mentor", "contact: ada@example.org", "5:10: 'contact' belongs to the private folder"),
        ("mentro", "contact: ada@example.org", "5:10: 'contact' belongs to the private folder"),
        ("mentor", "email: ada@example.org", "5:1: unknown field 'email'"),
        ("mentor", "mail: {at: [ada@example.org]}", "5:1: unknown field 'mail'"),
        ("mentor", "github: ada@example.org", "5:9: github must be a GitHub login"),
    ],
)
def test_an_address_in_a_value_that_is_refused_is_told_once(
    role: str, field: str, said: str, tmp_path: Path
) -> None:
    text = f"{ADA.replace('mentor', role)}{field}\n"

    (line,) = (
        line for line in problem_lines(tmp_path, {**SMALL, ADA_FILE: text}) if "[role]" not in line
    )
    assert line.startswith(f"{ADA_FILE}:{said}")


def test_an_address_in_a_private_field_of_a_public_record_is_fine(tmp_path: Path) -> None:
    files = {
        **SMALL,
        ADA_FILE: f"{ADA}line: 'a \\ b'\n",
        "private/participants/ada.yaml": 'schema: 1\ncontact: "ada\\x40example.org"\n',
    }

    assert problem_lines(tmp_path, files) == []


PROGRAM_FILE = "program/program.yaml"


def test_the_program_may_say_how_to_reach_it(tmp_path: Path) -> None:
    files = {**SMALL, PROGRAM_FILE: f"{PROGRAM}contact: looms@example.org, +351 912 345 678\n"}

    assert problem_lines(tmp_path, files) == []


def test_the_program_says_so_in_one_place_only(tmp_path: Path) -> None:
    files = {
        **SMALL,
        PROGRAM_FILE: f"{PROGRAM}home: {{lead: ada@example.org}}\n# +351 912 345 678\n",
    }
    own = "the program's own belongs into 'contact'. [contact-details]"

    assert problem_lines(tmp_path, files) == [
        f"{PROGRAM_FILE}:4:14: {ADDRESS}; {own}",
        f"{PROGRAM_FILE}:5:3: {NUMBER}; {own}",
    ]


def test_only_the_program_has_an_address_of_its_own(tmp_path: Path) -> None:
    assert problem_lines(tmp_path, {**SMALL, ADA_FILE: f"{ADA}contact: ada@example.org\n"}) == [
        _moved(f"{ADA_FILE}:5:10", "'contact'"),
    ]


def test_a_private_field_is_told_in_a_record_that_is_none_yet_too(tmp_path: Path) -> None:
    text = ADA.replace("mentor", "mentro") + "full_name: Ada Lovelace\n"

    assert _moved(f"{ADA_FILE}:5:12", "'full_name'") in problem_lines(
        tmp_path, {**SMALL, ADA_FILE: text}
    )


def test_private_files_may_hold_contact_details(tmp_path: Path) -> None:
    files = {
        **SMALL,
        ADA_FILE: f"{ADA}line: ask @ben\n",
        "private/participants/ada.yaml": "schema: 1\ncontact: ada@example.org\n",
        "private/participants/cleo.yaml": f"{ADA}contact: +351 912 345 678\n",
        "private/participants/eve-912345678.yaml": ADA,
    }

    assert problem_lines(tmp_path, files) == []


@pytest.mark.parametrize(
    "name",
    [
        "participants/cleo-91-234-5678.yaml",
        "pairs/spring/912345678.yaml",
        "cohorts/912345678.yaml",
        "plans/n-912-345-678.yaml",
        "goals/spring/ada-ben/912345678.yaml",
    ],
)
def test_a_name_of_a_file_is_no_phone_number(name: str, tmp_path: Path) -> None:
    texts = {"participants": ADA, "pairs": PAIR, "cohorts": COHORT, "plans": PLAN, "goals": GOAL}
    text = texts[name.partition("/")[0]]

    line = f"program/{name}:1:1: a phone number stands in this file's name; {REFUSED}"
    assert line in problem_lines(tmp_path, {**PAIRED, f"program/{name}": text})


@pytest.mark.parametrize(
    "name",
    [
        "participants/cleo-5678.yaml",
        "goals/spring/ada-ben/release-2026-03-10-1.yaml",
        "meetings/spring/ada-ben/2026-03-10-12.md",
    ],
)
def test_a_day_or_a_short_number_names_a_file(name: str, tmp_path: Path) -> None:
    texts = {"participants": ADA, "goals": GOAL, "meetings": MEETING}
    files = {**PAIRED, f"program/{name}": texts[name.partition("/")[0]]}

    assert problem_lines(tmp_path, files) == []
