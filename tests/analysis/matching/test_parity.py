"""Groups are compared only where nobody can be found out by it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.parity import FEWEST, parity
from mentorgen.analysis.matching.values import Parity
from mentorgen.model.ids import Slug
from mentorgen.model.people import Background, Participant
from mentorgen.model.words import Wish
from tests.builders import a_participant


def who_said(number: int, *said: tuple[str, str]) -> Participant:
    background = tuple(
        Background(dimension=dimension, value=value, wish=Wish.SAME) for dimension, value in said
    )
    return a_participant(f"p{number}", background=background)


def people_of(**sizes: int) -> list[Participant]:
    """So many people for each value; `unsaid` ones said nothing."""
    values = [value for value, size in sizes.items() for _ in range(size)]
    return [
        who_said(at, *(() if value == "unsaid" else [("region", value)]))
        for at, value in enumerate(values)
    ]


def sizes_of(people: list[Participant]) -> dict[str, int]:
    return {one.value: one.people for one in parity(people, frozenset())}


def a_group(value: str, people: int, matched: int) -> Parity:
    return Parity(dimension="region", value=value, people=people, matched=matched)


def test_a_group_of_five_is_told_with_how_many_found_somebody() -> None:
    people = people_of(north=5, south=6)

    found = parity(people, frozenset(Slug(slug) for slug in ("p0", "p1", "p10", "elsewhere")))

    assert found == (a_group("north", 5, 2), a_group("south", 6, 1))


def test_a_group_of_four_is_not_told_and_none_from_which_it_could_be_worked_out() -> None:
    assert sizes_of(people_of(north=4, unsaid=20)) == {}
    assert sizes_of(people_of(north=9, south=4)) == {}
    assert sizes_of(people_of(north=9, south=7, west=4)) == {"north": 9}
    assert sizes_of(people_of(north=9, south=4, unsaid=1)) == {"north": 9}
    assert sizes_of(people_of(north=9, south=3, unsaid=1)) == {}
    assert sizes_of(people_of(north=9, unsaid=3)) == {}
    assert sizes_of(people_of(north=9, south=9, west=1)) == {"south": 9}


def test_what_differs_by_case_and_spaces_is_one_group() -> None:
    said = ["Up  North", "up north", "UP NORTH", " up north", "Up North"]
    people = [who_said(at, ("Region", value)) for at, value in enumerate(said)]

    assert parity(people, frozenset()) == (a_group("up north", 5, 0),)


def test_people_who_say_two_things_of_one_kind_are_a_group_of_their_own() -> None:
    both = [who_said(at, ("region", "north"), ("region", "south")) for at in range(5)]
    north = [who_said(at + 5, ("region", "north")) for at in range(5)]

    assert sizes_of([*both, *north]) == {"north": 5, "north and south": 5}


def test_every_dimension_is_looked_at_by_itself() -> None:
    people = [
        who_said(at, ("region", "north"), ("work", "paid" if at < 6 else "free"))
        for at in range(10)
    ]

    assert parity(people, frozenset()) == (a_group("north", 10, 0),)


@given(
    sizes=st.dictionaries(
        st.sampled_from(("north", "south", "east", "west", "unsaid")), st.integers(1, 12)
    )
)
def test_no_sum_or_difference_of_what_is_told_is_a_small_group(sizes: dict[str, int]) -> None:
    total = sum(sizes.values())

    told = sizes_of(people_of(**sizes))

    assert all(told[value] == sizes[value] >= FEWEST for value in told)
    for count in range(len(told) + 1):
        for some in combinations(told.values(), count):
            rest = total - sum(some)
            assert rest == 0 or rest >= FEWEST or not told
