"""How people like to work, in words that stand after "like"."""

from mentorgen.model.people import WorkingStyle
from mentorgen.model.words import Contact, Feedback, Learning, Structure

Way = Feedback | Structure | Learning | Contact
"""An answer to one of the four questions of working style."""

WAYS: dict[Way, str] = {
    Feedback.DIRECT: "direct feedback",
    Feedback.GENTLE: "gentle feedback",
    Structure.AGENDA: "an agenda",
    Structure.OPEN: "open conversation",
    Learning.DOING: "learning by doing",
    Learning.READING: "learning by reading",
    Learning.TALKING: "learning by talking",
    Contact.CALLS: "calls",
    Contact.WRITING: "writing",
    Contact.MIXED: "calls and writing in turn",
}


def answered(style: WorkingStyle | None) -> tuple[Way | None, ...]:
    """Give a person's answers in the order of the questions; None where they said nothing."""
    known = style or WorkingStyle()
    return known.feedback, known.structure, known.learning, known.contact
