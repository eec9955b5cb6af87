"""Whatever is done to the files of a valid program, loading answers with problems and never fails.

Each mutant is read alone, by every reader, and as part of its program, in a process that is
watched. `MUTANTS` says how many there are.
"""

import os
import sys
from collections.abc import Callable, Iterator

import pytest

from mentorgen.loading.layout import SHELVES, spot_of
from tests.hostile.cases import Case, End
from tests.hostile.mutants import mutants
from tests.hostile.records import RECORDS, public_path
from tests.hostile.targets import Reading, load_with, read
from tests.hostile.watched import Watched

PARTS = 4
MANY = int(os.environ.get("MUTANTS", "400")) // PARTS


@pytest.fixture
def watched() -> Iterator[Watched]:
    with Watched() as process:
        yield process


def _cases(target: Callable[[str, bytes], object], seed: int) -> Iterator[Case]:
    for number, (path, content) in enumerate(mutants(seed, MANY)):
        yield Case(target, path, content, f"mutant {number} of seed {seed}")


@pytest.mark.parametrize("seed", range(PARTS))
@pytest.mark.parametrize("target", [read, load_with])
def test_a_file_that_was_changed_at_random_leads_to_problems_and_no_failure(
    target: Callable[[str, bytes], object], seed: int, watched: Watched
) -> None:
    assert watched.complaints(_cases(target, seed)) == []
    seconds, slowest = watched.slowest
    sys.stdout.write(f"{MANY} mutants; the slowest took {seconds:.3f} s: {slowest}\n")


def test_the_same_seed_gives_the_same_mutants_and_another_one_others() -> None:
    assert [*mutants(1, 50)] == [*mutants(1, 50)]
    assert [*mutants(1, 50)] != [*mutants(2, 50)]


def test_some_mutants_are_still_records_and_most_are_not(watched: Watched) -> None:
    whole = [
        outcome.end is End.ANSWERED
        and isinstance(outcome.answer, Reading)
        and not outcome.answer.problems
        for _, outcome in watched.outcomes([*_cases(read, 0)][:100])
    ]

    assert 5 < sum(whole) < 50


def test_the_records_are_of_every_kind_and_valid_before_they_are_changed() -> None:
    spots = [spot_of(public_path(path)) for path in RECORDS]

    assert {spot.shelf for spot in spots if spot} == set(SHELVES)
    assert [
        problem for path, text in RECORDS.items() for problem in load_with(path, text.encode())
    ] == []
