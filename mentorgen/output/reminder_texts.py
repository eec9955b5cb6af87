"""What a reminder says: a greeting, one small next step and the ways to answer.

The words stand in `templates/reminders/`, one file for each kind and step. A text for the pair names
people and nothing else that they wrote, and says nothing about how they do: that is for the
coordinators' lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from mentorgen.analysis.reminders import Reminder, Step
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.output.neutral import neutral, one_line


@dataclass(frozen=True, slots=True)
class ReminderText:
    """A title in plain text and a body in Markdown in which people's own markup does nothing.

    A title names people only in lines for the coordinators. `pass_on` is a message that the coordinators can send by themselves, None where it is not needed.
    """

    title: str
    body: str
    pass_on: "ReminderText | None" = None


def reminder_text(program: Program, reminder: Reminder) -> ReminderText:
    """Write a reminder for those it goes to."""
    if not reminder.privately:
        return _written(program, reminder, f"{reminder.kind}.{reminder.step}")
    return _written(
        program,
        reminder,
        "_private",
        pass_on=_written(program, reminder, f"{reminder.kind}.{reminder.step}"),
    )


def _written(
    program: Program, reminder: Reminder, template: str, pass_on: ReminderText | None = None
) -> ReminderText:
    text = (
        _templates()
        .get_template(f"{template}.md.j2")
        .render(
            people=listed(neutral(name) for name in _names(program, reminder.people)),
            evidence=" ".join(neutral(sentence) for sentence in reminder.evidence),
            number=reminder.number,
            notice=counted(program.settings.follow_up.ending_notice, "day"),
            privately=reminder.privately,
            form=program.settings.private_form_url,
            day=reminder.due_on,
        )
    )
    title, _, body = text.partition("\n")
    if reminder.step is Step.COORDINATORS or pass_on is not None:
        names = _names(program, program.pairs[reminder.pair].everyone)
        title = f"{listed(one_line(name) for name in names)}: {title}"
    return ReminderText(title, f"{body.strip()}\n", pass_on)


def _names(program: Program, slugs: Iterable[Slug]) -> tuple[str, ...]:
    return tuple(program.participants[slug].name for slug in slugs)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("mentorgen.output", "templates/reminders"),
        autoescape=select_autoescape(enabled_extensions=(), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
