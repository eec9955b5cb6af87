"""What an organiser reads before and after a person is erased."""

from mentorgen.model.erasure import Erasure, Hit, Identity, Loss, Step, Unsearched
from mentorgen.model.ids import PairId, Slug
from mentorgen.output.erasure_report import OUT_OF_REACH, erasure_report
from mentorgen.output.report import Heading, Paragraph, Table

ANA = Identity(Slug("ana"), ("Ana",))
PLAN = Erasure(
    ANA,
    (
        Step("program/pairs/spring/table.yaml", goes=False, what=("mentees[0] goes",)),
        Step("program/participants/ana.yaml", goes=True, what=("theirs",)),
    ),
    (Hit("docs/a.md", 3, 4, "To Ana."), Hit("docs/b.md", 1, 1, "Ana?", certain=False)),
    (Loss(PairId("spring/ana-ben"), (Slug("ben"),), 1, 2),),
    (Unsearched("docs/a.png", "no text"),),
)
NOBODY = Erasure(ANA, (), (), ())


def test_a_plan_says_what_goes_what_changes_and_what_is_left() -> None:
    report = erasure_report(PLAN, applied=False)

    assert report.blocks == (
        Heading("To erase ana"),
        Paragraph("1 file would go, 1 file would change."),
        Table(("File that goes", "Why"), (("program/participants/ana.yaml", "theirs"),)),
        Table(
            ("File that changes", "What"),
            (("program/pairs/spring/table.yaml", "mentees[0] goes"),),
        ),
        Heading("What others lose"),
        Paragraph("Tell them before; they may want to keep a copy of what is theirs."),
        Table(
            ("Relationship", "Who", "Goals", "Meetings"),
            (("spring/ana-ben", "ben", "1", "2"),),
            frozenset({2, 3}),
        ),
        Heading("Still named"),
        Paragraph(
            "Read these places and change them by hand, or run this again with "
            "--replace-with 'a former member'."
        ),
        Table(("Place", "Line"), (("docs/a.md:3:4", "To Ana."),)),
        Heading("Perhaps about them"),
        Paragraph("One word of the name stands here; it may mean somebody else."),
        Table(("Place", "Line"), (("docs/b.md:1:1", "Ana?"),)),
        Heading("Not searched"),
        Paragraph("Look through these yourself: they may name or show the person."),
        Table(("File or folder", "Why"), (("docs/a.png", "no text"),)),
        Heading("What cannot be erased from here"),
        Table(("Where", "What to do"), OUT_OF_REACH),
        Paragraph("Nothing has been changed. To do it, run this again with --confirm."),
    )


def test_what_is_done_is_told_as_done() -> None:
    report = erasure_report(NOBODY, applied=True)

    assert report.blocks == (
        Heading("Erased: ana"),
        Paragraph("0 files went, 0 files changed."),
        Heading("What cannot be erased from here"),
        Table(("Where", "What to do"), OUT_OF_REACH),
    )


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
    data = erasure_report(PLAN, applied=True).data

    assert data == {
        "who": "ana",
        "applied": True,
        "steps": [
            {
                "path": "program/pairs/spring/table.yaml",
                "goes": False,
                "what": ["mentees[0] goes"],
            },
            {"path": "program/participants/ana.yaml", "goes": True, "what": ["theirs"]},
        ],
        "losses": [{"pair": "spring/ana-ben", "others": ["ben"], "goals": 1, "meetings": 2}],
        "hits": [
            {"path": "docs/a.md", "line": 3, "column": 4, "text": "To Ana.", "certain": True},
            {"path": "docs/b.md", "line": 1, "column": 1, "text": "Ana?", "certain": False},
        ],
        "unsearched": [{"path": "docs/a.png", "why": "no text"}],
        "out_of_reach": [
            {"where": where, "what_to_do": what_to_do} for where, what_to_do in OUT_OF_REACH
        ],
    }
