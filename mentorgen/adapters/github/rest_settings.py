"""What GitHub says of a repository's settings."""

from collections.abc import Iterator
from urllib.parse import quote

from mentorgen.adapters.github.forge import NotFoundError
from mentorgen.adapters.github.place import Place
from mentorgen.adapters.github.requests import Request
from mentorgen.adapters.github.settings import PROTECTED, Pages, Run, Workflow
from mentorgen.adapters.github.settings_answers import (
    RULES,
    ActionsAnswer,
    BranchAnswer,
    PagesAnswer,
    ProtectionAnswer,
    Reviews,
    RuleAnswer,
    RunsAnswer,
    SelectedActions,
    WorkflowRights,
    WorkflowsAnswer,
)


class RestSettings(Place):
    """The settings that an organiser clicks together."""

    def are_actions_on(self) -> bool:
        """Tell whether workflows run here at all."""
        return self._actions().enabled

    def are_own_actions_allowed(self) -> bool:
        """Tell whether workflows may use the actions that GitHub itself makes."""
        allowed = self._actions().allowed_actions
        if allowed != "selected":
            return allowed == "all"
        return self.calls.one(
            Request(
                "looking which actions are allowed",
                self.path("actions/permissions/selected-actions"),
                SelectedActions.model_validate_json,
            )
        ).github_owned_allowed

    def _actions(self) -> ActionsAnswer:
        return self.calls.one(
            Request(
                "looking whether Actions are on",
                self.path("actions/permissions"),
                ActionsAnswer.model_validate_json,
            )
        )

    def workflows(self) -> tuple[Workflow, ...]:
        """List the workflows of the default branch."""
        request = Request(
            "listing workflows",
            self.path_with_query("actions/workflows"),
            WorkflowsAnswer.model_validate_json,
        )
        return tuple(
            Workflow(one.path.rpartition("/")[2], one.state, one.html_url)
            for page in self.calls.pages(request)
            for one in page.workflows
        )

    def pages(self) -> Pages | None:
        """Say how the site is published; None where it is not."""
        request = Request("looking at Pages", self.path("pages"), PagesAnswer.model_validate_json)
        try:
            answer = self.calls.one(request)
        except NotFoundError:
            return None
        return Pages(answer.html_url, answer.build_type == "workflow")

    def rules(self, branch: str) -> frozenset[str]:
        """Give the rules that guard a branch, in the words of rule sets."""
        found = frozenset(one.type for one in self._rules(branch))
        return found | (PROTECTED if self._is_protected(branch) else frozenset())

    def are_approvals_dismissed(self, branch: str) -> bool | None:
        """Tell whether a new commit ends the approvals of a change; None where no review is asked for."""
        asked = [
            one.parameters.dismiss_stale_reviews_on_push
            for one in self._rules(branch)
            if one.type == "pull_request"
        ]
        older = self._older_reviews(branch) if self._is_protected(branch) else None
        asked += [older.dismiss_stale_reviews] if older else []
        return any(asked) if asked else None

    def _rules(self, branch: str) -> Iterator[RuleAnswer]:
        """Yield the rules of rule sets."""
        path = self.path_with_query(f"rules/branches/{quote(branch, safe='')}")
        for page in self.calls.pages(Request(_guard(branch), path, RULES.validate_json)):
            yield from page

    def _is_protected(self, branch: str) -> bool:
        """Tell whether a branch is protected in the older way."""
        path = self.path(f"branches/{quote(branch, safe='')}")
        request = Request(_guard(branch), path, BranchAnswer.model_validate_json)
        return self.calls.one(request).protected

    def _older_reviews(self, branch: str) -> Reviews | None:
        """Say which reviews a branch asks for that is protected in the older way."""
        path = self.path(f"branches/{quote(branch, safe='')}/protection")
        request = Request(_guard(branch), path, ProtectionAnswer.model_validate_json)
        return self.calls.one(request).required_pull_request_reviews

    def runs(self, workflow: str) -> tuple[Run, ...]:
        """Give the last runs of a workflow, newest first."""
        found = self.calls.one(
            Request(
                f"looking at the runs of {workflow}",
                self.path(f"actions/workflows/{quote(workflow)}/runs"),
                RunsAnswer.model_validate_json,
            )
        )
        return tuple(run.value() for run in found.workflow_runs)

    def may_actions_propose(self) -> bool:
        """Tell whether workflows may open pull requests."""
        return self.calls.one(
            Request(
                "looking at what workflows may do",
                self.path("actions/permissions/workflow"),
                WorkflowRights.model_validate_json,
            )
        ).can_approve_pull_request_reviews


def _guard(branch: str) -> str:
    return f"looking at what guards {branch}"
