"""What a bot answers to a form, and the pull request that it makes of one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never

from mentorgen.analysis.applicants import Queue, Stage
from mentorgen.analysis.wording import counted
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.marks import hidden, hidden_in, mark_of
from mentorgen.output.neutral import neutral

MARK = "intake"
MOST_COMPLAINTS = 20
_EMPTY = "nothing"


@dataclass(frozen=True, slots=True)
class ToMend:
    """Answers that cannot be taken, each with the question's words; nothing was changed."""

    complaints: Sequence[tuple[str, str]]
    pull: int | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A pull request waits for an organiser."""

    pull: int
    new_skills: Sequence[str]


@dataclass(frozen=True, slots=True)
class Unproposed:
    """A branch waits, of which only a person may make a pull request."""

    link: str


@dataclass(frozen=True, slots=True)
class InTheProgram:
    """An organiser said yes, and the person is somewhere on the way."""

    stage: Stage | None


@dataclass(frozen=True, slots=True)
class OneAtATime:
    """The same person asked for the same before, and that is open."""

    older: int


@dataclass(frozen=True, slots=True)
class Written:
    """What was asked for holds by now, without anybody else's word."""

    kind: RequestKind


class Said(StrEnum):
    """Answers that need no more than their words."""

    SAME = "**Nothing to do.** It stands like this in the program already."
    CLOSED = (
        "**Closed.** An organiser closed this without taking it up. It says nothing about you: places are"
        " few and hours do not always meet. Ask here what would help; to apply again, reopen this issue."
    )
    WITHDRAWN = (
        "**Withdrawn.** Nothing of it goes into the program. To apply again, reopen this issue."
    )
    HANDS_OFF = (
        "**In good hands.** An organiser works on it by hand, so what you edit here is no longer taken over"
        " by itself. Tell them below what should be different."
    )
    LATER = (
        "**Received.** Something on our side has to be mended first; the organisers see it. You need not"
        " do anything: once it is mended, an edit here or a word of theirs starts it again."
    )


Outcome: TypeAlias = ToMend | Proposed | Unproposed | InTheProgram | OneAtATime | Written | Said
"""What became of a form."""


def answer_text(outcome: Outcome, queue: Queue | None, written: Mapping[str, str]) -> str:
    """Write the one comment that answers a form; `written` are the marks of files by their places."""
    parts = [_words(outcome)]
    if queue is not None and _waits(outcome):
        parts.append(_queue_text(queue))
    value = ",".join(f"{place}={mark}" for place, mark in sorted(written.items())) or _EMPTY
    return "\n\n".join((*parts, hidden(MARK, value))) + "\n"


def headline(outcome: Outcome) -> str:
    """Give the first words of an answer, which never are anybody else's."""
    return headline_in(_words(outcome)) or ""


def headline_in(comment: str) -> str | None:
    """Read the first words of an answer; None where the text is none of ours."""
    found = re.match(r"\*\*([^*]+?)\.?\*\*", comment)
    return found[1] if found else None


def _waits(outcome: Outcome) -> bool:
    """Tell whether somebody is still on the way, so that it helps to know how many others are."""
    match outcome:
        case Proposed() | Unproposed():
            return True
        case InTheProgram(stage):
            return stage in {Stage.APPLIED, Stage.ACCEPTED, Stage.WAITING}
        case _:
            return False


def written_in(comment: str) -> Mapping[str, str] | None:
    """Read from an answer which files it came to; None where the text is no answer of ours."""
    value = hidden_in(comment, MARK)
    if value is None:
        return None
    entries = (entry.partition("=") for entry in value.split(",") if value != _EMPTY)
    return {place: mark for place, _, mark in entries}


def content_mark(content: bytes) -> str:
    """Shorten a file's content to a mark by which it is known again."""
    return mark_of(content.decode())


_MERGE = "Merge it if you agree; close it with a kind word if not."
_CHECKED = (
    "The whole program was checked with these files before they were pushed, without an error. Checks of"
    " this pull request begin once somebody approves their run, since automation opened it."
)
_UPDATED = (
    "The person can edit their answers until then, and this is updated. As soon as you push to this branch"
    " yourself, the automation leaves it to you."
)


def pull_body(
    number: int, files: Iterable[str], new_skills: Sequence[str], remarks: Sequence[str]
) -> str:
    """Tell organisers what a pull request holds and what they should know; `number` is the issue's."""
    lines = [
        f"Somebody asked for this by the form in #{number}. {_MERGE}",
        "",
        *(f"* `{place}`" for place in files),
        "",
        *_vocabulary(new_skills),
        *(f"> {remark}\n" for remark in remarks),
        _CHECKED,
        "",
        _UPDATED,
        "",
        f"Closes #{number}",
    ]
    return "\n".join(lines) + "\n"


def _vocabulary(new_skills: Sequence[str]) -> Iterator[str]:
    if new_skills:
        named = ", ".join(f"**{neutral(skill)}**" for skill in new_skills)
        yield f"New for the list of skills: {named}. If the list has another word for it, make this an alias."
        yield ""


def _words(outcome: Outcome) -> str:
    match outcome:
        case ToMend():
            words = "\n".join(_mending(outcome))
        case Proposed(pull, new_skills):
            words = "\n".join(_proposed(pull, new_skills))
        case Unproposed(link):
            words = (
                "**Received.** Your answers are complete and wait for an organiser. You need not do anything."
                f"\n\nFor organisers: automation may not open pull requests here. [Open it yourself]({link}), and"
                " allow it in the repository's settings under *Actions*, *General*."
            )
        case InTheProgram(stage):
            words = _STAGES[stage]
        case OneAtATime(older):
            words = (
                f"**One at a time.** You asked for the same in #{older}, which is open. Edit that one, or close it"
                " and then edit this one."
            )
        case Written(kind):
            words = f"**Done.** {_WRITTEN.get(kind, _SIMPLY_WRITTEN)}"
        case Said():
            words = outcome.value
        case _:
            assert_never(outcome)
    return words


def _mending(outcome: ToMend) -> Iterator[str]:
    yield "**Almost there.** A few answers cannot be taken as they are:"
    yield ""
    for question, message in outcome.complaints[:MOST_COMPLAINTS]:
        said = neutral(message)
        yield (
            f"* **{neutral(question)}**: {said}" if question else f"* {said[:1].upper()}{said[1:]}"
        )
    more = len(outcome.complaints) - MOST_COMPLAINTS
    if more > 0:
        yield f"* … and {counted(more, 'more thing')} of the same kind."
    yield ""
    yield (
        "Edit your text above (the menu with three dots, then *Edit*) and save; it is read again at once. A"
        " question that you need not answer can say `_No response_`."
    )
    if outcome.pull is not None:
        yield f"Until then #{outcome.pull} stays as it was."


def _proposed(pull: int, new_skills: Sequence[str]) -> Iterator[str]:
    yield (
        f"**Received.** Thank you! Your answers are complete and wait for an organiser in #{pull}. You need not"
        " do anything; if you edit your text above, it is taken over."
    )
    if new_skills:
        named = ", ".join(neutral(skill) for skill in new_skills)
        yield ""
        yield f"New to our list of skills: {named}. That is fine; an organiser adds it or finds our word for it."


_WRITTEN: Mapping[RequestKind, str] = {
    RequestKind.EDIT: "Your record says so now, and your page follows in a few minutes.",
    RequestKind.PAUSE: (
        "Your break is written down. Until its day nothing is expected of you and nobody writes to you; then it goes"
        " on by itself."
    ),
    RequestKind.LEAVE: (
        "You have left the program. Thank you for the time that you gave! Was it a mistake, or would you like to come"
        " back one day? Write to the organisers; the door is open."
    ),
    RequestKind.MEETING: "Your meeting is written down. Something wrong? Edit your text above, and it is read again.",
    RequestKind.GOAL: (
        "Your goal is written down. Good luck with the first step! Something wrong? Edit your text above, and it is"
        " read again."
    ),
    RequestKind.ASK: (
        "Your wish is written down and counts when pairs are suggested. They may still say no, and you may ask for"
        " somebody else."
    ),
    RequestKind.BOOK: (
        "The time is yours. Another one would suit you better? Edit your text above, and this one is free again."
    ),
}
_SIMPLY_WRITTEN = "It is written down. Something wrong? Edit your text above, and it is read again."


_STAGES: Mapping[Stage | None, str] = {
    None: "**Done.** An organiser took it over.",
    Stage.APPLIED: "**Received.** Your record is in the program, and an organiser looks at your application.",
    Stage.ACCEPTED: "**Accepted.** Welcome, you are in the program! As soon as somebody fits, both of you are asked.",
    Stage.WAITING: (
        "**Waiting for a match.** Welcome, you are in the program! We look for somebody who fits, and as soon as"
        " there is somebody, both of you are asked. You need not do anything until then."
    ),
    Stage.SUGGESTED: (
        "**Suggested.** There is somebody who may fit you well. Both of you are asked in a place of your own, and"
        " each of you can say no."
    ),
    Stage.MATCHED: (
        "**Matched.** You found each other; have a good time together! When something about you changes, there is a"
        " form for it."
    ),
    Stage.CLOSED: Said.CLOSED.value,
    Stage.WITHDRAWN: Said.WITHDRAWN.value,
    Stage.LEFT: "**You have left the program.** To come back, write to the organisers; the door is open.",
}


def _queue_text(queue: Queue) -> str:
    """Say how many wait and for how long; of few people no number is told."""
    waiting, days = queue.waiting.value, queue.usual_days.value
    if waiting is None:
        length = "Few people wait for a mentor now."
    elif waiting == 0:
        length = "Nobody waits for a mentor now."
    else:
        length = f"{counted(waiting, 'person')} wait for a mentor now.".replace("persons", "people")
    usual = f" It usually took {counted(days, 'day')} until somebody was found." if days else ""
    return f"{length}{usual}"
