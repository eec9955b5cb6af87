"""The rules that can stand between two people, each with a name that stays."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """Why somebody takes no part in a round, or why two people are not matched."""

    NOT_IN_ROUND = "not-in-round"
    OTHER_ROLE = "other-role"
    OTHER_FORM = "other-form"
    NO_CONSENT = "no-consent"
    AWAY = "away"
    UNTRAINED = "untrained"
    FULL = "full"
    HAS_MENTOR = "has-mentor"
    SAME_PERSON = "same-person"
    SAME_ROUND = "same-round"
    TOGETHER_BEFORE = "together-before"
    VETOED = "vetoed"
    SAME_TEAM = "same-team"
    REPORTS_TO = "reports-to"
    NO_LANGUAGE = "no-language"
    NO_SKILL = "no-skill"
    TOO_FEW_HOURS = "too-few-hours"
    BACKGROUND = "background"
    BELOW_FLOOR = "below-floor"


@dataclass(frozen=True, slots=True)
class Barrier:
    """A rule with the sentence that says how it applies; for organisers only."""

    rule: Rule
    text: str
