"""What a proposal says: who is suggested to whom and why, who waits and why, and what the run reached."""

from dataclasses import dataclass
from datetime import date, time

from mentorgen.analysis.matching.fits import Fit
from mentorgen.model.ids import CohortId, PairId, SkillId, Slug
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.words import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What another choice would cost, in the order of importance; below 0 is a gain.

    `people` find nobody, `waited` of them had waited already, `further` second and third mentors are
    lost, `weak` pairs more fall into each band (weakest first), `points` are lost in all, and `kept`
    standing pairs change.
    """

    people: int = 0
    waited: int = 0
    further: int = 0
    weak: tuple[int, ...] = ()
    points: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One person's change in a story: from whom to whom; None is nobody."""

    mentee: Slug
    before: Slug | None
    after: Slug | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A next best mentor for a mentee, with the points of the two and what choosing them would cost.

    `loss` is None where a round is too large to ask it of everybody.
    """

    slug: Slug
    points: int
    loss: Loss | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A mentor with a mentee, or two peers, the first by slug as `mentor`.

    Ranks count from 1, best first, among all whom the rules allow; equals share one.
    """

    mentor: Slug
    mentee: Slug
    fit: Fit
    rank_for_mentor: int
    rank_for_mentee: int
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlashTime:
    """When a flash meeting takes place: a day, a time in UTC and how long."""

    on: date
    at: time
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One suggested relationship of any form, with one match for each mentee (or for the two peers).

    `standing` is the pair's id where it stood before this run; `locked` where a policy says it stays.
    """

    form: Form
    mentors: tuple[Slug, ...] = ()
    mentees: tuple[Slug, ...] = ()
    members: tuple[Slug, ...] = ()
    matches: tuple[Match, ...]
    flash: FlashTime | None = None
    standing: PairId | None = None
    locked: bool = False

    @property
    def everyone(self) -> tuple[Slug, ...]:
        """All people of the relationship, mentors first."""
        return (*self.mentors, *self.mentees, *self.members)

    @property
    def points(self) -> int:
        """All points of its matches."""
        return sum(match.fit.points for match in self.matches)


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelStep:
    """How many mentors are left for somebody after a rule, such as "speaks a language in common"."""

    text: str
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Somebody who seeks a mentor, or peers, and gets none this time; for organisers.

    `text` says why in a sentence, `change` the smallest thing that would help, `offers` other forms
    of the round that are open to them. `waited` counts the rounds in which they were left over.
    """

    slug: Slug
    text: str
    steps: tuple[FunnelStep, ...] = ()
    change: str = ""
    offers: tuple[Form, ...] = ()
    waited: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlaces:
    """A mentor with places left after the proposal."""

    slug: Slug
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPrice:
    """What one more place of a mentor would bring, exactly: people placed more, and points."""

    slug: Slug
    people: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recruit:
    """Whom to look for: so many more mentors for a skill would place so many people more."""

    skill: SkillId
    mentors: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parity:
    """How a self-described group of five or more fared: people in it, and how many found somebody."""

    dimension: str
    value: str
    people: int
    matched: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a run reached.

    `matched` of at most `reachable` people who could be matched at all, out of `seeking`. `bands` counts
    the pairs in each quality band, weakest first, as (lowest points, highest points, pairs). `weakest`
    is the lowest score. `fairness` is what the order of the stages cost in points against the highest
    total that as many people could have. `blocking` counts couples who each named the other, or one
    whom the other named, and would both rather have each other. `wishes` counts granted wishes by
    rank, first wishes first. `load` counts mentors by how many mentees they get. `kept` of `stood`
    standing pairs stay.
    """

    seeking: int
    reachable: int
    matched: int
    weakest: int | None
    bands: tuple[tuple[int, int, int], ...] = ()
    fairness: int = 0
    blocking: int = 0
    wishes: tuple[int, ...] = ()
    load: tuple[tuple[int, int], ...] = ()
    kept: int = 0
    stood: int = 0
    parity: tuple[Parity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The set of relationships that is best for a round on a day.

    Suggestions are sorted by their people, everything else by slug. `values` has what each stage of the
    optimum reaches, by its name; it is `proven` unless there were too many ways to open circles to look
    at all of them. `note` says in a sentence why there is nothing to suggest.
    """

    cohort: CohortId
    policy: MatchingPolicy
    suggestions: tuple[Suggestion, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    mentors_with_places: tuple[OpenPlaces, ...] = ()
    seat_prices: tuple[SeatPrice, ...] = ()
    recruits: tuple[Recruit, ...] = ()
    figures: Figures | None = None
    considered_mentors: int = 0
    considered_mentees: int = 0
    possible_pairs: int = 0
    total: int = 0
    values: tuple[tuple[str, int], ...] = ()
    proven: bool = True
    note: str | None = None
