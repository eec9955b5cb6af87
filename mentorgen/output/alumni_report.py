"""Who finished a round and who of them would like to mentor next, for organisers."""

from collections.abc import Iterable
from datetime import date

from mentorgen.analysis.alumni import Alumnus
from mentorgen.analysis.wording import day_text, listed
from mentorgen.model.program import Program
from mentorgen.output.report import Heading, Json, Paragraph, Report, Table


def alumni_report(program: Program, found: Iterable[Alumnus], *, today: date) -> Report:
    """List who finished, those who wish to mentor first."""
    people = tuple(found)
    rows = tuple(_row(program, one, today) for one in people)
    table = Table(("Person", "Finished", "Wishes to mentor since"), rows)
    nobody = Paragraph("Nobody has finished a round yet.")
    data: Json = [
        {
            "person": one.slug,
            "finished": list(one.rounds),
            "wishes_to_mentor_since": one.wishes.isoformat() if one.wishes else None,
        }
        for one in people
    ]
    return Report((Heading("Alumni"), table if people else nobody), data)


def _row(program: Program, one: Alumnus, today: date) -> tuple[str, ...]:
    return (
        f"{program.participants[one.slug].name} ({one.slug})",
        listed(program.cohorts[cohort].name for cohort in one.rounds),
        day_text(one.wishes, today=today) if one.wishes else "",
    )
