"""What people say of their own skills, in words for organisers; the ratings themselves are private."""

from collections.abc import Iterator
from datetime import date

from mentorgen.analysis.figures import Figure
from mentorgen.analysis.self_ratings import rating_changes, ratings_of
from mentorgen.analysis.wording import counted, day_text
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.output.report import Block, Paragraph, Table


def growth_blocks(program: Program, *, today: date) -> Iterator[Block]:
    """Say by how much people's ratings of their skills changed, where five or more can be compared."""
    changes = rating_changes(program, today=today)
    if changes.all.value is None:
        return
    skills = [
        f"{program.skills[skill].label} {_points(one)}"
        for skill, one in changes.skills.items()
        if one.value is not None
    ]
    of_skills = f" By skill: {', '.join(skills)}." if skills else ""
    yield Paragraph(
        f"Own skills, first rating to last, from 1 to 10: {_points(changes.all)} on average over "
        f"{counted(len(changes.all.people), 'participant')}.{of_skills}"
    )


def pair_growth_blocks(program: Program, pair: Pair, *, today: date) -> Iterator[Block]:
    """Show what the people of one pair said of its skills, for those who look after the pair."""
    rows = tuple(
        (
            program.participants[one.slug].name,
            program.skills[one.skill].label,
            f"{one.first.value} ({day_text(one.first.on, today=today)})",
            f"{one.last.value} ({day_text(one.last.on, today=today)})",
        )
        for one in ratings_of(program, pair.everyone, today=today)
        if not pair.skills or one.skill in pair.skills
    )
    if rows:
        yield Table(("Own rating of", "Skill", "First", "Last"), rows)


def _points(change: Figure) -> str:
    return f"{(change.value or 0) / 10:+.1f}"
