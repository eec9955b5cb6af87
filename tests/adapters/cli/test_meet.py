"""`mentorgen meet`: the record of a meeting that passes the check, with what is still to be done."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.git_repository import write
from tests.programs.pairs import group_of_seven, informal_pair
from tests.programs.trees import TODAY, Tree, arabic_circle, three_people

PAIR = "2026-spring/ana-ben"
FOLDER = "program/meetings/2026-spring/ana-ben"
NOTED = "That meeting is written down already; nothing was changed.\n"
CARRIED = "1 open promise carried over; tick what is done, with an x.\n"


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo(three_people())


def test_all_that_is_said_stands_in_the_record(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen(
        *("meet", PAIR, "--date", "2026-03-31", "--minutes", "30", "--kind", "review"),
        *("--present", "ben", "--topic", "Fixtures: why?", "--topic", "What is next"),
        *("--next", "2026-04-14", "--link", "https://example.org/pull/7#r1"),
        *("--root", root, "--today", TODAY),
    )

    assert answer == Answer(0, f"{FOLDER}/2026-03-31.md\n", CARRIED)
    assert (root / FOLDER / "2026-03-31.md").read_text() == snapshot("""\
---
schema: 1
kind: review # call, chat, review or in-person
minutes: 30
present: [ben]
topics:
  - "Fixtures: why?"
  - What is next
link: "https://example.org/pull/7#r1"
next:
  on: 2026-04-14
  # at: 17:00 # UTC
---

<!-- What you talked about, in a few words. -->

<!-- Small promises, one a line: - [ ] who: what, by YYYY-MM-DD -->
- [ ] ben: write one by himself, by 2026-04-08
""")
    assert mentorgen("check", "--root", root, "--today", TODAY).out == ""


def test_what_is_not_said_stands_there_to_be_filled_in(root: Path, mentorgen: Mentorgen) -> None:
    (root / FOLDER / "2026-03-18.md").unlink()

    answer = mentorgen("meet", PAIR, "--root", root, "--today", TODAY)

    assert answer == Answer(0, f"{FOLDER}/2026-04-01.md\n", "")
    assert (root / FOLDER / "2026-04-01.md").read_text() == snapshot("""\
---
schema: 1
kind: call # call, chat, review or in-person
present: [ana, ben]
# topics: [what you talked about]
# next:
#   on: YYYY-MM-DD
#   at: 17:00 # UTC
---

<!-- What you talked about, in a few words. -->

<!-- Small promises, one a line: - [ ] who: what, by YYYY-MM-DD -->
""")


def test_a_second_meeting_of_a_day_gets_a_number(root: Path, mentorgen: Mentorgen) -> None:
    typed = ("meet", PAIR, "--date", "2026-03-18", "--root", root, "--today", TODAY)

    places = [mentorgen(*typed).out for _ in range(2)]

    assert places == [f"{FOLDER}/2026-03-18-2.md\n", f"{FOLDER}/2026-03-18-3.md\n"]
    assert mentorgen("check", "--root", root, "--today", TODAY).out == ""


def test_a_promise_is_carried_from_meeting_to_meeting_until_it_is_ticked(
    root: Path, mentorgen: Mentorgen
) -> None:
    line = "- [ ] ben: write one by himself, by 2026-04-08"
    first, second = (root / FOLDER / f"2026-03-{day}.md" for day in (25, 31))

    mentorgen("meet", PAIR, "--date", "2026-03-25", "--root", root, "--today", TODAY)
    assert line in first.read_text().splitlines()
    first.write_text(first.read_text().replace(line, line.replace("[ ]", "[x]")))
    answer = mentorgen("meet", PAIR, "--date", "2026-03-31", "--root", root, "--today", TODAY)

    assert answer.err == ""
    assert "by himself" not in second.read_text()


def test_a_meeting_that_is_written_down_late_carries_what_was_open_by_then(
    root: Path, mentorgen: Mentorgen
) -> None:
    mentorgen("meet", PAIR, "--date", "2026-03-10", "--root", root, "--today", TODAY)

    assert "by himself" not in (root / FOLDER / "2026-03-10.md").read_text()


def test_nothing_of_the_private_folder_gets_into_a_public_record(
    root: Path, tmp_path: Path, mentorgen: Mentorgen
) -> None:
    head = "---\nschema: 1\nkind: call\nvisibility: pair\n---\n\n"
    folder = "meetings/2026-spring/ana-ben"
    write(
        tmp_path / "ours", {f"{folder}/2026-04-01.md": f"{head}- [ ] ana: talk about the canary\n"}
    )

    answer = mentorgen(
        "meet", PAIR, "--root", root, "--private", tmp_path / "ours", "--today", TODAY
    )

    assert answer.out == f"{FOLDER}/2026-04-01-2.md\n"
    assert "canary" not in (root / FOLDER / "2026-04-01-2.md").read_text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ("--date", "2026-03-01"),
            (
                "2026-03-01.md: this meeting lies before the pair's start, 2026-03-02."
                " Mend the file's name or the start."
            ),
        ),
        (
            ("--date", "2026-04-02"),
            "2026-04-02.md: this meeting lies after today, 2026-04-01; write it down when it has been.",
        ),
        (("--present", "cleo"), "2026-04-01.md: 'cleo' is not in this pair (ana, ben)."),
        (
            ("--present", "bem"),
            "2026-04-01.md: 'bem' in 'present' is not a participant. Did you mean 'ben'?",
        ),
        (("--next", "2026-03-31"), "2026-04-01.md: the next meeting lies before this one."),
        (("--present", "ben]\nnotes: [x"), None),
        (("--link", "http://example.org"), None),
        (("--topic", "Call +351 912 345 678"), None),
        (("--date", "1026-03-31"), None),
    ],
)
def test_what_the_check_would_refuse_is_not_written(
    typed: tuple[str, ...], said: str | None, root: Path, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("meet", PAIR, *typed, "--root", root, "--today", TODAY)

    assert (answer.code, answer.out) == (2, "")
    assert said is None or answer.err == f"mentorgen: {FOLDER}/{said}\n"
    assert [path.name for path in (root / FOLDER).iterdir()] == ["2026-03-18.md"]


@pytest.mark.parametrize(
    ("tree", "pair", "present"),
    [
        (group_of_seven(), "2026-spring/ana-six", "[ana, ben, cleo, dana, eli, fay, gus]"),
        (arabic_circle(), "circle/readers", "[layla, omar, salma, yusuf, nour]"),
        (informal_pair(), "2026-spring/ana-ben", "[ana, ben]"),
    ],
    ids=["a group", "peers", "informal"],
)
def test_everybody_of_any_form_was_there(
    tree: Tree, pair: str, present: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(tree)

    answer = mentorgen("meet", pair, "--root", root, "--today", TODAY)

    assert answer.code == 0, answer.err
    assert f"present: {present}\n" in (root / answer.out.strip()).read_text()
    assert mentorgen("check", "--root", root, "--today", TODAY).out == ""


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ((), ""),
        (("--minutes", "45"), ""),
        (("--minutes", "20"), f"{FOLDER}/2026-03-18-2.md\n"),
        (("--date", "2026-03-19"), f"{FOLDER}/2026-03-19.md\n"),
    ],
)
def test_a_meeting_that_may_be_noted_already_is_left_to_the_one_who_noted_it(
    root: Path, mentorgen: Mentorgen, typed: tuple[str, ...], file: str
) -> None:
    asked = ("--root", root, "--today", TODAY)

    answer = mentorgen("meet", PAIR, "--date", "2026-03-18", *typed, "--once", *asked)

    assert (answer.code, answer.out) == (0, file)
    assert answer.err == (CARRIED if file else NOTED)


def _with_hours(zone: str = "Europe/Lisbon") -> Tree:
    tree = dict(three_people())
    for slug in ("ana", "ben"):
        path = f"program/participants/{slug}.yaml"
        text = tree[path].replace("timezone: Europe/Lisbon\n", "")
        text = text.replace("parts_of_day: [weekday-evening]\n", "")
        tree[path] = f"{text}timezone: {zone}\nparts_of_day: [weekend-morning, weekday-evening]\n"
    return tree


@pytest.mark.parametrize("number", [1, 2])
def test_one_of_the_proposed_times_is_taken(
    make_repo: MakeRepo, mentorgen: Mentorgen, number: int
) -> None:
    root = make_repo(_with_hours())
    asked = ("--root", root, "--today", TODAY)

    answer = mentorgen("meet", PAIR, "--take", number, "--by", "ben", *asked)

    log = f"program/log/pairs/{PAIR}.yaml"
    assert answer == Answer(0, f"{log}\n", "")
    day, at = {1: ("2026-04-06", "17:00"), 2: ("2026-04-07", "17:00")}[number]
    *_, line = (root / log).read_text().splitlines()
    assert line == f"  - {{on: 2026-04-01, kind: planned, by: ben, day: {day}, at: {at}}}"
    assert mentorgen("check", *asked).out == ""
    assert mentorgen("status", PAIR, *asked).out.count(f"{number + 5} April")


def test_only_a_time_that_is_proposed_can_be_taken(
    root: Path, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    none = mentorgen("meet", PAIR, "--take", "1", "--root", root, "--today", TODAY)
    few = mentorgen(
        "meet", PAIR, "--take", "9", "--root", make_repo(_with_hours()), "--today", TODAY
    )

    assert none.err == "mentorgen: There is no time number 1; none is proposed.\n"
    assert few.err == "mentorgen: There is no time number 9; 3 times are proposed.\n"
    assert (none.code, few.code) == (2, 2)


@pytest.mark.parametrize(
    ("typed", "following"),
    [
        (("--at", "18:00"), "  on: 2026-04-14\n  at: 18:00 # UTC\n"),
        (("--at", "18:00", "--zone", "Europe/Lisbon"), "  on: 2026-04-14\n  at: 17:00 # UTC\n"),
        (("--at", "1:15", "--zone", "Asia/Kathmandu"), "  on: 2026-04-13\n  at: 19:30 # UTC\n"),
        (("--zone", "Europe/Lisbon"), "  on: 2026-04-14\n  # at: 17:00 # UTC\n"),
    ],
)
def test_the_next_meeting_is_said_by_ones_own_clock_and_written_in_utc(
    root: Path, mentorgen: Mentorgen, typed: tuple[str, ...], following: str
) -> None:
    asked = ("--next", "2026-04-14", *typed, "--root", root, "--today", TODAY)

    answer = mentorgen("meet", PAIR, *asked)

    assert answer.code == 0, answer.err
    assert f"next:\n{following}---" in (root / answer.out.strip()).read_text()
    assert mentorgen("check", "--root", root, "--today", TODAY).out == ""


def test_the_programs_clock_counts_where_nobody_names_another(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    tree = dict(three_people())
    program = tree["program/program.yaml"]
    tree["program/program.yaml"] = (
        "".join(
            line for line in program.splitlines(keepends=True) if not line.startswith("timezone")
        )
        + "timezone: America/Bogota\n"
    )
    root = make_repo(tree)
    asked = ("--next", "2026-04-14", "--at", "20:00", "--root", root, "--today", TODAY)

    place = mentorgen("meet", PAIR, *asked).out.strip()

    assert "  on: 2026-04-15\n  at: 01:00 # UTC\n" in (root / place).read_text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--at", "18:00"), "A time needs a day: say with '--next' when they meet again."),
        (
            ("--next", "2027-03-28", "--at", "1:30", "--zone", "Europe/Lisbon"),
            "On 2027-03-28 the clock of Europe/Lisbon leaves 01:30 out.",
        ),
        (("--next", "2026-04-14", "--at", "25:00"), "'25:00' is no time such as 17:30."),
        (("--zone", "Europe/Lisbonne"), "Europe/Lisbon"),
        (
            ("--keep-private",),
            "To keep a meeting private, give your private folder with --private.",
        ),
    ],
)
def test_a_time_that_cannot_be_is_not_written(
    root: Path, mentorgen: Mentorgen, typed: tuple[str, ...], said: str
) -> None:
    answer = mentorgen("meet", PAIR, *typed, "--root", root, "--today", TODAY)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert [path.name for path in (root / FOLDER).iterdir()] == ["2026-03-18.md"]


@pytest.mark.parametrize(
    ("tree", "pair"),
    [
        (three_people(), PAIR),
        (group_of_seven(), "2026-spring/ana-six"),
        (arabic_circle(), "circle/readers"),
        (informal_pair(), "2026-spring/ana-ben"),
    ],
    ids=["two", "a group", "peers", "informal"],
)
def test_what_a_pair_keeps_to_itself_goes_to_the_private_folder(
    tree: Tree, pair: str, make_repo: MakeRepo, tmp_path: Path, mentorgen: Mentorgen
) -> None:
    settings = tree["program/program.yaml"] + "private: folder\n"
    root, ours = make_repo({**tree, "program/program.yaml": settings}), tmp_path / "ours"
    folder = ours / "meetings" / pair
    write(
        ours,
        {
            f"meetings/{pair}/2026-03-31.md": "---\nschema: 1\nkind: call\nvisibility: pair\n---\n\n- [ ] a canary\n"
        },
    )
    asked = ("--root", root, "--private", ours, "--today", TODAY)
    before = sorted((root / "program").rglob("*"))

    answer = mentorgen("meet", pair, "--keep-private", "--next", "2026-04-14", *asked)

    assert (answer.code, answer.out) == (0, f"{folder}/2026-04-01.md\n"), answer.err
    text = (folder / "2026-04-01.md").read_text()
    assert "visibility: pair\n" in text
    assert "- [ ] a canary\n" in text
    assert sorted((root / "program").rglob("*")) == before
    assert mentorgen("check", *asked).code == 0
