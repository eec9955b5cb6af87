"""Nothing that everybody reads of a matching changes with a private thing, unless the choice does."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings

from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.terms import Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.errors import MentorgenError
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId
from mentorgen.model.people import Background, Hours, Participant
from mentorgen.model.program import Program
from mentorgen.model.words import Weekday, Wish
from mentorgen.output.matching.pair_files import NamesInUse, pair_files
from mentorgen.output.matching.report import match_report
from mentorgen.output.matching.shared import shared_match_report
from mentorgen.output.report import as_markdown
from mentorgen.output.site.pages.frame import frame_of
from mentorgen.output.site.pages.matches import matches_view
from tests.analysis.matching.programs import any_program
from tests.builders import COHORT, TODAY, a_fact, a_mentor, a_participant, a_program, an_application

ROUND = CohortId(COHORT)
NOTHING: dict[str, object] = {"team": None, "hours": (), "reports_to": None, "background": ()}
MONDAY = Hours.model_validate({"day": Weekday.MON, "from": "9:00", "to": "12:00"})

CONFIDENCES = ("veto", "wish", "hours", "team", "reports", "background", "words of organisers")


def in_the_open(program: Program) -> Program:
    """Leave out what a private folder holds."""
    people = {slug: one.model_copy(update=NOTHING) for slug, one in program.participants.items()}
    asked = {
        cohort: tuple(one.model_copy(update={"wishes": ()}) for one in some)
        for cohort, some in program.applications.items()
    }
    return replace(program, participants=people, applications=asked, person_facts={})


def told(program: Program, who: Participant, whom: Participant, what: str) -> Program:
    """Add one thing that somebody said in confidence."""
    asks = Background(dimension="age", value="young", wish=Wish.SAME, firm=False)
    changes: dict[str, dict[str, object]] = {
        "hours": {"hours": (MONDAY,)},
        "team": {"team": "Loom"},
        "reports": {"reports_to": whom.slug},
        "background": {"background": (asks,)},
    }
    facts = {
        "veto": a_fact(FactKind.VETOED, who=whom.slug),
        "words of organisers": a_fact(FactKind.ACCEPTED, cohort="2025-autumn"),
    }
    if what in facts:
        said = (*program.person_facts.get(who.slug, ()), facts[what])
        return replace(program, person_facts={**program.person_facts, who.slug: said})
    if what == "wish":
        asked = tuple(
            one.model_copy(update={"wishes": (whom.slug,)}) if one.slug == who.slug else one
            for one in program.applications[ROUND]
        )
        return replace(program, applications={**program.applications, ROUND: asked})
    changed = who.model_copy(update=changes[what])
    return replace(program, participants={**program.participants, who.slug: changed})


def proposed(program: Program) -> Proposal | None:
    """Match the round, unless its locks cannot be kept."""
    try:
        return propose(program, ROUND, today=TODAY, terms=Terms(explained=False))
    except MentorgenError:
        return None


def chosen(proposal: Proposal) -> list[tuple[str, ...]]:
    """Say who is put together."""
    return [one.everyone for one in proposal.suggestions]


def public_texts(program: Program, proposal: Proposal) -> Iterator[str]:
    """Give what everybody reads: the comment, the files, and the page of a preview."""
    public = in_the_open(program)
    yield as_markdown(shared_match_report(public, [replace(proposal, note=None)], today=TODAY))
    for file in pair_files(program, public, proposal, taken=NamesInUse(), today=TODAY):
        yield f"{file.name} {file.public} {file.text}"
    yield repr(matches_view(frame_of(public, today=TODAY), suggest_from=program))


@settings(max_examples=settings().max_examples // 2)
@given(any_program())
def test_a_private_thing_that_changes_no_choice_changes_no_public_word(program: Program) -> None:
    first = proposed(program)
    if first is None or not first.suggestions:
        return
    who, whom = first.suggestions[0].everyone[0], first.suggestions[-1].everyone[-1]
    for what in CONFIDENCES:
        other = told(program, program.participants[who], program.participants[whom], what)
        second = proposed(other)
        if second is not None and chosen(first) == chosen(second):
            assert [*public_texts(program, first)] == [*public_texts(other, second)], what


def test_each_private_thing_is_there_for_organisers_to_see() -> None:
    program = a_program(
        participants=[
            a_mentor("ana", hours=(MONDAY,), timezone="UTC"),
            a_participant("cy", timezone="UTC"),
        ],
        applications=[an_application("ana"), an_application("cy")],
    )
    ana, cy = program.participants.values()

    def for_organisers(world: Program) -> str:
        proposal = propose(world, ROUND, today=TODAY)
        return as_markdown(match_report(world, [proposal], today=TODAY))

    plain = for_organisers(program)
    for what in ("veto", "wish", "hours", "reports"):
        assert for_organisers(told(program, cy, ana, what)) != plain, what
