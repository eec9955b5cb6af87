"""`mentorgen erase`: take a person out of the files, and say what that does not reach."""

import re

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import Scope, current_scope, reading
from mentorgen.adapters.disk import Change, Delete, Write, apply
from mentorgen.analysis.erasure import fates_without, identity_of, losses_without
from mentorgen.errors import WrongUsageError
from mentorgen.loading.erasing import FileStep, erasing_steps
from mentorgen.loading.erasing_files import held_files
from mentorgen.loading.erasing_ids import with_free_ids
from mentorgen.loading.erasing_references import Gap
from mentorgen.loading.erasing_words import words_of
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.erasure import Erasure, Gone, Unsearched
from mentorgen.model.ids import ID_PATTERN, Slug
from mentorgen.model.program import Program
from mentorgen.model.words import PrivateInputs
from mentorgen.output.erasure_report import erasure_report


def _plain_words(_: click.Context, option: click.Parameter, words: str | None) -> str | None:
    if words is not None and not re.fullmatch(r"[^\W_]+([ '-][^\W_]+)* [^\W_]+", words):
        message = "write two or more plain words, such as 'a former member'."
        raise click.BadParameter(message, param=option)
    return words


@click.command(short_help="Take a person out of all files, and say what remains.")
@click.argument("slug")
@click.option("--confirm", is_flag=True, help="Do it; without this, only show what would happen.")
@click.option(
    "--replace-with",
    "replacement",
    metavar="WORDS",
    callback=_plain_words,
    help="Put these words, such as 'a former member', in the place of their name in people's texts.",
)
@click.option(
    "--also",
    multiple=True,
    metavar="NAME",
    help="Another name or account of theirs to look for; can be repeated.",
)
@reading
def erase(slug: str, *, confirm: bool, replacement: str | None, also: tuple[str, ...]) -> int:
    """Take the person SLUG out of the program: first the plan, then with --confirm the deed.

    Exits with 1 where the person is still named in a text after --confirm.
    """
    scope = current_scope()
    program = scope.whole_program()
    if not scope.names_people(program):
        raise WrongUsageError("Whom you erase is not told where everybody can read it.")
    if confirm:
        _refuse_blindness(program, scope)
    steps, erasure = _plan(program, scope, slug, also=also, replacement=replacement)
    if confirm:
        apply(_change(step, scope) for step in steps)
    answer(erasure_report(erasure, applied=confirm), scope.format)
    return 1 if confirm and any(hit.certain for hit in erasure.hits) else 0


def _refuse_blindness(program: Program, scope: Scope) -> None:
    """Stop where private records exist that were not read: they would go on naming the person."""
    if program.settings.private is not PrivateInputs.NONE and scope.private is None:
        raise WrongUsageError(
            "This program has a private folder, which would go on naming them. Add --private FOLDER."
        )


def _plan(
    program: Program, scope: Scope, slug: str, *, also: tuple[str, ...], replacement: str | None
) -> tuple[tuple[FileStep, ...], Erasure]:
    if slug not in program.participants and not (also and re.fullmatch(ID_PATTERN, slug)):
        near = did_you_mean(slug, program.participants)
        raise WrongUsageError(
            f"There is no participant '{slug}'.{near} To look for the rest of somebody who is gone, "
            "give their names with --also."
        )
    who = identity_of(program, Slug(slug), also=also)
    fates = fates_without(program, who.slug)
    old = [
        pair.partition("/")[2]
        for pair, fate in fates.items()
        if isinstance(fate, Gone) or fate.id != pair
    ]
    gap = Gap(who, words_of(who, old), fates)
    files = tuple(held_files(scope.root, scope.private))
    gap = with_free_ids(files, gap, replacement=replacement)
    steps, hits = erasing_steps(files, gap, replacement=replacement)
    losses = losses_without(program, who.slug)
    missed = tuple(Unsearched(held.name, held.obstacle) for held in files if held.obstacle)
    return steps, Erasure(who, tuple(one.step for one in steps), hits, losses, missed)


def _change(step: FileStep, scope: Scope) -> Change:
    if step.content is not None:
        return Write(step.file, step.content)
    is_private = scope.private is not None and scope.private in step.file.parents
    return Delete(step.file, within=scope.private if is_private else scope.root)
