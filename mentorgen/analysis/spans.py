"""Stretches of days, such as pauses, and how to count the days outside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `first` up to, but not including, `back`."""

    first: date
    back: date

    def holds(self, day: date) -> bool:
        """Tell whether the day lies inside."""
        return self.first <= day < self.back


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that overlap or touch and leave out empty ones; sorted by their first day."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if span.first < span.back):
        if joined and span.first <= joined[-1].back:
            joined[-1] = Span(joined[-1].first, max(joined[-1].back, span.back))
            continue
        joined.append(span)
    return tuple(joined)


def span_on(spans: Iterable[Span], day: date) -> Span | None:
    """Find the span that holds the day."""
    return next((span for span in spans if span.holds(day)), None)


def days_outside(spans: Iterable[Span], start: date, end: date) -> int:
    """Count the days from `start` up to, but not including, `end` that no merged span holds."""
    inside = sum(max((min(span.back, end) - max(span.first, start)).days, 0) for span in spans)
    return (end - start).days - inside


def day_after(start: date, days: int, spans: Iterable[Span]) -> date:
    """Find the first day by which so many days outside the merged spans have passed since `start`."""
    day = start + timedelta(days=days)
    for span in spans:
        first = max(span.first, start)
        if first < day and first < span.back:
            day += span.back - first
    return day
