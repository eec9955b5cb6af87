"""The data of a proposal is described field by field, and neither more nor less than there is."""

import json
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

import pytest

from mentorgen.analysis.matching.differences import Difference
from mentorgen.analysis.matching.rules import Barrier, Rule
from mentorgen.analysis.matching.scenarios import Comparison, PersonAcross, Scenario, Share
from mentorgen.analysis.matching.values import (
    FlashTime,
    FunnelStep,
    Loss,
    Move,
    OpenPlaces,
    Parity,
    Recruit,
    SeatPrice,
    Waiting,
)
from mentorgen.analysis.matching.what_if import Outcome, WhyNot
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.words import Form
from mentorgen.output.matching.changes_report import FileChange, changes_report
from mentorgen.output.matching.comparison import comparison_report
from mentorgen.output.matching.data import proposal_data
from mentorgen.output.matching.outcome_report import outcome_report, why_not_report
from mentorgen.output.matching.verdict_report import verdict_report
from mentorgen.output.reference.matching import (
    CHANGES,
    COMPARISON,
    OUTCOME,
    PROPOSAL,
    VERDICT,
    WHY_NOT,
    fields_of,
    matching_page,
)
from mentorgen.output.report import Report
from tests.output.matching.some_proposals import (
    a_flash,
    a_match,
    a_proposal,
    an_alternative,
    one_to_one,
    people,
    some_figures,
)

EVERYTHING = a_proposal(
    one_to_one(a_match(alternatives=(an_alternative("ben", 60, Loss(points=4, weak=(1,))),))),
    a_flash(a_match(mentee="di"), FlashTime(on=date(2026, 4, 3), at=time(9, 30), minutes=20)),
    waiting=(
        Waiting(
            slug=Slug("eva"),
            text="Full",
            steps=(FunnelStep(text="in the round", left=2),),
            offers=(Form.PEER,),
        ),
    ),
    mentors_with_places=(OpenPlaces(slug=Slug("ben"), places=2),),
    seat_prices=(SeatPrice(slug=Slug("ana"), people=1, points=60),),
    recruits=(Recruit(skill=SkillId("weaving"), mentors=3, people=7),),
    figures=some_figures(
        bands=((0, 39, 1),),
        load=((1, 2),),
        parity=(Parity(dimension="gender", value="woman", people=6, matched=5),),
    ),
)


def test_every_field_is_described() -> None:
    assert {*fields_of(proposal_data(EVERYTHING))} == PROPOSAL.keys()


def test_the_data_is_plain() -> None:
    written = json.loads(json.dumps(proposal_data(EVERYTHING)))

    assert written["suggestions"][1]["flash"] == {"on": "2026-04-03", "at": "09:30", "minutes": 20}
    assert written["places_left"] == {"ben": 2}
    assert written["suggestions"][0]["matches"][0]["alternatives"][0]["loss"]["weak"] == [1]


def test_a_round_without_figures_says_so() -> None:
    assert proposal_data(a_proposal())["figures"] is None


FOUND = Difference(
    moves=(Move(mentee=Slug("cy"), before=Slug("ana"), after=None),),
    gains=(),
    loses=(Slug("cy"),),
    loss=Loss(people=1),
)
OUTCOME_FOUND = Outcome(
    program=people(),
    before=a_proposal(),
    after=a_proposal(),
    difference=FOUND,
    text="Cy would find nobody.",
)
BARRIER = Barrier(Rule.VETOED, "One does not want the other")
ACROSS = Comparison(
    scenarios=(Scenario(name="usual", proposal=a_proposal(), difference=FOUND, own_loss=Loss()),),
    people=(PersonAcross(slug=Slug("cy"), shares=(Share(partners=(), points=0, first_points=0),)),),
)


@pytest.mark.parametrize(
    ("report", "fields"),
    [
        (outcome_report(OUTCOME_FOUND), OUTCOME),
        (
            why_not_report(people(), WhyNot(text="", barriers=(BARRIER,), outcome=OUTCOME_FOUND)),
            WHY_NOT,
        ),
        (comparison_report(people(), ACROSS), COMPARISON),
        (changes_report([FileChange(Path("a"), "b", public=True)], applied=False), CHANGES),
        (verdict_report(["No."], ["But."], for_readers=False), VERDICT),
    ],
    ids=["what if", "why not", "compare", "write", "verify"],
)
def test_every_other_answer_is_described_too(report: Report, fields: Mapping[str, str]) -> None:
    found = {one for one in fields_of(report.data) if ".proposal." not in one}

    assert {one.removeprefix("[].") for one in found} == fields.keys()


def test_the_page_has_a_row_for_each_field() -> None:
    page = matching_page()
    every = (PROPOSAL, OUTCOME, WHY_NOT, COMPARISON, CHANGES, VERDICT)

    assert page.count("\n| `") == sum(map(len, every))
    assert "| `waiting[].waited` | In how many rounds they were left over before. |" in page
