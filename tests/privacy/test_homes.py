"""The homes of pairs stand in public issues: nothing private, and nobody who did not consent, is in them."""

from dataclasses import replace
from pathlib import Path

import pytest

from mentorgen.adapters.github.homing import homing
from mentorgen.adapters.github.journal import Journal
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import OpenIssue
from mentorgen.adapters.github.read import Seen
from mentorgen.loading.program import load
from mentorgen.model.program import Program
from tests.adapters.github.hub import BOT, Hub
from tests.privacy.canaries import TODAY, Circle
from tests.privacy.places import Laid, lay_out

PEOPLE = 500
HOMES = {"Pair.id": 45, "Pair.aim": 45, "Goal.title": 45, "Participant.name": 105}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return lay_out(tmp_path_factory.mktemp("many"), PEOPLE)


def read(root: Path) -> Program:
    program = load(root, today=TODAY).program
    assert program is not None
    return program


def with_accounts(program: Program) -> Program:
    """Let everybody have an account, so that no home is missing for that."""
    people = {
        slug: one.model_copy(update={"github": f"example-{number}"})
        for number, (slug, one) in enumerate(program.participants.items())
    }
    return replace(program, participants=people)


def test_homes_of_five_hundred_people_hold_public_things_only(many: Laid) -> None:
    seen = Seen(BOT, (), None, Journal(), {}, {}, frozenset())
    moment = Moment(TODAY, Hub().now, None)

    plan = homing(with_accounts(read(many.root)), seen, moment, site="https://site.example/").plan

    told = many.told(
        "\n".join(f"{one.title}\n{one.body}" for one in plan.posts if isinstance(one, OpenIssue))
    )
    assert told.keys() == {Circle.SHOWN}
    assert {field: told[Circle.SHOWN][field] for field in HOMES} == HOMES
