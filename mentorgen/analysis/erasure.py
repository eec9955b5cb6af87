"""What becomes of relationships when one of their people is erased, and by what words to find a person.

The reasons are in docs/decisions/061-what-erasing-a-person-takes-along.md.
"""

from collections.abc import Iterable, Mapping

from mentorgen.model.erasure import Fate, Gone, Identity, Loss, Stays
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Form

_FEWEST_PEERS = 2
_FEWEST_MENTEES = 2
_SHORTEST_NUMBER = 5
"""A number with fewer digits stands in too many places that mean something else."""


def identity_of(program: Program, slug: Slug, *, also: Iterable[str] = ()) -> Identity:
    """Gather the names and accounts of a person; `also` adds names that the program does not know."""
    person = program.participants.get(slug)
    if person is None:
        return Identity(slug, _known(also))
    names = (person.name, person.called, person.full_name, *also)
    number = str(person.github_id or "")
    accounts = (person.github, number if len(number) >= _SHORTEST_NUMBER else None)
    return Identity(slug, _known(names), _known(accounts))


def _known(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words if word and word.strip()))


def fates_without(program: Program, slug: Slug) -> Mapping[PairId, Fate]:
    """Tell what becomes of each pair that a person is in."""
    return {pair.id: _fate(pair, slug) for pair in program.pairs.values() if slug in pair.everyone}


def losses_without(program: Program, slug: Slug) -> tuple[Loss, ...]:
    """List what others lose: the relationships that go, with their goals and meetings."""
    return tuple(
        Loss(
            pair_id,
            tuple(one for one in program.pairs[pair_id].everyone if one != slug),
            len(program.goals[pair_id]),
            len(program.meetings[pair_id]),
        )
        for pair_id, fate in fates_without(program, slug).items()
        if isinstance(fate, Gone)
    )


def leaves_no_organiser(program: Program, slug: Slug) -> bool:
    """Tell whether nobody else coordinates the program."""
    return set(program.settings.coordinators) == {slug}


def _fate(pair: Pair, slug: Slug) -> Fate:
    form = _form_without(pair, slug)
    return Gone() if form is None else Stays(form, _id_without(pair, slug))


def _form_without(pair: Pair, slug: Slug) -> Form | None:
    """Find the form that fits those who are left; None where no form does."""
    mentors, mentees, members = (
        sum(one != slug for one in part) for part in (pair.mentors, pair.mentees, pair.members)
    )
    match pair.form:
        case Form.PEER if members >= _FEWEST_PEERS:
            return Form.PEER
        case Form.FLASH if mentors and mentees:
            return Form.FLASH
        case Form.GROUP if mentors and mentees >= _FEWEST_MENTEES:
            return Form.GROUP
        case Form.GROUP if mentors == mentees == 1:
            return Form.ONE_TO_ONE
    return None


def _id_without(pair: Pair, slug: Slug) -> PairId:
    """Take a person's id out of a pair's; whether others have that id already, only files tell."""
    cohort, _, name = pair.id.partition("/")
    words = _without(name.split("-"), slug.split("-"))
    return PairId(f"{cohort}/{'-'.join(words) or pair.form.value}")


def _without(words: list[str], gone: list[str]) -> list[str]:
    """Take a run of words out wherever it stands."""
    for start in range(len(words) - len(gone) + 1):
        if words[start : start + len(gone)] == gone:
            return _without(words[:start] + words[start + len(gone) :], gone)
    return words
