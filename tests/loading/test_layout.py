import pytest

from mentorgen.loading.layout import SHELVES, Ids, place_for, spot_of
from mentorgen.model.ids import Kind

PLACES: dict[str, tuple[Kind, str, Ids]] = {
    "program/program.yaml": (Kind.PROGRAM, "", {}),
    "program/skills.yaml": (Kind.VOCABULARY, "", {}),
    "program/cohorts/2026-spring.yaml": (Kind.COHORT, "2026-spring", {"id": "2026-spring"}),
    "program/plans/half-year.yaml": (Kind.PLAN, "half-year", {"id": "half-year"}),
    "program/surveys/pulse.yaml": (Kind.SURVEY, "pulse", {"id": "pulse"}),
    "program/scenarios/bold.yaml": (Kind.SCENARIO, "bold", {"id": "bold"}),
    "program/participants/ada-1.yaml": (Kind.PARTICIPANT, "ada-1", {"slug": "ada-1"}),
    "program/applications/spring/ada.yaml": (
        Kind.APPLICATION,
        "spring/ada",
        {"cohort": "spring", "slug": "ada"},
    ),
    "program/events/spring/kick-off.yaml": (
        Kind.EVENT,
        "spring/kick-off",
        {"cohort": "spring", "id": "kick-off"},
    ),
    "program/pairs/spring/ada-ben.yaml": (
        Kind.PAIR,
        "spring/ada-ben",
        {"id": "spring/ada-ben", "cohort": "spring"},
    ),
    "program/goals/spring/ada-ben/patch.yaml": (
        Kind.GOAL,
        "spring/ada-ben/patch",
        {"pair": "spring/ada-ben", "id": "patch"},
    ),
    "program/meetings/spring/ada-ben/2026-03-01.md": (
        Kind.MEETING,
        "spring/ada-ben/2026-03-01",
        {"pair": "spring/ada-ben", "on": "2026-03-01", "number": 1},
    ),
    "program/meetings/spring/ada-ben/2026-03-01-12.md": (
        Kind.MEETING,
        "spring/ada-ben/2026-03-01/12",
        {"pair": "spring/ada-ben", "on": "2026-03-01", "number": 12},
    ),
    "program/log/pairs/spring/ada-ben.yaml": (
        Kind.PAIR_LOG,
        "spring/ada-ben",
        {"pair": "spring/ada-ben"},
    ),
    "program/log/people/ada.yaml": (Kind.PERSON_LOG, "ada", {"slug": "ada"}),
    "program/slots/ada/2026-03-01.yaml": (
        Kind.SLOT,
        "ada/2026-03-01",
        {"slug": "ada", "on": "2026-03-01"},
    ),
    "training/mentors/listening.md": (
        Kind.MODULE,
        "mentors/listening",
        {"id": "mentors/listening"},
    ),
}


@pytest.mark.parametrize(("path", "wanted"), PLACES.items(), ids=PLACES)
def test_a_path_says_what_lies_there(path: str, wanted: tuple[Kind, str, Ids]) -> None:
    spot = spot_of(path)

    assert spot is not None
    assert (spot.shelf.kind, spot.key, spot.ids) == wanted


def test_every_kind_of_file_has_one_place() -> None:
    kinds = [shelf.kind for shelf in SHELVES]

    assert sorted(kinds) == sorted({kind for kind, _, _ in PLACES.values()})
    assert set(kinds) == set(Kind) - {Kind.SKILL}


@pytest.mark.parametrize(
    "path",
    [
        "program/programXyaml",
        "program/participants/Ada.yaml",
        "program/participants/ada.yml",
        "program/participants/ada--b.yaml",
        "program/participants/-ada.yaml",
        "program/participants/ada-.yaml",
        "program/participants/a/b.yaml",
        "program/participants/ada.yaml\n",
        "program/pairs/ada-ben.yaml",
        "program/meetings/spring/ada-ben/2026-3-1.md",
        "program/meetings/spring/ada-ben/2026-03-01-1.md",
        "program/meetings/spring/ada-ben/2026-03-01.yaml",
        "training/listening.md",
        "participants/ada.yaml",
        "",
    ],
)
def test_another_path_is_no_records_place(path: str) -> None:
    assert spot_of(path) is None


def test_a_place_is_made_from_its_words() -> None:
    words = {"cohort": "spring", "pair": "ada-ben", "day": "2026-03-01"}

    assert place_for(Kind.PARTICIPANT, slug="ada") == "program/participants/ada.yaml"
    assert place_for(Kind.MEETING, **words) == "program/meetings/spring/ada-ben/2026-03-01.md"
    assert place_for(Kind.MEETING, **words, number="-2") == (
        "program/meetings/spring/ada-ben/2026-03-01-2.md"
    )
