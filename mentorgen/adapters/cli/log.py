"""`mentorgen log`: write down something that happened to a pair or a person."""

from datetime import date
from typing import TypedDict, Unpack

import click

from mentorgen.adapters.cli.log_files import Told, write_down
from mentorgen.adapters.cli.scope import Day, current_scope, scoped
from mentorgen.model.facts import FactKind
from mentorgen.model.logs import FACTS
from mentorgen.model.privacy import Level
from mentorgen.model.words import Outcome, ReasonGroup

_DAY = Day()
_SIGNED_ELSEWHERE = FactKind.AGREED
_IN_CONFIDENCE = frozenset({FactKind.CONCERN, FactKind.CONCERN_ANSWERED, FactKind.REFLECTED})
KINDS = tuple(
    str(kind)
    for kind, model in FACTS.items()
    if (model.level is Level.PUBLIC and kind != _SIGNED_ELSEWHERE) or kind in _IN_CONFIDENCE
)
"""What can be written down so: all that is public but a signature, which `mentorgen agreement` takes, and
what people tell the organisers or each other, which goes to the private folder."""


class _Typed(TypedDict, total=False):
    by: str | None
    on: date | None
    until: date | None
    cohort: str | None
    module: str | None
    outcome: str | None
    reason: str | None
    words: str | None
    day: date | None
    at: str | None
    group: str | None
    concern: date | None
    learnt: str | None
    stays: str | None


@click.command(short_help="Write down what happened to a pair or a person.")
@click.argument("about", metavar="PAIR|PERSON")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.option("--by", metavar="PERSON", help="Who said so or did it.")
@click.option("--on", type=_DAY, metavar="YYYY-MM-DD", help="When.  [default: today]")
@click.option("--until", type=_DAY, metavar="YYYY-MM-DD", help="First day after a pause or snooze.")
@click.option("--cohort", metavar="ROUND", help="Which round, of an application.")
@click.option("--module", metavar="PATH/MODULE", help="Which training module.")
@click.option(
    "--outcome", type=click.Choice([one.value for one in Outcome]), help="How a pair ended."
)
@click.option(
    "--reason",
    type=click.Choice([one.value for one in ReasonGroup]),
    help="Why it ended; goes to the private folder only.",
)
@click.option("--words", help="Thanks, in the person's own words.")
@click.option("--day", type=_DAY, metavar="YYYY-MM-DD", help="When they plan to meet.")
@click.option("--at", metavar="HH:MM", help="At what time, in UTC.")
@click.option(
    "--group",
    type=click.Choice([one.value for one in ReasonGroup]),
    help="What a concern is about.",
)
@click.option("--concern", type=_DAY, metavar="YYYY-MM-DD", help="The concern that was answered.")
@click.option("--learnt", help="What somebody learnt, in the pair's last words.")
@click.option("--stays", help="What stays, beside it.")
@scoped
def log(about: str, kind: str, **typed: Unpack[_Typed]) -> None:
    """Add a fact to the log of a pair, such as 2026-autumn/ana-ben, or of a person, such as ana-rivers.

    KIND is a word such as confirmed, declined, planned, snoozed, paused, resumed, ended, accepted, completed
    or thanked; the reference lists them all with what each needs. A fact that stands there already is not
    written again. The kinds concern, concern-answered and reflected go to the private folder.
    """
    reason = typed.pop("reason")
    told = Told(
        kind=FactKind(kind),
        on=typed.pop("on"),
        by=typed.pop("by"),
        more={name: str(value) for name, value in typed.items() if value is not None},
        reason=ReasonGroup(reason) if reason else None,
    )
    changed = write_down(current_scope(), about, told)
    for file in changed:
        click.echo(file)
    if not changed:
        click.echo("That is written down already; nothing was changed.", err=True)
