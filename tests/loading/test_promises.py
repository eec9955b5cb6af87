"""Promises in notes: whoever they name is in the pair, and a warning leads to the very word."""

from pathlib import Path

import pytest

from tests.repository_builder import BEN, PAIRED, problem_lines

CREW = {"program/participants/cleo.yaml": BEN.replace("Ben", "Cleo Marsh")}
FILE = "meetings/spring/ada-ben/2026-03-09.md"
HEAD = "---\nschema: 1\nkind: call\n---\n"
SAID = "'cleo' promises something and is not in this pair (ada, ben). [not-in-pair]"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{HEAD}- [ ] cleo: write", "5:7"),
        (f"{HEAD}\n\n   - [ ] cleo: write\n", "7:10"),
        (f"{HEAD}Cafe\u0301.\n\n- [ ] cleo: write\n", "7:7"),
        (f"{HEAD}\nYes.\n\n- [ ] cleo: write\n".replace("\n", "\r\n"), "8:7"),
        (f"\ufeff{HEAD}- [ ] cleo: write, by 2026-04-01", "5:7"),
    ],
    ids=["at once", "indented", "accents apart", "Windows", "byte order mark"],
)
def test_the_warning_leads_to_the_word(text: str, place: str, tmp_path: Path) -> None:
    lines = problem_lines(tmp_path, {**PAIRED, **CREW, f"program/{FILE}": text.encode()})

    assert [line for line in lines if "letters-apart" not in line] == [
        f"program/{FILE}:{place}: {SAID}"
    ]


def test_a_promise_in_the_private_folder_is_found_there(tmp_path: Path) -> None:
    public, private = f"program/{FILE}", f"private/{FILE}"
    notes = f"{HEAD}We met.\n- [ ] cleo: write\n"

    assert problem_lines(tmp_path, {**PAIRED, **CREW, public: HEAD, private: notes}) == [
        f"{private}:6:7: {SAID}"
    ]


@pytest.mark.parametrize("who", ["ada", "Ada", "BEN", "everybody", "Second chapter", "ليلى"])
def test_whoever_is_meant_in_the_pair_or_is_nobody_gets_no_warning(
    who: str, tmp_path: Path
) -> None:
    text = f"{HEAD}- [ ] {who}: write\n"

    assert problem_lines(tmp_path, {**PAIRED, **CREW, f"program/{FILE}": text}) == []


def test_deep_quotes_below_letters_in_two_parts_have_a_place_too(tmp_path: Path) -> None:
    text = f"{HEAD}Cafe\u0301.\n{'> ' * 18}deep\n"

    lines = problem_lines(tmp_path, {**PAIRED, f"program/{FILE}": text})

    assert [line.rpartition(" ")[0] for line in lines if "too-deep" in line] == [
        f"program/{FILE}:6:1: quotes and lists are nested more than 16 deep here; write it flatter."
    ]
