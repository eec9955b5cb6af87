"""`mentorgen github doctor`: what the repository's settings lack."""

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.at_github import at_github, current_forge
from mentorgen.adapters.cli.scope import current_scope, reading
from mentorgen.adapters.github.doctor import findings
from mentorgen.output.github.doctor import State, doctor_report


@click.command()
@at_github
@reading
def doctor() -> int:
    """Look at the repository's settings and say what is missing, each with the click that mends it.

    It changes nothing. Some settings only an owner's token may see; the others are looked at all the
    same. It ends with 1 where something is missing.
    """
    forge = current_forge()
    facts, me = forge.repository(), forge.me()
    found = tuple(findings(forge, facts, now=clock.now()))
    answer(doctor_report(facts.url, me.login, found), current_scope().format)
    return int(any(one.state is State.MISSING for one in found))
