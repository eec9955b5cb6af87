"""Who waits for a mentor, and for how long."""

from collections.abc import Iterator

from mentorgen.analysis.waiting import applications_by_person
from mentorgen.analysis.wording import day_text
from mentorgen.model.ids import Slug
from mentorgen.model.said import Said, joined, said, said_n
from mentorgen.output.organiser.desk import Desk, person_path
from mentorgen.output.organiser.views import WaitingLine, WaitingPage

MOST = 200
"""A page holds no more; everybody is in the list of all, and the command tells the rest."""


def waiting_page(desk: Desk) -> WaitingPage:
    """Show everybody who waits, the longest first; who never asked on a day comes last."""
    waits = {slug: own.wait for slug, own in desk.places.items() if own.wait is not None}
    days = {
        slug: (desk.today - wait.since).days if wait.since else None for slug, wait in waits.items()
    }
    most = max((number for number in days.values() if number is not None), default=0)
    order = sorted(days, key=lambda slug: (-(days[slug] or -1), slug))
    return WaitingPage(
        title=said("Who waits"),
        lead=said_n("%(num)s person seeks a mentor.", "%(num)s people seek a mentor.", len(days))
        if days
        else said("Nobody waits for a mentor."),
        beside=desk.beside,
        people=tuple(_lines(desk, order[:MOST], days, most)),
    )


def _lines(
    desk: Desk, order: list[Slug], days: dict[Slug, int | None], most: int
) -> Iterator[WaitingLine]:
    asked = applications_by_person(desk.program)
    for slug in order:
        number = days[slug]
        rounds = [desk.program.cohorts[one.cohort].name for one in asked.get(slug, ())]
        yield WaitingLine(
            name=desk.program.participants[slug].name,
            path=person_path(slug),
            days=number,
            share=round(100 * (number or 0) / max(most, 1)),
            text=_text(desk, slug, rounds),
        )


def _text(desk: Desk, slug: Slug, rounds: list[str]) -> Said:
    wait = desk.places[slug].wait
    if not rounds:
        return said("is in the program and asked for no round")
    asked = joined(rounds)
    if wait is None or wait.since is None:
        return said("asked for %(rounds)s", rounds=asked)
    day = day_text(wait.since, today=desk.today)
    return said("asked for %(rounds)s, waits since %(day)s", rounds=asked, day=day)
