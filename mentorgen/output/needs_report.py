"""What needs an organiser today, in words: named lines are theirs, others read how many there are."""

from collections.abc import Iterator

from mentorgen.analysis.figures import figure
from mentorgen.analysis.needs import Need, NeedKind
from mentorgen.analysis.wording import listed
from mentorgen.model.program import Program
from mentorgen.model.said import said
from mentorgen.output.report import Block, Heading, Paragraph, Report, Verbatim

NOTHING = said("Nothing needs you today.")
TITLES = {
    NeedKind.CONCERN: said("Somebody told you that something is wrong"),
    NeedKind.QUESTION: said("Somebody has a question before they answer"),
    NeedKind.FIRST_MEETING: said("They have not met yet, and two nudges went by"),
    NeedKind.CHECK_IN: said("They have not met for long, and two nudges went by"),
    NeedKind.PROPOSE_ENDING: said("Time to propose an ending"),
    NeedKind.PROPOSE_PAUSE: said("Time to propose a pause"),
    NeedKind.ANSWER_PROPOSAL: said("A suggestion lapses unless they answer"),
    NeedKind.APPLICATION: said("They asked to join and wait for your answer"),
    NeedKind.HAND_ON: said("They are not written to in public: hand on a text"),
    NeedKind.WAITING: said("People wait to be matched"),
    NeedKind.CLOSING_SURVEY: said("The last questions have no answer"),
    NeedKind.STUCK: said("A step of theirs is long open"),
}


def needs_report(program: Program, found: tuple[Need, ...]) -> Report:
    """Report what to do, the most urgent first, with the command that helps with each."""
    data = [
        {
            "kind": need.kind.value,
            "about": need.about,
            "people": list(need.people),
            "since": need.since.isoformat(),
            "evidence": list(need.evidence),
            "command": need.command,
        }
        for need in found
    ]
    return Report(tuple(_blocks(program, found)) or (Paragraph(NOTHING),), data)


def needs_totals(found: tuple[Need, ...]) -> Report:
    """Say how much there is to do, for everybody to read: nobody is named, small numbers are not told."""
    number = figure(len(found), over={slug for need in found for slug in need.people}).value
    many = "A few things need" if number is None else f"{number} things need"
    text = f"{many} the organisers. 'mentorgen status --needs-you' says which on their machine."
    return Report((Paragraph(text if found else NOTHING),), {"needs": number})


def _blocks(program: Program, found: tuple[Need, ...]) -> Iterator[Block]:
    last: NeedKind | None = None
    for need in found:
        if need.kind is not last:
            yield Heading(f"{TITLES[need.kind]}")
        last = need.kind
        yield Paragraph(f"{_who(program, need)}. {' '.join(need.evidence)}")
        yield Verbatim(tuple(commands_for(need)))


def commands_for(need: Need) -> Iterator[str]:
    """Give the command to begin with, and the one with which it is done where nothing else tells that."""
    yield need.command
    if need.kind is NeedKind.CONCERN:
        yield f"mentorgen log {need.about} concern-answered --concern {need.since} --private FOLDER"


def _who(program: Program, need: Need) -> str:
    if need.kind is NeedKind.WAITING:
        return next(one.name for one in program.cohorts.values() if one.id == need.about)
    return listed(program.participants[slug].name for slug in need.people)
