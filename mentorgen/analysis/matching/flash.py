"""Flash mentoring: who asked for a single meeting and has nobody yet gets one of the times that are open."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.losses import Losses, losses_of
from mentorgen.analysis.assignment.seats import RULED_OUT, Seats
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.availability import is_away
from mentorgen.analysis.consent import consents
from mentorgen.analysis.hours import QUARTER, QUARTERS_A_DAY, weekly_grid
from mentorgen.analysis.matching.constraints import all_of, masks
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.left_over import rounds_waited
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.scores import block_of, tables_of
from mentorgen.analysis.matching.skills import answers
from mentorgen.analysis.matching.suggestions import ALTERNATIVES, loss_of
from mentorgen.analysis.matching.taking_part import barriers_to_part
from mentorgen.analysis.matching.terms import Pairing
from mentorgen.analysis.matching.values import Alternative, FlashTime, Loss, Match, Suggestion
from mentorgen.model.cohorts import Slot, SlotTime
from mentorgen.model.ids import Slug
from mentorgen.model.people import Skilled
from mentorgen.model.words import Audience, Form

_NOT_ASKED = {Rule.OTHER_FORM, Rule.TOO_FEW_HOURS}
"""Rules on mentoring that lasts: a single meeting has its form and its time."""


@dataclass(frozen=True, slots=True)
class OpenTime:
    """A time that nobody has booked, and who offers it."""

    host: Candidate
    slot: Slot
    time: SlotTime

    @property
    def id(self) -> str:
        """Tells the open times apart."""
        return f"{self.host.slug}/{self.slot.on}/{self.time.at:04}"

    @property
    def flash(self) -> FlashTime:
        """When it is."""
        at = time(*divmod(self.time.at, 60))
        return FlashTime(on=self.slot.on, at=at, minutes=self.time.minutes)


@dataclass(frozen=True, slots=True)
class FlashRound:
    """Who seeks a single meeting (rows), the times that are open (columns), and the points of both."""

    matching: Round
    people: tuple[Candidate, ...]
    times: tuple[OpenTime, ...]
    points: NDArray[np.int16]
    forced: frozenset[Slug] = frozenset()

    @property
    def seats(self) -> Seats:
        """What there is to solve: one meeting a person, one person a time.

        Whoever must have a meeting counts as having waited longer than all others together. That is
        enough: whoever can have places at all can have them in some choice that places most people.
        """
        waited = np.array(rounds_waited(self.matching, self.people), dtype=np.int64)
        must = np.array([one.slug in self.forced for one in self.people], dtype=np.int64)
        return Seats(
            points=self.points,
            mentees=tuple(one.slug for one in self.people),
            mentors=tuple(one.id for one in self.times),
            demand=np.ones(len(self.people), dtype=np.int64),
            capacity=np.ones(len(self.times), dtype=np.int64),
            waited=waited + must * (1 + int(waited.sum())),
        )

    def suggestions(self, solution: Solution, *, explained: bool) -> Iterator[Suggestion]:
        """Suggest the meetings of a solution, each with the next best hosts and what they would cost."""
        losses = losses_of(self.seats, solution) if explained else None
        for row, column in zip(solution.rows.tolist(), solution.columns.tolist(), strict=True):
            yield self._suggestion(row, column, tuple(self._others(row, column, losses)))

    def _others(self, row: int, column: int, losses: Losses | None) -> Iterator[Alternative]:
        """Find the next best hosts, each at the time that costs least."""
        own, points = self.times[column].host.slug, self.points[row].astype(np.int32)
        columns: dict[Slug, list[int]] = {}
        for at in np.argsort(-points, kind="stable").tolist():
            host = self.times[at].host.slug
            if points[at] > RULED_OUT and host != own:
                columns.setdefault(host, []).append(at)
        for host, some in islice(columns.items(), ALTERNATIVES):
            loss = None if losses is None else _least_loss(losses, row, some)
            yield Alternative(slug=host, points=int(points[some[0]]), loss=loss)

    def _suggestion(self, row: int, column: int, others: tuple[Alternative, ...]) -> Suggestion:
        open_time, points = self.times[column], self.points[row, column]
        host, guest = open_time.host, self.people[row]
        match = Match(
            mentor=host.slug,
            mentee=guest.slug,
            fit=fit(self.matching, host, guest),
            rank_for_mentor=1 + int((self.points[:, column] > points).sum()),
            rank_for_mentee=1 + int((self.points[row] > points).sum()),
            alternatives=others,
        )
        return Suggestion(
            form=Form.FLASH,
            mentors=(host.slug,),
            mentees=(guest.slug,),
            matches=(match,),
            flash=open_time.flash,
        )


def flash_round(
    matching: Round,
    *,
    busy: Collection[Slug],
    forbidden: Iterable[Pairing] = (),
    forced: Iterable[Pairing] = (),
) -> FlashRound:
    """Lay out the open times of a round for those who asked for a single meeting and are not busy.

    Of forced and forbidden pairs the host comes first.
    """
    people, times = tuple(_seekers(matching, busy)), tuple(_open_times(matching))
    hosts = tuple({one.host.slug: one.host for one in times}.values())
    place = {one.slug: at for at, one in enumerate(hosts)}
    by_host = _points(matching, people, hosts)
    points = np.full((len(people), len(times)), RULED_OUT, dtype=np.int16)
    for column, one in enumerate(times):
        suits = np.array([_suits(matching, guest, one) for guest in people], dtype=np.bool_)
        points[suits, column] = by_host[suits, place[one.host.slug]]
    row = {one.slug: at for at, one in enumerate(people)}
    offered = np.array([one.host.slug for one in times], dtype=object)
    for host, guest in forbidden:
        if guest in row:
            points[row[guest], offered == host] = RULED_OUT
    wanted = {guest: host for host, guest in forced}
    for guest, host in wanted.items():
        points[row[guest], offered != host] = RULED_OUT
    return FlashRound(matching, people, times, points, frozenset(wanted))


def could_meet(matching: Round, pairing: Pairing) -> bool:
    """Tell whether a host has an open time for a guest who asked for a single meeting."""
    host, guest = pairing
    found = flash_round(matching, busy=[one for one in matching.candidates if one != guest])
    hosted = [one.host.slug == host for one in found.times]
    return bool((found.points[:, hosted] > RULED_OUT).any())


def _least_loss(losses: Losses, row: int, columns: Iterable[int]) -> Loss | None:
    costs = (losses.of(row, column) for column in columns)
    cost = min((one for one in costs if one is not None), default=None)
    return None if cost is None else loss_of(losses.solution.stages, cost)


def _seekers(matching: Round, busy: Collection[Slug]) -> Iterator[Candidate]:
    booked = {
        time.booked_by
        for slot in matching.program.slots
        if slot.on >= matching.today
        for time in slot.times
    }
    for one in sorted(matching.candidates.values(), key=lambda one: one.slug):
        if Form.FLASH not in one.forms or not one.role.learns:
            continue
        if one.slug in busy or one.slug in matching.placed or one.slug in booked:
            continue
        if next(barriers_to_part(matching, one, Audience.MENTEE), None) is None:
            yield one


def _open_times(matching: Round) -> Iterator[OpenTime]:
    """Give the open times until the round ends, of people who agreed and are there; soonest first."""
    last = matching.cohort.ends
    for slot in sorted(matching.program.slots, key=lambda slot: (slot.on, slot.slug)):
        host = matching.candidates[slot.slug]
        over = last is not None and not matching.cohort.rolling and slot.on > last
        if slot.on < matching.today or over or not _is_there(matching, host):
            continue
        for one in sorted(slot.times, key=lambda one: one.at):
            if one.booked_by is None:
                yield OpenTime(host, slot, one)


def _is_there(matching: Round, host: Candidate) -> bool:
    agreed = consents(host.person, matching.program.settings, today=matching.today)
    return agreed and not is_away(matching.program, host.slug, today=matching.today)


def _points(
    matching: Round, people: Sequence[Candidate], hosts: Sequence[Candidate]
) -> NDArray[np.int16]:
    tables, everybody = tables_of(matching, people, hosts), slice(0, len(people))
    block = block_of(tables, everybody)
    found = masks(tables, block, everybody)
    asked = (mask for rule, mask in found if rule not in _NOT_ASKED)
    free = all_of(asked, block.points.shape)
    points: NDArray[np.int16] = np.where(free, block.points, RULED_OUT).astype(np.int16)
    return points


def _suits(matching: Round, guest: Candidate, open_time: OpenTime) -> bool:
    """Tell whether a time lies in somebody's hours and is about what they ask for, as far as one knows."""
    skills = tuple(Skilled(skill=skill) for skill in open_time.slot.skills)
    if skills and guest.wants and not answers(matching.vocabulary, skills, guest.wants):
        return False
    on = open_time.slot.on
    grid = weekly_grid(guest.person, on - timedelta(days=on.weekday()))
    if grid is None:
        return True
    first = on.weekday() * QUARTERS_A_DAY + open_time.time.at // QUARTER
    last = on.weekday() * QUARTERS_A_DAY + -(
        -(open_time.time.at + open_time.time.minutes) // QUARTER
    )
    return bool(np.take(grid, range(first, last), mode="wrap").all())
