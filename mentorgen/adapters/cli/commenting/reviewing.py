"""What organisers ask below a proposal: what a pair would cost, and a proposal with it or without it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mentorgen.adapters.cli.commenting.hearing import Heard
from mentorgen.adapters.cli.github_propose import (
    WishesError,
    base_of,
    keep,
    proposal_asked,
    terms_asked,
)
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
        parts, failures = [], []
        body = self.forge.issue(self.heard.issue.number).body
        before = read_note(body)
        note = before
        for command in commands:
            try:
                text, note = self._one(by, command, note)
                parts.append(text)
            except (WrongUsageError, ContradictionError) as error:
                failures.append(answers.Failure(command, str(error)))
        is_new = note is not None and note != before
        kept = [answers.PROPOSED_ANEW] if is_new else []
        wrong = [answers.failure_text(failures, done=len(parts))] if failures else []
        if confirm and note is not None and is_new:
            self._propose(body, note)
        return "\n\n".join((*parts, *kept, *wrong))

    def _one(self, by: Slug, command: Command, note: Note | None) -> tuple[str, Note | None]:
        """Answer one question, and give the note with what is asked for in it.

        Raises:
            WrongUsageError: it is none, or not this person's, or cannot be done.
            ContradictionError: it cannot be done, for the round's own locks.
        """
        wish = command.wish
        if by not in self.program.settings.coordinators:
            raise WrongUsageError("Only organisers can ask about a proposal.")
        if isinstance(wish, Misunderstood):
            raise WrongUsageError(wish.why)
        if not isinstance(wish, WhatIf):
            raise WrongUsageError("This command belongs in the place of a pair.")
        run = self._run()
        (pairing,) = run.pairings([(wish.first, wish.second)])
        is_open = self.program.settings.layout is not Layout.PRIVATE
        cohort, new = run.the_one(), note
        if note is not None and wish.word is not Word.WHY_NOT:
            new = _noted(note, wish.word, pairing)
            try:
                proposal_asked(run, cohort, new)
            except (WishesError, ContradictionError) as error:
                why = answers.why_on_own_machine(cohort, wish) if is_open else str(error)
                raise WrongUsageError(why) from None
        if is_open:
            return answers.on_own_machine(cohort, wish), new
        before = _without(note, pairing) if note else None
        return _cost(run, wish.word, pairing, before), new

    def _run(self) -> Run:
        branch = self.forge.pull(self.heard.issue.number).head
        scope = Scope(self.scope.root, self.scope.private, self.scope.day, Format.GITHUB)
        return run_of(scope, branch.removeprefix(BRANCHES), NOTHING_ASKED)

    def _propose(self, body: str, note: Note) -> None:
        """Note in the proposal what reviewers asked for, and propose with it."""
        value = hidden_in(body, KIND) or ""
        new = body.replace("\r", "").replace(hidden(KIND, value), written(note).strip())
        self.forge.edit_issue(self.heard.issue.number, IssueEdit(body=new))
        run = self._run()
        base = base_of(self.forge, self.scope.root)
        keep(self.forge, run, run.the_one(), base=base, confirm=True)


def _noted(note: Note, word: Word, pairing: Pairing) -> Note:
    """Add a wish to a note; the newer one of two that contradict each other counts."""
    rest = _without(note, pairing)
    if word is Word.FORCE:
        return replace(rest, forced=(*rest.forced, pairing))
    return replace(rest, forbidden=(*rest.forbidden, pairing))


def _without(note: Note, pairing: Pairing) -> Note:
    """Take back whatever was asked about two people, in whatever order they were named."""
    return replace(
        note,
        forced=tuple(two for two in note.forced if {*two} != {*pairing}),
        forbidden=tuple(two for two in note.forbidden if {*two} != {*pairing}),
    )


def _cost(run: Run, word: Word, pairing: Pairing, before: Note | None) -> str:
    """Tell those who may read it what would be, beside what was asked `before`."""
    cohort = run.the_one()
    terms = terms_asked(run, cohort, before) if before else run.terms
    if word is Word.WHY_NOT:
        found = why_not(run.program, cohort, pairing, today=run.today, terms=terms)
        return as_markdown(why_not_report(run.program, found))
    question = Different(
        forced=(pairing,) if word is Word.FORCE else (),
        forbidden=(pairing,) if word is Word.FORBID else (),
        new_mentors=(),
    )
    return as_markdown(
        outcome_report(what_if(run.program, cohort, question, today=run.today, terms=terms))
    )
