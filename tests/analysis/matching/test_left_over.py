"""People who were left over before go first, up to three rounds."""

from datetime import date

from mentorgen.analysis.matching.left_over import rounds_waited
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Outcome, Role
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
)

BEGAN = date(2025, 2, 1)
EARLIER = ("2024-autumn", "2025-spring", "2025-autumn", "2025-winter")
COHORTS = [
    a_cohort(),
    *(a_cohort(name, starts=date(2025, 1, 1), ends=date(2025, 12, 31)) for name in EARLIER),
    a_cohort("2026-autumn", starts=date(2026, 9, 1), ends=date(2026, 12, 31)),
    a_cohort("always", rolling=True, starts=None, ends=None),
]


def waited(
    *rounds: str,
    said: tuple[Fact, ...] = (),
    pairs: tuple[Pair, ...] = (),
    facts: dict[str, list[Fact]] | None = None,
    role: Role | None = None,
    forms: tuple[Form, ...] = (),
) -> int:
    accepted = [a_fact(FactKind.ACCEPTED, BEGAN, cohort=name) for name in rounds]
    program = a_program(
        cohorts=COHORTS,
        applications=[an_application("ben", name, role=role, forms=forms) for name in rounds],
        pairs=pairs,
        pair_facts=facts or {},
        person_facts={"ben": (*accepted, *said)},
    )
    return of_ben(program)


def of_ben(program: Program) -> int:
    matching = round_of(program, CohortId(COHORT), today=TODAY)
    (found,) = rounds_waited(matching, [matching.candidates[Slug("ben")]])
    return found


def test_each_earlier_round_without_anybody_counts_up_to_three() -> None:
    assert waited() == 0
    assert waited(EARLIER[0]) == 1
    assert waited(*EARLIER[:2]) == 2
    assert waited(*EARLIER) == 3


def test_later_rounds_and_those_that_never_close_do_not_count() -> None:
    assert waited(COHORT, "2026-autumn", "always") == 0


def test_a_request_taken_back_or_turned_down_does_not_count() -> None:
    for kind in (FactKind.WITHDRAWN, FactKind.DECLINED):
        assert waited(EARLIER[0], said=(a_fact(kind, cohort=EARLIER[0]),)) == 0


def test_requests_alone_earn_nothing_however_old_they_say_they_are() -> None:
    requests = [an_application("ben", name, applied=BEGAN) for name in EARLIER]
    again = [a_fact(FactKind.APPLIED, BEGAN, cohort=name) for name in EARLIER]

    assert of_ben(a_program(cohorts=COHORTS, applications=requests)) == 0
    assert of_ben(a_program(cohorts=COHORTS, person_facts={"ben": again})) == 0


def test_who_was_taken_into_a_round_without_a_request_waited_in_it() -> None:
    accepted = a_fact(FactKind.ACCEPTED, BEGAN, cohort=EARLIER[0])

    assert waited(said=(accepted,)) == 1
    assert waited(said=(a_fact(FactKind.ACCEPTED, BEGAN, cohort="2026-autumn"),)) == 0


def test_only_who_learns_or_seeks_peers_can_be_left_over() -> None:
    assert waited(EARLIER[0], role=Role.MENTOR) == 0
    assert waited(EARLIER[0], role=Role.MENTOR, forms=(Form.PEER,)) == 1


def confirmed(pair: Pair, on: date, *more: Fact) -> dict[str, list[Fact]]:
    yes = [a_fact(FactKind.CONFIRMED, on, by=slug) for slug in pair.everyone]
    return {pair.id: [*yes, *more]}


def ended(outcome: Outcome, on: date) -> Fact:
    return a_fact(FactKind.ENDED, on, outcome=outcome)


OLD = a_pair(cohort=EARLIER[0], starts=BEGAN)


def test_a_round_with_a_relationship_that_began_does_not_count() -> None:
    completed = ended(Outcome.COMPLETED, date(2025, 9, 1))

    assert waited(EARLIER[0], pairs=(OLD,), facts=confirmed(OLD, BEGAN, completed)) == 0
    assert waited(EARLIER[0], pairs=(OLD,)) == 1
    assert waited(pairs=(OLD,), facts=confirmed(OLD, BEGAN, completed)) == 0


def test_a_relationship_that_broke_off_counts_until_the_next_one_begins() -> None:
    stopped = confirmed(OLD, BEGAN, ended(Outcome.STOPPED, date(2025, 3, 1)))
    changed = confirmed(OLD, BEGAN, ended(Outcome.CHANGED, date(2025, 3, 1)))
    later = a_pair("later", EARLIER[1], mentors=("cleo",), starts=date(2025, 6, 1))
    again = stopped | confirmed(later, date(2025, 6, 1))

    assert waited(EARLIER[0], pairs=(OLD,), facts=stopped) == 1
    assert waited(EARLIER[0], pairs=(OLD,), facts=changed) == 1
    assert waited(EARLIER[0], pairs=(OLD, later), facts=again) == 0


def said_of_old(**words: FactKind) -> int:
    facts = [a_fact(kind, BEGAN, by=slug) for slug, kind in words.items()]
    return waited(pairs=(OLD,), facts={str(OLD.id): facts})


def test_who_is_left_alone_by_others_waited_and_who_says_no_or_nothing_did_not() -> None:
    yes, no = FactKind.CONFIRMED, FactKind.DECLINED

    assert said_of_old(ana=no) == said_of_old(ben=yes) == said_of_old(ana=no, ben=yes) == 1
    assert said_of_old(ben=no) == said_of_old(ana=yes, ben=no) == 0
    assert said_of_old(ana=no, ben=no) == said_of_old(ana=yes) == said_of_old() == 0


def test_a_suggestion_that_is_still_open_is_no_waiting() -> None:
    new = a_pair(cohort=EARLIER[0], starts=TODAY)
    yes = {str(new.id): [a_fact(FactKind.CONFIRMED, TODAY, by="ben")]}

    assert waited(pairs=(new,), facts=yes) == 0


def test_who_waited_gets_the_only_place() -> None:
    people = [a_mentor(), *(a_participant(slug) for slug in ("ben", "cleo", "dora"))]
    for slug in ("ben", "cleo", "dora"):
        program = a_program(
            cohorts=COHORTS,
            participants=people,
            applications=[an_application(one.slug) for one in people],
            person_facts={slug: [a_fact(FactKind.ACCEPTED, BEGAN, cohort=EARLIER[0])]},
        )
        proposal = propose(program, CohortId(COHORT), today=TODAY)

        (only,) = proposal.suggestions
        assert only.mentees == (slug,)
        assert all(one.waited == 0 for one in proposal.waiting)
