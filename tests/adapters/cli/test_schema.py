"""`mentorgen schema`: one schema to read, or all of them in a folder."""

import json
from pathlib import Path

from mentorgen.loading.layout import SHELVES
from tests.adapters.conftest import Mentorgen

NAMES = sorted(f"{shelf.kind.value}.json" for shelf in SHELVES)


def test_one_schema_is_the_answer(mentorgen: Mentorgen) -> None:
    answer = mentorgen("schema", "participant")

    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out)["title"] == "Participant"


def test_all_schemas_go_into_a_folder(tmp_path: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen("schema", "--out", tmp_path / "schemas")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"{len(NAMES)} schemas are in {tmp_path}/schemas.\n"
    assert sorted(path.name for path in (tmp_path / "schemas").iterdir()) == NAMES


def test_an_older_schema_is_replaced(tmp_path: Path, mentorgen: Mentorgen) -> None:
    (tmp_path / "goal.json").write_text("{}")

    answer = mentorgen("schema", "goal", "--out", tmp_path)

    assert answer.err == f"1 schema is in {tmp_path}.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["goal.json"]
    assert (tmp_path / "goal.json").read_text() == mentorgen("schema", "goal").out


def test_what_a_private_folder_can_hold_is_another_schema(mentorgen: Mentorgen) -> None:
    public = json.loads(mentorgen("schema", "participant").out)
    private = json.loads(mentorgen("schema", "participant", "--readers", "coordinators").out)

    assert "hours" in private["properties"].keys() - public["properties"].keys()


def test_without_a_kind_there_has_to_be_a_folder(mentorgen: Mentorgen) -> None:
    answer = mentorgen("schema")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "mentorgen: Name a kind of file, or a folder for all: --out docs/reference/schemas\n"
    )
