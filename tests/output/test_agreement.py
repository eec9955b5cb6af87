"""The text of an agreement: people's own words do nothing in it."""

from mentorgen.analysis.agreements import agreement_of
from mentorgen.output.agreement import agreement_text
from tests.builders import (
    TODAY,
    a_cohort,
    a_goal,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)

HOSTILE = "@everyone <script> closes #1 | [x](https://example.org)"


def test_nobodys_words_become_markup_mentions_or_links() -> None:
    pair = a_pair(aim=HOSTILE)
    program = a_program(
        settings=some_settings(name=HOSTILE, contact=HOSTILE),
        cohorts=(a_cohort(name=HOSTILE),),
        participants=(a_mentor(name=HOSTILE, called=HOSTILE), a_participant(name=HOSTILE)),
        pairs=(pair,),
        goals=(a_goal(title=HOSTILE),),
    )

    text = agreement_text(program, agreement_of(program, pair, today=TODAY), today=TODAY)

    assert "everyone" in text
    for piece in ("@everyone", "<script", "#1", "[x]", "https://"):
        assert piece not in text


def test_a_pair_without_a_last_day_or_contact_says_so_plainly() -> None:
    pair = a_pair()
    program = a_program(cohorts=(a_cohort(rolling=True, ends=None),), pairs=(pair,))

    text = agreement_text(program, agreement_of(program, pair, today=TODAY), today=TODAY)

    assert "No last day is set" in text
    assert "The organisers:" not in text
    assert "Ana and Ben are asked to sign version" in text
