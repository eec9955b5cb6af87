"""Pull requests at GitHub."""

from itertools import chain

from mentorgen.adapters.github.forge import NewPull, PullRequest, State
from mentorgen.adapters.github.git_answers import PULLS, REVIEWS, PullAnswer, ReviewAnswer
from mentorgen.adapters.github.place import Place
from mentorgen.adapters.github.requests import Request


class RestPulls(Place):
    """Pull requests."""

    def pulls(self, head: str, *, state: State | None = None) -> tuple[PullRequest, ...]:
        """List the pull requests from a branch of this repository; None takes both states."""
        path = self.path_with_query("pulls")
        owner = self.name.partition("/")[0]
        request = Request(
            f"listing the pull requests of the branch {head}",
            path,
            PULLS.validate_json,
            {"head": f"{owner}:{head}", "state": state or "all", "direction": "asc"},
        )
        return tuple(one.value() for one in chain.from_iterable(self.calls.pages(request)))

    def pull(self, number: int) -> PullRequest:
        """Read one pull request."""
        return self.calls.one(
            Request(
                f"reading pull request #{number}",
                self.path(f"pulls/{number}"),
                PullAnswer.model_validate_json,
            )
        ).value()

    def create_pull(self, new: NewPull) -> PullRequest:
        """Open a pull request, once."""
        body = {"title": new.title, "body": new.body, "head": new.head, "base": new.base}
        return self.calls.one(
            Request(
                "opening a pull request",
                self.path("pulls"),
                PullAnswer.model_validate_json,
                verb="POST",
                body=body,
            )
        ).value()

    def approvals(self, number: int) -> tuple[int, ...]:
        """List the approvals of a pull request that hold, by their ids."""
        request = Request(
            f"listing the reviews of pull request #{number}",
            self.path(f"pulls/{number}/reviews"),
            REVIEWS.validate_json,
        )
        every = chain.from_iterable(self.calls.pages(request))
        return tuple(one.id for one in every if one.approves)

    def dismiss(self, number: int, approval: int, why: str) -> None:
        """Let an approval hold no longer; who gave it reads why."""
        self.calls.one(
            Request(
                f"taking back an approval of pull request #{number}",
                self.path(f"pulls/{number}/reviews/{approval}/dismissals"),
                ReviewAnswer.model_validate_json,
                verb="PUT",
                body={"message": why},
            )
        )
