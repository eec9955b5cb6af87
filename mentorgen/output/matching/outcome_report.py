"""What would be if something were different, for organisers: the story, and everybody who moves."""

from collections.abc import Iterator

from mentorgen.analysis.matching.what_if import Outcome, WhyNot
from mentorgen.model.program import Program
from mentorgen.output.matching.comparison import difference_blocks, difference_data
from mentorgen.output.report import Block, Json, Paragraph, Report, Table


def outcome_report(outcome: Outcome) -> Report:
    """Tell what would be."""
    return Report(tuple(_blocks(outcome.program, outcome)), _data(outcome))


def why_not_report(program: Program, found: WhyNot) -> Report:
    """Tell why two people are not suggested to each other, or that they are."""
    blocks: tuple[Block, ...] = (Paragraph(found.text),)
    if found.outcome is not None:
        blocks = tuple(_blocks(program, found.outcome))
    data: Json = {
        "matched": found.matched,
        "rules": [{"rule": one.rule.value, "text": one.text} for one in found.barriers],
        "text": found.text,
        "outcome": _data(found.outcome) if found.outcome is not None else None,
    }
    return Report(blocks, data)


def _blocks(program: Program, outcome: Outcome) -> Iterator[Block]:
    yield Paragraph(outcome.text)
    if outcome.difference.moves:
        before, after = outcome.before, outcome.after
        yield Table(
            ("", "Now", "Then"),
            (
                ("Still waiting", str(len(before.waiting)), str(len(after.waiting))),
                ("Points together", f"{before.total:,}", f"{after.total:,}"),
            ),
        )
        yield from difference_blocks(program, outcome.difference)


def _data(outcome: Outcome) -> Json:
    sides = {"before": outcome.before, "after": outcome.after}
    totals: dict[str, Json] = {
        name: {"waiting": [person.slug for person in one.waiting], "total": one.total}
        for name, one in sides.items()
    }
    return {"text": outcome.text, **totals, "difference": difference_data(outcome.difference)}
