"""Who was put together with whom, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from mentorgen.analysis.criteria import fit
from mentorgen.analysis.fits import Criterion, Fit
from mentorgen.analysis.matching import propose
from mentorgen.analysis.rounds import round_of
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import Slug
from mentorgen.output.site.pages.frame import Frame, pair_path
from mentorgen.output.site.pages.rounds import is_open
from mentorgen.output.site.views import (
    LoomView,
    MatchesView,
    MatchView,
    ReasonView,
    RibbonView,
)

_LABELS = {
    Criterion.SKILLS: "Skills",
    Criterion.HOURS: "Hours",
    Criterion.STYLE: "Style",
    Criterion.LANGUAGES: "Language",
    Criterion.WISHES: "Wishes",
}


@dataclass(frozen=True, slots=True)
class Match:
    """Two people who were put together, or are to be; `path` leads to their page if they have one."""

    id: str
    mentor: Slug
    mentee: Slug
    fit: Fit
    path: str | None


def matches_view(frame: Frame, *, preview: bool) -> MatchesView:
    """Show the pairs of every open round with their reasons, the strongest first.

    In a preview the suggestions that wait for review come first.
    """
    looms: list[LoomView] = []
    shown: list[Match] = []
    for cohort in frame.program.cohorts.values():
        if not is_open(cohort, frame.today):
            continue
        suggested = tuple(_suggested(frame, cohort)) if preview else ()
        standing = tuple(_standing(frame, cohort))
        for name, matches in (("suggested, waiting for review", suggested), ("agreed", standing)):
            if matches:
                looms.append(_loom(frame, f"{cohort.name}: {name}", matches))
                shown += sorted(matches, key=lambda match: (-score(match.fit), match.id))
    return MatchesView(
        title=_title(shown),
        description="Who was put together with whom, and why.",
        lead=_lead(frame, shown),
        looms=tuple(looms),
        criteria=tuple(criterion.value for criterion in Criterion),
        matches=tuple(_match(frame, match) for match in shown),
    )


def score(fit: Fit) -> int:
    """Give the points of the public reasons out of a hundred."""
    most = sum(reason.most for reason in fit.public_reasons)
    points = sum(reason.points for reason in fit.public_reasons)
    return round(100 * points / most) if most else 0


def _suggested(frame: Frame, cohort: Cohort) -> Iterator[Match]:
    for one in propose(frame.program, cohort.id, today=frame.today).suggestions:
        if frame.shows((one.mentor, one.mentee)):
            name = f"{cohort.id}--{one.mentor}--{one.mentee}"
            yield Match(name, one.mentor, one.mentee, one.fit, None)


def _standing(frame: Frame, cohort: Cohort) -> Iterator[Match]:
    """Judge each mentor with each mentee of the pairs that go on, by what the files say today."""
    matching = round_of(frame.program, cohort.id, today=frame.today)
    known = matching.candidates
    for one in frame.pairs.values():
        if one.pair.cohort != cohort.id or not one.goes_on:
            continue
        for mentor, mentee in product(one.pair.mentors, one.pair.mentees):
            found = fit(matching, known[mentor], known[mentee])
            name = f"{cohort.id}--{mentor}--{mentee}"
            yield Match(name, mentor, mentee, found, pair_path(one.pair.id))


def _title(matches: Iterable[Match]) -> str:
    count = len(tuple(matches))
    return counted(count, "pair").capitalize() if count else "Matches"


def _lead(frame: Frame, matches: Iterable[Match]) -> str:
    mentors = {match.mentor for match in matches}
    mentees = {match.mentee for match in matches}
    if not mentors:
        return "Who was put together with whom, and why."
    people = f"{counted(len(mentors), 'mentor')} and {counted(len(mentees), 'mentee')}"
    rounds = listed(
        cohort.name for cohort in frame.program.cohorts.values() if is_open(cohort, frame.today)
    )
    return (
        f"{rounds}: {people}. Of all the ways to put people together, none matches more of them, "
        "and of those none fits better."
    )


def _loom(frame: Frame, title: str, matches: tuple[Match, ...]) -> LoomView:
    mentors = dict.fromkeys(match.mentor for match in matches)
    mentees = dict.fromkeys(match.mentee for match in matches)
    return LoomView(
        id="-".join(title.lower().replace(":", "").replace(",", "").split()),
        title=title,
        mentors=frame.refs(mentors),
        mentees=frame.refs(mentees),
        ribbons=tuple(
            RibbonView(mentor=match.mentor, mentee=match.mentee, score=score(match.fit))
            for match in matches
        ),
    )


def _match(frame: Frame, match: Match) -> MatchView:
    return MatchView(
        id=match.id,
        mentors=frame.refs((match.mentor,)),
        mentees=frame.refs((match.mentee,)),
        cloth=frame.cloth_of_people((match.mentor,), (match.mentee,)),
        score=score(match.fit),
        reasons=tuple(
            ReasonView(
                criterion=reason.criterion.value,
                label=_LABELS[reason.criterion],
                points=reason.points,
                most=reason.most,
                text=reason.text,
            )
            for reason in match.fit.public_reasons
        ),
        path=match.path,
    )
