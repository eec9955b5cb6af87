"""The data of a proposal is described field by field, and neither more nor less than there is."""

import json
from datetime import date, time

from mentorgen.analysis.matching.values import (
    FlashTime,
    FunnelStep,
    Loss,
    OpenPlaces,
    Parity,
    Recruit,
    SeatPrice,
    Waiting,
)
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.words import Form
from mentorgen.output.matching.data import proposal_data
from mentorgen.output.reference.matching import PROPOSAL, fields_of, matching_page
from tests.output.matching.some_proposals import (
    a_flash,
    a_match,
    a_proposal,
    an_alternative,
    one_to_one,
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


def test_the_page_has_a_row_for_each_field() -> None:
    page = matching_page()

    assert page.count("\n| `") == len(PROPOSAL)
    assert "| `waiting[].waited` | In how many rounds they were left over before. |" in page
