"""How every pair is that goes on, those first that need somebody."""

from collections.abc import Iterator

from mentorgen.analysis.health import Health
from mentorgen.analysis.trends import health_weeks
from mentorgen.model.said import said
from mentorgen.output.organiser.desk import Desk
from mentorgen.output.organiser.pages.pairs import health_in, pair_line
from mentorgen.output.organiser.views import HealthPage, PairGroup
from mentorgen.output.trends import health_trend

_GROUPS = (
    (Health.NEEDS_CHECK_IN, "check-in", said("Somebody should ask")),
    (Health.ON_TRACK, "on-track", said("On track")),
    (Health.TOO_EARLY, "early", said("Too early to say")),
    (None, "others", said("Suggested, paused or about to end")),
)
_QUIET = frozenset({Health.ON_TRACK, Health.TOO_EARLY})


def health_page(desk: Desk) -> HealthPage:
    """Show every pair by name with what says how it is; the newest weeks stand below."""
    weeks = health_weeks(desk.program, tuple(desk.program.pairs.values()), today=desk.today)
    return HealthPage(
        title=said("How pairs are"),
        lead=said("By name, with what the files say. Contact of any kind counts."),
        beside=desk.beside,
        groups=tuple(_groups(desk)),
        weeks=tuple(health_trend(weeks)),
    )


def _groups(desk: Desk) -> Iterator[PairGroup]:
    judged = [(health_in(desk, one), one) for one in desk.known.values() if one.goes_on]
    for health, name, title in _GROUPS:
        own = [one for found, one in judged if found is health]
        if own:
            yield PairGroup(
                id=name,
                title=title,
                pairs=tuple(pair_line(desk, one) for one in own),
                is_quiet=health in _QUIET,
            )
