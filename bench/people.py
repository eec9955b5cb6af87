"""Compare what the matcher would do with the pairs that people made by hand.

    python bench/people.py FILE.json

The file is as `cohorts.py` describes it, with "pairs_made_by_people": [[mentee, mentor], ...] in each
cohort. For each cohort and each way of scoring there is one line:

* AUC: how often a pair made by hand has more points than one that was not, over the whole cohort;
  "per mentee" is the mean over mentees of the same among their own mentors;
* MRR: the mean over mentees of one by the rank of the best-placed mentor whom people chose;
* found: pairs made by hand that the best assignment has too, everybody with as many partners as people
  gave them, and that number by what pure chance would find.

The first line is the matcher with its usual weights; those below it leave out one criterion each, and
the last one counts only skills that are the same, as a list of tags does.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from cohorts import STARTS, program_files
from numpy.typing import NDArray
from scipy.stats import rankdata

from mentorgen.analysis.assignment.seats import Seats
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.analysis.matching.fits import Criterion
from mentorgen.analysis.matching.rounds import Round, round_of
from mentorgen.analysis.matching.scores import block_of, tables_of
from mentorgen.loading.program import load
from mentorgen.model.ids import CohortId
from mentorgen.model.policies import MatchingPolicy, Weights
from mentorgen.model.program import Program
from mentorgen.model.words import Objective
from mentorgen.output.new_records import id_from

TODAY = date.fromisoformat(STARTS)


@dataclass(frozen=True, slots=True)
class Cohort:
    """People of a cohort by slug, and which pairs people made by hand (mentees x mentors)."""

    id: CohortId
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    by_hand: NDArray[np.bool_]


def main(source: str) -> None:
    """Print one table for all cohorts of a file."""
    cohorts = json.loads(Path(source).read_text(encoding="utf-8"))["cohorts"]
    program = _program(cohorts)
    print(
        f"{'cohort':<9} {'scores':<18} {'AUC':>6} {'per mentee':>11} {'MRR':>6} {'found':>6} {'by chance':>10} {'times':>6}"
    )
    for cohort in map(_cohort, cohorts):
        for name, points in _ways(program, cohort):
            auc, own, mrr = _auc(points, cohort.by_hand), *_by_mentee(points, cohort.by_hand)
            found, chance = _found(points, cohort), _by_chance(cohort.by_hand)
            print(
                f"{cohort.id:<9} {name:<18} {auc:>6.3f} {own:>11.3f} {mrr:>6.3f} "
                f"{found:>6} {chance:>10.1f} {found / chance:>6.2f}"
            )


def _program(cohorts: list[Mapping[str, Any]]) -> Program:
    with tempfile.TemporaryDirectory() as folder:
        for place, text in program_files(cohorts):
            file = Path(folder, place)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        loaded = load(Path(folder), today=TODAY)
    if loaded.program is None:
        raise SystemExit("\n".join(problem.message for problem in loaded.problems))
    return loaded.program


def _cohort(cohort: Mapping[str, Any]) -> Cohort:
    mentees = tuple(id_from(one["id"], otherwise="person") for one in cohort["mentees"])
    mentors = tuple(id_from(one["id"], otherwise="person") for one in cohort["mentors"])
    by_hand = np.zeros((len(mentees), len(mentors)), dtype=np.bool_)
    for mentee, mentor in cohort["pairs_made_by_people"]:
        by_hand[
            mentees.index(id_from(mentee, otherwise="")),
            mentors.index(id_from(mentor, otherwise="")),
        ] = True
    name = id_from(f"cohort {cohort['id']}", otherwise="cohort")
    return Cohort(CohortId(name), mentees, mentors, by_hand)


def _ways(program: Program, cohort: Cohort) -> Iterator[tuple[str, NDArray[np.int16]]]:
    matching = round_of(program, cohort.id, today=TODAY)
    yield "all criteria", _points(matching, cohort, Weights())
    for criterion in (Criterion.SKILLS, Criterion.GOALS, Criterion.HOURS):
        weights = Weights.model_validate({criterion.value: 0})
        yield f"without {criterion}", _points(matching, cohort, weights)
    yield "same tags only", _same_tags(matching, cohort)


def _points(matching: Round, cohort: Cohort, weights: Weights) -> NDArray[np.int16]:
    weighed = replace(matching, policy=MatchingPolicy(weights=weights))
    people = {str(slug): one for slug, one in weighed.candidates.items()}
    tables = tables_of(
        weighed, [people[one] for one in cohort.mentees], [people[one] for one in cohort.mentors]
    )
    return block_of(tables, slice(None)).points


def _same_tags(matching: Round, cohort: Cohort) -> NDArray[np.int16]:
    people = {str(slug): one for slug, one in matching.candidates.items()}
    wants = [{one.skill for one in people[mentee].wants} for mentee in cohort.mentees]
    offers = [{one.skill for one in people[mentor].person.offers} for mentor in cohort.mentors]
    return np.array([[len(want & offer) for offer in offers] for want in wants], dtype=np.int16)


def _auc(points: NDArray[np.int16], by_hand: NDArray[np.bool_]) -> float:
    """Compute the area under the curve by the sum of ranks (Mann and Whitney); equals count half."""
    ranks = rankdata(points.ravel())[by_hand.ravel()]
    ours, others = ranks.size, by_hand.size - ranks.size
    return float((ranks.sum() - ours * (ours + 1) / 2) / (ours * others))


def _by_mentee(points: NDArray[np.int16], by_hand: NDArray[np.bool_]) -> tuple[float, float]:
    areas, ranks = [], []
    for row, chosen in zip(points, by_hand, strict=True):
        if chosen.any():
            areas.append(_auc(row, chosen))
            ranks.append(1 / rankdata(-row)[chosen].min())
    return float(np.mean(areas)), float(np.mean(ranks))


def _found(points: NDArray[np.int16], cohort: Cohort) -> int:
    seats = Seats(
        points=points,
        mentees=cohort.mentees,
        mentors=cohort.mentors,
        demand=cohort.by_hand.sum(axis=1),
        capacity=cohort.by_hand.sum(axis=0),
    )
    best = solve(seats, stages_of(Objective.BEST_FIT))
    return int(cohort.by_hand[best.rows, best.columns].sum())


def _by_chance(by_hand: NDArray[np.bool_]) -> float:
    """Give the pairs that a random filling of the same places finds on average."""
    demand, capacity = by_hand.sum(axis=1), by_hand.sum(axis=0)
    return float((np.outer(demand, capacity) * by_hand).sum() / by_hand.sum())


if __name__ == "__main__":
    main(sys.argv[1])
