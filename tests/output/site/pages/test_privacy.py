"""Who sees what, read from the levels of the fields: a field without words, or in the wrong circle, is seen here."""

import pytest

from mentorgen.loading.layout import SHELVES
from mentorgen.loading.shapes import shapes_of
from mentorgen.model.cohorts import Application, Cohort, Event, Slot
from mentorgen.model.facts import FactKind
from mentorgen.model.logs import FACTS, PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair, Plan
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.record import Record
from mentorgen.model.requests import RequestKind
from mentorgen.model.scenarios import Scenario
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Vocabulary
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module
from mentorgen.model.words import Layout, PrivateInputs
from mentorgen.output.site.pages.frame import frame_of
from mentorgen.output.site.pages.kept import FACT_WORDS, FIELDS, of_pairs, of_people
from mentorgen.output.site.pages.privacy import BY_CHOICE, asked_of_everybody, privacy_view
from mentorgen.output.site.views import PrivacyView
from tests.builders import TODAY, a_program, some_settings
from tests.output.site.pages.conftest import a_frame

OF_NOBODY = {Cohort, Event, Module, Plan, Scenario, Settings, Survey, Vocabulary}
"""Records that are about the program and not about anybody in it."""
BY_FACT = {PairLog, PersonLog}
"""Records whose facts have their words one by one."""
FIELD_LEVELS = [
    (record, shape.name, shape.level, record.model_fields[shape.name].metadata)
    for record in FIELDS
    for shape in shapes_of(record)
    if shape.name != "schema_" and shape.name in FIELDS[record]
]
KEPT_BY_NAME = {"slug", "id", "pair", "cohort"}


def page(**over: object) -> PrivacyView:
    return privacy_view(a_frame(settings=some_settings(**over)))


def circles(view: PrivacyView) -> dict[str, set[str]]:
    return {
        circle.id: {thing for kept in circle.kept for thing in kept.things}
        for circle in view.circles
    }


def said_at(level: Level) -> set[str]:
    return {*of_people(level), *of_pairs(level)}


def test_every_record_about_people_has_its_words() -> None:
    records = {shelf.model for shelf in SHELVES}

    assert records - OF_NOBODY - BY_FACT == {*FIELDS}


@pytest.mark.parametrize("record", FIELDS, ids=lambda record: record.__name__)
def test_every_field_has_its_words(record: type[Record]) -> None:
    names = {*record.model_fields} - {"schema_"}
    missing = names - {*FIELDS[record]}

    assert missing <= KEPT_BY_NAME
    assert {*FIELDS[record]} - names <= {"schema_"}


@pytest.mark.parametrize(("record", "name", "level", "marks"), FIELD_LEVELS)
def test_a_field_stands_at_its_own_level_and_at_no_wider_one(
    record: type[Record], name: str, level: Level, marks: list[object]
) -> None:
    words = FIELDS[record][name]
    is_ticked = any(isinstance(mark, Shared) for mark in marks)

    assert (words in said_at(level)) is not is_ticked
    if level is not Level.PUBLIC:
        assert words not in said_at(Level.PUBLIC)


@pytest.mark.parametrize("kind", FactKind)
def test_a_fact_stands_at_its_own_level_alone(kind: FactKind) -> None:
    levels = {level for level in Level if FACT_WORDS[kind] in said_at(level)}

    assert levels == {FACTS[kind].level}


def test_everything_that_can_be_ticked_has_its_words() -> None:
    assert {*BY_CHOICE} == {*Shared}
    assert circles(page())["by-choice"] == {*BY_CHOICE.values()}


@pytest.mark.parametrize(
    ("over", "shown"),
    [
        ({}, ["public", "by-choice"]),
        (
            {"private": PrivateInputs.FOLDER},
            ["public", "by-choice", "pair", "organisers-only"],
        ),
        (
            {"private": PrivateInputs.FOLDER, "layout": Layout.PRIVATE},
            ["public", "by-choice", "members", "pair", "organisers-only"],
        ),
    ],
)
def test_a_circle_is_shown_where_the_program_has_it(
    over: dict[str, object], shown: list[str]
) -> None:
    assert [one.id for one in page(**over).circles] == shown


def test_where_everybody_reads_the_files_what_is_for_members_is_the_organisers() -> None:
    hours = FIELDS[Participant]["hours"]
    folder, members = (
        circles(page(private=PrivateInputs.FOLDER, layout=layout))
        for layout in (Layout.OPEN, Layout.PRIVATE)
    )

    assert hours in folder["organisers-only"]
    assert hours in members["members"]
    assert hours not in members["organisers-only"]
    assert FACT_WORDS[FactKind.VETOED] in members["organisers-only"]


def test_where_public_things_are_read_is_told_by_layout() -> None:
    texts = {layout: page(layout=layout).circles[0].text for layout in Layout}

    assert texts[Layout.OPEN] == texts[Layout.SPLIT]
    assert "for members" in texts[Layout.PRIVATE]


def test_what_a_pair_keeps_to_itself_stands_with_the_pair() -> None:
    kept = circles(page(private=PrivateInputs.REPOSITORY))

    assert "goals that it keeps to itself" in kept["pair"]
    assert "goals that it keeps to itself" not in kept["public"]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("private", PrivateInputs)
def test_it_is_said_where_things_lie(layout: Layout, private: PrivateInputs) -> None:
    told = [one.text for one in page(layout=layout, private=private, consent_version=3).places]

    assert len({*told}) == 4
    assert told[3].startswith("Version 3 of our words.")


def test_what_is_asked_of_everybody_is_public() -> None:
    assert {*asked_of_everybody()} <= said_at(Level.PUBLIC)


def test_forms_to_show_less_and_to_leave_are_offered_where_they_are() -> None:
    settings = some_settings(repository="https://github.com/example-looms/mentors")
    frame = frame_of(
        a_program(settings=settings), today=TODAY, forms=dict.fromkeys(RequestKind, "[Asks] ")
    )

    assert [one.text for one in privacy_view(frame).actions] == [
        "Change what is shown of me",
        "Leave the program",
    ]
    assert page().actions == ()


def test_records_of_pairs_and_people_are_told_apart() -> None:
    of_you, of_pair = {*of_people(Level.PUBLIC)}, {*of_pairs(Level.PUBLIC)}

    for record in (Participant, Application, Slot):
        assert not {*FIELDS[record].values()} & of_pair
    for record_of_pairs in (Pair, Goal, Meeting):
        assert not {*FIELDS[record_of_pairs].values()} & of_you
