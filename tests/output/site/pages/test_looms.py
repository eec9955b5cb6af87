"""Which pictures a part of the matching gets, and where everybody stands in them."""

from mentorgen.model.privacy import Shared
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.matches import matches_view
from tests.builders import (
    a_consent,
    a_mentor,
    a_pair,
    a_participant,
    a_skill,
    some_skills,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben, yes

SHOWS_ZONE = a_consent(shows=(Shared.TIME_ZONE,))


def many(*wanted: str, offered: tuple[str, ...] = ("weaving", "dyeing")) -> Frame:
    """Frame a mentor of everything with a mentee for each skill wanted; without a name it is none."""
    slugs = [f"m{number:02}" for number in range(len(wanted))]
    pairs = tuple(a_pair(f"ana-{slug}", mentees=(slug,)) for slug in slugs)
    return a_frame(
        skills=tuple(a_skill(skill) for skill in offered),
        participants=(
            a_mentor(offers=some_skills(*offered)),
            *(
                a_participant(slug, wants=some_skills(*filter(None, [skill])))
                for slug, skill in zip(slugs, wanted, strict=True)
            ),
        ),
        pairs=pairs,
        pair_facts={pair.id: yes(pair.id, *pair.everyone)[pair.id] for pair in pairs},
    )


def titles(frame: Frame) -> list[tuple[str, int]]:
    return [(loom.title, len(loom.ribbons)) for loom in matches_view(frame).looms]


def test_of_very_many_each_skill_has_its_own_picture_and_the_rest_comes_last() -> None:
    frame = many(*["weaving"] * 20, *["dyeing"] * 20, "")

    assert titles(frame) == [
        ("2026 Spring: agreed, one to one, dyeing", 20),
        ("2026 Spring: agreed, one to one, weaving", 20),
        ("2026 Spring: agreed, one to one, other skills", 1),
    ]
    assert [loom.id for loom in matches_view(frame).looms] == [
        "2026-spring-agreed-one-to-one",
        "2026-spring-agreed-one-to-one-1",
        "2026-spring-agreed-one-to-one-2",
    ]


def test_of_very_many_of_one_skill_the_pictures_are_counted() -> None:
    assert titles(many(*["weaving"] * 41)) == [
        ("2026 Spring: agreed, one to one, 1 of 2", 40),
        ("2026 Spring: agreed, one to one, 2 of 2", 1),
    ]


def test_people_stand_from_west_to_east_and_last_who_does_not_say_where() -> None:
    frame = with_ana_and_ben(
        participants=(
            a_mentor(timezone="Asia/Tokyo", consent=SHOWS_ZONE),
            a_participant("ben", timezone="America/Lima", consent=SHOWS_ZONE),
            a_participant("cy", timezone="America/Lima"),
            a_participant("di", timezone="Africa/Accra", consent=SHOWS_ZONE),
        ),
        pairs=tuple(a_pair(f"ana-{slug}", mentees=(slug,)) for slug in ("ben", "cy", "di")),
        pair_facts={
            f"2026-spring/ana-{slug}": yes(f"2026-spring/ana-{slug}", "ana", slug)[
                f"2026-spring/ana-{slug}"
            ]
            for slug in ("ben", "cy", "di")
        },
    )

    (loom,) = matches_view(frame).looms

    assert [(stand.person.slug, stand.place, stand.is_mentor) for stand in loom.stands] == [
        ("ben", "\N{MINUS SIGN}5", False),
        ("di", "0", False),
        ("ana", "+9", True),
        ("cy", "", False),
    ]


def test_an_arc_has_the_colour_of_what_speaks_for_two_more_than_for_the_others() -> None:
    people = (
        a_mentor(offers=some_skills("weaving"), languages=("en",)),
        a_participant("ben", wants=some_skills("weaving"), languages=("es",)),
        a_participant("cy", wants=some_skills("weaving"), languages=("en",)),
    )
    pairs = (a_pair(), a_pair("ana-cy", mentees=("cy",)))
    facts = {str(pair.id): yes(pair.id, *pair.everyone)[pair.id] for pair in pairs}

    (loom,) = matches_view(
        a_frame(skills=(a_skill("weaving"),), participants=people, pairs=pairs, pair_facts=facts)
    ).looms

    assert [(one.mentee, one.strongest) for one in loom.ribbons] == [
        ("ben", "skills"),
        ("cy", "languages"),
    ]
