"""A proposal for organisers: who with whom and why, who comes next, and who is left waiting."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.proposals import Proposal, Reason, Suggestion
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table

NO_ROUND = "No round is open: add one to program/cohorts to match people."


def match_report(program: Program, proposals: Sequence[Proposal]) -> Report:
    """Report on the proposals of several rounds."""
    blocks = [block for proposal in proposals for block in _blocks(program, proposal)]
    return Report(
        tuple(blocks or [Paragraph(NO_ROUND)]), [_data(proposal) for proposal in proposals]
    )


def shared_match_report(program: Program, proposals: Sequence[Proposal], *, today: date) -> Report:
    """Report on what is proposed for everybody to read, out of `program`, which is what they can read.

    Only chosen pairs are explained, by public reasons alone. Who waits, who comes next and points that
    private wishes or hours had a part in are for organisers.
    """
    blocks = [
        block
        for proposal in proposals
        if proposal.cohort in program.cohorts
        for block in _shared_blocks(program, proposal, today)
    ]
    return Report(tuple(blocks or [Paragraph(NO_ROUND)]), None)


def _shared_blocks(program: Program, proposal: Proposal, today: date) -> Iterator[Block]:
    matching = round_of(program, proposal.cohort, today=today)
    pairs = [
        one
        for one in proposal.suggestions
        if {one.mentor, one.mentee} <= program.participants.keys()
    ]
    yield Heading(matching.cohort.name)
    text = f"{counted(len(pairs), 'pair')} to look at: no other choice matches more people."
    yield Paragraph(proposal.note or text)
    for one in pairs:
        found = fit(matching, matching.candidate(one.mentor), matching.candidate(one.mentee))
        names = f"{_name(program, one.mentor)} with {_name(program, one.mentee)}"
        yield Heading(names)
        yield _reasons(found.public_reasons)


def _blocks(program: Program, proposal: Proposal) -> Iterator[Block]:
    yield Heading(program.cohorts[proposal.cohort].name)
    if proposal.note:
        yield Paragraph(proposal.note)
    if proposal.suggestions:
        yield Paragraph(_summary(proposal))
    for suggestion in sorted(proposal.suggestions, key=_strongest_first):
        yield from _pair(program, suggestion)
    if proposal.waiting:
        yield Table(
            ("Waiting", "Why"),
            tuple((_name(program, one.slug), one.text) for one in proposal.waiting),
        )


def _strongest_first(suggestion: Suggestion) -> tuple[int, str, str]:
    return -suggestion.fit.points, suggestion.mentee, suggestion.mentor


def _summary(proposal: Proposal) -> str:
    return (
        f"{counted(len(proposal.suggestions), 'pair')} from "
        f"{counted(proposal.considered_mentors, 'mentor')} and "
        f"{counted(proposal.considered_mentees, 'mentee')}: "
        f"no other choice matches more of them, and none that does has more than "
        f"{proposal.total} points together."
    )


def _pair(program: Program, suggestion: Suggestion) -> Iterator[Block]:
    found = suggestion.fit
    mentor, mentee = _name(program, suggestion.mentor), _name(program, suggestion.mentee)
    yield Heading(f"{mentor} with {mentee}: {found.points} of {found.most}")
    yield _reasons(found.reasons)
    if suggestion.runners_up_for_mentee:
        yield Paragraph(f"Next for {mentee}: {_next_best(program, suggestion)}.")


def _reasons(reasons: Iterable[Reason]) -> Table:
    rows = tuple((str(one.points), str(one.most), one.text) for one in reasons)
    return Table(("Points", "Of", "Why"), rows, frozenset({0, 1}))


def _next_best(program: Program, suggestion: Suggestion) -> str:
    return listed(
        f"{_name(program, one.slug)} ({one.points})" for one in suggestion.runners_up_for_mentee
    )


def _name(program: Program, slug: Slug) -> str:
    return program.participants[slug].name


def _data(proposal: Proposal) -> Json:
    return {
        "cohort": proposal.cohort,
        "objective": proposal.policy.objective.value,
        "note": proposal.note,
        "mentors": proposal.considered_mentors,
        "mentees": proposal.considered_mentees,
        "possible_pairs": proposal.possible_pairs,
        "total": proposal.total,
        "suggestions": [_suggestion_data(one) for one in proposal.suggestions],
        "waiting": [{"slug": one.slug, "text": one.text} for one in proposal.waiting],
        "places_left": {one.slug: one.places for one in proposal.mentors_with_places},
    }


def _suggestion_data(suggestion: Suggestion) -> Json:
    return {
        "mentor": suggestion.mentor,
        "mentee": suggestion.mentee,
        "points": suggestion.fit.points,
        "most": suggestion.fit.most,
        "reasons": [
            {
                "criterion": reason.criterion.value,
                "points": reason.points,
                "most": reason.most,
                "text": reason.text,
            }
            for reason in suggestion.fit.reasons
        ],
        "runners_up": {one.slug: one.points for one in suggestion.runners_up_for_mentee},
        "rank_for_mentee": suggestion.rank_for_mentee,
        "rank_for_mentor": suggestion.rank_for_mentor,
    }
