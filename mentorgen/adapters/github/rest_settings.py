"""What GitHub says of a repository's settings."""

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
    RunsAnswer,
    WorkflowRights,
    WorkflowsAnswer,
)


class RestSettings(Place):
    """The settings that an organiser clicks together."""

    def are_actions_on(self) -> bool:
        """Tell whether workflows run here at all."""
        return self.calls.one(
            Request(
                "looking whether Actions are on",
                self.path("actions/permissions"),
                ActionsAnswer.model_validate_json,
            )
        ).enabled

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
        what, name = f"looking at what guards {branch}", quote(branch, safe="")
        request = Request(what, self.path_with_query(f"rules/branches/{name}"), RULES.validate_json)
        found = {one.type for page in self.calls.pages(request) for one in page}
        older = self.calls.one(
            Request(what, self.path(f"branches/{name}"), BranchAnswer.model_validate_json)
        )
        return frozenset(found) | (PROTECTED if older.protected else frozenset())

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
