"""What a matching may say of itself: no more than its stages prove, in plain words."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from mentorgen.analysis.matching.values import Figures, Proposal
from mentorgen.analysis.wording import counted
from mentorgen.model.words import Form
from mentorgen.output.matching.words import made_text

_NOT_ALL_SEEN = (
    "The best choice that was found; there were too many ways to open groups to try them all."
)
LATER = {Form.PEER: "peers", Form.FLASH: "single meetings"}
"""These are put together best among those who are left; the stages do not speak of them."""
_FIRST = "no other choice matches more people"
_CLAIMS = {
    "waited": "none places more of those who had waited",
    "further": "none finds more second mentors",
    "kept": "none keeps more of the pairs that stood",
    "total": "none has more points than {value}",
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
        return tuple(f"Among {name} {_FIRST}." for name in later[:1])
    if not proposal.proven:
        return (_NOT_ALL_SEEN,)
    first = f"Among mentors and mentees {_FIRST}." if later else f"{_FIRST.capitalize()}."
    rest = [*_rest(proposal)]
    if not rest:
        return (first,)
    return first, f"Of those that match as many, {'; of those, '.join(rest)}."


def _rest(proposal: Proposal) -> Iterator[str]:
    """Give what later stages prove; one that counts nothing says nothing."""
    bands = [(name, -value) for name, value in proposal.values if name.startswith("band ")]
    for name, value in proposal.values:
        if bands and name == bands[0][0]:
            weak = ", ".join(f"{pairs} {_range(band)}" for band, pairs in bands)
            yield f"none has fewer weak pairs ({weak})"
        elif name in _CLAIMS and value:
            yield _CLAIMS[name].format(value=f"{value:,}")


def _range(band: str) -> str:
    low, _, high = band.removeprefix("band ").partition("-")
    return f"from {low} to {int(high) - 1} points"
