"""The data files of the site: what stands in them keeps to their schemas and is public."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from mentorgen.model.cohorts import Event
from mentorgen.model.facts import FactKind
from mentorgen.model.pairs import Plan
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.training import Module
from mentorgen.model.words import Audience, EventKind, Outcome, SkillLevel
from mentorgen.output.site.pages.api import FILES, api_files
from mentorgen.output.site.pages.frame import Frame
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_consent,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_skill,
    an_application,
    some_settings,
    some_skills,
)
from tests.output.site.pages.conftest import a_frame, yes

PAIR = f"{COHORT}/ana-ben"
HOSTILE = "</script><script>alert(1)</script>&\u2028"


def an_event(name: str, on: date, **over: object) -> Event:
    fields = {"cohort": COHORT, "id": name, "name": HOSTILE, "kind": EventKind.OTHER, "on": on}
    return Event.model_validate({"schema": 1, **fields, **over})


def a_full_frame() -> Frame:
    """Ana and Ben are a pair with all that one can have; Cleo agreed to nothing."""
    everything = a_consent(shows=tuple(Shared))
    step = {"name": "First", "reached": date(2026, 3, 10)}
    stages = ({"name": "Begin", "weeks": 2}, {"name": HOSTILE, "weeks": 3})
    module = {"id": "path/one", "title": HOSTILE, "audience": (Audience.MENTOR,), "minutes": 5}
    return a_frame(
        settings=some_settings(purpose=HOSTILE, contact=HOSTILE),
        skills=(a_skill("a", label=HOSTILE, aliases=("alpha",)), a_skill("b", parent="a")),
        cohorts=(a_cohort(plan="plan"),),
        plans=(Plan.model_validate({"schema": 1, "id": "plan", "name": "P", "stages": stages}),),
        participants=(
            a_mentor(
                timezone="Europe/Lisbon",
                consent=everything,
                offers=some_skills("a", level=SkillLevel.TEACHES),
            ),
            a_participant("ben", timezone="Asia/Tokyo", line=HOSTILE, wants=some_skills("b")),
            a_participant("cleo", consent=None, name="secret"),
        ),
        pairs=(a_pair(skills=("a",)), a_pair("hidden", on_site=False, aim="secret")),
        pair_facts=yes(PAIR, "ana", "ben"),
        goals=(
            a_goal(
                milestones=(
                    step,
                    {"name": "Then"},
                    {"name": "Late", "reached": TODAY.replace(month=9)},
                )
            ),
            a_goal("secret", visibility=Level.PAIR),
            a_goal("later", set_on=TODAY.replace(month=9)),
        ),
        meetings=(a_meeting(date(2026, 3, 20), next={"on": date(2026, 4, 8)}),),
        events=(
            an_event("later", date(2026, 5, 2), at=18 * 60, link="https://talk.example.org/x"),
            an_event("first", date(2026, 5, 1), cancelled=TODAY, changed=(date(2026, 3, 30),)),
        ),
        modules=(
            Module.model_validate(
                {"schema": 1, **module, "objectives": ("See",), "reviewed": TODAY}
            ),
        ),
    )


def texts(frame: Frame) -> dict[str, str]:
    return {file.place: file.text for file in api_files(frame)}


def data(frame: Frame, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(texts(frame)[f"api/{name}.json"])
    return found


def complaints(schema: Mapping[str, Any], value: object) -> list[ValidationError]:
    return list(Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(value))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("is_full", [True, False], ids=["full", "empty"])
def test_every_file_keeps_to_its_schema_which_allows_nothing_else(
    name: str, *, is_full: bool
) -> None:
    frame = a_full_frame() if is_full else a_frame(participants=(), cohorts=())
    schema, value = data(frame, f"schema/{name}"), data(frame, name)
    Draft202012Validator.check_schema(schema)

    assert complaints(schema, value) == []
    for key in value:
        without = {other: one for other, one in value.items() if other != key}
        assert complaints(schema, without) != []
    assert complaints(schema, {**value, "contact_of_ana": "x"}) != []


def test_schemas_tell_a_day_from_another_text() -> None:
    frame = a_full_frame()
    pairs = data(frame, "pairs")
    pairs["pairs"][0]["starts"] = "soon"

    assert complaints(data(frame, "schema/pairs"), pairs) != []


def test_nothing_in_them_can_run_wherever_it_is_put() -> None:
    written = texts(a_full_frame())

    assert not [
        place
        for place, text in written.items()
        if "/schema/" not in place and {*"<>&\u2028"} & {*text}
    ]
    assert json.loads(written["api/program.json"])["purpose"] == HOSTILE


def test_people_are_those_who_agreed_with_what_they_ticked() -> None:
    ana, ben = data(a_full_frame(), "people")["people"]

    assert ana == {
        "slug": "ana",
        "name": "Ana",
        "role": "mentor",
        "line": None,
        "languages": [],
        "offers": [{"skill": "a", "level": "can-teach"}],
        "wants": [],
        "timezone": "Europe/Lisbon",
        "places": "full",
        "page": "people/ana/",
    }
    assert (ben["slug"], ben["timezone"], ben["line"]) == ("ben", None, HOSTILE)
    assert "secret" not in "".join(texts(a_full_frame()).values())


def test_a_pair_tells_what_its_page_does() -> None:
    (pair,) = data(a_full_frame(), "pairs")["pairs"]

    assert pair == {
        "id": PAIR,
        "round": COHORT,
        "form": "one-to-one",
        "mentors": ["ana"],
        "mentees": ["ben"],
        "members": [],
        "skills": ["a"],
        "aim": None,
        "starts": "2026-03-02",
        "goes_on": True,
        "meetings": 1,
        "next_meeting": "2026-04-08",
        "goals": [{"id": "first-patch", "title": "First patch", "milestones": 3, "reached": 1}],
        "page": f"pairs/{PAIR}/",
    }


def test_a_pair_that_ended_meets_no_more() -> None:
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)
    frame = a_frame(
        pairs=(a_pair(),),
        pair_facts={PAIR: [*yes(PAIR, "ana", "ben")[PAIR], ended]},
        meetings=(a_meeting(date(2026, 3, 20), next={"on": date(2026, 4, 8)}),),
    )
    (pair,) = data(frame, "pairs")["pairs"]

    assert (pair["goes_on"], pair["next_meeting"]) == (False, None)


def test_rounds_skills_events_and_training_are_as_on_their_pages() -> None:
    frame = a_full_frame()
    (one,) = data(frame, "rounds")["rounds"]
    first, second = data(frame, "events")["events"]
    skill, inner = data(frame, "skills")["skills"]
    (module,) = data(frame, "training")["modules"]

    assert one["stages"] == [{"name": "Begin", "weeks": 2}, {"name": HOSTILE, "weeks": 3}]
    assert (one["starts"], one["opens"], one["page"]) == ("2026-03-02", None, f"rounds/{COHORT}/")
    assert (first["id"], first["at"], first["cancelled"]) == ("first", None, True)
    assert (first["changed"], second["at"]) == (["2026-03-30"], "18:00")
    assert (skill["label"], skill["aliases"], skill["can_teach"]) == (HOSTILE, ["alpha"], 1)
    assert (inner["parent"], inner["page"]) == ("a", "skills/b/")
    assert (module["page"], module["audience"]) == ("training/path/one/", ["mentor"])


@pytest.mark.parametrize(("wishes", "told"), [(0, 0), (3, None), (6, 6)])
def test_a_few_who_want_a_skill_are_not_counted(wishes: int, told: int | None) -> None:
    people = [a_participant(f"p{one}", wants=some_skills("a")) for one in range(wishes)]
    asks = [an_application(person.slug) for person in people]
    frame = a_frame(skills=(a_skill("a"),), participants=people, applications=asks)

    assert data(frame, "skills")["skills"][0]["want"] == told


def test_the_program_names_its_files() -> None:
    written = texts(a_full_frame())
    named = json.loads(written["api/program.json"])["files"]

    assert {*named, "api/program.json"} == {place for place in written if "/schema/" not in place}
    assert {place for place in written if "/schema/" in place} == {
        f"api/schema/{name}.json" for name in FILES
    }


def test_the_same_program_gives_the_same_bytes() -> None:
    assert texts(a_full_frame()) == texts(a_full_frame())


def test_a_round_without_a_plan_has_no_stages() -> None:
    assert data(a_frame(), "rounds")["rounds"][0]["stages"] == []
