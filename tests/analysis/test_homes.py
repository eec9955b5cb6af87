"""Which pairs have a home, and whom its first word may reach."""

from datetime import date, timedelta

import pytest

from mentorgen.analysis.homes import Home, first_word, homes
from mentorgen.analysis.relationships import relationship_of
from mentorgen.analysis.reminders import Because, Held, Reminder
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Outcome
from tests.builders import (
    STARTS,
    a_consent,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
)

PAIR = a_pair().id
TODAY = STARTS
WITHDRAWN = a_consent(withdrawn=STARTS)


def program(
    *facts: Fact, public: bool = True, person_facts: dict[str, tuple[Fact, ...]] | None = None
) -> Program:
    return a_program(
        participants=[a_mentor(github="example-ana"), a_participant(github="example-ben")],
        pairs=[a_pair(public_contact=public)],
        pair_facts={PAIR: facts},
        person_facts=person_facts or {},
    )


def word_of(
    whole: Program, *, today: date = TODAY, asked: dict[Slug, date] | None = None
) -> Reminder | Held:
    home = Home(relationship_of(whole, whole.pairs[PAIR], today=today))
    return first_word(whole, home, asked=asked or {})


def sorted_ids(whole: Program) -> tuple[list[PairId], list[PairId], list[PairId]]:
    found = homes(whole, today=TODAY)
    return [*found.kept], [*found.over], [*found.without]


def test_a_pair_that_goes_on_has_a_home() -> None:
    assert sorted_ids(program()) == ([PAIR], [], [])


def test_a_pair_that_has_ended_may_still_be_named() -> None:
    ended = a_fact(FactKind.ENDED, outcome=Outcome.COMPLETED)

    assert sorted_ids(program(ended)) == ([], [PAIR], [])
    assert sorted_ids(program(ended, public=False)) == ([], [], [])


@pytest.mark.parametrize(
    "person",
    [
        a_participant(github="example-ben", consent=None),
        a_participant(github="example-ben", consent=WITHDRAWN),
        a_participant(),
    ],
    ids=["no consent", "withdrawn", "no account"],
)
def test_a_pair_with_somebody_who_cannot_be_named_or_reached_has_none(person: Participant) -> None:
    whole = a_program(participants=[a_mentor(github="example-ana"), person], pairs=[a_pair()])

    assert sorted_ids(whole) == ([], [], [PAIR])


def test_who_left_a_group_no_longer_counts() -> None:
    people = [a_mentor(github="a"), a_participant(github="b"), a_participant("cy", consent=None)]
    pair = a_pair(form=Form.GROUP, mentees=("ben", "cy"), informal=True)
    left = a_fact(FactKind.LEFT, by="cy")
    whole = a_program(participants=people, pairs=[pair], pair_facts={pair.id: (left,)})

    assert sorted_ids(whole) == ([PAIR], [], [])
    assert homes(whole, today=TODAY).kept[PAIR].people == ("ana", "ben")


def test_the_first_word_calls_everybody_who_may_be_asked_today() -> None:
    word = word_of(program())
    later = word_of(program(), asked={Slug("ana"): TODAY - timedelta(days=6)})

    assert isinstance(word, Reminder)
    assert word.people == ("ana", "ben")
    assert isinstance(later, Reminder)
    assert later.people == ("ben",)


@pytest.mark.parametrize(
    ("whole", "today", "because"),
    [
        (program(), TODAY - timedelta(days=1), Because.WEEKEND),
        (
            program(a_fact(FactKind.SNOOZED, until=TODAY + timedelta(days=7))),
            TODAY,
            Because.SNOOZED,
        ),
        (
            program(
                person_facts={who: (a_fact(FactKind.OPTED_OUT, by=who),) for who in ("ana", "ben")}
            ),
            TODAY,
            Because.OPTED_OUT,
        ),
    ],
    ids=["weekend", "snoozed", "opted out"],
)
def test_the_first_word_waits_where_it_may_reach_nobody(
    whole: Program, today: date, because: Because
) -> None:
    word = word_of(whole, today=today)

    assert isinstance(word, Held)
    assert word.because is because


@pytest.mark.parametrize(("facts", "may"), [((), True), ((a_fact(FactKind.ENDING),), False)])
def test_who_says_goodbye_needs_no_new_place(facts: tuple[Fact, ...], *, may: bool) -> None:
    whole = program(*facts)

    assert Home(relationship_of(whole, whole.pairs[PAIR], today=TODAY)).may_be_opened is may
