"""The sources of the calendar and of the page for one's own mentoring."""

from collections.abc import Mapping

from mentorgen.output.site.views.sources.words import COMPUTED, INSIDE, OURS, PAGE

DATE_SOURCES: Mapping[str, Mapping[str, str]] = {
    "DateView": {
        "on": "Event.on Cohort.opens Cohort.closes Cohort.starts Cohort.ends Stage.weeks",
        "kind": OURS,
        "title": "Event.name Stage.name",
        "part_of": "Cohort.name",
        "text": "Event.about Stage.aim",
        "starts": "Event.at",
        "times": "Event.at Settings.timezone",
        "note": "Event.cancelled Event.changed",
        "target": "Event.link Cohort.id",
        "is_off": "Event.cancelled",
        "is_next": COMPUTED,
    },
    "DayView": {"number": OURS, "kind": COMPUTED, "is_today": OURS},
    "MonthView": {"first": OURS, "days": INSIDE, "dates": INSIDE},
    "CalendarView": {
        **PAGE,
        "lead": OURS,
        "weekdays": OURS,
        "months": INSIDE,
        "past": INSIDE,
        "subscribe": INSIDE,
        "address": OURS,
    },
    "MyNameView": {
        "name": "Participant.name",
        "slug": "Participant.slug",
        "role": "Participant.role",
    },
    "MyRoundView": {
        "name": "Cohort.name",
        "path": "Cohort.id",
        "state": "Cohort.opens Cohort.closes Cohort.starts Cohort.ends Cohort.rolling",
        "stage": "Stage.name",
        "aim": "Stage.aim",
        "agenda": INSIDE,
        "check_point": "Stage.check_point",
        "days": INSIDE,
    },
    "MyModuleView": {
        "title": "Module.title",
        "path": "Module.id",
        "minutes": "Module.minutes",
        "roles": "Module.audience",
    },
    "MyMentoringView": {
        **PAGE,
        "lead": OURS,
        "names": OURS,
        "rounds": INSIDE,
        "modules": INSIDE,
        "forms": INSIDE,
        "events": INSIDE,
        "calendar": INSIDE,
        "homes": INSIDE,
        "concern": INSIDE,
        "contact": "Settings.contact",
    },
}
