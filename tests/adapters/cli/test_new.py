"""`mentorgen new`: files that are filled in as far as they can be, and pass the check."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from inline_snapshot import snapshot

from mentorgen.adapters.cli.main import commands
from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.git_repository import write
from tests.programs.trees import TODAY, empty, three_people

PAIR = "2026-spring/ana-ben"
HINT = "To let editors help: mentorgen schema --out docs/reference/schemas\n"
NO_CONSENT = "Add 'consent:' when they agree. [no-consent]\n"


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo(three_people())


def test_a_participants_file_is_filled_in(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen(
        *("new", "participant", "dana", "--name", "Dana Ruiz", "--role", "both"),
        *("--timezone", "UTC", "--language", "pt", "--language", "zh-Hans"),
        *("--root", root, "--today", TODAY),
    )

    assert answer == Answer(0, "program/participants/dana.yaml\n", HINT)
    assert (root / "program/participants/dana.yaml").read_text() == snapshot("""\
# yaml-language-server: $schema=../../docs/reference/schemas/participant.json
schema: 1
name: Dana Ruiz
role: both # mentor, mentee or both
joined: 2026-04-01

# By the number of the account this person can change what is theirs in a pull request;
# https://api.github.com/users/LOGIN shows it as "id".
# github: LOGIN
# github_id: 12345678

# Without consent nothing of this file is shown. 'shows' is what this person ticked:
# time-zone, parts-of-day, links, ask-by-name, last-active, calendar, story.
# consent:
#   version: 1
#   given: 2026-04-01
#   shows: [time-zone, parts-of-day]

# line: One sentence that sounds like you.
languages: [pt, zh-Hans]
timezone: UTC
# parts_of_day: [weekday-evening, weekend-morning]

# What you can help with; skills are listed in program/skills.yaml.
# offers:
#   - skill: code-review
#     level: can-teach # new, some, can-help or can-teach
# capacity: 1 # mentees at one time

# What you would like to learn; skills are listed in program/skills.yaml.
# wants:
#   - skill: first-talk
#     level: new # new, some, can-help or can-teach
""")


def test_what_is_not_known_stands_there_to_be_filled_in(root: Path, mentorgen: Mentorgen) -> None:
    mentorgen(
        *("new", "participant", "dana", "--name", "D", "--role", "mentor"),
        *("--root", root, "--today", TODAY),
    )

    assert (root / "program/participants/dana.yaml").read_text() == snapshot("""\
# yaml-language-server: $schema=../../docs/reference/schemas/participant.json
schema: 1
name: "D"
role: mentor # mentor, mentee or both
joined: 2026-04-01

# By the number of the account this person can change what is theirs in a pull request;
# https://api.github.com/users/LOGIN shows it as "id".
# github: LOGIN
# github_id: 12345678

# Without consent nothing of this file is shown. 'shows' is what this person ticked:
# time-zone, parts-of-day, links, ask-by-name, last-active, calendar, story.
# consent:
#   version: 1
#   given: 2026-04-01
#   shows: [time-zone, parts-of-day]

# line: One sentence that sounds like you.
# languages: [en]
# timezone: Europe/Lisbon
# parts_of_day: [weekday-evening, weekend-morning]

# What you can help with; skills are listed in program/skills.yaml.
# offers:
#   - skill: code-review
#     level: can-teach # new, some, can-help or can-teach
# capacity: 1 # mentees at one time
""")


@pytest.mark.parametrize(
    "name",
    [
        'Dana "the: loom" #1',
        "ليلى الحداد",
        "null",
        "- 7",
        "O'Neil: a, [b] {c}",
        "1e3",
        "yes",
        "back\\slash",
    ],
)
@pytest.mark.parametrize("role", ["mentor", "mentee", "both"])
def test_a_written_file_passes_the_check_whatever_the_name(
    name: str, role: str, root: Path, mentorgen: Mentorgen
) -> None:
    typed = ("new", "participant", "dana", "--name", name, "--role", role, "--today", TODAY)
    written = mentorgen(*typed, "--root", root)
    checked = mentorgen("check", "--root", root, "--today", TODAY)
    with (root / "program/participants/dana.yaml").open("a") as file:
        file.write("consent: {version: 1, given: 2026-04-01}\n")
    shown = mentorgen("status", "dana", "--root", root, "--today", TODAY)

    assert written.code == 0
    assert (checked.code, checked.out.endswith(NO_CONSENT)) == (0, True)
    assert shown.out.startswith(f"{name}\n")


def test_what_is_left_out_is_asked_for_beside_the_answer(root: Path) -> None:
    typed = ["new", "participant", "dana", "--root", str(root), "--today", str(TODAY)]

    answer = CliRunner().invoke(commands, typed, input="Dana\nmentee\n")

    assert answer.stdout == "program/participants/dana.yaml\n"
    assert answer.stderr.startswith("Name to be shown: ")
    assert "name: Dana\nrole: mentee " in (root / "program/participants/dana.yaml").read_text()


def test_where_nobody_can_answer_it_says_what_to_give(
    root: Path, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nobody:
        monkeypatch.setattr(sys, "stdin", nobody)
        answer = mentorgen("new", "participant", "dana", "--root", root, "--today", TODAY)

    assert answer == Answer(
        2, "", "Name to be shown: \nmentorgen: Nobody is here to ask; give --name and --role.\n"
    )


def test_a_question_on_a_terminal_can_be_left(
    root: Path, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, ours = os.openpty()
    os.write(theirs, b"\x04")
    with os.fdopen(ours, encoding="utf-8") as terminal, os.fdopen(theirs, "wb"):
        monkeypatch.setattr(sys, "stdin", terminal)
        answer = mentorgen("new", "participant", "dana", "--root", root, "--today", TODAY)

    assert answer == Answer(130, "", "Name to be shown: Stopped.\n")
    assert not (root / "program/participants/dana.yaml").exists()


def test_what_the_private_folder_says_already_is_not_said_in_another_way(
    root: Path, tmp_path: Path, mentorgen: Mentorgen
) -> None:
    write(tmp_path / "ours", {"participants/dana.yaml": "schema: 1\nname: Dana Ruiz\n"})
    typed = ("new", "participant", "dana", "--name", "Dana", "--role", "mentor")

    answer = mentorgen(*typed, "--root", root, "--private", tmp_path / "ours", "--today", TODAY)

    assert answer == Answer(
        2,
        "",
        "mentorgen: ours/participants/dana.yaml: name is already given in"
        " program/participants/dana.yaml:3 with another value; a private file only adds."
        " Keep one of the two.\n",
    )


def test_errors_of_others_stop_nobody_from_joining(root: Path, mentorgen: Mentorgen) -> None:
    (root / "program/participants/ben.yaml").write_text("schema: 1\nname: b@example.org\n")
    typed = ("new", "participant", "dana", "--name", "Dana", "--role", "mentor")

    answer = mentorgen(*typed, "--root", root, "--today", TODAY)

    assert answer == Answer(0, "program/participants/dana.yaml\n", HINT)


@pytest.mark.parametrize(
    ("typed", "code", "err"),
    [
        (
            ("participant", "ben", "--name", "Ben", "--role", "mentor"),
            2,
            "mentorgen: {root}/program/participants/ben.yaml is there already; nothing was changed.\n",
        ),
        (
            ("participant", "dana", "--name", "Dana", "--role", "both", "--language", "klingon"),
            2,
            (
                "mentorgen: program/participants/dana.yaml: language must be a language code"
                " such as en, pt-BR or zh-Hans, not 'klingon'.\n"
            ),
        ),
        (
            ("participant", "zed", "--name", "Zed z@example.org", "--role", "mentor"),
            2,
            (
                "mentorgen: program/participants/zed.yaml: an e-mail address stands here;"
                " contact details belong to the private folder.\n"
            ),
        ),
        (
            ("goal", PAIR, "Call", "--milestone", "Call +351 912 345 678"),
            2,
            (
                "mentorgen: program/goals/2026-spring/ana-ben/call.yaml: a phone number stands"
                " here; contact details belong to the private folder.\n"
            ),
        ),
        (
            ("participant", "nul", "--name", "Nul", "--role", "mentor"),
            2,
            (
                "mentorgen: program/participants/nul.yaml: Windows can have no file or folder"
                " called 'nul'; call it 'nul-1', say.\n"
            ),
        ),
        (
            ("goal", "2026-spring/ana-bem", "A goal"),
            2,
            "mentorgen: There is no pair '2026-spring/ana-bem'. Did you mean '2026-spring/ana-ben'?\n",
        ),
        (
            ("goal", PAIR, "A first test"),
            2,
            (
                "mentorgen: {root}/program/goals/2026-spring/ana-ben/a-first-test.yaml is there already;"
                " nothing was changed.\n"
            ),
        ),
        (
            ("goal", PAIR, "Sooner", "--due", "2026-03-31"),
            2,
            "mentorgen: --due is 2026-03-31, before today, 2026-04-01.\n",
        ),
    ],
)
def test_what_cannot_be_begun_is_refused_in_a_sentence(
    typed: tuple[str, ...], code: int, err: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    goal = three_people()["program/goals/2026-spring/ana-ben/first-test.yaml"]
    root = make_repo(
        {**three_people(), "program/goals/2026-spring/ana-ben/a-first-test.yaml": goal}
    )
    before = _files(root)

    answer = mentorgen("new", *typed, "--root", root, "--today", TODAY)

    assert answer == Answer(code, "", err.format(root=root))
    assert _files(root) == before


def test_a_pair_that_has_ended_begins_no_goal(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    tree, log = three_people(), "program/log/pairs/2026-spring/ana-ben.yaml"
    ended = "  - {on: 2026-03-30, kind: ended, outcome: completed}\n"
    root = make_repo({**tree, log: f"{tree[log]}{ended}"})
    before = _files(root)

    answer = mentorgen("new", "goal", PAIR, "A page", "--root", root, "--today", TODAY)

    assert answer == Answer(
        2, "", f"mentorgen: The pair '{PAIR}' has ended; it begins no new goal.\n"
    )
    assert _files(root) == before


@pytest.mark.parametrize("slug", ["Ana", "ana rivers", "../ana", "a--b", "-ana", "ليلى", "a/b", ""])
def test_a_bad_slug_is_refused_before_anything_is_asked(
    slug: str, root: Path, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("new", "participant", "--root", root, "--", slug)

    assert (answer.code, answer.out) == (2, "")
    assert f"{slug!r} is no name for a file; write lower-case letters" in answer.err


def test_a_slug_that_is_too_long_is_refused(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen(
        *("new", "participant", "a" * 81, "--name", "A", "--role", "mentor", "--root", root)
    )

    assert answer.code == 2
    assert answer.err.startswith("mentorgen: program/participants/aaa")


@pytest.mark.parametrize("zone", ["Europe/Lisbonne", "Lisbon"])
def test_an_unknown_time_zone_gets_the_nearest_one(
    zone: str, root: Path, mentorgen: Mentorgen
) -> None:
    typed = ("new", "participant", "dana", "--timezone", zone, "--root", root)

    answer = mentorgen(*typed)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith(
        f"Error: Invalid value for '--timezone': '{zone}' is no time zone."
        " Did you mean 'Europe/Lisbon'?\n"
    )


def test_a_goals_file_is_filled_in(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen(
        *("new", "goal", PAIR, "Write: a second test", "--due", "2026-06-01"),
        *("--milestone", "Read #2", "--milestone", "Write one"),
        *("--root", root, "--today", TODAY),
    )

    place = "program/goals/2026-spring/ana-ben/write-a-second-test.yaml"
    hints = [line.partition("?")[0] for line in answer.err.removeprefix(HINT).splitlines()]
    assert (answer.code, answer.out) == (0, f"{place}\n")
    assert hints == [
        "A hint: What will be different when it is reached",
        "A hint: How will you both see that it is reached",
    ]
    assert (root / place).read_text() == snapshot("""\
# yaml-language-server: $schema=../../../../docs/reference/schemas/goal.json
schema: 1
title: "Write: a second test"
set_on: 2026-04-01
due: 2026-06-01
# why: What will be different when you are there?
# measure: How will you both see that it is done?
milestones:
  - name: "Read #2"
  - name: Write one
""")
    assert mentorgen("check", "--root", root, "--today", TODAY).out == ""


def test_where_the_schemas_lie_nothing_is_said_of_them(root: Path, mentorgen: Mentorgen) -> None:
    mentorgen("schema", "--out", root / "docs/reference/schemas")

    answer = mentorgen("new", "goal", PAIR, "A patch", "--root", root, "--today", TODAY)

    assert (answer.code, "schema" in answer.err) == (0, False)


def test_goals_whose_titles_leave_no_ascii_word_are_numbered(
    root: Path, mentorgen: Mentorgen
) -> None:
    typed = ("new", "goal", PAIR, "هدف جديد", "--root", root, "--today", TODAY)

    places = [mentorgen(*typed).out for _ in range(3)]

    folder = "program/goals/2026-spring/ana-ben"
    assert places == [f"{folder}/goal.yaml\n", f"{folder}/goal-2.yaml\n", f"{folder}/goal-3.yaml\n"]
    assert mentorgen("check", "--root", root, "--today", TODAY).out == ""


def test_a_file_where_a_folder_should_be_is_no_crash(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**empty(), "program/participants.md": "A note.\n"})
    (root / "program/participants.md").rename(root / "program/participants")

    answer = mentorgen(
        *("new", "participant", "ana", "--name", "Ana", "--role", "mentor", "--root", root)
    )

    assert answer == Answer(
        4,
        "",
        f"mentorgen: {root}/program/participants/ana.yaml could not be written: file exists."
        " Nothing was changed.\n",
    )


def test_somebody_elses_error_keeps_nobody_from_joining(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**empty(), "program/participants/ben.yaml": "schema: 1\n"})

    answer = mentorgen(
        *("new", "participant", "ana", "--name", "Ana", "--role", "mentor", "--root", root)
    )

    assert answer == Answer(0, "program/participants/ana.yaml\n", HINT)


def test_nothing_is_begun_outside_a_program(tmp_path: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen(
        *("new", "participant", "ana", "--name", "Ana", "--role", "mentor", "--root", tmp_path)
    )

    assert answer == Answer(
        2,
        "",
        f"mentorgen: {tmp_path} holds no program: it has no folder 'program'."
        " Give the folder above it with --root.\n",
    )


def _files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
