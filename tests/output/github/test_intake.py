"""What a bot answers to a form: plain words, and nothing that anybody could make it say."""

import pytest
from inline_snapshot import snapshot

from mentorgen.analysis.applicants import Queue, Stage
from mentorgen.analysis.figures import Figure
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.intake import (
    InTheProgram,
    OneAtATime,
    Outcome,
    Proposed,
    Said,
    ToMend,
    Unproposed,
    Written,
    answer_text,
    headline,
    headline_in,
    written_in,
)

EVERY: tuple[Outcome, ...] = (
    ToMend([("Name", "this needs an answer.")], 3),
    Proposed(3, ("Gardening",)),
    Unproposed("https://example.org/compare"),
    OneAtATime(2),
    InTheProgram(None),
    *(InTheProgram(stage) for stage in Stage),
    *map(Written, RequestKind),
    *Said,
)


@pytest.mark.parametrize("outcome", EVERY, ids=str)
def test_every_answer_begins_with_where_it_stands(outcome: Outcome) -> None:
    text = answer_text(outcome, None, {})

    assert text.startswith(f"**{headline(outcome)}")
    assert text.endswith("<!-- mentorgen:intake nothing -->\n")
    assert not any(word in text.lower() for word in ("fail", "error", "invalid", "late", "silent"))


def test_what_was_written_is_remembered() -> None:
    written = {"program/participants/ana.yaml": "0123456789ab", "b": "c"}

    assert written_in(answer_text(InTheProgram(None), None, written)) == written
    assert written_in(answer_text(Said.SAME, None, {})) == {}
    assert written_in("Thank you!") is None


def test_more_complaints_than_anybody_reads_are_counted() -> None:
    text = answer_text(
        ToMend([("A @name", f"wrong {number}") for number in range(22)], None), None, {}
    )

    assert text.count("\n* **A @\u200bname**: wrong") == 20
    assert "* … and 2 more things of the same kind." in text


@pytest.mark.parametrize(
    ("waiting", "days", "said"),
    [
        (None, None, "Few people wait for a mentor now."),
        (0, 0, "Nobody waits for a mentor now."),
        (
            7,
            12,
            "7 people wait for a mentor now. It usually took 12 days until somebody was found.",
        ),
        (7, None, "7 people wait for a mentor now."),
        (7, 1, "7 people wait for a mentor now. It usually took 1 day until somebody was found."),
    ],
)
def test_the_queue_is_told_as_far_as_it_names_nobody(
    waiting: int | None, days: int | None, said: str
) -> None:
    figures = Queue(Figure(waiting), Figure(days))

    assert answer_text(InTheProgram(Stage.WAITING), figures, {}).split("\n\n")[1] == said


@pytest.mark.parametrize("outcome", EVERY, ids=str)
def test_the_queue_is_told_to_those_who_wait_in_it_and_to_nobody_else(outcome: Outcome) -> None:
    stages = {Stage.APPLIED, Stage.ACCEPTED, Stage.WAITING}
    waits = isinstance(outcome, Proposed | Unproposed) or (
        isinstance(outcome, InTheProgram) and outcome.stage in stages
    )

    text = answer_text(outcome, Queue(Figure(7), Figure(12)), {})

    assert ("7 people wait" in text) is waits


@pytest.mark.parametrize("outcome", EVERY, ids=str)
def test_the_headline_of_an_answer_can_be_read_again(outcome: Outcome) -> None:
    assert headline_in(answer_text(outcome, None, {})) == headline(outcome)
    assert headline_in("Thank you!") is None


def test_the_words_of_each_answer() -> None:
    assert [answer_text(one, None, {}).split("\n<!--")[0] for one in EVERY] == snapshot(
        [
            """\
**Almost there.** A few answers cannot be taken as they are:

* **Name**: this needs an answer.

Edit your text above (the menu with three dots, then *Edit*) and save; it is read again at once. A question that you need not answer can say `_No response_`.
Until then #3 stays as it was.
""",
            """\
**Received.** Thank you! Your answers are complete and wait for an organiser in #3. You need not do anything; if you edit your text above, it is taken over.

New to our list of skills: Gardening. That is fine; an organiser adds it or finds our word for it.
""",
            """\
**Received.** Your answers are complete and wait for an organiser. You need not do anything.

For organisers: automation may not open pull requests here. [Open it yourself](https://example.org/compare), and allow it in the repository's settings under *Actions*, *General*.
""",
            "**One at a time.** You asked for the same in #2, which is open. Edit that one, or close it and then edit this one.\n",
            "**Done.** An organiser took it over.\n",
            "**Received.** Your record is in the program, and an organiser looks at your application.\n",
            "**Accepted.** Welcome, you are in the program! As soon as somebody fits, both of you are asked.\n",
            "**Waiting for a match.** Welcome, you are in the program! We look for somebody who fits, and as soon as there is somebody, both of you are asked. You need not do anything until then.\n",
            "**Suggested.** There is somebody who may fit you well. Both of you are asked in a place of your own, and each of you can say no.\n",
            "**Matched.** You found each other; have a good time together! When something about you changes, there is a form for it.\n",
            "**Closed.** An organiser closed this without taking it up. It says nothing about you: places are few and hours do not always meet. Ask here what would help; to apply again, reopen this issue.\n",
            "**Withdrawn.** Nothing of it goes into the program. To apply again, reopen this issue.\n",
            "**You have left the program.** To come back, write to the organisers; the door is open.\n",
            "**Done.** It is written down. Something wrong? Edit your text above, and it is read again.\n",
            "**Done.** It is written down. Something wrong? Edit your text above, and it is read again.\n",
            "**Done.** Your record says so now, and your page follows in a few minutes.\n",
            "**Done.** Your break is written down. Until its day nothing is expected of you and nobody writes to you; then it goes on by itself.\n",
            "**Done.** You have left the program. Thank you for the time that you gave! Was it a mistake, or would you like to come back one day? Write to the organisers; the door is open.\n",
            "**Done.** Your meeting is written down. Something wrong? Edit your text above, and it is read again.\n",
            "**Done.** Your goal is written down. Good luck with the first step! Something wrong? Edit your text above, and it is read again.\n",
            "**Done.** Your wish is written down and counts when pairs are suggested. They may still say no, and you may ask for somebody else.\n",
            "**Done.** The time is yours. Another one would suit you better? Edit your text above, and this one is free again.\n",
            "**Done.** It is written down. Something wrong? Edit your text above, and it is read again.\n",
            "**Nothing to do.** It stands like this in the program already.\n",
            "**Closed.** An organiser closed this without taking it up. It says nothing about you: places are few and hours do not always meet. Ask here what would help; to apply again, reopen this issue.\n",
            "**Withdrawn.** Nothing of it goes into the program. To apply again, reopen this issue.\n",
            "**In good hands.** An organiser works on it by hand, so what you edit here is no longer taken over by itself. Tell them below what should be different.\n",
            "**Received.** Something on our side has to be mended first; the organisers see it. You need not do anything: once it is mended, an edit here or a word of theirs starts it again.\n",
        ]
    )
