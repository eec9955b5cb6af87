"""Whether what was planned still fits, asked of a real repository and a forge."""

from pathlib import Path

import pytest

from mentorgen.adapters.git import Repository
from mentorgen.adapters.github.freshness import Freshness
from mentorgen.adapters.github.plan import OpenIssue
from tests.adapters.github.hub import ORGANISER, Hub
from tests.adapters.github.memory import MemoryForge
from tests.git_repository import new_repository

LOG = "program/log/people/ana.yaml"
POST = OpenIssue("0123456789ab", "Hello", "Hello", logs=(LOG, "program/log/people/ben.yaml"))
TEXT = "schema: 1\nfacts: []\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "program", {LOG: TEXT})


def test_where_the_forge_has_the_same_commit_all_fits_with_one_call_each(root: Path) -> None:
    hub = Hub()
    repository = Repository.around(root)
    assert repository is not None
    hub.branches["main"] = repository.commit("HEAD")
    forge = MemoryForge(hub)
    freshness = Freshness(forge, root)

    assert freshness.fits(POST)
    assert freshness.fits(POST)
    assert forge.calls == {"repository": 1, "branch": 2}


def test_where_something_else_has_changed_it_still_fits(root: Path) -> None:
    assert Freshness(MemoryForge(Hub({LOG: TEXT})), root).fits(POST)


def test_where_somebody_wrote_in_a_log_meanwhile_it_does_not(root: Path) -> None:
    hub = Hub({LOG: TEXT})
    hub.commit_files(ORGANISER, "main", {LOG: f"{TEXT}# no reminders, please\n"})

    assert not Freshness(MemoryForge(hub), root).fits(POST)


def test_a_log_that_is_new_counts_too(root: Path) -> None:
    hub = Hub({LOG: TEXT, "program/log/people/ben.yaml": TEXT})

    assert not Freshness(MemoryForge(hub), root).fits(POST)


def test_outside_of_git_nothing_can_be_compared(tmp_path: Path) -> None:
    forge = MemoryForge(Hub())

    assert Freshness(forge, tmp_path).fits(POST)
    assert forge.calls.total() == 0


def test_a_branch_that_is_not_there_tells_nothing(root: Path) -> None:
    hub = Hub()
    hub.branches.clear()

    assert Freshness(MemoryForge(hub), root).fits(POST)
