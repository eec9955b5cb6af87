"""The text of a proposal, and the note in it from which the next run goes on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.values import Proposal, Waiting
from mentorgen.loading.program import load
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.program import Program
from mentorgen.output.github.proposals import (
    Note,
    note_of,
    proposal_body,
    proposal_title,
    read_note,
    written,
)
from tests.conftest import MakeRepo
from tests.programs.rounds import a_round
from tests.programs.trees import many_people

TODAY = date(2026, 4, 1)
SPRING = CohortId("spring")
ANA, CY = Slug("ana"), Slug("cy")


def _program(root: Path) -> Program:
    loaded = load(root, today=TODAY)
    assert loaded.program is not None
    return loaded.program


@pytest.fixture
def program(make_repo: MakeRepo) -> Program:
    return _program(make_repo(a_round()))


@pytest.fixture
def proposal(program: Program) -> Proposal:
    return propose(program, SPRING, today=TODAY)


def test_a_note_comes_back_as_it_was_written(proposal: Proposal) -> None:
    note = note_of(proposal.suggestions, forced=((ANA, CY),), forbidden=((CY, ANA),))

    assert read_note(f"Hello\n\n{written(note)}\n") == note


@pytest.mark.parametrize(
    "line",
    [
        "<!-- mentorgen:proposal nothing -->",
        "<!-- mentorgen:proposal {} -->",
        '<!-- mentorgen:proposal {"content":1,"force":3,"forbid":[]} -->',
        '<!-- mentorgen:proposal {"content":1,"force":[["a"]],"forbid":[]} -->',
        "<!-- mentorgen:proposal [] -->",
        "Nothing hidden",
    ],
)
def test_what_is_no_note_is_none(line: str) -> None:
    assert read_note(line) is None


def test_a_note_of_very_many_pairs_names_nobody() -> None:
    many = tuple((Slug(f"mentor-{at}"), Slug(f"mentee-{at}")) for at in range(2_000))

    assert read_note(written(Note(content="a", people=many))) == Note(content="a")


def test_the_note_changes_with_the_pairs_and_their_points_alone(
    program: Program, proposal: Proposal
) -> None:
    later = propose(program, SPRING, today=date(2026, 4, 9))

    assert note_of(later.suggestions) == note_of(proposal.suggestions)
    assert note_of(proposal.suggestions[1:]).content != note_of(proposal.suggestions).content


def test_what_moved_is_named(program: Program, proposal: Proposal) -> None:
    note = note_of(proposal.suggestions)
    before = replace(note, people=(note.people[0], (Slug("ana"), Slug("gone"))))

    body = proposal_body(program, proposal, note, before=before, today=TODAY)

    assert "**New since the last version:** Bo Vat with Eva Woad." in body
    assert "**No longer suggested since the last version:** Ana Loom and `gone`." in body


def test_of_very_many_that_moved_a_few_are_named(program: Program, proposal: Proposal) -> None:
    note = note_of(proposal.suggestions)
    many = tuple((Slug("ana"), Slug(f"left-{at}")) for at in range(40))

    body = proposal_body(program, proposal, note, before=replace(note, people=many), today=TODAY)

    assert "; 10 more." in body


def test_the_first_version_tells_of_no_change(program: Program, proposal: Proposal) -> None:
    body = proposal_body(program, proposal, note_of(proposal.suggestions), before=None, today=TODAY)

    assert "last version" not in body


@pytest.mark.parametrize(("left", "times"), [(0, 0), (4, 0), (5, 1)])
def test_who_is_left_over_is_counted_from_five_people_up(
    program: Program, proposal: Proposal, left: int, times: int
) -> None:
    waiting = tuple(Waiting(slug=Slug(f"w{at}"), text="") for at in range(left))
    more = replace(proposal, waiting=waiting)

    body = proposal_body(program, more, note_of(more.suggestions), before=None, today=TODAY)

    assert body.count("5 people find nobody this time") == times


def test_a_large_proposal_stays_below_the_limit(make_repo: MakeRepo) -> None:
    program = _program(make_repo(many_people(900)))
    cohort = CohortId("2026-spring")
    proposal = propose(program, cohort, today=TODAY)
    note = note_of(proposal.suggestions)
    before = Note(content="old", people=tuple((Slug("x"), Slug(f"y{at}")) for at in range(900)))

    body = proposal_body(program, proposal, note, before=before, today=TODAY)

    assert len(proposal.suggestions) > 200
    assert len(body.encode()) < 60_000
    assert read_note(body) is not None


def test_a_title_names_the_round(program: Program) -> None:
    assert proposal_title(program, SPRING) == "Suggested pairs: Spring round"
