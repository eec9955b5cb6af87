"""Small valid views for tests of the site: each test says only what matters to it."""

from __future__ import annotations

from datetime import date

from mentorgen.model.words import Role
from mentorgen.output.site.prose import safe_html
from mentorgen.output.site.views import (
    DashboardView,
    FigureView,
    HomeView,
    LanguageRef,
    LinkView,
    LoomView,
    MatchesView,
    Openness,
    PairView,
    PeopleView,
    PersonCard,
    PersonRef,
    PersonView,
    RibbonView,
    RoundsView,
    RoundView,
    SkillRef,
    SkillsView,
    SkillView,
    StandView,
    StepView,
    TrainingView,
)
from mentorgen.output.site.wardrobe import Cloth, Wearer, cloth_of_pair, cloths_for

TODAY = date(2026, 11, 21)


def a_cloth(slug: str = "ana", role: Role = Role.MENTOR) -> Cloth:
    return cloths_for([Wearer(slug, role)])[slug]


def a_person(slug: str = "ana", *, name: str = "", path: str | None = "people/ana/") -> PersonRef:
    name = name or f"{slug.capitalize()} Example"
    return PersonRef(
        slug=slug, name=name, given_name=name.split()[0], cloth=a_cloth(slug), path=path
    )


def a_link(text: str = "Join", target: str = "join/") -> LinkView:
    return LinkView(text=text, target=target)


def a_card(
    person: PersonRef | None = None,
    *,
    role: Role = Role.MENTOR,
    openness: Openness = Openness.OPEN,
    free_hours: tuple[int, ...] = (),
) -> PersonCard:
    return PersonCard(
        person=person or a_person(),
        role=role,
        line="I review patches.",
        skills=(SkillRef(slug="testing", label="Testing"),),
        languages=(LanguageRef(code="en", label="English"),),
        place="Cluj, UTC+2",
        openness=openness,
        openness_text="1 of 3 places open",
        free_hours=free_hours,
    )


def a_home(**changes: object) -> HomeView:
    shown: dict[str, object] = {
        "title": "Lantern Mentors",
        "description": "Mentoring",
        "headline": ("Two people,", "one piece"),
        "lead": "An hour every other week.",
        "actions": (a_link("Find a mentor", "people/"), a_link()),
        "note": "",
        "figures": (FigureView(label="pairs at work", number="28"),),
        "steps": (StepView(title="Say what you want", text="A short form."),),
        "featured": (),
        "all_people": a_link("All people", "people/"),
        "events": (),
    }
    return HomeView(**shown | changes)  # type: ignore[arg-type]


def a_people_page(*people: PersonCard, **changes: object) -> PeopleView:
    shown: dict[str, object] = {
        "title": "People",
        "description": "Everybody",
        "lead": "",
        "aims": (),
        "people": people,
        "skills": (),
        "languages": (),
    }
    return PeopleView(**shown | changes)  # type: ignore[arg-type]


def a_person_page(**changes: object) -> PersonView:
    shown: dict[str, object] = {
        "title": "Ana Example",
        "description": "Ana",
        "person": a_person(),
        "role": Role.MENTOR,
        "role_note": "",
        "line": "",
        "words": safe_html(""),
        "place": "",
        "zone": "",
        "languages": (),
        "last_active": "",
        "openness": Openness.FULL,
        "openness_text": "",
        "actions": (),
    }
    return PersonView(**shown | changes)  # type: ignore[arg-type]


def a_pair_page(**changes: object) -> PairView:
    ana, ben = a_person("ana"), a_person("ben", path=None)
    shown: dict[str, object] = {
        "title": "Ana and Ben",
        "description": "A pair",
        "id": "2026-autumn/ana-ben",
        "mentors": (ana,),
        "mentees": (ben,),
        "cloth": cloth_of_pair([ana.cloth], [ben.cloth]),
        "setting": "Autumn round, one to one",
        "lead": "",
        "meetings_held": 0,
        "meetings_planned": 12,
    }
    return PairView(**shown | changes)  # type: ignore[arg-type]


def a_loom(*ribbons: RibbonView, **changes: object) -> LoomView:
    mentors, mentees = {r.mentor for r in ribbons}, {r.mentee for r in ribbons}
    shown: dict[str, object] = {
        "id": "autumn",
        "mentors": tuple(a_person(slug) for slug in sorted(mentors)),
        "mentees": tuple(a_person(slug) for slug in sorted(mentees)),
        "ribbons": ribbons,
        "stands": tuple(
            StandView(person=a_person(slug), place="+2") for slug in sorted(mentors | mentees)
        ),
    }
    return LoomView(**shown | changes)  # type: ignore[arg-type]


def a_matches_page(**changes: object) -> MatchesView:
    shown: dict[str, object] = {
        "title": "New pairs",
        "description": "Pairs",
        "lead": "",
        "looms": (),
        "criteria": (),
        "matches": (),
    }
    return MatchesView(**shown | changes)  # type: ignore[arg-type]


def a_training_page(**changes: object) -> TrainingView:
    shown: dict[str, object] = {
        "title": "Training",
        "description": "Training",
        "lead": "",
        "paths": (),
    }
    return TrainingView(**shown | changes)  # type: ignore[arg-type]


def a_skills_page(**changes: object) -> SkillsView:
    shown: dict[str, object] = {
        "title": "Skills",
        "description": "Skills",
        "lead": "",
        "missing": (),
        "skills": (),
    }
    return SkillsView(**shown | changes)  # type: ignore[arg-type]


def a_skill_page(**changes: object) -> SkillView:
    shown: dict[str, object] = {
        "title": "Testing",
        "description": "Testing",
        "wider": None,
        "lead": "",
        "also_called": "",
        "figures": (),
        "offered_by": (),
    }
    return SkillView(**shown | changes)  # type: ignore[arg-type]


def a_rounds_page(**changes: object) -> RoundsView:
    shown: dict[str, object] = {
        "title": "Rounds",
        "description": "Rounds",
        "lead": "",
        "rounds": (),
    }
    return RoundsView(**shown | changes)  # type: ignore[arg-type]


def a_round_page(**changes: object) -> RoundView:
    shown: dict[str, object] = {
        "title": "Autumn round",
        "description": "Autumn",
        "id": "autumn",
        "state": "Week 11",
        "forms": "One to one",
        "about": safe_html(""),
        "actions": (),
        "figures": (),
    }
    return RoundView(**shown | changes)  # type: ignore[arg-type]


def a_dashboard(**changes: object) -> DashboardView:
    shown: dict[str, object] = {
        "title": "How the round is going",
        "description": "Totals",
        "lead": "",
        "figures": (),
        "health": (),
        "months": (),
        "skills": (),
    }
    return DashboardView(**shown | changes)  # type: ignore[arg-type]
