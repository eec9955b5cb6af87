"""What an organiser reads before and after a person is erased."""

from dataclasses import replace

import pytest

from mentorgen.model.erasure import Erasure, Hit, Identity, Loss, Step, Unsearched
from mentorgen.model.ids import PairId, Slug
from mentorgen.output.erasure_report import OUT_OF_REACH, erasure_report
from mentorgen.output.report import Block, Heading, Paragraph, Table, Verbatim

ANA = Identity(Slug("ana"), ("Ana",))
COMMAND = ("mentorgen", "erase", "ana")
THANKS = Hit("docs/a.md", 3, 4, "To Ana.")
NOTE = Hit("program/meetings/a.md", 7, 1, "Ana came.", by_hand=False)
PLAN = Erasure(
    ANA,
    (
        Step("program/pairs/spring/table.yaml", goes=False, what=("'mentees' goes (line 3)",)),
        Step("program/participants/ana.yaml", goes=True, what=("theirs",)),
    ),
    (THANKS, NOTE, Hit("docs/b.md", 1, 1, "Rivers?", certain=False, word="Rivers")),
    (Loss(PairId("spring/ana-ben"), (Slug("ben"),), 1, 2),),
    (Unsearched("docs/a.png", "no text"),),
)
NOBODY = Erasure(ANA, (), (), ())


def _blocks(
    erasure: Erasure, *, command: tuple[str, ...] = COMMAND, applied: bool = False
) -> tuple[Block, ...]:
    return erasure_report(erasure, command=command, applied=applied).blocks


def test_a_plan_says_what_goes_what_changes_and_what_is_left() -> None:
    assert _blocks(PLAN) == (
        Heading("To erase ana"),
        Paragraph("1 file would go, 1 file would change."),
        Heading("Files that would go"),
        Verbatim(("program/participants/ana.yaml: theirs",)),
        Heading("Files that would change"),
        Verbatim(("program/pairs/spring/table.yaml: 'mentees' goes (line 3)",)),
        Heading("What others lose"),
        Paragraph("Tell them before; they may want to keep a copy of what is theirs."),
        Table(
            ("Relationship", "Who", "Goals", "Meetings"),
            (("spring/ana-ben", "ben", "1", "2"),),
            frozenset({2, 3}),
        ),
        Heading("Still named"),
        Paragraph("Change these places by hand, or put other words there with the command below."),
        Verbatim(("program/meetings/a.md:7:1: Ana came.",)),
        Verbatim(("mentorgen erase ana --replace-with 'a former member'",)),
        Paragraph("Change these places by hand; no command touches them."),
        Verbatim(("docs/a.md:3:4: To Ana.",)),
        Heading("Perhaps about them"),
        Paragraph("One word of the name stands here; it may mean somebody else."),
        Verbatim(("docs/b.md:1:1: Rivers?",)),
        Paragraph("Where it means them, change it by hand, or have every such place reworded:"),
        Verbatim(("mentorgen erase ana --also Rivers --replace-with 'a former member'",)),
        Heading("Not searched"),
        Paragraph("Look through these yourself: they may name or show the person."),
        Table(("File or folder", "Why"), (("docs/a.png", "no text"),)),
        Heading("What cannot be erased from here"),
        Table(("Where", "What to do"), OUT_OF_REACH),
        Paragraph("Nothing has been changed. To do it:"),
        Verbatim(("mentorgen erase ana --confirm",)),
    )


def test_what_is_done_is_told_as_done() -> None:
    assert _blocks(NOBODY, applied=True) == (
        Heading("Erased: ana"),
        Paragraph("0 files went, 0 files changed."),
        Heading("What cannot be erased from here"),
        Table(("Where", "What to do"), OUT_OF_REACH),
    )


def test_after_the_deed_the_commands_do_what_is_left() -> None:
    found = _blocks(PLAN, command=(*COMMAND, "--also", "Ana Rivers"), applied=True)

    assert Heading("Files that went") in found
    assert Heading("Files that changed") in found
    assert [block.lines[0] for block in found if isinstance(block, Verbatim)][3::3] == [
        "mentorgen erase ana --also 'Ana Rivers' --replace-with 'a former member' --confirm",
        "mentorgen erase ana --also 'Ana Rivers' --also Rivers --replace-with 'a former member' --confirm",
    ]


def test_words_that_were_given_are_not_given_twice() -> None:
    found = _blocks(PLAN, command=(*COMMAND, "--replace-with", "a friend"))

    assert Verbatim(("mentorgen erase ana --replace-with 'a friend' --also Rivers",)) in found


def test_the_name_of_a_file_has_no_word_to_look_for() -> None:
    named = Hit("goals/ana.md", 1, 1, "(the name of this file)", certain=False)

    found = _blocks(Erasure(ANA, (), (named,), ()))

    at = found.index(Heading("Perhaps about them"))
    assert found[at + 2 : at + 4] == (
        Verbatim(("goals/ana.md:1:1: (the name of this file)",)),
        Heading("What cannot be erased from here"),
    )


@pytest.mark.parametrize(
    ("applied", "heading"), [(False, "What would be reworded"), (True, "Reworded")]
)
def test_every_reworded_place_is_shown(*, applied: bool, heading: str) -> None:
    step = Step("a.md", goes=False, what=("reworded, see below",), reworded=(THANKS,))

    found = _blocks(Erasure(ANA, (step,), (), ()), applied=applied)

    at = found.index(Heading(heading))
    assert found[at + 1 : at + 3] == (
        Paragraph("These places then say something else. Read whether it is still right."),
        Verbatim(("docs/a.md:3:4: To Ana.",)),
    )


def test_half_a_plan_says_so_at_once() -> None:
    assert _blocks(replace(NOBODY, is_half=True))[1] == Paragraph(
        "This is only a part of it: the program has a private folder, which was not looked at. "
        "Add --private FOLDER; without it nothing can be erased."
    )


def test_the_last_organiser_is_told_to_be_the_last() -> None:
    assert _blocks(replace(NOBODY, leaves_no_organiser=True))[2] == Paragraph(
        "Nobody is an organiser after that: they are the only one in 'coordinators' of "
        "program/program.yaml. Add somebody there."
    )


def test_what_no_commit_has_is_told_before_and_not_after() -> None:
    plan = replace(NOBODY, uncommitted=("program/a.yaml", "program/b.yaml"))

    found = _blocks(plan)

    assert found[-5:-2] == (
        Heading("Not committed"),
        Paragraph(
            "What stands in these files is in no commit. Done now, nobody can get it back; "
            "commit what you want to keep."
        ),
        Verbatim(("program/a.yaml", "program/b.yaml")),
    )
    assert Heading("Not committed") not in _blocks(plan, applied=True)


def test_history_forks_issues_mails_caches_and_other_copies_are_named() -> None:
    places = " ".join(where for where, _ in OUT_OF_REACH).lower()

    for word in (
        "history",
        "forks",
        "clones",
        "issues",
        "comments",
        "e-mails",
        "caches",
        "backups",
    ):
        assert word in places


def test_the_same_is_there_for_programs() -> None:
    step = Step("a.md", goes=False, what=("reworded, see below",), reworded=(NOTE,))
    plan = replace(PLAN, steps=(PLAN.steps[1], step), hits=(THANKS,), uncommitted=("a.md",))

    assert erasure_report(plan, command=COMMAND, applied=True).data == {
        "who": "ana",
        "applied": True,
        "steps": [
            {
                "path": "program/participants/ana.yaml",
                "goes": True,
                "what": ["theirs"],
                "reworded": [],
            },
            {
                "path": "a.md",
                "goes": False,
                "what": ["reworded, see below"],
                "reworded": [
                    {"path": "program/meetings/a.md", "line": 7, "column": 1, "text": "Ana came."}
                ],
            },
        ],
        "losses": [{"pair": "spring/ana-ben", "others": ["ben"], "goals": 1, "meetings": 2}],
        "hits": [
            {
                "path": "docs/a.md",
                "line": 3,
                "column": 4,
                "text": "To Ana.",
                "certain": True,
                "by_hand": True,
            },
        ],
        "unsearched": [{"path": "docs/a.png", "why": "no text"}],
        "leaves_no_organiser": False,
        "is_half": False,
        "uncommitted": ["a.md"],
        "out_of_reach": [
            {"where": where, "what_to_do": what_to_do} for where, what_to_do in OUT_OF_REACH
        ],
    }
