"""What is to be done about a form: decided from what is there, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from mentorgen.adapters.github.forge import Forge, State
from mentorgen.adapters.github.intake.asked import Asked, Wanted, person_of
from mentorgen.adapters.github.intake.observing import Observed
from mentorgen.adapters.github.intake.wanted import waits_for_review, wanted_by
from mentorgen.analysis.applicants import Queue, queue, stage_of
from mentorgen.analysis.consent import agreed
from mentorgen.loading.layout import spot_of
from mentorgen.model.ids import Kind
from mentorgen.model.program import Program
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.intake import (
    InTheProgram,
    OneAtATime,
    Outcome,
    Proposed,
    Said,
    ToMend,
    Written,
    content_mark,
)

_WHOLE = frozenset({Kind.MEETING, Kind.GOAL})
"""Records that a form writes as a whole: what somebody else wrote there since would be lost."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The program that a form is about, on a day."""

    root: Path
    program: Program
    today: date
    newest_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What to write, if anything, and how to answer; the files at `places` go to main at once or to a branch.

    Of an outcome that hangs on how the writing goes, this is the one that is hoped for.
    """

    outcome: Outcome
    wanted: Wanted | None = None
    places: Sequence[str] = ()
    at_once: bool = False
    pull_state: State | None = None
    new_pull: bool = True
    closes_issue: bool = False
    queue: Queue | None = None


def decide(
    forge: Forge, seen: Observed, ground: Ground, *, action: str, by_author: bool
) -> Decision:
    """Decide what to do about a form.

    `action` is what happened to the issue, such as edited; `by_author` whether its author did it.
    """
    settled = _settled(seen, ground, action=action, by_author=by_author)
    if settled is not None:
        return settled
    asked = _asked(seen, ground)
    wanted = wanted_by(asked, newest_day=ground.newest_day)
    if not isinstance(wanted, Wanted):
        open_pull = seen.pull.number if seen.pull and seen.pull.state is State.OPEN else None
        complaints = [(one.question, one.message) for one in wanted]
        return Decision(outcome=ToMend(complaints, open_pull))
    changed = [
        place
        for place, text in wanted.texts.items()
        if text is None or asked.content(place) != text.encode()
    ]
    if waits_for_review(asked, wanted):
        return _review(forge, seen, ground, wanted)
    overwritten = _overwritten(asked, seen, changed)
    if overwritten:
        return Decision(outcome=overwritten)
    written = Written(seen.filled.template.kind)
    if not changed:
        return Decision(outcome=written if seen.written else Said.SAME, closes_issue=True)
    return Decision(outcome=written, wanted=wanted, places=changed, at_once=True, closes_issue=True)


def is_pushed(forge: Forge, seen: Observed, wanted: Wanted) -> bool:
    """Tell whether the branch holds what came of the form, and nothing from an earlier version of it."""
    head = seen.head
    return (
        head is not None
        and set(seen.written) == set(wanted.files)
        and all(forge.file(place, head) == text for place, text in wanted.texts.items())
    )


def _settled(seen: Observed, ground: Ground, *, action: str, by_author: bool) -> Decision | None:
    """Decide what does not hang on the answers."""
    pull = seen.pull
    if pull is not None and pull.is_merged:
        person = person_of(ground.program, seen.issue.author.id)
        joined = seen.filled.template.kind in _JOINING and person is not None
        stage = (
            stage_of(ground.program, person.slug, today=ground.today) if joined and person else None
        )
        return Decision(outcome=InTheProgram(stage), queue=_queue(seen, ground))
    if action == "closed":
        return _closed(seen, by_author=by_author)
    if pull is not None and pull.state is State.CLOSED and action != "reopened":
        return Decision(outcome=Said.CLOSED)
    if seen.older is not None:
        return Decision(outcome=OneAtATime(seen.older))
    if not seen.is_ours:
        return Decision(outcome=Said.HANDS_OFF)
    return None


def _closed(seen: Observed, *, by_author: bool) -> Decision:
    """Let the pull request go with the issue; what is written down already stays."""
    pull = seen.pull
    if pull is None and seen.written:
        return Decision(outcome=Written(seen.filled.template.kind))
    is_open = pull is not None and pull.state is State.OPEN
    return Decision(
        outcome=Said.WITHDRAWN if by_author else Said.CLOSED,
        pull_state=State.CLOSED if is_open else None,
    )


def _review(forge: Forge, seen: Observed, ground: Ground, wanted: Wanted) -> Decision:
    """Propose the files, unless the branch holds them already."""
    pull = seen.pull
    is_lost = pull is not None and pull.state is State.CLOSED and seen.head is None
    return Decision(
        outcome=Proposed(pull.number if pull else 0, wanted.new_skills),
        wanted=wanted,
        places=() if is_pushed(forge, seen, wanted) else [*wanted.texts],
        pull_state=State.OPEN if pull and pull.state is State.CLOSED and not is_lost else None,
        new_pull=pull is None or is_lost,
        queue=_queue(seen, ground),
    )


def _asked(seen: Observed, ground: Ground) -> Asked:
    zone = ZoneInfo(ground.program.settings.timezone)
    return Asked(
        filled=seen.filled,
        number=seen.issue.number,
        author=seen.issue.author,
        asked_on=seen.issue.created_at.astimezone(zone).date(),
        program=ground.program,
        root=ground.root,
        written=tuple(seen.written),
    )


def _overwritten(asked: Asked, seen: Observed, changed: Sequence[str]) -> ToMend | None:
    """Refuse to write over what somebody else wrote into a record since it came of this form."""
    for place in changed:
        spot, mark = spot_of(place), seen.written.get(place)
        if (
            spot
            and mark
            and spot.shelf.kind in _WHOLE
            and content_mark(asked.content(place)) != mark
        ):
            message = "somebody changed what came of this form since; change it there, or ask an organiser."
            return ToMend([("", message)], None)
    return None


def _queue(seen: Observed, ground: Ground) -> Queue | None:
    """Count who waits, for those who do."""
    if seen.filled.template.kind is not RequestKind.JOIN_AS_MENTEE:
        return None
    return queue(agreed(ground.program, today=ground.today), today=ground.today)


_JOINING = frozenset({RequestKind.JOIN_AS_MENTOR, RequestKind.JOIN_AS_MENTEE})
