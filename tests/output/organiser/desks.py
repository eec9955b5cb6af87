"""Programs at an organiser's desk, for the tests of their pages."""

from datetime import date
from typing import Unpack

from mentorgen.model.facts import Fact, FactKind
from mentorgen.output.organiser.desk import Desk
from tests.builders import (
    STARTS,
    Contents,
    a_fact,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
)

DAY = date(2026, 4, 1)
PAIR = "2026-spring/ana-ben"
EVERYBODY = ("people/ana/", f"pairs/{PAIR}/")


def a_desk(
    today: date = DAY, public: tuple[str, ...] = EVERYBODY, **contents: Unpack[Contents]
) -> Desk:
    """Put a program made of what is given on the desk."""
    return Desk(a_program(**contents), today, public)


def ana_and_ben(*facts: Fact, **over: object) -> Contents:
    """Give Ana, who can be written to, and Ben, who are a pair and met once; Cleo waits."""
    said_yes = [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in ("ana", "ben")]
    return {
        "participants": (
            a_mentor(
                "ana", contact="ana@example.org", github="example-ana", timezone="UTC", **over
            ),
            a_participant("ben", contact="the third table"),
            a_participant("cleo"),
        ),
        "pairs": (a_pair(),),
        "pair_facts": {PAIR: [*said_yes, *facts]},
        "meetings": (a_meeting(date(2026, 3, 30)),),
        "applications": (
            an_application("cleo", applied=date(2026, 3, 20)),
            an_application("ana"),
        ),
    }
