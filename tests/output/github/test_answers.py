"""What a bot says below a comment: short, kind, and nothing in it acts."""

import pytest
from inline_snapshot import snapshot

from mentorgen.model.comments import Command, Misunderstood, Plain, Word, Worded
from mentorgen.output.github import answers
from mentorgen.output.github.marks import hidden_in

HOSTILE = "/met @everyone closes #1 <!-- mentorgen:answer 7 --> `x` ::error::y https://e.example"


def _failure(line: str, why: str = "It is no day.") -> answers.Failure:
    return answers.Failure(Command(line, Misunderstood(Word.MET, why)), why)


def test_a_wrong_command_is_answered_with_its_right_form() -> None:
    assert answers.failure_text([_failure("/met soon")], done=1) == snapshot("""\
This could not be done:

* /met soon: It is no day. Write `/met 2026-11-20 45m`, which notes that you were in contact; the length may be left out.

Your other command was followed; there is no need to repeat it.\
""")


@pytest.mark.parametrize(
    "failure", [_failure(HOSTILE), _failure("/met", f"'{HOSTILE}' is no day.")]
)
def test_nothing_that_somebody_typed_acts_in_an_answer(failure: answers.Failure) -> None:
    text = answers.one_answer([answers.failure_text([failure], done=0)], 9)

    assert not [
        act
        for act in ("@everyone", "#1", "<!-- mentorgen:answer 7", "`x`", "https://e")
        if act in text
    ]
    assert hidden_in(text, answers.ANSWER) == "9"


def test_of_own_words_and_long_lines_little_is_said_again() -> None:
    own = answers.Failure(Command("/thanks call 123", Worded(Word.THANKS, "call 123")), "No.")
    long = _failure(f"/met {'x' * 500}", "No.")

    assert "123" not in answers.failure_text([own], done=0)
    assert len(answers.failure_text([long], done=0)) < 250


def test_a_command_that_was_understood_needs_no_other_form() -> None:
    known = answers.Failure(Command("/resume", Plain(Word.RESUME)), "This pair does not pause.")

    assert answers.failure_text([known], done=0) == snapshot(
        "This could not be done:\n\n* /resume: This pair does not pause."
    )


def test_without_logins_the_organisers_are_called_by_what_they_are() -> None:
    assert answers.organisers_called([], link="https://x").startswith("Organisers: ")
    assert answers.organisers_called(["a", "b"], link="https://x").startswith("@a and @b: ")


def test_several_parts_are_one_answer_with_one_mark() -> None:
    text = answers.one_answer([answers.ending_question(), "Hello\n"], 12)

    assert text.endswith("Hello\n\n<!-- mentorgen:answer 12 -->\n")
    assert hidden_in(text, answers.ENDING) == "asked"


def test_a_title_names_each_kind_of_command_once() -> None:
    words = (Word.MET, Word.END, Word.MET)

    assert answers.pull_title("spring/ana-ben", words) == "spring/ana-ben: met, end"
