"""A plugin for pytest: each test meets the code as it is now, with no memory of earlier tests.

mutmut runs many sessions of pytest in one process and its forks, with another mutant in each.
"""

import sys

import pytest

from mentorgen.loading import contacts, layout


def pytest_runtest_setup() -> None:
    """Empty every cache: it would answer in the mutant's place."""
    contacts._PLAIN.clear()  # noqa: SLF001
    for shelf in layout.SHELVES:
        vars(shelf).pop("regex", None)
    for name, module in tuple(sys.modules.items()):
        if name.startswith("mentorgen."):
            for thing in tuple(vars(module).values()):
                forget = getattr(thing, "cache_clear", None)
                if forget:
                    forget()


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Name cases as the first session did: pytest escapes names of a second one twice and finds no test."""
    for mark in metafunc.definition.iter_markers("parametrize"):
        if mark._param_ids_from:  # noqa: SLF001
            object.__setattr__(mark._param_ids_from, "_param_ids_generated", None)  # noqa: SLF001
