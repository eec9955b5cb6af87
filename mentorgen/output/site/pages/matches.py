"""Who was put together with whom, and why."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from mentorgen.analysis.consent import agreed
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Criterion, Fit
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rounds import Round, round_of
from mentorgen.analysis.matching.values import Proposal, Suggestion
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.wording import listed
from mentorgen.errors import ContradictionError
from mentorgen.model.cohorts import Cohort
from mentorgen.model.program import Program
from mentorgen.model.said import Joint, Said, joined, opening, said, said_n
from mentorgen.model.words import Form
from mentorgen.output.addresses import pair_path
from mentorgen.output.matching.claims import claims
from mentorgen.output.matching.shared import CONTRADICTION
from mentorgen.output.matching.standing import standing_suggestions
from mentorgen.output.matching.words import FORMS, time_text
from mentorgen.output.site.filters import CRITERIA
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.looms import looms
from mentorgen.output.site.pages.rounds import is_open
from mentorgen.output.site.pages.together import Couple, Part, Together, score
from mentorgen.output.site.views import LineView, MatchesView, MatchView, ReasonView

_ABOUT = said("Who was put together with whom, and why.")


def matches_view(frame: Frame, *, suggest_from: Program | None = None) -> MatchesView:
    """Show the relationships of every open round with their reasons, the strongest first.

    In a preview the suggestions that wait for review come first, then those that are files already and wait
    for a yes. They are computed from a program of
    their own, so that wishes and vetoes of a private folder count; only public reasons are shown.
    """
    source = suggest_from and agreed(suggest_from, today=frame.today)
    parts = [
        part
        for cohort in frame.program.cohorts.values()
        if is_open(cohort, frame.today)
        for part in _parts(frame, cohort, source)
        if part.together
    ]
    shown = [(part, one) for part in parts for one in sorted(part.together, key=_strongest_first)]
    seen = {
        reason.criterion
        for _, one in shown
        for _, found in one.fits
        for reason in found.public_reasons
    }
    return MatchesView(
        title=_title([one for _, one in shown]) if shown else said("Matches"),
        description=_ABOUT,
        lead=joined((part.sentence for part in parts), Joint.SPACE) or _ABOUT,
        looms=tuple(loom for part in parts for loom in looms(frame, part)),
        criteria=tuple(criterion.value for criterion in Criterion if criterion in seen),
        matches=tuple(_match(frame, part, one) for part, one in shown),
    )


def _strongest_first(one: Together) -> tuple[int, str]:
    return -one.score, one.id


def _title(shown: list[Together]) -> Said:
    groups = sum(one.form is Form.GROUP for one in shown)
    pairs = len(shown) - groups
    numbers = (
        (pairs, said_n("%(num)s pair", "%(num)s pairs", pairs)),
        (groups, said_n("%(num)s group", "%(num)s groups", groups)),
    )
    return listed(text for number, text in numbers if number)


def _parts(frame: Frame, cohort: Cohort, source: Program | None) -> Iterator[Part]:
    if source is not None:
        proposal = _proposed(source, cohort, frame)
        suggested = tuple(_suggested(frame, cohort, proposal.suggestions))
        words = said("%(people)s wait for the organisers' word.", people=_people(suggested))
        sentence = joined((words, *claims(proposal, shown=suggested)[:1]), Joint.SPACE)
        title = said("%(round)s: suggested", round=cohort.name)
        yield Part(f"{cohort.id}-suggested", title, sentence, suggested)
        asked = tuple(_suggested(frame, cohort, _waiting_for_a_yes(frame, cohort)))
        sentence = said(
            "%(people)s are asked whether they want to work together.", people=_people(asked)
        )
        title = said("%(round)s: asked", round=cohort.name)
        yield Part(f"{cohort.id}-asked", title, sentence, asked)
    standing = tuple(_standing(frame, cohort))
    sentence = said(
        "%(people)s work together in %(round)s.", people=_people(standing), round=cohort.name
    )
    title = said("%(round)s: agreed", round=cohort.name)
    yield Part(f"{cohort.id}-agreed", title, sentence, standing)


def _proposed(source: Program, cohort: Cohort, frame: Frame) -> Proposal:
    """Match a round; whoever reads the log of a build learns no more of a contradiction than that there is one."""
    try:
        return propose(source, cohort.id, today=frame.today)
    except ContradictionError:
        raise ContradictionError(CONTRADICTION) from None


def _people(together: tuple[Together, ...]) -> Said:
    mentors = len({slug for one in together for slug in one.mentors})
    mentees = len({slug for one in together for slug in one.mentees})
    peers = len({slug for one in together for slug in one.members})
    numbers = (
        (mentors, said_n("%(num)s mentor", "%(num)s mentors", mentors)),
        (mentees, said_n("%(num)s mentee", "%(num)s mentees", mentees)),
        (peers, said_n("%(num)s peer", "%(num)s peers", peers)),
    )
    return listed(text for number, text in numbers if number)


def _waiting_for_a_yes(frame: Frame, cohort: Cohort) -> Iterator[Suggestion]:
    """Give the suggestions that are files already, but for those that want no page."""
    known = round_of(frame.program, cohort.id, today=frame.today)
    for one in standing_suggestions(known):
        if one.standing is not None and frame.program.pairs[one.standing].on_site:
            yield one


def _suggested(
    frame: Frame, cohort: Cohort, suggestions: Iterable[Suggestion]
) -> Iterator[Together]:
    """Judge who is put together by what the public files say, whatever else the choice rests on."""
    known = round_of(frame.program, cohort.id, today=frame.today)
    for one in suggestions:
        if frame.people.keys() >= {*one.everyone}:
            couples = [(match.mentor, match.mentee) for match in one.matches]
            yield Together(
                id=f"{cohort.id}--{'--'.join(one.everyone)}",
                form=one.form,
                mentors=one.mentors,
                mentees=one.mentees,
                members=one.members,
                fits=tuple((couple, _judged(known, couple)) for couple in couples),
                time=_time(one),
            )


def _time(suggestion: Suggestion) -> str:
    return time_text(suggestion.flash) if suggestion.flash else ""


def _judged(matching: Round, couple: Couple) -> Fit:
    return fit(matching, *map(matching.candidate, couple))


def _standing(frame: Frame, cohort: Cohort) -> Iterator[Together]:
    """Judge everybody in the pairs that go on, by what the files say today."""
    matching = round_of(frame.program, cohort.id, today=frame.today)
    for one in frame.pairs.values():
        if one.pair.cohort == cohort.id and one.goes_on:
            yield _agreed(matching, one)


def _agreed(matching: Round, one: Relationship) -> Together:
    now = one.life.members
    couples = [*product(now.mentors, now.mentees), *combinations(now.peers, 2)]
    return Together(
        id=one.pair.id.replace("/", "--"),
        form=one.pair.form,
        mentors=now.mentors,
        mentees=now.mentees,
        members=now.peers,
        fits=tuple((couple, _judged(matching, couple)) for couple in couples),
        path=pair_path(one.pair.id),
    )


def _match(frame: Frame, part: Part, one: Together) -> MatchView:
    notes = [FORMS[one.form]] if one.form is not Form.ONE_TO_ONE else []
    return MatchView(
        id=one.id,
        mentors=frame.refs(one.mentors or one.members),
        mentees=frame.refs(one.mentees),
        cloth=frame.cloth_of_people(one.mentors or one.members, one.mentees),
        score=one.score,
        part=part.title,
        lines=tuple(_line(frame, one, couple, found) for couple, found in one.fits),
        note=opening(joined([*notes, *([one.time] if one.time else [])], Joint.COMMA)),
        path=one.path,
    )


def _line(frame: Frame, one: Together, couple: Couple, fit: Fit) -> LineView:
    """Show two of them; where there are more than two, say which."""
    named = couple if one.form is Form.PEER else couple[1:]
    return LineView(
        people=frame.refs(named) if len(one.fits) > 1 else (),
        score=score(fit),
        reasons=tuple(
            ReasonView(
                criterion=reason.criterion.value,
                label=CRITERIA[reason.criterion],
                points=reason.points,
                most=reason.most,
                text=reason.text,
            )
            for reason in fit.public_reasons
        ),
    )
