"""What would make a goal easier to reach and to see: hints for who wants them, never a judgement.

They ask for what the five letters of SMART stand for: that it is specific, measurable, achievable in
steps, relevant to somebody, and has its time.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from mentorgen.model.pairs import Goal

_FEWEST_WORDS = 3
_VAGUE = re.compile(
    r"\b(better|improve|learn about|understand|get into|know more|explore|get good)\b",
    re.IGNORECASE,
)
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that put no space between words, in which words cannot be counted so."""


class Asks(StrEnum):
    """What a hint asks for."""

    CONCRETE = "concrete"
    WHY = "why"
    MEASURE = "measure"
    DUE = "due"
    STEPS = "steps"
    EVIDENCE = "evidence"


_SENTENCES = {
    Asks.CONCRETE: (
        "Could you name one thing that will be there at the end, such as a page, a talk or a "
        "change that was merged?"
    ),
    Asks.WHY: "What will be different when it is reached? One sentence in 'why' helps on slow days.",
    Asks.MEASURE: "How will you both see that it is reached? 'measure' has room for it.",
    Asks.DUE: "Which day would be good? 'due' can be moved whenever you like.",
    Asks.STEPS: "What is a first small step, and a second? 'milestones' lets you see how far you are.",
    Asks.EVIDENCE: "Is there a link to what you made? 'evidence' keeps it, so that you can show it.",
}


def goal_hints(goal: Goal) -> dict[Asks, str]:
    """Give a sentence for each thing that a goal does not say yet; a goal that says all has none.

    Evidence is asked for only once a step is reached: before, there is nothing to show.
    """
    return {asks: _SENTENCES[asks] for asks, is_missing in _MISSING.items() if is_missing(goal)}


def _is_vague(goal: Goal) -> bool:
    """Tell whether a title is short, or wishes for more of something: a measure makes up for both."""
    if goal.measure:
        return False
    is_short = len(goal.title.split()) < _FEWEST_WORDS and not _NO_SPACES.search(goal.title)
    return is_short or _VAGUE.search(goal.title) is not None


def _has_nothing_to_show(goal: Goal) -> bool:
    return not goal.evidence and any(one.reached for one in goal.milestones)


_MISSING: dict[Asks, Callable[[Goal], bool]] = {
    Asks.CONCRETE: _is_vague,
    Asks.WHY: lambda goal: not goal.why,
    Asks.MEASURE: lambda goal: not goal.measure,
    Asks.DUE: lambda goal: goal.due is None and not any(one.due for one in goal.milestones),
    Asks.STEPS: lambda goal: not goal.milestones,
    Asks.EVIDENCE: _has_nothing_to_show,
}
