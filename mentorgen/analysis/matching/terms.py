"""What a run of the matcher is asked beside what the files say."""

from dataclasses import dataclass

from mentorgen.model.ids import ScenarioId, Slug
from mentorgen.model.policies import MatchingPolicy

Pairing = tuple[Slug, Slug]
"""A mentor and a mentee."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of one run.

    `policy` takes the place of the round's own; it is that of a `scenario` where it has a name. `forced` pairs come about and `forbidden` ones do not.
    With `rematch`, pairs that are suggested and not yet confirmed may move. Without `explained` the
    proposal leaves out what is costly to work out and not needed to compare it: recruits, prices, losses.
    """

    policy: MatchingPolicy | None = None
    scenario: ScenarioId | None = None
    forced: tuple[Pairing, ...] = ()
    forbidden: tuple[Pairing, ...] = ()
    rematch: bool = False
    explained: bool = True


AS_IT_IS = Terms()
"""Nothing beside the files."""
