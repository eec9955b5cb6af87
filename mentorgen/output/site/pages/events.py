"""A gathering in a list of dates."""

from mentorgen.model.cohorts import Event
from mentorgen.model.fields import clock_text
from mentorgen.output.site.views import EventView


def event_view(event: Event) -> EventView:
    """Show what happens on a day and from when on, or that it was called off."""
    when = f"{clock_text(event.at)} UTC. " if event.at is not None else ""
    if event.cancelled:
        when = "This was called off. "
    return EventView(
        on=event.on, title=event.name, text=f"{when}{event.about or ''}".strip(), target=event.link
    )
