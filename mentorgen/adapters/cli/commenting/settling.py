"""Writing down what came of a comment, and answering it: the only place here that writes at the forge."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mentorgen.adapters.cli.commenting.following import Followed, Share, Speaker, Texts
from mentorgen.adapters.cli.commenting.hearing import Heard
from mentorgen.adapters.github.committing import commit_files
from mentorgen.adapters.github.forge import (
    ForbiddenError,
    Forge,
    NewPull,
    Reaction,
    RefusedError,
    RepositoryFacts,
)
from mentorgen.adapters.github.publishing import publish
from mentorgen.errors import TryAgainLaterError
from mentorgen.model.comments import Word
from mentorgen.output.github import answers
from mentorgen.output.github.marks import hidden_in


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an answer is given: the forge, its repository, the comment and who wrote it.

    `below` leads from the top of the repository to the program, with a slash at its end.
    """

    forge: Forge
    facts: RepositoryFacts
    heard: Heard
    speaker: Speaker
    below: str = ""


def steps(heard: Heard, followed: Followed) -> Iterator[str]:
    """Say what would be done, in words of ours and places of files only."""
    for place in followed.at_once.texts:
        yield f"write {place}"
    for place in followed.for_review.texts:
        yield f"propose {place}"
    if followed.asks_ending:
        yield f"ask in #{heard.issue.number} how it ended"
    if followed.failures:
        yield f"answer in #{heard.issue.number} what could not be done: {len(followed.failures)}"


def newer_than(followed: Followed, scene: Scene, commit: str) -> Texts:
    """Give the files that somebody changed at the forge since the program was read here."""
    forge, below = scene.forge, scene.below
    now = {place: forge.file(f"{below}{place}", commit) for place in followed.before}
    return {place: text for place, text in now.items() if text != followed.before[place]}


def settle(scene: Scene, followed: Followed, head: str) -> None:
    """Write files on top of a commit of the main branch, or propose them, and answer.

    Raises:
        TryAgainLaterError: somebody pushed at the same moment; nothing was written.
    """
    at_once, waiting = followed.at_once, followed.for_review
    if at_once.texts:
        pushed = _push(scene, at_once, head)
        if pushed is None:
            waiting = replace(
                waiting,
                words=(*at_once.words, *waiting.words),
                texts={**at_once.texts, **waiting.texts},
            )
        else:
            head = pushed
            publish(scene.forge, scene.facts.default_branch)
    link = _propose(scene, waiting, head) if waiting.texts else None
    _answer(scene, followed, link, waits=bool(waiting.texts))


def _push(scene: Scene, share: Share, head: str) -> str | None:
    """Commit to the main branch and give the commit; None where that may not be pushed to."""
    branch = scene.facts.default_branch
    commit = _commit(scene, share, head)
    try:
        scene.forge.move_branch(branch, commit)
    except (ForbiddenError, RefusedError):
        if scene.forge.branch(branch) != head:
            raise TryAgainLaterError(
                "Somebody pushed at the same moment; run this again."
            ) from None
        return None
    return commit


def _commit(scene: Scene, share: Share, head: str) -> str:
    heard = scene.heard
    message = answers.commit_message(
        heard.about, share.words, by=scene.speaker.slug, number=heard.issue.number
    )
    files = {f"{scene.below}{place}": text for place, text in share.texts.items()}
    return commit_files(scene.forge, head, files, message)


def _propose(scene: Scene, share: Share, head: str) -> str | None:
    """Open a pull request, once for a comment; give where a person can, if automation may not."""
    heard, forge = scene.heard, scene.forge
    branch = f"mentorgen/commands/{heard.comment.id}"
    if forge.pulls(branch):
        return None
    commit = _commit(scene, share, head)
    if forge.branch(branch) is None:
        forge.create_branch(branch, commit)
    else:
        forge.move_branch(branch, commit, force=True)
    body = answers.pull_body(
        by=scene.speaker.slug,
        number=heard.issue.number,
        link=heard.comment.url,
        places=share.texts,
    )
    base = scene.facts.default_branch
    try:
        forge.create_pull(NewPull(answers.pull_title(heard.about, share.words), body, branch, base))
    except ForbiddenError:
        return f"{scene.facts.url}/compare/{base}...{branch}?expand=1"
    return None


def _answer(scene: Scene, followed: Followed, link: str | None, *, waits: bool) -> None:
    """Answer with a reaction and, where there is something to say, with one comment."""
    heard, comment = scene.heard, scene.heard.comment.id
    words = tuple(_words(scene, followed, link))
    if words and not is_answered(scene.forge, heard):
        scene.forge.create_comment(heard.issue.number, answers.one_answer(words, comment))
    if followed.done:
        reaction = Reaction.EYES if waits else Reaction.THUMBS_UP
        scene.forge.react(comment, reaction)


def is_answered(forge: Forge, heard: Heard) -> bool:
    """Tell whether a comment was answered before: the same event may come twice."""
    wanted = str(heard.comment.id)
    return any(
        hidden_in(one.body, answers.ANSWER) == wanted
        for one in forge.comments(heard.issue.number)
        if one.author.id == heard.issue.author.id
    )


def was_asked(forge: Forge, heard: Heard) -> bool:
    """Tell whether somebody was asked in this place how the pair ended."""
    return any(
        hidden_in(one.body, answers.ENDING) is not None
        for one in forge.comments(heard.issue.number)
        if one.author.id == heard.issue.author.id
    )


def _words(scene: Scene, followed: Followed, link: str | None) -> Iterator[str]:
    if followed.failures:
        yield answers.failure_text(followed.failures, done=followed.done)
    if followed.asks_ending:
        yield answers.ending_question()
    if Word.ASK in followed.at_once.words + followed.for_review.words:
        logins = _organisers(scene.speaker)
        yield answers.organisers_called(logins, link=scene.heard.comment.url)
    if link is not None:
        yield answers.unproposed_text(link)


def _organisers(speaker: Speaker) -> tuple[str, ...]:
    program = speaker.program
    people = (program.participants.get(slug) for slug in program.settings.coordinators)
    return tuple(person.github for person in people if person and person.github)
