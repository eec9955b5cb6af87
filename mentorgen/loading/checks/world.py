"""What a check may look at beside its own record."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from mentorgen.loading.documents import Document
from mentorgen.loading.references import Known
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import parts, shapes_with_days, values_in
from mentorgen.loading.yaml_events import Path
from mentorgen.model.cohorts import Cohort
from mentorgen.model.facts import Declined, Ended, FactKind, Left
from mentorgen.model.ids import GoalId, PairId, Slug, SurveyId
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair
from mentorgen.model.people import Participant
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.record import Part, Record
from mentorgen.model.settings import Settings
from mentorgen.model.surveys import Survey

R = TypeVar("R", bound=Record)
_FAR = timedelta(days=5 * 366)


@dataclass(frozen=True)
class World:
    """The day of the check, the names that exist and the records that could be read."""

    today: date
    known: Known
    records: Mapping[type[Record], Sequence[Record]]

    def all(self, kind: type[R]) -> Iterator[R]:
        """Give every record of a kind."""
        return (record for record in self.records.get(kind, ()) if isinstance(record, kind))

    @cached_property
    def last_day(self) -> date:
        """The last day that a file may name: nobody plans further ahead than five years."""
        return self.today + _FAR

    @cached_property
    def settings(self) -> Settings | None:
        """The program's own file, where it can be read."""
        return next(self.all(Settings), None)

    @cached_property
    def pairs(self) -> Mapping[PairId, Pair]:
        """The pairs by id."""
        return {pair.id: pair for pair in self.all(Pair)}

    @cached_property
    def meeting_days(self) -> Mapping[PairId, Sequence[tuple[date, int]]]:
        """The days of each pair's meetings, in their order, with the number on that day."""
        days = defaultdict(list)
        for meeting in self.all(Meeting):
            days[meeting.pair].append((meeting.on, meeting.number))
        return {pair: sorted(each) for pair, each in days.items()}

    @cached_property
    def goals(self) -> Mapping[PairId, frozenset[GoalId]]:
        """The goals of each pair that has some."""
        found: dict[PairId, frozenset[GoalId]] = defaultdict(frozenset)
        for goal in self.all(Goal):
            found[goal.pair] |= {goal.id}
        return found

    @cached_property
    def people(self) -> Mapping[Slug, Participant]:
        """The participants by slug."""
        return {person.slug: person for person in self.all(Participant)}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that are shown of all participants, in small letters."""
        return frozenset(person.name.casefold() for person in self.people.values())

    @cached_property
    def cohorts(self) -> Mapping[str, Cohort]:
        """The rounds by id."""
        return {cohort.id: cohort for cohort in self.all(Cohort)}

    @cached_property
    def surveys(self) -> Mapping[SurveyId, Survey]:
        """The surveys by id."""
        return {survey.id: survey for survey in self.all(Survey)}

    @cached_property
    def at_work(self) -> Mapping[PairId, Pair]:
        """The pairs that have begun and, as far as their files tell, are not over."""
        return {name: pair for name, pair in self.pairs.items() if self._is_at_work(pair)}

    @cached_property
    def ended_on(self) -> Mapping[PairId, date]:
        """The day on which each pair ended whose log says so; a fact that was put right does not count."""
        days: dict[PairId, date] = {}
        for log in self.all(PairLog):
            wrong = {
                old.on
                for old in (fact.replaces for fact in log.facts)
                if old and old.kind is FactKind.ENDED
            }
            ends = [
                fact.on for fact in log.facts if isinstance(fact, Ended) and fact.on not in wrong
            ]
            if ends:
                days[log.pair] = min(ends)
        return days

    @cached_property
    def _left(self) -> frozenset[str]:
        """Who left the program at some time."""
        return frozenset(
            log.slug
            for log in self.all(PersonLog)
            if any(isinstance(fact, Left) for fact in log.facts)
        )

    @cached_property
    def _over(self) -> frozenset[PairId]:
        """The pairs that ended, or that somebody turned down or left."""
        return frozenset(
            log.pair
            for log in self.all(PairLog)
            if any(isinstance(fact, Ended | Declined | Left) for fact in log.facts)
        )

    def _is_at_work(self, pair: Pair) -> bool:
        cohort = self.cohorts.get(pair.cohort)
        if cohort is None or pair.id in self._over or not self._left.isdisjoint(pair.everyone):
            return False
        return pair.starts <= self.today and (cohort.ends is None or self.today <= cohort.ends)

    def is_ahead(self, day: date) -> bool:
        """Tell whether a day is still to come; what is too far away is said once, by another check."""
        return self.today < day <= self.last_day

    def ahead(
        self, document: Document, path: Path, day: date | None, what: str
    ) -> Sequence[Problem]:
        """Warn of something that is written down before it has happened."""
        if day is None or not self.is_ahead(day):
            return ()
        message = f"{what} lies after today, {self.today}; write it down when it has been."
        return (document.problem(path, Rule.DATE, message, severity=Severity.WARNING),)


def far_days(document: Document, record: Part, last_day: date) -> Iterator[Problem]:
    """Yield a problem for every date in a record that lies more than five years ahead."""
    for path, part in parts(record):
        for shape in shapes_with_days(type(part)):
            for place, day in values_in(part, path, shape):
                if isinstance(day, date) and day > last_day:
                    yield document.problem(
                        place,
                        Rule.DATE,
                        f"{shape.written} must lie between 1990 and five years from now, "
                        f"not on '{day}'.",
                    )
