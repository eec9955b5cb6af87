"""What people said at the end of a pair: each once, the newest word."""

from datetime import date, timedelta

import pytest

from mentorgen.analysis.life import life_of
from mentorgen.analysis.reflections import reflections_in
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.pairs import Pair
from mentorgen.model.words import Form
from tests.builders import STARTS, a_fact, a_mentor, a_pair, a_participant, a_program

SIX = tuple(f"b{number}" for number in range(6))


def said(by: str, learnt: str, day: int = 0) -> Fact:
    return a_fact(FactKind.REFLECTED, STARTS + timedelta(days=day), by=by, learnt=learnt)


def learnt(pair: Pair, *facts: Fact, today: date = STARTS + timedelta(days=9)) -> list[str]:
    people = [a_mentor(), a_participant(), *(a_participant(slug) for slug in SIX)]
    program = a_program(participants=people, pairs=[pair], pair_facts={pair.id: facts})
    return [one.learnt for one in reflections_in(life_of(program, pair, today=today))]


@pytest.mark.parametrize(
    "pair",
    [
        a_pair(form=Form.GROUP, mentees=SIX),
        a_pair(form=Form.PEER, mentors=(), mentees=(), members=("ana", *SIX)),
        a_pair(informal=True),
    ],
    ids=["group", "peers", "informal"],
)
def test_everybody_has_their_own_words(pair: Pair) -> None:
    facts = [said(slug, f"From {slug}.") for slug in reversed(pair.everyone)]

    assert learnt(pair, *facts) == [f"From {slug}." for slug in pair.everyone]


def test_the_newest_words_count_in_whatever_order_they_stand() -> None:
    new, old = said("ben", "New.", 3), said("ben", "Old.", 1)

    assert learnt(a_pair(), old, new) == learnt(a_pair(), new, old) == ["New."]
    assert learnt(a_pair(), new, old, today=STARTS + timedelta(days=2)) == ["Old."]
    assert learnt(a_pair(), old, said("ben", "The same day.", 1)) == ["The same day."]
