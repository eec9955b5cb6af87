"""What GitHub answers about a repository and its settings."""

from datetime import datetime

from pydantic import TypeAdapter

from mentorgen.adapters.github.answers import Answer, Text
from mentorgen.adapters.github.forge import RepositoryFacts
from mentorgen.adapters.github.settings import Run


class RepositoryAnswer(Answer):
    """The repository."""

    id: int
    full_name: str
    html_url: str
    default_branch: str
    private: bool
    archived: bool
    has_issues: bool
    has_pages: bool

    def value(self) -> RepositoryFacts:
        """Give the facts in our words."""
        return RepositoryFacts(
            id=self.id,
            name=self.full_name,
            default_branch=self.default_branch,
            is_private=self.private,
            is_archived=self.archived,
            has_issues=self.has_issues,
            has_pages=self.has_pages,
            url=self.html_url,
        )


class _RunAnswer(Answer):
    path: str
    status: Text = ""
    conclusion: str | None
    event: str
    created_at: datetime
    html_url: str

    def value(self) -> Run:
        """Give the run in our words."""
        return Run(
            workflow=self.path.partition("@")[0].rpartition("/")[2],
            status=self.status,
            conclusion=self.conclusion,
            event=self.event,
            created_at=self.created_at,
            url=self.html_url,
        )


class RunsAnswer(Answer):
    """The last runs of a workflow."""

    workflow_runs: tuple[_RunAnswer, ...]


class WorkflowRights(Answer):
    """What an organiser allowed workflows to do."""

    default_workflow_permissions: str
    can_approve_pull_request_reviews: bool


class ActionsAnswer(Answer):
    """Whether workflows run, and of whose actions: all, local_only or selected."""

    enabled: bool
    allowed_actions: str = "all"


class SelectedActions(Answer):
    """Which actions may be used where they were selected."""

    github_owned_allowed: bool = False


class _WorkflowAnswer(Answer):
    path: str
    state: str
    html_url: str


class WorkflowsAnswer(Answer):
    """The workflows of a repository."""

    workflows: tuple[_WorkflowAnswer, ...]


class PagesAnswer(Answer):
    """How a site is published."""

    html_url: str | None = None
    build_type: str | None = None


class BranchAnswer(Answer):
    """Whether a branch is protected in the older way."""

    protected: bool


class Reviews(Answer):
    """Which reviews are asked for."""

    dismiss_stale_reviews: bool = False


class ProtectionAnswer(Answer):
    """What a branch is protected by in the older way; no reviews where none are asked for."""

    required_pull_request_reviews: Reviews | None = None


class _RuleParameters(Answer):
    dismiss_stale_reviews_on_push: bool = False


class RuleAnswer(Answer):
    """One rule that guards a branch."""

    type: str
    parameters: _RuleParameters = _RuleParameters()


RULES: TypeAdapter[tuple[RuleAnswer, ...]] = TypeAdapter(tuple[RuleAnswer, ...])
