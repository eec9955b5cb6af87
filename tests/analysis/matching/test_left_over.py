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
    program = a_program(
        cohorts=COHORTS,
        applications=[an_application("ben", name, role=role, forms=forms) for name in rounds],
        pairs=pairs,
        pair_facts=facts or {},
        person_facts={"ben": said},
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


def test_only_who_learns_or_seeks_peers_can_be_left_over() -> None:
    assert waited(EARLIER[0], role=Role.MENTOR) == 0
    assert waited(EARLIER[0], role=Role.MENTOR, forms=(Form.PEER,)) == 1


def confirmed(pair: Pair, on: date, *more: Fact) -> dict[str, list[Fact]]:
    yes = [a_fact(FactKind.CONFIRMED, on, by=slug) for slug in pair.everyone]
    return {pair.id: [*yes, *more]}


def ended(outcome: Outcome, on: date) -> Fact:
    return a_fact(FactKind.ENDED, on, outcome=outcome)


OLD = a_pair(cohort=EARLIER[0], starts=date(2025, 2, 1))
BEGAN = date(2025, 2, 1)


def test_a_round_with_a_relationship_that_began_does_not_count() -> None:
    completed = ended(Outcome.COMPLETED, date(2025, 9, 1))

    assert waited(EARLIER[0], pairs=(OLD,), facts=confirmed(OLD, BEGAN, completed)) == 0
    assert waited(EARLIER[0], pairs=(OLD,)) == 1


def test_a_relationship_that_broke_off_counts_until_the_next_one_begins() -> None:
    stopped = confirmed(OLD, BEGAN, ended(Outcome.STOPPED, date(2025, 3, 1)))
    changed = confirmed(OLD, BEGAN, ended(Outcome.CHANGED, date(2025, 3, 1)))
    later = a_pair("later", EARLIER[1], mentors=("cleo",), starts=date(2025, 6, 1))
    again = stopped | confirmed(later, date(2025, 6, 1))

    assert waited(EARLIER[0], pairs=(OLD,), facts=stopped) == 1
    assert waited(EARLIER[0], pairs=(OLD,), facts=changed) == 1
    assert waited(EARLIER[0], pairs=(OLD, later), facts=again) == 0


def test_a_suggestion_that_somebody_turned_down_is_no_relationship() -> None:
    declined = {str(OLD.id): [a_fact(FactKind.DECLINED, BEGAN, by="ben")]}

    assert waited(pairs=(OLD,), facts=declined) == 0


def test_who_waited_gets_the_only_place() -> None:
    people = [a_mentor(), *(a_participant(slug) for slug in ("ben", "cleo", "dora"))]
    for slug in ("ben", "cleo", "dora"):
        program = a_program(
            cohorts=COHORTS,
            participants=people,
            applications=[
                *(an_application(one.slug) for one in people),
                an_application(slug, EARLIER[0]),
            ],
        )
        proposal = propose(program, CohortId(COHORT), today=TODAY)

        (only,) = proposal.suggestions
        assert only.mentees == (slug,)
        assert all(one.waited == 0 for one in proposal.waiting)
