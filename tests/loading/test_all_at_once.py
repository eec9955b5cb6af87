"""A program of fifty broken files: every fault in it is told in one run, and told once."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.repository_builder import CONSENT, SMALL, problem_lines


class Planted(NamedTuple):
    """A kind of broken file: where it lies, what it holds, and the place and rule of each fault."""

    place: str
    text: str
    faults: tuple[str, ...]


PERSON = f"schema: 1\nname: Person {{}}\nrole: mentor\n{CONSENT}"
KINDS = (
    Planted("program/participants/p{}.yaml", f"schema: 1\nname: Person {{}}\nrole: mentro\n{CONSENT}capacity: 0x1F\nrol: x\n", (
        "3:7 role", "5:11 whole-number", "6:1 unknown-field",
    )),
    Planted("program/participants/q{}.yaml", f"{PERSON}line: a\nline: b\ntimezone: Mars/Olympus\n", (
        "6:1 duplicate-key", "7:11 time-zone",
    )),
    Planted("program/participants/r{}.yaml", f'{PERSON}wants: [{{{{skill: docs}}}}]\nfull_name: P\nline: "p{{}}\\u0040example.org"\n', (
        "5:8 role-and-skills", "6:12 private-field", "7:7 contact-details",
    )),
    Planted("program/participants/s{}.yaml", "schema: 1\nname: [Person {}\n", ("2:7 unclosed-bracket",)),
    Planted("program/participants/t{}.yml", PERSON, ("1:1 file-ending",)),
    Planted("program/pairs/spring/u{}.yaml", "schema: 1\nform: group\nmentors: [ada, zz{}]\nmentees: [yy{}]\nplan: xx{}\nstarts: 2027-03-02\n", (
        "2:7 form", "3:16 unknown-participant", "4:11 unknown-participant", "5:7 unknown-plan", "6:9 outside-round",
    )),
    Planted("program/cohorts/v{}.yaml", "schema: 1\nname: V\nstarts: 2026-03-02\nends: 2026-03-01\nplan: ww{}\n", (
        "4:7 date-order", "5:7 unknown-plan",
    )),
    Planted("program/plans/w{}.yaml", "schema: 1\nname: ' '\nrhythm_days: often\nstages: [{{name: Start, weeks: 0}}]\n", (
        "2:7 text", "3:14 whole-number", "4:31 range",
    )),
    Planted("program/surveys/x{}.yaml", "schema: 1\ntitle: X\naudience: [mentor]\ndue: {{after: end}}\nquestions:\n- {{id: a, text: A, kind: choice}}\n- {{id: a, text: B}}\n", (
        "6:3 choices", "7:8 same-question",
    )),
    Planted("training/mentors/y{}.md", "---\nschema: 1\ntitle: Y\naudience: [mentor]\nminutes: 1\nobjectives: [o]\nreviewed: 2026-13-01\nsources: [x]\n---\nY\n", (
        "7:11 date", "8:11 link",
    )),
)  # fmt: skip
COPIES = 5


def _planted() -> tuple[Mapping[str, str], list[str]]:
    files, faults = {}, []
    for kind in KINDS:
        for copy in range(COPIES):
            path = kind.place.format(copy)
            files[path] = kind.text.replace("{}", str(copy)).replace("{{", "{").replace("}}", "}")
            faults += [f"{path}:{fault}" for fault in kind.faults]
    return files, sorted(faults)


def _place_and_rule(line: str) -> str:
    place, _, rest = line.partition(": ")
    return f"{place} {rest.rpartition('[')[2].rstrip(']')}"


def test_fifty_files_with_a_hundred_and_twenty_faults_are_told_whole_and_once(
    tmp_path: Path,
) -> None:
    files, faults = _planted()

    told = [_place_and_rule(line) for line in problem_lines(tmp_path, {**SMALL, **files})]

    assert len(files) == 50
    assert len(faults) == 120
    assert sorted(told) == faults
    assert set(Counter(told).values()) == {1}
