"""The page of all rounds, and the page of each."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mentorgen.model.cohorts import Event
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId
from mentorgen.model.pairs import Plan
from mentorgen.model.words import EventKind, Form, Outcome
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.links import TAKE_PART
from mentorgen.output.site.pages.round import MOST_PAIRS, round_views, rounds_view
from mentorgen.output.site.views import LinkView, RoundView, Stretch
from tests.builders import (
    COHORT,
    TODAY,
    Contents,
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben, yes

if TYPE_CHECKING:
    from collections.abc import Iterable

DASH = "\N{EN DASH}"
AFTERWARDS = date(2026, 12, 1)


def page_of(frame: Frame, cohort: str = COHORT) -> RoundView:
    return dict(round_views(frame))[CohortId(cohort)]


def a_round(**over: object) -> Frame:
    """A round that nobody takes part in yet."""
    days: dict[str, object] = {"starts": date(2026, 3, 1)}
    return a_frame(participants=(), cohorts=(a_cohort(COHORT, **(days | over)),))


def a_plan(*weeks: int) -> Plan:
    stages = [{"name": f"Stage {at}", "weeks": weeks[at]} for at in range(len(weeks))]
    return Plan.model_validate({"schema": 1, "id": "slow", "name": "Slow", "stages": tuple(stages)})


def pairs(number: int, *, completed: int = 0) -> Contents:
    """Give pairs of two that began together, of which some completed and the others stopped."""
    made = tuple(
        a_pair(f"pair-{at:02}", mentors=(f"mentor-{at}",), mentees=(f"mentee-{at}",))
        for at in range(number)
    )
    facts: dict[str, Iterable[Fact]] = {}
    for at, pair in enumerate(made):
        outcome = Outcome.COMPLETED if at < completed else Outcome.STOPPED
        end = a_fact(FactKind.ENDED, date(2026, 8, 1), outcome=outcome)
        facts[pair.id] = [*yes(pair.id, f"mentor-{at}", f"mentee-{at}")[pair.id], end]
    return {
        "participants": (
            *(a_mentor(f"mentor-{at}") for at in range(number)),
            *(a_participant(f"mentee-{at}") for at in range(number)),
        ),
        "pairs": made,
        "pair_facts": facts,
    }


def figures(view: RoundView) -> dict[str, str]:
    return {one.label: one.number for one in view.figures}


def test_rounds_stand_the_newest_first_and_one_that_never_closes_before_them() -> None:
    frame = a_frame(
        participants=(),
        cohorts=(
            a_cohort("circle", rolling=True, starts=None, ends=None),
            a_cohort("2025-spring", starts=date(2025, 3, 1), ends=date(2025, 8, 1)),
            a_cohort("2026-spring", starts=date(2026, 3, 1), ends=None, forms=(Form.PEER,)),
        ),
    )

    assert [(one.id, one.days, one.state, one.forms) for one in rounds_view(frame).rounds] == [
        ("circle", "", "Open all year", "One to one"),
        ("2026-spring", "1 March", "Week 5", "Peers"),
        ("2025-spring", "1 March 2025 to 1 August 2025", "Ended", "One to one"),
    ]


@pytest.mark.parametrize(
    ("over", "state"),
    [
        (
            {"starts": date(2026, 5, 1), "opens": date(2026, 4, 2)},
            "Not begun yet, opens on 2 April",
        ),
        ({"starts": date(2026, 5, 1), "closes": TODAY}, "Not begun yet, join until 1 April"),
        ({"closes": date(2026, 3, 31)}, "Week 5"),
        ({"starts": None, "ends": None}, "Running"),
        ({"ends": date(2026, 3, 31)}, "Ended"),
    ],
)
def test_a_round_says_where_the_day_lies_in_it(over: dict[str, date | None], state: str) -> None:
    assert page_of(a_round(**over)).state == state


@pytest.mark.parametrize(
    ("over", "targets"),
    [
        ({}, [TAKE_PART]),
        ({"opens": TODAY, "closes": TODAY}, [TAKE_PART]),
        ({"opens": date(2026, 4, 2)}, []),
        ({"closes": date(2026, 3, 31)}, []),
        ({"ends": date(2026, 3, 31)}, []),
    ],
)
def test_one_is_invited_only_while_one_can_join(over: dict[str, date], targets: list[str]) -> None:
    assert [one.target for one in page_of(a_round(**over)).actions] == targets


def test_its_chat_is_a_link_and_its_own_words_are_made_safe() -> None:
    cohort = a_cohort(chat="https://chat.example.org/", about="The *long* <b>one</b>.")
    view = page_of(a_frame(participants=(), cohorts=(cohort,)))

    assert view.actions[1:] == (
        LinkView(text="Where the round talks", target="https://chat.example.org/"),
    )
    assert "<em>long</em>" in view.about
    assert "<b>" not in view.about


def test_days_and_stages_lie_on_the_way_through_the_round() -> None:
    frame = a_frame(
        participants=(),
        plans=(a_plan(4, 8, 1),),
        cohorts=(
            a_cohort(
                plan="slow", opens=date(2026, 2, 1), closes=date(2026, 2, 20),
                starts=date(2026, 3, 2), ends=date(2026, 8, 30),
            ),
        ),
    )  # fmt: skip
    view = page_of(frame)

    assert [(one.title, one.stretch) for one in view.days] == [
        ("Sign-up opens", Stretch.PAST),
        ("Sign-up closes", Stretch.PAST),
        ("The round begins", Stretch.PAST),
        ("The round ends", Stretch.NOW),
    ]
    assert [(one.starts, one.stretch) for one in view.stages] == [
        (date(2026, 3, 2), Stretch.PAST),
        (date(2026, 3, 30), Stretch.NOW),
        (date(2026, 5, 25), Stretch.AHEAD),
    ]


def test_stages_of_a_round_without_dates_have_none() -> None:
    cohort = a_cohort("circle", rolling=True, starts=None, ends=None, plan="slow")
    frame = a_frame(participants=(), plans=(a_plan(4, 8),), cohorts=(cohort,))

    assert {(one.starts, one.stretch) for one in page_of(frame, "circle").stages} == {
        (None, Stretch.AHEAD)
    }


def test_what_happens_is_listed_by_day_with_the_calendar() -> None:
    events = tuple(
        Event.model_validate(
            {
                "schema": 1,
                "cohort": COHORT,
                "id": name,
                "name": name,
                "kind": EventKind.CIRCLE,
                "on": on,
            }
        )
        for name, on in (("later", date(2026, 6, 1)), ("earlier", date(2026, 3, 5)))
    )
    view = page_of(a_frame(participants=(), events=events))

    assert [one.title for one in view.events] == ["earlier", "later"]
    assert view.calendar
    assert page_of(a_frame(participants=())).calendar is None


def test_pairs_that_may_be_shown_lead_to_their_pages() -> None:
    (shown,) = page_of(with_ana_and_ben()).pairs
    hidden = page_of(with_ana_and_ben(pairs=(a_pair(on_site=False),)))

    assert (shown.names, shown.line, shown.path) == (
        "Ana and Ben",
        "since March",
        "pairs/2026-spring/ana-ben/",
    )
    assert hidden.pairs == ()


def test_of_very_many_pairs_the_others_are_named_only() -> None:
    view = page_of(a_frame(**pairs(MOST_PAIRS + 1)))

    assert len(view.pairs) == MOST_PAIRS
    assert [one.target for one in view.more_pairs] == [f"pairs/{COHORT}/pair-{MOST_PAIRS}/"]


def test_how_many_take_part_is_told_from_five_people_up() -> None:
    assert figures(page_of(a_frame(**pairs(2)))) == {}
    assert figures(page_of(a_frame(**pairs(3))))["people take part"] == "6"


@pytest.mark.parametrize(
    ("number", "completed", "told"),
    [(6, 3, "3"), (3, 3, "3"), (2, 2, None), (4, 3, DASH), (2, 0, None), (3, 0, "0")],
)
def test_an_end_is_told_only_where_nobody_is_known_by_it(
    number: int, completed: int, told: str | None
) -> None:
    view = page_of(a_frame(AFTERWARDS, **pairs(number, completed=completed)))

    assert figures(view).get("pairs finished what they planned") == told


def test_while_a_round_goes_on_no_result_is_told() -> None:
    assert "pairs finished what they planned" not in figures(page_of(a_frame(**pairs(3))))
