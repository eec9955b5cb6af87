"""Within a program nobody shares a cloth, and a pair wears both."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from mentorgen.model.words import Role
from mentorgen.output.site.drafts import drafts_of
from mentorgen.output.site.dyes import Dye, Threads
from mentorgen.output.site.wardrobe import MOST_TURNS, Cloth, Wearer, cloth_of_pair, cloths_for

wearers = st.builds(
    Wearer,
    slug=st.text("abcdef-", min_size=1),
    role=st.sampled_from(Role),
    dye=st.none() | st.sampled_from(Dye),
)


def looks(cloth: Cloth) -> tuple[object, ...]:
    return cloth.draft.grid, cloth.threads


@given(st.lists(wearers, unique_by=lambda wearer: wearer.slug))
def test_nobody_shares_a_cloth_and_the_order_of_people_does_not_matter(
    people: list[Wearer],
) -> None:
    cloths = cloths_for(people)

    assert len({looks(cloth) for cloth in cloths.values()}) == len(people)
    assert cloths_for(reversed(people)) == cloths


def test_whoever_would_repeat_a_cloth_takes_the_next_turn() -> None:
    people = [Wearer(f"person-{number:03}", Role.MENTOR, Dye.WOAD) for number in range(300)]

    cloths = cloths_for(people)

    first_turns = {
        looks(Cloth(next(drafts_of(p.slug)), Threads("woad", "natural"), Dye.WOAD)) for p in people
    }
    assert len(first_turns) < 300
    assert len({looks(cloth) for cloth in cloths.values()}) == 300
    assert cloths["person-000"].draft == next(drafts_of("person-000"))


def test_the_draft_of_a_person_is_one_of_their_own_turns() -> None:
    people = [Wearer(f"person-{number:03}", Role.BOTH, Dye.WELD) for number in range(200)]

    for slug, cloth in cloths_for(people).items():
        assert cloth.draft in tuple(islice(drafts_of(slug), MOST_TURNS))


def test_when_all_turns_are_taken_somebody_shares() -> None:
    """No real program comes near: it takes more mentors of one dye than there are patterns."""
    crowd = [Wearer(f"{number:05}", Role.MENTOR, Dye.WOAD) for number in range(2500)]

    assert len(cloths_for(crowd)) == 2500


def test_a_pair_is_woven_from_both() -> None:
    cloths = cloths_for(
        [Wearer("ana", Role.MENTOR, Dye.WOAD), Wearer("ben", Role.MENTEE, Dye.MADDER)]
    )

    pair = cloth_of_pair([cloths["ana"]], [cloths["ben"]])

    assert pair.draft.threading == cloths["ana"].draft.threading
    assert pair.threads == Threads("woad", "madder")


def test_a_group_takes_its_first_mentor_and_its_first_mentee() -> None:
    ana, ben, chi, dan = cloths_for(
        Wearer(slug, Role.BOTH) for slug in ("ana", "ben", "chi", "dan")
    ).values()

    assert cloth_of_pair([ana, ben], [chi, dan]) == cloth_of_pair([ana], [chi])


def test_of_peers_the_second_takes_the_mentees_place() -> None:
    ana, ben, chi = cloths_for(Wearer(slug, Role.BOTH) for slug in ("ana", "ben", "chi")).values()

    assert cloth_of_pair([ana, ben, chi], []) == cloth_of_pair([ana], [ben])


def test_whoever_is_left_alone_keeps_their_pattern() -> None:
    (ana,) = cloths_for([Wearer("ana", Role.MENTOR, Dye.WOAD)]).values()

    assert cloth_of_pair([], [ana]).draft == ana.draft
