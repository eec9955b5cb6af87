"""The matching at an organiser's desk: weak points, next best, who finds nobody, scenarios."""

from mentorgen.analysis.matching.fits import Fit
from mentorgen.analysis.matching.values import Alternative, Match
from mentorgen.model.ids import Slug
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.scenarios import Scenario
from mentorgen.output.organiser.pages.matching import matching_page, next_best
from mentorgen.output.organiser.views import MatchingPage
from mentorgen.output.report import Paragraph, Table
from tests.builders import (
    Contents,
    a_mentor,
    a_participant,
    a_skill,
    an_application,
    some_skills,
)
from tests.output.organiser.desks import a_desk


def a_page(**contents: object) -> MatchingPage:
    desk = a_desk(**contents)  # type: ignore[arg-type]
    return matching_page(desk, desk.open_rounds[0])


def some_people() -> Contents:
    return {
        "skills": (a_skill("testing"), a_skill("writing")),
        "participants": (
            a_mentor("ana", offers=some_skills("testing"), languages=("en",), capacity=1),
            a_mentor("dee", offers=some_skills("testing"), languages=("en",), capacity=1),
            a_participant("ben", wants=some_skills("testing", "writing"), languages=("en",)),
            a_participant("cleo", wants=some_skills("testing"), languages=("en",)),
            a_participant("eve", wants=some_skills("writing"), languages=("pt",)),
        ),
        "applications": tuple(
            an_application(slug) for slug in ("ana", "ben", "cleo", "dee", "eve")
        ),
    }


def test_a_round_of_nobody_says_so() -> None:
    page = a_page(participants=())

    assert (page.title, page.matches, page.scenarios) == ("Matching: 2026 Spring", (), ())
    assert page.note


def test_the_weakest_pair_comes_first_with_its_weakest_point() -> None:
    page = a_page(**some_people())

    percents = [one.percent for one in page.matches]
    assert percents == sorted(percents)
    assert page.matches[0].names.endswith("with Ben")
    assert page.matches[0].weakest.startswith("Skills, ")
    assert page.matches[0].points.endswith(" points")
    assert page.matches[0].next_best[0].startswith("Ben with ")
    assert "it would cost" in page.matches[0].next_best[0]
    told = " ".join(one.text for one in page.waiting if isinstance(one, Paragraph))
    assert "Eve" in told
    assert page.note == ""


def test_scenarios_stand_side_by_side() -> None:
    named = {"schema": 1, "id": "strict", "matching": MatchingPolicy()}
    scenario = Scenario.model_validate(named)
    page = a_page(**(some_people() | Contents(scenarios=(scenario,))))

    tables = [one for one in page.scenarios if isinstance(one, Table)]
    assert tables[0].columns == ("", "usual", "strict")


def test_in_a_round_too_large_for_it_nobody_is_told_what_the_next_best_would_cost() -> None:
    other = Alternative(slug=Slug("dee"), points=61, loss=None)
    match = Match(
        mentor=Slug("ana"),
        mentee=Slug("ben"),
        fit=Fit(()),
        rank_for_mentor=1,
        rank_for_mentee=1,
        alternatives=(other,),
    )

    assert [*next_best(a_desk(**some_people()), match)] == ["Ben with Dee, 61 points"]


def test_what_cannot_be_matched_says_why() -> None:
    policy = MatchingPolicy.model_validate(
        {"locked": ({"mentor": "ana", "mentee": "ben"}, {"mentor": "ana", "mentee": "cleo"})}
    )
    desk = a_desk(**some_people())
    settings = desk.program.settings.model_copy(update={"matching": policy})
    page = a_page(**(some_people() | Contents(settings=settings)))

    assert page.matches == ()
    assert "ana" in page.note.lower()
