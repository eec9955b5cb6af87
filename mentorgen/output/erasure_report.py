"""What erasing a person does, what it leaves, and what nobody can erase from here."""

import shlex
from collections.abc import Iterable, Iterator, Sequence

from mentorgen.analysis.wording import counted, listed
from mentorgen.model.erasure import USUAL_WORDS, Erasure, Hit, Loss, Step, Unsearched
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table, Verbatim

REPLACE = "--replace-with"
"""The option that puts other words in the place of a name."""
OUT_OF_REACH = (
    (
        "The history of the repository",
        (
            "Every earlier version is still there. Rewriting it breaks every copy and reaches no copy of others: "
            "do it for what must not be there, such as an address."
        ),
    ),
    ("Forks and clones", "Ask those who have one to delete it or to fetch a rewritten history."),
    (
        "Issues, pull requests and comments",
        "Search them for the name and the account; delete or edit what you may, and ask the platform for the rest.",
    ),
    (
        "E-mails and notifications",
        "They lie in other people's mailboxes. Nobody can call them back.",
    ),
    (
        "Caches, search engines, web archives",
        "Build and publish the site now; then ask each of them to forget the old pages.",
    ),
    (
        "Forms, calendars, chats, backups",
        "Delete the answers, invitations and copies that you keep there.",
    ),
)
"""What a change of files cannot reach, and what to do about it."""


def erasure_report(erasure: Erasure, *, command: Sequence[str], applied: bool) -> Report:
    """Report on a plan, or on what has been done; `command` is what to type to go on from there."""
    blocks = (
        *_done(erasure, applied=applied),
        *_lost(erasure.losses),
        *_still_named(erasure.hits, command, applied=applied),
        *_perhaps(erasure.hits, command, applied=applied),
        *_unsearched(erasure.unsearched),
        Heading("What cannot be erased from here"),
        Table(("Where", "What to do"), OUT_OF_REACH),
        *(() if applied else _to_do_it(erasure, command)),
    )
    return Report(blocks, _data(erasure, applied=applied))


def _done(erasure: Erasure, *, applied: bool) -> Iterator[Block]:
    slug = erasure.who.slug
    yield Heading(f"Erased: {slug}" if applied else f"To erase {slug}")
    if erasure.is_half:
        yield Paragraph(_HALF)
    gone = [step for step in erasure.steps if step.goes]
    changed = [step for step in erasure.steps if not step.goes]
    yield Paragraph(
        f"{counted(len(gone), 'file')} {'went' if applied else 'would go'}, "
        f"{counted(len(changed), 'file')} {'changed' if applied else 'would change'}."
    )
    if erasure.leaves_no_organiser:
        yield Paragraph(_NO_ORGANISER)
    yield from _steps("Files that went" if applied else "Files that would go", gone)
    yield from _steps("Files that changed" if applied else "Files that would change", changed)
    reworded = [hit for step in changed for hit in step.reworded]
    if reworded:
        yield Heading("Reworded" if applied else "What would be reworded")
        yield Paragraph("These places then say something else. Read whether it is still right.")
        yield _places(reworded)


_HALF = (
    "This is only a part of it: the program has a private folder, which was not looked at. "
    "Add --private FOLDER; without it nothing can be erased."
)
_NO_ORGANISER = (
    "Nobody is an organiser after that: they are the only one in 'coordinators' of "
    "program/program.yaml. Add somebody there."
)


def _steps(heading: str, steps: Sequence[Step]) -> Iterator[Block]:
    if steps:
        yield Heading(heading)
        yield Verbatim(tuple(f"{step.path}: {'; '.join(step.what)}" for step in steps))


def _still_named(hits: Iterable[Hit], command: Sequence[str], *, applied: bool) -> Iterator[Block]:
    certain = [hit for hit in hits if hit.certain]
    wordable = [hit for hit in certain if not hit.by_hand]
    by_hand = [hit for hit in certain if hit.by_hand]
    if certain:
        yield Heading("Still named")
    if wordable:
        yield Paragraph(
            "Change these places by hand, or put other words there with the command below."
        )
        yield _places(wordable)
        yield Verbatim((_again(command, applied=applied),))
    if by_hand:
        yield Paragraph("Change these places by hand; no command touches them.")
        yield _places(by_hand)


def _perhaps(hits: Iterable[Hit], command: Sequence[str], *, applied: bool) -> Iterator[Block]:
    perhaps = [hit for hit in hits if not hit.certain]
    words = sorted({hit.word for hit in perhaps if hit.word})
    if perhaps:
        yield Heading("Perhaps about them")
        yield Paragraph("One word of the name stands here; it may mean somebody else.")
        yield _places(perhaps)
    if words:
        also = (word for one in words for word in ("--also", one))
        yield Paragraph(
            "Where it means them, change it by hand, or have every such place reworded:"
        )
        yield Verbatim((_again((*command, *also), applied=applied),))


def _unsearched(missed: Sequence[Unsearched]) -> Iterator[Block]:
    if missed:
        yield Heading("Not searched")
        yield Paragraph("Look through these yourself: they may name or show the person.")
        yield Table(("File or folder", "Why"), tuple((one.path, one.why) for one in missed))


def _to_do_it(erasure: Erasure, command: Sequence[str]) -> Iterator[Block]:
    if erasure.uncommitted:
        yield Heading("Not committed")
        yield Paragraph(
            "What stands in these files is in no commit. Done now, nobody can get it back; "
            "commit what you want to keep."
        )
        yield Verbatim(erasure.uncommitted)
    yield Paragraph("Nothing has been changed. To do it:")
    yield Verbatim((shlex.join((*command, "--confirm")),))


def _again(command: Sequence[str], *, applied: bool) -> str:
    """Write the command that puts other words in."""
    words = () if REPLACE in command else (REPLACE, USUAL_WORDS)
    return shlex.join((*command, *words, *(("--confirm",) if applied else ())))


def _lost(losses: Sequence[Loss]) -> Iterator[Block]:
    if losses:
        yield Heading("What others lose")
        yield Paragraph("Tell them before; they may want to keep a copy of what is theirs.")
        rows = tuple(
            (loss.pair, listed(loss.others), str(loss.goals), str(loss.meetings)) for loss in losses
        )
        yield Table(("Relationship", "Who", "Goals", "Meetings"), rows, frozenset({2, 3}))


def _places(hits: Iterable[Hit]) -> Verbatim:
    return Verbatim(tuple(f"{hit.path}:{hit.line}:{hit.column}: {hit.text}" for hit in hits))


def _data(erasure: Erasure, *, applied: bool) -> Json:
    return {
        "who": erasure.who.slug,
        "applied": applied,
        "steps": [
            {
                "path": step.path,
                "goes": step.goes,
                "what": list(step.what),
                "reworded": [_found(hit) for hit in step.reworded],
            }
            for step in erasure.steps
        ],
        "losses": [
            {
                "pair": loss.pair,
                "others": list(loss.others),
                "goals": loss.goals,
                "meetings": loss.meetings,
            }
            for loss in erasure.losses
        ],
        "hits": [
            {**_found(hit), "certain": hit.certain, "by_hand": hit.by_hand} for hit in erasure.hits
        ],
        "unsearched": [{"path": one.path, "why": one.why} for one in erasure.unsearched],
        "leaves_no_organiser": erasure.leaves_no_organiser,
        "is_half": erasure.is_half,
        "uncommitted": list(erasure.uncommitted),
        "out_of_reach": [{"where": where, "what_to_do": what} for where, what in OUT_OF_REACH],
    }


def _found(hit: Hit) -> dict[str, Json]:
    return {"path": hit.path, "line": hit.line, "column": hit.column, "text": hit.text}
