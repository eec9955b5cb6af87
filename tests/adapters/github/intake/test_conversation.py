"""A form at the forge: one answer, one pull request, and whose word counts."""

from dataclasses import replace
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters.github.forge import (
    Author,
    ForbiddenError,
    IssueEdit,
    Label,
    NewIssue,
    State,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.intake.deciding import decide
from mentorgen.adapters.github.intake.doing import do
from mentorgen.adapters.github.intake.observing import observe
from mentorgen.errors import TryAgainLaterError
from mentorgen.model.requests import RequestKind
from tests.adapters.github.faults import Call, Fault
from tests.adapters.github.hub import BOT, ORGANISER
from tests.adapters.github.intake.office import ANA, BEN, DANA, JOINING, Office, at_github
from tests.adapters.github.memory import MemoryForge
from tests.programs.trees import three_people

JOIN, MEETING, PAUSE = RequestKind.JOIN_AS_MENTEE, RequestKind.MEETING, RequestKind.PAUSE
RECORD = "program/participants/dana-ruiz.yaml"
BRANCH = "mentorgen/intake/1"


def test_an_edit_updates_the_same_pull_request_and_the_same_answer(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    (pull,) = office.pulls(number)
    answer = office.answers(number)[0].id

    office.edits(number, {**JOINING, "line": "New"}, JOIN)

    assert "line: New" in office.proposed(number)[RECORD]
    assert [one.number for one in office.pulls(number)] == [pull.number]
    assert [one.id for one in office.answers(number)] == [answer]


def test_a_run_with_nothing_to_do_writes_nothing_also_on_another_day(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    office.tomorrow()

    forge = office.run(number)

    assert office.plan == ["answer in #1: Received"]
    assert forge.writes.total() == 0
    assert forge.calls.total() <= 10


def test_a_run_that_opens_a_pull_request_makes_few_calls(office: Office) -> None:
    number = office.sends(DANA, JOIN, JOINING)

    forge = office.run(number, "opened")

    assert dict(forge.writes) == {
        "store_tree": 1,
        "store_commit": 1,
        "create_branch": 1,
        "create_pull": 1,
        "create_comment": 1,
        "create_label": 1,
        "edit_issue": 1,
    }
    assert forge.calls.total() <= 20


def test_an_edit_that_cannot_be_taken_leaves_the_pull_request_as_it_was(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    before = office.proposed(number)

    office.edits(number, {**JOINING, "languages": "klingon"}, JOIN)

    assert office.proposed(number) == before
    assert "Until then #2 stays as it was." in office.answer(number)


def test_an_answer_that_is_mended_becomes_a_pull_request(office: Office) -> None:
    number = office.asks(DANA, JOIN, {**JOINING, "languages": "klingon"})
    assert not office.pulls(number)

    office.edits(number, JOINING, JOIN)

    assert office.pulls(number)
    assert office.answer(number).startswith("**Received.**")


def test_the_automation_stops_where_a_human_pushed(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    mended = office.proposed(number)[RECORD] + "# Welcome!\n"
    office.hub.commit_files(ORGANISER, BRANCH, {RECORD: mended})

    office.edits(number, {**JOINING, "line": "New"}, JOIN)

    assert office.proposed(number)[RECORD] == mended
    assert office.answer(number).startswith("**In good hands.**")


def test_somebody_elses_marker_is_no_answer_of_ours(office: Office) -> None:
    number = office.sends(DANA, JOIN, JOINING)
    forged = "<!-- mentorgen:intake program/participants/ana.yaml=000000000000 -->"
    office.hub.add_comment(DANA, number, forged)

    office.run(number, "opened")

    assert next(iter(office.proposed(number))) == RECORD
    assert office.hub.comments_on(number)[0].body == forged
    assert len(office.answers(number)) == 1


def test_one_at_a_time(office: Office) -> None:
    first = office.asks(DANA, JOIN, JOINING)
    second = office.asks(DANA, RequestKind.JOIN_AS_MENTOR, JOINING)

    assert not office.pulls(second)
    assert office.answer(second).startswith(
        f"**One at a time.** You asked for the same in #{first}"
    )

    office.hub.edit_issue(DANA, first, IssueEdit(state=State.CLOSED))
    office.run(first, "closed")
    office.run(second)
    assert office.pulls(second)


def test_different_things_can_be_asked_for_side_by_side(office: Office) -> None:
    office.hub.add_issue(ANA, NewIssue("A question", "How do I join?"))
    office.asks(ANA, PAUSE, {"until": "soon"})
    number = office.asks(ANA, RequestKind.EDIT, {"name": "Ana"})
    one, other = (office.asks(BEN, MEETING, {"day": f"2026-03-{day}"}) for day in ("xx", "30"))

    assert office.issue(number).state is State.CLOSED
    assert office.issue(one).state is State.OPEN
    assert office.issue(other).state is State.CLOSED


def test_the_person_is_the_author_of_the_issue_whatever_the_form_says(office: Office) -> None:
    number = office.asks(DANA, JOIN, {**JOINING, "name": "example-ana", "line": "github_id: 101"})

    (record,) = (
        text
        for place, text in office.proposed(number).items()
        if "people" not in place and "participants" in place
    )
    assert "github: example-dana\ngithub_id: 104\n" in record


def test_who_edits_the_issue_is_not_who_it_is_about(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    office.hub.edit_issue(
        ORGANISER, number, IssueEdit(body=office.body(JOIN, {**JOINING, "line": "Mended"}))
    )

    office.run(number, "edited", by_author=False)

    assert "github_id: 104" in office.proposed(number)[RECORD]
    assert "line: Mended" in office.proposed(number)[RECORD]


def test_where_automation_may_not_propose_the_branch_and_a_link_stay(office: Office) -> None:
    office.hub.may_actions_propose = False

    number = office.asks(DANA, JOIN, JOINING)
    office.edits(number, {**JOINING, "line": "New"}, JOIN)

    assert "line: New" in office.proposed(number)[RECORD]
    assert not office.pulls(number)
    assert (
        "(https://github.com/example-org/mentoring/compare/main...mentorgen/intake/1?expand=1)"
        in office.answer(number)
    )
    assert office.answer(number).startswith("**Received.**")

    office.hub.may_actions_propose = True
    office.run(number)
    assert len(office.pulls(number)) == 1


def test_where_main_may_not_be_pushed_to_everything_is_a_pull_request(office: Office) -> None:
    def protected(call: Call) -> Fault | None:
        return Fault.FORBIDDEN if call.name == "move_branch" else None

    number = office.sends(BEN, MEETING, {"day": "2026-03-30"})
    office.run(number, "opened", faults=protected)

    assert [*office.proposed(number)] == ["program/meetings/2026-spring/ana-ben/2026-03-30.md"]
    assert office.answer(number).startswith("**Received.**")
    assert office.issue(number).state is State.OPEN
    commits = len(office.hub.commits)
    office.run(number, faults=protected)
    assert len(office.pulls(number)) == 1
    assert len(office.hub.commits) <= commits + 1


def test_a_file_that_changed_meanwhile_is_not_written_over(office: Office) -> None:
    number = office.sends(ANA, RequestKind.EDIT, {"name": "Ana R."})
    office.check_out()
    place = "program/participants/ana.yaml"
    forge = MemoryForge(office.hub)
    seen = observe(forge, number, office.forms)
    assert seen is not None
    decision = decide(forge, seen, office.ground(), action="opened", by_author=True)
    newer = office.main()[place] + "colour: red\n"
    office.hub.commit_files(ORGANISER, "main", {place: newer})

    with pytest.raises(TryAgainLaterError, match="was changed meanwhile; nothing was written"):
        do(forge, seen, decision, office.root)
    assert office.main()[place] == newer


def test_the_way_of_an_application_is_told_at_each_step(tmp_path: Path) -> None:
    office = Office.of(tmp_path / "one")
    number = office.asks(DANA, JOIN, JOINING)
    told = [headline(office, number)]

    office.hub.merge(office.pulls(number)[0].number)
    office.hub.edit_issue(ORGANISER, number, IssueEdit(state=State.CLOSED))
    office.run(number, "closed", by_author=False)
    told.append(headline(office, number))

    office.hub.commit_files(
        ORGANISER,
        "main",
        {
            "program/pairs/2026-spring/ana-dana.yaml": "schema: 1\nform: one-to-one\nmentors: [ana]\n"
            "mentees: [dana-ruiz]\nstarts: 2026-04-06\n"
        },
    )
    office.run(number)
    told.append(headline(office, number))

    log = "program/log/pairs/2026-spring/ana-dana.yaml"
    facts = "".join(
        f"  - {{on: 2026-04-01, kind: confirmed, by: {who}}}\n" for who in ("ana", "dana-ruiz")
    )
    office.hub.commit_files(ORGANISER, "main", {log: f"schema: 1\nfacts:\n{facts}"})
    office.run(number)
    told.append(headline(office, number))

    assert told == ["Received", "Waiting for a match", "Suggested", "Matched"]


def headline(office: Office, number: int) -> str:
    return office.answer(number).split("**")[1].rstrip(".")


def test_who_withdraws_can_apply_again(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    office.hub.edit_issue(DANA, number, IssueEdit(state=State.CLOSED))

    office.run(number, "closed")
    assert office.pulls(number)[0].state is State.CLOSED
    assert headline(office, number) == "Withdrawn"

    office.hub.edit_issue(DANA, number, IssueEdit(state=State.OPEN))
    office.run(number, "reopened")
    assert office.pulls(number)[0].state is State.OPEN
    assert headline(office, number) == "Received"


def test_who_applies_again_after_the_branch_is_gone_gets_a_new_pull_request(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    office.hub.delete_branch(BRANCH)

    office.run(number, "edited")
    assert headline(office, number) == "Closed"
    assert len(office.pulls(number)) == 1

    office.run(number, "reopened")
    assert [pull.state for pull in office.pulls(number)] == [State.CLOSED, State.OPEN]


def test_what_an_organiser_closed_stays_closed(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    office.hub.edit_issue(ORGANISER, office.pulls(number)[0].number, IssueEdit(state=State.CLOSED))

    office.edits(number, {**JOINING, "line": "Please"}, JOIN)

    assert office.pulls(number)[0].state is State.CLOSED
    assert headline(office, number) == "Closed"


def test_an_organiser_who_closes_the_issue_closes_the_pull_request(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)
    office.hub.edit_issue(ORGANISER, number, IssueEdit(state=State.CLOSED))

    office.run(number, "closed", by_author=False)

    assert office.pulls(number)[0].state is State.CLOSED
    assert headline(office, number) == "Closed"


def test_what_is_written_down_stays_when_its_issue_is_closed(office: Office) -> None:
    number = office.asks(BEN, MEETING, {"day": "2026-03-30"})
    office.hub.edit_issue(BEN, number, IssueEdit(state=State.OPEN))
    office.hub.edit_issue(BEN, number, IssueEdit(state=State.CLOSED))

    office.run(number, "closed")

    assert headline(office, number) == "Done"


def test_what_an_organiser_merged_for_a_pair_is_done(tmp_path: Path) -> None:
    files = at_github(three_people())
    files["program/program.yaml"] += "review: [meetings]\n"
    office = Office.of(tmp_path / "one", files)
    number = office.asks(BEN, MEETING, {"day": "2026-03-30"})
    office.hub.merge(office.pulls(number)[0].number)

    office.run(number)

    assert office.answer(number) == "**Done.** An organiser took it over."


def test_an_issue_that_is_no_form_of_ours_is_left_alone(office: Office) -> None:
    question = office.hub.add_issue(DANA, NewIssue("[Pause] my dishwasher", "How?")).number
    robot = office.sends(Author(9, "other[bot]", is_bot=True), PAUSE, {"until": "2026-05-01"})

    assert office.run(question).calls == {"issue": 1}
    assert office.run(robot).calls == {"issue": 1}
    assert not office.answers(question)


def test_a_title_of_ones_own_is_no_dead_end(office: Office) -> None:
    number = office.hub.add_issue(DANA, NewIssue("Hello!", office.body(JOIN, JOINING))).number

    office.run(number, "opened")
    assert "Begin the title with '\\[Join as mentee\\]'" in office.answer(number)
    assert not office.pulls(number)

    office.hub.edit_issue(DANA, number, IssueEdit(title="[Join as mentee] Hello!"))
    office.run(number)
    assert office.pulls(number)


def test_a_form_without_its_label_is_taken_in_all_the_same(office: Office) -> None:
    number = office.sends(DANA, JOIN, JOINING)
    assert office.issue(number).labels == (), "nobody without rights sets a label"

    office.run(number, "opened")

    assert office.pulls(number)
    assert office.issue(number).labels == (JOIN.value,)


def test_labels_are_ours_to_set_and_others_stay(office: Office) -> None:
    number = office.sends(DANA, JOIN, JOINING)
    office.hub.add_label(Label(JOIN.value, "000000"))
    office.hub.edit_issue(ORGANISER, number, IssueEdit(labels=("kept",)))

    office.run(number, "opened")

    assert office.issue(number).labels == ("kept", JOIN.value)


@pytest.mark.parametrize("fault", [Fault.BAD_GATEWAY, Fault.TIME_OUT_STORED])
@pytest.mark.parametrize(
    "name", ["create_branch", "create_pull", "create_comment", "edit_issue", "store_commit"]
)
def test_whatever_is_lost_the_next_run_ends_well(office: Office, name: str, fault: Fault) -> None:
    number = office.sends(DANA, JOIN, JOINING)

    def broken(call: Call) -> Fault | None:
        return fault if call.name == name else None

    with pytest.raises(UnknownOutcomeError):
        office.run(number, "opened", faults=broken)
    office.run(number, "edited")

    assert len(office.pulls(number)) == 1
    assert len(office.answers(number)) == 1
    assert office.proposed(number)[RECORD].startswith("schema: 1\nname: Dana Ruiz\n")
    assert office.issue(number).labels == (JOIN.value,)


def test_a_token_without_the_right_says_which(office: Office) -> None:
    number = office.sends(DANA, JOIN, JOINING)

    def no_right(call: Call) -> Fault | None:
        return Fault.FORBIDDEN if call.name == "create_comment" else None

    with pytest.raises(ForbiddenError):
        office.run(number, "opened", faults=no_right)


def test_the_queue_is_told_to_who_would_wait_in_it(tmp_path: Path) -> None:
    files = at_github(three_people())
    for one in range(6):
        files[f"program/participants/w{one}.yaml"] = (
            f"schema: 1\nname: Waiting {one}\nrole: mentee\nconsent: {{version: 1, given: 2026-01-12}}\n"
        )
    office = Office.of(tmp_path / "one", files)

    number = office.asks(DANA, JOIN, JOINING)

    assert "7 people wait for a mentor now." in office.answer(number)


HOSTILE = [
    "::error file=x,line=1::boo",
    "@everybody @example-ana, closes #1",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "$(touch /tmp/mentorgen-was-here) `id` ${{ secrets.GITHUB_TOKEN }}",
    "<!-- mentorgen:intake program/participants/ana.yaml=000000000000 -->x",
    "a\n::add-mask::b\n::set-output name=x::y",
    "'; DROP TABLE mentors; --",
    "\u202eevil",
    "{{ 7 * 7 }} {% include 'x' %}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_nothing_and_stay_words(office: Office, words: str) -> None:
    answers = {
        **JOINING,
        "name": words,
        "line": words,
        "aim": words,
        "wants-other": words,
        "links": words,
    }

    number = office.asks(DANA, JOIN, answers)
    fine = office.asks(Author(105, "other"), JOIN, {**JOINING, "line": words, "aim": words})

    office.asks(Author(106, "third"), JOIN, {**JOINING, "wants-other": words})

    texts = [one.body for one in office.hub.comments.values()]
    texts += [text for pull in office.hub.pulls.values() for text in (pull.title, pull.body)]
    texts += [commit.message for commit in office.hub.commits.values()]
    for text in texts:
        assert "@everybody" not in text
        assert "closes #1" not in text
        assert "<script" not in text
        assert "\u202e" not in text
        assert "alert(1)</" not in text
        assert not any(line.startswith("::") for line in text.splitlines())
        assert text.count("mentorgen:intake") <= 1
    for line in office.plan:
        assert words not in line
    assert office.answers(number)
    assert office.answers(fine)


def test_sixty_thousand_signs_are_answered_and_not_written(office: Office) -> None:
    number = office.asks(DANA, JOIN, {**JOINING, "line": "x" * 30_000, "links": "y" * 30_000})

    assert not office.pulls(number)
    assert len(office.answers(number)[0].body) < 5_000
    assert office.answer(number) == snapshot("""\
**Almost there.** A few answers cannot be taken as they are:

* **One sentence that sounds like you**: line has 30,000 characters; at most 300 fit. Shorten it.
* **Links of your own**: link has 30,000 characters; at most 500 fit. Shorten it.

Edit your text above (the menu with three dots, then *Edit*) and save; it is read again at once. A question that you need not answer can say `_No response_`.\
""")


def test_without_a_main_branch_nothing_is_written(office: Office) -> None:
    number = office.sends(DANA, JOIN, JOINING)
    office.hub.facts = replace(office.hub.facts, default_branch="trunk")

    with pytest.raises(TryAgainLaterError, match="The branch trunk is not there now"):
        office.run(number, "opened")


def test_other_words_of_the_bot_are_left_alone(office: Office) -> None:
    number = office.sends(DANA, JOIN, JOINING)
    office.hub.add_comment(BOT, number, "Hello!")

    office.run(number, "opened")

    assert next(comment.body for comment in office.answers(number)) == "Hello!"
    assert len(office.answers(number)) == 2


def test_a_mistake_that_no_question_asked_for_is_told_all_the_same(tmp_path: Path) -> None:
    office = Office.of(tmp_path / "one")

    number = office.asks(Author(104, "no login at all"), JOIN, JOINING)

    assert "\n* Github must be" in office.answer(number).replace("**", "")


def test_a_pull_request_says_what_it_holds_now(office: Office) -> None:
    number = office.asks(DANA, JOIN, JOINING)

    office.edits(number, {**JOINING, "wants-other": "Gardening"}, JOIN)
    assert "* `program/skills.yaml`" in office.pulls(number)[0].body

    office.edits(number, JOINING, JOIN)
    assert "skills" not in office.pulls(number)[0].body
    assert "program/skills.yaml" not in office.proposed(number)


def test_who_pushes_at_the_same_moment_is_not_overrun(office: Office) -> None:
    number = office.sends(BEN, MEETING, {"day": "2026-03-30"})

    def somebody_pushes(call: Call) -> Fault | None:
        if call.name == "move_branch":
            office.hub.commit_files(ORGANISER, "main", {"README.md": "Hello\n"})
        return None

    with pytest.raises(TryAgainLaterError, match="Somebody pushed at the same moment"):
        office.run(number, "opened", faults=somebody_pushes)
    office.run(number)

    assert "program/meetings/2026-spring/ana-ben/2026-03-30.md" in office.main()
    assert office.hub.dispatched == [("publish.yml", "main", {})]
