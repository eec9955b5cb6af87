"""Reminders at a forge that fails: how many of 100,000 go out twice, are lost, or come too soon.

`python bench/reminders.py 2000` sends that many; each process takes a share of the weeks.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from os import cpu_count

sys.path.insert(0, ".")

from tests.adapters.github.simulation import Weeks, bad_weeks

WANTED = 100_000
PAIRS, DAYS = 60, 200


def weeks(seed: int) -> Weeks:
    """Simulate one program."""
    return bad_weeks(seed, pairs=PAIRS, days=DAYS)


def until(wanted: int, processes: int) -> Iterator[Weeks]:
    """Simulate programs one after the other until so many reminders were sent."""
    sent, seeds = 0, count()
    with ProcessPoolExecutor(processes) as pool:
        while sent < wanted:
            for one in pool.map(weeks, [next(seeds) for _ in range(4 * processes)]):
                sent += one.sent
                yield one
            print(f"{sent:,} of {wanted:,}", file=sys.stderr, flush=True)


def main() -> None:
    """Print the table; exit 1 where a promise is broken."""
    wanted = int(sys.argv[1]) if sys.argv[1:] else WANTED
    processes = int(sys.argv[2]) if sys.argv[2:] else cpu_count() or 1
    began = time.monotonic()
    found = [*until(wanted, processes)]
    said = Counter[str]()
    for one in found:
        said.update(one.said)
    rows = {
        "programs": len(found),
        "reminders sent": sum(one.sent for one in found),
        "sent twice": sum(one.duplicates for one in found),
        "lost": sum(one.lost for one in found),
        "to somebody within 7 days": sum(one.too_soon for one in found),
        "runs": said.total(),
        **{f"  ended: {name}": many for name, many in sorted(said.items())},
        "seconds": round(time.monotonic() - began),
    }
    for name, value in rows.items():
        print(f"{name:32}{value:>10,}")
    bad = ("sent twice", "lost", "to somebody within 7 days")
    sys.exit(any(rows[name] for name in bad))


if __name__ == "__main__":
    main()
