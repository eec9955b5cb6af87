from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.spans import Span, day_after, days_outside, merged, span_on

START = date(2026, 3, 2)


def day(number: int) -> date:
    return START + timedelta(days=number)


def span(first: int, back: int) -> Span:
    return Span(day(first), day(back))


spans = st.lists(st.tuples(st.integers(-20, 60), st.integers(0, 20))).map(
    lambda pairs: merged(span(first, first + length) for first, length in pairs)
)


def test_spans_that_overlap_or_touch_become_one_and_empty_ones_none() -> None:
    assert merged([span(9, 12), span(0, 3), span(2, 5), span(5, 6), span(20, 20)]) == (
        span(0, 6),
        span(9, 12),
    )


def test_a_span_holds_its_first_day_and_not_the_day_back() -> None:
    pause = span(0, 3)

    assert span_on((pause,), day(0)) == pause
    assert span_on((pause,), day(3)) is None


def test_days_in_a_span_are_not_counted() -> None:
    assert days_outside((span(-3, 1), span(4, 6), span(9, 30)), day(0), day(10)) == 6


@given(spans, st.integers(0, 60))
def test_the_day_after_some_days_is_the_first_by_which_they_have_passed(
    pauses: tuple[Span, ...], days: int
) -> None:
    found = day_after(START, days, pauses)

    assert days_outside(pauses, START, found) == days
    assert days == 0 or days_outside(pauses, START, found - timedelta(days=1)) == days - 1
