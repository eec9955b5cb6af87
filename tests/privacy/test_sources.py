"""All that the site publishes is on one list, and the list is true."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from mentorgen.loading.layout import SHELVES
from mentorgen.loading.shapes import shapes_of
from mentorgen.model.privacy import Level
from mentorgen.model.record import Part
from mentorgen.output.site import views
from mentorgen.output.site.builder import SiteOptions, build_site
from mentorgen.output.site.views.common import PublicView
from mentorgen.output.site.views.sources import COMPUTED, INSIDE, OURS, SOURCES
from tests.privacy.canaries import TODAY, Circle
from tests.privacy.places import lay_out

VIEWS = tuple(
    view
    for name in views.__all__
    if isinstance(view := getattr(views, name), type) and issubclass(view, PublicView)
)
TEXTS_OF_ORGANISERS = {
    "Module.text",
    "QuizQuestion.question",
    "QuizQuestion.answers",
    "QuizQuestion.why",
}
"""They become pages of their own, without a view in between."""


def _models(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for shape in shapes_of(model):
        for part in shape.parts:
            yield from _models(part)


LEVELS = {
    f"{model.__name__}.{shape.name}": shape.level
    for shelf in SHELVES
    for model in _models(shelf.model)
    for shape in shapes_of(model)
}


def unlisted(view: type[PublicView]) -> set[str]:
    """Name the fields of a view that are not on the list, and what is listed and not there."""
    return {field.name for field in dataclasses.fields(view)} ^ {*SOURCES.get(view.__name__, {})}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_of_every_view_is_listed(view: type[PublicView]) -> None:
    assert unlisted(view) == set()


def test_a_field_that_is_added_to_a_view_is_seen() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class PersonCard(views.PersonCard):
        contact: str

    assert unlisted(PersonCard) == {"contact"}


def test_a_view_that_nobody_listed_is_seen() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class ContactView(PublicView):
        contact: str

    assert unlisted(ContactView) == {"contact"}


def test_only_public_fields_are_sources() -> None:
    sources = {
        source
        for fields in SOURCES.values()
        for written in fields.values()
        if written not in {OURS, COMPUTED, INSIDE}
        for source in written.split()
    }

    assert {source for source in sources if LEVELS.get(source) is not Level.PUBLIC} == set()


def test_no_view_is_listed_that_is_not_there() -> None:
    assert {*SOURCES} == {view.__name__ for view in VIEWS}


def test_what_is_found_on_the_site_is_on_the_list(tmp_path: Path) -> None:
    laid = lay_out(tmp_path, 60)
    listed = {
        word for fields in SOURCES.values() for words in fields.values() for word in words.split()
    }

    site = build_site(laid.program(), SiteOptions(today=TODAY))
    pages = [
        f"{page.path} {page.title} {page.description} {page.search_text} {page.html}"
        for page in site.pages
    ]
    files = [file.text for file in site.files if not file.place.endswith(".ics")]
    found = laid.told("\n".join([*pages, *files, *(text.markdown for text in site.texts)]))

    shown = {*found[Circle.SHOWN]} - TEXTS_OF_ORGANISERS
    assert shown - listed == set()
    planted = {one.where for one in laid.made.tokens.values() if one.circle is Circle.SHOWN}
    assert listed & planted <= shown
