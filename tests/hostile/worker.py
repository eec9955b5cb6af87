"""The process that a hostile case may kill: it reads cases from a pipe and answers each.

Started by `watched.py` and by nobody else. What a case prints goes to the standard error.
"""

import os
import pickle
import resource
import signal
import sys
import time
import traceback

from tests.hostile.cases import Case, End, Outcome

PATIENCE = 5
"""How much longer a case may take on the clock than on the processor."""
MOST_BYTES = 512 * 1024 * 1024


def main() -> None:
    """Answer until the pipe ends; an alarm kills a case that takes as many seconds as are asked for."""
    seconds = float(sys.argv[1])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            case: Case = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _set_alarms(seconds)
        outcome = _outcome(case)
        _set_alarms(0)
        pickle.dump(outcome, answers)
        answers.flush()


def _set_alarms(seconds: float) -> None:
    """Count seconds of the processor, for a busy machine is nobody's fault, and of the clock for who waits."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * PATIENCE)


def _outcome(case: Case) -> Outcome:
    start = time.process_time()
    try:
        answer = case.target(case.path, case.content)
    except MemoryError:
        return Outcome(End.BIG, f"more than {MOST_BYTES:,} bytes")
    except BaseException:  # noqa: BLE001 # SystemExit is as wrong as any other
        return Outcome(End.FAILED, traceback.format_exc())
    return Outcome(End.ANSWERED, answer, time.process_time() - start)


if __name__ == "__main__":
    main()
