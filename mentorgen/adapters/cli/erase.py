"""`mentorgen erase`: take a person out of the files, and say what that does not reach."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import Scope, current_scope, reading
from mentorgen.adapters.disk import Change, Delete, Write, apply
from mentorgen.adapters.uncommitted import uncommitted
from mentorgen.analysis.erasure import (
    fates_without,
    identity_of,
    leaves_no_organiser,
    losses_without,
)
from mentorgen.errors import WrongUsageError
from mentorgen.loading.erasing import FileStep, erasing_steps
from mentorgen.loading.erasing_files import held_files
from mentorgen.loading.erasing_ids import with_free_ids
from mentorgen.loading.erasing_references import Gap
from mentorgen.loading.erasing_words import Words, words_of
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.erasure import USUAL_WORDS, Erasure, Gone, Unsearched
from mentorgen.model.ids import ID_PATTERN, Slug
from mentorgen.model.program import Program
from mentorgen.model.words import PrivateInputs
from mentorgen.output.erasure_report import REPLACE, erasure_report


def _plain_words(_: click.Context, option: click.Parameter, words: str | None) -> str | None:
    if words is not None and not re.fullmatch(r"[^\W_]+([ '-][^\W_]+)* [^\W_]+", words):
        message = f"write two or more plain words, such as '{USUAL_WORDS}'."
        raise click.BadParameter(message, param=option)
    return words


@click.command(short_help="Take a person out of all files, and say what remains.")
@click.argument("slug")
@click.option("--confirm", is_flag=True, help="Do it; without this, only show what would happen.")
@click.option(
    REPLACE,
    "replacement",
    metavar="WORDS",
    callback=_plain_words,
    help="Put these words, such as 'a former member', in the place of their name in the texts of records.",
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
    if confirm and _is_half(program, scope):
        raise WrongUsageError(
            "This program has a private folder, which would go on naming them. Add --private FOLDER."
        )
    steps, erasure = _plan(program, scope, slug, also=also, replacement=replacement)
    if confirm:
        apply(_change(step, scope) for step in steps)
    command = (
        *_command(scope, slug, half=erasure.is_half),
        *(word for one in (erasure.words if confirm else also) for word in ("--also", one)),
        *((REPLACE, replacement) if replacement else ()),
    )
    answer(erasure_report(erasure, command=command, applied=confirm), scope.format)
    return 1 if confirm and any(hit.certain for hit in erasure.hits) else 0


def _is_half(program: Program, scope: Scope) -> bool:
    """Tell whether private records exist that were not read: they would go on naming the person."""
    return program.settings.private is not PrivateInputs.NONE and scope.private is None


def _command(scope: Scope, slug: str, *, half: bool) -> Iterator[str]:
    """Write what was typed, so that it can be typed again."""
    yield from ("mentorgen", "erase", slug)
    if scope.root != Path():
        yield from ("--root", str(scope.root))
    if scope.private is not None or half:
        yield from ("--private", str(scope.private or "FOLDER"))
    if scope.day is not None:
        yield from ("--today", str(scope.day))


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
    _refuse_their_name(replacement, gap.words)
    files = tuple(held_files(scope.root, scope.private))
    gap = with_free_ids(files, gap, replacement=replacement)
    steps, hits = erasing_steps(files, gap, replacement=replacement)
    return steps, Erasure(
        who,
        tuple(one.step for one in steps),
        hits,
        losses_without(program, who.slug),
        words=(*who.names, *who.accounts, *old),
        leaves_no_organiser=leaves_no_organiser(program, who.slug),
        is_half=_is_half(program, scope),
        uncommitted=tuple(_uncommitted(steps, scope)),
        unsearched=tuple(Unsearched(held.name, held.obstacle) for held in files if held.obstacle),
    )


def _refuse_their_name(replacement: str | None, words: Words) -> None:
    """Stop where the words that should take the place of a name have it in them."""
    name = words.name_of(replacement or "")
    if name is not None:
        raise WrongUsageError(
            f"{REPLACE} '{replacement}' would name them still, by '{name}'. "
            f"Give words that tell nobody who it was, such as '{USUAL_WORDS}'."
        )


def _uncommitted(steps: Iterable[FileStep], scope: Scope) -> Iterator[str]:
    """Name the files whose content would be lost; the private folder may have a repository of its own."""
    names: dict[Path, dict[Path, str]] = {folder: {} for folder in _folders(scope)}
    for step in steps:
        home = next(folder for folder in names if step.file.is_relative_to(folder))
        names[home][step.file] = step.step.path
    for folder, inside in names.items():
        yield from (inside[file] for file in uncommitted(folder, inside))


def _folders(scope: Scope) -> tuple[Path, ...]:
    """List the folders of which files are erased, an inner one before the one around it."""
    return (scope.root,) if scope.private is None else (scope.private, scope.root)


def _change(step: FileStep, scope: Scope) -> Change:
    if step.content is not None:
        return Write(step.file, step.content)
    is_private = scope.private is not None and scope.private in step.file.parents
    return Delete(step.file, within=scope.private if is_private else scope.root)
