"""A story is one sentence: who would move, and what it costs."""

from mentorgen.analysis.matching.differences import Difference, difference
from mentorgen.analysis.matching.stories import MOST_MOVES, cost, story
from mentorgen.analysis.matching.values import Loss, Proposal
from mentorgen.model.ids import Slug
from tests.analysis.matching.proposals_made import a_proposal, suggested


def named(slug: Slug) -> str:
    return slug.title()


def told(before: Proposal, after: Proposal, *pairs: tuple[str, str]) -> str:
    subjects = frozenset((Slug(mentor), Slug(mentee)) for mentor, mentee in pairs)
    return story("For Ana to have Bo", difference(before, after), named, subjects=subjects)


def costing(loss: Loss, *, gains: tuple[str, ...] = (), loses: tuple[str, ...] = ()) -> str:
    return cost(
        Difference(
            moves=(),
            gains=tuple(map(Slug, gains)),
            loses=tuple(map(Slug, loses)),
            loss=loss,
        )
    )


def test_the_story_tells_who_moves_and_that_nobody_loses_a_place() -> None:
    before = a_proposal(suggested("bo", "cy", 70), suggested("di", "ana", 80))
    after = a_proposal(suggested("bo", "ana", 75), suggested("di", "cy", 71))

    assert told(before, after, ("bo", "ana")) == (
        "For Ana to have Bo, Cy would move to Di: 4 points less, nobody loses a place."
    )


def test_who_finds_somebody_loses_their_place_or_does_without_a_second_mentor() -> None:
    before = a_proposal(suggested("bo", "cy"), suggested("di", "eve"), suggested("fay", "eve"))
    after = a_proposal(suggested("bo", "ana"), suggested("fay", "eve"), suggested("di", "gil"))

    assert told(before, after, ("bo", "ana")) == (
        "For Ana to have Bo, Cy would find nobody, Eve would do without Di and Gil would have Di: "
        "as many points, 1 second mentor less, 1 person more with a place."
    )


def test_a_choice_that_moves_nobody_else_says_so() -> None:
    before, after = a_proposal(suggested("di", "ana", 71)), a_proposal(suggested("bo", "ana", 70))

    assert told(before, after, ("bo", "ana")) == (
        "For Ana to have Bo, nobody else would move: 1 point less, nobody loses a place."
    )


def test_a_long_story_is_cut_short_and_says_by_how_much() -> None:
    before = a_proposal(*(suggested(f"m{at}", f"a{at}") for at in range(MOST_MOVES + 1)))
    after = a_proposal(*(suggested(f"n{at}", f"a{at}") for at in range(MOST_MOVES + 1)))

    text = told(before, after)

    assert text.count("would move to") == MOST_MOVES - 1
    assert "A4 would move to N4 and 2 more would change: as many points" in text


def test_the_cost_names_only_what_changes() -> None:
    assert costing(Loss(points=-3)) == "3 points more, nobody loses a place"
    assert costing(Loss(weak=(2, 0))) == "as many points, 2 more weak pairs, nobody loses a place"
    assert costing(Loss(weak=(0, -1))).startswith("as many points, 1 fewer weak pair, ")
    assert costing(Loss(weak=(1, -1))).startswith("as many points, the weak pairs are weaker, ")
    assert costing(Loss(weak=(-1, 1))).startswith("as many points, the weak pairs are stronger, ")
    assert costing(Loss(kept=1)).startswith("as many points, 1 kept pair less, ")
    assert "people who have waited before wait again" in costing(Loss(waited=1))
    assert "people who have waited before wait no longer" in costing(Loss(waited=-1))


def test_the_cost_counts_places() -> None:
    assert costing(Loss(), gains=("a",)).endswith("1 person more with a place")
    assert costing(Loss(), gains=("a", "b")).endswith("2 people more with a place")
    assert costing(Loss(), gains=("a",), loses=("b",)).endswith("as many people with a place")
    assert costing(Loss(people=2), loses=("a", "b")).endswith("2 people less with a place")
    assert costing(Loss(people=-1), gains=("a", "b"), loses=("c",)).endswith(
        "1 person more with a place"
    )
