"""`mentorgen export ics`: calendars that another library reads back, and where they may lie."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Answer, Mentorgen
from tests.calendar_reader import read_calendar
from tests.conftest import MakeRepo
from tests.git_repository import git
from tests.programs.trees import TODAY, Tree, empty, three_people

PAIR = "2026-spring/ana-ben"
SPLIT = {
    "program/program.yaml": three_people()["program/program.yaml"] + "private: folder\n",
}
SECRET: Tree = {
    "goals/2026-spring/ana-ben/courage.yaml": """\
schema: 1
title: Dare to ask
set_on: 2026-03-02
due: 2026-05-01
visibility: pair
""",
}


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo({**three_people(), **SPLIT})


@pytest.fixture
def private(tmp_path: Path) -> Path:
    folder = tmp_path / "confidences"
    for name, text in SECRET.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text)
    return folder


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(f"{one.starts:%d %b %H:%M}", one.summary, one.status) for one in read_calendar(text)]


def test_a_pairs_calendar_is_read_back(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen("export", "ics", "--pair", PAIR, "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    assert shown(answer.out) == snapshot(
        [
            ("18 Mar 00:00", "Reached: Read one (Ana and Ben)", "CONFIRMED"),
            ("08 Apr 18:00", "Meeting (Ana and Ben)", "CONFIRMED"),
            ("12 Apr 00:00", "Last day of 'Getting to know each other' (Ana and Ben)", "CONFIRMED"),
            ("20 Apr 00:00", "Due: Write one (Ana and Ben)", "CONFIRMED"),
            ("01 Jun 00:00", "Due: A first test (Ana and Ben)", "CONFIRMED"),
            ("30 Aug 00:00", "Last day of 'Making something' (Ana and Ben)", "CONFIRMED"),
        ]
    )


def test_the_program_and_a_person_have_calendars_too(root: Path, mentorgen: Mentorgen) -> None:
    tail = ("--root", root, "--today", TODAY)
    program = mentorgen("export", "ics", "--program", *tail)
    person = mentorgen("export", "ics", "--person", "cleo", *tail)

    assert "X-WR-CALNAME:Two Looms\r\n" in program.out
    assert "X-WR-CALNAME:Cleo Marsh\\, Two Looms\r\n" in person.out
    assert shown(program.out) == shown(person.out) == [("20 Aug 17:00", "Showcase", "CONFIRMED")]


def test_a_file_is_written_whole_and_says_how_much_is_in_it(
    root: Path, tmp_path: Path, mentorgen: Mentorgen
) -> None:
    out = tmp_path / "new" / "ana-ben.ics"
    tail = ("--root", root, "--today", TODAY)

    answer = mentorgen("export", "ics", "--pair", PAIR, "--out", out, *tail)
    once = mentorgen("export", "ics", "--program", "--out", out.with_name("program.ics"), *tail)

    assert answer == Answer(0, "", f"6 dates are in {out}.\n")
    assert once.err == f"1 date is in {out.with_name('program.ics')}.\n"
    printed = mentorgen("export", "ics", "--pair", PAIR, *tail).out
    assert out.read_bytes() == printed.encode()
    assert {path.name for path in out.parent.iterdir()} == {"ana-ben.ics", "program.ics"}


def test_an_empty_program_has_an_empty_calendar(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    answer = mentorgen("export", "ics", "--program", "--root", make_repo(empty()))

    assert (answer.code, read_calendar(answer.out)) == (0, [])


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (
            ("--pair", "2026-spring/ana-bem"),
            f"mentorgen: There is no pair '2026-spring/ana-bem'. Did you mean '{PAIR}'?\n",
        ),
        (
            ("--person", "cloe"),
            "mentorgen: There is no participant 'cloe'. Did you mean 'cleo'?\n",
        ),
        ((), "mentorgen: Say whose calendar: one of --pair ID, --person SLUG, --program.\n"),
        (
            ("--program", "--person", "cleo"),
            "mentorgen: Say whose calendar: one of --pair ID, --person SLUG, --program.\n",
        ),
    ],
)
def test_who_is_not_there_is_told(
    root: Path, mentorgen: Mentorgen, typed: tuple[str, ...], error: str
) -> None:
    answer = mentorgen("export", "ics", *typed, "--root", root, "--today", TODAY)

    assert answer == Answer(2, "", error)


def test_a_calendar_is_never_written_over_a_record(root: Path, mentorgen: Mentorgen) -> None:
    record = root / "program/program.yaml"

    answer = mentorgen("export", "ics", "--program", "--out", record, "--root", root)

    assert answer.code == 2
    assert "a calendar ends in .ics, not 'program.yaml'." in answer.err
    assert record.read_text() == SPLIT["program/program.yaml"]


def test_what_a_pair_keeps_to_itself_needs_the_private_folder_and_is_marked(
    root: Path, private: Path, mentorgen: Mentorgen
) -> None:
    typed = ("export", "ics", "--pair", PAIR, "--root", root, "--today", TODAY)

    without, within = mentorgen(*typed), mentorgen(*typed, "--private", private)

    assert "Dare to ask" not in without.out
    marked = {one.summary: one.values.get("CLASS") for one in read_calendar(within.out)}
    assert marked.pop("Due: Dare to ask (Ana and Ben)") == "PRIVATE"
    assert {*marked.values()} == {None}


def test_private_dates_are_never_written_among_the_programs_files(
    root: Path, private: Path, mentorgen: Mentorgen
) -> None:
    git(root, "init", "-q")
    typed = ("export", "ics", "--pair", PAIR, "--private", private, "--today", TODAY)

    for out in (root / "out.ics", root / "docs" / ".." / "site" / "out.ics"):
        answer = mentorgen(*typed, "--root", root, "--out", out)
        assert (answer.code, out.exists()) == (2, False)
        assert answer.err == (
            f"mentorgen: {out} lies in the folder of the program, which others read, and --private "
            f"was given. Write it somewhere else, such as {private / 'out.ics'}.\n"
        )
    assert mentorgen(*typed, "--root", root, "--out", private / "out.ics").code == 0
    assert (
        mentorgen(*typed[:4], "--root", root, "--out", root / "out.ics", "--today", TODAY).code == 0
    )


def test_a_private_repository_inside_the_program_takes_its_own_dates(
    root: Path, private: Path, mentorgen: Mentorgen
) -> None:
    git(root, "init", "-q")
    inner = private.rename(root / "confidences")
    git(inner, "init", "-q")
    typed = ("export", "ics", "--pair", PAIR, "--root", root, "--private", inner, "--today", TODAY)

    assert mentorgen(*typed, "--out", inner / "out.ics").code == 0
    assert mentorgen(*typed, "--out", root / "out.ics").code == 2


def test_a_link_out_of_the_private_folder_leads_nowhere_public(
    root: Path, private: Path, mentorgen: Mentorgen
) -> None:
    (private / "shared").symlink_to(root)

    answer = mentorgen(
        *("export", "ics", "--pair", PAIR, "--private", private, "--today", TODAY),
        *("--root", root, "--out", private / "shared" / "out.ics"),
    )

    assert (answer.code, (root / "out.ics").exists()) == (2, False)


def test_the_same_files_on_the_same_day_are_the_same_bytes_wherever_they_are_read(
    root: Path, tmp_path: Path
) -> None:
    texts = []
    for number, (zone, seed) in enumerate((("UTC", "1"), ("Pacific/Chatham", "2"))):
        out = tmp_path / f"{number}.ics"
        subprocess.run(
            [
                *(sys.executable, "-m", "mentorgen", "export", "ics", "--person", "ana"),
                *("--root", str(root), "--today", str(TODAY), "--out", str(out)),
            ],
            check=True,
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
            capture_output=True,
        )
        texts.append(out.read_bytes())

    assert texts[0] == texts[1]
    assert texts[0].count(b"BEGIN:VEVENT") == 7


def test_a_day_later_only_what_changed_is_different(root: Path, mentorgen: Mentorgen) -> None:
    log = root / "program/log/pairs/2026-spring/ana-ben.yaml"
    typed = ("export", "ics", "--pair", PAIR, "--root", root, "--today")
    before = {str(one.values["UID"]): one for one in read_calendar(mentorgen(*typed, TODAY).out)}
    log.write_text(log.read_text() + "  - {on: 2026-04-02, kind: ended, outcome: stopped}\n")

    after = read_calendar(mentorgen(*typed, date(2026, 4, 2)).out)

    assert {str(one.values["UID"]) for one in after} == {*before}
    for one in after:
        old = before[str(one.values["UID"])]
        assert (one.summary, one.starts) == (old.summary, old.starts)
        assert int(str(one.values["SEQUENCE"])) > int(str(old.values["SEQUENCE"]))
        day = f"{one.starts:%Y-%m-%d}"
        assert one.status == ("CANCELLED" if day > "2026-04-02" else "CONFIRMED")


def test_an_event_that_is_moved_and_called_off_takes_the_place_of_what_was_read(
    root: Path, mentorgen: Mentorgen
) -> None:
    event = root / "program/events/2026-spring/circle.yaml"
    event.parent.mkdir(parents=True, exist_ok=True)
    files = (
        "schema: 1\nname: Circle\nkind: circle\non: 2026-04-08\nat: 17:00\n",
        "schema: 1\nname: Circle\nkind: circle\non: 2026-04-09\nat: 18:00\nchanged: [2026-03-30]\n",
        (
            "schema: 1\nname: Circle\nkind: circle\non: 2026-04-09\nat: 18:00\nchanged: [2026-03-30]\n"
            "cancelled: 2026-04-01\n"
        ),
    )

    found = []
    for text in files:
        event.write_text(text)
        answer = mentorgen("export", "ics", "--program", "--root", root, "--today", TODAY)
        found += [one for one in read_calendar(answer.out) if one.summary == "Circle"]

    assert [(f"{one.starts:%d %H:%M}", one.status, one.values["SEQUENCE"]) for one in found] == [
        ("08 17:00", "CONFIRMED", "0"),
        ("09 18:00", "CONFIRMED", "2"),
        ("09 18:00", "CANCELLED", "3"),
    ]
    assert len({one.values["UID"] for one in found}) == 1
    assert f"{found[2].values['LAST-MODIFIED']:%Y-%m-%d}" == "2026-04-01"
