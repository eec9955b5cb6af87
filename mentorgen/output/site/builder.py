"""A program on a day as a site: finished pages, and the organisers' texts that MkDocs renders."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mentorgen.model.program import Program
from mentorgen.model.requests import RequestKind
from mentorgen.output.addresses import pair_path
from mentorgen.output.site.feed import feed_text
from mentorgen.output.site.page import Page, SiteFile
from mentorgen.output.site.pages.accessibility import accessibility_view
from mentorgen.output.site.pages.api import api_files
from mentorgen.output.site.pages.calendar import calendar_view
from mentorgen.output.site.pages.calendars import site_calendars
from mentorgen.output.site.pages.dashboard import dashboard_view
from mentorgen.output.site.pages.frame import Frame, frame_of, skill_path
from mentorgen.output.site.pages.home import home_view
from mentorgen.output.site.pages.matches import matches_view
from mentorgen.output.site.pages.me import PATH as MY_MENTORING
from mentorgen.output.site.pages.me import my_mentoring_view, names_file
from mentorgen.output.site.pages.news import all_news, news_view
from mentorgen.output.site.pages.pair import pair_view
from mentorgen.output.site.pages.people import people_view
from mentorgen.output.site.pages.person import person_view
from mentorgen.output.site.pages.privacy import privacy_view
from mentorgen.output.site.pages.report import report_path, report_views
from mentorgen.output.site.pages.round import round_views, rounds_view
from mentorgen.output.site.pages.rounds import round_path
from mentorgen.output.site.pages.rules import rules_view
from mentorgen.output.site.pages.skill import skill_views
from mentorgen.output.site.pages.skills import skills_view
from mentorgen.output.site.pages.taking_part import take_part_view
from mentorgen.output.site.pages.training import module_markdown, training_view
from mentorgen.output.site.render import render_page
from mentorgen.output.site.shell import NEWS_FEED
from mentorgen.output.site.views import PageView
from mentorgen.output.site.words import Words, words_in


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
    words = words_in(program.settings.language)
    texts = (
        Text(f"training/{module.id}.md", module_markdown(module, words))
        for module in program.modules.values()
    )
    pages = (render_page(view, path=path, words=words) for path, view in site_views(frame, options))
    return Site(tuple(pages), tuple(texts), tuple(_files(frame, words)))


def _files(frame: Frame, words: Words) -> Iterator[SiteFile]:
    yield _feed(frame, words)
    yield from site_calendars(frame, words)
    yield names_file(frame)
    yield from api_files(frame)


def _feed(frame: Frame, words: Words) -> SiteFile:
    news = all_news(frame)
    text = feed_text(frame.program.settings, news, site_url=frame.site_url, words=words)
    return SiteFile(NEWS_FEED, text)


def site_views(frame: Frame, options: SiteOptions) -> Iterator[tuple[str, PageView]]:
    """Give what each page shows, by its path."""
    yield "", home_view(frame)
    yield "people/", people_view(frame)
    yield MY_MENTORING, my_mentoring_view(frame)
    yield "matches/", matches_view(frame, suggest_from=options.suggest_from)
    yield "training/", training_view(frame)
    yield "dashboard/", dashboard_view(frame)
    yield "skills/", skills_view(frame)
    for skill, view in skill_views(frame):
        yield skill_path(skill), view
    yield "rounds/", rounds_view(frame)
    yield "calendar/", calendar_view(frame)
    for cohort, of_round in round_views(frame):
        yield round_path(cohort), of_round
    reports, of_rounds = report_views(frame)
    yield "reports/", reports
    for cohort, report in of_rounds.items():
        yield report_path(cohort), report
    yield "take-part/", take_part_view(frame)
    yield "rules/", rules_view(frame)
    yield "news/", news_view(frame)
    yield "privacy/", privacy_view(frame)
    yield "accessibility/", accessibility_view(frame)
    for slug in frame.people:
        yield f"people/{slug}/", person_view(frame, slug)
    for pair in frame.pairs:
        yield pair_path(pair), pair_view(frame, pair)
