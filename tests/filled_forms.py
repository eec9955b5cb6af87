"""Forms as a forge writes them down once somebody has filled them in."""

from collections.abc import Mapping, Sequence

from mentorgen.loading.form_templates import AnswerKind, FormTemplate, Question

Answers = Mapping[str, str | Sequence[str]]
"""What was typed or chosen, by the ids of the questions."""


def body_of(template: FormTemplate, answers: Answers, *, line_end: str = "\n") -> str:
    """Write answers as the body of an issue, the questions in their order."""
    unknown = set(answers) - {question.id for question in template.questions}
    assert not unknown, f"the form asks no such thing: {unknown}"
    sections = (
        f"### {question.label}\n\n{_answer(question, answers.get(question.id, ''))}"
        for question in template.questions
    )
    return "\n\n".join(sections).replace("\n", line_end)


def _answer(question: Question, answer: str | Sequence[str]) -> str:
    if question.kind is AnswerKind.CHECKBOXES:
        ticked = [answer] if isinstance(answer, str) else answer
        return "\n".join(
            f"- [{'X' if option in ticked else ' '}] {option}" for option in question.options
        )
    written = answer if isinstance(answer, str) else ", ".join(answer)
    return written or "_No response_"
