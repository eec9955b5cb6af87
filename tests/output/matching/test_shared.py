"""What everybody reads of a proposal: chosen people, public reasons, and no more than a comment holds."""

import re

from mentorgen.analysis.matching.values import Proposal, Waiting
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.program import Program
from mentorgen.output.matching.shared import NOBODY, shared_match_report
from mentorgen.output.report import as_markdown
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_mentor,
    a_participant,
    a_program,
)
from tests.output.matching.some_proposals import (
    a_group,
    a_match,
    a_proposal,
    an_alternative,
    one_to_one,
    peers,
    people,
    some_figures,
)

MOST_BYTES = 60_000


def shared(program: Program, *proposals: Proposal) -> str:
    return as_markdown(shared_match_report(program, proposals, today=TODAY))


def test_who_waits_who_else_could_be_and_the_figures_are_for_organisers() -> None:
    proposal = a_proposal(
        one_to_one(a_match(alternatives=(an_alternative("ben", 70),))),
        waiting=(Waiting(slug=Slug("eva"), text="Eva is vetoed"),),
        figures=some_figures(),
    )
    text = shared(people(), proposal)

    assert "Ana with Cy" in text
    assert not re.search("Ben|Eva|waits|of 100|points", text)


def test_a_group_has_a_line_for_each_mentee_and_peers_their_reasons() -> None:
    group = a_group(a_match(), a_match(mentee="di"))
    text = shared(people(), a_proposal(group, peers(a_match("eva", "fay"))))

    assert text.startswith("### 2026 Spring\n\n1 pair and 1 group to look at. Among mentors")
    assert "<summary>Ana with Cy and Di (group)</summary>\n\n| With | Why above all |" in text
    assert "<summary>Eva and Fay (peers)</summary>\n\n| Points | Of | Why |" in text
    assert "| Suggested | Points | Why above all |\n| --- | --: | --- |\n| Ana with Cy and" in text


def test_people_whom_nobody_may_know_are_not_named_nor_counted() -> None:
    proposal = a_proposal(one_to_one(), one_to_one(a_match("ben", "di")))
    public = a_program(participants=(a_mentor(), a_participant("cy")))

    text = shared(public, proposal)

    assert "1 pair to look at." in text
    assert "Ana with Cy" in text


def test_nothing_is_said_of_forms_in_which_only_people_meet_whom_nobody_may_know() -> None:
    proposal = a_proposal(one_to_one(), peers(a_match("eva", "fay")))
    public = a_program(participants=(a_mentor(), a_participant("cy")))

    assert shared(public, proposal).startswith(
        "### 2026 Spring\n\n1 pair to look at. No other choice matches more people.\n"
    )
    assert NOBODY in shared(public, a_proposal(peers(a_match("eva", "fay"))))


def test_a_round_that_nobody_may_know_is_left_out() -> None:
    proposal = a_proposal(one_to_one(), cohort=CohortId("hidden"))

    assert shared(people(), proposal) == (
        "No round is open: add one to program/cohorts to match people.\n"
    )


def test_a_note_stands_where_there_is_nothing_to_look_at() -> None:
    assert shared(people(), a_proposal(note="Nobody seeks.")) == (
        "### 2026 Spring\n\nNobody seeks.\n"
    )


def test_the_tail_of_very_many_is_counted_in_no_more_than_a_comment_holds() -> None:
    mentees = [f"mentee-{number:03}" for number in range(300)]
    long_name = "Élodie of the Very Long Family Name of Weavers and Dyers"
    program = a_program(
        cohorts=(a_cohort(), a_cohort("other")),
        participants=(
            a_mentor(name=long_name),
            *(a_participant(slug, name=f"{long_name} {slug}") for slug in mentees),
        ),
    )
    suggestions = [one_to_one(a_match("ana", slug)) for slug in mentees]

    for cohorts in ([COHORT], [COHORT, "other"]):
        text = shared(program, *(a_proposal(*suggestions, cohort=CohortId(one)) for one in cohorts))
        assert len(text.encode()) < MOST_BYTES
        rest = re.findall(r"And (\d+) more pairs, in the files of this pull request\.", text)
        assert len(rest) == len(cohorts)
        assert text.count("\n| Élodie") + sum(map(int, rest)) == 300 * len(cohorts)
        assert 0 < text.count("<summary>Élodie") < text.count("\n| Élodie")
