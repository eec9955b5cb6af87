"""Runs that go on at once: before each call of one, chance decides whose call is next."""

import random
import threading
from collections.abc import Callable

from tests.adapters.github.faults import Fault, Schedule
from tests.adapters.github.hub import Hub
from tests.adapters.github.memory import MemoryForge


class YieldingForge(MemoryForge):
    """A forge before each call of which others may have theirs."""

    def __init__(self, hub: Hub, *, faults: Schedule, yields: Callable[[], None]) -> None:
        super().__init__(hub, faults=faults)
        self._yields = yields

    def _planned(self, name: str, *, is_write: bool = False) -> Fault | None:
        self._yields()
        return super()._planned(name, is_write=is_write)


class Conductor:
    """Lets threads go on one at a time, each for one call, in the order that chance decides."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._back = threading.Semaphore(0)
        self._threads: dict[threading.Thread, threading.Semaphore] = {}
        self._errors: list[BaseException] = []

    def add(self, act: Callable[[Callable[[], None]], object]) -> None:
        """Add somebody who plays; what they are given is to be called before each step."""
        turn = threading.Semaphore(0)

        def yields() -> None:
            self._back.release()
            turn.acquire()

        def body() -> None:
            turn.acquire()
            try:
                act(yields)
            except BaseException as error:  # noqa: BLE001 # raised again where it is seen
                self._errors.append(error)
            finally:
                del self._threads[thread]
                self._back.release()

        thread = threading.Thread(target=body, daemon=True)
        self._threads[thread] = turn
        thread.start()

    def play(self) -> None:
        """Go on until all have come to their end."""
        while self._threads:
            self._chance.choice([*self._threads.values()]).release()
            self._back.acquire()
        if self._errors:
            raise self._errors[0]
