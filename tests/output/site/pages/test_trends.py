"""Rounds beside each other: what is shown of each, and what another program publishes."""

from datetime import date

from mentorgen.analysis.outcomes import round_outcomes
from mentorgen.analysis.relationships import relationships
from mentorgen.analysis.totals import all_totals
from mentorgen.model.words import Outcome
from mentorgen.output.site.pages.trends import SOURCE, context_of, trend_views
from mentorgen.output.site.views import ContextView, TrendView
from tests.analysis.test_outcomes import TODAY, pairs
from tests.builders import COHORT, Contents, a_meeting, a_program


def trends(contents: Contents) -> tuple[TrendView, ...]:
    program = a_program(**contents)
    totals = all_totals(program, today=TODAY).cohorts
    found = round_outcomes(program, relationships(program, today=TODAY), totals, today=TODAY)
    return trend_views(program, found)


def test_a_measure_of_which_nothing_can_be_shown_is_left_out() -> None:
    assert trends(pairs(2)) == ()
    assert [one.id for one in trends(pairs(3))] == ["kept"]


def test_a_round_shows_how_many_of_how_many() -> None:
    meetings = [a_meeting(date(2026, 3, 9), f"{COHORT}/pair-{at}") for at in range(3)]

    (kept,) = trends(pairs(3) | Contents(meetings=meetings))

    (share,) = kept.shares
    assert (share.label, share.percent, share.text) == ("2026 Spring", 25, "3 of 12")
    assert kept.elsewhere is None


def test_another_program_stands_beside_pairs_that_finished_with_its_source() -> None:
    shown = trends(pairs(6, dict.fromkeys(range(3), Outcome.COMPLETED)))
    context = context_of(shown)

    assert [one.elsewhere for one in shown if one.id == "finished"] == [82]
    assert isinstance(context, ContextView)
    assert "194 of 238" in context.text
    assert "context" in context.caution
    assert context.source.target == SOURCE


def test_without_pairs_that_ended_nobody_else_is_spoken_of() -> None:
    assert context_of(trends(pairs(3))) is None
