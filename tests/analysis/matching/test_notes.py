"""A round with nothing to suggest says why in one sentence, and nothing that is private."""

from typing import Unpack

import pytest

from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.terms import AS_IT_IS, Terms
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.words import Form
from tests.builders import (
    COHORT,
    TODAY,
    Contents,
    a_cohort,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    a_slot,
    an_application,
)

ANA, BEN, CLEO = a_mentor(), a_participant("ben"), a_participant("cleo")
PEERS, FLASH = (a_cohort(forms=(form,)) for form in (Form.PEER, Form.FLASH))
CIRCLES = a_cohort(forms=(Form.GROUP,))


def note_of(terms: Terms = AS_IT_IS, **contents: Unpack[Contents]) -> str | None:
    return propose(a_program(**contents), CohortId(COHORT), today=TODAY, terms=terms).note


NOTES: list[tuple[Contents, str]] = [
    ({"participants": ()}, "Nobody in 2026 Spring seeks a mentor at the moment."),
    ({"participants": [ANA]}, "Nobody in 2026 Spring seeks a mentor at the moment."),
    (
        {"applications": [an_application("ana")]},
        "Nobody who applied to 2026 Spring seeks a mentor at the moment.",
    ),
    ({"participants": [BEN]}, "No mentor in 2026 Spring takes part at the moment."),
    (
        {"applications": [an_application("ben")]},
        "No mentor who applied to 2026 Spring takes part at the moment.",
    ),
    (
        {"participants": [a_mentor(capacity=0), BEN]},
        "No mentor in 2026 Spring has a place open at the moment.",
    ),
    (
        {"participants": [a_mentor(languages=("es",)), a_participant("ben", languages=("en",))]},
        "No mentor and mentee of 2026 Spring may be matched under the round's rules.",
    ),
    (
        {"person_facts": {"ana": [a_fact(FactKind.VETOED, who="ben")]}},
        "No mentor and mentee of 2026 Spring may be matched under the round's rules.",
    ),
    (
        {"cohorts": [CIRCLES], "participants": [a_mentor(capacity=3), BEN]},
        "No circle of 2026 Spring would have the 3 people that it needs.",
    ),
    (
        {"cohorts": [PEERS], "participants": [BEN]},
        "Only one person in 2026 Spring seeks a peer at the moment.",
    ),
    (
        {"cohorts": [PEERS], "person_facts": {"ana": [a_fact(FactKind.VETOED, who="ben")]}},
        "No two who seek a peer in 2026 Spring may be matched under the round's rules.",
    ),
    (
        {"cohorts": [PEERS], "participants": ()},
        "Nobody in 2026 Spring seeks somebody at the moment.",
    ),
    ({"cohorts": [FLASH]}, "No time for a single meeting is open in 2026 Spring at the moment."),
    (
        {
            "cohorts": [FLASH],
            "slots": [a_slot()],
            "person_facts": {"ana": [a_fact(FactKind.VETOED, who="ben")]},
        },
        "No open time for a single meeting suits anybody who asked for one in 2026 Spring.",
    ),
]


@pytest.mark.parametrize(("contents", "note"), NOTES)
def test_a_round_with_nothing_to_suggest_says_why(contents: Contents, note: str) -> None:
    assert note_of(**contents) == note


def test_a_run_that_rules_everything_out_says_so() -> None:
    forbidden = Terms(forbidden=((Slug("ana"), Slug("ben")),))

    assert note_of(forbidden) == (
        "What is ruled out for this run leaves nobody to be matched in 2026 Spring."
    )


def test_a_round_with_a_suggestion_needs_no_note() -> None:
    assert note_of(participants=[ANA, BEN, CLEO]) is None
