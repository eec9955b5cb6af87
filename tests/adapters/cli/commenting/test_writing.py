"""What is written for a comment stands on what is there now, once, whatever GitHub does meanwhile."""

from contextlib import suppress
from pathlib import Path

import pytest

from mentorgen.adapters.github.forge import ForgeError, Reaction
from mentorgen.errors import TryAgainLaterError
from tests.adapters.cli.commenting.home import (
    ANA,
    BEN,
    LOG,
    MEETINGS,
    RUI,
    Home,
    three_and_an_organiser,
)
from tests.adapters.github.faults import Call, Fault, KilledError
from tests.git_repository import new_repository

MOVED = "  - {on: 2026-03-31, kind: snoozed, by: ana, until: 2026-04-09}\n"
ALL = ("joining", "records", "meetings", "goals", "matches", "endings")


def test_what_somebody_pushed_meanwhile_is_kept(home: Home, tmp_path: Path) -> None:
    comment = home.writes(BEN, "/snooze 2w\n/met 2026-03-31 45m")
    before = home.hub.files()
    meeting = f"{MEETINGS}/2026-03-31.md"
    home.hub.commit_files(
        ANA,
        "main",
        {
            LOG: before[LOG] + MOVED,
            meeting: "---\nschema: 1\nkind: chat\nminutes: 5\npresent: [ana, ben]\n---\n",
        },
    )

    found = home.answers(comment, stale=True)

    assert home.hub.files()[LOG].startswith(before[LOG] + MOVED)
    assert [*found.changed] == [LOG, f"{MEETINGS}/2026-03-31-2.md"]
    assert home.check(tmp_path / "after") == []


def test_what_was_deleted_meanwhile_is_not_brought_back(home: Home) -> None:
    comment = home.writes(BEN, "/snooze 2w")
    home.hub.commit_files(ANA, "main", {LOG: None})

    home.answers(comment, stale=True)

    assert home.hub.files()[LOG] == (
        "schema: 1\nfacts:\n  - on: 2026-04-01\n    kind: snoozed\n    by: ben\n    until: 2026-04-15\n"
    )


def test_files_that_never_stand_still_are_left_for_later(home: Home) -> None:
    comment = home.writes(BEN, "/snooze 2w")

    def push(call: Call) -> Fault | None:
        if call.name == "file":
            text = home.hub.files()[LOG]
            home.hub.trees[home.hub.commits[home.hub.branches["main"]].tree] = {
                **home.hub.files(),
                LOG: f"{text}# again\n",
            }
        return None

    with pytest.raises(TryAgainLaterError, match="faster"):
        home.answers(comment, faults=push)


def test_a_push_at_the_same_moment_stops_and_loses_nothing(home: Home) -> None:
    comment = home.writes(BEN, "/snooze 2w")

    def push(call: Call) -> Fault | None:
        if call.name == "store_commit":
            home.hub.commit_files(ANA, "main", {"README.md": "Hello\n"})
        return None

    with pytest.raises(TryAgainLaterError, match="same moment"):
        home.answers(comment, faults=push)

    assert home.answers(comment).changed[LOG][0].endswith("until: 2026-04-15}")


def test_where_nobody_may_push_everything_is_proposed(home: Home) -> None:
    comment = home.writes(BEN, "/snooze 2w\n/end completed")

    found = home.answers(
        comment, faults=lambda call: Fault.FORBIDDEN if call.name == "move_branch" else None
    )

    assert found.changed == {}
    assert [*found.proposed()] == [LOG]
    assert len(found.proposed()[LOG]) == 2
    assert found.reactions == {Reaction.EYES}
    assert home.hub.dispatched == []


def test_a_program_may_review_everything(tmp_path: Path) -> None:
    files = three_and_an_organiser()
    files["program/program.yaml"] += f"review: [{', '.join(ALL)}]\n"
    home = Home.of(tmp_path / "repository", files)

    found = home.types(BEN, "/met 2026-03-31\n/snooze 2w\n/done write one")

    assert found.changed == {}
    assert len(found.proposed()) == 3
    assert found.pulls[0].title == "2026-spring/ana-ben: met, snooze, done"


def test_a_program_may_review_nothing(tmp_path: Path) -> None:
    files = three_and_an_organiser()
    files["program/program.yaml"] += "review: []\n"
    home = Home.of(tmp_path / "repository", files)

    found = home.types(BEN, "/end stopped")

    assert "kind: ended" in found.changed[LOG][0]
    assert found.pulls == []


def test_a_comment_has_one_pull_request_however_often_it_comes(home: Home) -> None:
    comment = home.writes(BEN, "/end completed")

    home.answers(comment)
    home.answers(comment)
    home.hub.delete_branch(f"mentorgen/commands/{comment.id}")
    found = home.answers(comment)

    assert len(found.pulls) == 1
    assert found.replies == []


def test_where_automation_may_not_propose_a_person_is_shown_where(home: Home) -> None:
    home.hub.may_actions_propose = False
    comment = home.writes(BEN, "/end completed")

    found, again = home.answers(comment), home.answers(comment)

    assert found.pulls == []
    assert len(again.replies) == 1
    assert f"/compare/main...mentorgen/commands/{comment.id}?expand=1" in again.replies[0]


def test_a_site_that_cannot_be_asked_for_is_built_with_the_day(home: Home) -> None:
    comment = home.writes(BEN, "/snooze 2w")

    found = home.answers(
        comment, faults=lambda call: Fault.FORBIDDEN if call.name == "dispatch" else None
    )

    assert LOG in found.changed
    assert found.reactions == {Reaction.THUMBS_UP}


@pytest.mark.parametrize(
    ("stop", "fault"),
    [
        (1, Fault.KILLED),
        *((stop, Fault.KILLED_STORED) for stop in range(1, 11)),
        *((stop, fault) for stop in (3, 8, 9) for fault in (Fault.RESET_STORED, Fault.LIMITED)),
    ],
)
def test_a_run_that_dies_at_any_write_is_made_whole_by_the_next(
    home: Home, stop: int, fault: Fault
) -> None:
    comment = home.writes(BEN, "/snooze 2w\n/met 2026-03-31 45m\n/end completed\n/paus")

    def die(call: Call) -> Fault | None:
        return fault if call.is_write and call.write == stop else None

    with suppress(ForgeError, KilledError):
        home.answers(comment, faults=die)
    home.answers(comment)

    assert home.hub.files()[LOG].count("snoozed") == 1
    assert len([name for name in home.hub.files() if name.startswith(MEETINGS)]) == 2
    assert len(home.hub.pulls) == 1
    assert len(home.replies()) == 1


def test_a_comment_that_is_followed_takes_few_calls(home: Home) -> None:
    found = home.types(BEN, "/met 2026-03-31 45m")

    assert found.forge.calls.total() <= 10
    assert home.types(BEN, "Thank you!").forge.calls.total() == 0


def test_the_commit_says_by_whom_and_where_in_words_of_ours(home: Home) -> None:
    home.types(RUI, "/snooze for:ben 2w\n/thanks @everyone closes #1")

    head = home.hub.commits[home.hub.branches["main"]]
    assert head.message == "2026-spring/ana-ben: snooze\n\nBy rui, in a comment on #1"


def test_a_branch_that_is_away_is_waited_for(home: Home) -> None:
    comment = home.writes(BEN, "/snooze 2w")
    home.check_out()
    del home.hub.branches["main"]

    with pytest.raises(TryAgainLaterError, match="main is not there now"):
        home.answers(comment, stale=True)


def test_a_program_may_lie_below_the_top_of_its_repository(tmp_path: Path) -> None:
    files = {f"people/mentoring/{name}": text for name, text in three_and_an_organiser().items()}
    top = new_repository(tmp_path / "repository", files)
    home = Home.of(top, files)
    home.root = top / "people/mentoring"
    comment = home.writes(BEN, "/snooze 2w\n/end completed")

    found = home.answers(comment, stale=True)

    assert [*found.changed] == [*found.proposed()] == [f"people/mentoring/{LOG}"]
