"""Who was put together with whom, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from mentorgen.analysis.consent import agreed
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Criterion, Fit
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.wording import counted
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
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


@dataclass(frozen=True, slots=True)
class Part:
    """Matches that are shown together, with a sentence about them."""

    id: str
    title: str
    sentence: str
    matches: tuple[Match, ...]


def matches_view(frame: Frame, *, suggest_from: Program | None = None) -> MatchesView:
    """Show the pairs of every open round with their reasons, the strongest first.

    In a preview the suggestions that wait for review come first. They are computed from a program of
    their own, so that wishes and vetoes of a private folder count; only public reasons are shown.
    """
    parts = [
        part
        for cohort in frame.program.cohorts.values()
        if is_open(cohort, frame.today)
        for part in _parts(frame, cohort, suggest_from)
        if part.matches
    ]
    shown = [match for part in parts for match in _strongest_first(part)]
    return MatchesView(
        title=counted(len(shown), "pair").capitalize() if shown else "Matches",
        description="Who was put together with whom, and why.",
        lead=" ".join(part.sentence for part in parts)
        or "Who was put together with whom, and why.",
        looms=tuple(_loom(frame, part) for part in parts),
        criteria=tuple(criterion.value for criterion in Criterion),
        matches=tuple(_match(frame, match) for match in shown),
    )


def _parts(frame: Frame, cohort: Cohort, suggest_from: Program | None) -> Iterator[Part]:
    if suggest_from is not None:
        suggested = tuple(_suggested(frame, cohort, suggest_from))
        sentence = (
            f"{_people(suggested)} wait for the organisers' word. Of all the ways to put them "
            "together, none matches more people, and of those none fits better."
        )
        yield Part(f"{cohort.id}-suggested", f"{cohort.name}: suggested", sentence, suggested)
    standing = tuple(_standing(frame, cohort))
    sentence = f"{_people(standing)} work together in {cohort.name}."
    yield Part(f"{cohort.id}-agreed", f"{cohort.name}: agreed", sentence, standing)


def _people(matches: tuple[Match, ...]) -> str:
    mentors = len({match.mentor for match in matches})
    mentees = len({match.mentee for match in matches})
    return f"{counted(mentors, 'mentor')} and {counted(mentees, 'mentee')}"


def _strongest_first(part: Part) -> list[Match]:
    return sorted(part.matches, key=lambda match: (-score(match.fit), match.id))


def score(fit: Fit) -> int:
    """Give the points of the public reasons, with all there could be counted as a hundred."""
    points = sum(reason.points for reason in fit.public_reasons)
    return round(100 * points / fit.most) if fit.most else 0


def _suggested(frame: Frame, cohort: Cohort, program: Program) -> Iterator[Match]:
    """Judge who is put together by what the public files say, whatever else the choice rests on."""
    known = round_of(frame.program, cohort.id, today=frame.today)
    everybody = agreed(program, today=frame.today)
    for one in propose(everybody, cohort.id, today=frame.today).suggestions:
        if {one.mentor, one.mentee} <= frame.people.keys():
            name = f"{cohort.id}--{one.mentor}--{one.mentee}"
            found = fit(known, known.candidate(one.mentor), known.candidate(one.mentee))
            yield Match(name, one.mentor, one.mentee, found, None)


def _standing(frame: Frame, cohort: Cohort) -> Iterator[Match]:
    """Judge each mentor with each mentee of the pairs that go on, by what the files say today."""
    matching = round_of(frame.program, cohort.id, today=frame.today)
    known = matching.candidates
    for one in frame.pairs.values():
        if one.pair.cohort != cohort.id or not one.goes_on:
            continue
        members = one.life.members
        for mentor, mentee in product(members.mentors, members.mentees):
            found = fit(matching, known[mentor], known[mentee])
            name = f"{one.pair.id.replace('/', '--')}--{mentor}--{mentee}"
            yield Match(name, mentor, mentee, found, pair_path(one.pair.id))


def _loom(frame: Frame, part: Part) -> LoomView:
    matches = part.matches
    return LoomView(
        id=part.id,
        title=part.title,
        mentors=frame.refs(dict.fromkeys(match.mentor for match in matches)),
        mentees=frame.refs(dict.fromkeys(match.mentee for match in matches)),
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
