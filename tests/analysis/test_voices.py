"""What people told, as totals: response rates, marks and reasons."""

from collections.abc import Mapping
from datetime import date, timedelta

from mentorgen.analysis.figures import Figure
from mentorgen.analysis.voices import Mark, Response, Voices, voices
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, SurveyId
from mentorgen.model.pairs import Pair
from mentorgen.model.surveys import Survey
from mentorgen.model.words import Audience, Form, Outcome, ReasonGroup, SurveyMoment
from tests.builders import (
    COHORT,
    STARTS,
    a_cohort,
    a_fact,
    a_pair,
    a_participant,
    a_program,
)

MENTEES = tuple(f"b{number}" for number in range(6))
GROUP = a_pair("six", form=Form.GROUP, mentors=("ana",), mentees=MENTEES)
CIRCLE = a_pair("circle", form=Form.PEER, mentors=(), mentees=(), members=("ana", *MENTEES))
PULSE = SurveyId("pulse")


def day(number: int) -> date:
    return STARTS + timedelta(days=number)


def a_survey(*audience: Audience, **due: object) -> Survey:
    return Survey.model_validate(
        {
            "schema": 1,
            "id": PULSE,
            "title": "Pulse",
            "audience": audience or (Audience.MENTOR, Audience.MENTEE),
            "due": {"after": SurveyMoment.START} | due,
            "questions": ({"id": "mood", "text": "How is it?"}, {"id": "word", "text": "And?"}),
        }
    )


def answered(number: int, value: int | None = None, pair: Pair = GROUP) -> Fact:
    mark = {"question": "mood", "value": value} if value else {"question": "word", "text": "Fine"}
    return a_fact(FactKind.ANSWERED, day(number), survey=PULSE, pair=pair.id, answers=({**mark},))


def heard(
    facts: Mapping[str, list[Fact]],
    *about_pair: Fact,
    pair: Pair = GROUP,
    survey: Survey | None = None,
    on: int = 40,
    cohort: str | None = None,
) -> Voices:
    program = a_program(
        cohorts=[a_cohort(), a_cohort("other")],
        participants=[a_participant(slug) for slug in ("ana", *MENTEES)],
        pairs=[pair],
        pair_facts={
            pair.id: [
                *(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in pair.everyone),
                *about_pair,
            ]
        },
        person_facts=facts,
        surveys=[survey or a_survey()],
    )
    return voices(program, cohort=CohortId(cohort) if cohort else None, today=day(on))


def test_each_side_has_its_own_rate_and_a_side_of_one_is_hidden() -> None:
    told = heard({"b0": [answered(31)], "b1": [answered(22)], "b2": [answered(23)]})

    mentee, mentor = told.responses
    assert mentee == Response(PULSE, 1, "mentee", Figure(6), Figure(2), Figure(33))
    assert (mentor.side, mentor.asked.value, mentor.rate.value) == ("mentor", None, None)
    assert told.due == {PULSE: day(90)}


def test_who_is_not_meant_is_not_counted_and_a_peer_is_a_side_of_its_own() -> None:
    only = a_survey(Audience.MENTEE)

    assert [one.side for one in heard({}, survey=only).responses] == ["mentee"]
    assert [
        (one.side, one.asked.value) for one in heard({}, pair=CIRCLE, survey=only).responses
    ] == [("peer", 7)]


def test_an_answer_belongs_to_the_round_before_it_and_the_newest_counts() -> None:
    facts = {slug: [answered(90, 5), answered(30, 1), answered(31, 2)] for slug in MENTEES}

    told = heard(facts, on=91)

    assert [(one.number, one.side, one.answered.value) for one in told.responses] == [
        (1, "mentee", 6),
        (1, "mentor", None),
        (2, "mentee", 6),
        (2, "mentor", None),
    ]
    assert told.marks == (Mark(PULSE, "mood", "mentee", Figure(12), Figure(35)),)


def test_marks_of_fewer_than_five_are_hidden_and_words_have_none() -> None:
    few = heard({slug: [answered(30, 4)] for slug in MENTEES[:4]})
    words = heard({slug: [answered(30)] for slug in MENTEES})

    assert [(one.answers.value, one.tenths.value) for one in few.marks] == [(None, None)]
    assert words.marks == ()


def test_the_mean_is_rounded_half_up() -> None:
    values = (1, 1, 1, 1, 1, 2)
    told = heard({slug: [answered(30, value)] for slug, value in zip(MENTEES, values, strict=True)})

    assert [one.tenths.value for one in told.marks] == [12]


def test_reasons_are_counted_by_the_newest_word_and_over_enough_people() -> None:
    ended = a_fact(FactKind.ENDED, day(20), outcome=Outcome.STOPPED)
    first = a_fact(FactKind.REASON, day(21), group=ReasonGroup.PRESSURE)
    newest = a_fact(FactKind.REASON, day(25), group=ReasonGroup.DISTANCE)
    two = a_pair("two", mentors=("ana",), mentees=("b0",))

    many = heard({}, ended, newest, first).reasons
    few = heard({}, ended, first, pair=two).reasons

    assert {group: one.value for group, one in many.items()} == {
        group: int(group is ReasonGroup.DISTANCE) for group in ReasonGroup
    }
    assert few[ReasonGroup.PRESSURE].value is None
    assert heard({}, first).reasons[ReasonGroup.PRESSURE].value == 0


def test_a_round_is_counted_alone() -> None:
    assert heard({}, cohort="other") == heard({}, cohort="other", on=0)
    assert heard({}, cohort=COHORT) == heard({})


def test_a_pair_that_ended_is_asked_its_last_survey_and_no_more_pulses() -> None:
    ended = a_fact(FactKind.ENDED, day(20), outcome=Outcome.COMPLETED)
    closing = a_survey(after=SurveyMoment.END, days=3, every=7)

    assert heard({}, ended).responses == ()
    assert heard({}, ended).due == {}
    assert [one.number for one in heard({}, ended, survey=closing).responses] == [1, 1]
    assert heard({}, survey=closing).responses == ()


def test_a_pair_that_never_began_is_asked_nothing() -> None:
    declined = a_fact(FactKind.DECLINED, day(1), by="ana")

    assert heard({}, declined) == heard({}, declined, on=0, cohort="other")


def test_a_survey_that_is_asked_once_is_due_once() -> None:
    once = a_survey(days=50)

    assert heard({}, survey=once).due == {PULSE: day(50)}
    assert heard({}, survey=once, on=50).due == {}
