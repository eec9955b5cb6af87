"""Two matchings side by side, in words and as data."""

from inline_snapshot import snapshot

from mentorgen.analysis.matching.differences import Difference, difference
from mentorgen.analysis.matching.values import Loss, Move, Waiting
from mentorgen.model.ids import Slug
from mentorgen.output.matching.comparison import (
    Side,
    comparison_data,
    comparison_report,
    difference_blocks,
)
from mentorgen.output.report import Paragraph, as_markdown
from tests.output.matching.some_proposals import (
    a_match,
    a_proposal,
    one_to_one,
    people,
    some_figures,
)

WAITS = Waiting(slug=Slug("cy"), text="Full")
USUAL = Side(
    "usual",
    a_proposal(one_to_one(), figures=some_figures(weakest=None, bands=((0, 39, 0), (40, 100, 1)))),
)
BOLD = Side(
    "bold", a_proposal(one_to_one(a_match("ben", "di")), waiting=(WAITS,), figures=some_figures())
)


def test_two_matchings_stand_side_by_side_with_who_changes() -> None:
    found = difference(USUAL.proposal, BOLD.proposal)

    assert as_markdown(comparison_report(people(), (USUAL, BOLD), found)) == snapshot("""\
### 2026 Spring: usual and bold

|  | usual | bold |
| --- | --- | --- |
| What comes first | most-people | most-people |
| People matched | 3 of 4 | 3 of 4 |
| Still waiting | 0 | 1 |
| Points together | 80 | 80 |
| Weakest pair |  | 31 |
| Pairs of 0 to 39 points | 0 |  |
| Pairs of 40 to 100 points | 1 |  |
| Given up in points for weak pairs | 0 | 0 |

| Who | usual | bold |
| --- | --- | --- |
| Cy | Ana | nobody |
| Di | nobody | Ben |

Finds somebody only then: Di.

Finds nobody then: Cy.

2 changes: 1 person less with a place.
""")


def test_a_side_without_figures_leaves_them_out() -> None:
    sides = (Side("a", a_proposal()), Side("b", a_proposal()))
    text = as_markdown(
        comparison_report(people(), sides, difference(*(one.proposal for one in sides)))
    )

    assert "Weakest" not in text
    assert "Nobody would have anybody else." in text


def test_both_and_what_lies_between_them_are_data() -> None:
    data = comparison_data((USUAL, BOLD), difference(USUAL.proposal, BOLD.proposal))

    assert [*data] == ["sides", "difference"]
    assert data["difference"] == snapshot(
        {
            "moves": [
                {"who": "cy", "before": "ana", "after": None},
                {"who": "di", "before": None, "after": "ben"},
            ],
            "gains": ["di"],
            "loses": ["cy"],
            "loss": {"people": 1, "waited": 0, "further": 0, "weak": [0], "points": 0, "kept": 0},
        }
    )


def test_the_cost_stands_last() -> None:
    found = Difference(
        moves=(Move(mentee=Slug("cy"), before=Slug("ana"), after=Slug("ben")),),
        gains=(),
        loses=(),
        loss=Loss(points=4),
    )

    assert [*difference_blocks(people(), found)][-1] == Paragraph(
        "1 change: 4 points less, nobody loses a place."
    )
