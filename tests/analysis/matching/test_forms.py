"""Which forms people take, and in which two of them come together."""

from dataclasses import dataclass
from itertools import chain, combinations

import pytest

from mentorgen.analysis.matching.forms import (
    WITH_MENTORS,
    form_of,
    forms_agree,
    forms_taken,
    reversed_pairs,
)
from mentorgen.model.words import Form

ONE, GROUP, PEER, FLASH, REVERSE = Form


@dataclass(frozen=True)
class Somebody:
    forms: frozenset[Form]


def somebody(*forms: Form) -> Somebody:
    return Somebody(frozenset(forms))


@pytest.mark.parametrize(
    ("named", "offered", "taken"),
    [
        ((), (ONE, GROUP, PEER, REVERSE), {ONE, GROUP}),
        ((PEER, ONE), tuple(Form), {PEER, ONE}),
        ((FLASH,), (ONE, PEER), set()),
        ((), (PEER, FLASH), {PEER, FLASH}),
        ((), (REVERSE,), {REVERSE}),
    ],
)
def test_people_take_what_they_name_or_what_is_usual(
    named: tuple[Form, ...], offered: tuple[Form, ...], taken: set[Form]
) -> None:
    assert forms_taken(named, offered) == taken


@pytest.mark.parametrize(
    ("mentor", "mentee", "form"),
    [
        ({ONE, GROUP}, {ONE, GROUP}, ONE),
        ({GROUP}, {ONE, GROUP}, GROUP),
        ({GROUP}, {ONE}, None),
        ({ONE, GROUP}, {GROUP}, None),
        ({ONE, REVERSE}, {ONE, REVERSE}, ONE),
        ({ONE, REVERSE}, {REVERSE}, REVERSE),
        ({GROUP, REVERSE}, {REVERSE}, None),
        ({PEER}, {PEER}, None),
    ],
)
def test_two_people_come_together_in_the_simplest_form_that_both_take(
    mentor: set[Form], mentee: set[Form], form: Form | None
) -> None:
    assert form_of(somebody(*mentor), somebody(*mentee)) is form


def test_forms_of_many_are_those_of_each_two() -> None:
    kinds = [
        somebody(*some) for some in chain.from_iterable(combinations(Form, n) for n in range(4))
    ]

    agree, in_reverse = forms_agree(kinds, kinds), reversed_pairs(kinds, kinds)

    for row, mentee in enumerate(kinds):
        for column, mentor in enumerate(kinds):
            assert bool(agree[row, column]) is (form_of(mentor, mentee) in WITH_MENTORS)
            assert bool(in_reverse[row, column]) is (form_of(mentor, mentee) is REVERSE)
    assert forms_agree([], []).shape == (0, 0)
