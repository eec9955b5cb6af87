"""What is at the forge about a form: the issue as it is now, our answer, the branch and its pull request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentorgen.adapters.github.forge import (
    Author,
    Comment,
    Forge,
    Issue,
    PullRequest,
    RepositoryFacts,
    State,
)
from mentorgen.loading.form_templates import FormTemplate
from mentorgen.loading.forms import Filled, filled_form
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.intake import written_in

_JOINING = frozenset({RequestKind.JOIN_AS_MENTOR, RequestKind.JOIN_AS_MENTEE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """A form at the forge.

    `written` are the marks of the files that came of it, by their places, as our own answer has them;
    `older` is an open issue of the same person for the same thing.
    """

    facts: RepositoryFacts
    me: Author
    issue: Issue
    filled: Filled
    answer: Comment | None
    written: Mapping[str, str]
    pull: PullRequest | None
    head: str | None
    is_ours: bool
    older: int | None

    @property
    def branch(self) -> str:
        """The branch of this form."""
        return branch_of(self.issue.number)


def branch_of(number: int) -> str:
    """Name the branch on which the form of an issue lies."""
    return f"mentorgen/intake/{number}"


def observe(forge: Forge, number: int, forms: Sequence[FormTemplate]) -> Observed | None:
    """Read everything about the form in an issue; None where there is none in it by now.

    The text of an event may be old by the time its run begins, so the issue is read again.
    """
    issue = forge.issue(number)
    filled = filled_form(issue.title, issue.body, forms)
    if filled is None or issue.is_pull or issue.author.is_bot:
        return None
    me, branch = forge.me(), branch_of(number)
    answer, written = _answer(forge.comments(number), me)
    pulls = sorted(forge.pulls(branch), key=lambda pull: pull.number)
    head = forge.branch(branch)
    by = forge.commit(head).author if head else None
    return Observed(
        facts=forge.repository(),
        me=me,
        issue=issue,
        filled=filled,
        answer=answer,
        written=written,
        pull=pulls[-1] if pulls else None,
        head=head,
        is_ours=head is None or (by is not None and by.id == me.id),
        older=_older(forge, issue, filled, forms),
    )


def _answer(comments: Sequence[Comment], me: Author) -> tuple[Comment | None, Mapping[str, str]]:
    """Find our own answer; anybody can copy its hidden line, so who wrote it is looked at first."""
    for comment in reversed(comments):
        written = written_in(comment.body) if comment.author.id == me.id else None
        if written is not None:
            return comment, written
    return None, {}


def _older(forge: Forge, issue: Issue, filled: Filled, forms: Sequence[FormTemplate]) -> int | None:
    for other in forge.issues(creator=issue.author.login, state=State.OPEN):
        if other.number < issue.number and other.author.id == issue.author.id and not other.is_pull:
            found = filled_form(other.title, other.body, forms)
            if found is not None and _same(found.template.kind, filled.template.kind):
                return other.number
    return None


def _same(one: RequestKind, other: RequestKind) -> bool:
    """Tell whether two forms ask for the same, so that one has to wait; a pair meets more than once."""
    if RequestKind.MEETING in (one, other):
        return False
    return one is other or {one, other} <= _JOINING
