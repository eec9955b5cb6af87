"""What comes of a comment: tried in a copy of the program, so that nothing changes before all is known."""

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from mentorgen.adapters.cli.commenting.hearing import Heard, belongs
from mentorgen.adapters.cli.commenting.obeying import Ground, obey, review_of
from mentorgen.adapters.cli.scope import Scope
from mentorgen.analysis.consent import agreed
from mentorgen.errors import CannotEditError, WrongUsageError
from mentorgen.loading.files import PARTS
from mentorgen.model.comments import Command, End, Meet, Met, Take, Word, word_of
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.output.github.answers import Failure

Texts = Mapping[str, str | None]
"""Files by their places; None where there is none."""
_PLACE = re.compile(r"^(?:program|training)/\S+: ", re.MULTILINE)
"""What a check puts before its sentences: people who never saw the files have no use for it."""
_NOT_IN_PUBLIC = (
    "Not everybody of this pair agreed to be read of here, so its meetings are not written down. You are fine as"
    " you are; tell an organiser in private instead."
)


@dataclass(frozen=True, slots=True)
class Share:
    """What came of some of the commands: the words of those that were followed, and the files that changed."""

    words: tuple[Word, ...] = ()
    texts: Texts = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    asks_ending: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of a comment: one share is written at once, one waits for an organiser and stands on top of it.

    `before` is what the files held that change.
    """

    at_once: Share
    for_review: Share
    before: Texts

    @property
    def failures(self) -> tuple[Failure, ...]:
        """All commands that were not followed."""
        return (*self.at_once.failures, *self.for_review.failures)

    @property
    def asks_ending(self) -> bool:
        """Whether somebody is to be asked how a pair ended."""
        return self.at_once.asks_ending or self.for_review.asks_ending

    @property
    def done(self) -> int:
        """How many commands were followed."""
        return len(self.at_once.words) + len(self.for_review.words)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who wrote a comment, and the program as they find it; `was_asked` how their pair ended."""

    slug: Slug
    program: Program
    was_asked: bool = False

    @property
    def organises(self) -> bool:
        """Tell whether it is an organiser, who may act for everybody."""
        return self.slug in self.program.settings.coordinators


def follow(
    scope: Scope, heard: Heard, speaker: Speaker, commands: Iterable[Command], newer: Texts
) -> Followed:
    """Follow commands in a copy of the program over which `newer` files are laid."""
    policy = speaker.program.settings.review
    reviewed = [one for one in commands if review_of(one.wish) in policy]
    direct = [one for one in commands if one not in reviewed]
    with _copy(scope, newer) as copied:
        at_once = _share(copied, heard, speaker, direct)
        for_review = _share(copied, heard, speaker, reviewed)
    changed = sorted({*at_once.texts, *for_review.texts})
    before = {place: _text(scope, place) for place in changed}
    return Followed(
        at_once, for_review, {**before, **{one: newer[one] for one in changed if one in newer}}
    )


@contextmanager
def _copy(scope: Scope, newer: Texts) -> Iterator[Scope]:
    with tempfile.TemporaryDirectory(prefix="mentorgen-") as folder:
        root = Path(folder)
        for part in PARTS:
            if (scope.root / part).is_dir():
                shutil.copytree(scope.root / part, root / part, symlinks=True)
        for place, text in newer.items():
            file = root / place
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(text.encode())
        yield Scope(root=root, private=None, day=scope.day, format=scope.format)


def _share(scope: Scope, heard: Heard, speaker: Speaker, commands: Iterable[Command]) -> Share:
    share = Share()
    for command in commands:
        try:
            share = _more(scope, heard, speaker, command, share)
        except (WrongUsageError, CannotEditError) as error:
            failure = Failure(command, _PLACE.sub("", str(error)))
            share = replace(share, failures=(*share.failures, failure))
    return share


def _more(scope: Scope, heard: Heard, speaker: Speaker, command: Command, share: Share) -> Share:
    """Follow one more command.

    Raises:
        WrongUsageError: it makes no sense, or is not this person's to say.
    """
    wish = command.wish
    by = _in_whose_name(heard, speaker, command)
    if isinstance(wish, End) and wish.outcome is None and not speaker.was_asked:
        return replace(share, asks_ending=True)
    on = heard.day(speaker.program)
    if isinstance(wish, Met | Take | Meet) and not _may_be_noted(heard, speaker.program, on):
        raise WrongUsageError(_NOT_IN_PUBLIC)
    ground = Ground(scope, heard.pair, heard.person, on)
    changed = {place: _text(scope, place) for place in obey(ground, wish, by)}
    return replace(share, words=(*share.words, word_of(wish)), texts={**share.texts, **changed})


def _may_be_noted(heard: Heard, program: Program, on: date) -> bool:
    """Tell whether everybody of a pair agreed that something of them may be read."""
    return heard.pair is None or heard.pair in agreed(program, today=on).pairs


def _in_whose_name(heard: Heard, speaker: Speaker, command: Command) -> Slug:
    """Tell for whom somebody speaks.

    Raises:
        WrongUsageError: they may not.
    """
    named = Slug(command.person) if command.person else speaker.slug
    if named != speaker.slug and not speaker.organises:
        raise WrongUsageError("Only organisers write for somebody else.")
    if belongs(speaker.program, heard, named):
        return named
    if named == speaker.slug and speaker.organises:
        return named
    if named == speaker.slug:
        raise WrongUsageError("Only those whom this is about, and organisers, can write this here.")
    raise WrongUsageError(f"'{named}' is none of those whom this is about.")


def _text(scope: Scope, place: str) -> str | None:
    file = scope.root / place
    return file.read_bytes().decode() if file.exists() else None
