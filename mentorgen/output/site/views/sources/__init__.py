"""Which fields of the model each field of a view shows: the list of all that the site publishes.

A source is written `Model.field`; its level must be public, which the tests hold. `COMPUTED` is a count,
a state or a date that follows from such fields; figures hide themselves over fewer than five people.
`OURS` are our own words, addresses and patterns. Where a field holds views, theirs are the sources.
"""

from collections.abc import Mapping

from mentorgen.output.site.views.sources.about import ABOUT_SOURCES
from mentorgen.output.site.views.sources.api import API_SOURCES
from mentorgen.output.site.views.sources.common import COMMON_SOURCES
from mentorgen.output.site.views.sources.dates import DATE_SOURCES
from mentorgen.output.site.views.sources.figures import FIGURES_SOURCES
from mentorgen.output.site.views.sources.home import HOME_SOURCES
from mentorgen.output.site.views.sources.matches import MATCHES_SOURCES
from mentorgen.output.site.views.sources.pairs import PAIRS_SOURCES
from mentorgen.output.site.views.sources.rounds import ROUNDS_SOURCES
from mentorgen.output.site.views.sources.words import COMPUTED, INSIDE, OURS

__all__ = ["COMPUTED", "INSIDE", "OURS", "SOURCES"]

SOURCES: Mapping[str, Mapping[str, str]] = {
    **ABOUT_SOURCES,
    **API_SOURCES,
    **COMMON_SOURCES,
    **DATE_SOURCES,
    **FIGURES_SOURCES,
    **HOME_SOURCES,
    **MATCHES_SOURCES,
    **PAIRS_SOURCES,
    **ROUNDS_SOURCES,
}
