"""Run every measurement, one after the other, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
MEASUREMENTS = ("loading.py", "scoring.py", "proposals.py", "assignment.py", "proofs.py", "site.py")


def main() -> None:
    """Print the table of each measurement; stop at the first that fails."""
    for name in MEASUREMENTS:
        print(f"\n== {name}", flush=True)
        subprocess.run([sys.executable, str(HERE / name)], check=True)


if __name__ == "__main__":
    main()
