"""Each rule keeps two people apart, says so by name, and lets pass what is not known."""

from datetime import date

import pytest

from mentorgen.analysis.matching.constraints import why_not
from mentorgen.analysis.matching.proposals import fit_of
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.rules import Barrier, Rule
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Background, Hours
from mentorgen.model.policies import HardRules, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.settings import Settings
from mentorgen.model.training import Module
from mentorgen.model.words import Audience, Form, Outcome, Role, Weekday, Wish
from tests.builders import (
    COHORT,
    STARTS,
    TODAY,
    a_cohort,
    a_consent,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_settings,
    some_skills,
)

YES = {
    f"{COHORT}/ana-ben": [
        a_fact(FactKind.CONFIRMED, by="ana"),
        a_fact(FactKind.CONFIRMED, by="ben"),
    ]
}


def barriers(program: Program, mentor: str = "ana", mentee: str = "ben") -> tuple[Barrier, ...]:
    matching = round_of(program, CohortId(COHORT), today=TODAY)
    return why_not(matching, Slug(mentor), Slug(mentee))


def texts(program: Program) -> list[str]:
    return [barrier.text for barrier in barriers(program)]


def policy(**over: object) -> Settings:
    return some_settings(matching=MatchingPolicy.model_validate(over))


def test_two_people_who_said_little_may_be_matched() -> None:
    assert barriers(a_program()) == ()


def test_nobody_mentors_themselves() -> None:
    program = a_program(participants=[a_participant("ana", role=Role.BOTH)])

    assert barriers(program, "ana", "ana") == (
        Barrier(Rule.SAME_PERSON, "Ana cannot mentor themselves"),
    )


def test_roles_are_those_of_the_round() -> None:
    swapped = [an_application("ana", role=Role.MENTEE), an_application("ben", role=Role.MENTOR)]

    assert texts(a_program(applications=swapped)) == [
        "Ana does not take part as a mentor",
        "Ben does not take part as a mentee",
    ]


def test_where_people_apply_only_applicants_take_part() -> None:
    assert texts(a_program(applications=[an_application("ben")])) == [
        "Ana has not asked to join 2026 Spring"
    ]


def facts_of_ben(*facts: Fact, settings: Settings | None = None) -> Program:
    return a_program(
        settings=settings or some_settings(),
        applications=[an_application("ana"), an_application("ben")],
        person_facts={
            "ana": [a_fact(FactKind.ACCEPTED, cohort=COHORT)],
            "ben": facts,
        },
    )


def test_a_request_taken_back_or_turned_down_ends_taking_part_until_the_next_one() -> None:
    withdrawn = a_fact(FactKind.WITHDRAWN, cohort=COHORT)
    declined = a_fact(FactKind.DECLINED, cohort=COHORT)
    elsewhere = a_fact(FactKind.WITHDRAWN, cohort="2025-autumn")
    again = a_fact(FactKind.APPLIED, date(2026, 3, 20), cohort=COHORT)

    assert texts(facts_of_ben(withdrawn)) == [
        "Ben is not in 2026 Spring: their request was withdrawn"
    ]
    assert texts(facts_of_ben(declined)) == [
        "Ben is not in 2026 Spring: their request was declined"
    ]
    assert texts(facts_of_ben(elsewhere)) == []
    assert texts(facts_of_ben(withdrawn, again)) == []


def test_where_requests_are_reviewed_only_those_accepted_take_part() -> None:
    reviewed = some_settings(reviews_applications=True)

    assert texts(facts_of_ben(settings=reviewed)) == [
        "Ben waits for an answer to their request to join 2026 Spring"
    ]
    assert texts(facts_of_ben(a_fact(FactKind.ACCEPTED, cohort=COHORT), settings=reviewed)) == []
    assert texts(a_program(settings=reviewed)) == []


@pytest.mark.parametrize("consent", [None, a_consent(withdrawn=date(2026, 3, 1))])
def test_nobody_is_matched_without_their_consent(consent: object) -> None:
    program = a_program(participants=[a_mentor(), a_participant("ben", consent=consent)])

    assert texts(program) == ["Ben has not agreed to take part, or took it back"]


def test_who_pauses_or_left_is_not_matched() -> None:
    pause = {"ben": [a_fact(FactKind.PAUSED, until=date(2026, 5, 1))]}
    over = {"ben": [a_fact(FactKind.PAUSED, until=date(2026, 3, 20))]}

    assert texts(a_program(person_facts=pause)) == ["Ben pauses or has left"]
    assert texts(a_program(person_facts=over)) == []
    assert texts(a_program(person_facts={"ana": [a_fact(FactKind.LEFT)]})) == [
        "Ana pauses or has left"
    ]


def test_a_full_mentor_and_a_mentee_who_has_one_are_not_matched() -> None:
    paired = a_program(pairs=[a_pair()], pair_facts=YES)

    assert texts(paired) == [
        "Ana has no place open, out of 1 place",
        "Ben has 1 mentor in this round, as wished",
        "they are in a pair of this round, or were suggested for one",
    ]


def test_places_are_counted_over_all_rounds_and_mentors_in_this_one() -> None:
    elsewhere = a_pair(cohort="2025-autumn", mentees=("cleo",))
    yes = [a_fact(FactKind.CONFIRMED, by=slug) for slug in ("ana", "cleo")]
    program = a_program(
        cohorts=[a_cohort(), a_cohort("2025-autumn")],
        participants=[a_mentor(), a_participant("ben"), a_participant("cleo")],
        pairs=[elsewhere],
        pair_facts={"2025-autumn/ana-ben": yes},
    )

    assert [barrier.rule for barrier in barriers(program)] == [Rule.FULL]
    assert [barrier.rule for barrier in barriers(program, "ana", "cleo")] == [
        Rule.FULL,
        Rule.TOGETHER_BEFORE,
    ]


def past_pair(settings: Settings, *wishes: str) -> Program:
    ended = a_fact(FactKind.ENDED, date(2026, 3, 10), outcome=Outcome.COMPLETED)
    return a_program(
        settings=settings,
        cohorts=[a_cohort(), a_cohort("2025-autumn")],
        applications=[an_application("ana"), an_application("ben", wishes=wishes)],
        pairs=[a_pair(cohort="2025-autumn")],
        pair_facts={"2025-autumn/ana-ben": [ended]},
    )


def test_a_past_pair_comes_again_only_by_wish_or_policy() -> None:
    anybody = policy(hard=HardRules(new_people_only=False))

    assert texts(past_pair(some_settings())) == ["they have been in a pair before"]
    assert texts(past_pair(some_settings(), "ana")) == []
    assert texts(past_pair(anybody)) == []


def test_a_suggestion_turned_down_does_not_come_again_in_the_round() -> None:
    declined = {f"{COHORT}/ana-ben": [a_fact(FactKind.DECLINED, by="ben")]}
    anybody = policy(hard=HardRules(new_people_only=False))

    assert [one.rule for one in barriers(a_program(pairs=[a_pair()], pair_facts=declined))] == [
        Rule.SAME_ROUND,
    ]
    again = a_program(pairs=[a_pair()], pair_facts=declined, settings=anybody)
    assert [one.rule for one in barriers(again)] == [Rule.SAME_ROUND]


@pytest.mark.parametrize(("who", "whom"), [("ana", "ben"), ("ben", "ana")])
def test_a_veto_of_either_side_holds(who: str, whom: str) -> None:
    program = a_program(person_facts={who: [a_fact(FactKind.VETOED, who=whom)]})

    assert texts(program) == ["one of the two does not want to be matched with the other"]


def test_people_of_one_team_are_kept_apart_unless_the_policy_says_otherwise() -> None:
    people = [a_mentor(team="Loom"), a_participant("ben", team=" loom")]
    mixed = policy(hard=HardRules(different_team=False))

    assert texts(a_program(participants=people)) == ["they are in the same team"]
    assert texts(a_program(participants=people, settings=mixed)) == []


def test_nobody_is_matched_with_their_manager_either_way() -> None:
    up = [a_mentor(reports_to="ben"), a_participant("ben")]
    down = [a_mentor(), a_participant("ben", reports_to="ana")]

    assert texts(a_program(participants=up)) == ["Ana reports to Ben"]
    assert texts(a_program(participants=down)) == ["Ben reports to Ana"]


def test_people_without_a_common_language_are_kept_apart_unless_the_policy_says_otherwise() -> None:
    people = [a_mentor(languages=("es",)), a_participant("ben", languages=("en",))]
    mixed = policy(hard=HardRules(shared_language=False))

    assert texts(a_program(participants=people)) == ["they named no language that both speak"]
    assert texts(a_program(participants=people, settings=mixed)) == []


def test_a_policy_can_ask_for_a_common_skill() -> None:
    people = [a_mentor(offers=some_skills("s1")), a_participant("ben", wants=some_skills("s2"))]
    same = [a_mentor(offers=some_skills("s1")), a_participant("ben", wants=some_skills("s1"))]
    strict = policy(hard=HardRules(shared_skill=True))

    assert texts(a_program(participants=people, settings=strict)) == [
        "Ana offers nothing that Ben asks for"
    ]
    assert texts(a_program(participants=same, settings=strict)) == []
    assert texts(a_program(settings=strict)) == []


def test_a_policy_can_ask_for_hours_in_common() -> None:
    hour = (Hours.model_validate({"day": Weekday.MON, "from": "9:00", "to": "10:00"}),)
    people = [
        a_mentor(timezone="UTC", hours=hour),
        a_participant("ben", timezone="UTC", hours=hour),
    ]

    assert texts(a_program(participants=people, settings=policy(minimum_hours=1))) == []
    assert texts(a_program(participants=people, settings=policy(minimum_hours=2))) == [
        "they have less than 2 hours a week in common in some week"
    ]


def test_a_policy_can_ask_for_a_least_fit() -> None:
    points = fit_of(a_program(), Slug("ana"), Slug("ben"), CohortId(COHORT), today=TODAY).points

    assert texts(a_program(settings=policy(floor=points))) == []
    assert texts(a_program(settings=policy(floor=points + 1))) == [
        f"they fit by {points} points, below the floor of {points + 1} %"
    ]


def forms_of(ana: tuple[Form, ...], ben: tuple[Form, ...], *, capacity: int = 1) -> Program:
    return a_program(
        cohorts=[a_cohort(forms=tuple(Form))],
        participants=[a_mentor(capacity=capacity), a_participant("ben")],
        applications=[an_application("ana", forms=ana), an_application("ben", forms=ben)],
    )


def test_who_asked_for_different_forms_is_not_matched() -> None:
    circle, alone = (Form.GROUP,), (Form.ONE_TO_ONE, Form.PEER)

    assert texts(forms_of(circle, alone, capacity=3)) == [
        "they asked for different forms of mentoring"
    ]
    assert texts(forms_of(circle, (), capacity=3)) == []
    assert texts(forms_of((Form.REVERSE,), (Form.REVERSE,))) == []


def test_who_asked_only_for_peers_or_a_single_meeting_is_nobodys_mentee() -> None:
    barriers_found = barriers(forms_of((), (Form.PEER, Form.FLASH)))

    assert barriers_found == (
        Barrier(Rule.OTHER_FORM, "Ben asked for other forms than having or being a mentor"),
    )


def test_a_circle_needs_room_for_its_fewest_people() -> None:
    assert texts(forms_of((Form.GROUP,), (), capacity=2)) == [
        "Ana has too few places open for a circle of 3, out of 2 places"
    ]


def test_a_firm_wish_about_the_others_background_holds() -> None:
    asks = {"dimension": "age", "value": "young", "wish": Wish.SAME, "firm": True}
    mild = a_participant("ben", background=(Background.model_validate(asks | {"firm": False}),))
    firm = a_participant("ben", background=(Background.model_validate(asks),))

    assert texts(a_program(participants=[a_mentor(), mild])) == []
    assert texts(a_program(participants=[a_mentor(), firm])) == [
        "what one of the two firmly asks of the other's background is not met"
    ]


def test_a_policy_can_ask_for_finished_training() -> None:
    module = Module.model_validate(
        {
            "schema": 1,
            "id": "mentees/first-meeting",
            "title": "The first meeting",
            "audience": (Audience.MENTEE,),
            "minutes": 10,
            "objectives": ("Know what to ask",),
            "reviewed": STARTS,
        }
    )
    strict = policy(hard=HardRules(training_done=True))
    done = {"ben": [a_fact(FactKind.COMPLETED, module=module.id)]}
    waived = {"ben": [a_fact(FactKind.WAIVED, module=module.id)]}

    assert texts(a_program(settings=strict, modules=[module])) == ["Ben has training left to do"]
    assert texts(a_program(settings=strict, modules=[module], person_facts=done)) == []
    assert texts(a_program(settings=strict, modules=[module], person_facts=waived)) == []
