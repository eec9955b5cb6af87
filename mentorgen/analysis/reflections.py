"""What the people of a pair said when it ended: the newest word of each."""

from mentorgen.analysis.life import Life
from mentorgen.model.facts import Reflected


def reflections_in(life: Life) -> tuple[Reflected, ...]:
    """List what was said by the day, mentors first; who said nothing is not in it."""
    said: dict[str, Reflected] = {}
    for fact in life.facts:
        if isinstance(fact, Reflected) and (fact.by not in said or said[fact.by].on <= fact.on):
            said[fact.by] = fact
    return tuple(said[slug] for slug in life.pair.everyone if slug in said)
