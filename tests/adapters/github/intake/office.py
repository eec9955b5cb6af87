"""A program at a forge in memory, where people fill in forms and a run answers each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mentorgen.adapters.github.forge import Author, Comment, Issue, IssueEdit, NewIssue, PullRequest
from mentorgen.adapters.github.intake.deciding import Ground, decide
from mentorgen.adapters.github.intake.doing import do, steps
from mentorgen.adapters.github.intake.observing import branch_of, observe
from mentorgen.loading.form_templates import FOLDER, FormTemplate, read_forms
from mentorgen.loading.program import load
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.forms import form_texts
from tests.adapters.github.faults import Schedule, never
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.memory import MemoryForge
from tests.filled_forms import Answers, body_of
from tests.programs.trees import three_people

TODAY = date(2026, 4, 1)
NOW = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
ANA, BEN, CLEO = Author(101, "example-ana"), Author(102, "example-ben"), Author(103, "example-cleo")
DANA = Author(104, "example-dana")
CONSENT = (
    "I agree: what I wrote above may be shown on the program's pages and kept in its public files."
    " I can take this back at any time."
)
JOINING: Answers = {
    "name": "Dana Ruiz",
    "languages": "Portuguese, en",
    "consent": CONSENT,
}


def at_github(files: Mapping[str, str]) -> dict[str, str]:
    """Give the people of `three_people` the numbers of their accounts."""
    numbered = dict(files)
    for person, account in (("ana", ANA), ("ben", BEN), ("cleo", CLEO)):
        place = f"program/participants/{person}.yaml"
        numbered[place] += f"github: {account.login}\ngithub_id: {account.id}\n"
    return numbered


@dataclass
class Office:
    """A repository on disk and at the forge."""

    root: Path
    hub: Hub
    forms: tuple[FormTemplate, ...]
    on_disk: Mapping[str, str]
    today: date = TODAY

    @classmethod
    def of(cls, root: Path, files: Mapping[str, str] | None = None) -> "Office":
        """Lay out a program, with its forms, here and there."""
        files = at_github(three_people()) if files is None else files
        _write(root, files)
        program = load(root, today=TODAY).program
        assert program is not None
        forms = form_texts(program.settings, program.skills.values())
        files = {**files, **{f"{FOLDER}/{name}": text for name, text in forms.items()}}
        _write(root, files)
        return cls(root, Hub(files, now=NOW), read_forms(root), files)

    def form(self, kind: RequestKind) -> FormTemplate:
        return next(form for form in self.forms if form.kind is kind)

    def body(self, kind: RequestKind, answers: Answers) -> str:
        return body_of(self.form(kind), answers)

    def sends(self, author: Author, kind: RequestKind, answers: Answers) -> int:
        """Let somebody fill in a form; nothing answers yet."""
        new = NewIssue(f"{self.form(kind).title}please", self.body(kind, answers), (kind.value,))
        return self.hub.add_issue(author, new).number

    def asks(self, author: Author, kind: RequestKind, answers: Answers) -> int:
        """Let somebody fill in a form, and answer it."""
        number = self.sends(author, kind, answers)
        self.run(number, "opened")
        return number

    def edits(self, number: int, answers: Answers, kind: RequestKind) -> None:
        """Let the author of a form change their answers, and answer that."""
        author = self.hub.issues[number].author
        self.hub.edit_issue(author, number, IssueEdit(body=self.body(kind, answers)))
        self.run(number, "edited")

    def run(
        self,
        number: int,
        action: str = "edited",
        *,
        by_author: bool = True,
        faults: Schedule = never,
    ) -> MemoryForge:
        """Run what the workflow runs, on what is checked out now."""
        self.check_out()
        forge = MemoryForge(self.hub, faults=faults)
        seen = observe(forge, number, self.forms)
        if seen is not None:
            decision = decide(forge, seen, self.ground(), action=action, by_author=by_author)
            self.plan = [*steps(seen, decision)]
            do(forge, seen, decision, self.root)
        return forge

    def ground(self) -> Ground:
        program = load(self.root, today=self.today).program
        assert program is not None, "the main branch holds a sound program"
        return Ground(self.root, program, self.today, self.today)

    def check_out(self) -> None:
        """Have on disk what the main branch holds."""
        main, there = self.main(), self.on_disk
        _write(self.root, {name: text for name, text in main.items() if there.get(name) != text})
        for name in set(there) - set(main):
            (self.root / name).unlink()
        self.on_disk = main

    def main(self) -> Mapping[str, str]:
        return self.hub.trees[self.hub.commits[self.hub.branches["main"]].tree]

    def proposed(self, number: int) -> Mapping[str, str]:
        """Give the files that the branch of a form adds to main or changes there."""
        tree = self.hub.trees[self.hub.commits[self.hub.branches[branch_of(number)]].tree]
        return {place: text for place, text in tree.items() if self.main().get(place) != text}

    def pulls(self, number: int) -> list[PullRequest]:
        return [pull for pull in self.hub.pulls.values() if pull.head == branch_of(number)]

    def answers(self, number: int) -> list[Comment]:
        return [one for one in self.hub.comments_on(number) if one.author == BOT]

    def answer(self, number: int) -> str:
        """Give the one answer, without its hidden line."""
        (comment,) = self.answers(number)
        return comment.body.partition("<!--")[0].strip()

    def issue(self, number: int) -> Issue:
        return self.hub.issue(number)

    def tomorrow(self) -> None:
        """Let a day go by."""
        self.hub.now += timedelta(days=1)
        self.today += timedelta(days=1)


def _write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
