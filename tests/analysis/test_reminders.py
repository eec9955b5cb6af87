from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Unpack

import pytest

from mentorgen.analysis.reminders import (
    Because,
    DueReminders,
    Reminder,
    ReminderKind,
    Sent,
    Spared,
    Step,
    due_reminders,
    most_pings,
)
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import PairId
from mentorgen.model.program import Program
from mentorgen.model.surveys import Survey
from mentorgen.model.words import Audience, Form, Outcome, PrivateInputs, SurveyMoment
from tests.builders import (
    COHORT,
    STARTS,
    Contents,
    a_cohort,
    a_consent,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)

PAIR = f"{COHORT}/ana-ben"
AGREED = tuple(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in ("ana", "ben"))
ROLLING = a_cohort(rolling=True, starts=None, ends=None)


def day(number: int) -> date:
    """Count days from the pair's first, a Monday."""
    return STARTS + timedelta(days=number)


def a_survey(survey: str, after: SurveyMoment, **due: int) -> Survey:
    return Survey.model_validate(
        {
            "schema": 1,
            "id": survey,
            "title": survey.title(),
            "audience": (Audience.MENTOR, Audience.MENTEE),
            "due": {"after": after} | due,
            "questions": ({"id": "how", "text": "How is it?"},),
        }
    )


def with_pair(*facts: Fact, **more: Unpack[Contents]) -> Program:
    defaults: Contents = {
        "settings": some_settings(coordinators=("ana",)),
        "cohorts": [ROLLING],
        "pairs": [a_pair()],
        "pair_facts": {PAIR: (*AGREED, *facts)},
    }
    contents: Contents = {**defaults, **more}
    return a_program(**contents)


def on(number: int, *facts: Fact, **more: Unpack[Contents]) -> DueReminders:
    return due_reminders(with_pair(*facts, **more), today=day(number))


def steps(
    numbers: Iterable[int], *facts: Fact, **more: Unpack[Contents]
) -> list[tuple[int, str, str]]:
    """Run on every day and list the day, kind and step of each new reminder."""
    program = with_pair(*facts, **more)
    found: dict[str, tuple[int, str, str]] = {}
    for number in numbers:
        for one in due_reminders(program, today=day(number)).due:
            found.setdefault(one.key, (number, one.kind.value, one.step.value))
    return list(found.values())


def test_a_pair_without_a_first_meeting_climbs_the_whole_ladder() -> None:
    assert steps(range(110)) == [
        (11, "first-meeting", "nudge-1"),
        (18, "first-meeting", "nudge-2"),
        (25, "first-meeting", "coordinators"),
        (45, "propose-pause", "coordinators"),
        (91, "propose-ending", "coordinators"),
        (98, "propose-ending", "coordinators"),
    ]


def test_a_reminder_says_what_it_rests_on() -> None:
    assert on(29, meetings=[a_meeting(STARTS)]) == DueReminders(
        due=(
            Reminder(
                kind=ReminderKind.CHECK_IN,
                pair=a_pair().id,
                people=a_pair().everyone,
                cycle=STARTS,
                number=1,
                due_on=day(29),
                step=Step.NUDGE_1,
                evidence=(
                    "They last met on 2 March, 29 days ago; they planned to meet every 14 days.",
                ),
            ),
        ),
        held=(),
    )


def test_a_key_is_made_of_data_and_dates() -> None:
    (reminder,) = on(29, meetings=[a_meeting(STARTS)]).due

    assert reminder.key == "v1:check-in:2026-spring/ana-ben:2026-03-02:1"


def test_a_contact_begins_a_new_cycle() -> None:
    assert steps(range(40), meetings=[a_meeting(STARTS), a_meeting(day(30))]) == [
        (29, "check-in", "nudge-1")
    ]


def test_an_agreed_meeting_ahead_is_waited_for() -> None:
    met = a_meeting(STARTS, next={"on": day(40)})

    assert steps(range(60), meetings=[met])[0] == (56, "check-in", "nudge-1")


def test_a_slow_rhythm_leaves_time_between_the_last_line_and_the_proposals() -> None:
    slow = [a_pair(rhythm_days=90)]

    assert steps(range(150), pairs=slow, meetings=[a_meeting(STARTS)]) == [
        (105, "check-in", "nudge-1"),
        (112, "check-in", "nudge-2"),
        (119, "check-in", "coordinators"),
        (126, "propose-pause", "coordinators"),
        (133, "propose-ending", "coordinators"),
        (140, "propose-ending", "coordinators"),
    ]


def test_what_falls_on_a_weekend_or_holiday_moves_to_the_next_working_day() -> None:
    settings = some_settings(holidays=(day(14), day(15)))
    facts = {PAIR: [a_fact(FactKind.CONFIRMED, day(2), by=slug) for slug in ("ana", "ben")]}

    assert steps(range(20), settings=settings, pair_facts=facts) == [
        (16, "first-meeting", "nudge-1")
    ]


@pytest.mark.parametrize(
    ("number", "because", "text"),
    [
        (12, Because.WEEKEND, "Nothing goes out at a weekend."),
        (14, Because.HOLIDAY, "Nothing goes out on a holiday of the program."),
    ],
)
def test_nothing_goes_out_on_days_off(number: int, because: Because, text: str) -> None:
    plan = on(number, settings=some_settings(holidays=(day(14),)))

    assert plan.due == ()
    assert [(held.because, held.text) for held in plan.held] == [(because, text)]


@pytest.mark.parametrize(
    ("fact", "because", "text"),
    [
        (a_fact(FactKind.PAUSED, day(12), until=day(20)), Because.PAUSED, "The pair pauses."),
        (
            a_fact(FactKind.SNOOZED, day(12), until=day(20)),
            Because.SNOOZED,
            "The pair asked for time.",
        ),
        (a_fact(FactKind.OPTED_OUT, day(12)), Because.OPTED_OUT, "The pair wants no reminders."),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_what_a_pair_asked_for_is_kept(fact: Fact, because: Because, text: str) -> None:
    plan = on(14, fact)

    assert plan.due == ()
    assert [(held.because, held.text) for held in plan.held] == [(because, text)]


def test_a_pair_waits_for_who_is_away_without_having_asked_for_a_pause() -> None:
    away = {"ben": [a_fact(FactKind.PAUSED, day(12), until=day(20))]}

    plan = on(14, person_facts=away)

    assert [(held.because, held.text) for held in plan.held] == [
        (Because.PAUSED, "Too few of the pair are there now.")
    ]


def test_a_snooze_stops_the_ladder_for_its_days() -> None:
    snoozed = a_fact(FactKind.SNOOZED, day(12), until=day(26))

    assert steps(range(40), snoozed) == [
        (11, "first-meeting", "nudge-1"),
        (32, "first-meeting", "nudge-2"),
        (39, "first-meeting", "coordinators"),
    ]


def test_who_opts_in_again_is_reminded_again() -> None:
    facts = (a_fact(FactKind.OPTED_OUT, day(2)), a_fact(FactKind.OPTED_IN, day(9)))

    assert on(11, *facts).due


def test_a_pair_that_opted_out_still_reaches_the_coordinators_list() -> None:
    (line,) = on(25, a_fact(FactKind.OPTED_OUT, day(2))).due

    assert (line.step, line.people, line.is_ping) == (Step.COORDINATORS, ("ana",), False)


@pytest.mark.parametrize(
    ("contents", "because"),
    [
        ({"pair_facts": {PAIR: (*AGREED, a_fact(FactKind.OPTED_OUT, day(2), by="ben"))}}, Because.OPTED_OUT),
        ({"person_facts": {"ben": [a_fact(FactKind.OPTED_OUT, day(2))]}}, Because.OPTED_OUT),
        ({"person_facts": {"ben": [a_fact(FactKind.SNOOZED, day(2), until=day(30))]}}, Because.SNOOZED),
        ({"participants": [a_mentor(), a_participant(consent=None)]}, Because.NO_CONSENT),
    ],
    ids=["opted out of this pair", "opted out", "snoozed", "no consent"],
)  # fmt: skip
def test_one_person_is_left_out_and_the_others_are_asked(
    contents: Contents, because: Because
) -> None:
    (reminder,) = on(11, **contents).due

    assert reminder.people == ("ana",)
    assert reminder.spared == (Spared(a_participant().slug, because),)


def test_a_mentee_who_is_away_is_left_out_of_the_group() -> None:
    group = a_pair(form=Form.GROUP, mentees=("ben", "cleo"))
    said = [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in group.everyone]
    (reminder,) = on(
        11,
        participants=[a_mentor(), a_participant(), a_participant("cleo")],
        pairs=[group],
        pair_facts={PAIR: said},
        person_facts={"cleo": [a_fact(FactKind.PAUSED, day(2), until=day(30))]},
    ).due

    assert reminder.people == ("ana", "ben")
    assert reminder.spared == (Spared(a_participant("cleo").slug, Because.AWAY),)


def test_a_reminder_that_can_reach_nobody_is_held() -> None:
    plan = on(
        11,
        participants=[a_mentor(consent=a_consent(withdrawn=day(1))), a_participant()],
        person_facts={"ben": [a_fact(FactKind.OPTED_OUT, day(1))]},
    )

    assert plan.due == ()
    assert [(held.because, held.text) for held in plan.held] == [
        (Because.NO_CONSENT, "Ana has not agreed to be written to and Ben wants no reminders.")
    ]


def test_a_pair_without_public_contact_is_handed_to_the_coordinators() -> None:
    (reminder,) = on(11, pairs=[a_pair(public_contact=False)]).due

    assert (reminder.step, reminder.privately, reminder.is_ping) == (Step.NUDGE_1, True, False)


def test_a_person_of_two_pairs_is_asked_once_and_their_counterparts_too() -> None:
    second = a_pair("ana-cleo", mentees=("cleo",))
    said = [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in second.everyone]
    plan = on(
        11,
        participants=[a_mentor(capacity=2), a_participant(), a_participant("cleo")],
        pairs=[a_pair(), second],
        pair_facts={PAIR: AGREED, second.id: said},
    )

    assert [one.people for one in plan.due] == [("ana", "ben"), ("cleo",)]
    assert plan.due[1].spared == (Spared(a_mentor().slug, Because.ASKED_LATELY),)


def test_who_was_asked_within_seven_days_is_not_asked_again() -> None:
    program = with_pair()
    slugs = a_pair().everyone

    asked = Sent(asked=dict.fromkeys(slugs, day(5)))
    (held,) = due_reminders(program, today=day(11), sent=asked).held
    assert held.text == (
        "Ana was asked something within the last seven days and"
        " Ben was asked something within the last seven days."
    )
    assert due_reminders(program, today=day(14), sent=asked).due


def test_what_was_sent_is_not_due_again() -> None:
    program = with_pair(surveys=[a_survey("pulse", SurveyMoment.START, days=11)])
    sent = Sent(keys=frozenset({"v1:first-meeting:2026-spring/ana-ben:2026-03-02:1"}))

    assert due_reminders(program, today=day(11), sent=sent) == DueReminders((), ())


def test_what_was_sent_about_something_else_makes_room_for_the_next() -> None:
    program = with_pair(
        surveys=[a_survey("pulse", SurveyMoment.START, days=23)],
        goals=[a_goal(milestones=({"name": "Draft", "due": day(1)},))],
        meetings=[a_meeting(day(20))],
    )
    (first,) = due_reminders(program, today=day(23)).due
    sent = Sent(keys=frozenset({first.key}))

    assert first.kind is ReminderKind.PULSE_SURVEY
    assert [one.kind for one in due_reminders(program, today=day(24), sent=sent).due] == [
        ReminderKind.STUCK
    ]


def test_a_pair_is_asked_twice_in_a_silence_whatever_it_is_asked() -> None:
    program = with_pair(
        surveys=[a_survey("pulse", SurveyMoment.START, days=23)],
        goals=[a_goal(milestones=({"name": "Draft", "due": day(1)},))],
        meetings=[a_meeting(day(20))],
    )
    twice = Sent(pairs={PairId(PAIR): (day(21), day(22))})
    before = Sent(pairs={PairId(PAIR): (day(18), day(19), day(21))})

    plan = due_reminders(program, today=day(23), sent=twice)

    assert plan.due == ()
    assert {(one.because, one.text) for one in plan.held} == {
        (Because.ASKED_TWICE, "The pair was asked twice already since its last contact.")
    }
    assert len(plan.held) == 2
    assert len(due_reminders(program, today=day(23), sent=before).due) == 1


def test_the_coordinators_hear_of_a_pair_that_was_asked_twice() -> None:
    twice = Sent(pairs={PairId(PAIR): (day(12), day(19))})

    (line,) = due_reminders(with_pair(), today=day(25), sent=twice).due

    assert (line.kind, line.step) == (ReminderKind.FIRST_MEETING, Step.COORDINATORS)


def test_a_goodbye_may_be_asked_about_after_a_silence_that_was() -> None:
    goodbye = a_fact(FactKind.ENDED, day(30), outcome=Outcome.COMPLETED)
    program = with_pair(
        surveys=[a_survey("closing", SurveyMoment.END)], pair_facts={PAIR: (*AGREED, goodbye)}
    )
    twice = Sent(pairs={PairId(PAIR): (day(12), day(19))})

    (asked,) = due_reminders(program, today=day(30), sent=twice).due

    assert asked.kind is ReminderKind.CLOSING_SURVEY


def test_a_run_asks_at_most_so_many_times() -> None:
    names = [f"p{number:02}" for number in range(12)]
    pairs = [a_pair(name, mentors=(f"m-{name}",), mentees=(f"b-{name}",)) for name in names]
    plan = on(
        11,
        participants=[a_participant(slug) for pair in pairs for slug in pair.everyone],
        pairs=pairs,
        pair_facts={
            pair.id: [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in pair.everyone]
            for pair in pairs
        },
    )

    assert len(plan.due) == 10
    assert [(held.reminder.pair, held.because, held.text) for held in plan.held] == [
        (pair.id, Because.RUN_IS_FULL, "A run asks at most 10 times; this one follows in the next.")
        for pair in pairs[10:]
    ]
    assert most_pings(1000) == 50


def test_who_has_not_answered_a_suggestion_is_asked() -> None:
    facts = {PAIR: AGREED[:1]}
    (reminder,) = on(8, pair_facts=facts).due

    assert reminder.people == ("ben",)
    assert reminder.evidence == ("It was suggested on 2 March; 1 answer to come.",)
    assert steps(range(60), pair_facts=facts) == [
        (8, "answer-proposal", "nudge-1"),
        (15, "answer-proposal", "nudge-2"),
    ]


def test_a_suggestion_kept_alive_reaches_the_coordinators() -> None:
    facts = {PAIR: [a_fact(FactKind.CONFIRMED, on, by="ana") for on in (STARTS, day(20))]}

    assert steps(range(25), pair_facts=facts)[-1] == (22, "answer-proposal", "coordinators")


def test_a_milestone_long_after_its_day_is_asked_about() -> None:
    goal = a_goal(milestones=({"name": "Draft", "due": day(1)},))
    often = [a_meeting(day(number)) for number in range(0, 60, 7)]

    assert steps(range(60), goals=[goal], meetings=often) == [
        (23, "stuck", "nudge-1"),
        (30, "stuck", "nudge-2"),
        (37, "stuck", "coordinators"),
    ]
    (reminder,) = on(23, goals=[goal], meetings=often).due
    assert (reminder.cycle, reminder.about) == (day(1), ("Draft",))
    assert reminder.evidence == ('The step "Draft" was planned for 3 March and is still open.',)


def test_a_milestone_whose_day_off_comes_first_waits() -> None:
    goal = a_goal(milestones=({"name": "Draft", "due": day(-10)},))
    settings = some_settings(holidays=(day(14), day(15)))
    often = [a_meeting(day(number)) for number in (0, 7)]

    assert on(12, goals=[goal], meetings=often, settings=settings) == DueReminders((), ())


def test_the_pulse_comes_at_thirty_days_and_then_every_sixty() -> None:
    often = [a_meeting(day(number)) for number in range(0, 200, 7)]
    pulse = a_survey("pulse", SurveyMoment.START)

    assert steps(range(160), surveys=[pulse], meetings=often) == [
        (30, "pulse-survey", "nudge-1"),
        (91, "pulse-survey", "nudge-1"),
        (150, "pulse-survey", "nudge-1"),
    ]


def test_surveys_due_on_one_day_are_one_reminder() -> None:
    surveys = [
        a_survey("pulse", SurveyMoment.START),
        a_survey("first", SurveyMoment.START, days=30),
        a_survey("other", SurveyMoment.START, days=35),
    ]
    often = [a_meeting(day(number)) for number in range(0, 60, 7)]
    (reminder,) = on(31, surveys=surveys, meetings=often).due

    assert reminder.about == ("First", "Pulse")
    assert reminder.evidence == ("First and Pulse: due on 1 April.",)
    assert reminder.key == "v1:pulse-survey:2026-spring/ana-ben:2026-04-01:1"
    later = on(35, surveys=surveys, meetings=often)
    assert [one.about for one in later.due] == [("First", "Pulse")]
    assert [(held.reminder.about, held.because) for held in later.held] == [
        (("Other",), Because.ANOTHER_FIRST)
    ]


def test_a_survey_is_not_asked_for_two_weeks_after_its_day() -> None:
    often = [a_meeting(day(number)) for number in range(0, 60, 7)]
    pulse = a_survey("pulse", SurveyMoment.START)

    assert on(43, surveys=[pulse], meetings=often).due
    assert not on(44, surveys=[pulse], meetings=often).due


def test_who_answered_is_not_asked() -> None:
    often = [a_meeting(day(number)) for number in range(0, 60, 7)]
    answered = a_fact(FactKind.ANSWERED, day(25), survey="pulse", pair=PAIR, answers=())
    surveys = [a_survey("pulse", SurveyMoment.START)]

    (reminder,) = on(30, surveys=surveys, meetings=often, person_facts={"ben": [answered]}).due
    assert reminder.people == ("ana",)
    before = a_fact(FactKind.ANSWERED, day(22), survey="pulse", pair=PAIR, answers=())
    (reminder,) = on(30, surveys=surveys, meetings=often, person_facts={"ben": [before]}).due
    assert reminder.people == ("ana", "ben")
    both = {"ana": [answered], "ben": [answered]}
    assert not on(30, surveys=surveys, meetings=often, person_facts=both).due


def test_the_midpoint_lies_halfway_to_the_end() -> None:
    often = [a_meeting(day(number)) for number in range(0, 60, 7)]
    middle = [a_survey("midpoint", SurveyMoment.MIDDLE, days=1)]
    ending = a_cohort(ends=day(55))

    assert steps(range(56), surveys=middle, meetings=often, cohorts=[ending]) == [
        (29, "pulse-survey", "nudge-1")
    ]
    assert steps(range(56), surveys=middle, meetings=often) == []


@pytest.mark.parametrize(
    ("private", "expected"),
    [
        (PrivateInputs.NONE, [(50, "closing-survey", "nudge-1")]),
        (
            PrivateInputs.FOLDER,
            [
                (50, "closing-survey", "nudge-1"),
                (57, "closing-survey", "nudge-2"),
                (64, "closing-survey", "coordinators"),
                (71, "closing-survey", "coordinators"),
            ],
        ),
    ],
)
def test_the_closing_survey_is_repeated_where_answers_can_be_read(
    private: PrivateInputs, expected: list[tuple[int, str, str]]
) -> None:
    facts = (
        a_fact(FactKind.ENDING, day(50)),
        a_fact(FactKind.ENDED, day(58), outcome=Outcome.COMPLETED),
    )
    surveys = [
        a_survey("closing", SurveyMoment.END),
        a_survey("pulse", SurveyMoment.START, days=900),
    ]
    settings = some_settings(private=private)

    assert (
        steps(
            range(45, 100),
            *facts,
            surveys=surveys,
            settings=settings,
            meetings=[a_meeting(day(40))],
        )
        == expected
    )


def test_a_closing_survey_waits_for_its_own_days() -> None:
    facts = (a_fact(FactKind.ENDED, day(50), outcome=Outcome.COMPLETED),)
    surveys = [a_survey("closing", SurveyMoment.END, days=10)]

    assert steps(range(45, 100), *facts, surveys=surveys, meetings=[a_meeting(day(40))]) == [
        (60, "closing-survey", "nudge-1")
    ]


def test_a_suggestion_that_never_began_gets_no_closing_survey() -> None:
    facts = {PAIR: [a_fact(FactKind.DECLINED, STARTS, by="ben")]}

    assert not on(1, surveys=[a_survey("closing", SurveyMoment.END)], pair_facts=facts).due


def test_each_side_and_each_peer_gets_the_surveys_meant_for_it() -> None:
    mentors_only = Survey.model_validate(
        {
            **a_survey("pulse", SurveyMoment.START).model_dump(by_alias=True),
            "audience": (Audience.MENTOR,),
        }
    )
    often = [a_meeting(day(number)) for number in range(0, 60, 7)]
    circle = a_pair(form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"))

    assert on(30, surveys=[mentors_only], meetings=often).due[0].people == ("ana",)
    assert on(30, surveys=[mentors_only], meetings=often, pairs=[circle]).due[0].people == (
        "ana",
        "ben",
    )


def test_a_survey_with_days_of_its_own_keeps_to_them() -> None:
    met = [a_meeting(on=day(number)) for number in (3, 12, 24)]
    own = a_survey("arrival", SurveyMoment.START, days=15, every=20)

    due = steps(range(40), meetings=met, surveys=[own])

    assert [(number, kind) for number, kind, _ in due] == [
        (15, "pulse-survey"),
        (35, "pulse-survey"),
    ]


def test_a_survey_about_the_first_meeting_counts_from_it() -> None:
    check = a_survey("arrival", SurveyMoment.FIRST_MEETING, days=3)
    met = [a_meeting(on=day(number)) for number in (4, 18)]

    assert steps(range(20), meetings=met, surveys=[check]) == [(7, "pulse-survey", "nudge-1")]
    assert on(9, surveys=[check]).due == ()


@pytest.mark.parametrize(
    ("now", "held"),
    [
        ("2026-03-17T19:59:00+00:00", False),
        ("2026-03-17T20:00:00+00:00", True),
        ("2026-03-17T06:59:00+00:00", True),
        ("2026-03-17T07:00:00+00:00", False),
        ("2026-03-17T21:30:00-07:00", True),
    ],
)
def test_in_quiet_hours_everything_waits(now: str, *, held: bool) -> None:
    quiet = {"starts": 21 * 60, "ends": 8 * 60, "timezone": "Africa/Lagos"}
    program = with_pair(
        settings=some_settings(coordinators=("ana",), follow_up={"quiet_hours": quiet})
    )

    plan = due_reminders(program, today=day(15), now=datetime.fromisoformat(now))

    assert [one.because for one in plan.held] == [Because.QUIET_HOURS] * held
    assert len(plan.due) == (not held)


@pytest.mark.parametrize(
    ("hour", "held"), [("11:59", False), ("12:00", True), ("13:59", True), ("14:00", False)]
)
def test_quiet_hours_may_lie_in_the_day_and_are_those_of_the_program(
    hour: str, *, held: bool
) -> None:
    settings = some_settings(
        timezone="Asia/Kolkata", follow_up={"quiet_hours": {"starts": 720, "ends": 840}}
    )
    program = with_pair(settings=settings)

    plan = due_reminders(
        program, today=day(15), now=datetime.fromisoformat(f"2026-03-17T{hour}:00+05:30")
    )

    assert bool(plan.held) is held


def test_a_rehearsal_without_a_time_is_never_quiet() -> None:
    quiet = {"starts": 0, "ends": 1439}
    program = with_pair(settings=some_settings(follow_up={"quiet_hours": quiet}))

    assert due_reminders(program, today=day(15)).due


def test_a_closing_survey_that_falls_on_a_weekend_waits_for_monday() -> None:
    facts = (a_fact(FactKind.ENDED, day(12), outcome=Outcome.COMPLETED),)
    surveys = [a_survey("closing", SurveyMoment.END)]

    assert on(12, *facts, surveys=surveys) == DueReminders((), ())
    assert steps(range(12, 20), *facts, surveys=surveys) == [(14, "closing-survey", "nudge-1")]
