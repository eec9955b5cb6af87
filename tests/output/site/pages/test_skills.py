"""The page of all skills: what is offered, what is wanted, and where mentors are missing."""

from mentorgen.model.people import Participant
from mentorgen.output.site.pages.skills import MOST_MISSING, skills_view
from mentorgen.output.site.views import SkillsView
from tests.builders import a_mentor, a_participant, a_skill, some_skills
from tests.output.site.pages.conftest import a_frame


def wanting(number: int, skill: str) -> tuple[Participant, ...]:
    return tuple(a_participant(f"{skill}-{at}", wants=some_skills(skill)) for at in range(number))


def rows(view: SkillsView) -> list[tuple[str, int, int | None]]:
    return [(one.skill.slug, one.can_teach, one.want) for one in view.skills]


def test_skills_stand_by_their_names_with_supply_and_demand() -> None:
    frame = a_frame(
        skills=(a_skill("b", label="weaving"), a_skill("a", label="Zoology"), a_skill("c")),
        participants=(a_mentor(offers=some_skills("a", "b")), *wanting(5, "b")),
    )
    view = skills_view(frame)

    assert rows(view) == [("b", 1, 5), ("a", 1, 0)]
    assert [one.path for one in view.unnamed] == ["skills/c/"]


def test_a_few_who_want_something_are_not_counted() -> None:
    frame = a_frame(skills=(a_skill("a"), a_skill("b")), participants=wanting(4, "a"))
    view = skills_view(frame)

    assert rows(view) == [("a", 0, None)]
    assert [(one.skill.slug, one.text) for one in view.missing] == [("a", "nobody offers it yet")]


def test_what_most_are_short_of_comes_first() -> None:
    frame = a_frame(
        skills=tuple(map(a_skill, "abcd")),
        participants=(
            a_mentor(offers=some_skills("a", "c", "d")),
            *wanting(6, "a"),
            *wanting(3, "b"),
            *wanting(7, "c"),
            *wanting(4, "d"),
        ),
    )

    assert [(one.skill.slug, one.text) for one in skills_view(frame).missing] == [
        ("c", "6 short"),
        ("a", "5 short"),
        ("b", "nobody offers it yet"),
    ]


def test_no_more_are_named_as_missing_than_somebody_reads() -> None:
    skills = [f"skill-{at}" for at in range(MOST_MISSING + 1)]
    frame = a_frame(
        skills=tuple(map(a_skill, skills)),
        participants=(a_participant(wants=some_skills(*skills)),),
    )
    view = skills_view(frame)

    assert (len(view.missing), len(view.skills)) == (MOST_MISSING, MOST_MISSING + 1)


def test_without_anybody_all_skills_wait_to_be_named() -> None:
    view = skills_view(a_frame(skills=(a_skill("a"),), participants=()))

    assert (view.missing, view.skills, len(view.unnamed)) == ((), (), 1)
