"""What comes next on the front page: gatherings, and the days that rounds name."""

from mentorgen.output.site.pages.events import coming_events, event_view
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.round import round_days
from mentorgen.output.site.pages.rounds import round_path
from mentorgen.output.site.views import EventView


def coming_dates(frame: Frame) -> list[EventView]:
    """List what takes place and the days that rounds name, from the day on."""
    days = (
        EventView(on=day.on, title=day.title, text=cohort.name, target=round_path(cohort.id))
        for cohort in frame.program.cohorts.values()
        for day in round_days(cohort, frame.today)
        if day.on >= frame.today
    )
    events = (event_view(event) for event in coming_events(frame))
    return sorted((*events, *days), key=lambda date: date.on)
