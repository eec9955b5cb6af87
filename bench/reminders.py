"""Reminders at a forge that fails: how many of 100,000 go out twice, are lost, or come too soon.

`python bench/reminders.py 2000` sends that many; each process takes a share of the weeks. The last table is
one run over 2,000 pairs in which all goes well.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from os import cpu_count

sys.path.insert(0, ".")

from tests.adapters.github.bad_weeks import Weeks, bad_weeks, bad_weeks_of_wishes
from tests.adapters.github.large_run import large_run

WANTED = 100_000
SHARE_OF_PAIRS = 20
"""One in so many is planned from a whole program, which takes longer; the others are made up."""


def until(wanted: int, simulate: Callable[[int], Weeks]) -> Iterator[Weeks]:
    """Simulate programs one after the other until so many reminders were sent."""
    sent, seeds = 0, count()
    processes = cpu_count() or 1
    with ProcessPoolExecutor(processes) as pool:
        while sent < wanted:
            for one in pool.map(simulate, [next(seeds) for _ in range(4 * processes)]):
                sent += one.sent
                yield one


def table(wanted: int, simulate: Callable[[int], Weeks]) -> Mapping[str, int]:
    """Count what came of it."""
    began = time.monotonic()
    found = [*until(wanted, simulate)]
    said = Counter[str]()
    for one in found:
        said.update(one.said)
    return {
        "programs": len(found),
        "reminders sent": sum(one.sent for one in found),
        "sent twice": sum(one.duplicates for one in found),
        "lost": sum(one.lost for one in found),
        "to a pair within 7 days": sum(one.too_soon for one in found),
        "runs": said.total(),
        **{f"  ended: {name}": many for name, many in sorted(said.items())},
        "seconds": round(time.monotonic() - began),
    }


def show(title: str, rows: Mapping[str, int]) -> None:
    """Print a table."""
    print(f"\n{title}")
    for name, value in rows.items():
        print(f"{name:32}{value:>10,}", flush=True)


def main() -> None:
    """Print the tables; exit 1 where a promise is broken."""
    wanted = int(sys.argv[1]) if sys.argv[1:] else WANTED
    made_up = table(wanted, bad_weeks_of_wishes)
    show("40 % of the writes and 10 % of the lists fail, runs overlap and die", made_up)
    planned = table(wanted // SHARE_OF_PAIRS, bad_weeks)
    show("The same, planned from whole programs", planned)
    show("One run over 2,000 pairs", large_run())
    bad = ("sent twice", "lost", "to a pair within 7 days")
    sys.exit(any(rows[name] for name in bad for rows in (made_up, planned)))


if __name__ == "__main__":
    main()
