"""All pages of organisers, for a program with everything that they may read."""

from collections.abc import Collection, Iterator
from datetime import date

from mentorgen.model.program import Program
from mentorgen.model.said import said
from mentorgen.output.organiser.desk import ROOT, Desk, matching_path, person_path, report_path
from mentorgen.output.organiser.pages.contacts import contact_pages, contacts_page
from mentorgen.output.organiser.pages.health import health_page
from mentorgen.output.organiser.pages.matching import matching_page
from mentorgen.output.organiser.pages.needs import needs_page
from mentorgen.output.organiser.pages.report import round_report_page
from mentorgen.output.organiser.pages.waiting import waiting_page
from mentorgen.output.organiser.render import render_organiser_page
from mentorgen.output.organiser.views import OrganiserPage
from mentorgen.output.site.page import Page
from mentorgen.output.site.views import LinkView
from mentorgen.output.site.words import words_in

BANNER = said(
    "Private: these pages name people and say how they are. They are for organisers, on this machine; "
    "do not publish them or send them on."
)
"""Stands on every page of a site that holds any of them."""
START = LinkView(text=said("Your own pages begin here"), target=ROOT)


def organiser_pages(
    program: Program, *, today: date, public: Collection[str] = ()
) -> tuple[Page, ...]:
    """Make every page for organisers; `public` are the paths of the public pages that they may lead to."""
    words = words_in(program.settings.language)
    views = _views(Desk(program, today, public))
    return tuple(render_organiser_page(view, path=path, words=words) for path, view in views)


def _views(desk: Desk) -> Iterator[tuple[str, OrganiserPage]]:
    yield ROOT, needs_page(desk)
    yield f"{ROOT}health/", health_page(desk)
    yield f"{ROOT}waiting/", waiting_page(desk)
    people = contact_pages(desk)
    yield f"{ROOT}people/", contacts_page(desk, people)
    for slug, page in people.items():
        yield person_path(slug), page
    for cohort in desk.open_rounds:
        yield matching_path(cohort.id), matching_page(desk, cohort)
    for cohort_id, outcome in desk.outcomes:
        yield report_path(cohort_id), round_report_page(desk, cohort_id, outcome)
