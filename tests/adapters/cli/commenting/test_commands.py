"""Every command of a comment, from what somebody typed to the line in a file."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters.github.forge import Reaction
from tests.adapters.cli.commenting.home import (
    ANA,
    BEN,
    LOG,
    MEETINGS,
    RUI,
    Home,
    three_and_an_organiser,
)
from tests.adapters.github.hub import BOT


def suggested() -> dict[str, str]:
    """Give the pair as it was before anybody answered."""
    files = three_and_an_organiser()
    pair = "program/pairs/2026-spring/ana-ben.yaml"
    files[pair] = files[pair].replace("2026-03-02", "2026-03-30")
    return {path: text for path, text in files.items() if path != LOG and "ana-ben/" not in path}


@pytest.mark.parametrize(
    ("typed", "file", "line"),
    [
        ("/snooze 2w", LOG, "  - {on: 2026-04-01, kind: snoozed, by: ben, until: 2026-04-15}"),
        (
            "/pause until 2026-05-01",
            LOG,
            "  - {on: 2026-04-01, kind: paused, by: ben, until: 2026-05-01}",
        ),
        ("/cancel", LOG, "  - {on: 2026-04-01, kind: cancelled, by: ben}"),
        (
            "/move 2026-04-09",
            LOG,
            "  - {on: 2026-04-01, kind: planned, by: ben, day: 2026-04-09}",
        ),
        (
            "/meet 2026-04-09 17:00 UTC",
            LOG,
            "  - {on: 2026-04-01, kind: planned, by: ben, day: 2026-04-09, at: 17:00}",
        ),
        (
            "/thanks It helped: more than I can say!",
            LOG,
            "  - {on: 2026-04-01, kind: thanked, by: ben, words: 'It helped: more than I can say!'}",
        ),
        (
            "/done write ONE.",
            "program/goals/2026-spring/ana-ben/first-test.yaml",
            "  - {name: Write one, due: 2026-04-20, reached: 2026-04-01}",
        ),
    ],
)
def test_a_command_becomes_a_line_in_a_file(
    home: Home, tmp_path: Path, typed: str, file: str, line: str
) -> None:
    found = home.types(BEN, typed)

    assert found.changed == {file: [line]}
    assert (found.reactions, found.replies, found.pulls) == ({Reaction.THUMBS_UP}, [], [])
    assert home.check(tmp_path / "after") == []
    assert home.hub.dispatched == [("publish.yml", "main", {})]


def test_the_same_comment_delivered_twice_changes_nothing_more(home: Home) -> None:
    comment = home.writes(
        BEN, "/met 2026-03-31 45m\n/snooze 2w\n/agree\n/done Write one\n/nonsense\n/confrm"
    )

    first = home.answers(comment)
    again = home.answers(comment)

    assert len(first.changed) == 3
    assert again.changed == {}
    assert again.reactions == {Reaction.THUMBS_UP}
    assert len(again.replies) == 1


def test_a_meeting_is_noted_in_one_line(home: Home, tmp_path: Path) -> None:
    found = home.types(ANA, "Nice to see you!\n\n/met 2026-03-31 1h30 in-person")

    (lines,) = found.changed.values()
    assert [*found.changed] == [f"{MEETINGS}/2026-03-31.md"]
    assert {"minutes: 90", "present: [ana, ben]"} < {*lines}
    assert lines[2].startswith("kind: in-person")
    assert home.check(tmp_path / "after") == []


def test_two_people_who_note_one_meeting_note_it_once(home: Home) -> None:
    home.types(ANA, "/met 2026-03-31 45m")

    found = home.types(BEN, "/met 2026-03-31")

    assert found.changed == {}
    assert found.reactions == {Reaction.THUMBS_UP}


def test_a_time_is_told_by_ones_own_clock(home: Home) -> None:
    found = home.types(ANA, "/move 2026-04-09 17:00")

    assert found.changed[LOG] == [
        "  - {on: 2026-04-01, kind: planned, by: ana, day: 2026-04-09, at: 16:00}"
    ]


def test_one_of_the_proposed_times_is_taken(tmp_path: Path) -> None:
    files = three_and_an_organiser()
    files["program/participants/ben.yaml"] += (
        "timezone: Europe/Lisbon\nparts_of_day: [weekday-evening]\n"
    )
    home = Home.of(tmp_path / "repository", files)

    found = home.types(BEN, "/meet 2")

    assert found.changed[LOG] == [
        "  - {on: 2026-04-01, kind: planned, by: ben, day: 2026-04-07, at: 17:00}"
    ]


def test_both_confirm(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "repository", suggested())

    home.types(ANA, "/confirm")
    found = home.types(BEN, "\N{FULLWIDTH SOLIDUS}Confirm!")

    assert found.reactions == {Reaction.THUMBS_UP}
    assert home.hub.files()[LOG].count("confirmed") == 2


def test_one_declines_without_a_reason(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "repository", suggested())

    found = home.types(BEN, "/decline")

    assert "kind: declined" in home.hub.files()[LOG]
    assert (found.reactions, found.replies) == ({Reaction.THUMBS_UP}, [])


def test_a_question_calls_the_organisers_once(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "repository", suggested())

    found = home.types(BEN, "/ask\nHow much time does Ana have?")

    assert "kind: asked" in home.hub.files()[LOG]
    assert found.replies == [
        f"@example-rui: there is [a question for you]({found.comment.url}). Whoever knows, answers here."
    ]


def test_an_agreement_is_signed_once(home: Home) -> None:
    found = home.types(ANA, "/agree")
    again = home.types(ANA, "/agree")

    assert found.changed[LOG][0].startswith("  - {on: 2026-04-01, kind: agreed, by: ana, version: ")
    assert (again.changed, again.replies) == ({}, [])


def test_a_pause_ends_early(home: Home) -> None:
    home.hub.commit_files(
        ANA,
        "main",
        {LOG: home.hub.files()[LOG] + "  - {on: 2026-03-20, kind: paused, until: 2026-05-01}\n"},
    )

    assert home.types(ANA, "/resume").changed[LOG] == [
        "  - {on: 2026-04-01, kind: resumed, by: ana}"
    ]


def test_a_module_is_done_once_by_its_title(home: Home) -> None:
    found = home.types(ANA, "/done Asking early")
    again = home.types(ANA, "/done mentees/asking")

    assert found.changed["program/log/people/ana.yaml"][-1] == "    module: mentees/asking"
    assert (again.changed, again.reactions) == ({}, {Reaction.THUMBS_UP})


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/done Asking late", "There are: 'Read one', 'Write one' and 'mentees/asking'."),
        ("/meet 3", "There is no time number 3; none is proposed."),
        ("/resume", "This pair does not pause."),
        ("/leave", "Too few would be left to go on."),
        ("/decline", "This pair runs already."),
        ("/why-not ana cleo", "This command belongs in a proposal."),
        ("/met 2026-02-01", "this meeting lies before the pair's start, 2026-03-02."),
        ("/met 2026-05-01", "2026-05-01 is still to come"),
        (
            "/pause",
            "Write `/pause until 2026-12-31`, which pauses; it goes on by itself on that day.",
        ),
        ("/confirm please", "This command stands alone on its line"),
        ("/thanks call +351 912 345 678", "* /thanks: a phone number stands here"),
    ],
)
def test_what_cannot_be_followed_gets_one_comment(home: Home, typed: str, said: str) -> None:
    found = home.types(BEN, typed)

    assert found.changed == {}
    assert found.reactions == set()
    (reply,) = found.replies
    assert said in reply.replace("\\", "")


def test_commands_around_a_wrong_one_are_followed(home: Home) -> None:
    found = home.types(BEN, "/met 2026-03-31 45m\n/paus 2w\n/snooze 1w")

    assert [*found.changed] == [LOG, f"{MEETINGS}/2026-03-31.md"]
    assert found.reactions == {Reaction.THUMBS_UP}
    (reply,) = found.replies
    assert reply == snapshot("""\
This could not be done:

* /paus 2w: There is no command '/paus'. Write `/pause until 2026-12-31`, which pauses; it goes on by itself on that day.

Your 2 other commands were followed; there is no need to repeat them.\
""")


def test_an_ending_is_asked_about_once_and_then_proposed(home: Home) -> None:
    first = home.types(BEN, "/end")
    second = home.types(BEN, "/end")

    assert first.changed == second.changed == {}
    assert len(second.replies) == 1
    assert "`/end completed`" in second.replies[0]
    assert second.reactions == {Reaction.EYES}
    assert second.proposed() == {
        LOG: ["  - {on: 2026-04-01, kind: ended, by: ben, outcome: stopped}"]
    }
    (pull,) = second.pulls
    assert pull.title == "2026-spring/ana-ben: end"
    assert "closes" not in pull.body.lower()


def test_an_ending_that_is_told_whole_is_proposed_on_top_of_the_rest(home: Home) -> None:
    found = home.types(BEN, "/end completed\n/thanks All the best")

    assert "thanked" in found.changed[LOG][0]
    assert found.proposed() == {
        LOG: ["  - {on: 2026-04-01, kind: ended, by: ben, outcome: completed}"]
    }
    home.hub.merge(found.pulls[0].number)
    assert home.hub.files()[LOG].count("thanked") == 1


def test_an_ending_after_the_planned_time_is_a_completed_one(home: Home) -> None:
    home.hub.commit_files(
        ANA,
        "main",
        {LOG: home.hub.files()[LOG] + "  - {on: 2026-03-20, kind: ending, by: ana}\n"},
    )
    home.types(BEN, "/end")

    assert "outcome: completed" in home.types(BEN, "/end").proposed()[LOG][0]


def test_an_organiser_acts_for_somebody(home: Home) -> None:
    found = home.types(RUI, "/snooze for:ben 2w\n/met for:ana 2026-03-31 20m")

    assert found.changed[LOG] == ["  - {on: 2026-04-01, kind: snoozed, by: ben, until: 2026-04-15}"]
    assert f"{MEETINGS}/2026-03-31.md" in found.changed


def test_the_bot_does_not_listen_to_itself(home: Home) -> None:
    assert home.types(BOT, "/snooze 2w").forge.calls.total() == 0


def test_a_line_that_only_looks_like_a_command_is_nobodys_business(home: Home) -> None:
    found = home.types(BEN, "/usr/bin/env is where it lies")

    assert (found.changed, found.reactions, found.replies) == ({}, set(), [])


def test_one_name_for_two_things_is_left_to_an_organiser(home: Home) -> None:
    goal = "program/goals/2026-spring/ana-ben/first-test.yaml"
    text = home.hub.files()[goal]
    home.hub.commit_files(ANA, "main", {goal.replace("first", "second"): text})

    found = home.types(BEN, "/done write one")

    assert found.changed == {}
    assert "Several things have that name" in found.replies[0]


def test_where_nothing_can_be_done_the_answer_says_so(tmp_path: Path) -> None:
    files = three_and_an_organiser()
    kept = {
        path: text
        for path, text in files.items()
        if "goals" not in path and "asking" not in text + path
    }

    found = Home.of(tmp_path / "repository", kept).types(BEN, "/done write one")

    assert (
        "No milestone and no training module has that name; there is none yet." in found.replies[0]
    )
