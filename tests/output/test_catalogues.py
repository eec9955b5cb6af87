"""The catalogues hold what the site says; mend them with `make words`."""

import re

import pytest
from babel.messages.catalog import Catalog

from mentorgen.loading.program import load
from mentorgen.output.site.builder import SiteOptions, build_site
from tests.catalogues import (
    CATALOGUES,
    TEMPLATE,
    brought_up_to_date,
    extracted,
    forms_of,
    languages,
    missing,
    refuse_two_ways,
    text_of,
)
from tests.conftest import MakeRepo
from tests.programs.greek import leaks, still_latin
from tests.programs.trees import TODAY, arabic_circle, spanish_translators

HOLE = re.compile(r"%\((\w+)\)s|%%|<[^>]+>")
NAMES = {"AA", "Atom", "Chromium", "GitHub", "JavaScript", "UTC", "WCAG", "axe", "mentorgen"}
"""What is called the same in every language."""
ALL_FORMS = {"es": 2, "ar": 6}
"""The languages that have a catalogue, and in how many forms they count."""
WHOLE = ("es", "ar")
"""The languages in which every sentence is said."""


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extracted()


def test_the_template_holds_every_sentence_of_the_source(template: Catalog) -> None:
    assert TEMPLATE.read_text("utf-8") == text_of(template)


def test_spanish_and_arabic_have_catalogues() -> None:
    assert list(languages()) == sorted(ALL_FORMS)


@pytest.mark.parametrize("language", ALL_FORMS)
def test_a_catalogue_has_the_sentences_of_the_template_and_no_others(
    language: str, template: Catalog
) -> None:
    catalogue = brought_up_to_date(language, template)

    assert (CATALOGUES / f"{language}.po").read_text("utf-8") == text_of(catalogue)
    assert catalogue.num_plurals == ALL_FORMS[language]
    assert [one.id for one in catalogue if one.fuzzy] == []


@pytest.mark.parametrize("language", ALL_FORMS)
def test_a_translation_fills_in_what_the_sentence_fills_in(
    language: str, template: Catalog
) -> None:
    for message in list(brought_up_to_date(language, template))[1:]:  # after the head
        *few, many = (set(HOLE.findall(form)) for form in forms_of(message))
        wanted = set(HOLE.findall(str(message.id[-1] if message.pluralizable else message.id)))

        assert not many or many == wanted, message.id
        assert all(holes <= wanted for holes in few), message.id


@pytest.mark.parametrize("language", WHOLE)
def test_a_language_that_is_promised_says_everything(language: str, template: Catalog) -> None:
    assert missing(brought_up_to_date(language, template)) == []


def test_a_sentence_is_counted_everywhere_or_nowhere() -> None:
    catalogue = Catalog()
    catalogue.add(("Everybody", "All %(num)s people"))

    with pytest.raises(ValueError, match="'Everybody' is said as"):
        refuse_two_ways(catalogue, "Everybody")


def test_the_site_of_the_translators_reads_spanish(make_repo: MakeRepo) -> None:
    program = load(make_repo(spanish_translators()), today=TODAY).program
    assert program is not None
    pages = {page.path: page for page in build_site(program, SiteOptions(today=TODAY)).pages}

    assert "Ronda de primavera está en marcha." in pages[""].html
    assert "8 personas" in pages["people/"].html
    assert pages["people/"].title == "Personas"
    assert "semana 5" in pages["pairs/2026-primavera/mesa/"].html


def test_every_page_of_the_circle_reads_arabic(make_repo: MakeRepo) -> None:
    program = load(make_repo(arabic_circle()), today=TODAY).program
    assert program is not None
    theirs = still_latin(program) | NAMES
    pages = build_site(program, SiteOptions(today=TODAY)).pages

    assert {page.path: left for page in pages if (left := {*leaks(page)} - theirs)} == {}
