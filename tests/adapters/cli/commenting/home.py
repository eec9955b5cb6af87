"""The place of a pair at a forge in memory, where people type and a run answers each of them."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from mentorgen.adapters.cli.commenting.answering import Run, answer_comment
from mentorgen.adapters.cli.commenting.hearing import has_command
from mentorgen.adapters.cli.scope import BrokenProgramError, Format, Scope
from mentorgen.adapters.github.event import Event
from mentorgen.adapters.github.forge import Author, Comment, NewIssue, PullRequest, Reaction
from mentorgen.loading.program import load
from mentorgen.output.github.marks import hidden
from tests.adapters.github.faults import Schedule, never
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.memory import MemoryForge
from tests.programs.trees import three_people

TODAY = date(2026, 4, 1)
NOW = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
ANA, BEN, CLEO = Author(101, "example-ana"), Author(102, "example-ben"), Author(103, "example-cleo")
RUI, STRANGER = Author(104, "example-rui"), Author(666, "example-mallory")
PAIR = "2026-spring/ana-ben"
LOG = f"program/log/pairs/{PAIR}.yaml"
MEETINGS = f"program/meetings/{PAIR}"


def three_and_an_organiser() -> dict[str, str]:
    """Give everybody of `three_people` their account, and Rui, who organises."""
    files = dict(three_people())
    for person, account in (("ana", ANA), ("ben", BEN), ("cleo", CLEO)):
        files[f"program/participants/{person}.yaml"] += (
            f"github: {account.login}\ngithub_id: {account.id}\n"
        )
    files["program/participants/rui.yaml"] = (
        "schema: 1\nname: Rui Prata\nrole: mentor\ncapacity: 0\n"
        "consent: {version: 1, given: 2026-01-10}\n"
        f"github: {RUI.login}\ngithub_id: {RUI.id}\n"
    )
    settings = "program/program.yaml"
    files[settings] = files[settings].replace("coordinators: [ana]", "coordinators: [rui]")
    return files


@dataclass
class Home:
    """A repository on disk and at the forge, with an issue that the bot made for a pair."""

    root: Path
    hub: Hub
    number: int
    said: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, root: Path, files: Mapping[str, str] | None = None, body: str = "") -> "Home":
        files = three_and_an_organiser() if files is None else files
        hub = Hub(files, now=NOW)
        text = body or f"Hello Ana and Ben\n\n{hidden('pair', PAIR)}\n"
        home = cls(root, hub, hub.add_issue(BOT, NewIssue("Ana and Ben", text)).number)
        home.check_out()
        return home

    def writes(self, author: Author, text: str) -> Comment:
        """Let somebody write a comment; nothing answers yet."""
        return self.hub.add_comment(author, self.number, text)

    def types(self, author: Author, text: str, **how: object) -> "Typed":
        """Let somebody write a comment, and answer it."""
        comment = self.writes(author, text)
        return self.answers(comment, **how)  # type: ignore[arg-type]

    def answers(
        self,
        comment: Comment,
        *,
        faults: Schedule = never,
        confirm: bool = True,
        stale: bool = False,
    ) -> "Typed":
        """Run what the workflow runs for a comment, on what is checked out."""
        if not stale:
            self.check_out()
        forge = MemoryForge(self.hub, faults=faults)
        event = Event("created", comment.author, self.hub.issue(self.number), comment)
        before = dict(self.hub.files()) if "main" in self.hub.branches else {}
        scope = Scope(root=self.root, private=None, day=TODAY, format=Format.TEXT)
        self.said.clear()
        if has_command(event):
            answer_comment(Run(forge, scope, confirm, self.said.append), event)
        return Typed(self, comment, forge, before, dict(self.hub.files()))

    def check_out(self) -> None:
        """Have on disk what the main branch holds."""
        for name, text in self.hub.files().items():
            file = self.root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())

    def replies(self) -> list[str]:
        """Give what the bot wrote below the issue, without its hidden lines."""
        own = [one for one in self.hub.comments_on(self.number) if one.author == BOT]
        return [one.body.partition("<!--")[0].strip() for one in own]

    def check(self, tmp_path: Path) -> list[str]:
        """Give the problems of what the main branch holds."""
        for name, text in self.hub.files().items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return [str(one) for one in load(tmp_path, today=TODAY).problems]


@dataclass
class Typed:
    """What came of a comment."""

    home: Home
    comment: Comment
    forge: MemoryForge
    before: Mapping[str, str]
    after: Mapping[str, str]

    @property
    def changed(self) -> dict[str, list[str]]:
        """Give the lines that are new on the main branch, by file."""
        return {
            name: [
                line
                for line in text.splitlines()
                if line not in self.before.get(name, "").splitlines()
            ]
            for name, text in self.after.items()
            if self.before.get(name) != text
        }

    @property
    def reactions(self) -> set[Reaction]:
        return {one for _, one in self.home.hub.reactions["comment", self.comment.id]}

    @property
    def replies(self) -> list[str]:
        return self.home.replies()

    @property
    def pulls(self) -> list[PullRequest]:
        return [*self.home.hub.pulls.values()]

    def proposed(self) -> dict[str, list[str]]:
        """Give the lines that the one pull request adds, by file."""
        (pull,) = self.pulls
        main, files = self.home.hub.files(), self.home.hub.files(pull.head)
        return {
            name: [
                line for line in text.splitlines() if line not in main.get(name, "").splitlines()
            ]
            for name, text in files.items()
            if main.get(name) != text
        }


def quietly(act: Callable[[], object]) -> None:
    """Do something that a broken program stops."""
    with suppress(BrokenProgramError):
        act()
