"""When the people of a pair could meet, for everybody to see: of those who all chose to show what it takes."""

from collections import defaultdict
from collections.abc import Iterator

from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.meeting_times import CommonTime, common_times, weeks_ahead
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.wording import listed
from mentorgen.model.privacy import Shared
from mentorgen.model.said import said, said_n
from mentorgen.output.meeting_times import on_clock
from mentorgen.output.site.pages.frame import Frame, has_ticked
from mentorgen.output.site.views import TimeView

_WHAT_IT_TAKES = (Shared.TIME_ZONE, Shared.PARTS_OF_DAY)


def proposed_times(frame: Frame, one: Relationship) -> Iterator[TimeView]:
    """Propose times by the parts of the day alone; exact hours are on no page, nor is who has no time."""
    people = [frame.program.participants[slug] for slug in one.life.members.everyone]
    shows_all = all(has_ticked(person, what) for person in people for what in _WHAT_IT_TAKES)
    if one.standing.state is State.ENDED or not shows_all:
        return
    for time in common_times(people, weeks_ahead(one.life), coarse=True):
        yield TimeView(
            length=said_n("%(num)s minute", "%(num)s minutes", time.minutes),
            clocks=tuple(_clocks(frame, time)),
        )


def _clocks(frame: Frame, time: CommonTime) -> Iterator[str]:
    """Tell a time once for all on whose clocks it is the same."""
    names: dict[str, list[str]] = defaultdict(list)
    for slug, clock in time.clocks.items():
        names[on_clock(clock, frame.today)].append(frame.people[slug].given_name)
    for text, people in names.items():
        yield said("%(time)s for %(name)s", time=text, name=listed(people))
