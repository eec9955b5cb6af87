"""Private things never get out: every value is a word of its own, and every output is searched for it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorgen.analysis.consent import agreed
from mentorgen.analysis.matching.proposals import propose
from mentorgen.loading.layout import SHELVES
from mentorgen.loading.shapes import shapes_of
from mentorgen.model.facts import Replaced
from mentorgen.model.ids import CohortId
from mentorgen.model.logs import FACTS, PairLog, PersonLog
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.people import Consent, Skilled
from mentorgen.model.policies import (
    FollowUpPolicy,
    GroupSizes,
    HardRules,
    LockedPair,
    MatchingPolicy,
    QuietHours,
    Weights,
)
from mentorgen.model.privacy import Level
from mentorgen.model.record import Part
from mentorgen.model.words import Form
from mentorgen.output.site.builder import SiteOptions, build_site
from tests.adapters.conftest import Answer, Mentorgen, mentorgen
from tests.privacy.canaries import BY_LEVEL, PUBLIC, TODAY, Circle
from tests.privacy.crowd import A_BLOCK, ROUND
from tests.privacy.places import Laid, lay_out, text_of

__all__ = ["mentorgen"]

FEW, MANY = 60, 500
WRITTEN_BY_HAND = {
    *(MatchingPolicy, Weights, HardRules, GroupSizes, LockedPair),
    *(FollowUpPolicy, QuietHours),
    *(Replaced, PairLog, PersonLog, Consent, Skilled, NextMeeting),
}
"""What the canary program leaves out or writes by itself; all of it is public, and none of it words."""
WITHOUT_A_WORD = {
    "Participant.hours",
    "Participant.background",
    "Participant.reports_to",
    "Application.wishes",
    "Background.wish",
    "Background.firm",
    "Vetoed.kind",
    "Vetoed.who",
    "Answered.kind",
    "Answered.survey",
    "Answered.pair",
    "Answered.answers",
    "Answered.goals",
    "GoalMark.goal",
    "GoalMark.reached",
    "GoalMark.mattered",
    "Reflected.kind",
    "Reflected.by",
    "Answer.question",
    "Answer.value",
    "Rated.kind",
    "Rated.skill",
    "Rated.value",
    "Concern.kind",
    "Concern.group",
    "ConcernAnswered.kind",
    "ConcernAnswered.concern",
    "Reason.kind",
    "Reason.group",
}
"""Private fields that hold parts, a choice or somebody's id: private people, pairs and surveys have tokens as ids."""
PAGES = {
    "Participant.name": 450,
    "Participant.slug": 450,
    "Participant.pronouns": 450,
    "Participant.line": 400,
    "Participant.about": 400,
    "Participant.called": 375,
    "Participant.links": 200,
    "Pair.id": 137,
    "Pair.aim": 137,
    "Goal.title": 137,
    "Milestone.name": 274,
}
COMMANDS = (
    ("check",),
    ("match", "--public-only"),
    ("match", "--public-only", "--write"),
    ("status",),
    ("remind", "--texts"),
)
FORMATS = ("text", "json", "github")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return lay_out(tmp_path_factory.mktemp("few"), FEW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return lay_out(tmp_path_factory.mktemp("many"), MANY)


def _models(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for shape in shapes_of(model):
        for part in shape.parts:
            yield from _models(part)


MODELS = {part for shelf in SHELVES for part in _models(shelf.model)}


def test_every_field_of_every_model_is_in_the_program(few: Laid) -> None:
    fields = {(model, shape.name) for model in MODELS for shape in shapes_of(model)}
    left = {model for model, _ in fields - few.made.fields}

    assert left == WRITTEN_BY_HAND
    assert all(shape.level is Level.PUBLIC for model in left for shape in shapes_of(model))
    assert {*FACTS.values()} <= MODELS


def test_every_private_field_has_a_word_of_its_own(few: Laid) -> None:
    planted = {one.where for one in few.made.tokens.values() if one.circle in BY_LEVEL}
    private = {
        f"{model.__name__}.{shape.name}"
        for model in MODELS
        for shape in shapes_of(model)
        if shape.level is not Level.PUBLIC
    }

    assert private - planted == WITHOUT_A_WORD


def test_the_site_of_five_hundred_people_holds_what_is_public_and_nothing_else(
    many: Laid, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("build", "--root", many.root, "--today", TODAY)

    told = many.told(text_of(many.root / "site") + answer.out + answer.err)
    assert answer.code == 0
    assert told.keys() == {Circle.SHOWN}
    assert {field: told[Circle.SHOWN][field] for field in PAGES} == PAGES


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_the_private_folder_nothing_private_is_said(
    command: tuple[str, ...], style: str, few: Laid, mentorgen: Mentorgen
) -> None:
    answer = mentorgen(*command, "--root", few.root, "--today", TODAY, "--format", style)

    _assert_public(few, answer, command)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_workflows_print_holds_nothing_of_the_private_folder(
    command: tuple[str, ...], few: Laid, mentorgen: Mentorgen
) -> None:
    common = ("--root", few.root, "--today", TODAY, "--format", "github")

    answer = mentorgen(*command, *common, "--private", few.private)

    _assert_public(few, answer, command)


def _assert_public(laid: Laid, answer: Answer, command: tuple[str, ...]) -> None:
    told = dict(laid.told(answer.out + answer.err))
    if command == ("check",):  # names the files in which a consent is missing, and nothing in them
        assert {*told.pop(Circle.NOBODY)} == {"Participant.slug"}
    assert answer.code == 0
    assert told.keys() <= PUBLIC


FOR_ORGANISERS = {
    "match": {
        *("Participant.name", "Participant.slug", "Participant.called", "Cohort.name", "Cohort.id"),
        "Background.dimension",
    },
    "status": {"Pair.id", "Participant.slug"},
    "remind": {"Pair.id", "Participant.name", "Participant.slug", "Survey.title"},
}
"""Fields of private people, and what somebody of a suggested pair asks of the other's background."""


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize("command", COMMANDS[1:], ids=" ".join)
def test_organisers_read_who_is_private_and_nobodys_confidences(
    command: tuple[str, ...], style: str, few: Laid, mentorgen: Mentorgen
) -> None:
    common = ("--root", few.root, "--today", TODAY, "--format", style)

    answer = mentorgen(*command, *common, "--private", few.private)

    told = few.told(answer.out + answer.err)
    fields = {field for circle in told.keys() - PUBLIC for field in told[circle]}
    assert answer.code == 0
    assert told.keys() <= {*PUBLIC, Circle.HIDDEN, Circle.COORDINATORS}
    assert fields <= FOR_ORGANISERS[command[0]]


def test_organisers_read_of_one_pair_what_it_keeps_to_itself(
    few: Laid, mentorgen: Mentorgen
) -> None:
    program = agreed(few.program(privately=True), today=TODAY)
    common = ("--root", few.root, "--today", TODAY, "--private", few.private)

    answers = [mentorgen("status", pair, *common) for pair in [*program.pairs][:10]]

    told = few.told("".join(answer.out + answer.err for answer in answers))
    assert told.keys() <= {*PUBLIC, Circle.HIDDEN, Circle.PAIR}
    assert {*told[Circle.PAIR]} == {
        *("Goal.title", "Meeting.notes", "Reflected.learnt", "Reflected.stays")
    }


@pytest.mark.parametrize("preview", [(), ("--preview",)])
def test_a_site_is_public_even_where_the_private_folder_is_at_hand(
    preview: tuple[str, ...], few: Laid, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    common = ("--root", few.root, "--today", TODAY, "--site-dir", tmp_path)

    answer = mentorgen("build", *common, "--private", few.private, *preview)

    assert answer.code == 0
    assert few.told(text_of(tmp_path) + answer.out + answer.err).keys() == {Circle.SHOWN}


def test_pages_show_no_private_field_even_of_a_program_that_holds_them_all(few: Laid) -> None:
    program = few.program(privately=True)

    site = build_site(program, SiteOptions(today=TODAY, suggest_from=program))

    pages = "\n".join(
        f"{page.path} {page.title} {page.description} {page.search_text} {page.html}"
        for page in site.pages
    )
    told = few.told(pages + "\n".join(text.markdown for text in site.texts))
    assert told.keys() == {Circle.SHOWN, Circle.HIDDEN}


@pytest.mark.parametrize("read", ["public", "private too"])
def test_every_form_is_suggested_so_that_there_is_something_to_find(read: str, few: Laid) -> None:
    program = agreed(few.program(privately=read != "public"), today=TODAY)

    found = propose(program, CohortId(ROUND), today=TODAY).suggestions

    assert {one.form for one in found} == {*Form} - {Form.REVERSE}
    assert len(found) > FEW // 2


def test_files_of_suggestions_that_others_read_hold_nothing_private(
    mentorgen: Mentorgen, tmp_path: Path
) -> None:
    laid = lay_out(tmp_path, 2 * A_BLOCK)
    before = {path for path in laid.root.rglob("*") if path.is_file()}
    common = ("--root", laid.root, "--today", TODAY, "--private", laid.private)

    answer = mentorgen("match", ROUND, "--write", "--confirm", *common)

    new = {path for path in laid.root.rglob("*") if path.is_file()} - before
    told = laid.told("".join(f"{path} {path.read_text()}" for path in new))
    assert (answer.code, answer.err) == (0, "")
    assert len(new) > A_BLOCK
    assert told.keys() <= PUBLIC
    assert [path.suffix for path in (laid.private / "proposals" / ROUND).iterdir()] == [".json"]


FAULTS = {
    "participants/{slug}.yaml": {"full_name": 3, "hours": "{token}"},
    "log/people/{slug}.yaml": {"facts": [{"on": "{token}", "kind": "vetoed", "who": "{token}"}]},
    "goals/zround/{pair}/{token}.yaml": {"title": "{token}", "owner": "{token}"},
    "participants/{token}.yaml": {"schema": 1, "name": "{token}", "role": "{token}"},
    "{token}.txt": {"{token}": 1},
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_mistake_in_a_private_file_is_not_spelt_out_to_a_public_log(
    fault: str, command: tuple[str, ...], mentorgen: Mentorgen, tmp_path: Path
) -> None:
    laid = lay_out(tmp_path, 10)
    token = laid.made.token("Fault", Circle.COORDINATORS)
    program = laid.program()
    names = {
        "slug": min(program.participants),
        "pair": min(program.pairs).partition("/")[2],
    }
    path = laid.private / fault.format(token=token, **names)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(FAULTS[fault]).replace("{token}", token))
    common = ("--root", laid.root, "--today", TODAY, "--private", laid.private)

    hidden = mentorgen(*command, *common, "--format", "github")
    spelt = mentorgen(*command, *common)

    told = laid.told(hidden.out + hidden.err)
    assert told.keys() <= {*PUBLIC, Circle.NOBODY}
    if command in {("check",), COMMANDS[1]} and not fault.endswith("txt"):
        assert hidden.code == spelt.code == 1
        assert "in the private folder; run 'mentorgen check' with it" in hidden.out + hidden.err
        assert Circle.COORDINATORS in laid.told(spelt.out + spelt.err)
