"""The sources of the front page."""

from collections.abc import Mapping

from mentorgen.output.site.views.sources.words import INSIDE, OURS

HOME_SOURCES: Mapping[str, Mapping[str, str]] = {
    "TodayView": {
        "today": OURS,
        "round_name": "Cohort.name",
        "round_path": "Cohort.id",
        "week": "Cohort.starts",
        "weeks": "Cohort.ends",
        "next_text": "Event.name Event.on",
        "next_target": "Event.link",
    },
    "StepView": {"title": OURS, "text": OURS},
    "EventView": {
        "on": "Event.on Cohort.opens Cohort.closes Cohort.starts Cohort.ends",
        "title": "Event.name",
        "text": "Event.about Event.at Event.cancelled Cohort.name",
        "target": "Event.link Cohort.id",
    },
    "QuestionView": {"text": "Meeting.notes", "on": "Meeting.on"},
    "WinView": {
        "id": "Participant.slug",
        "words": "Participant.story",
        "by": "Participant.name",
        "cloth": "Participant.slug",
    },
    "HomeView": {
        "title": "Settings.name",
        "description": "Home.lead Settings.purpose",
        "search_text": "Settings.purpose",
        "headline": "Home.headline",
        "lead": "Home.lead Settings.purpose",
        "actions": INSIDE,
        "note": "Cohort.name Cohort.opens",
        "figures": INSIDE,
        "steps": INSIDE,
        "featured": INSIDE,
        "all_people": INSIDE,
        "events": INSIDE,
        "chat": INSIDE,
        "questions": INSIDE,
        "calendar": INSIDE,
        "wins": INSIDE,
        "today": INSIDE,
    },
}
