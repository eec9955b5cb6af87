"""What a comment asks for: every command in the ways in which people write it, and what to say to the others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from mentorgen.loading.comments import LONGEST_REST, LONGEST_WORDS, MOST_COMMANDS, commands_in
from mentorgen.model.comments import (
    FORMS,
    Command,
    End,
    Meet,
    Met,
    Misunderstood,
    Plain,
    Rest,
    Take,
    WhatIf,
    Wish,
    Word,
    Worded,
    word_of,
)
from mentorgen.model.words import MeetingKind, Outcome

TODAY = date(2026, 11, 22)
APRIL = date(2027, 4, 1)


def wish(line: str) -> Wish:
    (command,) = commands_in(line, today=TODAY)
    return command.wish


@pytest.mark.parametrize(
    "word", ["confirm", "decline", "ask", "cancel", "resume", "agree", "leave"]
)
@pytest.mark.parametrize("tail", ["", ".", "!", " 👍", " :", " ..."])
def test_some_commands_say_all_by_their_word(word: str, tail: str) -> None:
    for typed in (word, word.upper(), word.title(), f" {word}"):
        assert wish(f"/{typed}{tail}") == Plain(Word(word))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("/met", Met(TODAY)),
        ("/met today", Met(TODAY)),
        ("/met yesterday 45m", Met(TODAY - timedelta(days=1), 45)),
        ("/met 2026-11-20 45m", Met(date(2026, 11, 20), 45)),
        ("/met 45m 2026-11-20", Met(date(2026, 11, 20), 45)),
        ("/MET 2026-11-20, 45 min.", Met(date(2026, 11, 20), 45)),
        ("/met on 2026-11-20 for 45 minutes", Met(date(2026, 11, 20), 45)),
        ("/met 90", Met(TODAY, 90)),
        ("/met 1h", Met(TODAY, 60)),
        ("/met 1 hour", Met(TODAY, 60)),
        ("/met 2 hours chat", Met(TODAY, 120, MeetingKind.CHAT)),
        ("/met 1h30", Met(TODAY, 90)),
        ("/met 1h 30m", Met(TODAY, 90)),
        ("/met 1.5h", Met(TODAY, 90)),
        ("/met 1,5h", Met(TODAY, 90)),
        ("/met in-person", Met(TODAY, None, MeetingKind.IN_PERSON)),
        ("/met 2026\N{NON-BREAKING HYPHEN}11\N{NON-BREAKING HYPHEN}20", Met(date(2026, 11, 20))),
        ("/met review 2026-11-20", Met(date(2026, 11, 20), None, MeetingKind.REVIEW)),
        (
            "/met\N{NO-BREAK SPACE}2026-11-20\N{NARROW NO-BREAK SPACE}45m",
            Met(date(2026, 11, 20), 45),
        ),
        ("/met \uff12\uff10\uff12\uff16-11-20", Met(date(2026, 11, 20))),
        ("/meet 2", Take(2)),
        ("/meet 2.", Take(2)),
        ("/meet 2027-04-01 17:00", Meet(APRIL, 1020)),
        ("/move 2027-04-01", Meet(APRIL)),
        ("/move to 2027-04-01 at 9:05", Meet(APRIL, 545)),
        ("/move 2027-04-01T17:00Z", Meet(APRIL, 1020, in_utc=True)),
        ("/move 2027-04-01 17:00 UTC!", Meet(APRIL, 1020, in_utc=True)),
        ("/move tomorrow 00:00", Meet(TODAY + timedelta(days=1), 0)),
        ("/done First test", Worded(Word.DONE, "First test")),
        ("/done `First   test`.", Worded(Word.DONE, "First test")),
        ("/done “First test”", Worded(Word.DONE, "First test")),
        ("/thanks For all of it!", Worded(Word.THANKS, "For all of it!")),
        ("/thank you", Worded(Word.THANKS, "you")),
        ("/snooze 2w", Rest(Word.SNOOZE, date(2026, 12, 6))),
        ("/snooze for 10 days", Rest(Word.SNOOZE, date(2026, 12, 2))),
        ("/snooze 1 month", Rest(Word.SNOOZE, date(2026, 12, 22))),
        ("/pause until 2026-12-31", Rest(Word.PAUSE, date(2026, 12, 31))),
        ("/pause 2026-12-31", Rest(Word.PAUSE, date(2026, 12, 31))),
        ("/pause till tomorrow", Rest(Word.PAUSE, TODAY + timedelta(days=1))),
        ("/unpause", Plain(Word.RESUME)),
        ("/end", End(None)),
        ("/end Completed.", End(Outcome.COMPLETED)),
        ("/end stopped", End(Outcome.STOPPED)),
        ("/why-not ana bo", WhatIf(Word.WHY_NOT, "ana", "bo")),
        ("/whynot @ana and @bo-rivers?", WhatIf(Word.WHY_NOT, "ana", "bo-rivers")),
        ("/force ana, bo", WhatIf(Word.FORCE, "ana", "bo")),
        ("/forbid ana with bo", WhatIf(Word.FORBID, "ana", "bo")),
    ],
)
def test_people_write_commands_in_many_ways(line: str, wanted: Wish) -> None:
    assert wish(line) == wanted


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/conform", "There is no command '/conform'."),
        (
            "/confirm thanks!",
            "This command stands alone on its line; write other words on another line.",
        ),
        (
            "/met 20.11.2026",
            "'20.11.2026' is no day; write year, month and day, such as 2026-11-20.",
        ),
        (
            "/met 11/20/2026",
            "'11/20/2026' is no day; write year, month and day, such as 2026-11-20.",
        ),
        (
            "/met 2026-02-30",
            "'2026-02-30' is no day; write year, month and day, such as 2026-11-20.",
        ),
        ("/met 2026-11-23", "2026-11-23 is still to come; /met notes a meeting that has been."),
        ("/met 1/2", "'1/2' is no day; write year, month and day, such as 2026-11-20."),
        ("/met 25h", "A length lies between a minute and a day, such as 45m or 1h30."),
        ("/met 0m", "A length lies between a minute and a day, such as 45m or 1h30."),
        ("/met ben", "'ben' is neither a day, a length nor a way to meet."),
        ("/meet", "'' is no day; write year, month and day, such as 2026-11-20."),
        ("/meet 0", "'0' is no day; write year, month and day, such as 2026-11-20."),
        ("/move 2026-11-20", "2026-11-20 is over; the next meeting lies ahead."),
        ("/move 2027-04-01 5pm", "The time of day is missing or odd; write it as 17:00."),
        ("/move 2027-04-01 24:30", "The time of day is missing or odd; write it as 17:00."),
        (
            "/move 2027-04-01 17:00 CET",
            "Behind the time may stand only 'UTC'; without it, it is the time on your clock.",
        ),
        ("/done", "It wants a few words behind it."),
        ("/done ...", "It wants a few words behind it."),
        (f"/thanks {'x' * 301}", "That is long; 300 characters are the most."),
        ("/snooze", "Say for how long, or until which day."),
        ("/snooze 2m", "'2m' is no day; write year, month and day, such as 2026-11-20."),
        (
            "/pause until 2026-11-22",
            "Its last day would be 2026-11-22; it lies after today, within a year.",
        ),
        ("/pause 999w", "Its last day would be 2046-01-14; it lies after today, within a year."),
        ("/end soon", "Behind /end stands 'completed', 'changed' or 'stopped', and nothing else."),
        ("/force ana", "It wants two people, by the names of their files."),
        ("/force ana bo cleo", "It wants two people, by the names of their files."),
        ("/met for:", "Behind 'for:' stands the name of somebody's file, such as for:ana-rivers."),
        (
            f"/met for:{'a' * 81}",
            "Behind 'for:' stands the name of somebody's file, such as for:ana-rivers.",
        ),
        (
            "/met for:a--b",
            "Behind 'for:' stands the name of somebody's file, such as for:ana-rivers.",
        ),
    ],
)
def test_what_makes_no_sense_is_answered_in_a_sentence(line: str, why: str) -> None:
    found = wish(line)

    assert isinstance(found, Misunderstood)
    assert found.why == why
    assert found.word in FORMS


@pytest.mark.parametrize(
    "line",
    [
        "/usr/bin/env",
        "/shrug",
        "/etc",
        "/met/other",
        "/met@home",
        "/",
        "//met",
        "/1",
        "/metamorphosis",
        "/?",
    ],
)
def test_other_words_behind_a_slash_are_prose(line: str) -> None:
    assert commands_in(line, today=TODAY) == ()


def test_somebody_can_be_named() -> None:
    commands = commands_in("/met for:ana-rivers 45m\n/snooze 2w FOR: @ben\n/agree", today=TODAY)

    assert [one.person for one in commands] == ["ana-rivers", "ben", None]
    assert commands[0].wish == Met(TODAY, 45)


def test_all_commands_of_a_comment_are_read_up_to_a_limit() -> None:
    text = "/agree\nand\n/snooze 1w\n/nonsense\n/conform\n" + "/met\n" * 50

    commands = commands_in(text, today=TODAY)

    assert len(commands) == MOST_COMMANDS
    assert [word_of(one.wish) for one in commands[:4]] == [
        Word.AGREE,
        Word.SNOOZE,
        Word.CONFIRM,
        Word.MET,
    ]


@pytest.mark.parametrize("word", [*Word])
def test_the_right_form_of_every_command_is_right(word: Word) -> None:
    example = FORMS[word].example

    found = wish(example)

    assert not isinstance(found, Misunderstood)
    assert word_of(found) is word


def test_a_line_is_kept_as_it_was_typed() -> None:
    assert commands_in("/done  Ｆirst\n", today=TODAY) == snapshot(  # noqa: RUF001 # a wide letter
        (
            Command(
                line="/done  Ｆirst",  # noqa: RUF001
                wish=Worded(word=Word.DONE, text="First"),
            ),
        )
    )


HOSTILE = [
    "::error file=x::y",
    "%0A::set-output name=x::y",
    "<!-- mentorgen:pair 2026-spring/ana-ben -->",
    "$(touch /tmp/owned)",
    "`id`",
    "@everyone @org/all",
    "closes #1, GH-2",
    "../../etc/passwd",
    "\x1b[31mred",
    "--private /etc",
    "ana]\nfacts: [x",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc",
    "!!python/object/apply:os.system [id]",
    "{{ config }} {% include 'x' %}",
    "=HYPERLINK(1)",
    "9" * 5000,
    "for:" * 5000,
    "x" * 60_000,
]


@pytest.mark.parametrize("word", [*Word])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_gets_further_than_into_words(word: Word, text: str) -> None:
    for command in commands_in(f"/{word} {text}\n/{word} for:{text}", today=TODAY):
        found = command.wish
        if isinstance(found, WhatIf):
            assert all(name.replace("-", "").isalnum() for name in (found.first, found.second))
        if isinstance(found, Worded):
            assert len(found.text) <= LONGEST_WORDS
        if isinstance(found, Misunderstood):
            assert len(found.why) < 200
            assert found.why.isprintable()
        assert command.person is None or command.person.replace("-", "").isalnum()


TYPED = st.text("/metpausnozcfirdl 0123456789-:.,hwTZfor\n\u00a0`>", max_size=60)


@given(TYPED)
def test_whatever_is_typed_every_wish_makes_sense(text: str) -> None:
    for command in commands_in(text, today=TODAY):
        match command.wish:
            case Met(on, minutes):
                assert on <= TODAY
                assert minutes is None or 1 <= minutes <= 1440
            case Meet(on, at):
                assert on >= TODAY
                assert at is None or 0 <= at < 1440
            case Rest(_, until):
                assert TODAY < until <= TODAY + LONGEST_REST
            case Take(number):
                assert number >= 1
            case _:
                assert word_of(command.wish) in FORMS


@given(st.sampled_from([*Word]), TYPED)
def test_commands_do_not_hang_on_what_stands_around_them(word: Word, other: str) -> None:
    alone = commands_in(FORMS[word].example, today=TODAY)
    prose = " ".join(other.replace("`", "").replace(">", "").split()).replace("/", "")

    assert commands_in(f"{prose}\n\n{FORMS[word].example}\n\n{prose}", today=TODAY) == alone


@given(st.lists(st.sampled_from([FORMS[word].example for word in Word]), max_size=8))
def test_many_commands_are_each_of_them(lines: list[str]) -> None:
    whole = commands_in("\r\n".join(lines), today=TODAY)

    assert whole == tuple(one for line in lines for one in commands_in(line, today=TODAY))
