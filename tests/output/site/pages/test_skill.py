"""The page of one skill."""

from mentorgen.model.facts import FactKind
from mentorgen.model.ids import SkillId
from mentorgen.model.words import Audience
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.skill import MOST_PEOPLE, skill_views
from mentorgen.output.site.views import LinkView, SkillView
from tests.builders import (
    STARTS,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_skill,
    some_skills,
)
from tests.output.site.pages.conftest import a_frame, yes
from tests.output.site.pages.test_training import a_module


def page_of(frame: Frame, skill: str = "a") -> SkillView:
    return dict(skill_views(frame))[SkillId(skill)]


def test_every_skill_of_the_vocabulary_has_a_page() -> None:
    frame = a_frame(skills=(a_skill("a"), a_skill("b")), participants=())

    assert [skill for skill, _ in skill_views(frame)] == ["a", "b"]


def test_who_offers_it_is_shown_with_open_places_first() -> None:
    frame = a_frame(
        skills=(a_skill("a"), a_skill("b")),
        participants=(
            a_mentor("ana", name="Ana", offers=some_skills("a", "a")),
            a_mentor("bea", name="Bea", offers=some_skills("a"), capacity=2),
            a_mentor("cy", name="Cy", offers=some_skills("b")),
            a_mentor("dee", name="Dee", offers=some_skills("a"), consent=None),
            a_mentor("eve", name="Eve", offers=some_skills("a")),
            a_participant("ben"),
        ),
        pairs=(a_pair(mentors=("ana",), mentees=("ben",)),),
        pair_facts=yes("2026-spring/ana-ben", "ana", "ben"),
        person_facts={"eve": [a_fact(FactKind.LEFT, STARTS)]},
    )
    view = page_of(frame)

    assert [one.person.name for one in view.offered_by] == ["Bea", "Ana"]
    assert [(one.label, one.number, one.context) for one in view.figures] == [
        ("can teach it", "2", ""),
        ("places open", "2", ""),
        ("would like to learn it", "0", ""),
    ]
    assert view.all_people == LinkView(
        text="All who offer it", target="people/?skill=a&role=mentor"
    )


def test_who_wants_it_is_only_a_number_from_five_people_up() -> None:
    def wanted(number: int) -> tuple[str, str]:
        people = tuple(a_participant(f"p-{at}", wants=some_skills("a")) for at in range(number))
        view = page_of(a_frame(skills=(a_skill("a"),), participants=people))
        assert (view.offered_by, view.all_people) == ((), None)
        return view.figures[2].number, view.figures[2].context

    assert wanted(4) == ("\N{EN DASH}", "fewer than five")
    assert wanted(5) == ("5", "")


def test_of_many_the_first_are_shown() -> None:
    people = tuple(a_mentor(f"m-{at}", offers=some_skills("a")) for at in range(MOST_PEOPLE + 1))
    view = page_of(a_frame(skills=(a_skill("a"),), participants=people))

    assert len(view.offered_by) == MOST_PEOPLE
    assert view.figures[0].number == str(MOST_PEOPLE + 1)


def test_a_skill_stands_among_wider_narrower_and_neighbouring_ones() -> None:
    frame = a_frame(
        skills=(
            a_skill("top", label="Top"),
            a_skill("a", label="A", parent="top", aim="begin", aliases=("alpha", "first")),
            a_skill("b", label="B", parent="top"),
            a_skill("a-1", label="A one", parent="a"),
        ),
        participants=(),
    )
    view, top = page_of(frame), page_of(frame, "top")

    assert view.wider
    assert view.wider.path == "skills/top/"
    assert [one.label for one in view.narrower] == ["A one"]
    assert [one.label for one in view.related] == ["B"]
    assert (view.lead, view.also_called) == (
        "For somebody who would like to begin.",
        "alpha, first",
    )
    assert (top.wider, top.related, top.lead, top.all_people) == (None, (), "", None)


def test_training_about_a_skill_stands_on_its_page() -> None:
    frame = a_frame(
        skills=(a_skill("a"), a_skill("b")),
        modules=(a_module("mentees/first", Audience.MENTEE, skills=("a",)),),
    )

    assert page_of(frame).training == (LinkView(text="First", target="training/mentees/first/"),)
    assert page_of(frame, "b").training == ()
