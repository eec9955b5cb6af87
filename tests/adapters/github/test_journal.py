from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.adapters.github.journal import (
    MOST_BYTES,
    Block,
    Entry,
    Fate,
    Journal,
    JournalError,
    block_in,
    block_text,
    is_journal,
    journal_in,
    journal_text,
)

AT = datetime(2026, 3, 2, 9, 17, tzinfo=UTC)
MARK = "0123456789ab"
SENT = Entry(MARK, Fate.SENT, AT, 57, 0, ("aaaaaaaaaaaa", "bbbbbbbbbbbb"))
JOURNAL = Journal(18, done=True, day=date(2026, 3, 2), blocks=(Block(0, (SENT,)), Block(9_001)))

marks = st.text("0123456789abcdef", min_size=12, max_size=12)
entries = st.builds(
    Entry,
    mark=marks,
    fate=st.sampled_from(Fate),
    at=st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001
        lambda at: at.replace(second=0, microsecond=0, tzinfo=UTC)
    ),
    number=st.integers(0, 999_999_999),
    comment=st.integers(0, 10**17),
    whom=st.lists(marks, max_size=4).map(tuple),
)


def test_a_journal_as_it_is_written() -> None:
    assert journal_text(JOURNAL) == (
        "<!-- mentorgen:journal\n"
        "run 18 done 2026-03-02\n"
        "more 9001\n"
        "0123456789ab sent 2026-03-02T09:17 57 0 aaaaaaaaaaaa,bbbbbbbbbbbb\n"
        "check 217148d4781a\n"
        "-->"
    )
    assert is_journal(journal_text(JOURNAL))
    assert not is_journal("run 18 done 2026-03-02")


@given(st.lists(entries, max_size=6, unique_by=lambda one: one.mark), st.booleans())
def test_what_is_written_is_read_again(found: list[Entry], done: bool) -> None:  # noqa: FBT001
    journal = Journal(3, done=done, blocks=(Block(0, tuple(found)),))
    block = Block(7, tuple(found))

    assert journal_in(f"Hello\n\n{journal_text(journal)}\n") == journal
    assert block_in(7, block_text(block)) == block
    assert journal_in(journal_text(journal).replace("\n", "\r\n")) == journal


@pytest.mark.parametrize(
    ("was", "instead"),
    [
        ("run 18", "run 17"),
        ("57", "58"),
        ("check", "chek"),
        ("<!-- mentorgen:journal\n", "<!-- journal\n"),
        ("-->", ""),
        ("0123456789ab sent", "ba9876543210 sent"),
    ],
)
def test_a_journal_that_somebody_changed_is_not_read(was: str, instead: str) -> None:
    with pytest.raises(JournalError, match="changed by hand"):
        journal_in(journal_text(JOURNAL).replace(was, instead))


def test_a_block_of_another_shape_is_not_read() -> None:
    with pytest.raises(JournalError, match="changed by hand"):
        journal_in(block_text(Block(0, (SENT,))))
    with pytest.raises(JournalError, match="changed by hand"):
        journal_in(block_text(Block()))
    with pytest.raises(JournalError, match="changed by hand"):
        block_in(1, journal_text(JOURNAL))


def test_an_entry_changes_where_it_stands_and_a_new_one_goes_where_there_is_room() -> None:
    full = Block(0, tuple(_many(0, 1000)))
    journal = Journal(1, blocks=(full, Block(9_001)))
    left = replace(full.entries[5], fate=Fate.LEFT)

    grown = journal.with_entries([SENT, left])

    assert grown.blocks[0].entries[5] == left
    assert grown.blocks[1].entries == (SENT,)
    assert full.size > MOST_BYTES
    assert journal.room == MOST_BYTES
    assert grown.without([SENT.mark, left.mark]).blocks[1].entries == ()
    assert len(grown.entries) == 1001


def test_a_block_that_is_full_in_all_its_entries_fits_a_body() -> None:
    longest = Entry("f" * 12, Fate.INTENDED, AT, 999_999_999, 9_999_999_999, ("a" * 12,) * 3)
    journal = Journal()
    for number in range(3000):
        try:
            journal = journal.with_entries([replace(longest, mark=f"{number:012x}")])
        except JournalError:
            break

    assert len(journal.entries) > 500
    assert len(journal_text(journal)) < 62_000


def test_many_new_entries_fill_one_block_and_go_on_in_the_next() -> None:
    journal = Journal(blocks=(Block(), Block(5))).with_entries(_many(0, 1000))

    assert [len(block.entries) for block in journal.blocks] == [MOST_BYTES // 64, 125]


def test_a_full_journal_says_so() -> None:
    with pytest.raises(JournalError, match="full"):
        Journal(blocks=(Block(0, tuple(_many(0, 1000))),)).with_entries([SENT])


def test_a_comment_is_told_from_an_issue() -> None:
    assert not SENT.is_comment
    assert replace(SENT, comment=5).is_comment
    assert replace(SENT, fate=Fate.INTENDED).is_comment
    assert not replace(SENT, fate=Fate.INTENDED, number=0).is_comment


def _many(first: int, many: int) -> list[Entry]:
    return [Entry(f"{number:012x}", Fate.SENT, AT, number) for number in range(first, many)]
