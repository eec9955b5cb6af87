"""Scenarios and what-ifs of `mentorgen match`, end to end on real folders."""

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.programs.rounds import PRIVATE, a_round
from tests.programs.trees import TODAY

BOLD = {"program/scenarios/bold.yaml": "schema: 1\nmatching: {floor: 80}\n"}
VETO = "schema: 1\nfacts:\n  - {on: 2026-03-21, kind: vetoed, who: ana}\n"


@pytest.fixture
def asked(make_repo: MakeRepo, mentorgen: Mentorgen) -> "Asked":
    return Asked(make_repo(a_round(more=BOLD)), mentorgen)


class Asked:
    """A round in a folder to which questions are put."""

    def __init__(self, root: Path, mentorgen: Mentorgen) -> None:
        self.root, self.mentorgen = root, mentorgen

    def __call__(self, *options: object) -> Answer:
        return self.mentorgen("match", *options, "--root", self.root, "--today", TODAY)

    def data(self, *options: object) -> object:
        answer = self(*options, "--format", "json")
        assert (answer.code, answer.err) == (0, "")
        return json.loads(answer.out)


def test_why_not_tells_who_would_move_and_what_it_costs(asked: Asked) -> None:
    answer = asked("--why-not", "ana", "di")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
For Di Weft to have Ana Loom, Cy Warp would find nobody: as many points, as many people with a place.

                 Now  Then
Still waiting    1    1   \n\
Points together  158  158 \n\

Who      Now       Then    \n\
Cy Warp  Ana Loom  nobody  \n\
Di Weft  nobody    Ana Loom

Finds somebody only then: Di Weft.

Finds nobody then: Cy Warp.
""")


def test_why_not_of_a_suggested_pair_says_so(asked: Asked) -> None:
    assert asked.data("--why-not", "bo", "eva") == snapshot(
        {
            "matched": True,
            "rules": [],
            "text": "Bo Vat and Eva Woad are suggested to each other.",
            "outcome": None,
        }
    )


def test_why_not_names_the_rules_that_stand_between_two(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = {f"open/{path}": text for path, text in a_round(settings=PRIVATE).items()}
    root = make_repo({**files, "hidden/log/people/cy.yaml": VETO})
    folders = ("--root", root / "open", "--private", root / "hidden", "--today", TODAY)

    answer = mentorgen("match", "--why-not", "ana", "cy", *folders)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot(
        "Ana Loom and Cy Warp cannot be matched: one of the two does not want to be matched with the other.\n"
    )


def test_forcing_and_forbidding_and_a_new_mentor_can_be_asked_together(asked: Asked) -> None:
    answer = asked("--forbid", "bo", "eva", "--add-mentor", "Looms")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Without Bo Vat for Eva Woad and with one more mentor for Weaving, Cy Warp would move to a new mentor for Weaving, Di \n\
Weft would have Bo Vat and Eva Woad would move to Ana Loom: 14 points less, 2 more weak pairs, 1 person more with a \n\
place.

                 Now  Then
Still waiting    1    0   \n\
Points together  158  144 \n\

Who       Now       Then                    \n\
Cy Warp   Ana Loom  a new mentor for Weaving
Di Weft   nobody    Bo Vat                  \n\
Eva Woad  Bo Vat    Ana Loom                \n\

Finds somebody only then: Di Weft.
""")


def test_where_nothing_would_change_that_is_all_there_is_to_say(asked: Asked) -> None:
    answer = asked("--force", "ana", "cy")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("For Cy Warp to have Ana Loom, nothing would change.\n")


def test_what_if_is_data_too(asked: Asked) -> None:
    assert asked.data("--force", "ana", "di") == snapshot(
        {
            "text": "For Di Weft to have Ana Loom, Cy Warp would find nobody: as many points, as many people with a place.",
            "before": {"waiting": ["di"], "total": 158},
            "after": {"waiting": ["cy"], "total": 158},
            "difference": {
                "moves": [
                    {"who": "cy", "before": "ana", "after": None},
                    {"who": "di", "before": None, "after": "ana"},
                ],
                "gains": ["di"],
                "loses": ["cy"],
                "loss": {
                    "people": 0,
                    "waited": 0,
                    "further": 0,
                    "weak": [0, 0],
                    "points": 0,
                    "kept": 0,
                },
            },
        }
    )


def test_a_scenario_is_matched_by_its_own_policy(asked: Asked) -> None:
    assert "Bo Vat with Eva Woad" in asked("--scenario", "usual").out
    assert "No mentor and mentee of Spring round may be matched" in asked("--scenario", "bold").out


def test_two_scenarios_stand_side_by_side(asked: Asked) -> None:
    answer = asked("--compare", "usual", "bold")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Spring round: usual and bold

                                   usual        bold       \n\
What comes first                   most-people  most-people
People matched                     2 of 2       0 of 0     \n\
Still waiting                      1            3          \n\
Points together                    158          0          \n\
Weakest pair                       79                      \n\
Pairs of 0 to 39 points            0            0          \n\
Pairs of 40 to 59 points           0            0          \n\
Pairs of 60 to 100 points          2            0          \n\
Given up in points for weak pairs  0            0          \n\

Who       usual          bold  \n\
Cy Warp   Ana Loom (79)  nobody
Eva Woad  Bo Vat (79)    nobody

Against usual, bold has 2 changes: 2 people less with a place, 158 points less.
""")


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--scenario", "bald"), "There is no scenario 'bald' in program/scenarios. Did you mean 'bold'? The scenarios are: bold and usual."),
        (("--compare", "usual", "x"), "There is no scenario 'x' in program/scenarios. The scenarios are: bold and usual."),
        (("--compare", "bold", "bold"), "'bold' stands on both sides; compare two scenarios."),
        (("--compare", "usual", "bold", "--scenario", "bold"), "--compare names both scenarios itself; leave --scenario out."),
        (("--why-not", "anna", "di"), "There is no participant 'anna'. Did you mean 'ana'?"),
        (("--add-mentor", "weavin"), "There is no skill 'weavin' in program/skills.yaml. Did you mean 'weaving'?"),
        (("--force", "ana", "cy", "--write"), "--write and --force, --forbid or --add-mentor are two questions; ask one at a time."),
        (("--why-not", "ana", "cy", "--force", "ana", "cy"), "--why-not and --force, --forbid or --add-mentor are two questions; ask one at a time."),
        (("--confirm",), "--confirm goes with --write: nothing else is changed."),
        (("--many-changes",), "--many-changes goes with --rematch, --write and --confirm."),
        (("--scenario", "bold", "--write"), "A scenario is for looking; to write its pairs, put its policy into the round's file."),
        (("--why-not", "ana", "cy", "--format", "github"), "Such a question is for organisers; leave '--format github' out, which others read."),
        (("--compare", "usual", "bold", "--format", "github"), "--compare is for organisers; leave '--format github' out, which others read."),
        (("--scores", "x.csv", "--format", "github"), "--scores is for organisers; leave '--format github' out, which others read."),
        (("--force", "ana", "cy", "--forbid", "ana", "cy"), "Ana Loom and Cy Warp are forced and forbidden at the same time; choose one."),
    ],
)  # fmt: skip
def test_a_question_that_makes_no_sense_gets_one_sentence(
    asked: Asked, options: tuple[str, ...], text: str
) -> None:
    answer = asked(*options)

    assert (answer.code, answer.out, answer.err) == (2, "", f"mentorgen: {text}\n")


def test_where_two_rounds_are_open_one_has_to_be_named(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = a_round()
    other = {"program/cohorts/other.yaml": files["program/cohorts/spring.yaml"]}
    root = make_repo({**files, **other})
    common = ("--why-not", "ana", "di", "--root", root, "--today", TODAY)

    answer = mentorgen("match", *common)

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        "mentorgen: Name the round that you ask about (other, spring).\n",
    )
    assert mentorgen("match", "spring", *common).code == 0


def test_without_a_round_there_is_nothing_to_ask(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    files = dict(a_round())
    del files["program/cohorts/spring.yaml"]

    answer = mentorgen("match", "--why-not", "ana", "di", "--root", make_repo(files))

    assert answer.err == "mentorgen: Name the round that you ask about (none is open).\n"


@pytest.mark.parametrize(
    ("policy", "text"),
    [
        ("  locked: [{mentor: ana, mentee: cy}, {mentor: ana, mentee: di}, {mentor: bo, mentee: eva}]\n", "mentorgen: Ana Loom has 1 open place and is locked together with 2: Cy Warp and Di Weft. Take one of them out of 'locked'.\n"),
        ("  locked: [{mentor: ana, mentee: bo}]\n", "mentorgen: Ana Loom and Bo Vat are locked together and must not be: Bo Vat does not take part as a mentee. Take the pair out of 'locked', or change what stands against it.\n"),
    ],
)  # fmt: skip
def test_locks_that_contradict_each_other_stop_everything(
    policy: str, text: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("match", "--root", make_repo(a_round(policy=policy)), "--today", TODAY)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == text


def test_a_forced_pair_that_is_forbidden_is_named_with_the_reason(asked: Asked) -> None:
    answer = asked("--force", "cy", "di")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == snapshot(
        "mentorgen: Cy Warp and Di Weft cannot be forced together: Cy Warp does not take part as a mentor.\n"
    )
