"""How people like to work, in words that stand after "like"."""

from mentorgen.model.people import WorkingStyle
from mentorgen.model.said import Said, said
from mentorgen.model.words import Contact, Feedback, Learning, Structure

Way = Feedback | Structure | Learning | Contact
"""An answer to one of the four questions of working style."""

WAYS: dict[Way, Said] = {
    Feedback.DIRECT: said("direct feedback"),
    Feedback.GENTLE: said("gentle feedback"),
    Structure.AGENDA: said("an agenda"),
    Structure.OPEN: said("open conversation"),
    Learning.DOING: said("learning by doing"),
    Learning.READING: said("learning by reading"),
    Learning.TALKING: said("learning by talking"),
    Contact.CALLS: said("calls"),
    Contact.WRITING: said("writing"),
    Contact.MIXED: said("calls and writing in turn"),
}


def answered(style: WorkingStyle | None) -> tuple[Way | None, ...]:
    """Give a person's answers in the order of the questions; None where they said nothing."""
    known = style or WorkingStyle()
    return known.feedback, known.structure, known.learning, known.contact
