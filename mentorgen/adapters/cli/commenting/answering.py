"""From a new comment to what is written down and answered: all that one run does."""

from collections.abc import Callable
from dataclasses import dataclass

from mentorgen.adapters.cli.commenting.following import Followed, Speaker, Texts, follow
from mentorgen.adapters.cli.commenting.hearing import Heard, hear, unnumbered
from mentorgen.adapters.cli.commenting.settling import (
    Scene,
    is_answered,
    newer_than,
    settle,
    steps,
    was_asked,
)
from mentorgen.adapters.cli.scope import BrokenProgramError, Scope
from mentorgen.adapters.git import Repository
from mentorgen.adapters.github.event import Event
from mentorgen.adapters.github.forge import Forge, Reaction
from mentorgen.adapters.github.intake.asked import person_of
from mentorgen.errors import TryAgainLaterError
from mentorgen.loading.comments import commands_in
from mentorgen.model.comments import Command, End
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.output.github import answers
from mentorgen.output.github.homes import is_nameless_home

ROUNDS = 3
"""How often commands are followed anew because somebody pushed meanwhile."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: where it acts, on which program, whether it does or only says what it would do."""

    forge: Forge
    scope: Scope
    confirm: bool
    say: Callable[[str], None]


def answer_comment(run: Run, event: Event) -> None:
    """Follow the commands of a new comment below something that the bot wrote.

    Raises:
        BrokenProgramError: the program has errors, which its people were told in a few words.
        TryAgainLaterError: others push faster than this can follow.
    """
    heard = hear(event, run.forge.me())
    if heard is None:
        _tell_closed(run, event)
        return
    try:
        program = run.scope.whole_program()
    except BrokenProgramError:
        _answer(run, heard, answers.LATER)
        raise
    commands = commands_in(heard.comment.body, today=heard.day(program))
    if commands:
        _follow(run, heard, program, commands)


def _tell_closed(run: Run, event: Event) -> None:
    """Tell a participant that the place of their pair is closed; nobody else's comment is answered."""
    issue, comment, me = event.issue, event.comment, run.forge.me()
    is_home = issue is not None and issue.author.id == me.id and is_nameless_home(issue.body)
    if issue is None or comment is None or not is_home:
        run.say("It stands below nothing of ours; nothing to do.")
    elif person_of(run.scope.whole_program(), comment.author.id) is None:
        run.say("Its author is nobody of the program; nothing to do.")
    else:
        _answer(
            run,
            Heard(issue=issue, comment=comment, pair=None, person=None),
            answers.PLACE_IS_CLOSED,
        )


def _follow(run: Run, heard: Heard, program: Program, commands: tuple[Command, ...]) -> None:
    person = person_of(program, heard.comment.author.id)
    if person is None:
        _refuse_stranger(run, heard, program)
        return
    if heard.is_proposal:
        _review(run, heard, program, (person.slug, commands))
        return
    asks = any(isinstance(one.wish, End) for one in commands)
    speaker = Speaker(person.slug, program, was_asked=asks and was_asked(run.forge, heard))
    repository = Repository.around(run.scope.root)
    below = repository.below if repository else ""
    scene = Scene(run.forge, run.forge.repository(), heard, speaker, below)
    branch = scene.facts.default_branch
    head = run.forge.branch(branch)
    if head is None:
        raise TryAgainLaterError(f"The branch {branch} is not there now.")
    followed = _up_to_date(scene, run.scope, commands, head)
    for step in steps(heard, followed):
        run.say(step)
    if run.confirm:
        settle(scene, followed, head)


def _review(
    run: Run, heard: Heard, program: Program, said: tuple[Slug, tuple[Command, ...]]
) -> None:
    from mentorgen.adapters.cli.commenting.reviewing import Review  # noqa: PLC0415 # it reads the matcher

    by, commands = said
    text = Review(run.forge, run.scope, heard, program).answer(by, commands, confirm=run.confirm)
    _answer(run, heard, text)


def _up_to_date(scene: Scene, scope: Scope, commands: tuple[Command, ...], head: str) -> Followed:
    """Follow commands on the files as they stand at the forge, not as they stood when this run began.

    Raises:
        TryAgainLaterError: they never stand still.
    """
    newer: Texts = {}
    for _ in range(ROUNDS):
        followed = follow(scope, scene.heard, scene.speaker, commands, newer)
        found = newer_than(followed, scene, head)
        if not found:
            return followed
        newer = {**newer, **found}
    raise TryAgainLaterError("The files change faster than they can be read; run this again.")


def _refuse_stranger(run: Run, heard: Heard, program: Program) -> None:
    """Tell a participant whose number is missing; nobody else can make the bot speak."""
    author = heard.comment.author
    if unnumbered(program, author):
        _answer(run, heard, answers.number_text(author.id))
        return
    run.say("Its author is nobody of the program; nothing to do.")
    if run.confirm:
        run.forge.react(heard.comment.id, Reaction.CONFUSED)


def _answer(run: Run, heard: Heard, text: str) -> None:
    run.say(f"answer in #{heard.issue.number}")
    if run.confirm and not is_answered(run.forge, heard):
        run.forge.create_comment(heard.issue.number, answers.one_answer([text], heard.comment.id))
