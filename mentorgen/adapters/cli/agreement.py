"""`mentorgen agreement`: what the people of a pair promise each other, and who signed it."""

from datetime import date

import click

from mentorgen.adapters.cli.log_files import NewFact, add_facts
from mentorgen.adapters.cli.named import pair_named
from mentorgen.adapters.cli.scope import Format, Scope, current_scope, reading
from mentorgen.adapters.terminal import visible
from mentorgen.analysis.agreements import Agreement, agreement_of
from mentorgen.errors import WrongUsageError
from mentorgen.model.facts import FactKind
from mentorgen.model.program import Program
from mentorgen.output.agreement import agreement_data, agreement_text
from mentorgen.output.report import Report, as_json


@click.command()
@click.argument("pair")
@click.option(
    "--sign", "signer", metavar="PERSON", help="Write down that this person signed it today."
)
@reading
def agreement(pair: str, signer: str | None) -> None:
    """Print the mentoring agreement of a PAIR, made of both profiles, as Markdown.

    It says which version it is and who signed it. When its people, its rhythm or its plan change, the
    version does too, and new signatures are asked for. '--format github' says nothing of who has not signed.
    """
    scope = current_scope().for_readers()
    program, today = scope.program()
    found = pair_named(program, pair)
    for_readers = not scope.names_people(program)
    if for_readers and not found.public_contact:
        raise WrongUsageError(
            f"'{pair}' wants nothing about it in public; ask without '--format github'."
        )
    agreed = agreement_of(program, found, today=today)
    if signer is not None:
        sign(scope, program, agreed, signer, today)
        program, today = scope.program()
        agreed = agreement_of(program, program.pairs[found.id], today=today)
    if scope.format is Format.JSON:
        click.echo(as_json(Report((), agreement_data(agreed))))
        return
    text = agreement_text(program, agreed, today=today, for_readers=for_readers)
    click.echo(visible(text), nl=False)


def sign(
    scope: Scope, program: Program, agreed: Agreement, signer: str, on: date
) -> tuple[str, ...]:
    """Add a signature to the pair's log, in the folder of the pair's own file, and name the log.

    Raises:
        WrongUsageError: it is nobody of the pair, or they signed already.
    """
    everyone = agreed.members.everyone
    if signer not in everyone:
        raise WrongUsageError(f"'{signer}' is not in this pair ({', '.join(everyone)}).")
    if signer not in agreed.missing:
        raise WrongUsageError(f"'{signer}' signed this version already.")
    fact: NewFact = {
        "on": on.isoformat(),
        "kind": FactKind.AGREED.value,
        "by": signer,
        "version": agreed.version,
    }
    return add_facts(scope, program, agreed.pair, (fact,))
