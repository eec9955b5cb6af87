"""The front page: the program's own words, who has a place, what comes next."""

from datetime import date
from typing import Any

from mentorgen.model.cohorts import Event
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.words import EventKind
from mentorgen.output.site.pages.home import home_view
from mentorgen.output.site.views import LinkView, QuestionView
from tests.builders import (
    TODAY,
    a_cohort,
    a_consent,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    some_settings,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben


def an_event(day: int, **over: object) -> Event:
    return Event.model_validate(
        {
            "schema": 1,
            "cohort": "2026-spring",
            "id": f"event-{day}",
            "name": f"Event {day}",
            "kind": EventKind.CIRCLE,
            "on": date(2026, 4, day),
        }
        | over
    )


def test_an_empty_program_has_a_whole_front_page() -> None:
    view = home_view(a_frame(participants=(), cohorts=(), how_to_join=None))

    assert view.headline == ("Two people,", "one piece", "of work.")
    assert (view.lead, view.description) == ("People learn from each other.",) * 2
    assert [link.text for link in view.actions] == ["Find a mentor", "Join the program"]
    assert (view.note, view.featured, view.events, view.wins, view.today) == ("", (), (), (), None)
    assert view.figures == ()
    assert (view.all_people.text, len(view.steps)) == ("Everybody", 3)


def test_the_programs_own_words_come_first() -> None:
    words: dict[str, Any] = {
        "headline": ("Come in.",),
        "lead": "We weave.",
        "join_link": "https://join.example.org",
    }
    view = home_view(a_frame(settings=some_settings(home=words)))

    assert (view.headline, view.lead, view.title) == (("Come in.",), "We weave.", "Two Looms")
    assert view.actions[1].target == "https://join.example.org"
    assert view.all_people.text == "All 2 people"


def test_other_people_are_featured_each_week_and_only_with_a_place_and_a_line() -> None:
    people = (
        *(a_mentor(f"open-{at}", line="Hello.") for at in range(5)),
        a_mentor("full", line="Hello.", capacity=0),
        a_mentor("silent"),
    )
    first, second = (
        [one.person.slug for one in home_view(a_frame(day, participants=people)).featured]
        for day in (TODAY, date(2026, 4, 8))
    )

    assert len(first) == len(second) == 3
    assert first != second
    assert all(slug.startswith("open-") for slug in (*first, *second))


def test_events_to_come_are_told_soonest_first_with_their_hour() -> None:
    events = (
        an_event(20, at=17 * 60, about="Bring tea.", link="https://events.example.org/tea"),
        an_event(1),
        an_event(3),
        an_event(4),
        an_event(5),
        an_event(2, on=date(2026, 3, 31)),
    )
    view = home_view(a_frame(events=events))

    assert [event.title for event in view.events] == ["Event 1", "Event 3", "Event 4", "Event 5"]
    assert view.today is not None
    assert (view.today.next_text, view.today.next_target) == ("Event 1, 1 April", None)
    later = home_view(a_frame(date(2026, 4, 6), events=events)).events
    assert [(one.text, one.target) for one in later] == [
        ("17:00 UTC. Bring tea.", "https://events.example.org/tea"),
        ("2026 Spring", "rounds/2026-spring/"),
    ]


def test_a_round_that_takes_applications_names_its_days_where_nothing_takes_place() -> None:
    days: dict[str, Any] = {
        "opens": date(2026, 3, 1),
        "closes": date(2026, 4, 20),
        "starts": date(2026, 5, 4),
    }
    view = home_view(a_frame(cohorts=(a_cohort(**days, ends=None),)))

    assert [(one.title, one.on) for one in view.events] == [
        ("Sign-up closes", date(2026, 4, 20)),
        ("The round begins", date(2026, 5, 4)),
    ]


def test_an_event_that_was_called_off_says_so_and_is_not_what_comes_next() -> None:
    off = an_event(3, at=17 * 60, about="Bring tea.", cancelled=date(2026, 4, 1))
    view = home_view(a_frame(events=(off, an_event(5))))

    assert [event.text for event in view.events] == [
        "This was called off. Bring tea.",
        "",
        "2026 Spring",
    ]
    assert view.today is not None
    assert view.today.next_text == "Event 5, 5 April"


def test_the_day_says_where_the_round_is() -> None:
    today = home_view(a_frame()).today

    assert today is not None
    assert (today.round_name, today.week, today.weeks) == ("2026 Spring", 5, 26)
    assert (today.next_text, today.next_target) == ("", None)


def test_a_note_names_the_round_that_runs_and_the_one_that_opens_next() -> None:
    coming = a_cohort(
        "2026-autumn", opens=date(2026, 7, 20), starts=date(2026, 9, 7), ends=date(2027, 2, 26)
    )
    later = a_cohort(
        "2027-spring", opens=date(2027, 1, 10), starts=date(2027, 3, 1), ends=date(2027, 8, 26)
    )

    assert home_view(a_frame(cohorts=(a_cohort(), coming, later))).note == (
        "2026 Spring is running. 2026 Autumn opens on 20 July."
    )
    assert home_view(a_frame(cohorts=(coming,))).note == "2026 Autumn opens on 20 July."


def test_a_round_that_never_closes_runs_without_weeks() -> None:
    view = home_view(a_frame(cohorts=(a_cohort("circle", rolling=True, starts=None, ends=None),)))

    assert (view.note, view.today) == ("Circle is running.", None)


def test_stories_are_told_only_by_who_ticked_them() -> None:
    told: dict[str, Any] = {"story": "I **did** it. <script>x</script>"}
    hidden = home_view(a_frame(participants=(a_mentor(**told),)))
    shows = a_consent(shows=(Shared.STORY,))
    (win,) = home_view(a_frame(participants=(a_mentor(**told, consent=shows),))).wins
    (paired,) = home_view(
        with_ana_and_ben(participants=(a_mentor(**told, consent=shows), a_mentor("ben")))
    ).wins

    assert hidden.wins == ()
    assert (win.id, win.by) == ("ana", "Ana")
    assert "<strong>did</strong>" in win.words
    assert "<script" not in win.words
    assert win.cloth != paired.cloth


def test_the_running_round_leads_to_its_chat() -> None:
    chat = "https://chat.example.org/spring"
    view = home_view(a_frame(cohorts=(a_cohort(chat=chat),)))

    assert view.chat == LinkView(text="The chat of 2026 Spring", target=chat)
    assert home_view(a_frame()).chat is None
    assert home_view(a_frame(cohorts=())).chat is None


def test_questions_come_from_public_notes_of_pairs_with_a_page() -> None:
    asked = a_meeting(date(2026, 3, 20), notes="- ? Who knows dyes?")
    kept = a_meeting(date(2026, 3, 21), notes="- ? Is it me?", visibility=Level.PAIR)

    shown = with_ana_and_ben(meetings=(asked, kept))
    hidden = with_ana_and_ben(meetings=(asked,), pairs=(a_pair(on_site=False),))
    alone = with_ana_and_ben(
        meetings=(asked,), participants=(a_mentor(), a_participant(consent=None))
    )

    assert home_view(shown).questions == (
        QuestionView(text="Who knows dyes?", on=date(2026, 3, 20)),
    )
    assert home_view(hidden).questions == ()
    assert home_view(alone).questions == ()
