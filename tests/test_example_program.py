"""The program that is shipped as an example: it checks, it shows everything there is, it builds.

No other test reads `program/`: whoever adopts mentorgen replaces it, and this test with it.
"""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mentorgen.analysis.health import Health, health_of
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.relationships import relationships
from mentorgen.analysis.reminders import due_reminders
from mentorgen.loading.documents import BODY_FIELDS, document_of
from mentorgen.loading.form_templates import FOLDER as FORMS
from mentorgen.loading.layout import SHELVES, Shelf, spot_of
from mentorgen.loading.program import Loaded, load
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from mentorgen.output.github.forms import form_texts
from mentorgen.output.reference.schemas import schema_text
from mentorgen.output.site.builder import SiteOptions, build_site, site_views
from mentorgen.output.site.pages.frame import frame_of
from mentorgen.output.site.render import render_page
from tests.programs.greek import GREEK, in_greek, leaks, still_latin
from tests.strict_validator import complaints

ROOT = Path(__file__).parents[1]
PRIVATE = ROOT / "examples/private"
DAY = date(2026, 11, 20)


@cache
def loaded(*, privately: bool) -> Loaded:
    return load(ROOT, today=DAY, private=PRIVATE if privately else None)


@pytest.fixture
def program() -> Program:
    found = loaded(privately=True).program
    assert found is not None
    return found


@pytest.mark.parametrize("privately", [False, True])
def test_it_checks_without_an_error(privately: bool) -> None:  # noqa: FBT001 # a table of both
    assert loaded(privately=privately).errors == 0


def test_its_people_live_all_over_the_world(program: Program) -> None:
    people = program.participants.values()

    assert len(people) >= 60
    assert len({person.timezone for person in people if person.timezone}) >= 12
    assert len({tag.partition("-")[0] for person in people for tag in person.languages}) >= 6
    assert all((person.github or "example-").startswith("example-") for person in people)


def test_it_has_a_round_that_is_over_and_one_that_runs(program: Program) -> None:
    ends = [cohort.ends for cohort in program.cohorts.values() if cohort.ends]

    assert [end < DAY for end in ends] == [True, False] or [end < DAY for end in ends] == [
        False,
        True,
    ]


def test_it_has_pairs_of_every_form_and_in_every_health(program: Program) -> None:
    known = relationships(program, today=DAY)
    health = [health_of(program, one.pair, today=DAY) for one in known.values()]

    assert {one.pair.form for one in known.values()} == set(Form)
    assert {found.health for found in health if found} == set(Health)
    assert {State.ACTIVE, State.PAUSED, State.ENDED} <= {
        one.standing.state for one in known.values()
    }


def test_it_has_something_to_propose_and_to_ask(program: Program) -> None:
    suggestions = Counter(
        {cohort: len(propose(program, cohort, today=DAY).suggestions) for cohort in program.cohorts}
    )

    assert suggestions.total() > 0
    assert due_reminders(program, today=DAY).due


@pytest.mark.parametrize(
    ("root", "base", "readers"),
    [
        (ROOT, "", Level.PUBLIC),
        (PRIVATE, "program/", Level.COORDINATORS),
    ],
    ids=["public", "private"],
)
def test_editors_find_nothing_to_mend(root: Path, base: str, readers: Level) -> None:
    seen = set()
    for path in (path for path in root.rglob("*") if path.suffix in {".yaml", ".md"}):
        name = base + path.relative_to(root).as_posix()
        spot = spot_of(name)
        if spot is None:
            continue
        document, _ = document_of(path.read_bytes(), name, spot)
        assert document is not None
        kind = spot.shelf.kind
        head = {
            field: it for field, it in document.fields.items() if field != BODY_FIELDS.get(kind)
        }
        assert [*_validator(spot.shelf, readers).iter_errors(head)] == [], name
        seen.add(kind)

    assert len(seen) >= (5 if base else len(SHELVES) - 1)


@cache
def _validator(shelf: Shelf, readers: Level) -> Draft202012Validator:
    text = schema_text(shelf.kind, shelf.place, shelf.model, readers=readers)
    return Draft202012Validator(
        json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


EDITORS: Mapping[str, str] = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))[
    "yaml.schemas"
]


@pytest.mark.parametrize("schema", EDITORS)
def test_a_strict_validator_finds_nothing_to_mend_either(schema: str) -> None:
    files = [*ROOT.glob(EDITORS[schema])]

    assert not files or complaints("--schemafile", ROOT / schema, *files) == ""


def test_every_page_builds() -> None:
    public = loaded(privately=False).program
    assert public is not None

    site = build_site(public, SiteOptions(today=DAY, suggest_from=loaded(privately=True).program))

    paths = {page.path for page in site.pages}
    assert {"", "people/", "matches/", "training/", "dashboard/"} <= paths
    assert len([path for path in paths if path.startswith("people/")]) >= 55
    assert len([path for path in paths if path.startswith("pairs/")]) >= 20
    assert len(site.texts) >= 3


def test_the_shipped_forms_offer_the_skills_of_the_shipped_program() -> None:
    program = loaded(privately=False).program
    assert program is not None
    texts = form_texts(program.settings, program.skills.values())

    shipped = {file.name: file.read_text() for file in (ROOT / FORMS).iterdir()}
    assert shipped == texts, "run 'mentorgen github forms'"


def test_nothing_of_ours_stays_english_where_the_program_speaks_another_language() -> None:
    public = loaded(privately=False).program
    assert public is not None
    program = in_greek(public)
    frame = frame_of(program, today=DAY, site_url="https://mentors.example.org/")
    options = SiteOptions(today=DAY, suggest_from=program)
    shown = {
        path: render_page(view, path=path, words=GREEK) for path, view in site_views(frame, options)
    }
    theirs = still_latin(program) | {"UTC", "ics"}

    left = {path: sorted({*leaks(page)} - theirs) for path, page in shown.items()}

    assert {path: words for path, words in left.items() if words} == {}
