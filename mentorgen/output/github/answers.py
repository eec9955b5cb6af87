"""What a bot answers to commands in a comment: only what went wrong, was asked, or waits for somebody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentorgen.analysis.wording import listed
from mentorgen.model.comments import FORMS, Command, Misunderstood, WhatIf, Word, Worded, word_of
from mentorgen.model.ids import CohortId
from mentorgen.output.github.marks import hidden
from mentorgen.output.neutral import neutral, one_line

ANSWER = "answer"
"""The kind of the hidden line that names the comment which is answered."""
ENDING = "ending"
"""The kind of the hidden line below the question how a pair ended."""
LONGEST_LINE = 80

LATER = """\
Thank you. Something on our side has to be mended first, so nothing was written down; the organisers see it.
Please write the same once more in a day or two.
"""
PLACE_IS_CLOSED = """\
Thank you. This place is closed, and nothing is written down here any more; tell an organiser in private instead.
"""
PROPOSED_ANEW = "The proposal keeps to it from now on; what moved stands at its top."
HOW_DID_IT_END = """\
Thank you for the time that you gave each other. Before it is written down: how did it end? Answer with whichever fits;
none is anybody's fault, and no reason is asked for here.

* `/end completed`: you did what you meant to do
* `/end changed`: you go on in another way, or with somebody else
* `/end stopped`: it is over before its time

Writing `/end` once more is enough too.
"""
UNKNOWN_NUMBER = """\
Your account's name stands in the program, and its number does not, so nothing was written down: a name can change
hands, a number cannot. An organiser adds it to your record as `github_id: {number}`; then write the same once more.
"""


@dataclass(frozen=True, slots=True)
class Failure:
    """A command that was not followed, and why, in whole sentences."""

    command: Command
    why: str


def failure_text(failures: Sequence[Failure], *, done: int) -> str:
    """Answer commands that were not followed, each with its right form; `done` others were."""
    lines = ["This could not be done:", ""]
    lines += [
        f"* {_quoted(one.command)}: {neutral(one.why)}{_right(one.command)}" for one in failures
    ]
    if done:
        others = "Your other command was" if done == 1 else f"Your {done} other commands were"
        lines += [
            "",
            f"{others} followed; there is no need to repeat {'it' if done == 1 else 'them'}.",
        ]
    return "\n".join(lines)


def ending_question() -> str:
    """Ask once how a pair ended."""
    return f"{HOW_DID_IT_END}\n{hidden(ENDING, 'asked')}"


def organisers_called(logins: Sequence[str], *, link: str) -> str:
    """Call the organisers to somebody's question, which stands in the comment at the link."""
    called = listed(f"@{login}" for login in logins) if logins else "Organisers"
    return f"{called}: there is [a question for you]({link}). Whoever knows, answers here."


def on_own_machine(cohort: CohortId, asked: WhatIf) -> str:
    """Send an organiser to their own machine: the answer names people, and others read along."""
    return (
        "What it means for everybody names people, so it is told on your own machine only:\n\n"
        f"    {_on_own_machine(cohort, asked)}"
    )


def why_on_own_machine(cohort: CohortId, asked: WhatIf) -> str:
    """Tell that something cannot be done, and where the reason can be read that others must not read."""
    return (
        "A rule, or what was asked for before, stands against it, so the proposal stays as it is. On your own"
        f" machine '{_on_own_machine(cohort, asked)}' says what."
    )


def _on_own_machine(cohort: CohortId, asked: WhatIf) -> str:
    return f"mentorgen match {cohort} --{asked.word} {asked.first} {asked.second}"


def number_text(number: int) -> str:
    """Tell somebody why they are not known."""
    return UNKNOWN_NUMBER.format(number=number)


def unproposed_text(link: str) -> str:
    """Tell organisers that a branch waits of which only a person may make a pull request."""
    return (
        "That is noted and waits for an organiser.\n\nFor organisers: automation may not open pull requests"
        f" here. [Open it yourself]({link}), and allow it in the repository's settings under *Actions*, *General*."
    )


def one_answer(parts: Iterable[str], comment: int) -> str:
    """Put what there is to say into one comment that names the comment it answers."""
    return "\n\n".join((*(part.strip() for part in parts), hidden(ANSWER, str(comment)))) + "\n"


def pull_title(about: str, words: Iterable[Word]) -> str:
    """Name the pull request of commands that an organiser looks at first."""
    return f"{about}: {', '.join(dict.fromkeys(words))}"


def pull_body(*, by: str, number: int, link: str, places: Iterable[str]) -> str:
    """Say where a pull request of commands comes from; `number` is the issue's."""
    files = "\n".join(f"* `{place}`" for place in places)
    return (
        f"`{by}` asked for this in [a comment]({link}) on #{number}. Merge it if you agree; close it with a kind"
        f" word if not.\n\n{files}\n\nThe whole program was checked with these files before they were pushed, without"
        " an error. Checks of this pull request begin once somebody approves their run, since automation opened it.\n"
    )


def commit_message(about: str, words: Iterable[Word], *, by: str, number: int) -> str:
    """Say what commands changed, in ids and words of ours."""
    return f"{pull_title(about, words)}\n\nBy {by}, in a comment on #{number}"


def _quoted(command: Command) -> str:
    """Show what was typed, so short that nobody can make the bot speak at length.

    Of one's own words nothing is said again: they may hold what must not be public.
    """
    own_words = isinstance(command.wish, Worded)
    line = f"/{word_of(command.wish)}" if own_words else one_line(command.line)
    return neutral(line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…")


def _right(command: Command) -> str:
    """Give the right form of a command that was not understood."""
    wish = command.wish
    if not isinstance(wish, Misunderstood):
        return ""
    form = FORMS[wish.word]
    return f" Write `{form.example}`, which {form.meaning}."
