"""Forms about a relationship: meetings and goals at once, a new pair through a review."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters.github.forge import IssueEdit, State
from mentorgen.model.requests import RequestKind
from tests.adapters.github.hub import ORGANISER
from tests.adapters.github.intake.office import ANA, BEN, CLEO, Office, at_github
from tests.programs.trees import three_people

MEETING, GOAL, PAIR = RequestKind.MEETING, RequestKind.GOAL, RequestKind.INFORMAL_PAIR
FOLDER = "program/meetings/2026-spring/ana-ben"
ANOTHER = """\
schema: 1
form: one-to-one
mentors: [ana]
mentees: [cleo]
starts: 2026-03-02
"""


def program() -> dict[str, str]:
    """Give the files of the three people, to be changed."""
    return at_github(three_people())


def test_a_meeting_is_written_down_at_once(office: Office) -> None:
    number = office.asks(
        BEN,
        MEETING,
        {
            "pair": "2026-spring/ana-ben",
            "day": "2026-03-30",
            "kind": "in person",
            "minutes": "45",
            "topics": "- looms\n- knots",
            "notes": "We sat.\n\n- [ ] ana: bring thread",
            "next": "2026-04-13",
            "link": "<https://example.org/loom>",
        },
    )

    assert office.main()[f"{FOLDER}/2026-03-30.md"] == snapshot("""\
---
schema: 1
kind: in-person # call, chat, review or in-person
minutes: 45
present: [ana, ben]
topics:
  - looms
  - knots
link: "https://example.org/loom"
next:
  on: 2026-04-13
  # at: 17:00 # UTC
---

We sat.

- [ ] ana: bring thread

<!-- Small promises, one a line: - [ ] who: what, by YYYY-MM-DD -->
- [ ] ben: write one by himself, by 2026-04-08
""")
    assert office.plan == [
        f"write {FOLDER}/2026-03-30.md on main",
        "answer in #1: Done",
        "close #1",
    ]
    assert office.answer(number) == snapshot(
        "**Done.** Your meeting is written down. Something wrong? Edit your text above, and it is read again."
    )
    assert office.issue(number).state is State.CLOSED
    assert office.hub.commits[office.hub.branches["main"]].message == snapshot("""\
2026-spring/ana-ben met on 2026-03-30

Asked for by the form in #1\
""")


def test_the_day_alone_is_enough(office: Office) -> None:
    office.asks(ANA, MEETING, {"day": "2026-03-30"})

    assert "kind: call" in office.main()[f"{FOLDER}/2026-03-30.md"]


def test_an_edit_changes_the_same_record(office: Office) -> None:
    number = office.asks(BEN, MEETING, {"day": "2026-03-30", "minutes": "45"})

    office.edits(number, {"day": "2026-03-30", "minutes": "50"}, MEETING)
    office.run(number)

    assert "minutes: 50" in office.main()[f"{FOLDER}/2026-03-30.md"]
    assert f"{FOLDER}/2026-03-30-2.md" not in office.main()
    assert len(office.answers(number)) == 1


def test_a_day_that_was_wrong_moves_the_record(office: Office) -> None:
    number = office.asks(BEN, MEETING, {"day": "2026-03-30"})

    office.edits(number, {"day": "2026-03-31"}, MEETING)

    assert f"{FOLDER}/2026-03-31.md" in office.main()
    assert f"{FOLDER}/2026-03-30.md" not in office.main()


def test_what_somebody_else_wrote_into_the_record_since_is_kept(office: Office) -> None:
    number = office.asks(BEN, MEETING, {"day": "2026-03-30"})
    place = f"{FOLDER}/2026-03-30.md"
    by_hand = office.main()[place] + "\nBy hand.\n"
    office.hub.commit_files(ORGANISER, "main", {place: by_hand})

    office.edits(number, {"day": "2026-03-30", "notes": "Mine"}, MEETING)

    assert office.main()[place] == by_hand
    assert "Somebody changed what came of this form since" in office.answer(number)


def test_both_may_tell_of_one_meeting_and_it_is_one(office: Office) -> None:
    office.asks(BEN, MEETING, {"day": "2026-03-30", "minutes": "45"})

    number = office.asks(ANA, MEETING, {"day": "2026-03-30"})
    other = office.asks(ANA, MEETING, {"day": "2026-03-30", "minutes": "20"})

    assert "is written down already, maybe by somebody else of you" in office.answer(number)
    assert f"{FOLDER}/2026-03-30-2.md" in office.main()
    assert office.issue(other).state is State.CLOSED


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            {"day": "2026-03-30", "pair": "nobody"},
            "you are in no pair 'nobody'. You are in 2026-spring/ana-ben.",
        ),
        ({"day": "2026-03-30", "minutes": "an hour"}, "'an hour' is no whole number such as 45."),
        ({"day": "2026-03-30", "link": "javascript:alert(1)"}, "is no whole address such as"),
        ({"day": "2027-03-30"}, "**On which day?**: this meeting lies after today"),
        ({"day": "2026-03-30", "next": "soon"}, "'soon' is no day such as 2026-11-20."),
        ({"day": "2026-03-30", "kind": "pigeon"}, "'pigeon' is not one of the choices."),
        ({"day": "2026-03-30", "topics": "x" * 400}, "at most 300 fit"),
        ({"day": "2026-03-30", "notes": "x" * 20_000}, "**Notes**: "),
    ],
)
def test_what_cannot_be_is_told(office: Office, answers: dict[str, str], said: str) -> None:
    number = office.asks(BEN, MEETING, answers)

    assert said in office.answer(number)
    assert len(office.hub.commits) == 1


def test_nobody_tells_of_the_pairs_of_others(office: Office) -> None:
    number = office.asks(CLEO, MEETING, {"day": "2026-03-30", "pair": "2026-spring/ana-ben"})
    none = office.asks(CLEO, MEETING, {"day": "2026-03-30"})

    assert "you are in no pair '2026-spring/ana-ben'." in office.answer(number)
    assert "you are in no pair now." in office.answer(none)


def test_who_is_in_two_pairs_says_which(tmp_path: Path) -> None:
    files = program()
    files["program/pairs/2026-spring/ana-cleo.yaml"] = ANOTHER + "informal: true\n"
    office = Office.of(tmp_path / "one", files)

    number = office.asks(ANA, MEETING, {"day": "2026-03-30"})
    office.edits(number, {"day": "2026-03-30", "pair": "ana-cleo"}, MEETING)

    assert "program/meetings/2026-spring/ana-cleo/2026-03-30.md" in office.main()


def test_a_pair_that_is_not_written_of_in_public_is_not(tmp_path: Path) -> None:
    files = program()
    files["program/pairs/2026-spring/ana-ben.yaml"] += "public_contact: false\n"
    office = Office.of(tmp_path / "one", files)

    number = office.asks(BEN, MEETING, {"day": "2026-03-30"})
    typo = office.asks(BEN, MEETING, {"day": "2026-03-30", "pair": "ana-bn"})

    assert "this pair is not written of in public" in office.answer(number)
    assert "ana-ben" not in office.answer(typo)


def test_a_goal_is_set_at_once(office: Office) -> None:
    number = office.asks(
        ANA,
        GOAL,
        {
            "title": "Twenty tests: all green",
            "measure": "The light is green",
            "why": "So that\nwe sleep",
            "due": "2026-06-01",
            "milestones": "Five\nTen",
        },
    )

    place = "program/goals/2026-spring/ana-ben/twenty-tests-all-green.yaml"
    assert office.main()[place] == snapshot("""\
schema: 1
title: "Twenty tests: all green"
set_on: 2026-04-01
due: 2026-06-01
why: "So that\\nwe sleep"
measure: The light is green
milestones:
  - name: Five
  - name: Ten
""")
    office.edits(number, {"title": "Thirty tests"}, GOAL)
    assert "title: Thirty tests" in office.main()[place]


def test_a_goal_does_not_take_the_place_of_another(office: Office) -> None:
    number = office.asks(ANA, GOAL, {"title": "First test"})

    assert "your pair has a goal of this name" in office.answer(number)


def test_a_pair_that_grew_by_itself_is_proposed(tmp_path: Path) -> None:
    files = program()
    files["program/plans/light.yaml"] = "schema: 1\nname: Light\nstages: [{name: All, weeks: 12}]\n"
    office = Office.of(tmp_path / "one", files)

    number = office.asks(BEN, PAIR, {"with": "cleo", "part": "peer", "starts": "2026-03-25"})

    assert office.proposed(number) == {
        "program/pairs/2026-spring/ben-cleo.yaml": "schema: 1\nform: peer\nmembers: [ben, cleo]\n"
        "plan: light\nstarts: 2026-03-25\ninformal: true\n"
    }
    (pull,) = office.pulls(number)
    assert pull.title == "ben registers a pair that grew by itself"
    assert "> Ask the others whether it is so before you merge." in pull.body


def test_a_mentor_registers_whom_they_teach(office: Office) -> None:
    number = office.asks(ANA, PAIR, {"with": "cleo\nben\nana", "part": "mentor"})

    assert office.proposed(number) == {
        "program/pairs/2026-spring/ana-cleo-ben.yaml": "schema: 1\nform: group\nmentors: [ana]\n"
        "mentees: [cleo, ben]\nstarts: 2026-04-01\ninformal: true\n"
    }


def test_a_pair_of_the_same_people_gets_a_number(office: Office) -> None:
    number = office.asks(BEN, PAIR, {"with": "ana", "part": "mentee"})

    assert [*office.proposed(number)] == ["program/pairs/2026-spring/ana-ben-2.yaml"]


def test_a_pair_is_looked_at_even_where_matches_are_not(tmp_path: Path) -> None:
    files = program()
    files["program/program.yaml"] += "review: []\n"
    office = Office.of(tmp_path / "one", files)

    number = office.asks(BEN, PAIR, {"with": "cleo", "part": "peer"})
    mine = office.asks(ANA, PAIR, {"with": "cleo", "part": "mentor"})

    assert office.proposed(number)
    assert office.issue(mine).state is State.CLOSED, "an organiser needs nobody's review"


def test_who_is_not_there_to_be_seen_is_nobody(tmp_path: Path) -> None:
    files = program()
    place = "program/participants/cleo.yaml"
    files[place] = files[place].replace("consent: {version: 1, given: 2026-01-12}\n", "")
    office = Office.of(tmp_path / "one", files)

    for name in ("cleo", "nobody"):
        number = office.asks(BEN, PAIR, {"with": name, "part": "peer"})
        assert f"there is no page of '{name}'." in office.answer(number)
        office.hub.edit_issue(BEN, number, IssueEdit(state=State.CLOSED))


def test_without_a_running_round_no_pair_begins(tmp_path: Path) -> None:
    files = program()
    for place in [*files]:
        if "2026-spring/" in place:
            del files[place]
    files["program/cohorts/2026-spring.yaml"] = (
        "schema: 1\nname: S\nstarts: 2026-05-01\nends: 2026-06-01\n"
    )
    office = Office.of(tmp_path / "one", files)

    number = office.asks(BEN, PAIR, {"with": "cleo", "part": "peer"})

    assert "No round is running" in office.answer(number)


def test_all_days_and_numbers_that_are_none_are_told_at_once(office: Office) -> None:
    number = office.asks(
        BEN, MEETING, {"pair": "nobodys", "day": "yesterday", "minutes": "an hour", "next": "soon"}
    )

    assert [
        line.split("**")[1] for line in office.answer(number).splitlines() if "* **" in line
    ] == [
        "On which day?",
        "For how many minutes?",
        "When do you meet again?",
        "Which pair?",
    ]


def test_of_who_agreed_to_nothing_no_meeting_is_written_down(tmp_path: Path) -> None:
    files = at_github(three_people())
    place = "program/participants/ana.yaml"
    files[place] = files[place].replace("  given:", "  withdrawn: 2026-03-30\n  given:")
    office = Office.of(tmp_path / "one", files)

    number = office.asks(BEN, MEETING, {"day": "2026-03-30"})

    assert "this pair is not written of in public; tell an organiser" in office.answer(number)
