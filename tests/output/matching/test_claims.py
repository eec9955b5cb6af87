"""A matching claims what its stages prove, and no more."""

from mentorgen.output.matching.claims import claims, summary
from tests.output.matching.some_proposals import (
    STAGES,
    a_group,
    a_match,
    a_proposal,
    one_to_one,
    peers,
    some_figures,
)


def test_every_stage_that_counts_something_is_a_claim() -> None:
    values = (("people", 3), ("waited", 2), ("further", 1), ("kept", 1), *STAGES[1:])

    assert claims(a_proposal(one_to_one(), values=values)) == (
        "No other choice matches more people.",
        (
            "Of those that match as many, none places more of those who had waited; "
            "of those, none finds more second mentors; "
            "of those, none keeps more of the pairs that stood; "
            "of those, none has fewer weak pairs (1 from 0 to 39 points, 0 from 40 to 59 points); "
            "of those, none has more points than 1,234."
        ),
    )


def test_without_proof_nothing_is_claimed() -> None:
    assert claims(a_proposal(one_to_one(), values=())) == ()
    assert claims(a_proposal(one_to_one(), values=(("total", 7),))) == ()


def test_where_only_people_were_counted_only_they_are_spoken_of() -> None:
    proposal = a_proposal(one_to_one(), values=(("people", 1), ("tie", 5)))

    assert claims(proposal) == ("No other choice matches more people.",)


def test_the_summary_says_how_many_of_how_many() -> None:
    group = a_group(a_match(), a_match(mentee="di"))
    proposal = a_proposal(one_to_one(), group, figures=some_figures(), values=())

    assert summary(proposal) == (
        (
            "1 pair and 1 group from 2 mentors and 4 mentees. "
            "Of 5 people seeking somebody 3 find one; at most 4 can."
        ),
    )


def test_a_single_person_is_spoken_of_as_one() -> None:
    proposal = a_proposal(one_to_one(), figures=some_figures(seeking=1, matched=1), values=())

    assert "Of 1 person seeking somebody 1 finds one" in summary(proposal)[0]


def test_where_there_are_peers_too_the_claim_is_about_mentors_and_mentees() -> None:
    proposal = a_proposal(one_to_one(), peers(a_match("di", "eva")), values=(("people", 1),))

    assert claims(proposal) == ("Among mentors and mentees no other choice matches more people.",)


def test_peers_alone_are_no_mentors_without_points() -> None:
    nobody = (("people", 0), ("band 0-40", 0), ("total", 0))

    assert claims(a_proposal(peers(a_match("di", "eva")), values=nobody)) == (
        "Among peers no other choice matches more people.",
    )
    assert claims(a_proposal(one_to_one(locked=True), values=nobody)) == (
        "No other choice matches more people.",
        "Of those that match as many, none has fewer weak pairs (0 from 0 to 39 points).",
    )
    assert claims(a_proposal(values=nobody)) == ()


def test_where_not_every_way_to_open_groups_was_tried_no_proof_is_claimed() -> None:
    assert claims(a_proposal(one_to_one(), proven=False)) == (
        "The best choice that was found; there were too many ways to open groups to try them all.",
    )
