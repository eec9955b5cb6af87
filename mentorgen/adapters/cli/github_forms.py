"""`mentorgen github forms`: the forms by which people without git take part."""

import click

from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.adapters.disk import Write, apply
from mentorgen.adapters.uncommitted import uncommitted
from mentorgen.errors import WrongUsageError
from mentorgen.loading.form_templates import FOLDER
from mentorgen.output.github.forms import form_texts


@click.command()
@scoped
def forms() -> None:
    """Write the issue forms of a repository, with the program's own skills in them.

    Run it again when the skills change. A label, a description or a placeholder may be put into other
    words and languages; ids and what can be chosen stay. A form that you changed and did not commit is kept.
    """
    scope = current_scope().without_private()
    program = scope.whole_program()
    texts = form_texts(program.settings, program.skills.values())
    wanted = {scope.root / FOLDER / name: text.encode() for name, text in texts.items()}
    changed = {
        file: content
        for file, content in wanted.items()
        if not file.exists() or file.read_bytes() != content
    }
    for file in uncommitted(scope.root, changed):
        raise WrongUsageError(
            f"{file} was changed and is in no commit; commit it or delete it first."
        )
    apply(Write(file, content) for file, content in changed.items())
    for file in changed:
        click.echo(f"{FOLDER}/{file.name}")
    if program.settings.private_form_url is None:
        click.echo(
            "program.yaml has no 'private_form_url', so no form leads to the organisers in private.",
            err=True,
        )
