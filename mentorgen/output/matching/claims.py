"""What a matching may say of itself: no more than its stages prove, in plain words."""

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Protocol

from mentorgen.analysis.matching.values import Figures, Proposal
from mentorgen.analysis.wording import counted
from mentorgen.model.said import Joint, Said, amount, joined, said
from mentorgen.model.words import Form
from mentorgen.output.matching.words import made_text

_NOT_ALL_SEEN = said(
    "The best choice that was found; there were too many ways to open groups to try them all."
)
LATER = {Form.PEER: said("peers"), Form.FLASH: said("single meetings")}
"""These are put together best among those who are left; the stages do not speak of them."""
_FIRST = said("No other choice matches more people.")
_FIRST_AMONG = said("Among %(people)s no other choice matches more people.")
_CLAIMS = {
    "waited": said("none places more of those who had waited"),
    "further": said("none finds more second mentors"),
    "kept": said("none keeps more of the pairs that stood"),
    "total": said("none has more points than %(value)s"),
}
"""What the stages prove, by their names."""


class _Formed(Protocol):
    """Anything that has a form of mentoring."""

    @property
    def form(self) -> Form:
        """The form."""


def summary(proposal: Proposal) -> tuple[str, ...]:
    """Say what is suggested, out of how many people, and in what sense it is best."""
    made = made_text(proposal.suggestions)
    found = f"{made} from {counted(proposal.considered_mentors, 'mentor')} and "
    found += f"{counted(proposal.considered_mentees, 'mentee')}."
    reached = [_reach(proposal.figures)] if proposal.figures else []
    first = " ".join([found, *reached])
    return first, *claims(proposal)


def _reach(figures: Figures) -> str:
    seeking = "1 person" if figures.seeking == 1 else f"{figures.seeking} people"
    verb = "finds" if figures.matched == 1 else "find"
    found = f"{figures.matched} {verb} one; at most {figures.reachable} can"
    return f"Of {seeking} seeking somebody {found}."


def claims(proposal: Proposal, *, shown: Iterable[_Formed] | None = None) -> tuple[str, ...]:
    """Give the sentences that the stages prove, what matters most first.

    Where only some suggestions are `shown`, nothing in them tells of the others.
    """
    if "people" not in dict(proposal.values):
        return ()
    forms = {one.form for one in (proposal.suggestions if shown is None else shown)}
    later = [name for form, name in LATER.items() if form in forms]
    if forms <= LATER.keys():
        return tuple(said(_FIRST_AMONG, people=name) for name in later[:1])
    if not proposal.proven:
        return (_NOT_ALL_SEEN,)
    first = said(_FIRST_AMONG, people=said("mentors and mentees")) if later else _FIRST
    rest = [*_rest(proposal)]
    if not rest:
        return (first,)
    return first, said("Of those that match as many, %(claims)s.", claims=reduce(_of_those, rest))


def _of_those(claims: Said, claim: Said) -> Said:
    return said("%(claims)s; of those, %(claim)s", claims=claims, claim=claim)


def _rest(proposal: Proposal) -> Iterator[Said]:
    """Give what later stages prove; one that counts nothing says nothing."""
    bands = [(name, -value) for name, value in proposal.values if name.startswith("band ")]
    for name, value in proposal.values:
        if bands and name == bands[0][0]:
            weak = joined((_weak(band, pairs) for band, pairs in bands), Joint.COMMA)
            yield said("none has fewer weak pairs (%(weak)s)", weak=weak)
        elif name in _CLAIMS and value:
            yield said(_CLAIMS[name], value=amount(value))


def _weak(band: str, pairs: int) -> Said:
    low, _, high = band.removeprefix("band ").partition("-")
    return said(
        "%(pairs)s from %(low)s to %(high)s points", pairs=pairs, low=int(low), high=int(high) - 1
    )
