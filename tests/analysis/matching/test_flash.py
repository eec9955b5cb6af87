"""Who asks for a single meeting gets a time that is open, one each."""

from collections.abc import Iterable, Mapping
from datetime import date, time

from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.values import FlashTime, Proposal
from mentorgen.model.cohorts import Slot
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId
from mentorgen.model.people import Hours, Participant
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.words import Form, Weekday
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_consent,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    a_slot,
    a_time,
    some_skills,
)

MONDAY = date(2026, 4, 6)
ANA, BEN, CLEO = a_mentor("ana"), a_participant("ben"), a_participant("cleo")


def proposal_of(
    *slots: Slot,
    people: tuple[Participant, ...] = (ANA, BEN),
    facts: Mapping[str, Iterable[Fact]] | None = None,
    policy: MatchingPolicy | None = None,
    rolling: bool = False,
) -> Proposal:
    program = a_program(
        cohorts=[a_cohort(forms=(Form.FLASH,), matching=policy, rolling=rolling)],
        participants=people,
        slots=slots,
        person_facts=facts or {},
    )
    return propose(program, CohortId(COHORT), today=TODAY)


def test_everybody_gets_one_time_and_every_time_one_person() -> None:
    times = (a_time(540), a_time(570, minutes=20), a_time(600, booked_by="dora"))

    proposal = proposal_of(a_slot(times=times), people=(ANA, BEN, CLEO))

    assert [one.form for one in proposal.suggestions] == [Form.FLASH] * 2
    assert {one.mentees for one in proposal.suggestions} == {("ben",), ("cleo",)}
    flashes = sorted((one.flash for one in proposal.suggestions if one.flash), key=lambda f: f.at)
    assert flashes == [
        FlashTime(on=MONDAY, at=time(9, 0), minutes=30),
        FlashTime(on=MONDAY, at=time(9, 30), minutes=20),
    ]


def test_with_one_time_for_two_the_other_waits() -> None:
    proposal = proposal_of(a_slot(), people=(ANA, BEN, CLEO))

    assert len(proposal.suggestions) == len(proposal.waiting) == 1


def test_times_that_are_over_or_after_the_round_are_not_open() -> None:
    over, late = a_slot(on=date(2026, 3, 31)), a_slot(on=date(2026, 9, 7))

    assert proposal_of(over, late).suggestions == ()
    assert len(proposal_of(late, rolling=True).suggestions) == 1


def test_who_is_away_or_took_back_their_consent_offers_nothing() -> None:
    gone = {"ana": [a_fact(FactKind.LEFT)]}
    silent = a_mentor("ana", consent=a_consent(withdrawn=date(2026, 3, 1)))

    assert proposal_of(a_slot(), facts=gone).suggestions == ()
    assert proposal_of(a_slot(), people=(silent, BEN)).suggestions == ()


def test_who_booked_a_time_needs_no_other() -> None:
    booked = a_slot(times=(a_time(540, booked_by="ben"), a_time(600)))

    assert proposal_of(booked).suggestions == ()


def test_a_time_outside_somebodys_hours_is_not_theirs() -> None:
    span = Hours.model_validate({"day": Weekday.MON, "from": "9:00", "to": "10:00"})
    ben = a_participant("ben", timezone="UTC", hours=(span,))
    suits = {
        one: len(proposal_of(a_slot(times=(one,)), people=(ANA, ben)).suggestions)
        for one in (a_time(525), a_time(570), a_time(570, minutes=45))
    }

    assert [*suits.values()] == [0, 1, 0]


def test_a_time_for_other_skills_is_not_theirs() -> None:
    ben = a_participant("ben", wants=some_skills("s1"))

    assert proposal_of(a_slot(skills=("s2",)), people=(ANA, ben)).suggestions == ()
    assert len(proposal_of(a_slot(skills=("s1", "s2")), people=(ANA, ben)).suggestions) == 1
    assert len(proposal_of(a_slot(skills=("s2",))).suggestions) == 1


def test_vetoes_hold_and_hours_every_week_are_not_asked_for() -> None:
    veto = {"ana": [a_fact(FactKind.VETOED, who="ben")]}
    span = Hours.model_validate({"day": Weekday.MON, "from": "9:00", "to": "10:00"})
    people = tuple(one(timezone="UTC", hours=(span,)) for one in (a_mentor, a_participant))
    strict = MatchingPolicy(minimum_hours=9)

    assert proposal_of(a_slot(), facts=veto).suggestions == ()
    assert len(proposal_of(a_slot(), people=people, policy=strict).suggestions) == 1


def test_who_takes_no_part_gets_no_time() -> None:
    silent = a_participant("ben", consent=None)

    assert proposal_of(a_slot(), people=(ANA, silent)).suggestions == ()


def test_nobody_gets_their_own_time() -> None:
    assert proposal_of(a_slot("ben"), people=(BEN,)).suggestions == ()
