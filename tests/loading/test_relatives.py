"""Some five hundred relatives of the hostile and clumsy inputs, each with all that a check says of it.

The files in `relatives/` hold blocks: a line with `>>>` and a Python value, then the lines that are
said. Text stands after Ada's usual fields, bytes are all of her file, and a map lays out files beside
a pair of two people; None takes one of those away.
"""

import time
from ast import literal_eval
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.repository_builder import ADA, PAIRED, SMALL, problem_lines

FOLDER = Path(__file__).parent / "relatives"
ADA_FILE = "program/participants/ada.yaml"


def _relatives() -> Iterator[tuple[str, str]]:
    for file in sorted(FOLDER.iterdir()):
        _, *blocks = f"\n{file.read_text('utf-8')}".split("\n>>> ")
        for number, block in enumerate(blocks, start=1):
            yield f"{file.stem}-{number}", block


RELATIVES = dict(_relatives())


def _files(given: str | bytes | Mapping[str, str | None]) -> Mapping[str, str | bytes]:
    if isinstance(given, bytes):
        return {**SMALL, ADA_FILE: given}
    if isinstance(given, str):
        return {**SMALL, ADA_FILE: (ADA + given).encode()}
    return {path: text for path, text in {**PAIRED, **given}.items() if text is not None}


def _shown(line: str) -> str:
    return line if line.isprintable() else line.encode("unicode_escape").decode()


@pytest.mark.parametrize("block", RELATIVES.values(), ids=RELATIVES)
def test_a_relative_gets_a_clear_answer_in_time(block: str, tmp_path: Path) -> None:
    first, *said = block.rstrip("\n").split("\n")
    given = literal_eval(first)
    began = time.process_time()

    lines = problem_lines(tmp_path, _files(given))

    taken = time.process_time() - began
    prefix = "" if isinstance(given, dict) else f"{ADA_FILE}:"
    assert [_shown(line) for line in lines] == [prefix + line for line in said]
    assert taken < 2


def test_there_are_many_relatives() -> None:
    assert len(RELATIVES) > 500
