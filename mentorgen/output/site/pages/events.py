"""A gathering in a list of dates."""

from mentorgen.model.cohorts import Event
from mentorgen.model.fields import clock_text
from mentorgen.model.said import Joint, joined, said
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.views import EventView


def all_events(frame: Frame) -> list[Event]:
    """List the events of all rounds, in the order in which they take place."""
    events = (event for events in frame.program.events.values() for event in events)
    return sorted(events, key=lambda event: (event.on, event.at or 0, event.id))


def coming_events(frame: Frame) -> list[Event]:
    """List what takes place on the day or later, what was called off too."""
    return [event for event in all_events(frame) if event.on >= frame.today]


def event_view(event: Event) -> EventView:
    """Show what happens on a day and from when on, or that it was called off."""
    when = [f"{clock_text(event.at)} UTC."] if event.at is not None else []
    if event.cancelled:
        when = [said("This was called off.")]
    about = [event.about] if event.about else []
    return EventView(
        on=event.on, title=event.name, text=joined([*when, *about], Joint.SPACE), target=event.link
    )
