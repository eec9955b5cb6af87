"""`mentorgen github intake` as a workflow runs it: an event, a checkout, and a fake GitHub over HTTP."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from mentorgen.adapters.github.forge import Author, NewIssue, State
from mentorgen.model.requests import RequestKind
from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served_here
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.fake.shapes import Shapes
from tests.adapters.github.faults import Call, Fault
from tests.adapters.github.hub import BOT
from tests.adapters.github.intake.office import BEN, DANA, JOINING, Office
from tests.programs.trees import TODAY

JOIN, MEETING = RequestKind.JOIN_AS_MENTEE, RequestKind.MEETING
MET = {"day": "2026-03-30"}
MEETING_PLACE = "program/meetings/2026-spring/ana-ben/2026-03-30.md"

Intake = Callable[..., Answer]
"""Takes an issue's number and what happened to it."""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.of(tmp_path / "repository")


@pytest.fixture
def fake(office: Office) -> FakeGitHub:
    return FakeGitHub(office.hub)


@pytest.fixture
def intake(
    office: Office,
    fake: FakeGitHub,
    tmp_path: Path,
    mentorgen: Mentorgen,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Intake]:
    with served_here(fake, office.hub.facts.name, monkeypatch) as address:
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))

        def run(number: int, action: str = "opened", *options: str, **more: object) -> Answer:
            office.check_out()
            event = {**the_event(office, address, number, action), **more}
            (tmp_path / "event.json").write_text(json.dumps(event))
            typed = ("github", "intake", "--root", office.root, "--today", TODAY)
            return mentorgen(*typed, *(options or ("--confirm",)))

        yield run


def the_event(office: Office, address: str, number: int, action: str) -> Mapping[str, object]:
    """Give what GitHub says when something happens to an issue."""
    shapes, issue = Shapes(office.hub, address), office.issue(number)
    return {
        "action": action,
        "issue": shapes.issue(issue),
        "sender": shapes.user(issue.author),
        "repository": shapes.repository(),
    }


def test_a_form_becomes_a_pull_request(office: Office, fake: FakeGitHub, intake: Intake) -> None:
    number = office.sends(DANA, JOIN, JOINING)

    answer = intake(number)

    assert answer == Answer(
        0,
        "write program/participants/dana-ruiz.yaml on mentorgen/intake/1\n"
        "write program/applications/2026-spring/dana-ruiz.yaml on mentorgen/intake/1\n"
        "open a pull request\nanswer in #1: Received\n",
        "",
    )
    assert "name: Dana Ruiz" in office.proposed(number)["program/participants/dana-ruiz.yaml"]
    assert office.answer(number).startswith("**Received.**")
    assert office.issue(number).labels == (JOIN.value,)
    assert fake.calls.total() <= 22


def test_a_run_with_nothing_to_do_writes_nothing(
    office: Office, fake: FakeGitHub, intake: Intake
) -> None:
    number = office.sends(DANA, JOIN, JOINING)
    intake(number)
    fake.writes.clear()
    fake.calls.clear()

    assert intake(number, "edited").out == "answer in #1: Received\n"
    assert not fake.writes
    assert fake.calls.total() <= 12


def test_a_meeting_is_committed_and_the_site_is_built_again(office: Office, intake: Intake) -> None:
    number = office.sends(BEN, MEETING, MET)

    answer = intake(number)

    assert answer.out == f"write {MEETING_PLACE} on main\nanswer in #1: Done\nclose #1\n"
    assert MEETING_PLACE in office.main()
    assert office.issue(number).state is State.CLOSED
    assert office.hub.dispatched == [("publish.yml", "main", {})]


def test_without_confirm_it_is_only_shown(office: Office, fake: FakeGitHub, intake: Intake) -> None:
    number = office.sends(BEN, MEETING, MET)

    answer = intake(number, "opened", "--repository", office.hub.facts.name)

    assert answer.out.splitlines()[0] == f"write {MEETING_PLACE} on main"
    assert answer.err == "Nothing was done; --confirm does it.\n"
    assert not fake.writes


def test_an_issue_that_is_no_form_costs_no_call(
    office: Office, fake: FakeGitHub, intake: Intake
) -> None:
    question = office.hub.add_issue(DANA, NewIssue("[Pause] ::error::", "How?")).number
    robot = office.sends(Author(9, "other[bot]", is_bot=True), MEETING, MET)

    by_bot = {"sender": Shapes(office.hub, "").user(BOT)}
    for number, more in ((question, {}), (robot, {}), (office.sends(BEN, MEETING, MET), by_bot)):
        assert intake(number, "closed", **more) == Answer(
            0, "", "There is no form of ours in it; nothing to do.\n"
        )
    assert not fake.calls


def test_a_form_that_became_something_else_meanwhile_is_left_alone(
    office: Office, fake: FakeGitHub, intake: Intake
) -> None:
    number = office.sends(BEN, MEETING, MET)
    event = the_event(office, "https://api.github.com", number, "opened")
    office.hub.issues[number] = office.hub.add_issue(BEN, NewIssue("Hello", "x"))

    answer = intake(number, "opened", issue=event["issue"])

    assert answer.err == "There is no form of ours in it any more; nothing to do.\n"
    assert not fake.writes


def test_an_event_without_an_issue_is_refused(office: Office, intake: Intake) -> None:
    number = office.sends(BEN, MEETING, MET)

    answer = intake(number, "created", issue=None)

    assert answer.code == 2
    assert "speaks of no issue; 'on: issues' starts this." in answer.err


def test_a_broken_program_is_not_the_persons_fault(office: Office, intake: Intake) -> None:
    number = office.sends(BEN, MEETING, MET)
    broken = {"program/participants/ana.yaml": "schema: 1\nname: [\n"}
    office.hub.commit_files(BEN, "main", broken)

    answer = intake(number)

    assert answer.code == 1
    assert "program/participants/ana.yaml:2" in answer.err
    assert office.answer(number).startswith("**Received.** Something on our side")
    assert MEETING_PLACE not in office.main()


def test_who_may_not_propose_leaves_a_link(office: Office, intake: Intake) -> None:
    office.hub.may_actions_propose = False
    number = office.sends(DANA, JOIN, JOINING)

    assert intake(number).code == 0
    assert "compare/main...mentorgen/intake/1?expand=1" in office.answer(number)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault.BAD_GATEWAY, 4),
        (Fault.HTML_STORED, 4),
        (Fault.LIMITED, 4),
        (Fault.UNAUTHORIZED, 1),
        (Fault.FORBIDDEN, 1),
        (Fault.GONE, 1),
    ],
)
def test_what_goes_wrong_at_github_is_said_and_the_next_run_ends_well(
    office: Office, fake: FakeGitHub, intake: Intake, fault: Fault, code: int
) -> None:
    number = office.sends(DANA, JOIN, JOINING)

    def planned(call: Call) -> Fault | None:
        return fault if call.name == "create_comment" else None

    fake.faults = planned
    answer = intake(number)
    assert answer.code == code
    assert answer.err.startswith("mentorgen: ")
    assert "the-bots" not in answer.err
    assert "Traceback" not in answer.err

    fake.faults = lambda _: None
    assert intake(number, "edited").code == 0
    assert len(office.pulls(number)) == len(office.answers(number)) == 1


def test_a_log_line_never_holds_what_somebody_wrote(office: Office, intake: Intake) -> None:
    words = "::error file=x::boo"
    number = office.sends(DANA, JOIN, {**JOINING, "name": words, "languages": words, "line": words})

    answer = intake(number)

    assert answer == Answer(0, "answer in #1: Almost there\n", "")
    assert "::error" in office.answer(number), "in the answer it is quoted, and does nothing"


def test_who_applies_is_told_so_where_only_an_answer_may_be_written(
    office: Office, fake: FakeGitHub, intake: Intake
) -> None:
    fake.faults = lambda call: Fault.FORBIDDEN if call.name == "store_tree" else None
    number = office.sends(DANA, JOIN, JOINING)

    answer = intake(number)

    assert answer.code == 1
    assert "It needs 'contents: write'" in answer.err
    assert office.answer(number).startswith(
        "**Received.** Something on our side has to be mended first"
    )


def test_where_nothing_may_be_written_the_log_alone_says_why(
    office: Office, fake: FakeGitHub, intake: Intake
) -> None:
    fake.faults = lambda call: Fault.FORBIDDEN if call.is_write else None

    answer = intake(office.sends(DANA, JOIN, JOINING))

    assert answer.code == 1
    assert "It needs 'contents: write'" in answer.err
    assert not office.answers(1)
