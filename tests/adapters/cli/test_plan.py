"""`mentorgen plan`: what a changed plan means, read from a real repository."""

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.git_repository import commit, new_repository, write
from tests.programs.trees import TODAY, among_members, three_people

PLAN = "program/plans/half-year.yaml"
LONGER = """\
schema: 1
name: Half a year
rhythm_days: 7
stages:
  - name: Getting to know each other
    weeks: 3
    agenda:
      - {item: How the week was, minutes: 10}
      - item: What comes next
  - name: Reading
    weeks: 5
  - name: Making something
    weeks: 20
"""


def test_a_changed_plan_shows_what_differs_and_where_pairs_are(
    tmp_path: Path, mentorgen: Mentorgen
) -> None:
    root = new_repository(tmp_path / "here", three_people())
    write(root, {PLAN: LONGER})

    answer = mentorgen("plan", "half-year", "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Half a year: changes since HEAD

Meetings: every 14 days before, every 7 now.

Stage                       What changed  Weeks
Getting to know each other  other weeks   6 → 3
Reading                     added         5    \n\

1 running pair follows it; days move for 1 of them.

Pair                 In stage                            \n\
2026-spring/ana-ben  Getting to know each other → Reading

Pair                 Day                      Before     Now         \n\
2026-spring/ana-ben  Reading begins           none       23 March    \n\
2026-spring/ana-ben  Making something begins  13 April   27 April    \n\
2026-spring/ana-ben  Last day                 30 August  13 September
""")


def test_the_same_is_a_value_for_programs(tmp_path: Path, mentorgen: Mentorgen) -> None:
    root = new_repository(tmp_path / "here", three_people())
    commit(root, {PLAN: LONGER})

    asked = ("plan", "half-year", "--root", root, "--today", TODAY, "--format", "json")
    answer = mentorgen(*asked, "--base", "main")

    assert json.loads(answer.out) == snapshot(
        {
            "plan": "half-year",
            "since": "main",
            "rhythm_days": {"before": 14, "after": 7},
            "stages": [
                {
                    "before": "Getting to know each other",
                    "after": "Getting to know each other",
                    "changes": ["other weeks"],
                    "weeks": [6, 3],
                },
                {"before": None, "after": "Reading", "changes": ["added"], "weeks": [None, 5]},
            ],
            "pairs": [
                {
                    "pair": "2026-spring/ana-ben",
                    "stage": ["Getting to know each other", "Reading"],
                    "last_day": ["2026-08-30", "2026-09-13"],
                    "moves": [
                        {"stage": "Reading", "before": None, "after": "2026-03-23"},
                        {
                            "stage": "Making something",
                            "before": "2026-04-13",
                            "after": "2026-04-27",
                        },
                    ],
                }
            ],
        }
    )


def test_what_did_not_change_is_said_in_a_line(tmp_path: Path, mentorgen: Mentorgen) -> None:
    root = new_repository(tmp_path / "here", three_people())

    answer = mentorgen("plan", "half-year", "--root", root, "--today", TODAY)

    assert answer.out == snapshot("""\
Half a year: changes since HEAD

No stage differs.

1 running pair follows it; no day moves.
""")


def test_another_rhythm_alone_changes_no_stage(tmp_path: Path, mentorgen: Mentorgen) -> None:
    tree = dict(three_people())
    root = new_repository(tmp_path / "here", tree)
    write(root, {PLAN: tree[PLAN].replace("stages:", "rhythm_days: 7\nstages:", 1)})

    answer = mentorgen("plan", "half-year", "--root", root, "--today", TODAY)

    assert answer.out == snapshot("""\
Half a year: changes since HEAD

Meetings: every 14 days before, every 7 now.

1 running pair follows it; no day moves.
""")


def test_a_plan_that_nobody_follows_says_so(tmp_path: Path, mentorgen: Mentorgen) -> None:
    tree = {**three_people(), "program/plans/other.yaml": LONGER}
    root = new_repository(tmp_path / "here", tree)
    write(root, {"program/plans/other.yaml": LONGER.replace("Reading", "Listening")})

    answer = mentorgen("plan", "other", "--root", root, "--today", TODAY)

    assert answer.out == snapshot("""\
Half a year: changes since HEAD

Stage                What changed  Weeks
Reading → Listening  renamed       5    \n\

No running pair follows it.
""")


def test_in_public_no_pair_is_named_and_few_are_no_number(
    tmp_path: Path, mentorgen: Mentorgen
) -> None:
    root = new_repository(tmp_path / "here", three_people())
    write(root, {PLAN: LONGER})

    answer = mentorgen("plan", "half-year", "--root", root, "--today", TODAY, "--format", "github")

    assert "ana" not in answer.out
    assert answer.out.endswith("Fewer than five people follow it.\n")


def test_in_public_many_pairs_are_a_number(tmp_path: Path, mentorgen: Mentorgen) -> None:
    tree = dict(three_people())
    for name in ("eva", "fay", "gus"):
        tree[f"program/participants/{name}.yaml"] = tree["program/participants/ben.yaml"].replace(
            "Ben Okoro", name.capitalize()
        )
        for path in (
            "program/pairs/2026-spring/ana-ben.yaml",
            "program/log/pairs/2026-spring/ana-ben.yaml",
        ):
            text = tree[path].replace("[ben]", f"[{name}]").replace("by: ben", f"by: {name}")
            tree[path.replace("ana-ben", f"ana-{name}")] = text
    root = new_repository(tmp_path / "here", tree)
    write(root, {PLAN: LONGER})

    asked = ("plan", "half-year", "--root", root, "--today", TODAY, "--format", "github")

    assert mentorgen(*asked).out.endswith("4 running pairs follow it.\n")


def test_members_of_a_private_repository_see_the_pairs(
    tmp_path: Path, mentorgen: Mentorgen
) -> None:
    root = new_repository(tmp_path / "here", among_members(three_people()))
    write(root, {PLAN: LONGER})

    answer = mentorgen("plan", "half-year", "--root", root, "--today", TODAY, "--format", "github")

    assert "ana-ben | Getting to know each other → Reading |" in answer.out


def test_what_cannot_be_compared_is_one_sentence(
    tmp_path: Path, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    tree = {**three_people(), "program/plans/broken.yaml": "schema: 1\nname: 3\nstages: []\n"}
    root = new_repository(tmp_path / "here", tree)
    write(root, {"program/plans/broken.yaml": LONGER, "program/plans/new.yaml": LONGER})
    asked = ("--root", root, "--today", TODAY)

    found = [
        mentorgen("plan", "half-yaer", *asked).err,
        mentorgen("plan", "new", *asked).err,
        mentorgen("plan", "broken", *asked).err,
        mentorgen("plan", "half-year", *asked, "--base", "nowhere").err,
        mentorgen("plan", "half-year", "--root", make_repo(three_people())).err,
    ]

    assert [text.replace(str(tmp_path), "…") for text in found[:4]] == snapshot(
        [
            "mentorgen: There is no plan 'half-yaer'. Did you mean 'half-year'?\n",
            "mentorgen: There was no plan 'new' at HEAD: it is new.\n",
            "mentorgen: program/plans/broken.yaml has errors at HEAD; choose another --base.\n",
            "mentorgen: There is no commit 'nowhere' here.\n",
        ]
    )
    assert found[4].endswith("lies in no git repository: there is no base.\n")


def test_the_days_of_a_pair_fit_a_narrow_terminal(
    tmp_path: Path, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = new_repository(tmp_path / "here", three_people())
    write(root, {PLAN: LONGER})
    monkeypatch.setenv("COLUMNS", "80")

    lines = mentorgen("plan", "half-year", "--root", root, "--today", TODAY).out.splitlines()

    *_, stages, _, _, first, second, last = lines
    assert stages.rstrip() == "2026-spring/ana-ben  Getting to know each other → Reading"
    assert [line.split("  ")[1] for line in (first, second, last)] == [
        "Reading begins",
        "Making something begins",
        "Last day",
    ]


def test_where_only_the_order_changes_the_last_day_does_not_move(
    tmp_path: Path, mentorgen: Mentorgen
) -> None:
    root = new_repository(tmp_path / "here", {**three_people(), PLAN: LONGER})
    reading, making = (
        "  - name: Reading\n    weeks: 5\n",
        "  - name: Making something\n    weeks: 20\n",
    )
    write(root, {PLAN: LONGER.replace(reading + making, making + reading)})

    out = mentorgen("plan", "half-year", "--root", root, "--today", TODAY).out

    assert "Reading begins" in out
    assert "Last day" not in out
