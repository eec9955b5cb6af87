"""Applicants read where they stand: answers that say another stage than the program are written anew.

Nobody is told of it by the forge, for a comment that is changed reaches nobody; who is asked something is
called by their pair's home. One call reads a hundred comments, and each answer that has to change some more.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from mentorgen.adapters.github.forge import Forge
from mentorgen.adapters.github.intake.deciding import Decision, Ground, decide
from mentorgen.adapters.github.intake.observing import Observed, observe
from mentorgen.analysis.applicants import Stage, stage_of
from mentorgen.loading.form_templates import FormTemplate
from mentorgen.loading.layout import spot_of
from mentorgen.model.ids import Kind, Slug
from mentorgen.output.github.intake import InTheProgram, headline, headline_in, written_in

REMEMBERED = timedelta(days=400)
"""An answer that nothing changed for so long is left as it is."""
MOST_TOLD = 50
"""In one run; the next day goes on."""
_OF_STAGES = frozenset(headline(InTheProgram(stage)) for stage in Stage)
_NUMBER = re.compile(r"/(?:issues|pull)/([0-9]+)#")


@dataclass(frozen=True, slots=True)
class Telling:
    """An answer that is written anew."""

    seen: Observed
    decision: Decision


def tellings(
    forge: Forge,
    ground: Ground,
    forms: Sequence[FormTemplate],
    *,
    now: datetime,
    most: int = MOST_TOLD,
) -> Iterator[Telling]:
    """Yield the answers that say another stage by now than their applicants have come to."""
    for number in islice(_outdated(forge, ground, now=now), most):
        seen = observe(forge, number, forms)
        if seen is None:
            continue
        decision = decide(forge, seen, ground, action="", by_author=False)
        if isinstance(decision.outcome, InTheProgram):
            yield Telling(seen, decision)


def _outdated(forge: Forge, ground: Ground, *, now: datetime) -> Iterator[int]:
    me = forge.me()
    for comment in forge.talk(now - REMEMBERED):
        written = written_in(comment.body) if comment.author.id == me.id else None
        slug = _applicant(written or {})
        number = _NUMBER.search(comment.url)
        if number is None or slug is None or slug not in ground.program.participants:
            continue
        stage = stage_of(ground.program, slug, today=ground.today)
        told = headline_in(comment.body)
        if told in _OF_STAGES and told != headline(InTheProgram(stage)):
            yield int(number[1])


def _applicant(written: Mapping[str, str]) -> Slug | None:
    """Tell whose record came of a form, by our own mark."""
    spots = filter(None, map(spot_of, written))
    keys = (spot.key for spot in spots if spot.shelf.kind is Kind.PARTICIPANT)
    return next(map(Slug, keys), None)
