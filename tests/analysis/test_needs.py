"""What needs an organiser today: each thing once, the most urgent first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorgen.analysis.needs import NeedKind, needs
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import PairId
from mentorgen.model.words import Form, Outcome, ReasonGroup, Role
from tests.builders import (
    COHORT,
    STARTS,
    a_cohort,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_settings,
)

PAIR = f"{COHORT}/ana-ben"
AGREED = tuple(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in ("ana", "ben"))
ROLLING = a_cohort(rolling=True, starts=None, ends=None)


def day(number: int) -> date:
    return STARTS + timedelta(days=number)


def test_a_program_in_which_all_is_well_needs_nobody() -> None:
    program = a_program(
        cohorts=[ROLLING],
        pairs=[a_pair()],
        pair_facts={PAIR: AGREED},
        meetings=[a_meeting(on=day(5))],
    )

    assert needs(program, today=day(7)) == ()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (24, None),
        (25, NeedKind.FIRST_MEETING),
        (27, NeedKind.FIRST_MEETING),
        (45, NeedKind.PROPOSE_PAUSE),
        (92, NeedKind.PROPOSE_ENDING),
    ],
)
def test_a_silent_pair_comes_on_the_list_with_the_third_step_weekends_included(
    number: int, kind: NeedKind | None
) -> None:
    program = a_program(cohorts=[ROLLING], pairs=[a_pair()], pair_facts={PAIR: AGREED})

    found = needs(program, today=day(number))

    assert [one.kind for one in found] == ([kind] if kind else [])
    for one in found:
        assert (one.about, one.people) == (PAIR, ("ana", "ben"))
        assert one.command == f"mentorgen remind {PAIR} --texts"
        assert one.evidence
        assert one.since <= day(number)


@pytest.mark.parametrize("kind", [FactKind.PAUSED, FactKind.SNOOZED])
def test_a_pair_that_asked_for_time_is_left_alone(kind: FactKind) -> None:
    quiet = a_fact(kind, day(30), until=day(60))
    program = a_program(cohorts=[ROLLING], pairs=[a_pair()], pair_facts={PAIR: (*AGREED, quiet)})

    assert needs(program, today=day(40)) == ()


def test_a_pair_that_wants_no_public_word_gets_a_text_handed_on() -> None:
    program = a_program(
        cohorts=[ROLLING], pairs=[a_pair(public_contact=False)], pair_facts={PAIR: AGREED}
    )

    assert [one.kind for one in needs(program, today=day(11))] == [NeedKind.HAND_ON]


@pytest.mark.parametrize(("number", "told"), [(9, False), (10, True), (100, True), (101, False)])
def test_a_concern_comes_first_and_stays_until_it_is_answered(number: int, *, told: bool) -> None:
    about_pair = a_fact(FactKind.CONCERN, day(10), group=ReasonGroup.PRESSURE)
    about_self = a_fact(FactKind.CONCERN, day(10))
    answer = a_fact(FactKind.CONCERN_ANSWERED, day(101), concern=day(10))
    program = a_program(
        cohorts=[ROLLING],
        pairs=[a_pair(public_contact=False)],
        pair_facts={PAIR: (*AGREED, about_pair, answer)},
        person_facts={"ben": [about_self, answer]},
    )

    found = [one for one in needs(program, today=day(number)) if one.kind is NeedKind.CONCERN]

    said = [(one.about, one.people, one.evidence, one.command) for one in found]
    assert said == (
        [
            (
                PAIR,
                ("ana", "ben"),
                ("Something was wrong on 12 March, about pressure.",),
                f"mentorgen status {PAIR}",
            ),
            ("ben", ("ben",), ("Something was wrong on 12 March.",), "mentorgen status ben"),
        ]
        if told
        else []
    )
    assert needs(program, today=day(number))[: len(found)] == tuple(found)


def test_an_answer_takes_only_the_concern_that_it_names_from_the_list() -> None:
    facts = [
        a_fact(FactKind.CONCERN, day(10)),
        a_fact(FactKind.CONCERN, day(20)),
        a_fact(FactKind.CONCERN_ANSWERED, day(21), concern=day(10)),
    ]
    program = a_program(cohorts=[ROLLING], person_facts={"ana": [facts[2]], "ben": facts})

    (left,) = (one for one in needs(program, today=day(30)) if one.kind is NeedKind.CONCERN)

    assert (left.about, left.since) == ("ben", day(20))


def test_a_concern_of_a_group_is_answered_for_the_whole_group() -> None:
    six = tuple(f"b{number}" for number in range(6))
    group = a_pair("six", form=Form.GROUP, mentees=six)
    told = [
        *(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in group.everyone),
        a_fact(FactKind.CONCERN, day(10), by="b1"),
        a_fact(FactKind.CONCERN_ANSWERED, day(12), concern=day(10)),
    ]
    people = [a_mentor(), *(a_participant(slug) for slug in six)]
    program = a_program(
        cohorts=[ROLLING], participants=people, pairs=[group], pair_facts={group.id: told}
    )

    def concerns(number: int) -> list[tuple[str, ...]]:
        found = needs(program, today=day(number))
        return [one.people for one in found if one.kind is NeedKind.CONCERN]

    assert (concerns(11), concerns(12)) == ([group.everyone], [])


def test_who_asked_to_join_is_listed_until_there_is_an_answer() -> None:
    answers = {
        "cleo": [a_fact(FactKind.ACCEPTED, day(1), cohort=COHORT)],
        "dan": [a_fact(FactKind.DECLINED, day(1))],
        "eve": [a_fact(FactKind.ACCEPTED, STARTS - timedelta(days=60), cohort=COHORT)],
    }
    people = [a_participant(slug) for slug in ("ben", "cleo", "dan", "eve", "finn")]
    applied = [an_application(one.slug) for one in people[:4]]
    later = an_application("finn", applied=day(9))
    program = a_program(
        settings=some_settings(reviews_applications=True),
        participants=people,
        applications=[*applied, later],
        person_facts=answers,
    )

    found = [one for one in needs(program, today=day(2)) if one.kind is NeedKind.APPLICATION]

    assert [(one.about, one.command) for one in found] == [
        ("ben", "mentorgen status ben"),
        ("eve", "mentorgen status eve"),
    ]
    assert found[0].evidence == (
        "The request to join 2026 Spring is of 1 February and has no answer.",
    )


def test_who_waits_is_one_line_a_round_and_says_who_goes_first() -> None:
    stopped = a_fact(FactKind.ENDED, day(30), outcome=Outcome.STOPPED)
    program = a_program(
        cohorts=[
            a_cohort(),
            a_cohort("2025-autumn", starts=date(2025, 3, 1), ends=date(2025, 9, 1)),
        ],
        participants=[a_mentor(), a_participant(), a_participant("cleo"), a_participant("dan")],
        pairs=[a_pair()],
        pair_facts={PAIR: (*AGREED, stopped)},
        applications=[an_application("ben"), an_application("cleo", applied=day(3))],
    )

    (need,) = (one for one in needs(program, today=day(40)) if one.kind is NeedKind.WAITING)

    assert (need.about, need.people, need.since) == (COHORT, ("ben", "cleo"), date(2026, 2, 1))
    assert need.evidence == (
        "2 people seek a mentor, the first since 1 February.",
        "Of a pair that broke off, and so among the first to be matched: Ben.",
    )
    assert need.command == f"mentorgen match {COHORT}"


def test_in_a_program_without_applications_everybody_who_learns_waits() -> None:
    program = a_program(participants=[a_participant(joined=day(1))])

    (need,) = needs(program, today=day(2))

    assert need.evidence == ("One person seeks a mentor, the first since 3 March.",)


def test_a_pair_with_two_lines_is_listed_with_the_more_urgent() -> None:
    late = a_goal(milestones=({"name": "Draft", "due": day(1)},))
    silent = a_program(cohorts=[ROLLING], pairs=[a_pair()], pair_facts={PAIR: AGREED}, goals=[late])
    met = [a_meeting(on=day(number)) for number in (5, 18, 32, 46)]
    talking = replace(silent, meetings={PairId(PAIR): tuple(met)})

    assert [one.kind for one in needs(silent, today=day(44))] == [NeedKind.FIRST_MEETING]
    assert [one.kind for one in needs(talking, today=day(46))] == [NeedKind.STUCK]


def test_a_group_is_listed_once_and_whole() -> None:
    mentees = tuple(f"mentee-{number}" for number in range(6))
    group = a_pair("group", form=Form.GROUP, mentors=("ana",), mentees=mentees)
    program = a_program(
        cohorts=[ROLLING],
        participants=[a_mentor(), *(a_participant(slug, role=Role.MENTEE) for slug in mentees)],
        pairs=[group],
        pair_facts={
            group.id: [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in group.everyone]
        },
    )

    (need,) = needs(program, today=day(30))

    assert (need.kind, need.people) == (NeedKind.FIRST_MEETING, ("ana", *mentees))


@pytest.mark.parametrize(
    ("answer", "on", "is_listed"),
    [(None, 3, True), (None, 15, True), (None, 16, False), ("ben", 4, False), ("ana", 4, True)],
)
def test_a_question_is_listed_until_its_author_answers_or_two_weeks_have_passed(
    answer: str | None, on: int, *, is_listed: bool
) -> None:
    facts = [a_fact(FactKind.ASKED, day(2), by="ben")]
    if answer:
        facts.append(a_fact(FactKind.CONFIRMED, day(3), by=answer))
    pair = a_pair(starts=day(0))
    program = a_program(pairs=[pair], pair_facts={pair.id: facts})

    found = [one for one in needs(program, today=day(on)) if one.kind is NeedKind.QUESTION]

    assert [(one.about, one.people, one.since) for one in found] == (
        [(pair.id, ("ben",), day(2))] if is_listed else []
    )


def test_who_left_a_group_is_not_named_with_it() -> None:
    pair = a_pair("trio", form=Form.GROUP, mentees=("ben", "cleo"))
    yes = (a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in ("ana", "ben", "cleo"))
    left = a_fact(FactKind.LEFT, day(3), by="cleo")
    program = a_program(
        participants=(a_mentor(), a_participant("ben"), a_participant("cleo")),
        cohorts=[ROLLING],
        pairs=[pair],
        pair_facts={pair.id: (*yes, left)},
    )

    found = needs(program, today=day(46))

    assert [one.people for one in found if one.about == pair.id] == [("ana", "ben")]
