"""Peers are matched two by two among those who asked for it and have nobody."""

from datetime import timedelta

from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.terms import AS_IT_IS, Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.model.cohorts import Application
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Role
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_skills,
)

PEERS = a_cohort(forms=(Form.PEER,))


def proposal_of(program: Program, terms: Terms = AS_IT_IS) -> Proposal:
    return propose(program, CohortId(COHORT), today=TODAY, terms=terms)


def members_of(proposal: Proposal) -> list[tuple[str, ...]]:
    return [one.members for one in proposal.suggestions]


def test_three_who_want_peers_become_a_pair_and_one_who_waits() -> None:
    people = [a_participant(slug, languages=("ar",)) for slug in ("amal", "badr", "dina")]

    proposal = proposal_of(a_program(cohorts=[PEERS], participants=people))

    (pair,) = proposal.suggestions
    assert (pair.form, pair.mentors, pair.mentees) == (Form.PEER, (), ())
    (match,) = pair.matches
    assert (match.mentor, match.mentee) == pair.members
    (left,) = {one.slug for one in people} - set(pair.members)
    (waiting,) = proposal.waiting
    assert waiting.slug == left
    assert waiting.text == (
        f"Nobody whom the rules allow, and no open time, is left for {left.title()}"
    )
    assert [one.slug for one in match.alternatives] == [left]
    assert proposal.total == match.fit.points


def test_the_reasons_are_those_of_the_better_way_round() -> None:
    ana = a_participant("ana", role=Role.BOTH, wants=some_skills("s1"), offers=some_skills("s3"))
    ben = a_participant("ben", role=Role.BOTH, wants=some_skills("s2"), offers=some_skills("s1"))

    (pair,) = proposal_of(a_program(cohorts=[PEERS], participants=[ana, ben])).suggestions

    reasons = pair.matches[0].fit.reasons
    assert reasons[0].text == "Ben offers s1: just what Ana asks for"
    assert pair.members == ("ana", "ben")


def mixed(*applications: Application, **more: list[Pair]) -> Program:
    slugs = ("ana", "ben", "cleo", "dora")
    return a_program(
        cohorts=[a_cohort(forms=tuple(Form))],
        participants=[a_mentor("ana"), *(a_participant(slug) for slug in slugs[1:])],
        applications=applications,
        pairs=more.get("pairs", []),
    )


def test_who_has_a_mentor_already_gets_no_peer_beside() -> None:
    both = (Form.ONE_TO_ONE, Form.PEER)

    proposal = proposal_of(
        mixed(
            an_application("ana", forms=(Form.ONE_TO_ONE,)),
            *(an_application(slug, forms=both) for slug in ("ben", "cleo", "dora")),
        )
    )

    kinds = [one.form for one in proposal.suggestions]
    assert sorted(kinds) == [Form.ONE_TO_ONE, Form.PEER]
    assert len({slug for one in proposal.suggestions for slug in one.everyone}) == 4
    assert proposal.waiting == ()


def test_who_has_a_peer_in_the_round_seeks_none() -> None:
    standing = a_pair(
        "two", form=Form.PEER, mentors=(), mentees=(), members=("ben", "cleo"), starts=TODAY
    )
    asked = [an_application(slug, forms=(Form.PEER,)) for slug in ("ben", "cleo", "dora")]

    proposal = proposal_of(mixed(*asked, pairs=[standing]))
    again = proposal_of(mixed(*asked, pairs=[standing]), Terms(rematch=True))

    assert proposal.suggestions == ()
    assert [one.slug for one in proposal.waiting] == ["dora"]
    assert [(one.members, one.standing) for one in again.suggestions] in (
        [(("ben", "cleo"), standing.id)],
        [(("ben", "dora"), None)],
        [(("cleo", "dora"), None)],
    )


def test_vetoes_and_what_a_run_forbids_hold_among_peers() -> None:
    people = [a_participant(slug) for slug in ("ana", "ben", "cleo")]
    program = a_program(
        cohorts=[PEERS],
        participants=people,
        person_facts={"cleo": [a_fact(FactKind.VETOED, who="ana")]},
    )
    forbidden = Terms(forbidden=((Slug("ben"), Slug("ana")),))

    assert members_of(proposal_of(program)) in [[("ana", "ben")], [("ben", "cleo")]]
    assert members_of(proposal_of(program, forbidden)) == [("ben", "cleo")]


def test_who_pauses_seeks_no_peer() -> None:
    people = [a_participant(slug) for slug in ("amal", "badr", "dina")]
    pause = {"amal": [a_fact(FactKind.PAUSED, TODAY, until=TODAY + timedelta(days=30))]}

    proposal = proposal_of(a_program(cohorts=[PEERS], participants=people, person_facts=pause))

    assert members_of(proposal) == [("badr", "dina")]
