from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.activity import last_active, last_activity
from mentorgen.analysis.availability import Availability, Places, places, places_of
from mentorgen.analysis.consent import consents
from mentorgen.analysis.waiting import Wait
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.people import Consent
from mentorgen.model.privacy import Level
from mentorgen.model.words import Form, MeetingKind, Outcome, Role
from tests.builders import (
    COHORT,
    ENDS,
    STARTS,
    TODAY,
    Contents,
    a_cohort,
    a_consent,
    a_fact,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_settings,
)

ANA, BEN = Slug("ana"), Slug("ben")
PAIR = f"{COHORT}/ana-ben"
APPLIED = date(2026, 2, 1)


def yes(*slugs: str, on: date = STARTS) -> tuple[Fact, ...]:
    return tuple(a_fact(FactKind.CONFIRMED, on, by=slug) for slug in slugs)


def ended(outcome: Outcome, on: date = TODAY) -> tuple[Fact, ...]:
    return (*yes("ana", "ben"), a_fact(FactKind.ENDED, on, outcome=outcome))


def wait_with(
    *facts: Fact, person_facts: tuple[Fact, ...] = (), applied: bool = True
) -> Wait | None:
    contents: Contents = {"person_facts": {"ben": person_facts}}
    if applied:
        contents["applications"] = [an_application(applied=APPLIED)]
    if facts:
        contents["pairs"] = [a_pair()]
        contents["pair_facts"] = {PAIR: facts}
    return places_of(a_program(**contents), BEN, today=TODAY + timedelta(days=9)).wait


def test_a_mentor_without_a_pair_is_open_and_a_mentee_waits() -> None:
    program = a_program(applications=[an_application(applied=APPLIED)])

    assert places(program, today=TODAY) == {
        "ana": Places(1, 0, 1, 0, 0, Availability.OPEN, None),
        "ben": Places(0, 0, 0, 1, 0, Availability.WAITING, Wait(APPLIED)),
    }


@pytest.mark.parametrize("facts", [(), yes("ana", "ben")], ids=["suggested", "active"])
def test_a_pair_takes_the_places_of_its_people_from_its_suggestion_on(
    facts: tuple[Fact, ...],
) -> None:
    program = a_program(pairs=[a_pair()], pair_facts={PAIR: facts})

    assert places(program, today=STARTS) == {
        "ana": Places(1, 1, 0, 0, 0, Availability.FULL, None),
        "ben": Places(0, 0, 0, 1, 1, Availability.WITH, None),
    }


def test_an_ended_pair_frees_its_places() -> None:
    program = a_program(pairs=[a_pair()], pair_facts={PAIR: ended(Outcome.CHANGED)})

    assert places_of(program, ANA, today=TODAY).state is Availability.OPEN


def test_each_mentee_of_a_group_takes_a_place_while_there_is_time_to_answer() -> None:
    group = a_pair(form=Form.GROUP, mentees=("ben", "cleo", "dan"))
    facts = (
        *yes("ana", "ben"),
        a_fact(FactKind.DECLINED, STARTS, by="cleo"),
    )
    people = [a_mentor(capacity=4), *map(a_participant, group.mentees)]
    program = a_program(participants=people, pairs=[group], pair_facts={PAIR: facts})

    in_time, lapsed = STARTS + timedelta(days=20), STARTS + timedelta(days=21)
    assert places_of(program, ANA, today=in_time) == Places(4, 2, 2, 0, 0, Availability.OPEN, None)
    assert places_of(program, ANA, today=lapsed).taken == 1
    assert places_of(program, Slug("dan"), today=in_time).state is Availability.WITH
    assert places_of(program, Slug("dan"), today=lapsed).state is Availability.WAITING


def test_somebody_with_more_mentees_than_places_has_none_open() -> None:
    program = a_program(participants=[a_mentor(capacity=0), a_participant()], pairs=[a_pair()])

    assert places_of(program, ANA, today=STARTS) == Places(0, 1, 0, 0, 0, Availability.FULL, None)


def test_a_circle_gives_each_peer_a_counterpart_and_takes_no_place() -> None:
    circle = a_pair(form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"))
    program = a_program(
        participants=[a_participant("ana", role=Role.BOTH), a_participant()], pairs=[circle]
    )

    assert places(program, today=STARTS) == {
        "ana": Places(1, 0, 1, 1, 1, Availability.OPEN, None),
        "ben": Places(0, 0, 0, 1, 1, Availability.WITH, None),
    }


def test_somebody_with_both_roles_waits_when_their_places_are_taken() -> None:
    people = [a_mentor(role=Role.BOTH, joined=APPLIED), a_participant()]
    program = a_program(participants=people, pairs=[a_pair()])

    assert places_of(program, ANA, today=STARTS) == Places(
        1, 1, 0, 1, 0, Availability.WAITING, Wait(APPLIED)
    )


@pytest.mark.parametrize(
    "fact",
    [a_fact(FactKind.PAUSED, TODAY, until=ENDS), a_fact(FactKind.LEFT, TODAY)],
    ids=lambda fact: fact.kind,
)
def test_who_pauses_or_left_is_away_and_has_no_place_open(fact: Fact) -> None:
    program = a_program(person_facts={"ana": [fact], "ben": [fact]})

    assert places(program, today=TODAY) == {
        "ana": Places(1, 0, 0, 0, 0, Availability.AWAY, None),
        "ben": Places(0, 0, 0, 1, 0, Availability.AWAY, None),
    }


def test_who_left_and_applied_again_is_back() -> None:
    again = [a_fact(FactKind.LEFT, STARTS), a_fact(FactKind.APPLIED, TODAY, cohort=COHORT)]
    program = a_program(person_facts={"ben": again})

    assert places_of(program, BEN, today=TODAY).wait == Wait(TODAY)


def test_who_left_and_applied_on_one_day_is_away() -> None:
    facts = [a_fact(FactKind.APPLIED, TODAY, cohort=COHORT), a_fact(FactKind.LEFT, TODAY)]
    program = a_program(person_facts={"ben": facts})

    assert places_of(program, BEN, today=TODAY).state is Availability.AWAY


def test_the_wait_goes_on_when_a_match_is_declined_changed_or_stopped() -> None:
    assert wait_with(a_fact(FactKind.DECLINED, STARTS, by="ana")) == Wait(APPLIED)
    assert wait_with(*ended(Outcome.CHANGED)) == Wait(APPLIED)
    assert wait_with(*ended(Outcome.STOPPED)) == Wait(APPLIED)


def test_a_relationship_that_ran_its_course_ends_the_wait_until_somebody_applies_again() -> None:
    again = a_fact(FactKind.APPLIED, TODAY + timedelta(days=3), cohort=COHORT)

    assert wait_with(*ended(Outcome.COMPLETED)) is None
    assert wait_with(*ended(Outcome.COMPLETED), applied=False) is None
    assert wait_with(*ended(Outcome.COMPLETED), person_facts=(again,)) == Wait(again.on)
    assert wait_with(*ended(Outcome.COMPLETED, again.on), person_facts=(again,)) == Wait(again.on)


def test_who_left_a_pair_does_not_wait_for_another() -> None:
    left = a_fact(FactKind.LEFT, TODAY, by="ben")

    assert wait_with(*yes("ana", "ben"), left) is None


@pytest.mark.parametrize("kind", [FactKind.WITHDRAWN, FactKind.DECLINED])
def test_a_request_that_was_taken_back_or_not_taken_up_is_no_wait(kind: FactKind) -> None:
    assert wait_with(person_facts=(a_fact(kind, TODAY, cohort=COHORT),)) is None


def test_a_word_about_another_round_leaves_the_request_open() -> None:
    other = a_fact(FactKind.WITHDRAWN, TODAY, cohort="2025-autumn")

    assert wait_with(person_facts=(other,)) == Wait(APPLIED)


def test_a_request_ends_with_its_round() -> None:
    program = a_program(applications=[an_application()])

    assert places_of(program, BEN, today=ENDS).wait is not None
    assert places_of(program, BEN, today=ENDS + timedelta(days=1)).wait is None


def test_a_rolling_round_keeps_requests_open() -> None:
    rolling = a_cohort(rolling=True, starts=None, ends=None)
    program = a_program(cohorts=[rolling], applications=[an_application()])

    assert places_of(program, BEN, today=date(2030, 1, 1)).wait is not None


def test_an_application_says_as_what_somebody_wants_to_join() -> None:
    people = [a_mentor(), a_participant(role=Role.BOTH)]
    asks = [
        an_application("ana", role=Role.MENTEE, applied=APPLIED),
        an_application("ben", role=Role.MENTOR),
    ]
    program = a_program(participants=people, applications=asks)

    assert places_of(program, ANA, today=TODAY).wait == Wait(APPLIED)
    assert places_of(program, BEN, today=TODAY).state is Availability.OPEN


def test_in_a_program_without_applications_being_in_it_is_the_request() -> None:
    def wait(joined: date | None) -> Wait | None:
        program = a_program(participants=[a_participant(joined=joined)])
        return places_of(program, BEN, today=TODAY).wait

    assert wait(APPLIED) == Wait(APPLIED)
    assert wait(None) == Wait(None)
    assert wait(TODAY + timedelta(days=1)) is None


def test_who_only_mentored_does_not_wait() -> None:
    facts = (*yes("ana", "ben"), a_fact(FactKind.ENDED, TODAY, outcome=Outcome.CHANGED))
    program = a_program(pairs=[a_pair()], pair_facts={PAIR: facts})

    assert places_of(program, ANA, today=TODAY).wait is None


@given(st.integers(0, 4), st.lists(st.sampled_from(["", "ana", "ben", "both"]), max_size=4))
def test_nobody_has_more_places_open_than_they_offer(capacity: int, answers: list[str]) -> None:
    names = [f"pair-{number}" for number in range(len(answers))]
    said = {"": (), "ana": yes("ana"), "ben": yes("ben"), "both": yes("ana", "ben")}
    facts = {f"{COHORT}/{name}": said[who] for name, who in zip(names, answers, strict=True)}
    pairs = [a_pair(name) for name in names]
    program = a_program(
        participants=[a_mentor(capacity=capacity), a_participant()],
        pairs=pairs,
        pair_facts=facts,
    )

    for today in (STARTS, ENDS):
        found = places(program, today=today)
        assert 0 <= found[ANA].open <= capacity
        assert found == {slug: places_of(program, slug, today=today) for slug in found}


def test_the_last_activity_is_the_newest_public_deed() -> None:
    program = a_program(
        participants=[
            a_mentor(joined=date(2026, 1, 5)),
            a_participant(),
            a_participant("cleo"),
        ],
        pairs=[a_pair(mentees=("ben", "cleo"))],
        pair_facts={PAIR: [*yes("ana"), a_fact(FactKind.ENDING, date(2026, 3, 30))]},
        person_facts={
            "ben": [
                a_fact(FactKind.PAUSED, date(2026, 3, 4), until=date(2026, 3, 5)),
                a_fact(FactKind.CONCERN, date(2026, 3, 20)),
                a_fact(FactKind.PAUSED, date(2026, 3, 6), until=date(2026, 3, 7), by="ana"),
            ]
        },
        meetings=[
            a_meeting(date(2026, 3, 9), present=("ana",)),
            a_meeting(date(2026, 3, 25), visibility=Level.PAIR),
            a_meeting(date(2026, 4, 20), kind=MeetingKind.CHAT),
        ],
    )

    assert last_activity(program, today=TODAY) == {
        "ana": date(2026, 3, 9),
        "ben": date(2026, 3, 4),
    }
    assert last_active(program, Slug("cleo"), today=TODAY) is None
    assert last_active(program, Slug("cleo"), today=ENDS) == date(2026, 4, 20)


@pytest.mark.parametrize(
    ("consent", "holds"),
    [
        (a_consent(version=2), True),
        (a_consent(version=1), False),
        (None, False),
        (a_consent(version=2, given=TODAY + timedelta(days=1)), False),
        (a_consent(version=2, withdrawn=TODAY), False),
        (a_consent(version=2, withdrawn=TODAY + timedelta(days=1)), True),
    ],
    ids=["given", "older wording", "none", "not yet", "withdrawn", "not withdrawn yet"],
)
def test_consent_holds_for_the_wording_in_force_until_it_is_withdrawn(
    consent: Consent | None, *, holds: bool
) -> None:
    person = a_participant(consent=consent)

    assert consents(person, some_settings(consent_version=2), today=TODAY) is holds
