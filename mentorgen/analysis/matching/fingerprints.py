"""A short number for all that a run of the matcher looks at: if anything changes, so does the number."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel

from mentorgen import __version__
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.matching.rounds import Round

_NOT_LOOKED_AT = {"name", "purpose", "contact", "repository", "holidays", "home", "matching"}
"""Settings that are words for readers, and the policy, which a round may replace."""


def fingerprint(matching: Round) -> str:
    """Hash the people, what they said, their pairs, the rules, the day and the program's version.

    Private things are among them, and facts after the day are not. The hash cannot be turned back, but
    somebody who knows all other inputs could try out a guess on it: where any input is private, it
    belongs into the private folder like the certificate that it stands in.
    """
    program, today = matching.program, matching.today
    seen = {
        "mentorgen": __version__,
        "day": today.isoformat(),
        "round": matching.cohort.id,
        "policy": _plain([matching.policy]),
        "settings": program.settings.model_dump(exclude=_NOT_LOOKED_AT),
        "skills": _plain(program.skills.values()),
        "people": _plain(program.participants.values()),
        "cohorts": _plain(program.cohorts.values()),
        "applications": {name: _plain(some) for name, some in program.applications.items()},
        "pairs": _plain(program.pairs.values()),
        "movable": _plain(matching.movable),
        "modules": [(module.id, sorted(module.audience)) for module in program.modules.values()],
        "slots": _plain(program.slots),
        "said_of_pairs": {
            name: _plain(facts_until(facts, today)) for name, facts in program.pair_facts.items()
        },
        "said_of_people": {
            name: _plain(facts_until(facts, today)) for name, facts in program.person_facts.items()
        },
    }
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, default=date.isoformat)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(records: Iterable[BaseModel]) -> list[dict[str, object]]:
    return [record.model_dump() for record in records]
