"""One pull request that is kept as the files say: opened, updated in place, closed when nothing is left to review.

What people did to it is theirs: a branch on which somebody worked stays as it is, and what was closed without
being merged does not come again until it would be something else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from mentorgen.adapters.github.committing import commit_files
from mentorgen.adapters.github.forge import (
    ForbiddenError,
    Forge,
    IssueEdit,
    NewPull,
    PullRequest,
    State,
)
from mentorgen.adapters.github.keeping import kept_issue, let_go
from mentorgen.model.ids import CohortId, Slug
from mentorgen.output.github.proposals import Note, read_note

BRANCHES = "mentorgen/proposals/"
ENDINGS = "mentorgen/endings"
_VERSION = "\n\nVersion "
"""What stands before the version in a commit's message."""
_NOT_ANY_MORE = "Thank you! Nothing waits here any more, so this is closed.\n"
_COMPARE = "compare"
"""The kind of the hidden line of an issue that stands for a pull request which may not be opened."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the pull request shall be; no `files` where there is nothing to review."""

    branch: str
    title: str
    body: str
    content: str
    files: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is of it: the newest version that is open, and those that were closed without a merge.

    `tip` is where its branch points, `version` what that holds in the words of the note if nobody has merged or
    closed it, `is_ours` whether nobody else has worked on it.
    """

    tip: str | None
    version: str | None
    is_ours: bool
    open: PullRequest | None
    refused: frozenset[str]

    @property
    def note(self) -> Note | None:
        """What the open version noted."""
        return read_note(self.open.body) if self.open else None


@dataclass(frozen=True, slots=True)
class Leave:
    """Nothing is done; `why` is for the log. Where `let_go` names a branch, nobody is asked any more to open it."""

    why: str
    let_go: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """The branch gets the files; the pull request is opened, or updated where it has a number."""

    wanted: Wanted
    number: int | None


@dataclass(frozen=True, slots=True)
class Ask:
    """The branch holds the files already, and only the pull request is missing."""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Retext:
    """The same files, told in other words."""

    wanted: Wanted
    number: int


@dataclass(frozen=True, slots=True)
class Close:
    """Nothing is left to review."""

    branch: str
    number: int


Act = Leave | Put | Ask | Retext | Close


def observe(forge: Forge, branch: str) -> Seen:
    """Look at a branch and its pull requests; those that others opened do not count."""
    me = forge.me()
    every = forge.pulls(branch)
    ours = [one for one in every if one.author.id == me.id]
    settled = {one.head_sha for one in every if one.state is State.CLOSED}
    tip = forge.branch(branch)
    commit = forge.commit(tip) if tip else None
    worker = commit.author if commit else me
    notes = [read_note(one.body) for one in ours if one.state is State.CLOSED and not one.is_merged]
    return Seen(
        tip=tip,
        version=commit.message.rpartition(_VERSION)[2] if commit and tip not in settled else None,
        is_ours=worker is not None and worker.id == me.id,
        open=next((one for one in ours if one.state is State.OPEN), None),
        refused=frozenset(note.content for note in notes if note),
    )


def merged_people(forge: Forge, cohorts: Iterable[CohortId]) -> frozenset[frozenset[Slug]]:
    """Give the people of each pair that stood in a proposal of ours which was merged."""
    me = forge.me()
    pulls = (pull for name in cohorts for pull in forge.pulls(f"{BRANCHES}{name}"))
    notes = (read_note(pull.body) for pull in pulls if pull.is_merged and pull.author.id == me.id)
    return frozenset(frozenset(people) for note in notes if note for people in note.people)


def decide(seen: Seen, wanted: Wanted) -> Act:
    """Say what has to be done; pure."""
    if not seen.is_ours:
        return Leave(f"somebody works on {wanted.branch}; it is theirs now")
    if seen.open is not None:
        return _updated(seen.open, seen.note, wanted)
    if not wanted.files:
        return Leave("there is nothing to propose", let_go=wanted.branch)
    if wanted.content in seen.refused:
        return Leave("just this was proposed and closed before")
    return Ask(wanted) if seen.version == wanted.content else Put(wanted, None)


def _updated(pull: PullRequest, note: Note | None, wanted: Wanted) -> Act:
    if not wanted.files:
        return Close(wanted.branch, pull.number)
    if note is None or note.content != wanted.content:
        return Put(wanted, pull.number)
    if (pull.title, _plain(pull.body)) != (wanted.title, _plain(wanted.body)):
        return Retext(wanted, pull.number)
    return Leave("all is proposed already, and nothing changed")


def _plain(body: str) -> str:
    """Leave out what the forge changes in a text by itself."""
    return body.replace("\r\n", "\n").rstrip()


def steps(act: Act) -> Iterator[str]:
    """Say in lines what an act does."""
    match act:
        case Leave(why, _):
            yield f"Nothing to do: {why}."
        case Put(wanted, number):
            what = f"update pull request #{number}" if number else "open a pull request"
            yield f"{what} from {wanted.branch}: {wanted.title}"
            for place, text in sorted(wanted.files.items()):
                yield f"  {'delete' if text is None else 'write'} {place}"
        case Ask(wanted):
            yield f"open a pull request from {wanted.branch} as it is: {wanted.title}"
        case Retext(_, number):
            yield f"update the text of pull request #{number}"
        case Close(branch, number):
            yield f"close pull request #{number} and delete {branch}: nothing is left to propose"
        case _:
            assert_never(act)


def carry_out(forge: Forge, seen: Seen, act: Act, *, base: str, base_branch: str) -> str | None:
    """Do it on top of the commit `base`; give the address at which people find it, if it was written.

    Raises:
        ForgeError: the forge did not do as asked. What was done stays, and the next run goes on from there.
    """
    match act:
        case Leave(_, branch):
            _ask_no_more(forge, branch)
            return None
        case Ask(wanted):
            return _open(forge, wanted, base_branch)
        case Put(wanted, number):
            if number is not None:
                _take_approvals_back(forge, number, wanted.content)
            _push(forge, seen, wanted, base)
            if number is not None:
                return _retext(forge, wanted, number)
            return _open(forge, wanted, base_branch)
        case Retext(wanted, number):
            return _retext(forge, wanted, number)
        case Close(branch, number):
            forge.create_comment(number, "Nothing is left to propose here, so this is closed.")
            closed = forge.edit_issue(number, IssueEdit(state=State.CLOSED))
            forge.delete_branch(branch)
            return closed.url
        case _:
            assert_never(act)


def _ask_no_more(forge: Forge, branch: str) -> None:
    """Let nobody be asked any more to open a pull request of a branch that nothing waits on."""
    if branch:
        let_go(forge, (_COMPARE, branch), _NOT_ANY_MORE)


def _take_approvals_back(forge: Forge, number: int, content: str) -> None:
    """Let no approval of another version hold for this one; it goes first, so that none outlives a crash."""
    why = f"This is version {content} now, and your approval was for another one. What moved stands above."
    try:
        for approval in forge.approvals(number):
            forge.dismiss(number, approval, why)
    except ForbiddenError:
        forge.create_comment(
            number,
            f"This is version `{content}` now. Approvals before this comment were for another version: please"
            " look again at what moved, and approve anew.",
        )


def _push(forge: Forge, seen: Seen, wanted: Wanted, base: str) -> None:
    message = f"{wanted.title}{_VERSION}{wanted.content}"
    commit = commit_files(forge, base, wanted.files, message)
    if seen.tip is None:
        forge.create_branch(wanted.branch, commit)
    else:
        forge.move_branch(wanted.branch, commit, force=True)


def _retext(forge: Forge, wanted: Wanted, number: int) -> str:
    return forge.edit_issue(number, IssueEdit(title=wanted.title, body=wanted.body)).url


def _open(forge: Forge, wanted: Wanted, base_branch: str) -> str:
    new = NewPull(wanted.title, wanted.body, head=wanted.branch, base=base_branch)
    try:
        return forge.create_pull(new).url
    except ForbiddenError:
        return _ask_to_open(forge, wanted, base_branch)


def _ask_to_open(forge: Forge, wanted: Wanted, base_branch: str) -> str:
    """Ask people to open what the token may not: one issue for each branch, with the link that does it."""
    link = f"{forge.repository().url}/compare/{base_branch}...{wanted.branch}?expand=1"
    body = (
        "Something waits for a review, and workflows of this repository may not open pull requests.\n\n"
        f"* [Open it with this link]({link}).\n"
        "* To have it done for you from now on: Settings, Actions, General, "
        "'Allow GitHub Actions to create and approve pull requests'."
    )
    return kept_issue(forge, (_COMPARE, wanted.branch), wanted.title, body).url
