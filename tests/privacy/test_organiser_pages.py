"""What organisers read on their pages: who is private and how to reach them, and nobody's confidences."""

import pytest

from mentorgen.analysis.consent import agreed
from mentorgen.output.organiser.site import organiser_pages
from tests.privacy.canaries import PUBLIC, TODAY, Circle
from tests.privacy.places import Laid, lay_out

ALLOWED = {
    *("Participant.name", "Participant.slug", "Participant.line", "Participant.github"),
    *("Participant.contact", "Pair.id", "Cohort.name", "Cohort.id", "Scenario.id", "Survey.title"),
    *("Question.text", "Milestone.name", "Goal.title", "Background.dimension", "Meeting.notes"),
}
"""Fields of private people, and of what organisers keep to themselves, that their pages may hold."""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return lay_out(tmp_path_factory.mktemp("few"), 20)


@pytest.fixture(scope="module")
def told(few: Laid) -> dict[Circle, set[str]]:
    """The fields whose words are on any page of organisers, by who may read them."""
    program = agreed(few.program(privately=True), today=TODAY)
    pages = organiser_pages(program, today=TODAY)
    text = "\n".join(f"{page.path} {page.title} {page.html}" for page in pages)
    return {circle: {*fields} for circle, fields in few.told(text).items()}


def test_organisers_read_who_is_private_and_nobodys_confidences(
    told: dict[Circle, set[str]],
) -> None:
    fields = {field for circle in told.keys() - PUBLIC for field in told[circle]}

    assert Circle.NOBODY not in told
    assert fields - ALLOWED == set()
    assert "Participant.contact" in told[Circle.COORDINATORS]


def test_what_a_pair_keeps_to_itself_stays_with_it(told: dict[Circle, set[str]]) -> None:
    assert told.get(Circle.PAIR, set()) <= {"Milestone.name"}


def test_the_folder_of_the_test_holds_confidences(few: Laid) -> None:
    planted = {one.where for one in few.made.tokens.values() if one.circle is Circle.PAIR}

    assert {"Reflected.learnt", "Answer.text", "Meeting.notes", "Goal.title"} <= planted
