"""Who wrote a comment, and what it is about: told by numbers of accounts and by marks of our own."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from mentorgen.adapters.github.event import Event
from mentorgen.adapters.github.forge import Author, Comment, Issue
from mentorgen.analysis.facts import facts_until
from mentorgen.loading.comment_lines import own_lines
from mentorgen.model.facts import Left
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.output.github.marks import hidden_in
from mentorgen.output.github.proposals import read_note


@dataclass(frozen=True, slots=True)
class Heard:
    """A comment on something that the bot wrote, by its marks: about a pair, a person or a proposal."""

    issue: Issue
    comment: Comment
    pair: PairId | None
    person: Slug | None
    is_proposal: bool = False

    @property
    def about(self) -> str:
        """The id that says what it is about."""
        return self.pair or self.person or ""

    def day(self, program: Program) -> date:
        """Give the day on which it was written, where the program is."""
        return self.comment.created_at.astimezone(ZoneInfo(program.settings.timezone)).date()


def hear(event: Event, me: Author) -> Heard | None:
    """Tell what a new comment is about; None where it is nothing of ours, or nobody's.

    Anybody can copy a mark, so it counts only in what `me` wrote.
    """
    issue, comment = event.issue, event.comment
    if issue is None or comment is None or issue.author.id != me.id:
        return None
    pair, person = (hidden_in(issue.body, kind) for kind in ("pair", "person"))
    is_proposal = issue.is_pull and read_note(issue.body) is not None
    if not (pair or person or is_proposal):
        return None
    return Heard(
        issue=issue,
        comment=comment,
        pair=PairId(pair) if pair else None,
        person=Slug(person) if person and not pair else None,
        is_proposal=is_proposal,
    )


def has_command(event: Event) -> bool:
    """Tell whether somebody wrote a line that may be a command: most comments hold none."""
    comment = event.comment
    if event.action != "created" or comment is None or comment.author.is_bot:
        return False
    return any(own_lines(comment.body))


def unnumbered(program: Program, author: Author) -> Participant | None:
    """Find whom an account's name belongs to where no number stands in the record."""
    login = author.login.casefold()
    people = program.participants.values()
    return next(
        (one for one in people if one.github_id is None and (one.github or "").casefold() == login),
        None,
    )


def belongs(program: Program, heard: Heard, slug: Slug) -> bool:
    """Tell whether something is somebody's to speak about: their pair's, as long as they are in it, or their own."""
    if heard.person:
        return slug == heard.person
    pair = program.pairs.get(heard.pair) if heard.pair else None
    if pair is None or slug not in pair.everyone:
        return False
    facts = facts_until(program.pair_facts[pair.id], date.max)
    return not any(isinstance(fact, Left) and fact.by == slug for fact in facts)
