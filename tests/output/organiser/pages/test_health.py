"""Pairs by name, with what says how they are."""

from datetime import date

from mentorgen.model.facts import FactKind
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.words import Outcome
from mentorgen.output.organiser.pages.health import health_page
from mentorgen.output.site.views import Health
from tests.builders import a_fact, a_goal, a_meeting
from tests.output.organiser.desks import PAIR, a_desk, ana_and_ben


def test_without_pairs_there_is_no_group() -> None:
    page = health_page(a_desk(participants=()))

    assert (page.groups, page.weeks) == ((), ())


def test_a_pair_on_track_is_quiet() -> None:
    coming = NextMeeting(on=date(2026, 4, 13))
    met = a_meeting(date(2026, 3, 30), next=coming)
    goal = a_goal(milestones=({"name": "Read", "reached": date(2026, 3, 20)}, {"name": "Write"}))
    page = health_page(a_desk(**(ana_and_ben() | {"meetings": (met,), "goals": (goal,)})))
    (group,) = page.groups
    (line,) = group.pairs

    assert (group.id, group.is_quiet) == ("on-track", True)
    assert (line.id, line.names, line.health) == (
        "2026-spring-ana-ben",
        "Ana and Ben",
        Health.ON_TRACK,
    )
    assert line.state == "2026 Spring, on track"
    assert "They last met on 30 March, 2 days ago" in " ".join(line.evidence)
    assert line.figures == "1 of 2 meetings, 1 of 2 milestones, they meet next on 13 April"
    assert page.weeks


def test_a_silent_pair_comes_first_and_is_not_quiet() -> None:
    page = health_page(a_desk(today=date(2026, 5, 20), **ana_and_ben()))
    (group,) = page.groups

    assert (group.id, group.is_quiet) == ("check-in", False)
    assert group.pairs[0].health is Health.CHECK_IN


def test_a_pause_is_told_apart() -> None:
    pause = a_fact(FactKind.PAUSED, date(2026, 3, 31), until=date(2026, 5, 1))
    (group,) = health_page(a_desk(**ana_and_ben(pause))).groups

    assert (group.id, group.pairs[0].health) == ("others", Health.PAUSED)


def test_a_suggestion_has_no_health_and_an_ended_pair_is_left_out() -> None:
    open_one = ana_and_ben() | {"pair_facts": {}, "meetings": ()}
    (group,) = health_page(a_desk(today=date(2026, 3, 3), **open_one)).groups
    ended = a_fact(FactKind.ENDED, date(2026, 3, 31), outcome=Outcome.COMPLETED)

    assert (group.id, group.pairs[0].health) == ("others", None)
    assert health_page(a_desk(**ana_and_ben(ended))).groups == ()
    assert PAIR in a_desk(**ana_and_ben(ended)).known
