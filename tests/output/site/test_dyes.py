"""Which threads a person and a pair are woven of."""

import pytest

from mentorgen.model.words import Role
from mentorgen.output.site.dyes import Dye, Threads, dye_of, threads_of_pair, threads_of_person


def test_a_person_wears_the_dye_they_chose() -> None:
    assert dye_of("ana", Dye.PLUM) is Dye.PLUM


def test_without_a_choice_the_slug_decides_and_never_changes_its_mind() -> None:
    assert [dye_of(slug) for slug in ("ana", "ben", "chi", "ana")] == [
        Dye.LINCOLN,
        Dye.WOAD,
        Dye.TAWNY,
        Dye.LINCOLN,
    ]


def test_every_dye_falls_to_somebody() -> None:
    assert {dye_of(f"person-{number}") for number in range(100)} == set(Dye)


@pytest.mark.parametrize(
    ("role", "threads"),
    [
        (Role.MENTOR, Threads("woad", "natural")),
        (Role.MENTEE, Threads("natural", "woad")),
        (Role.BOTH, Threads("woad", "woad-pale")),
    ],
)
def test_a_mentor_dyes_the_warp_and_a_mentee_the_weft(role: Role, threads: Threads) -> None:
    assert threads_of_person(role, Dye.WOAD) == threads


def test_a_pair_is_woven_of_both_dyes() -> None:
    assert threads_of_pair(Dye.WOAD, Dye.MADDER) == Threads("woad", "madder")


def test_in_a_pair_of_one_dye_the_mentees_turns_pale() -> None:
    assert threads_of_pair(Dye.PLUM, Dye.PLUM) == Threads("plum", "plum-pale")
