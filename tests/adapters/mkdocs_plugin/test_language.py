"""The theme and the search speak the program's language, unless the site's own configuration says otherwise."""

import json
from pathlib import Path

import pytest

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.sites import Document, parsed
from tests.programs.trees import SITE, TODAY, Tree, arabic_circle, spanish_translators, three_people


def built(tree: Tree, make_repo: MakeRepo, mentorgen: Mentorgen) -> Path:
    root = make_repo({**SITE, **tree})
    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0
    return root / "site"


def front(site: Path) -> Document:
    return parsed((site / "index.html").read_text("utf-8"))


@pytest.mark.parametrize(
    ("tree", "language", "direction", "search"),
    [
        (three_people(), "en", "ltr", "en"),
        (spanish_translators(), "es", "ltr", "es"),
        (arabic_circle(), "ar", "rtl", "en"),  # Material knows no stems of Arabic
    ],
    ids=["English", "Spanish", "Arabic"],
)
def test_the_theme_and_the_search_speak_the_language_of_the_program(  # noqa: PLR0913
    tree: Tree,
    language: str,
    direction: str,
    search: str,
    *,
    make_repo: MakeRepo,
    mentorgen: Mentorgen,
) -> None:
    site = built(tree, make_repo, mentorgen)
    page = front(site)

    assert page.all("html")[0].attributes["lang"] == language
    assert page.all("body")[0].attributes["dir"] == direction
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert index["config"]["lang"] == [search]


def test_the_frame_around_the_pages_is_translated_too(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    text = front(built(spanish_translators(), make_repo, mentorgen)).text

    assert "Cómo participar" in text
    assert "Hecho con mentorgen" in text
    assert "Program rules" not in text


def test_our_labels_in_the_menu_are_translated_and_those_of_a_section_too(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    menu = """nav:
  - Home: index.md
  - About:
      - Privacy: privacy/index.md
      - Our looms: people/index.md
  - rules/index.md
"""
    config = SITE["mkdocs.yml"] + menu
    page = front(built({**spanish_translators(), "mkdocs.yml": config}, make_repo, mentorgen))

    assert {"Inicio", "Acerca de", "Privacidad", "Our looms"} <= {
        one.text.strip() for one in page.all("span")
    } | {one.text.strip() for one in page.all("a")}


def test_a_language_that_mkdocs_yml_names_stays(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    config = SITE["mkdocs.yml"].replace("  name: material\n", "  name: material\n  language: fr\n")
    page = front(built({**spanish_translators(), "mkdocs.yml": config}, make_repo, mentorgen))

    assert page.all("html")[0].attributes["lang"] == "fr"
    assert "está en marcha" in page.text


def test_modules_are_framed_in_the_language_of_the_program(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    module = (
        "---\nschema: 1\ntitle: Preguntar\naudience: [mentee]\nminutes: 8\nreviewed: 2026-01-01\nobjectives: [Preguntar]\n"
        "quiz:\n  - {question: ¿Cuándo?, answers: [Ya, Nunca], right: 1, why: Es mejor.}\n---\nPregunta.\n"
    )
    site = built(
        {**spanish_translators(), "training/aprender/preguntar.md": module}, make_repo, mentorgen
    )
    page = parsed((site / "training/aprender/preguntar/index.html").read_text("utf-8"))

    assert "Formación / 8 minutos" in page.text
    assert "Después podrás:" in page.text
    assert "Preguntas para terminar" in page.text
    assert "La respuesta" in page.text
