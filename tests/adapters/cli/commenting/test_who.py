"""Who may say what: by the number of an account, below what the bot wrote, and about what is theirs."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from mentorgen.adapters.github.forge import Author, NewIssue, Reaction
from mentorgen.output.github.homes import nameless
from mentorgen.output.github.marks import hidden
from tests.adapters.cli.commenting.home import (
    BEN,
    CLEO,
    LOG,
    PAIR,
    RUI,
    STRANGER,
    Home,
    quietly,
    three_and_an_organiser,
)
from tests.adapters.github.hub import BOT
from tests.programs.pairs import GROUP, group_of_seven

SNOOZE = "/snooze 2w"


def test_a_stranger_is_heard_by_nobody_and_answered_with_a_glance(home: Home) -> None:
    found = home.types(STRANGER, f"{SNOOZE}\n/end completed\n/nonsense")

    assert (found.changed, found.replies, found.pulls) == ({}, [], [])
    assert found.reactions == {Reaction.CONFUSED}


def test_a_login_that_was_taken_over_opens_nothing(home: Home) -> None:
    found = home.types(Author(999, BEN.login), SNOOZE)

    assert (found.changed, found.reactions) == ({}, {Reaction.CONFUSED})


def test_a_login_that_changed_is_known_by_its_number(home: Home) -> None:
    assert LOG in home.types(Author(BEN.id, "example-benjamin"), SNOOZE).changed


def test_who_has_no_number_yet_is_told_what_is_missing(tmp_path: Path) -> None:
    files = three_and_an_organiser()
    ben = "program/participants/ben.yaml"
    files[ben] = files[ben].replace("github_id: 102\n", "").replace("example-ben", "Example-Ben")
    home = Home.of(tmp_path / "repository", files)
    comment = home.writes(BEN, SNOOZE)

    first, again = home.answers(comment), home.answers(comment)

    assert first.changed == {}
    assert len(again.replies) == 1
    assert "`github_id: 102`" in again.replies[0]


@pytest.mark.parametrize(
    ("author", "typed", "said"),
    [
        (CLEO, SNOOZE, "Only those whom this is about, and organisers, can write this here."),
        (BEN, f"{SNOOZE} for:ana", "Only organisers write for somebody else."),
        (RUI, f"{SNOOZE} for:cleo", "'cleo' is none of those whom this is about."),
        (RUI, f"{SNOOZE} for:nobody", "'nobody' is none of those whom this is about."),
        (RUI, "/agree", "'rui' is not in this pair"),
    ],
)
def test_what_is_not_ones_own_is_refused(home: Home, author: Author, typed: str, said: str) -> None:
    found = home.types(author, typed)

    assert (found.changed, found.reactions) == ({}, set())
    assert said in found.replies[0].replace("\\", "")


def test_ones_own_name_may_be_said(home: Home) -> None:
    assert "by: ben" in home.types(BEN, f"{SNOOZE} for:ben").changed[LOG][0]


def test_an_organiser_writes_in_their_own_name_too(home: Home) -> None:
    assert "by: rui" in home.types(RUI, SNOOZE).changed[LOG][0]


@pytest.mark.parametrize("author", [BEN, STRANGER, RUI])
def test_a_mark_counts_only_in_what_the_bot_wrote(home: Home, author: Author) -> None:
    forged = home.hub.add_issue(author, NewIssue("Mine", f"Hi\n\n{hidden('pair', PAIR)}\n"))
    home.number = forged.number

    found = home.types(BEN, SNOOZE)

    assert (found.changed, found.reactions, found.replies) == ({}, set(), [])
    assert home.said == ["It stands below nothing of ours; nothing to do."]


def test_what_the_bot_wrote_without_a_mark_is_about_nothing(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "repository", body="A digest\n")

    assert home.types(BEN, SNOOZE).reactions == set()


def test_a_pair_that_is_gone_is_nobodys(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "repository", body=hidden("pair", "2026-spring/ana-zed"))

    member, organiser = home.types(BEN, SNOOZE), home.types(RUI, SNOOZE)

    assert member.changed == organiser.changed == {}
    assert "There is no pair" in organiser.replies[1]


def test_who_left_a_group_says_no_more_about_it(tmp_path: Path) -> None:
    files = dict(group_of_seven())
    for number, slug in enumerate(("ana", "ben", "cleo"), start=101):
        files[f"program/participants/{slug}.yaml"] += f"github_id: {number}\n"
    home = Home.of(tmp_path / "repository", files, body=hidden("pair", GROUP))

    left = home.types(CLEO, "/leave")
    again = home.types(CLEO, SNOOZE)
    others = home.types(BEN, SNOOZE)

    assert "kind: left" in "".join(*left.changed.values())
    assert (again.changed, len(again.replies)) == ({}, 1)
    assert len(others.changed) == 1


def test_what_is_about_a_person_is_theirs(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "repository", body=hidden("person", "cleo"))

    own = home.types(CLEO, "/pause until 2026-05-01\n/done asking\n/met 2026-03-31")
    others = home.types(BEN, SNOOZE)

    assert [*own.changed] == ["program/log/people/cleo.yaml"]
    assert "This command belongs in the place of a pair." in own.replies[0]
    assert others.changed == {}


def test_errors_of_others_are_not_held_against_whoever_writes(home: Home) -> None:
    home.hub.commit_files(RUI, "main", {"program/cohorts/2026-spring.yaml": "schema: 1\n"})
    comment = home.writes(BEN, SNOOZE)

    quietly(lambda: home.answers(comment))
    quietly(lambda: home.answers(comment))

    assert [reply.splitlines()[0][:40] for reply in home.replies()] == [
        "Thank you. Something on our side has to "
    ]


def test_a_rehearsal_writes_nothing(home: Home) -> None:
    found = home.types(BEN, f"{SNOOZE}\n/end completed\n/end\n/paus", confirm=False)
    stranger = home.types(STRANGER, SNOOZE, confirm=False)

    assert found.forge.writes.total() == stranger.forge.writes.total() == 0
    assert found.changed == {}


def test_a_rehearsal_says_what_would_be_done(home: Home) -> None:
    home.types(BEN, f"{SNOOZE}\n/end completed\n/end\n/paus", confirm=False)

    assert home.said == [
        f"write {LOG}",
        f"propose {LOG}",
        "ask in #1 how it ended",
        "answer in #1 what could not be done: 1",
    ]


def test_marks_that_people_copy_into_a_comment_answer_nothing(home: Home) -> None:
    comment = home.writes(BEN, "/paus")
    home.writes(BEN, hidden("answer", str(comment.id)))

    assert len(home.answers(comment).replies) == 1


def test_only_the_bot_asks_how_it_ended(home: Home) -> None:
    home.writes(CLEO, hidden("ending", "asked"))

    assert home.types(BEN, "/end").pulls == []


def test_a_comment_of_another_bot_is_no_command(home: Home) -> None:
    other = replace(BOT, id=BOT.id + 1, login="other[bot]")

    assert home.types(other, SNOOZE).forge.calls.total() == 0


@pytest.mark.parametrize("typed", ["/met 2026-03-30", "/meet 1", "/move 2026-04-09"])
def test_of_who_agreed_to_nothing_no_meeting_is_written_down(tmp_path: Path, typed: str) -> None:
    files = three_and_an_organiser()
    ben = "program/participants/ben.yaml"
    files[ben] = re.sub(
        "consent: .*", "consent: {version: 1, given: 2026-01-10, withdrawn: 2026-03-30}", files[ben]
    )
    home = Home.of(tmp_path / "repository", files)

    found = home.types(BEN, typed)

    assert found.changed == {}
    assert found.replies[0].endswith(
        "Not everybody of this pair agreed to be read of here, so its meetings are not written down. You are fine as"
        " you are; tell an organiser in private instead."
    )


def test_a_place_that_is_closed_says_so_to_its_people_and_to_nobody_else(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "repository", body=nameless("0123456789ab"))

    assert home.types(STRANGER, "/met").replies == []
    comment = home.writes(BEN, "/met")
    first, again = home.answers(comment), home.answers(comment)

    assert (first.changed, again.changed) == ({}, {})
    (reply,) = again.replies
    assert reply == (
        "Thank you. This place is closed, and nothing is written down here any more; tell an organiser in private"
        " instead."
    )
