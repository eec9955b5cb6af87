"""What a form asks of the program, and what comes of it: files, or a sentence why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorgen.adapters.github.forge import Author
from mentorgen.analysis.consent import consents
from mentorgen.errors import MentorgenError
from mentorgen.loading.edits import Edit, edited
from mentorgen.loading.forms import Filled
from mentorgen.loading.spelling import shown
from mentorgen.loading.text import MOST_BYTES
from mentorgen.model.ids import Kind, Slug
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.words import Reviewed

NEW_RECORD = b"schema: 1\n"
"""What every YAML record begins with."""


class AnswerError(MentorgenError):
    """Something in a form cannot be done; `question` is the id of the question that it is about."""

    def __init__(self, question: str, message: str) -> None:
        super().__init__(message)
        self.question = question


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form with everything that is needed to fulfil it.

    `asked_on` is the day on which the form was sent, and stays the same however often it is edited:
    a day of today would make a change of every run. `written` are the files that came of the same
    form before.
    """

    filled: Filled
    number: int
    author: Author
    asked_on: date
    program: Program
    root: Path
    written: tuple[str, ...] = ()

    def me(self) -> Participant:
        """Find the author's own record by the number of their account.

        Raises:
            AnswerError: they have none.
        """
        person = person_of(self.program, self.author.id)
        if person is None:
            raise AnswerError(
                "",
                "nobody in the program has your account. If you are in it, ask the organisers to add"
                f" 'github_id: {self.author.id}' to your record; else join by a form first.",
            )
        return person

    def content(self, place: str) -> bytes:
        """Read a record as it is now, or the beginning of a new one."""
        file = self.root / place
        if not file.is_file() or file.is_symlink():
            return NEW_RECORD
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)

    def edited(self, kind: Kind, place: str, *edits: Edit, content: bytes | None = None) -> bytes:
        """Change a record at its places; `content` where it is not the one that lies there."""
        before = self.content(place) if content is None else content
        return edited(before, edits, kind=kind)

    def day(self, question: str) -> date | None:
        """Read a day, as the files write it."""
        text = self.filled.text(question)
        try:
            found = date.fromisoformat(text) if text else None
        except ValueError:
            found = None
        if text and (found is None or found.isoformat() != text):
            raise AnswerError(question, f"{shown(text)} is no day such as 2026-11-20.")
        return found

    def number_in(self, question: str) -> int | None:
        """Read a whole number."""
        text = self.filled.text(question)
        if text and not (text.isascii() and text.isdigit() and len(text) < 5):  # noqa: PLR2004
            raise AnswerError(question, f"{shown(text)} is no whole number such as 45.")
        return int(text) if text else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a form comes to: whole files by their places, and what an organiser should know.

    `what` says it in a few words of ours and in ids, for a title.
    """

    what: str
    files: Mapping[str, bytes]
    review: Reviewed
    new_skills: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    """Places of what came of the same form before and does not any more."""

    @property
    def texts(self) -> Mapping[str, str | None]:
        """The text of every file by its place; None for one that goes."""
        here = {place: content.decode() for place, content in self.files.items()}
        return {**here, **dict.fromkeys(self.gone)}


def person_of(program: Program, account: int) -> Participant | None:
    """Find somebody by the number of their account: a login can change hands."""
    people = program.participants.values()
    return next((person for person in people if person.github_id == account), None)


def is_seen(asked: Asked, slug: Slug) -> bool:
    """Tell whether somebody is seen in public: nobody else is told of."""
    person = asked.program.participants.get(slug)
    settings = asked.program.settings
    return person is not None and consents(person, settings, today=asked.asked_on)
