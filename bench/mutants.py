"""Measure the tests: break the code in small ways, and count what no test notices.

    python bench/mutants.py [--sample NUMBER] [--seed NUMBER] [PART]...

mutmut makes the mutants, one at a time, in a copy of the repository. It changes what functions do;
constants and functions below a decorator stay as they are. Each part is judged by the tests that
are about it. A part that is below its promise ends the measurement with 1. A sample measures so many of
a part's mutants, chosen by chance, and the same for the same seed.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
MUTMUT = Path(sys.executable).with_name("mutmut")
ALL_FOLDERS = ("bench", "docs", "examples", "program", "tests", "training", "mkdocs.yml")
SLOWED_DOWN = "not in_time and not busy"
"""Tests that look at the clock fail here: mutmut asks at every call which mutant is meant."""
NOTICED = frozenset({"killed", "timeout"})


@dataclass(frozen=True)
class Part:
    """Modules, the tests that are about them, and how many percent of the mutants those notice."""

    percent: int
    modules: Sequence[str]
    tests: Sequence[str]
    equivalent: Mapping[str, str]
    """Lines of mutants that change nothing, with the reason."""


_OPEN = "a type checker refuses it, and it is written as open, too"
_COUNTED = "an outcome that nobody knows is counted, and its text is not read"
_AHEAD = "nothing is planned for a step that was sent, or before the one ahead of it"
_DONE = "a journal before the first run counts as done"
_NAME = "a document's name stands in problems alone, and nobody asks for them here"
PARTS = {
    "ownership": Part(
        100,
        ("analysis/ownership", "loading/changes", "model/changes"),
        (
            "tests/analysis/test_ownership.py",
            "tests/loading/test_changes.py",
            "tests/adapters/cli/test_check_ownership.py",
        ),
        {
            "old, new = _document(before, None, spot), _document(after, name, spot)": _NAME,
            "old, new = _document(before, name, spot), _document(after, None, spot)": _NAME,
            "return None if content is None else document_of(content, None, spot)[0]": _NAME,
        },
    ),
    "privacy": Part(
        90,
        (
            "adapters/private_place",
            "analysis/consent",
            "loading/contacts",
            "loading/exposure",
            "loading/private_folder",
            "model/privacy",
        ),
        (
            "tests/loading/test_all_at_once.py",
            "tests/loading/test_bad_inputs.py",
            "tests/loading/test_causes.py",
            "tests/loading/test_contacts.py",
            "tests/loading/test_exposure.py",
            "tests/model/test_levels.py",
            "tests/model/test_values.py",
            "tests/privacy/test_consent.py",
            "tests/privacy/test_private_folder.py",
        ),
        {},
    ),
    "loader": Part(
        90,
        (
            "loading/documents",
            "loading/files",
            "loading/layout",
            "loading/markdown_source",
            "loading/names",
            "loading/records",
            "loading/text",
            "loading/yaml_events",
            "loading/yaml_line",
            "loading/yaml_lines",
            "loading/yaml_places",
            "loading/yaml_source",
        ),
        (
            "tests/adapters/cli/test_check_files.py",
            "tests/hostile/test_readers.py",
            "tests/loading/test_all_at_once.py",
            "tests/loading/test_bad_inputs.py",
            "tests/loading/test_causes.py",
            "tests/loading/test_checks.py",
            "tests/loading/test_documents.py",
            "tests/loading/test_examples.py",
            "tests/loading/test_files.py",
            "tests/loading/test_layout.py",
            "tests/loading/test_look_alikes.py",
            "tests/loading/test_markdown_source.py",
            "tests/loading/test_messages.py",
            "tests/loading/test_names.py",
            "tests/loading/test_program.py",
            "tests/loading/test_records.py",
            "tests/loading/test_text.py",
            "tests/loading/test_yaml_lines.py",
            "tests/loading/test_yaml_messages.py",
            "tests/loading/test_yaml_source.py",
        ),
        {},
    ),
    "reminders": Part(
        100,
        (
            "adapters/github/apply",
            "adapters/github/caution",
            "adapters/github/freshness",
            "adapters/github/journal",
            "adapters/github/known",
            "adapters/github/plan",
            "adapters/github/read",
            "adapters/github/reminding",
            "adapters/github/settling",
            "adapters/github/turns",
            "adapters/github/writing",
        ),
        (
            "tests/adapters/github/test_digesting.py",
            "tests/adapters/github/test_freshness.py",
            "tests/adapters/github/test_journal.py",
            "tests/adapters/cli/test_github_remind.py",
            "tests/adapters/github/test_reminder_faults.py",
            "tests/adapters/github/test_reminder_messages.py",
            "tests/adapters/github/test_reminder_protocol.py",
            "tests/adapters/github/test_reminder_weeks.py",
            "tests/adapters/github/test_reminding.py",
            "tests/adapters/github/test_turns.py",
        ),
        {
            "journal = replace(plan.journal, run=seen.last_run + 1, )": _DONE,
            'return Turn(run, 0, _LONG_AGO, "XXXX")': "nobody asks whose a label was that says nothing",
            "self._journal = replace(plan.journal, run=self._turn.run, done=None)": _OPEN,
            'raise UnknownOutcomeError("XXGitHub answered with something else than what was sent.XX")': _COUNTED,
            "steps = (replace(reminder, number=number) for number in range(reminder.number + 1, 0, -1))": _AHEAD,
            'head, *lines = _lines(text) or ("XXXX",)': "neither is a head",
            '*lines, check = found[1].splitlines() if found else ("XXXX",)': "neither is a check",
            "self._written[comment.id] = None": "a new part gets entries at once and is written anyway",
        },
    ),
}


def main(typed: Sequence[str]) -> int:
    """Print what survived and a table of the parts; give 1 if one is below its promise."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--sample", type=int, metavar="NUMBER")
    parser.add_argument("--seed", type=int, default=1, metavar="NUMBER")
    asked = parser.parse_args(typed)
    rows = []
    for name in asked.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            _lay_out(Path(folder), PARTS[name])
            sample = _sample(folder, asked.sample, asked.seed) if asked.sample else []
            _mutmut(folder, "run", "--max-children", str(os.cpu_count() or 1), *sample)
            rows.append(_row(folder, name, PARTS[name]))
    print(f"\n{'part':<10}  mutants  killed  timed out  equivalent  survived  noticed  promised")
    for *row, noticed, promised in rows:
        print(
            "{:<10}  {:>7}  {:>6}  {:>9}  {:>10}  {:>8}".format(*row),
            f" {noticed:>6.1f}%  {promised:>7}%",
        )
    return int(any(noticed < promised for *_, noticed, promised in rows))


def _lay_out(folder: Path, part: Part) -> None:
    """Copy what git keeps, as it is on the disk, and tell mutmut what to change and what to run."""
    listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    answer = subprocess.run(listed, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    for name in filter(None, answer.stdout.split("\0")):
        source, copy = REPOSITORY / name, folder / name
        if source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())
    settings = {
        "source_paths": ["mentorgen"],
        "only_mutate": [f"mentorgen/{module}.py" for module in part.modules],
        "also_copy": ALL_FOLDERS,
        "pytest_add_cli_args": [
            "-p",
            "bench.forgetful",
            "-p",
            "no:cacheprovider",
            "-k",
            SLOWED_DOWN,
        ],
        "pytest_add_cli_args_test_selection": part.tests,
    }
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n[tool.mutmut]\n")
        file.writelines(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())


def _sample(folder: str, number: int, seed: int) -> list[str]:
    """Choose mutants by chance; mutmut makes them all before it finds that none has the name asked for."""
    _mutmut(folder, "run", "none", may_fail=True)
    names = [name for name, _ in _results(folder)]
    return sorted(random.Random(seed).sample(names, min(number, len(names))))


def _mutmut(folder: str, *arguments: str, may_fail: bool = False) -> str:
    """Run mutmut and give what it says, or stop with that where it fails."""
    answer = subprocess.run(
        (MUTMUT, *arguments),
        cwd=folder,
        env={**os.environ, "HYPOTHESIS_PROFILE": "ci"},
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode and not may_fail:
        sys.exit(f"{answer.stdout[-5_000:]}\n{answer.stderr}")
    return answer.stdout


def _results(folder: str) -> list[tuple[str, str]]:
    """Give every mutant with what came of it."""
    said = _mutmut(folder, "results", "--all", "true")
    return re.findall(r"^ *(\S+): (.+)$", said, re.MULTILINE)


def _row(folder: str, name: str, part: Part) -> tuple[str, int, int, int, int, int, float, int]:
    """Print each mutant of a part that nothing noticed, and count."""
    found = {mutant: status for mutant, status in _results(folder) if status != "not checked"}
    counts = Counter(found.values())
    equivalent = 0
    for mutant in (mutant for mutant, status in found.items() if status not in NOTICED):
        difference = _mutmut(folder, "show", mutant)
        lines = re.findall(r"^\+(?!\+\+)\s*(.*)$", difference, re.MULTILINE)
        if len(lines) == 1 and lines[0] in part.equivalent:
            equivalent += 1
            print(f"{mutant} changes nothing: {part.equivalent[lines[0]]}")
        else:
            print(difference)
    noticed = sum(counts[status] for status in NOTICED)
    percent = 100 * noticed / (len(found) - equivalent)
    survived = len(found) - noticed - equivalent
    times = counts["killed"], counts["timeout"]
    return name, len(found), *times, equivalent, survived, percent, part.percent


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
