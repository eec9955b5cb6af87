"""Cases run in a process of their own, which is started again whenever one of them kills it."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from tests.hostile.cases import Case, End, Outcome, told

SECONDS = 2.0
"""The time of the processor that a case has."""
REPOSITORY = Path(__file__).parents[2]


class Watched:
    """Runs cases one after the other; `starts` counts the processes that it took."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self.starts = 0
        self.slowest = (0.0, "")
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = TemporaryDirectory()  # for what a killed process leaves behind

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended()
        self._folder.cleanup()

    def outcomes(self, cases: Iterable[Case]) -> Iterator[tuple[Case, Outcome]]:
        """Try each case and say how it ended."""
        for case in cases:
            outcome = self._tried(case)
            self.slowest = max(self.slowest, (outcome.seconds, f"{case.path} ({case.origin})"))
            yield case, outcome

    def complaints(self, cases: Iterable[Case]) -> list[str]:
        """Describe the first few cases that end in any way but with an answer."""
        bad = (
            told(case, outcome)
            for case, outcome in self.outcomes(cases)
            if outcome.end is not End.ANSWERED
        )
        return [*islice(bad, 5)]

    def _tried(self, case: Case) -> Outcome:
        process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump(case, process.stdin)
            process.stdin.flush()
            outcome: Outcome = pickle.load(process.stdout)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            return self._end_of(self._ended())
        if outcome.end is End.BIG:  # what it took it may still hold
            self._ended()
        return outcome

    def _started(self) -> subprocess.Popen[bytes]:
        self.starts += 1
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.worker", str(self._seconds)],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "TMPDIR": self._folder.name},
        )
        return self._process

    def _ended(self) -> int:
        """Wait for the process to end and give its exit code; by a signal it is below zero."""
        process, self._process = self._process, None
        if process is None:
            return 0
        with process, suppress(BrokenPipeError):
            assert process.stdin is not None
            process.stdin.close()
        return process.returncode

    def _end_of(self, code: int) -> Outcome:
        if -code in (signal.SIGPROF, signal.SIGALRM):
            return Outcome(End.SLOW, f"more than {self._seconds:g} s", self._seconds)
        said = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return Outcome(End.DIED, said)
