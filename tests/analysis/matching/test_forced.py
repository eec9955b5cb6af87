"""What another choice would cost peers and guests of single meetings is what it costs when it is really made."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from mentorgen.analysis.matching import peers as peers_module
from mentorgen.analysis.matching.differences import loss_between, partners
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.terms import Pairing, Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.analysis.matching.what_if import WhatIf, what_if, why_not
from mentorgen.errors import WrongUsageError
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.people import Participant
from mentorgen.model.policies import LockedPair, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Role
from tests.analysis.matching.proposals_made import ROUND
from tests.analysis.matching.small_programs import SKILLS, people, policies
from tests.builders import (
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    a_skill,
    a_slot,
    a_time,
    an_application,
    some_skills,
)

HOSTS, GUESTS, PEERS = ("h1", "h2", "h3"), ("g1", "g2", "g3", "g4"), ("p1", "p2", "p3", "p4", "p5")


def couple(one: str, other: str) -> Pairing:
    return Slug(one), Slug(other)


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Three hosts with a few open times, four who ask for one, and five who seek a peer."""
    roles = {
        **dict.fromkeys(HOSTS, Role.MENTOR),
        **dict.fromkeys(GUESTS, Role.MENTEE),
        **dict.fromkeys(PEERS, Role.BOTH),
    }
    forms = {slug: (Form.PEER,) if slug in PEERS else (Form.FLASH,) for slug in roles}
    open_ = {host: draw(st.integers(0, 2)) for host in HOSTS}
    pairs = st.tuples(st.sampled_from([*roles]), st.sampled_from([*roles]))
    vetoes = draw(st.lists(pairs, max_size=2, unique_by=lambda pair: pair[0]))
    return a_program(
        cohorts=[a_cohort(forms=(Form.PEER, Form.FLASH), matching=draw(policies()))],
        participants=[draw(people(slug, role)) for slug, role in roles.items()],
        applications=[an_application(slug, forms=own) for slug, own in forms.items()],
        skills=[a_skill(one) for one in SKILLS],
        slots=[
            a_slot(host, times=tuple(a_time(540 + 60 * at) for at in range(times)))
            for host, times in open_.items()
            if times
        ],
        person_facts={one: [a_fact(FactKind.VETOED, who=other)] for one, other in vetoes},
    )


def usual(program: Program, **terms: object) -> Proposal:
    return propose(program, ROUND, today=TODAY, terms=replace(Terms(), **terms))  # type: ignore[arg-type]


@settings(max_examples=20, deadline=None)
@given(programs(), st.randoms(use_true_random=False))
def test_a_loss_that_is_told_is_what_forcing_the_choice_costs(
    program: Program, random: Random
) -> None:
    before = usual(program)
    matches = [match for one in before.suggestions for match in one.matches]
    others = [(match.mentee, other) for match in matches for other in match.alternatives]

    for somebody, other in random.sample(others, min(2, len(others))):
        told = why_not(program, ROUND, (other.slug, somebody), today=TODAY).outcome
        assert told is not None
        assert other.slug in partners(told.after)[somebody]
        assert other.loss == told.difference.loss
        event(f"points: {told.difference.loss.points}")


@settings(max_examples=15, deadline=None)
@given(programs(), st.sampled_from(HOSTS), st.sampled_from(GUESTS))
def test_forcing_and_forbidding_a_meeting_do_just_that(
    program: Program, host: str, guest: str
) -> None:
    pairing = couple(host, guest)
    before = usual(program, explained=False)

    without = usual(program, forbidden=(pairing,), explained=False)
    assert host not in partners(without).get(Slug(guest), ())
    found = why_not(program, ROUND, pairing, today=TODAY)
    event(f"matched: {found.matched}, barriers: {bool(found.barriers)}")
    if found.barriers:
        with pytest.raises(WrongUsageError, match="cannot be forced together"):
            usual(program, forced=(pairing,))
    else:
        after = usual(program, forced=(pairing,), explained=False)
        assert partners(after)[Slug(guest)] == {host}
        loss = loss_between(before, after)
        assert (loss.people, loss.waited, loss.weak, loss.points) >= (0, 0, (0, 0), 0)
        assert found.matched == (host in partners(before).get(Slug(guest), ()))


def meetings(*hosts: Participant, policy: MatchingPolicy | None = None, times: int = 1) -> Program:
    """Hosts with a time each, Ben and Cleo who ask for one, and Dan who wants a mentor for longer."""
    everyone = (*hosts, *(a_participant(slug) for slug in ("ben", "cleo", "dan")))
    lasting = {"dan", "mona"}
    return a_program(
        cohorts=[
            a_cohort(forms=(Form.FLASH, Form.ONE_TO_ONE), matching=policy or MatchingPolicy())
        ],
        participants=everyone,
        applications=[
            an_application(
                one.slug, forms=(Form.ONE_TO_ONE,) if one.slug in lasting else (Form.FLASH,)
            )
            for one in everyone
        ],
        skills=[a_skill("docs")],
        slots=[
            a_slot(one.slug, times=tuple(a_time(540 + 60 * at) for at in range(times)))
            for one in hosts
            if one.slug not in lasting
        ],
    )


def test_a_meeting_is_forced_in_words_whoever_is_named_first() -> None:
    program = meetings(a_mentor("ana"), a_mentor("bo", offers=some_skills("docs")))
    held = partners(usual(program))
    (other,) = {"ana", "bo"} - held[Slug("ben")]

    told = why_not(program, ROUND, couple("ben", other), today=TODAY)

    assert told == why_not(program, ROUND, couple(other, "ben"), today=TODAY)
    assert told.text.startswith(f"For Ben to have {other.title()}, Cleo would move to ")


def test_meetings_that_cannot_all_be_are_refused() -> None:
    program = meetings(a_mentor("ana"), a_mentor("bo"))

    with pytest.raises(WrongUsageError) as full:
        usual(program, forced=(couple("ana", "ben"), couple("ana", "cleo")))
    with pytest.raises(WrongUsageError) as twice:
        usual(program, forced=(couple("ana", "ben"), couple("bo", "ben")))
    with pytest.raises(WrongUsageError) as both:
        usual(program, forced=(couple("ana", "ben"),), forbidden=(couple("ana", "ben"),))

    assert str(full.value).endswith(
        " cannot have a meeting too: the times that suit are taken by others who are forced. "
        "Force fewer of them."
    )
    assert str(twice.value) == (
        "Ben has one meeting at most, and is in 2 pairs that are forced. Force one of them."
    )
    assert str(both.value) == "Ana and Ben are forced and forbidden at the same time; choose one."


def test_meetings_are_forced_beside_pairs_that_last_and_are_locked() -> None:
    policy = MatchingPolicy(locked=(LockedPair(mentor=Slug("mona"), mentee=Slug("dan")),))
    program = meetings(a_mentor("ana"), a_mentor("mona"), policy=policy, times=2)

    after = usual(program, forced=(couple("ana", "cleo"), couple("ana", "ben")))

    assert partners(after) == {"ben": {"ana"}, "cleo": {"ana"}, "dan": {"mona"}}


def test_a_host_without_a_time_that_suits_is_told_so_in_the_usual_words() -> None:
    told = why_not(meetings(a_mentor("mona")), ROUND, couple("mona", "ben"), today=TODAY)

    assert told.barriers
    with pytest.raises(WrongUsageError, match="Mona and Ben cannot be forced together"):
        what_if(
            meetings(a_mentor("mona")),
            ROUND,
            WhatIf(forced=(couple("mona", "ben"),)),
            today=TODAY,
        )


def test_of_very_many_peers_no_losses_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    program = a_program(
        cohorts=[a_cohort(forms=(Form.PEER,))],
        participants=[a_participant(f"p{at}") for at in range(4)],
    )

    def losses() -> list[bool]:
        matches = (match for one in usual(program).suggestions for match in one.matches)
        return [other.loss is not None for match in matches for other in match.alternatives]

    assert losses() == [True] * 4
    monkeypatch.setattr(peers_module, "MOST_PRICED", 3)
    assert losses() == [False] * 4
