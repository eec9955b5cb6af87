"""Who asks GitHub, and which workflows are started there."""

from collections.abc import Mapping
from urllib.parse import quote

from mentorgen.adapters.github.answers import AccountAnswer, taken
from mentorgen.adapters.github.calls import Calls
from mentorgen.adapters.github.forge import Author
from mentorgen.adapters.github.place import Place
from mentorgen.adapters.github.requests import Request


class RestFacts(Place):
    """The repository's settings and workflows, and who asks."""

    def __init__(
        self, calls: Calls, name: str, *, bot: str | None = None, is_present: bool = False
    ) -> None:
        super().__init__(calls, name, is_present=is_present)
        self.bot = bot
        """The login that the token writes as, where it may not ask: an app's and a workflow's."""

    def me(self) -> Author:
        """Give the account that writes with this token."""
        path = f"/users/{quote(self.bot)}" if self.bot else "/user"
        return self.calls.one(
            Request("asking who we are", path, AccountAnswer.model_validate_json)
        ).value()

    def dispatch(self, workflow: str, ref: str, inputs: Mapping[str, str]) -> None:
        """Start a workflow, named by its file, such as publish.yml."""
        self.calls.one(
            Request(
                f"starting {workflow}",
                self.path(f"actions/workflows/{quote(workflow)}/dispatches"),
                taken,
                verb="POST",
                body={"ref": ref, "inputs": dict(inputs)},
            )
        )
