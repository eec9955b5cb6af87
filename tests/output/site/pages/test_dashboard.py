"""The dashboard and the front page's figures: totals, hidden where they would give somebody away."""

from collections.abc import Iterable, Mapping
from datetime import date

from mentorgen.model.facts import Fact, FactKind
from mentorgen.output.site.pages.dashboard import dashboard_view
from mentorgen.output.site.views import Health, LinkView
from tests.builders import (
    TODAY,
    Contents,
    a_cohort,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_skill,
    an_application,
    some_skills,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben, yes


def three_pairs(*, informal: bool = False) -> Contents:
    """Six people: enough for every figure to be shown."""
    pairs = tuple(
        a_pair(
            f"pair-{at}", mentors=(f"mentor-{at}",), mentees=(f"mentee-{at}",), informal=informal
        )
        for at in range(3)
    )
    facts: dict[str, Iterable[Fact]] = {}
    for at, pair in enumerate(pairs):
        facts |= yes(pair.id, f"mentor-{at}", f"mentee-{at}")
    return {
        "participants": (
            *(a_mentor(f"mentor-{at}") for at in range(3)),
            *(a_participant(f"mentee-{at}") for at in range(3)),
        ),
        "pairs": pairs,
        "pair_facts": facts,
        "meetings": tuple(a_meeting(date(2026, 3, 30), pair.id, minutes=60) for pair in pairs),
    }


def test_an_empty_program_has_figures_of_nothing() -> None:
    view = dashboard_view(a_frame(participants=(), cohorts=()))

    assert [figure.number for figure in view.figures] == ["0", "\N{EN DASH}", "0", "0"]
    assert (view.health, view.skills, view.skills_note, view.cohorts) == ((), (), "", ())
    assert view.lead == "Totals only: what a pair writes to each other is theirs."


def test_figures_of_a_few_people_are_hidden() -> None:
    view = dashboard_view(with_ana_and_ben(meetings=(a_meeting(date(2026, 3, 30)),)))

    assert {figure.number for figure in view.figures[:2]} == {"\N{EN DASH}"}
    assert [figure.unit for figure in view.figures] == ["", "", "", ""]
    assert view.health == ()
    assert (view.months, view.trends, view.reports) == ((), (), None)
    assert view.few.startswith("A dash stands for fewer than 5 people")
    assert view.cohorts[0].cells[:3] == ("\N{EN DASH}",) * 3


def test_figures_of_many_are_shown_with_what_they_mean() -> None:
    view = dashboard_view(a_frame(**three_pairs()))

    assert [(one.label, one.number, one.unit) for one in view.figures] == [
        ("Pairs at work", "3", ""),
        ("Met when they said they would", "100", "%"),
        ("Milestones reached", "0", ""),
        ("People waiting", "0", ""),
    ]
    assert [(one.health, one.count) for one in view.health] == [(Health.ON_TRACK, 3)]
    assert view.cohorts[0].cells == (
        *("3", "3", "3", "0"),
        *("3 of 6", "nothing to count yet", "nothing to count yet", "nothing to count yet"),
    )
    assert [(one.id, one.shares[0].percent) for one in view.trends] == [("kept", 50)]
    assert (view.few, view.context) == ("", None)
    assert view.reports == LinkView(text="A report of each round", target="reports/")
    assert view.lead.startswith("2026 Spring, week 5. ")


def test_pairs_that_grew_by_themselves_and_the_longest_wait_are_told() -> None:
    usual = three_pairs(informal=True)
    waiting = tuple(a_participant(f"waits-{at}") for at in range(5))
    more: Contents = {
        "participants": (*usual["participants"], *waiting),
        "applications": tuple(
            an_application(one.slug, applied=date(2026, 3, 31)) for one in waiting
        ),
    }
    view = dashboard_view(a_frame(**(usual | more)))

    assert view.figures[0].context == "3 of them grew by themselves"
    assert view.figures[3].context == "the longest for 1 day"


def test_one_pair_that_needs_a_check_in_needs_it() -> None:
    usual = three_pairs()
    quiet: Contents = {"meetings": tuple(usual["meetings"])[:2]}
    view = dashboard_view(a_frame(**(usual | quiet)))

    told = {one.health: (one.count, one.label) for one in view.health}
    assert told == {Health.ON_TRACK: (2, "on track"), Health.CHECK_IN: (1, "needs a check-in")}


def test_milestones_that_were_due_are_told() -> None:
    goals = tuple(
        a_goal(
            pair=f"2026-spring/pair-{at}",
            milestones=({"name": "Read", "due": date(2026, 3, 20), "reached": date(2026, 3, 19)},),
        )
        for at in range(3)
    )
    view = dashboard_view(a_frame(**(three_pairs() | Contents(goals=goals))))

    assert (view.figures[2].number, view.figures[2].context) == ("3", "3 were due by today")


def test_a_pause_is_counted_only_among_enough_people() -> None:
    pause = a_fact(FactKind.PAUSED, TODAY, until=date(2026, 5, 1))
    usual = three_pairs()
    facts = usual["pair_facts"]
    all_pause = {pair: [*said, pause] for pair, said in facts.items()}
    one_pauses = {**facts, "2026-spring/pair-0": all_pause["2026-spring/pair-0"]}

    def paused(said: Mapping[str, Iterable[Fact]]) -> list[int]:
        changed: Contents = {"pair_facts": said}
        view = dashboard_view(a_frame(**(usual | changed)))
        return [one.count for one in view.health if one.health is Health.PAUSED]

    assert paused(all_pause) == [3]
    assert paused(one_pauses) == []


def test_skills_are_listed_by_what_is_missing_most() -> None:
    frame = a_frame(
        skills=(a_skill("a"), a_skill("b"), a_skill("unused")),
        participants=(
            *(a_mentor(f"mentor-{at}", offers=some_skills("a", "b")) for at in range(4)),
            *(a_participant(f"mentee-{at}", wants=some_skills("b")) for at in range(5)),
        ),
    )
    view = dashboard_view(frame)

    assert [(one.skill.slug, one.can_teach, one.want) for one in view.skills] == [
        ("b", 4, 5),
        ("a", 4, 0),
    ]
    assert (
        view.skills_note
        == "1 more person wants b than can teach it. Do you know somebody who could?"
    )
    assert view.skills_link == LinkView(text="All skills", target="skills/")


def test_several_people_short_are_people() -> None:
    frame = a_frame(
        skills=(a_skill("a"),),
        participants=tuple(
            a_participant(f"mentee-{at}", wants=some_skills("a")) for at in range(5)
        ),
    )

    assert dashboard_view(frame).skills_note.startswith("5 more people want a than can teach it.")


def test_a_round_that_never_closes_is_open_all_year() -> None:
    frame = a_frame(cohorts=(a_cohort("circle", rolling=True, starts=None, ends=None),))

    assert dashboard_view(frame).lead.startswith("Circle, open all year. ")
