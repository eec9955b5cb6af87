"""What all of an organiser's pages need of a program on a day, computed once."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote, urlencode

from mentorgen.analysis.availability import Places, places_among
from mentorgen.analysis.needs import Need, needs
from mentorgen.analysis.outcomes import RoundOutcome, outcomes_in_order, round_outcomes
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.analysis.totals import AllTotals, all_totals
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import CohortId, PairId, Slug
from mentorgen.model.program import Program
from mentorgen.model.said import Said, joined, said
from mentorgen.output.site.views import LinkView

ROOT = "organiser/"
_MAIL = re.compile(r"[^@\s,;?&]+@[^@\s,;?&]+\.[^@\s,;?&]+")


@dataclass(frozen=True)
class Desk:
    """A program with all that organisers may read, on a day; `public` are the paths of the public pages."""

    program: Program
    today: date
    public: Collection[str]

    @cached_property
    def known(self) -> Mapping[PairId, Relationship]:
        """Every pair on the day."""
        return relationships(self.program, today=self.today)

    @cached_property
    def places(self) -> Mapping[Slug, Places]:
        """Everybody's places on the day."""
        return places_among(self.program, self.known, today=self.today)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What needs an organiser, the most urgent first."""
        return needs(self.program, today=self.today)

    @cached_property
    def totals(self) -> AllTotals:
        """The figures of the program and its rounds."""
        return all_totals(self.program, today=self.today)

    @cached_property
    def outcomes(self) -> tuple[tuple[CohortId, RoundOutcome], ...]:
        """What came of each round in which something began, the oldest first."""
        found = round_outcomes(self.program, self.known, self.totals.cohorts, today=self.today)
        return tuple(outcomes_in_order(self.program, found))

    @cached_property
    def open_rounds(self) -> tuple[Cohort, ...]:
        """The rounds that have not ended."""
        cohorts = self.program.cohorts.values()
        return tuple(one for one in cohorts if one.ends is None or one.ends >= self.today)

    def pairs_of(self, slug: Slug) -> tuple[Relationship, ...]:
        """List the pairs whose file names a person, by id."""
        return self._by_person.get(slug, ())

    @cached_property
    def _by_person(self) -> Mapping[Slug, tuple[Relationship, ...]]:
        found: dict[Slug, list[Relationship]] = defaultdict(list)
        for one in self.known.values():
            for slug in one.pair.everyone:
                found[slug].append(one)
        return {slug: tuple(own) for slug, own in found.items()}

    def names(self, slugs: Iterable[Slug]) -> Said:
        """Join the names of people."""
        return joined(self.program.participants[slug].name for slug in slugs)

    @cached_property
    def beside(self) -> tuple[LinkView, ...]:
        """Lead from each page to the others."""
        return tuple(self._beside())

    def _beside(self) -> Iterator[LinkView]:
        yield LinkView(text=said("Needs you today"), target=ROOT)
        yield LinkView(text=said("How pairs are"), target=f"{ROOT}health/")
        yield LinkView(text=said("Who waits"), target=f"{ROOT}waiting/")
        yield LinkView(text=said("Everybody"), target=f"{ROOT}people/")
        for cohort in self.open_rounds:
            text = said("Matching: %(round)s", round=cohort.name)
            yield LinkView(text=text, target=matching_path(cohort.id))
        for cohort_id, _ in self.outcomes:
            text = said("Report: %(round)s", round=self.program.cohorts[cohort_id].name)
            yield LinkView(text=text, target=report_path(cohort_id))

    def person_links(self, slugs: Iterable[Slug]) -> Iterator[LinkView]:
        """Lead to the page of each person."""
        for slug in slugs:
            yield LinkView(text=self.program.participants[slug].name, target=person_path(slug))

    def pair_link(self, pair: PairId) -> Iterator[LinkView]:
        """Lead to a pair's public page, where it has one."""
        path = f"pairs/{pair}/"
        if path in self.public:
            yield LinkView(text=said("Their page"), target=path)

    def mail_link(self, slugs: Iterable[Slug]) -> Iterator[LinkView]:
        """Open a letter to those whose address the private folder has."""
        people = [self.program.participants[slug] for slug in slugs]
        reached = [one for one in people if one.contact and _MAIL.fullmatch(one.contact)]
        if reached:
            to = ",".join(quote(one.contact or "", safe="@") for one in reached)
            subject = urlencode({"subject": self.program.settings.name}, quote_via=quote)
            names = joined(one.name for one in reached)
            yield LinkView(
                text=said("Write to %(names)s", names=names), target=f"mailto:{to}?{subject}"
            )


def person_path(slug: Slug) -> str:
    """Say where the page of a person lies."""
    return f"{ROOT}people/{slug}/"


def matching_path(cohort: CohortId) -> str:
    """Say where the matching of a round lies."""
    return f"{ROOT}matching/{cohort}/"


def report_path(cohort: CohortId) -> str:
    """Say where the organisers' report of a round lies."""
    return f"{ROOT}reports/{cohort}/"
