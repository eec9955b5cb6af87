"""Matchings side by side, in words and as data."""

from inline_snapshot import snapshot

from mentorgen.analysis.matching.differences import Difference, difference
from mentorgen.analysis.matching.scenarios import Comparison, PersonAcross, Scenario, Share
from mentorgen.analysis.matching.values import Loss, Move, Proposal, Waiting
from mentorgen.model.ids import Slug
from mentorgen.output.matching.comparison import (
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

USUAL = a_proposal(
    one_to_one(), figures=some_figures(weakest=None, bands=((0, 39, 0), (40, 100, 1)))
)
BOLD = a_proposal(
    one_to_one(a_match("ben", "di")),
    waiting=(Waiting(slug=Slug("cy"), text="Full"),),
    figures=some_figures(),
)


def compared(usual: Proposal, bold: Proposal) -> Comparison:
    proposals = {"usual": usual, "bold": bold}
    cy = PersonAcross(
        slug=Slug("cy"),
        shares=(
            Share(partners=(Slug("ana"),), points=80, first_points=80),
            Share(partners=(), points=0, first_points=0),
        ),
    )
    return Comparison(
        scenarios=tuple(
            Scenario(
                name=name,
                proposal=one,
                difference=difference(usual, one),
                own_loss=Loss(people=1) if name == "bold" else Loss(),
            )
            for name, one in proposals.items()
        ),
        people=(cy,) if usual != bold else (),
    )


def test_matchings_stand_side_by_side_with_who_changes_and_what_it_costs() -> None:
    assert as_markdown(comparison_report(people(), compared(USUAL, BOLD))) == snapshot("""\
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
| Cy | Ana \\(80\\) | nobody |

Against usual, bold has 2 changes: nothing: it is just as good, by the points of usual; 1 person less with a place, by its own.
""")


def test_where_nothing_changes_that_is_said_and_missing_figures_are_left_out() -> None:
    text = as_markdown(comparison_report(people(), compared(a_proposal(), a_proposal())))

    assert "Weakest" not in text
    assert text.endswith("By bold everybody has the same people as by usual.\n")


def test_all_of_them_and_what_lies_between_are_data() -> None:
    data = comparison_data(compared(USUAL, BOLD))

    assert [*data] == ["scenarios", "people"]
    assert data["people"] == snapshot(
        [
            {
                "slug": "cy",
                "shares": [
                    {"partners": ["ana"], "points": 80, "first_points": 80},
                    {"partners": [], "points": 0, "first_points": 0},
                ],
            }
        ]
    )


def test_who_gains_and_who_loses_a_place_is_named() -> None:
    found = Difference(
        moves=(Move(mentee=Slug("cy"), before=Slug("ana"), after=Slug("ben")),),
        gains=(Slug("di"),),
        loses=(Slug("eva"),),
        loss=Loss(points=4),
    )

    assert [*difference_blocks(people(), found)][1:] == [
        Paragraph("Finds somebody only then: Di."),
        Paragraph("Finds nobody then: Eva."),
    ]


def test_no_difference_is_a_sentence() -> None:
    found = Difference(moves=(), gains=(), loses=(), loss=Loss())

    assert [*difference_blocks(people(), found)] == [Paragraph("Nobody would have anybody else.")]
