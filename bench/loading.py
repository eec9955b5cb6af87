"""Measure loading beside PyYAML's C loader on the same files, in one run.

    python bench/loading.py [RECORDS]

The yardstick only parses; mentorgen parses, validates and cross-checks. Each turn is a process of
its own, so that memory can be compared too. The second table sets a check of the example
program beside the time that Python takes to import what it cannot do without.
"""

import os
import resource
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

RECORDS = 10_000
TODAY = date(2026, 3, 2)
ROUNDS = 5
HERE = Path(__file__)
REPOSITORY = HERE.parent.parent
ENVIRONMENT = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""With it each run would compile mentorgen anew, but not pydantic and PyYAML, which were installed so."""
EXAMPLE = ("check", "--root", ".", "--private", "examples/private", "--today", "2026-11-20")
T = TypeVar("T")
IMPORTS = "import pydantic, yaml"


def main(records: int) -> None:
    """Print seconds on the processor, memory, and the ratios; the best of some turns each."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for place, text in _program(records):
            file = root / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        turns = [(_turn("parse", root), _turn("load", root)) for _ in range(ROUNDS)]
    parsing, loading = (min(best) for best in zip(*turns, strict=True))
    print(f"{'records':>7}  {'what':<34} {'CPU s':>8} {'MiB':>6} {'ratio':>7}")
    _row(records, "yaml.CSafeLoader, parsing alone", parsing, parsing)
    _row(records, "load, validate and cross-check", loading, parsing)
    script = Path(sysconfig.get_path("scripts"), "mentorgen")
    commands = ((sys.executable, "-c", IMPORTS), (str(script), *EXAMPLE))
    starts = [[_seconds(command) for command in commands] for _ in range(2 * ROUNDS)]
    imports, check = (min(best) for best in zip(*starts, strict=True))
    print(f"\n{'':>7}  {'what':<34} {'CPU s':>8} {'':>6} {'ratio':>7}")
    print(f"{'':>7}  {IMPORTS:<34} {imports:>8.3f} {'':>6} {1:>7.2f}")
    print(
        f"{'':>7}  {'check the example program':<34} {check:>8.3f} {'':>6} {check / imports:>7.2f}"
    )


def _row(records: int, what: str, own: tuple[float, float], yardstick: tuple[float, float]) -> None:
    seconds, memory = own
    ratio = seconds / yardstick[0]
    print(f"{records:>7,}  {what:<34} {seconds:>8.2f} {memory:>6.0f} {ratio:>7.2f}")


def _turn(what: str, root: Path) -> tuple[float, float]:
    """Let a process of its own do the work once: seconds, and MiB at most."""
    answer = subprocess.run(
        (sys.executable, HERE, what, root), check=True, capture_output=True, text=True
    )
    seconds, memory = answer.stdout.split()
    return float(seconds), float(memory)


def _seconds(command: tuple[str, ...]) -> float:
    """Run a command and give the processor's time that it took, start of Python included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def parse(root: Path) -> None:
    """Do what the yardstick does."""
    import yaml  # noqa: PLC0415 # each turn imports only what it measures

    files = sorted(root.rglob("*.yaml"))
    _timed(lambda: [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files])  # noqa: TID251


def load(root: Path) -> None:
    """Do what mentorgen does."""
    from mentorgen.loading.program import load as whole  # noqa: PLC0415

    loaded = _timed(lambda: whole(root, today=TODAY))
    if loaded.problems:
        sys.exit("\n".join(str(problem) for problem in loaded.problems[:5]))


def _timed(work: Callable[[], T]) -> T:
    start = time.process_time()
    done = work()
    seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return done


def _program(records: int) -> Iterator[tuple[str, str]]:
    """Make a program: of ten records four are people, two applications, and four about pairs."""
    yield "program/program.yaml", "schema: 1\nname: Many\npurpose: To be measured.\n"
    yield (
        "program/cohorts/spring.yaml",
        "schema: 1\nname: Spring\nstarts: 2026-01-12\nends: 2026-06-26\n",
    )
    skills = "".join(f"  - id: skill-{n}\n    label: Skill {n}\n" for n in range(200))
    yield "program/skills.yaml", f"schema: 1\nskills:\n{skills}"
    for number in range(records // 10):
        mentor, mentee, *others = (f"{name}-{number}" for name in ("ana", "ben", "chi", "dev"))
        for slug, role in (
            (mentor, "mentor"),
            (mentee, "mentee"),
            *((o, "mentee") for o in others),
        ):
            yield f"program/participants/{slug}.yaml", _participant(slug, role, number)
        for slug in others:
            application = (
                "schema: 1\napplied: 2026-01-08\naim: To send a first patch and have it taken.\n"
            )
            yield f"program/applications/spring/{slug}.yaml", application
        yield from _pair(mentor, mentee)


def _participant(slug: str, role: str, number: int) -> str:
    field = "offers" if role == "mentor" else "wants"
    skills = "".join(
        f"  - skill: skill-{(number * 7 + step * 13) % 200}\n    level: can-help\n"
        for step in range(3)
    )
    return (
        f"schema: 1\nname: {slug.title()}\nrole: {role}\n"
        "consent:\n  version: 1\n  given: 2026-01-05\n  shows: [time-zone, parts-of-day]\n"
        "joined: 2026-01-05  # the day of the first call\n"
        f"line: I read slowly, and I finished {number} things that I began.\n"
        f"about: |\n  I keep {number} machines of a city library running.\n  It is open every day.\n"
        f"github: example-{slug}\ngithub_id: 9{number:06}{ord(slug[0])}\n"
        f"languages: [en, pt]\n{field}:\n{skills}"
        "style:\n  feedback: direct\n  structure: agenda\n  learning: by-doing\n"
        "timezone: Europe/Lisbon\nparts_of_day: [weekday-evening, weekend-morning]\n"
    )


def _pair(mentor: str, mentee: str) -> Iterator[tuple[str, str]]:
    pair = f"spring/{mentor}-{mentee}"
    yield (
        f"program/pairs/{pair}.yaml",
        (
            f"schema: 1\nform: one-to-one\nmentors: [{mentor}]\nmentees: [{mentee}]\n"
            "skills: [skill-7]\nstarts: 2026-01-12\n"
        ),
    )
    yield (
        f"program/goals/{pair}/first-patch.yaml",
        (
            f"schema: 1\ntitle: A first patch that is taken\nset_on: 2026-01-19\ndue: 2026-06-01\nowner: {mentee}\n"
            "milestones:\n  - name: Choose a page\n    due: 2026-02-02\n    reached: 2026-01-30\n"
            "  - name: Send it\n    due: 2026-04-06\n"
        ),
    )
    yield (
        f"program/log/pairs/{pair}.yaml",
        "schema: 1\nfacts:\n"
        + "".join(
            f"  - {{on: 2026-01-13, kind: confirmed, by: {who}}}\n" for who in (mentor, mentee)
        ),
    )
    yield (
        f"program/log/people/{mentee}.yaml",
        "schema: 1\nfacts:\n  - on: 2026-01-06\n    kind: applied\n    cohort: spring\n",
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["parse", root]:
            parse(Path(root))
        case ["load", root]:
            load(Path(root))
        case [number]:
            main(int(number))
        case _:
            main(RECORDS)
