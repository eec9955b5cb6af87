"""One cause, one line: what follows from a mistake is not told beside it."""

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.repository_builder import (
    ADA,
    BEN,
    COHORT,
    CONSENT,
    GOAL,
    MEETING,
    PAIR,
    PAIRED,
    SMALL,
    loaded,
    make_repo,
    problem_lines,
)

ADA_FILE = "program/participants/ada.yaml"
BEN_FILE = "program/participants/ben.yaml"
NOTE = "program/meetings/spring/ada-ben/2026-03-10.md"


def _rules(lines: list[str]) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in lines]


@pytest.mark.parametrize("name", ["ben.yml", "Ben.yaml", "ben.yaml.", "b\xe9n.yaml"])
def test_a_misnamed_file_exists_under_the_name_it_should_have(name: str, tmp_path: Path) -> None:
    files = {path: text for path, text in PAIRED.items() if path != BEN_FILE}

    lines = problem_lines(tmp_path, {**files, f"program/participants/{name}": BEN})

    assert [line.partition(":")[0] for line in lines] == [f"program/participants/{name}"]


def test_a_misnamed_private_file_exists_too(tmp_path: Path) -> None:
    files = {
        "private/participants/cleo.yml": BEN,
        "private/participants/ada.yaml": "schema: 1\nreports_to: cleo\n",
    }

    assert _rules(problem_lines(tmp_path, {**SMALL, **files})) == ["file-ending"]


def test_people_of_a_folder_that_is_a_link_may_all_exist(tmp_path: Path) -> None:
    root = make_repo(tmp_path, {path: PAIRED[path] for path in PAIRED if "people" not in path})
    (root / "program/participants").rename(root / "elsewhere")
    (root / "program/participants").symlink_to("../elsewhere")

    assert _rules(problem_lines(tmp_path, {})) == ["symbolic-link"]


def test_every_file_of_a_wrong_folder_is_told_once(tmp_path: Path) -> None:
    folder = "program/meetings/spring/ada-bob"
    files = {f"{folder}/2026-03-{day}.md": MEETING for day in range(10, 20)}

    assert problem_lines(tmp_path, {**PAIRED, **files}) == [
        (
            f"{folder}/2026-03-10.md:2:1: this folder is named after 'spring/ada-bob', which is not "
            "a pair. Did you mean 'spring/ada-ben'? [unknown-pair]"
        )
    ]


def test_a_file_that_is_no_record_still_tells_what_else_is_wrong_with_it(tmp_path: Path) -> None:
    files = {
        "program/pairs/spring/ada-ben.yaml": PAIR.replace("one-to-one", "solo").replace(
            "[ben]", "[zed]"
        ),
        "program/pairs/sprig/x.yaml": "schema: 1\nform: solo\nstarts: 2026-03-02\n",
        ADA_FILE: ADA.replace("mentor", "mentro")
        + 'full_name: Ada L\nline: "ada\\u0040example.org"\n',
        "private/log/people/ben.yaml": (
            "schema: 1\nfacts:\n- {on: 2026-03-02, kind: vetoed, who: zed}\n"
            "- {on: 2026-03-02, kind: vexed, who: zed}\n- 7\n"
        ),
        "private/participants/ben.yaml": "schema: 1\nreports_to: zed\nteam: 7\nhours: 8\n",
    }

    assert [
        " ".join((line.split(": ")[0], *_rules([line])))
        for line in problem_lines(tmp_path, {**SMALL, **files})
    ] == [
        "private/log/people/ben.yaml:3:39 unknown-participant",
        "private/log/people/ben.yaml:4:26 fact-kind",
        "private/log/people/ben.yaml:5:3 map",
        "private/participants/ben.yaml:2:13 unknown-participant",
        "private/participants/ben.yaml:4:8 list",
        "program/pairs/sprig/x.yaml:1:1 unknown-cohort",
        "program/pairs/sprig/x.yaml:2:7 choice",
        "program/pairs/spring/ada-ben.yaml:2:7 choice",
        "program/pairs/spring/ada-ben.yaml:4:11 unknown-participant",
        f"{ADA_FILE}:3:7 role",
        f"{ADA_FILE}:5:12 private-field",
        f"{ADA_FILE}:6:7 contact-details",
    ]


def test_a_round_whose_days_are_wrong_blames_no_pair(tmp_path: Path) -> None:
    cohort = COHORT.replace("2026-08-30", "2026-03-01")

    lines = problem_lines(tmp_path, {**PAIRED, "program/cohorts/spring.yaml": cohort})

    assert _rules(lines) == ["date-order"]


def test_who_owns_a_goal_is_in_the_pair(tmp_path: Path) -> None:
    goal = "program/goals/spring/ada-ben/patch.yaml"
    files = {**PAIRED, "program/participants/cleo.yaml": BEN}

    assert problem_lines(tmp_path, {**files, goal: f"{GOAL}owner: ben\n"}) == []
    assert problem_lines(tmp_path, {**files, goal: f"{GOAL}owner: cleo\n"}) == [
        f"{goal}:4:8: 'cleo' is not in this pair (ada, ben). [not-in-pair]"
    ]


@pytest.mark.parametrize("entry", ["a", "{skill: a}", "{x: a}", "7"])
def test_a_list_that_is_too_long_is_told_once_whatever_it_holds(entry: str, tmp_path: Path) -> None:
    offers = f"offers: [{', '.join([entry] * 3_000)}]\n"

    assert problem_lines(tmp_path, {**SMALL, ADA_FILE: ADA + offers}) == [
        f"{ADA_FILE}:5:9: offers has more than 50 entries; at most 50 are read. Shorten it. [too-long]"
    ]


NAUGHTY = (
    "undefined", "NaN", "1E+02", "0xffffffffffffffff", "123456789012345678901234567890",
    ",./;'[]\\-=", '<>?:"{}|_+', "\u03a9\u2248\u00e7\u221a", "\u0661\u0662\u0663", "\U0001f469\U0001f3fd",
    "\u0622\u062e\u0631", "Z\u0351\u034a\u0353a", "<script>alert(1)</script>", "' OR 1=1 -- ", "$(touch x)",
    "../../../etc/passwd%00", "{{ 7 * 7 }}", "%s%n%d", "\u200dx", "=1+1", "CON", "null", "\u0130",
)  # fmt: skip
TEXTS = ("name", "line", "about", "called", "pronouns", "story")


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_texts_are_taken_as_they_are(text: str, tmp_path: Path) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    fields = "".join(f"{field}: {quoted}\n" for field in TEXTS)

    read = loaded(tmp_path, {**SMALL, ADA_FILE: f"schema: 1\nrole: mentor\n{CONSENT}{fields}"})

    assert read.errors == 0
    assert read.program is not None
    ada = read.program.participants["ada"]  # type: ignore[index]
    assert {getattr(ada, field) for field in TEXTS} == {normalize("NFC", text)}


def test_a_pair_of_one_person_is_told_once(tmp_path: Path) -> None:
    pair = "program/pairs/spring/ada-ben.yaml"
    note = MEETING.replace("kind: call", "kind: call\npresent: [ada, ben]")
    files = {
        pair: PAIR.replace("[ben]", "[ada]"),
        **{f"program/meetings/spring/ada-ben/2026-03-{day}.md": note for day in range(10, 20)},
    }

    assert _rules(problem_lines(tmp_path, {**SMALL, **files})) == ["same-person"]


def test_meetings_before_a_start_that_is_mistyped_are_told_once(tmp_path: Path) -> None:
    folder = "program/meetings/spring/ada-ben"
    names = ("2026-03-10-2", "2026-03-10", "2026-03-20", "2026-03-31")
    files = {
        "program/pairs/spring/ada-ben.yaml": PAIR.replace("2026-03-02", "2026-03-30"),
        **{f"{folder}/{name}.md": MEETING for name in names},
    }

    assert problem_lines(tmp_path, {**SMALL, **files}) == [
        (
            f"{folder}/2026-03-10.md:2:1: 3 meetings, from 2026-03-10 on, lie before the pair's start, "
            "2026-03-30. Mend the pair's start. [meeting-day]"
        )
    ]


def test_a_goal_that_is_due_too_early_blames_no_milestone(tmp_path: Path) -> None:
    goal = "program/goals/spring/ada-ben/patch.yaml"
    text = f"{GOAL}due: 2020-01-01\nmilestones: [{{name: A, due: 2026-04-01}}]\n"

    assert _rules(problem_lines(tmp_path, {**PAIRED, goal: text})) == ["date-order"]


def test_of_a_pair_in_the_folder_of_no_round_only_the_folder_is_told(tmp_path: Path) -> None:
    files = {
        "program/pairs/sprng/ada-ben.yaml": PAIR,
        "program/meetings/spring/ada-ben/2026-03-10.md": MEETING,
        "program/goals/spring/ada-ben/patch.yaml": GOAL,
    }

    assert problem_lines(tmp_path, {**SMALL, **files}) == [
        (
            "program/pairs/sprng/ada-ben.yaml:1:1: this folder is named after 'sprng', which is not "
            "a cohort. Did you mean 'spring'? [unknown-cohort]"
        )
    ]


def test_a_private_file_with_a_mistyped_name_is_told_whose_it_may_be(tmp_path: Path) -> None:
    files = {"private/participants/bem.yaml": "schema: 1\nteam: 7\nhours: 8\n"}

    assert problem_lines(tmp_path, {**SMALL, **files}) == [
        (
            "private/participants/bem.yaml:1:1: there is no file of 'bem' in the program that this one "
            "could add to. Did you mean 'ben'? Give this file the name of that one. [missing-file]"
        ),
        (
            "private/participants/bem.yaml:3:8: hours must be a list, such as "
            "[{day: mon, from: 17:30, to: 18:30}], not '8'. [list]"
        ),
    ]
