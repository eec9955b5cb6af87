"""What only a look at the repository's settings asks of a forge."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mentorgen.adapters.github.forge import Forge

PROTECTED = frozenset({"deletion", "non_fast_forward"})
"""What a branch is guarded from that is protected in the older way, in the words of rule sets."""


@dataclass(frozen=True, slots=True)
class Workflow:
    """A workflow that the forge knows."""

    file: str
    """Such as remind.yml."""
    state: str
    """active, disabled_inactivity after 60 idle days, disabled_manually ..."""
    url: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the site is published, and from what."""

    url: str | None
    is_built_by_workflow: bool


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a workflow."""

    workflow: str
    """The file's name, such as remind.yml."""
    status: str
    conclusion: str | None
    """None until it ends."""
    event: str
    created_at: datetime
    url: str


class Settings(Forge, Protocol):
    """A forge that shows its settings to those who may see them."""

    def are_actions_on(self) -> bool:
        """Tell whether workflows run here at all."""

    def are_own_actions_allowed(self) -> bool:
        """Tell whether workflows may use the actions that GitHub itself makes."""

    def workflows(self) -> tuple[Workflow, ...]:
        """List the workflows of the default branch."""

    def pages(self) -> Pages | None:
        """Say how the site is published; None where it is not."""

    def rules(self, branch: str) -> frozenset[str]:
        """Give the rules that guard a branch, in the words of rule sets."""

    def are_approvals_dismissed(self, branch: str) -> bool | None:
        """Tell whether a new commit ends the approvals of a change; None where no review is asked for."""

    def runs(self, workflow: str) -> tuple[Run, ...]:
        """Give the last runs of a workflow, newest first."""

    def may_actions_propose(self) -> bool:
        """Tell whether workflows may open pull requests."""
