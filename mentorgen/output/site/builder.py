"""A program on a day as a site: finished pages, and the organisers' texts that MkDocs renders."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mentorgen.model.program import Program
from mentorgen.model.requests import RequestKind
from mentorgen.output.site.page import Page, SiteFile
from mentorgen.output.site.pages.calendars import site_calendars
from mentorgen.output.site.pages.dashboard import dashboard_view
from mentorgen.output.site.pages.frame import Frame, frame_of, pair_path, skill_path
from mentorgen.output.site.pages.home import home_view
from mentorgen.output.site.pages.matches import matches_view
from mentorgen.output.site.pages.pair import pair_view
from mentorgen.output.site.pages.people import people_view
from mentorgen.output.site.pages.person import person_view
from mentorgen.output.site.pages.round import round_views, rounds_view
from mentorgen.output.site.pages.rounds import round_path
from mentorgen.output.site.pages.skill import skill_views
from mentorgen.output.site.pages.skills import skills_view
from mentorgen.output.site.pages.training import module_markdown, training_view
from mentorgen.output.site.render import render_page


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """The day that the site shows, and where suggestions under review come from, if they are shown.

    `suggest_from` may know what is private: only whom it puts together is shown, with public reasons.
    `how_to_join` is the organisers' own page about taking part, where they have one. `site_url` is the
    site's address, if it is known; `forms` are those of the repository, with how their titles begin.
    """

    today: date
    suggest_from: Program | None = None
    how_to_join: str | None = None
    site_url: str = ""
    forms: Mapping[RequestKind, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown of the organisers; `place` is its path among the site's sources."""

    place: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that a program adds to a site."""

    pages: tuple[Page, ...]
    texts: tuple[Text, ...]
    files: tuple[SiteFile, ...]


def build_site(program: Program, options: SiteOptions) -> Site:
    """Make all pages of a program. The same program on the same day gives the same pages."""
    frame = frame_of(
        program,
        today=options.today,
        how_to_join=options.how_to_join,
        site_url=options.site_url,
        forms=options.forms,
    )
    texts = (
        Text(f"training/{module.id}.md", module_markdown(module))
        for module in program.modules.values()
    )
    return Site(tuple(_pages(frame, options)), tuple(texts), tuple(site_calendars(frame)))


def _pages(frame: Frame, options: SiteOptions) -> Iterator[Page]:
    yield render_page(home_view(frame), path="")
    yield render_page(people_view(frame), path="people/")
    yield render_page(matches_view(frame, suggest_from=options.suggest_from), path="matches/")
    yield render_page(training_view(frame), path="training/")
    yield render_page(dashboard_view(frame), path="dashboard/")
    yield render_page(skills_view(frame), path="skills/")
    for skill, view in skill_views(frame):
        yield render_page(view, path=skill_path(skill))
    yield render_page(rounds_view(frame), path="rounds/")
    for cohort, of_round in round_views(frame):
        yield render_page(of_round, path=round_path(cohort))
    for slug in frame.people:
        yield render_page(person_view(frame, slug), path=f"people/{slug}/")
    for pair in frame.pairs:
        yield render_page(pair_view(frame, pair), path=pair_path(pair))
