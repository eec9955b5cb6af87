"""What speaks for a pair: each criterion gives whole points and says in a sentence what for.

What is not known gives half the points: saying little is neither rewarded nor punished.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentorgen.analysis.hours import hours_in_common, knows_hours
from mentorgen.analysis.languages import language_name, spoken
from mentorgen.analysis.matching.fits import Criterion, Fit, Reason
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.skills import Answer, answers, share_of, skill_count
from mentorgen.analysis.styles import WAYS, answered
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.people import Participant, WorkingStyle
from mentorgen.model.privacy import Shared
from mentorgen.model.words import Contact

ENOUGH_MINUTES = 240
"""More hours in common than four a week bring no more points: one good hour is what a pair needs."""
MOST_AGREEMENT = 8
"""Two for each of the four questions of working style."""
MOST_WISHES = 8
"""Four for each side; half of them for a side that asked for nobody."""

_BY_RANK = (4, 3, 2, 1)
_ASKED_NOBODY = 2
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


@dataclass(frozen=True, slots=True)
class _Finding:
    """What a criterion finds before the policy weighs it."""

    points: int
    text: str
    known: bool = True
    public: bool = True


def fit(matching: Round, mentor: Candidate, mentee: Candidate) -> Fit:
    """Judge a pair by every criterion that the round's policy gives weight."""
    found = []
    for criterion, judge in CRITERIA:
        most = weight_of(matching, criterion)
        finding = judge(matching, mentor, mentee)
        reason = Reason(
            criterion, finding.points, most, finding.text, finding.known, finding.public
        )
        found.append(reason)
    return Fit(tuple(reason for reason in found if reason.most))


def weight_of(matching: Round, criterion: Criterion) -> int:
    """Look up the most points that a criterion can give in a round."""
    weights = matching.policy.weights
    return {
        Criterion.SKILLS: weights.skills,
        Criterion.HOURS: weights.hours,
        Criterion.STYLE: weights.style,
        Criterion.LANGUAGES: weights.languages,
        Criterion.WISHES: weights.wishes,
    }[criterion]


def half_of(most: int) -> int:
    """Give the points for what is not known."""
    return (most + 1) // 2


def part_of(most: int, part: int, whole: int) -> int:
    """Give the share of the points that a part is of a whole, rounded half up."""
    return (2 * most * part + whole) // (2 * whole)


def agreement(style: WorkingStyle, other: WorkingStyle) -> int:
    """Count how far two ways of working agree, 0 to MOST_AGREEMENT; an open question counts one of two."""
    pairs = (
        (style.feedback, other.feedback),
        (style.structure, other.structure),
        (style.learning, other.learning),
        (style.contact, other.contact),
    )
    return sum(
        2 if one is another and one is not None else _either(one, another) for one, another in pairs
    )


def style_of(candidate: Candidate) -> WorkingStyle:
    """Give a person's way of working; who said nothing has every question open."""
    return candidate.person.style or WorkingStyle()


def wish_of(candidate: Candidate, other: Slug) -> int:
    """Count a side's wish for the other, 0 to 4: by rank, or half for a side that asked for nobody."""
    if not candidate.named:
        return _ASKED_NOBODY
    if other not in candidate.named:
        return 0
    return _BY_RANK[min(candidate.named.index(other), len(_BY_RANK) - 1)]


def _either(one: StrEnum | None, other: StrEnum | None) -> int:
    return int(one is None or other is None or Contact.MIXED in {one, other})


def _skills(matching: Round, mentor: Candidate, mentee: Candidate) -> _Finding:
    most = matching.policy.weights.skills
    wants, offers = mentee.wants, mentor.person.offers
    if not wants:
        return _Finding(half_of(most), f"{mentee.name} has not said yet what to learn", known=False)
    if not offers:
        return _Finding(half_of(most), f"{mentor.name} has not said yet what to offer", known=False)
    found = answers(matching.program.skills, offers, wants)
    share = share_of(most, skill_count(wants), skill_count(offers))
    points = math.floor(sum(answer.worth for answer in found) * share + 0.5)
    return _Finding(points, _skills_text(matching, mentor, mentee, found))


def _skills_text(
    matching: Round, mentor: Candidate, mentee: Candidate, found: tuple[Answer, ...]
) -> str:
    wanted = skill_count(mentee.wants)
    if not found:
        return f"{mentor.name} offers other skills than {mentee.name} asks for"
    same = [_label(matching, answer.offered) for answer in found if answer.offered == answer.wanted]
    near = [answer for answer in found if answer.offered != answer.wanted]
    if near:
        return f"{mentor.name} offers {_near_text(matching, same, near)}"
    offers = f"{mentor.name} offers {listed(dict.fromkeys(same))}"
    if len(found) < wanted:
        asked = f"{_number(len(found))} of {_number(wanted)} skills that {mentee.name} asks for"
        return f"{offers}: {asked}"
    every = "just what" if wanted == 1 else "all that"
    return f"{offers}: {every} {mentee.name} asks for"


def _near_text(matching: Round, same: Sequence[str], near: Iterable[Answer]) -> str:
    """Name what is offered as it was wanted, then what comes near: Releases; Releases is near to Packaging."""
    labels = [(_label(matching, one.offered), _label(matching, one.wanted)) for one in near]
    if same:
        return "; ".join(
            [listed(dict.fromkeys(same)), *(f"{own} is near to {other}" for own, other in labels)]
        )
    return listed(f"{own}, which is near to {other}" for own, other in labels)


def _label(matching: Round, skill: SkillId) -> str:
    entry = matching.program.skills.get(skill)
    return entry.label if entry is not None else skill


def _hours(matching: Round, mentor: Candidate, mentee: Candidate) -> _Finding:
    most = matching.policy.weights.hours
    minutes = hours_in_common(mentor.person, mentee.person, matching.weeks)
    public = _hours_are_public(mentor.person) and _hours_are_public(mentee.person)
    if minutes is None:
        names = _names(one for one in (mentor, mentee) if not knows_hours(one.person))
        text = f"It is not known yet which hours would suit {names}"
        return _Finding(half_of(most), text, known=False, public=public)
    points = part_of(most, min(minutes, ENOUGH_MINUTES), ENOUGH_MINUTES)
    return _Finding(points, _hours_text(minutes), public=public)


def _hours_are_public(person: Participant) -> bool:
    """Exact hours are for members; the time zone and parts of the day are shown by the person's choice."""
    shows = person.consent.shows if person.consent is not None else ()
    shown = Shared.TIME_ZONE in shows and Shared.PARTS_OF_DAY in shows
    said = person.timezone is not None or bool(person.parts_of_day)
    return not person.hours and (shown or not said)


def _hours_text(minutes: int) -> str:
    if not minutes:
        return "No hours in common in some week: writing may suit them better than calls"
    hours = minutes // 60
    span = counted(minutes, "minute")
    if hours:
        span = f"{_number(hours).capitalize()} hour{'' if hours == 1 else 's'}"
    return f"{span} a week in common in every week of the round"


def _style(matching: Round, mentor: Candidate, mentee: Candidate) -> _Finding:
    one, other = style_of(mentor), style_of(mentee)
    points = part_of(matching.policy.weights.style, agreement(one, other), MOST_AGREEMENT)
    both = tuple(zip(answered(one), answered(other), strict=True))
    known = any(mine is not None and theirs is not None for mine, theirs in both)
    if not known:
        silent = [who for who in (mentor, mentee) if not any(answered(style_of(who)))]
        names = _names(silent or (mentor, mentee))
        text = f"It is not known yet how {names} would like to work"
        return _Finding(points, text, known=False)
    same = [WAYS[mine] for mine, theirs in both if mine is not None and mine is theirs]
    if same:
        return _Finding(points, f"Both like {listed(same)}")
    return _Finding(points, "They like to work in different ways: a first thing to talk about")


def _languages(matching: Round, mentor: Candidate, mentee: Candidate) -> _Finding:
    most = matching.policy.weights.languages
    one, other = spoken(mentor.person.languages), spoken(mentee.person.languages)
    if not (one and other):
        names = _names(who for who in (mentor, mentee) if not who.person.languages)
        text = f"It is not known yet which language would suit {names}"
        return _Finding(half_of(most), text, known=False)
    shared = [language_name(language) for language in other if language in one]
    if not shared:
        return _Finding(0, "They named no language that both speak")
    return _Finding(most, f"Both speak {listed(shared)}")


def _wishes(matching: Round, mentor: Candidate, mentee: Candidate) -> _Finding:
    units = wish_of(mentor, mentee.slug) + wish_of(mentee, mentor.slug)
    points = part_of(matching.policy.weights.wishes, units, MOST_WISHES)
    public = _asked_in_the_open(mentor, mentee)
    known = bool(mentor.named or mentee.named)
    return _Finding(points, _wishes_text(mentor, mentee), known=known, public=public)


def _wishes_text(mentor: Candidate, mentee: Candidate) -> str:
    by_mentor, by_mentee = mentee.slug in mentor.named, mentor.slug in mentee.named
    if by_mentor and by_mentee:
        return f"{mentee.name} and {mentor.name} asked for each other"
    if by_mentee:
        return f"{mentee.name} asked for {mentor.name}"
    if by_mentor:
        return f"{mentor.name} asked for {mentee.name}"
    if not (mentor.named or mentee.named):
        return "Neither of them asked for anybody by name"
    return f"{_names(who for who in (mentee, mentor) if who.named)} asked for somebody else"


def _asked_in_the_open(mentor: Candidate, mentee: Candidate) -> bool:
    """Tell whether somebody asked in public and no private wish can be read off the points."""
    sides = ((mentor, mentee.slug), (mentee, mentor.slug))
    asked = any(one.application and other in one.application.asks_for for one, other in sides)
    return asked and all(_is_open(one, other) for one, other in sides)


def _is_open(candidate: Candidate, other: Slug) -> bool:
    application, consent = candidate.application, candidate.person.consent
    if application is None or not candidate.named:
        return True
    shown = consent is not None and Shared.ASK_BY_NAME in consent.shows
    return shown and (other in application.asks_for or not application.wishes)


def _names(candidates: Iterable[Candidate]) -> str:
    return listed(candidate.name for candidate in candidates)


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


CRITERIA: tuple[tuple[Criterion, Callable[[Round, Candidate, Candidate], _Finding]], ...] = (
    (Criterion.SKILLS, _skills),
    (Criterion.HOURS, _hours),
    (Criterion.STYLE, _style),
    (Criterion.LANGUAGES, _languages),
    (Criterion.WISHES, _wishes),
)
"""Every criterion with its judge, in the order in which reasons are told."""
