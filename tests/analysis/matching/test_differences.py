"""What differs between two proposals is a list of moves, and its cost."""

from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.differences import difference, loss_between, partners
from mentorgen.analysis.matching.values import Loss, Move, Proposal, Waiting
from mentorgen.model.ids import Slug
from mentorgen.model.words import Form
from tests.analysis.matching.proposals_made import a_proposal, suggested, suggested_peers

MENTORS, MENTEES = ("m1", "m2", "m3"), ("a", "b", "c", "d")


def a_move(mentee: str, before: str | None, after: str | None) -> Move:
    return Move(
        mentee=Slug(mentee),
        before=None if before is None else Slug(before),
        after=None if after is None else Slug(after),
    )


def test_who_has_somebody_else_moves_and_who_finds_somebody_gains() -> None:
    before = a_proposal(suggested("m1", "a"), suggested("m2", "b"), suggested("m3", "c"))
    after = a_proposal(suggested("m2", "a"), suggested("m1", "d"), suggested("m3", "c"))

    found = difference(before, after)

    assert found.moves == (
        a_move("a", "m1", "m2"),
        a_move("b", "m2", None),
        a_move("d", None, "m1"),
    )
    assert (found.gains, found.loses) == (("d",), ("b",))


def test_a_second_mentor_is_a_move_of_its_own() -> None:
    before = a_proposal(suggested("m1", "a"), suggested("m2", "a"))
    after = a_proposal(suggested("m1", "a"), suggested("m3", "a"))

    assert difference(before, after).moves == (a_move("a", "m2", "m3"),)
    assert difference(before, a_proposal()).moves == (
        a_move("a", "m1", None),
        a_move("a", "m2", None),
    )


def test_of_two_peers_both_move() -> None:
    before, after = a_proposal(suggested_peers("a", "b")), a_proposal(suggested_peers("b", "c"))

    found = difference(before, after)

    assert found.moves == (
        a_move("a", "b", None),
        a_move("b", "a", "c"),
        a_move("c", None, "b"),
    )
    assert (found.gains, found.loses) == (("c",), ("a",))
    assert found.loss == Loss(weak=(0, 0))


def test_nothing_differs_between_a_proposal_and_itself() -> None:
    same = a_proposal(suggested("m1", "a"), suggested("m2", "b"))

    found = difference(same, same)

    assert (found.moves, found.gains, found.loses) == ((), (), ())
    assert found.loss == Loss(weak=(0, 0))


def test_the_cost_counts_people_waiting_second_mentors_weak_pairs_points_and_kept_pairs() -> None:
    before = a_proposal(
        suggested("m1", "a", 70, standing="2026-spring/m1-a"),
        suggested("m2", "a", 65),
        suggested("m3", "b", 60),
    )
    again = Waiting(slug=Slug("b"), text="Waits", waited=2)
    after = a_proposal(suggested("m1", "a", 39), waiting=[again])

    assert loss_between(before, after) == Loss(
        people=1, waited=2, further=1, weak=(1, 0), points=156, kept=1
    )
    assert loss_between(after, before) == Loss(
        people=-1, waited=-2, further=-1, weak=(-1, 0), points=-156, kept=-1
    )


pairs = st.sets(st.tuples(st.sampled_from(MENTORS), st.sampled_from(MENTEES)))
peers = st.sampled_from((None, ("x", "y"), ("x", "z")))


@st.composite
def proposals(draw: st.DrawFn) -> Proposal:
    two = draw(peers)
    mentored = [suggested(*pair, draw(st.integers(0, 100))) for pair in sorted(draw(pairs))]
    return a_proposal(*mentored, *([suggested_peers(*two)] if two else []))


def links(proposal: Proposal) -> set[tuple[str, str]]:
    """Who has whom, read off the suggestions."""
    found: set[tuple[str, str]] = set()
    for one in proposal.suggestions:
        for match in one.matches:
            found.add((match.mentee, match.mentor))
            if one.form is Form.PEER:
                found.add((match.mentor, match.mentee))
    return found


@given(before=proposals(), after=proposals())
def test_the_moves_applied_to_the_first_proposal_give_the_second(
    before: Proposal, after: Proposal
) -> None:
    here = links(before)

    for move in difference(before, after).moves:
        if move.before is not None:
            here.remove((move.mentee, move.before))
        if move.after is not None:
            assert (move.mentee, move.after) not in here
            here.add((move.mentee, move.after))

    assert here == links(after)


@given(before=proposals(), after=proposals())
def test_gains_and_losses_add_up_to_the_people(before: Proposal, after: Proposal) -> None:
    found = difference(before, after)

    assert found.loss.people == len(found.loses) - len(found.gains)
    assert set(partners(after)) == {*partners(before), *found.gains} - set(found.loses)
    assert found.loss.points == before.total - after.total
