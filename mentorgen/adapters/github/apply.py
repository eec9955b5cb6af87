"""The only writer of reminders: intents into the journal first, then each post once, then what came of it.

A run that dies at any point leaves a journal from which the next one goes on: what it meant to send
counts as sent until it has not been seen for 47 hours.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from mentorgen.adapters.github.forge import (
    Comment,
    ForbiddenError,
    ForgeError,
    GoneError,
    Issue,
    IssueEdit,
    NewIssue,
    NotFoundError,
    RefusedError,
    State,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.journal import (
    Block,
    Entry,
    Fate,
    Journal,
    block_text,
    journal_text,
    space_for,
)
from mentorgen.adapters.github.plan import (
    AddComment,
    Change,
    CloseIssue,
    OpenIssue,
    Plan,
    Post,
    Rewrite,
)
from mentorgen.adapters.github.read import UNSEEN_FOR, Seen, StaleReadError, read_journal
from mentorgen.adapters.github.turns import (
    STOPS_WRITING,
    NotOurTurnError,
    Turn,
    clear,
    refuse_while_taken,
    take,
)
from mentorgen.adapters.github.writing import (
    SECONDS_BETWEEN_WRITES,
    Outcome,
    World,
    patiently,
    surely,
)
from mentorgen.output.github.dashboard import DASHBOARD_TITLE
from mentorgen.output.github.marks import hidden_in


def begin(world: World, seen: Seen, plan: Plan) -> Outcome:
    """Make the dashboard, in the very first run; nothing else is written in it.

    Raises:
        NotOurTurnError: another run is at it.
        ForgeError: nobody knows whether the dashboard is there; the next run finds out.
    """
    journal = replace(plan.journal, run=seen.last_run + 1, done=True)
    if any(world.now() - turn.since < UNSEEN_FOR for turn in seen.turns):
        raise StaleReadError(
            "The dashboard was begun less than two days ago and is not in GitHub's list of issues. "
            "Nothing was written; run again later."
        )
    take(world.forge, Turn(journal.run, 0, world.now(), world.word))
    new = NewIssue(DASHBOARD_TITLE, _body(plan, journal))
    return Outcome(dashboard=patiently(world, lambda: world.forge.create_issue(new)).number)


def apply(world: World, seen: Seen, plan: Plan) -> Outcome:
    """Do exactly what the plan says, as far as it can be done, and write down what came of it.

    Raises:
        NotOurTurnError: another run writes, or wrote since the plan was made; nothing was sent.
        ForgeError: the run had to stop; what it knows by then is written down.
    """
    if seen.dashboard is None:
        return begin(world, seen, plan)
    return _Run(world, seen, plan, seen.dashboard).whole()


class _Run:
    """One run of the writer, from taking its turn to giving it back."""

    def __init__(self, world: World, seen: Seen, plan: Plan, dashboard: Issue) -> None:
        self._world = world
        self._forge = world.forge
        self._seen = seen
        self._plan = plan
        self._outcome = Outcome(dashboard=dashboard.number)
        self._began = world.now()
        refuse_while_taken(
            seen.turns,
            run=seen.journal.run,
            open_since=None if seen.journal.done else dashboard.updated_at,
            now=self._began,
        )
        self._turn = Turn(seen.last_run + 1, dashboard.number, self._began, world.word)
        self._journal = replace(plan.journal, run=self._turn.run, done=False)
        self._written = {block.comment: block for block in seen.journal.blocks}

    def whole(self) -> Outcome:
        """Take the turn, note the intents, send, note what came of it."""
        take(self._forge, self._turn)
        self._refuse_change()
        self._make_room()
        self._note_intents()
        stopped = self._stopped_by(self._send)
        self._journal = replace(self._journal, done=True)
        self._note()
        clear(self._forge, self._seen.turns, but=self._turn)
        if stopped is not None:
            raise stopped
        return self._outcome

    def _refuse_change(self) -> None:
        """Stop where the journal is not the one that the plan rests on; it is whose turn it was."""
        _, journal = read_journal(self._forge, self._seen.me, self._outcome.dashboard)
        if journal != self._seen.journal:
            self._forge.delete_label(self._turn.label.name)
            raise NotOurTurnError("Another run wrote meanwhile; nothing was sent. Run again.")

    def _make_room(self) -> None:
        """Add an empty part to the journal where it is nearly full."""
        if self._journal.room >= space_for(self._plan.posts):
            return
        text = _block_body(Block())
        comment = patiently(
            self._world, lambda: self._forge.create_comment(self._outcome.dashboard, text)
        )
        block = Block(comment.id)
        self._written[comment.id] = block
        self._journal = replace(self._journal, blocks=(*self._journal.blocks, block))

    def _note_intents(self) -> None:
        at = self._world.now()
        self._journal = self._journal.with_entries(
            Entry(
                mark=post.mark,
                fate=Fate.INTENDED,
                at=at,
                number=post.number if isinstance(post, AddComment) else 0,
                whom=post.whom,
            )
            for post in self._plan.posts
        )
        if self._plan.posts:
            self._note()

    def _send(self) -> None:
        """Send each post once, and then make the changes; the first error that concerns all ends it."""
        waiting = [*self._plan.posts]
        try:
            while waiting and self._has_time:
                self._world.pause(SECONDS_BETWEEN_WRITES)
                self._post(waiting[0])
                waiting.pop(0)
        finally:
            self._outcome.not_tried = [post.mark for post in waiting]
        for change in self._plan.changes:
            if self._has_time:
                self._world.pause(SECONDS_BETWEEN_WRITES)
                self._change(change)

    @property
    def _has_time(self) -> bool:
        return self._world.now() - self._began < STOPS_WRITING

    def _post(self, post: Post) -> None:
        """Send one post and keep in mind what came of it."""
        if not self._world.fits(post):
            self._outcome.left_out.append(post.mark)
            self._journal = self._journal.without([post.mark])
            return
        try:
            entry = self._sent(post)
        except UnknownOutcomeError:
            self._outcome.unknown.append(post.mark)
        except (RefusedError, NotFoundError) as error:
            if isinstance(error, GoneError) and isinstance(post, OpenIssue):
                raise
            self._outcome.refused.append(post.mark)
            self._journal = self._journal.without([post.mark])
        else:
            self._outcome.sent.append(post.mark)
            self._journal = self._journal.with_entries([entry])

    def _sent(self, post: Post) -> Entry:
        """Send, and look whether the answer is about what was sent."""
        at = self._world.now()
        match post:
            case OpenIssue(mark, title, body, whom, labels):
                new = NewIssue(title, body, labels)
                issue = patiently(self._world, lambda: self._forge.create_issue(new))
                self._verify(issue, mark)
                return Entry(mark, Fate.SENT, at, issue.number, 0, whom)
            case AddComment(mark, number, body, whom):
                comment = patiently(self._world, lambda: self._forge.create_comment(number, body))
                self._verify(comment, mark)
                return Entry(mark, Fate.SENT, at, number, comment.id, whom)
            case _:
                assert_never(post)

    def _verify(self, answer: Issue | Comment, mark: str) -> None:
        """Look whether an answer is about what was sent, and whether the bot sent it.

        Raises:
            UnknownOutcomeError: it is about something else.
            ForbiddenError: the token writes as somebody whose words do not count; what is sent stays
                as it is and is not sent again.
        """
        if hidden_in(answer.body, "key") != mark:
            raise UnknownOutcomeError("GitHub answered with something else than what was sent.")
        if answer.author.id != self._seen.me.id:
            number = answer.number if isinstance(answer, Issue) else 0
            left = Entry(mark, Fate.LEFT, self._world.now(), number)
            self._journal = self._journal.with_entries([left])
            raise ForbiddenError(
                f"The token writes as {answer.author.login}, and reminders are sent by "
                f"{self._seen.me.login}. Use the token of {self._seen.me.login}."
            )

    def _change(self, change: Change) -> None:
        match change:
            case Rewrite(number, title, body):
                edit = IssueEdit(title=title, body=body)
            case CloseIssue(number, body):
                edit = IssueEdit(body=body, state=State.CLOSED)
            case _:
                assert_never(change)
        try:
            patiently(self._world, lambda: self._forge.edit_issue(number, edit))
        except (UnknownOutcomeError, NotFoundError, RefusedError):
            return  # the next run plans it again where it is not done
        self._outcome.changed.append(number)
        if isinstance(change, CloseIssue):
            closed = (one for one in self._journal.entries.values() if one.number == number)
            left = [replace(one, fate=Fate.LEFT) for one in closed]
            self._journal = self._journal.with_entries(left)

    def _stopped_by(self, act: Callable[[], None]) -> ForgeError | None:
        """Act, and give the error that ended it; what was not tried is no intent any more."""
        stopped: ForgeError | None = None
        try:
            act()
        except ForgeError as error:
            stopped = error
        entries = self._journal.entries
        open_still = (mark for mark in self._outcome.not_tried if mark in entries)
        intents = [mark for mark in open_still if entries[mark].fate is Fate.INTENDED]
        self._journal = self._journal.without(intents)
        return stopped

    def _note(self) -> None:
        """Write the journal, the comments first and the dashboard last.

        Raises:
            ForgeError: nobody knows whether it is written.
        """
        for block in self._journal.blocks[1:]:
            if block != self._written[block.comment]:
                self._note_block(block)
        body = _body(self._plan, self._journal)
        number = self._outcome.dashboard
        surely(
            self._world,
            lambda: self._forge.edit_issue(number, IssueEdit(body=body)).body,
            lambda: self._forge.issue(number).body,
            body,
        )

    def _note_block(self, block: Block) -> None:
        text = _block_body(block)
        surely(
            self._world,
            lambda: self._forge.edit_comment(block.comment, text).body,
            lambda: self._forge.comment(block.comment).body,
            text,
        )
        self._written[block.comment] = block


def _block_body(block: Block) -> str:
    return f"This comment belongs to the journal above.\n\n{block_text(block)}\n"


def _body(plan: Plan, journal: Journal) -> str:
    return f"{plan.dashboard}\n{journal_text(journal)}\n"
