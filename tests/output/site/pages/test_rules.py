"""The program's rules are printed from its settings and nothing else."""

import pytest

from mentorgen.model.words import Audience, Confirmation, Reviewed
from mentorgen.output.site.pages.frame import frame_of
from mentorgen.output.site.pages.rules import AGREEMENT, rules_view
from mentorgen.output.site.views import RulesView, RuleView
from tests.analysis.test_applicants import some_waits
from tests.builders import TODAY, a_cohort, a_skill, some_settings
from tests.output.site.pages.conftest import a_frame
from tests.output.site.pages.test_training import a_module

DASH = "\N{EN DASH}"
TRAINED = {"hard": {"training_done": True}}


def page(**over: object) -> RulesView:
    return rules_view(a_frame(settings=some_settings(**over)))


def rule(view: RulesView, section: str, label: str) -> str:
    rules: tuple[RuleView, ...] = getattr(view, section)
    return {one.label: one.text for one in rules}[label]


@pytest.mark.parametrize(
    ("over", "words"),
    [
        ({}, "An organiser reads each application before it holds."),
        ({"reviews_applications": True}, "accepts it before anybody is matched"),
        ({"review": ()}, "Nobody has to: who applies is in"),
    ],
)
def test_who_says_yes_to_an_application(over: dict[str, object], words: str) -> None:
    assert words in rule(page(**over), "joining", "Who says yes")


def test_waiting_is_told_for_the_program_and_for_each_topic() -> None:
    view = rules_view(frame_of(some_waits(), today=TODAY))

    assert [(one.number, one.context) for one in view.waiting] == [
        ("5", ""),
        ("16", "the one in the middle of all waits that ended"),
    ]
    assert [(one.skill.slug, one.waiting, one.days) for one in view.topics] == [
        ("talk", 5, None),
        ("testing", 0, 16),
    ]


def test_of_few_people_no_waiting_is_told() -> None:
    view = rules_view(a_frame(skills=(a_skill("testing"),)))

    assert [(one.number, one.context) for one in view.waiting] == [(DASH, ""), (DASH, "")]
    assert view.topics == ()


@pytest.mark.parametrize(
    ("over", "label", "words"),
    [
        ({}, "Both say yes", "There are 7 days for it."),
        ({"follow_up": {"answer_within": 1}}, "Both say yes", "There is 1 day for it."),
        ({}, "No, or no answer", "the next choice is proposed"),
        (
            {"confirmation": Confirmation.NONE},
            "The organisers decide",
            "begins without an answer",
        ),
    ],
)
def test_how_an_answer_counts(over: dict[str, object], label: str, words: str) -> None:
    assert words in rule(page(**over), "answering", label)


@pytest.mark.parametrize(
    ("program", "round_", "words"),
    [
        ({}, {}, "Training is an offer."),
        (TRAINED, TRAINED, "Only who has finished the training"),
        ({}, TRAINED, "In some rounds only"),
    ],
)
def test_whether_training_is_a_gate(
    program: dict[str, object], round_: dict[str, object], words: str
) -> None:
    frame = a_frame(
        settings=some_settings(matching=program), cohorts=(a_cohort(matching=round_ or None),)
    )

    assert words in rule(rules_view(frame), "training", "Before a match")


def test_the_modules_are_those_of_mentors_and_mentees() -> None:
    modules = (
        a_module("mentees/asking", Audience.MENTEE),
        a_module("team/weekly", Audience.COORDINATOR),
    )

    assert [one.target for one in rules_view(a_frame(modules=modules)).modules] == [
        "training/mentees/asking/"
    ]


@pytest.mark.parametrize(
    ("review", "words"),
    [
        ((), "Nothing waits for an organiser: what you ask for holds at once."),
        (
            (Reviewed.JOINING, Reviewed.ENDINGS),
            "These wait until an organiser has said yes: joining and endings. Everything else holds at once.",
        ),
        (
            (*Reviewed,),
            (
                "These wait until an organiser has said yes: joining, changes of a record, meetings, goals,"
                " bookings of single talks, matches and endings."
            ),
        ),
    ],
)
def test_what_is_reviewed(review: tuple[Reviewed, ...], words: str) -> None:
    assert rule(page(review=review), "deciding", "What an organiser looks at") == words


@pytest.mark.parametrize(
    ("over", "words"),
    [
        ({}, "Write to an organiser in private"),
        ({"private_form_url": "https://f.example.org/p"}, "Use the private way below"),
    ],
)
def test_a_worry_goes_a_private_way(over: dict[str, object], words: str) -> None:
    assert words in rule(page(**over), "deciding", "If something worries you")


@pytest.mark.parametrize(
    ("review", "words"),
    [((Reviewed.MATCHES,), "An organiser reads it"), ((), "It is written down as it is.")],
)
def test_who_looks_at_matches(review: tuple[Reviewed, ...], words: str) -> None:
    assert words in rule(page(review=review), "deciding", "How matches are made")


def test_the_clauses_of_the_agreement_are_there() -> None:
    assert page().agreement == AGREEMENT
    assert [one.label for one in AGREEMENT] == [
        "What stays between you",
        "Where the borders are",
        "Nobody's fault",
        "Signed by all of you",
    ]
