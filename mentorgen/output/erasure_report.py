"""What erasing a person does, what it leaves, and what nobody can erase from here."""

from collections.abc import Iterator, Sequence

from mentorgen.analysis.wording import counted, listed
from mentorgen.model.erasure import Erasure, Hit, Loss, Unsearched
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table

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


def erasure_report(erasure: Erasure, *, applied: bool) -> Report:
    """Report on a plan, or on what has been done."""
    return Report((*_blocks(erasure, applied=applied),), _data(erasure, applied=applied))


def _blocks(erasure: Erasure, *, applied: bool) -> Iterator[Block]:
    slug = erasure.who.slug
    yield Heading(f"Erased: {slug}" if applied else f"To erase {slug}")
    gone = [step for step in erasure.steps if step.goes]
    changed = [step for step in erasure.steps if not step.goes]
    yield Paragraph(
        f"{counted(len(gone), 'file')} {'went' if applied else 'would go'}, "
        f"{counted(len(changed), 'file')} {'changed' if applied else 'would change'}."
    )
    if gone:
        rows = tuple((step.path, "; ".join(step.what)) for step in gone)
        yield Table(("File that goes", "Why"), rows)
    if changed:
        rows = tuple((step.path, "; ".join(step.what)) for step in changed)
        yield Table(("File that changes", "What"), rows)
    yield from _lost(erasure.losses)
    yield from _left([hit for hit in erasure.hits if hit.certain], _STILL)
    yield from _left([hit for hit in erasure.hits if not hit.certain], _PERHAPS)
    yield from _unsearched(erasure.unsearched)
    yield Heading("What cannot be erased from here")
    yield Table(("Where", "What to do"), OUT_OF_REACH)
    if not applied:
        yield Paragraph("Nothing has been changed. To do it, run this again with --confirm.")


_STILL = (
    "Still named",
    "Read these places and change them by hand, or run this again with --replace-with 'a former member'.",
)
_PERHAPS = ("Perhaps about them", "One word of the name stands here; it may mean somebody else.")


def _lost(losses: Sequence[Loss]) -> Iterator[Block]:
    if losses:
        yield Heading("What others lose")
        yield Paragraph("Tell them before; they may want to keep a copy of what is theirs.")
        rows = tuple(
            (loss.pair, listed(loss.others), str(loss.goals), str(loss.meetings)) for loss in losses
        )
        yield Table(("Relationship", "Who", "Goals", "Meetings"), rows, frozenset({2, 3}))


def _left(hits: Sequence[Hit], words: tuple[str, str]) -> Iterator[Block]:
    if hits:
        heading, text = words
        yield Heading(heading)
        yield Paragraph(text)
        yield Table(("Place", "Line"), tuple((_place(hit), hit.text) for hit in hits))


def _unsearched(missed: Sequence[Unsearched]) -> Iterator[Block]:
    if missed:
        yield Heading("Not searched")
        yield Paragraph("Look through these yourself: they may name or show the person.")
        yield Table(("File or folder", "Why"), tuple((one.path, one.why) for one in missed))


def _place(hit: Hit) -> str:
    return f"{hit.path}:{hit.line}:{hit.column}"


def _data(erasure: Erasure, *, applied: bool) -> Json:
    return {
        "who": erasure.who.slug,
        "applied": applied,
        "steps": [
            {"path": step.path, "goes": step.goes, "what": list(step.what)}
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
            {
                "path": hit.path,
                "line": hit.line,
                "column": hit.column,
                "text": hit.text,
                "certain": hit.certain,
            }
            for hit in erasure.hits
        ],
        "unsearched": [{"path": one.path, "why": one.why} for one in erasure.unsearched],
        "out_of_reach": [{"where": where, "what_to_do": what} for where, what in OUT_OF_REACH],
    }
