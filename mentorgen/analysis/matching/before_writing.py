"""A program as it was before the pairs of a proposal became files.

Who was suggested keeps a place from then on, so a proof can be checked only against what was there
before; it names all that was written with it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import combinations, product
from typing import TypeVar

from mentorgen.analysis.matching.certificate_sheets import Certificate, PeersFound, ProvenPairs
from mentorgen.analysis.matching.certificates import terms_of
from mentorgen.analysis.matching.fingerprints import fingerprint
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.model.cohorts import Slot
from mentorgen.model.ids import CohortId, PairId
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Form

V = TypeVar("V")
S = TypeVar("S", ProvenPairs, PeersFound)


def program_before(program: Program, certificate: Certificate) -> Program:
    """Take out of a program what was written with a certificate, where the certificate was made without it.

    Its own pairs first; and if the rest is not what it was made of, all that may have been suggested
    since, in case somebody changed the pairs or the certificate by hand.
    """
    cohort = CohortId(certificate.cohort)
    if cohort not in program.cohorts:
        return program
    pairs = [one for one in program.pairs.values() if one.cohort == cohort]
    chosen = [one for one in pairs if _is_chosen(one, certificate)]
    newer = [one for one in pairs if one.starts >= certificate.day and _seeks(one, certificate)]
    ways = (program, _without(program, chosen), _without(program, newer))
    return next((one for one in ways if _is_made_of(certificate, one)), ways[1])


def as_written(program: Program, before: Program, certificate: Certificate) -> Certificate | None:
    """Put the pairs that are files now in the place of a certificate's; None where they are just these.

    None too where nothing was written yet. The times of single meetings are not looked at.
    """
    written = [one for pair, one in program.pairs.items() if pair not in before.pairs]
    couples = {
        couple
        for one in written
        if one.form not in (Form.PEER, Form.FLASH)
        for couple in product(one.mentees, one.mentors)
    }
    peers = {
        couple
        for one in written
        if one.form is Form.PEER
        for couple in combinations(sorted(one.members), 2)
    }
    found, of_peers = certificate.with_mentors, certificate.peers
    is_same = couples == {*found.pairs, *found.locked}
    if not written or (is_same and (of_peers is None or peers == {*of_peers.pairs})):
        return None
    changed = {
        "with_mentors": _with_pairs(found, couples - {*found.locked}),
        "peers": of_peers and _with_pairs(of_peers, peers),
    }
    return certificate.model_copy(update=changed)


def _with_pairs(sheet: S, pairs: Iterable[tuple[str, str]]) -> S:
    return sheet.model_copy(update={"pairs": tuple(sorted(pairs))})


def _is_made_of(certificate: Certificate, program: Program) -> bool:
    terms = terms_of(certificate, program)
    cohort, today = CohortId(certificate.cohort), certificate.day
    return certificate.inputs == fingerprint(round_of(program, cohort, today=today, terms=terms))


def _seeks(pair: Pair, certificate: Certificate) -> bool:
    """Tell whether somebody of a pair sought somebody when the certificate was made; others stood before it."""
    meetings, peers = certificate.single_meetings, certificate.peers
    sought = {
        *certificate.with_mentors.mentees,
        *(peers.people if peers else ()),
        *(guest for guest, _ in (meetings.pairs if meetings else ())),
    }
    return not sought.isdisjoint((*pair.mentees, *pair.members))


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
            return days >= {(guest, f"{pair.mentors[0]}/{pair.starts}") for guest in pair.mentees}
        case _:
            return {*found.pairs, *found.locked} >= {*product(pair.mentees, pair.mentors)}


def _without(program: Program, pairs: Iterable[Pair]) -> Program:
    gone = {one.id: one for one in pairs}
    meetings = [one for one in gone.values() if one.form is Form.FLASH]
    return replace(
        program,
        pairs=_rest(program.pairs, gone),
        goals=_rest(program.goals, gone),
        meetings=_rest(program.meetings, gone),
        pair_facts=_rest(program.pair_facts, gone),
        slots=tuple(_unbooked(slot, meetings) for slot in program.slots),
    )


def _rest(values: Mapping[PairId, V], gone: Collection[PairId]) -> dict[PairId, V]:
    return {pair: value for pair, value in values.items() if pair not in gone}


def _unbooked(slot: Slot, meetings: Iterable[Pair]) -> Slot:
    """Open the times again that were booked for single meetings."""
    guests = {
        guest
        for pair in meetings
        if pair.starts == slot.on and slot.slug in pair.mentors
        for guest in pair.mentees
    }
    times = tuple(
        time.model_copy(update={"booked_by": None}) if time.booked_by in guests else time
        for time in slot.times
    )
    return slot.model_copy(update={"times": times}) if guests else slot
