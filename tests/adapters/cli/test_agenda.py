"""`mentorgen agenda`: what a pair talks about next, for every form and for every reader."""

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.git_repository import write
from tests.programs.pairs import GROUP, group_of_seven, informal_pair
from tests.programs.trees import TODAY, Tree, arabic_circle, three_people

PAIR = "2026-spring/ana-ben"


def _asked(mentorgen: Mentorgen, root: Path, pair: str, *more: object) -> Answer:
    return mentorgen("agenda", pair, *more, "--root", root, "--today", TODAY)


def test_an_agenda_of_two_people(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    assert _asked(mentorgen, make_repo(three_people()), PAIR).out == snapshot("""\
Agenda of ana-ben: meeting 2

8 April at 18:00 UTC, about 30 minutes.

Stage: Getting to know each other.

Promised              Who        By     \n\
write one by himself  Ben Okoro  8 April

Goal: A first test. 1 of 2 milestones reached. Next: Write one, by 20 April.

Minutes  To talk about                                                   \n\
      5  What became of what you promised, and what is still worth doing?
      5  What would make this a good meeting for you?                    \n\
     10  How the week was                                                \n\
         What comes next                                                 \n\
      5  Who does what, by which day? How sure are you, from 1 to 10?    \n\
      5  When do you meet again?                                         \n\

Afterwards, write it down in a few words, with what each of you will do and by when.
""")


def test_an_agenda_of_a_mentor_with_six_mentees(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    assert _asked(mentorgen, make_repo(group_of_seven()), GROUP).out == snapshot("""\
Agenda of ana-six: meeting 3

8 April at 17:00 UTC, about 30 minutes.

Stage: Getting to know each other.

Host this time: Cleo Example, who opens and keeps an eye on the clock.

Promised  Who        By
read it   everybody    \n\

Last topics (18 March): “A file that nobody understands”.

Minutes  To talk about                                                   \n\
      5  What became of what you promised, and what is still worth doing?
      5  What would make this a good meeting for you?                    \n\
     10  How the week was                                                \n\
         What comes next                                                 \n\
      5  Who does what, by which day? How sure are you, from 1 to 10?    \n\
      5  When do you meet again?                                         \n\

Afterwards, write it down in a few words, with what each of you will do and by when.
""")


@pytest.mark.parametrize(
    ("tree", "pair", "says"),
    [
        (arabic_circle(), "circle/readers", "Host this time: عمر الخطيب"),
        (informal_pair(), PAIR, "Agenda of ana-ben: meeting 2"),
    ],
    ids=["peers", "informal"],
)
def test_every_form_has_an_agenda(
    tree: Tree, pair: str, says: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = _asked(mentorgen, make_repo(tree), pair)

    assert (answer.code, says in answer.out) == (0, True)


def test_programs_get_all_of_it(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    answer = _asked(mentorgen, make_repo(three_people()), PAIR, "--format", "json")

    data = json.loads(answer.out)
    assert {name: data[name] for name in ("number", "on", "at", "stage", "promises", "goals")} == {
        "number": 2,
        "on": "2026-04-08",
        "at": "18:00",
        "stage": "Getting to know each other",
        "promises": [
            {"who": "ben", "what": "write one by himself", "by": "2026-04-08", "passed": False}
        ],
        "goals": [{"goal": "first-test", "reached": 1, "total": 2, "next": "Write one"}],
    }


def test_for_everybody_nothing_private_is_told(
    make_repo: MakeRepo, tmp_path: Path, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())
    goal = "schema: 1\ntitle: Canary\nset_on: 2026-03-05\nvisibility: pair\n"
    write(tmp_path / "ours", {"goals/2026-spring/ana-ben/canary.yaml": goal})
    private = ("--private", tmp_path / "ours")

    assert "Goal: Canary." in _asked(mentorgen, root, PAIR, *private).out
    assert "Canary" not in _asked(mentorgen, root, PAIR, *private, "--format", "github").out


def test_a_pair_that_is_not_seen_gets_no_public_agenda(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    tree = three_people()
    pair = "program/pairs/2026-spring/ana-ben.yaml"
    root = make_repo({**tree, pair: f"{tree[pair]}public_contact: false\n"})

    assert _asked(mentorgen, root, PAIR, "--format", "github") == Answer(
        2,
        "",
        "mentorgen: This pair does not want to be seen in public."
        " Ask without '--format github' and send the agenda to its people.\n",
    )
    assert _asked(mentorgen, root, PAIR).code == 0


def test_a_pair_that_ended_has_no_next_meeting(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    tree = three_people()
    log = "program/log/pairs/2026-spring/ana-ben.yaml"
    root = make_repo(
        {**tree, log: f"{tree[log]}  - {{on: 2026-03-30, kind: ended, outcome: completed}}\n"}
    )

    assert _asked(mentorgen, root, PAIR) == Answer(
        2, "", f"mentorgen: The pair '{PAIR}' has ended; it has no next meeting.\n"
    )
