"""A proposal's pull request: opened once, updated in place, left alone where people are at work."""

from dataclasses import replace

import pytest

from mentorgen.adapters.github.forge import (
    Author,
    Forge,
    IssueEdit,
    NewIssue,
    NewPull,
    State,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.proposing import (
    Act,
    Ask,
    Close,
    Leave,
    Put,
    Retext,
    Wanted,
    carry_out,
    decide,
    observe,
    steps,
)
from mentorgen.output.github.proposals import Note, written
from tests.adapters.github.conftest import Sit
from tests.adapters.github.faults import Fault, at_writes
from tests.adapters.github.hub import BOT, ORGANISER, Hub

BRANCH = "mentorgen/proposals/spring"
PAIR = "program/pairs/spring/ana-ben.yaml"
ANA = Author(7001, "example-ana")


def _wanted(content: str = "one", *, text: str = "Look at these.", pair: str = PAIR) -> Wanted:
    body = f"{text}\n\n{written(Note(content=content))}\n"
    return Wanted(BRANCH, "Suggested pairs: Spring", body, content, {pair: "schema: 1\n"})


def _nothing() -> Wanted:
    return replace(_wanted(), files={})


def _run(forge: Forge, wanted: Wanted) -> Act:
    seen = observe(forge, wanted.branch)
    act = decide(seen, wanted)
    main = forge.branch("main")
    assert main is not None
    carry_out(forge, seen, act, base=main, base_branch="main")
    return act


def test_a_proposal_is_opened_once(sit: Sit, hub: Hub) -> None:
    seat = sit()

    _run(seat.forge, _wanted())
    writes = sum(seat.writes.values())
    again = _run(seat.forge, _wanted())

    assert isinstance(again, Leave)
    assert sum(seat.writes.values()) == writes
    (pull,) = hub.pulls.values()
    assert (pull.title, pull.head, pull.base) == ("Suggested pairs: Spring", BRANCH, "main")
    assert hub.files(BRANCH)[PAIR] == "schema: 1\n"
    assert PAIR not in hub.files()


def test_other_pairs_update_it_in_place(sit: Sit, hub: Hub) -> None:
    other = "program/pairs/spring/ana-cy.yaml"
    _run(sit().forge, _wanted())

    act = _run(sit().forge, _wanted("two", pair=other))

    assert act == Put(_wanted("two", pair=other), number=1)
    assert hub.files(BRANCH).keys() - hub.files().keys() == {other}
    assert [one.state for one in hub.pulls.values()] == [State.OPEN]
    assert "two" in hub.pulls[1].body


def test_an_approval_does_not_survive_an_edit(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted())
    approval = hub.approve(1)

    _run(sit().forge, _wanted())
    _run(sit().forge, _wanted(text="Look here."))
    assert hub.reviews[approval].state == "APPROVED"
    _run(sit().forge, _wanted("two", text="Look here."))

    assert hub.reviews[approval].state == "DISMISSED"
    assert [one.text for one in hub.history if one.what == "dismiss"] == [
        "This is version two now, and your approval was for another one. What moved stands above."
    ]


def test_where_approvals_cannot_be_taken_back_a_comment_says_what_they_were_for(
    sit: Sit, hub: Hub
) -> None:
    hub.may_bots_dismiss = False
    _run(sit().forge, _wanted())
    hub.approve(1)

    _run(sit().forge, _wanted("two"))

    (comment,) = hub.comments_on(1)
    assert comment.body == (
        "This is version `two` now. Approvals before this comment were for another version: please look again at"
        " what moved, and approve anew."
    )
    assert "two" in hub.pulls[1].body


def test_an_approval_is_gone_before_the_files_change(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted())
    approval, tip = hub.approve(1), hub.branches[BRANCH]

    with pytest.raises(UnknownOutcomeError):
        _run(sit(faults=at_writes({2: Fault.RESET})).forge, _wanted("two", pair=f"{PAIR}x"))

    assert (hub.reviews[approval].state, hub.branches[BRANCH]) == ("DISMISSED", tip)


def test_other_words_push_nothing(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted())
    tip = hub.branches[BRANCH]

    act = _run(sit().forge, _wanted(text="Look here."))

    assert isinstance(act, Retext)
    assert hub.branches[BRANCH] == tip
    assert hub.pulls[1].body.startswith("Look here.")


def test_line_ends_that_the_forge_changes_are_no_difference(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted(text="One\nTwo"))
    hub.edit_issue(BOT, 1, IssueEdit(body=hub.issues[1].body.replace("\n", "\r\n")))

    assert isinstance(_run(sit().forge, _wanted(text="One\nTwo")), Leave)


def test_a_branch_on_which_somebody_worked_is_theirs(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted())
    tip = hub.commit_files(ORGANISER, BRANCH, {PAIR: "schema: 1\nform: peer\n"})

    act = _run(sit().forge, _wanted("two"))

    assert act == Leave(f"somebody works on {BRANCH}; it is theirs now")
    assert hub.branches[BRANCH] == tip


def test_what_was_closed_does_not_come_again_until_it_is_something_else(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted())
    hub.edit_issue(ORGANISER, 1, IssueEdit(state=State.CLOSED))

    assert isinstance(_run(sit().forge, _wanted()), Leave)
    _run(sit().forge, _wanted("two"))

    assert [one.state for one in hub.pulls.values()] == [State.CLOSED, State.OPEN]


def test_after_a_merge_new_pairs_get_a_new_pull_request(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted())
    hub.merge(1)
    other = _wanted(pair="program/pairs/spring/ana-cy.yaml")

    _run(sit().forge, other)

    assert [(one.state, one.is_merged) for one in hub.pulls.values()] == [
        (State.CLOSED, True),
        (State.OPEN, False),
    ]


def test_where_nothing_is_left_it_is_closed_and_its_branch_goes(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted())

    act = _run(sit().forge, _nothing())

    assert act == Close(BRANCH, 1)
    assert hub.pulls[1].state is State.CLOSED
    assert BRANCH not in hub.branches
    assert [one.body for one in hub.comments_on(1)] == [
        "Nothing is left to propose here, so this is closed."
    ]


def test_nothing_to_propose_opens_nothing(sit: Sit, hub: Hub) -> None:
    assert _run(sit().forge, _nothing()) == Leave("there is nothing to propose", BRANCH)
    assert hub.pulls == {}


def test_a_pull_request_of_somebody_else_from_the_branch_is_not_ours(sit: Sit, hub: Hub) -> None:
    _run(sit().forge, _wanted())
    hub.edit_issue(ORGANISER, 1, IssueEdit(state=State.CLOSED))
    hub.add_pull(ANA, NewPull("Mine", written(Note(content="one")), head=BRANCH, base="main"))

    assert observe(sit().forge, BRANCH).open is None


def test_after_a_crash_between_branch_and_pull_request_the_next_run_goes_on(
    sit: Sit, hub: Hub
) -> None:
    with pytest.raises(UnknownOutcomeError):
        _run(sit(faults=at_writes({4: Fault.RESET})).forge, _wanted())
    assert (BRANCH in hub.branches, hub.pulls) == (True, {})

    _run(sit().forge, _wanted())

    assert [one.head for one in hub.pulls.values()] == [BRANCH]


def test_an_answer_that_was_lost_gives_no_second_pull_request(sit: Sit, hub: Hub) -> None:
    with pytest.raises(UnknownOutcomeError):
        _run(sit(faults=at_writes({4: Fault.RESET_STORED})).forge, _wanted())

    assert isinstance(_run(sit().forge, _wanted()), Leave)
    assert len(hub.pulls) == 1


def test_where_workflows_may_not_propose_one_issue_asks_for_it(sit: Sit, hub: Hub) -> None:
    hub.may_actions_propose = False
    hub.add_issue(BOT, NewIssue("Something else", "Hello"))

    _run(sit().forge, _wanted())
    _run(sit().forge, _wanted())

    _, asked = hub.issues.values()
    assert asked.title == "Suggested pairs: Spring"
    assert f"/compare/main...{BRANCH}?expand=1" in asked.body
    assert "Allow GitHub Actions to create" in asked.body
    assert hub.files(BRANCH)[PAIR] == "schema: 1\n"


def test_what_a_person_opens_by_that_link_is_not_pushed_to_every_day(sit: Sit, hub: Hub) -> None:
    hub.may_actions_propose = False
    _run(sit().forge, _wanted())
    tip = hub.branches[BRANCH]
    hub.add_pull(ORGANISER, NewPull("Opened by hand", "", head=BRANCH, base="main"))

    act = _run(sit().forge, _wanted())

    assert isinstance(act, Ask)
    assert hub.branches[BRANCH] == tip
    assert [one.body for one in hub.pulls.values()] == [""]


def test_no_link_stays_to_a_branch_that_is_merged_and_gone(sit: Sit, hub: Hub) -> None:
    hub.may_actions_propose = False
    _run(sit().forge, _wanted())
    hub.add_issue(ORGANISER, NewIssue("About /compare/", "Mine"))
    pull = hub.add_pull(ORGANISER, NewPull("Opened by hand", "", head=BRANCH, base="main"))
    hub.merge(pull.number)
    hub.delete_branch(BRANCH)

    _run(sit().forge, _nothing())
    seat = sit()
    _run(seat.forge, _nothing())

    asked = hub.issues[1]
    assert asked.state is State.CLOSED
    assert asked.body == "Thank you! Nothing waits here any more, so this is closed.\n"
    assert sum(seat.writes.values()) == 0


def test_a_run_with_nothing_to_do_makes_few_calls(sit: Sit) -> None:
    _run(sit().forge, _wanted())
    seat = sit()

    _run(seat.forge, _wanted())

    assert sum(seat.calls.values()) <= 6
    assert sum(seat.writes.values()) == 0


def test_steps_say_what_would_be_done() -> None:
    put = Put(replace(_wanted(), files={PAIR: "a", "b.yaml": None}), 3)

    assert [*steps(put)] == [
        f"update pull request #3 from {BRANCH}: Suggested pairs: Spring",
        "  delete b.yaml",
        f"  write {PAIR}",
    ]
    assert next(iter(steps(Put(_wanted(), None)))).startswith("open a pull request")
    assert [*steps(Ask(_wanted()))] == [
        f"open a pull request from {BRANCH} as it is: Suggested pairs: Spring"
    ]
    assert [*steps(Retext(_wanted(), 3))] == ["update the text of pull request #3"]
    assert "close pull request #3" in next(iter(steps(Close(BRANCH, 3))))
