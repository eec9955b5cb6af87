"""What people told in surveys and at endings: tables of totals for organisers."""

from collections.abc import Iterator
from datetime import date

from mentorgen.analysis.figures import Figure
from mentorgen.analysis.satisfaction import SideSatisfaction
from mentorgen.analysis.voices import Voices
from mentorgen.analysis.wording import day_text
from mentorgen.model.program import Program
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table

NOTHING = "No survey has been due yet, and nobody gave a reason for an ending."
_HIDDEN = "\N{EN DASH}"


def voices_report(program: Program, told: Voices, *, today: date) -> Report:
    """Report response rates, marks and reasons; a dash stands for fewer than five people."""
    blocks = (
        *_responses(program, told, today),
        *_marks(program, told),
        *_goals(told),
        *_reasons(told),
    )
    note = Paragraph("A dash stands for fewer than five people.")
    return Report((*blocks, note) if blocks else (Paragraph(NOTHING),), _data(told))


def _data(told: Voices) -> Json:
    return {
        "due": {survey: day.isoformat() for survey, day in told.due.items()},
        "responses": [
            {
                "survey": one.survey,
                "round": one.number,
                "side": one.side,
                "asked": one.asked.value,
                "answered": one.answered.value,
                "rate": one.rate.value,
            }
            for one in told.responses
        ],
        "marks": [
            {
                "survey": one.survey,
                "question": one.question,
                "side": one.side,
                "answers": one.answers.value,
                "mean": _tenths(one.tenths),
            }
            for one in told.marks
        ],
        "goals": [
            {
                "side": one.side,
                "answers": one.answers.value,
                "mean": _tenths(one.tenths),
                "interval": [_tenths(one.lowest), _tenths(one.highest)],
            }
            for one in told.goals
        ],
        "reasons": {group.value: one.value for group, one in told.reasons.items()},
    }


def _responses(program: Program, told: Voices, today: date) -> Iterator[Block]:
    if told.responses:
        yield Heading("Who answered")
        yield Table(
            ("Survey", "Round", "Side", "Asked", "Answered", "Rate"),
            tuple(
                (
                    program.surveys[one.survey].title,
                    str(one.number),
                    one.side,
                    _number(one.asked),
                    _number(one.answered),
                    f"{one.rate.value} %" if one.rate.value is not None else _HIDDEN,
                )
                for one in told.responses
            ),
            frozenset({1, 3, 4, 5}),
        )
    if told.due:
        yield Heading("Due next")
        yield Table(
            ("Survey", "For some pair on"),
            tuple(
                (program.surveys[survey].title, day_text(day, today=today))
                for survey, day in told.due.items()
            ),
        )


def _marks(program: Program, told: Voices) -> Iterator[Block]:
    if told.marks:
        texts = {
            (survey.id, question.id): question.text
            for survey in program.surveys.values()
            for question in survey.questions
        }
        yield Heading("Marks from 1 to 5")
        yield Table(
            ("Question", "Side", "Answers", "Mean"),
            tuple(
                (
                    texts[one.survey, one.question],
                    one.side,
                    _number(one.answers),
                    _tenths(one.tenths) or _HIDDEN,
                )
                for one in told.marks
            ),
            frozenset({2, 3}),
        )


def _goals(told: Voices) -> Iterator[Block]:
    if told.goals:
        yield Heading("How far goals were reached, weighed by how much they mattered")
        yield Table(
            ("Side", "People", "Mean, from 1 to 5", "Likely between"),
            tuple(
                (one.side, _number(one.answers), _tenths(one.tenths) or _HIDDEN, _between(one))
                for one in told.goals
            ),
            frozenset({1, 2}),
        )


def _between(one: SideSatisfaction) -> str:
    lowest, highest = _tenths(one.lowest), _tenths(one.highest)
    return f"{lowest} and {highest}" if lowest and highest else _HIDDEN


def _reasons(told: Voices) -> Iterator[Block]:
    given = {group: one for group, one in told.reasons.items() if one.value != 0}
    if given:
        yield Heading("Why pairs ended")
        yield Table(
            ("Reason", "Pairs"),
            tuple((group.value, _number(one)) for group, one in given.items()),
            frozenset({1}),
        )


def _number(figure: Figure) -> str:
    return _HIDDEN if figure.value is None else str(figure.value)


def _tenths(figure: Figure) -> str | None:
    return None if figure.value is None else f"{figure.value // 10}.{figure.value % 10}"
