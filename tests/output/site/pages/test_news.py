"""News follow from dated facts that everybody may know, and never from what is still to come."""

from datetime import date
from typing import Unpack

import pytest

from mentorgen.model.facts import FactKind
from mentorgen.model.privacy import Shared
from mentorgen.model.words import Audience, Role
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.news import MOST_NEWS, MOST_TITLES, all_news, news_view
from tests.builders import (
    TODAY,
    Contents,
    a_cohort,
    a_consent,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben, yes
from tests.output.site.pages.test_home import an_event
from tests.output.site.pages.test_round import AFTERWARDS, pairs
from tests.output.site.pages.test_training import a_module

DATED = a_cohort(
    name="Spring",
    opens=date(2026, 1, 12),
    closes=date(2026, 2, 6),
    starts=date(2026, 3, 2),
    ends=date(2026, 8, 30),
)
PAIR = "2026-spring/ana-ben"


def ids(frame: Frame) -> list[str]:
    return [one.id for one in all_news(frame)]


def bare(today: date = TODAY, **contents: Unpack[Contents]) -> Frame:
    """A program without people and rounds but for what is given."""
    given: Contents = {"participants": (), "cohorts": (a_cohort(starts=None, ends=None),)}
    return a_frame(today, **(given | contents))


def test_a_program_in_which_nothing_happened_has_no_news() -> None:
    view = news_view(bare())

    assert view.months == ()
    assert (view.feed.target, view.rounds.target) == ("news.xml", "rounds/")


def test_the_days_of_a_round_become_news_when_they_come() -> None:
    before, after = bare(cohorts=(DATED,)), bare(AFTERWARDS, cohorts=(DATED,))
    day_before = bare(date(2026, 1, 11), cohorts=(DATED,))

    assert [(one.on, one.title, one.text) for one in all_news(before)] == [
        (date(2026, 3, 2), "Spring has begun", ""),
        (date(2026, 2, 6), "Sign-up for Spring has closed", ""),
        (date(2026, 1, 12), "Spring takes applications", "Until 6 February."),
    ]
    assert ids(after)[0] == "rounds/2026-spring/ends"
    assert ids(day_before) == []
    assert {one.target for one in all_news(after)} == {"rounds/2026-spring/"}


def test_news_stand_by_month_the_newest_first() -> None:
    view = news_view(bare(cohorts=(DATED,), events=(an_event(1, on=date(2026, 3, 30)),)))

    assert [(one.first, len(one.news)) for one in view.months] == [
        (date(2026, 3, 1), 2),
        (date(2026, 2, 1), 1),
        (date(2026, 1, 1), 1),
    ]
    assert [one.on.day for one in view.months[0].news] == [30, 2]


def test_a_gathering_is_news_when_it_was_or_when_it_was_called_off() -> None:
    link = "https://calls.example.org/1"
    events = (
        an_event(1, link=link),
        an_event(2),
        an_event(9, cancelled=date(2026, 3, 31)),
        an_event(8, cancelled=date(2026, 4, 5)),
    )

    assert [(one.id, one.title, one.target) for one in all_news(bare(events=events))] == [
        ("events/2026-spring/event-1", "Event 1", link),
        (
            "events/2026-spring/event-9/called-off",
            "Event 9 was called off",
            "rounds/2026-spring/",
        ),
    ]


def test_modules_of_one_day_are_one_piece_of_news() -> None:
    day, later = date(2026, 2, 1), date(2026, 3, 1)
    many = (
        a_module(f"mentees/m{at}", Audience.MENTEE, title=f"M{at}", reviewed=day)
        for at in range(MOST_TITLES + 1)
    )
    one = a_module("mentees/last", Audience.MENTEE, title="Last", reviewed=later)
    ahead = a_module("mentees/ahead", Audience.MENTEE, reviewed=date(2026, 4, 2))
    news = all_news(bare(modules=(*many, one, ahead)))

    assert [(each.id, each.title, each.text) for each in news] == [
        ("training/2026-03-01", "1 training module is new, or was gone over", "Last"),
        (
            "training/2026-02-01",
            f"{MOST_TITLES + 1} training modules are new, or were gone over",
            "M0, M1, M2, M3, M4 and M5",
        ),
    ]


def test_mentors_who_joined_are_counted_by_month_and_named_if_one_may_ask_for_them() -> None:
    ticked = a_consent(shows=(Shared.ASK_BY_NAME,))
    people = (
        a_mentor("ana", joined=date(2026, 3, 3), consent=ticked),
        a_mentor("bo", joined=date(2026, 3, 20), role=Role.BOTH),
        a_mentor("cy", joined=date(2026, 2, 3)),
        a_mentor("dee", joined=date(2026, 4, 2)),
        a_mentor("eve", joined=date(2026, 3, 5), consent=None),
        a_mentor("fay"),
        a_participant("gus", joined=date(2026, 3, 4)),
    )
    march, february = all_news(bare(participants=people))

    assert (march.id, march.title) == ("mentors/2026-03", "2 mentors joined in March 2026")
    assert (march.since, march.on) == (date(2026, 3, 1), date(2026, 3, 20))
    assert march.text == "You can ask for Ana by name."
    assert (february.title, february.text) == ("A mentor joined in February 2026", "")


@pytest.mark.parametrize(
    ("shows", "over", "told"),
    [
        ((Shared.STORY,), {}, ["For every test."]),
        ((), {}, []),
        ((Shared.STORY,), {"on_site": False}, []),
    ],
)
def test_thanks_are_news_if_they_stand_on_a_page(
    shows: tuple[Shared, ...], over: dict[str, bool], told: list[str]
) -> None:
    thanks = a_fact(FactKind.THANKED, date(2026, 3, 30), by="ben", words="For every test.")
    frame = with_ana_and_ben(
        participants=(a_mentor(), a_participant(consent=a_consent(shows=shows))),
        cohorts=(a_cohort(starts=None, ends=None),),
        pairs=(a_pair().model_copy(update=over),),
        pair_facts={PAIR: [*yes(PAIR, "ana", "ben")[PAIR], thanks]},
    )

    assert [(one.text, one.title) for one in all_news(frame)] == [
        (words, "Ben says thanks") for words in told
    ]


@pytest.mark.parametrize(
    ("number", "completed", "told"),
    [
        (6, 3, ["3 pairs of 2026 Spring finished what they had planned"]),
        (4, 3, []),
        (2, 2, []),
        (3, 0, []),
    ],
)
def test_what_came_of_a_round_is_told_when_all_is_over_and_nobody_is_known_by_it(
    number: int, completed: int, told: list[str]
) -> None:
    news = all_news(a_frame(AFTERWARDS, **pairs(number, completed=completed)))
    during = all_news(a_frame(date(2026, 8, 2), **pairs(number, completed=completed)))

    outcomes = [one for one in news if one.id == "rounds/2026-spring/outcome"]
    assert [one.title for one in outcomes] == told
    assert {one.on for one in outcomes} <= {date(2026, 8, 30)}
    assert "rounds/2026-spring/outcome" not in {one.id for one in during}


def test_while_a_pair_goes_on_nothing_is_told_of_the_others() -> None:
    contents = pairs(8, completed=4)
    facts = contents["pair_facts"]
    *_, last = facts
    over = ids(a_frame(date(2026, 8, 31), **contents))
    contents["pair_facts"] = {**facts, last: [*facts[last]][:-1]}
    still = ids(a_frame(date(2026, 8, 31), **contents))

    assert "rounds/2026-spring/outcome" in over
    assert "rounds/2026-spring/outcome" not in still


def test_of_very_many_news_the_newest_are_told() -> None:
    events = tuple(an_event(1, id=f"event-{at:03}") for at in range(MOST_NEWS + 5))

    assert ids(bare(events=events)) == [
        f"events/2026-spring/event-{at:03}" for at in range(MOST_NEWS)
    ]
