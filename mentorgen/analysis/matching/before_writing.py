"""A program as it was before the pairs of a proposal became files.

Who was suggested keeps a place from then on, so a proof can be checked only against what was there
before; it names all that was written with it.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import product
from typing import TypeVar

from mentorgen.analysis.matching.certificates import Certificate
from mentorgen.analysis.matching.fingerprints import fingerprint
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.terms import Terms
from mentorgen.model.cohorts import Slot
from mentorgen.model.ids import CohortId, PairId
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Form

V = TypeVar("V")


def program_before(program: Program, certificate: Certificate) -> Program:
    """Take out of a program what was written with a certificate, where the certificate was made without it."""
    cohort = CohortId(certificate.cohort)
    if cohort not in program.cohorts:
        return program
    terms = Terms(rematch=certificate.rematch)
    now = round_of(program, cohort, today=certificate.day, terms=terms)
    return program if fingerprint(now) == certificate.inputs else _without(program, certificate)


def _without(program: Program, certificate: Certificate) -> Program:
    cohort = (one for one in program.pairs.values() if one.cohort == certificate.cohort)
    gone = {one.id for one in cohort if _is_chosen(one, certificate)}
    times = {*certificate.single_meetings.pairs} if certificate.single_meetings else set()
    return replace(
        program,
        pairs=_rest(program.pairs, gone),
        goals=_rest(program.goals, gone),
        meetings=_rest(program.meetings, gone),
        pair_facts=_rest(program.pair_facts, gone),
        slots=tuple(_unbooked(slot, times) for slot in program.slots),
    )


def _is_chosen(pair: Pair, certificate: Certificate) -> bool:
    """Tell whether a pair has just the people whom the certificate put together, in its form."""
    found = certificate.with_mentors
    match pair.form:
        case Form.PEER:
            peers = certificate.peers.pairs if certificate.peers else ()
            return {*pair.members} in [{*couple} for couple in peers]
        case Form.FLASH:
            meetings = certificate.single_meetings.pairs if certificate.single_meetings else ()
            days = {(guest, time.rpartition("/")[0]) for guest, time in meetings}
            return days >= {
                (guest, f"{host}/{pair.starts}")
                for guest, host in product(pair.mentees, pair.mentors)
            }
        case _:
            return {*found.pairs, *found.locked} >= {*product(pair.mentees, pair.mentors)}


def _rest(values: Mapping[PairId, V], gone: Collection[PairId]) -> dict[PairId, V]:
    return {pair: value for pair, value in values.items() if pair not in gone}


def _unbooked(slot: Slot, meetings: Collection[tuple[str, str]]) -> Slot:
    """Open the times again that were booked for the certificate's single meetings."""
    times = tuple(
        time.model_copy(update={"booked_by": None})
        if (time.booked_by, f"{slot.slug}/{slot.on}/{time.at:04}") in meetings
        else time
        for time in slot.times
    )
    return slot if times == slot.times else slot.model_copy(update={"times": times})
