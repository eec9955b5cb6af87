"""How people look back on their goals and on what they learnt, in words for organisers; the answers are private."""

from collections.abc import Iterator
from datetime import date

from mentorgen.analysis.life import Life
from mentorgen.analysis.reflections import reflections_in
from mentorgen.analysis.satisfaction import satisfaction_in, satisfaction_of
from mentorgen.analysis.wording import day_text, listed
from mentorgen.model.program import Program
from mentorgen.output.report import Block, Paragraph, Table


def goals_blocks(program: Program, *, today: date) -> Iterator[Block]:
    """Say how far goals were reached in the eyes of five people or more of one side."""
    found = [
        f"{one.tenths.value / 10:.1f} of 5 over {one.answers.value} {one.side}s"
        for one in satisfaction_of(program, program.pairs.values(), today=today)
        if one.tenths.value is not None
    ]
    if found:
        yield Paragraph(
            f"How far goals were reached, weighed by how much they mattered: {listed(found)}."
        )


def pair_goals_blocks(program: Program, life: Life) -> Iterator[Block]:
    """Show what each person of one pair said of its goals, time after time."""
    rows = tuple(
        (
            program.participants[one.slug].name,
            day_text(one.on, today=life.today),
            f"{float(one.mark):.1f}",
        )
        for one in satisfaction_in(program, life.pair, today=life.today)
    )
    if rows:
        yield Table(("How far the goals were reached, by", "On", "From 1 to 5"), rows)


def reflection_blocks(program: Program, life: Life) -> Iterator[Block]:
    """Show what the people of one pair said at its end."""
    rows = tuple(
        (program.participants[one.by].name, one.learnt, one.stays or "")
        for one in reflections_in(life)
    )
    if rows:
        yield Table(("Looking back", "Learnt", "What stays"), rows)
