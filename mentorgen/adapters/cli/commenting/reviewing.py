"""What organisers ask below a proposal: what a pair would cost, and a proposal with it or without it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mentorgen.adapters.cli.commenting.hearing import Heard
from mentorgen.adapters.cli.github_propose import base_of, keep
from mentorgen.adapters.cli.match_options import NOTHING_ASKED
from mentorgen.adapters.cli.match_run import Run, run_of
from mentorgen.adapters.cli.scope import Format, Scope
from mentorgen.adapters.github.forge import Forge, IssueEdit
from mentorgen.adapters.github.proposing import BRANCHES
from mentorgen.analysis.matching.terms import Pairing
from mentorgen.analysis.matching.what_if import WhatIf as Different
from mentorgen.analysis.matching.what_if import what_if, why_not
from mentorgen.errors import ContradictionError, WrongUsageError
from mentorgen.model.comments import Command, Misunderstood, WhatIf, Word
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.model.words import Layout
from mentorgen.output.github import answers
from mentorgen.output.github.marks import hidden, hidden_in
from mentorgen.output.github.proposals import KIND, Note, read_note, written
from mentorgen.output.matching.outcome_report import outcome_report, why_not_report
from mentorgen.output.report import as_markdown


@dataclass(frozen=True, slots=True)
class Review:
    """A proposal that somebody wrote a comment on."""

    forge: Forge
    scope: Scope
    heard: Heard
    program: Program

    def answer(self, by: Slug, commands: Iterable[Command], *, confirm: bool) -> str:
        """Propose anew what is asked for, and give the words of the answer."""
        parts, failures, asked = [], [], list[tuple[Word, Pairing]]()
        for command in commands:
            try:
                text, pairing = self._one(by, command)
                parts.append(text)
                asked.append(pairing)
            except (WrongUsageError, ContradictionError) as error:
                failures.append(answers.Failure(command, str(error)))
        if failures:
            parts.append(answers.failure_text(failures, done=len(parts)))
        if confirm:
            self._propose([(word, two) for word, two in asked if word is not Word.WHY_NOT])
        return "\n\n".join(parts)

    def _one(self, by: Slug, command: Command) -> tuple[str, tuple[Word, Pairing]]:
        """Answer one question.

        Raises:
            WrongUsageError: it is none, or not this person's, or about somebody nobody knows.
            ContradictionError: it cannot be done.
        """
        wish = command.wish
        if by not in self.program.settings.coordinators:
            raise WrongUsageError("Only organisers can ask about a proposal.")
        if isinstance(wish, Misunderstood):
            raise WrongUsageError(wish.why)
        if not isinstance(wish, WhatIf):
            raise WrongUsageError("This command belongs into the place of a pair.")
        run = self._run()
        (pairing,) = run.pairings([(wish.first, wish.second)])
        if self.program.settings.layout is not Layout.PRIVATE:
            cohort = run.the_one()
            return answers.on_own_machine(cohort, wish), (wish.word, pairing)
        return _cost(run, wish.word, pairing), (wish.word, pairing)

    def _run(self) -> Run:
        branch = self.forge.pull(self.heard.issue.number).head
        scope = Scope(self.scope.root, self.scope.private, self.scope.day, Format.GITHUB)
        return run_of(scope, branch.removeprefix(BRANCHES), NOTHING_ASKED)

    def _propose(self, asked: list[tuple[Word, Pairing]]) -> None:
        """Note in the proposal what reviewers asked for, and propose with it."""
        body = self.forge.issue(self.heard.issue.number).body
        note, value = read_note(body), hidden_in(body, KIND)
        if not asked or note is None or value is None:
            return
        for word, pairing in asked:
            note = _noted(note, word, pairing)
        new = body.replace("\r", "").replace(hidden(KIND, value), written(note).strip())
        self.forge.edit_issue(self.heard.issue.number, IssueEdit(body=new))
        run = self._run()
        base = base_of(self.forge, self.scope.root)
        keep(self.forge, run, run.the_one(), base=base, confirm=True)


def _noted(note: Note, word: Word, pairing: Pairing) -> Note:
    """Add a wish to a note; the newer one of two that contradict each other counts."""
    forced = [two for two in note.forced if two != pairing]
    forbidden = [two for two in note.forbidden if two != pairing]
    (forced if word is Word.FORCE else forbidden).append(pairing)
    return replace(note, forced=tuple(forced), forbidden=tuple(forbidden))


def _cost(run: Run, word: Word, pairing: Pairing) -> str:
    """Tell those who may read it what would be."""
    cohort = run.the_one()
    if word is Word.WHY_NOT:
        found = why_not(run.program, cohort, pairing, today=run.today, terms=run.terms)
        return as_markdown(why_not_report(run.program, found))
    question = Different(
        forced=(pairing,) if word is Word.FORCE else (),
        forbidden=(pairing,) if word is Word.FORBID else (),
        new_mentors=(),
    )
    return as_markdown(
        outcome_report(what_if(run.program, cohort, question, today=run.today, terms=run.terms))
    )
