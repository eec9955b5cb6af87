"""Trees that grow along pairs without slack from everybody who is alone, to find whom to pair up anew.

A part that a tree reaches at an even distance is near, one at an odd distance is far: who is near could
have a peer outside if all on the way moved on. Two parts near each other close an odd ring where
they are of one tree; where they are of two, everybody on the way gets another peer, and two more have one.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from mentorgen.analysis.assignment.rings import Joint, Rings
from mentorgen.analysis.assignment.seats import Whole

NEAR, UNREACHED, FAR_OFF = 1, 0, -1


@dataclass(slots=True)
class Forest:
    """`side` tells for each person whether they are near; `entry` by which pair each part was reached."""

    rings: Rings
    side: Whole
    entry: dict[int, Joint | None]

    @classmethod
    def of(cls, rings: Rings) -> "Forest":
        """Plant a tree for everybody who is alone."""
        forest = cls(rings, np.zeros(len(rings.mate), dtype=np.int64), {})
        for person in rings.alone:
            forest._reach(int(rings.outer[person]), NEAR, None)
        return forest

    def follow(self, one: int, other: int) -> bool | None:
        """Follow a pair without slack: None where it leads nowhere new, True where two more find a peer."""
        if self.side[one] != NEAR:
            one, other = other, one
        if self.side[one] != NEAR or self.rings.outer[one] == self.rings.outer[other]:
            return None
        if self.side[other] == FAR_OFF:
            return None
        if self.side[other] == NEAR:
            return self._meet(one, other)
        self._grow(one, other)
        return False

    def open(self, number: int) -> None:
        """Take a far ring without a price apart, and let the tree go on through it."""
        entry = self.entry.pop(number)
        assert entry is not None, "a far part was reached by a pair"
        ring = self.rings.open(number)
        for part in ring.parts:
            self._reach(part, UNREACHED, None)
        places = self.rings.entered_at(ring, entry[1])
        self._reach(ring.parts[places[0]], FAR_OFF, entry)
        for turn, (before, at) in enumerate(pairwise(places)):
            forward = at == (before + 1) % len(ring.parts)
            joint = ring.joints[before] if forward else ring.joints[at][::-1]
            self._reach(ring.parts[at], FAR_OFF if turn % 2 else NEAR, joint)

    def _grow(self, one: int, other: int) -> None:
        rings = self.rings
        part = int(rings.outer[other])
        base = rings.base(part)
        mate = rings.mate[base]
        self._reach(part, FAR_OFF, (one, other))
        self._reach(int(rings.outer[mate]), NEAR, (base, mate))

    def _meet(self, one: int, other: int) -> bool:
        ways = self._way_up(one), self._way_up(other)
        common = [part for part in ways[0] if part in set(ways[1])]
        if common:
            self._close((one, other), tuple(way[: way.index(common[0])] for way in ways), common[0])
            return False
        for person, mate in ((one, other), (other, one)):
            self._pair_up_along(person, mate)
        return True

    def _close(self, joint: Joint, ways: tuple[list[int], ...], top: int) -> None:
        """Make one ring of two ways that meet, with the part where they part as its base."""
        down, up = ways[0][::-1], ways[1]
        joints = [self._joint_to(part) for part in down]
        joints += [joint, *(self._joint_to(part)[::-1] for part in up)]
        entry = self.entry[top]
        number = self.rings.close([top, *down, *up], joints)
        self._reach(number, NEAR, entry)

    def _way_up(self, person: int) -> list[int]:
        """List the parts from a person's to the root of the tree."""
        part = int(self.rings.outer[person])
        way = [part]
        while (entry := self.entry[part]) is not None:
            part = int(self.rings.outer[entry[0]])
            way.append(part)
        return way

    def _pair_up_along(self, person: int, mate: int) -> None:
        """Give a near person a new peer, whose own turn comes apart, and all up to the root another one."""
        rings = self.rings
        while True:
            part = int(rings.outer[person])
            entry = self.entry[part]
            rings.turn(part, person)
            rings.mate[person] = mate
            if entry is None:
                return
            far = int(rings.outer[entry[0]])
            person, mate = self._joint_to(far)
            rings.turn(far, mate)
            rings.mate[mate] = person

    def _joint_to(self, part: int) -> Joint:
        entry = self.entry[part]
        assert entry is not None, "only roots are reached by nobody"
        return entry

    def _reach(self, part: int, side: int, entry: Joint | None) -> None:
        self.entry[part] = entry
        self.side[[*self.rings.members(part)]] = side
