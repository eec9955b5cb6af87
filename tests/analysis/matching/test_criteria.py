"""Each criterion gives whole points and a sentence that names people and says what is not known."""

from collections.abc import Callable

import pytest

from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Criterion, Fit, Reason
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.model.cohorts import Application
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Hours, Participant, WorkingStyle
from mentorgen.model.policies import MatchingPolicy, Weights
from mentorgen.model.privacy import Shared
from mentorgen.model.words import (
    Contact,
    Feedback,
    Learning,
    PartOfDay,
    SkillLevel,
    Structure,
    Weekday,
)
from tests.builders import (
    COHORT,
    TODAY,
    a_consent,
    a_mentor,
    a_participant,
    a_program,
    a_skill,
    an_application,
    some_settings,
    some_skills,
)

ANA, BEN = Slug("ana"), Slug("ben")
SKILLS = (
    a_skill("python", label="Python"),
    a_skill("django", label="Django", parent="python"),
    a_skill("code-review", label="code review"),
    a_skill("testing", label="testing"),
)
OPEN = a_consent(shows=tuple(Shared))


def fit_between(
    mentor: Participant,
    mentee: Participant,
    *applications: Application,
    policy: MatchingPolicy | None = None,
) -> Fit:
    program = a_program(
        participants=(mentor, mentee),
        skills=SKILLS,
        applications=applications,
        settings=some_settings(matching=policy or MatchingPolicy()),
    )
    matching = round_of(program, CohortId(COHORT), today=TODAY)
    return fit(matching, matching.candidates[mentor.slug], matching.candidates[mentee.slug])


def reason_of(criterion: Criterion, found: Fit) -> Reason:
    return next(reason for reason in found.reasons if reason.criterion is criterion)


def hours(*spans: tuple[Weekday, str, str]) -> tuple[Hours, ...]:
    return tuple(Hours.model_validate({"day": d, "from": a, "to": b}) for d, a, b in spans)


def test_a_good_fit_reads_as_five_warm_sentences() -> None:
    style = WorkingStyle(structure=Structure.AGENDA, learning=Learning.DOING)
    free = hours((Weekday.TUE, "8:00", "11:00"), (Weekday.THU, "8:00", "11:00"))
    both = {"languages": ("en",), "style": style, "timezone": "Europe/Lisbon", "hours": free}
    ana = a_mentor("ana", name="Ioana", offers=some_skills("code-review", "testing"), **both)
    ben = a_participant("ben", name="Tomás", wants=some_skills("code-review", "testing"), **both)

    found = fit_between(ana, ben, an_application(asks_for=("ana",)))

    assert [(reason.points, reason.most, reason.text) for reason in found.reasons] == [
        (45, 45, "Ioana offers code review and testing: all that Tomás asks for"),
        (20, 20, "Six hours a week in common in every week of the round"),
        (11, 15, "Both like an agenda and learning by doing"),
        (10, 10, "Both speak English"),
        (8, 10, "Tomás asked for Ioana"),
    ]
    assert (found.points, found.most) == (94, 100)


def test_who_said_nothing_gets_half_the_points_and_a_sentence_that_says_so() -> None:
    found = fit_between(a_mentor(), a_participant())

    assert [(reason.points, reason.most, reason.text) for reason in found.reasons] == [
        (23, 45, "Ben has not said yet what to learn"),
        (10, 20, "It is not known yet which hours would suit Ana and Ben"),
        (8, 15, "It is not known yet how Ana and Ben would like to work"),
        (5, 10, "It is not known yet which language would suit Ana and Ben"),
        (5, 10, "Neither of them asked for anybody by name"),
    ]
    assert not any(reason.known for reason in found.reasons)


def test_a_criterion_without_weight_is_not_told() -> None:
    policy = MatchingPolicy(weights=Weights(style=0, wishes=0))

    found = fit_between(a_mentor(), a_participant(), policy=policy)

    assert [reason.criterion for reason in found.reasons] == ["skills", "hours", "languages"]


@pytest.mark.parametrize(
    ("offers", "wants", "points", "text"),
    [
        (("testing",), ("testing",), 45, "Ana offers testing: just what Ben asks for"),
        (
            ("testing",),
            ("testing", "python"),
            23,
            "Ana offers testing: one of two skills that Ben asks for",
        ),
        (("django",), ("python",), 34, "Ana offers Django, which is near to Python"),
        (
            ("testing", "django"),
            ("testing", "python"),
            39,
            "Ana offers testing; Django is near to Python",
        ),
        (("testing",), ("python",), 0, "Ana offers other skills than Ben asks for"),
        (("unlisted",), ("unlisted",), 45, "Ana offers unlisted: just what Ben asks for"),
        ((), ("python",), 23, "Ana has not said yet what to offer"),
    ],
)
def test_skills_are_told_by_what_is_offered_and_asked_for(
    offers: tuple[str, ...], wants: tuple[str, ...], points: int, text: str
) -> None:
    ana, ben = a_mentor(offers=some_skills(*offers)), a_participant(wants=some_skills(*wants))

    reason = reason_of(Criterion.SKILLS, fit_between(ana, ben))

    assert (reason.points, reason.text) == (points, text)


def test_what_an_application_wants_comes_before_the_record() -> None:
    ana, ben = a_mentor(offers=some_skills("testing")), a_participant(wants=some_skills("python"))
    applied = an_application(wants=some_skills("testing", level=SkillLevel.NEW))

    reason = reason_of(Criterion.SKILLS, fit_between(ana, ben, applied))

    assert reason.text == "Ana offers testing: just what Ben asks for"


@pytest.mark.parametrize(
    ("end", "points", "text"),
    [
        ("9:45", 4, "45 minutes a week in common in every week of the round"),
        ("10:30", 8, "One hour a week in common in every week of the round"),
        ("11:00", 10, "Two hours a week in common in every week of the round"),
        ("22:30", 20, "13 hours a week in common in every week of the round"),
        ("9:00", 0, "No hours in common in some week: writing may suit them better than calls"),
    ],
)
def test_hours_count_up_to_four_a_week(end: str, points: int, text: str) -> None:
    ana = a_mentor(timezone="UTC", hours=hours((Weekday.MON, "9:00", "23:00")))
    ben = a_participant(timezone="UTC", hours=hours((Weekday.MON, "9:00", end)))

    reason = reason_of(Criterion.HOURS, fit_between(ana, ben))

    assert (reason.points, reason.text) == (points, text)


@pytest.mark.parametrize(
    ("style", "points", "text"),
    [
        (WorkingStyle(feedback=Feedback.GENTLE), 9, "Both like gentle feedback"),
        (
            WorkingStyle(feedback=Feedback.DIRECT, contact=Contact.WRITING),
            4,
            "They like to work in different ways: a first thing to talk about",
        ),
        (
            WorkingStyle(learning=Learning.DOING),
            8,
            "It is not known yet how Ana and Ben would like to work",
        ),
    ],
)
def test_style_counts_what_both_answered(style: WorkingStyle, points: int, text: str) -> None:
    ana = a_mentor(style=WorkingStyle(feedback=Feedback.GENTLE, contact=Contact.CALLS))

    reason = reason_of(Criterion.STYLE, fit_between(ana, a_participant(style=style)))

    assert (reason.points, reason.text) == (points, text)


def test_calls_and_writing_in_turn_half_suit_who_likes_calls() -> None:
    ana = a_mentor(style=WorkingStyle(contact=Contact.CALLS))
    ben = a_participant(style=WorkingStyle(contact=Contact.MIXED))

    assert reason_of(Criterion.STYLE, fit_between(ana, ben)).points == 8


@pytest.mark.parametrize(
    ("one", "other", "points", "text"),
    [
        (("pt-BR", "en"), ("en", "pt-PT"), 10, "Both speak English and Portuguese"),
        (("qya",), ("qya",), 10, "Both speak qya"),
        (("es",), ("en",), 0, "They named no language that both speak"),
        ((), ("en",), 5, "It is not known yet which language would suit Ana"),
    ],
)
def test_languages_are_shared_whatever_their_region(
    one: tuple[str, ...], other: tuple[str, ...], points: int, text: str
) -> None:
    found = fit_between(a_mentor(languages=one), a_participant(languages=other))

    reason = reason_of(Criterion.LANGUAGES, found)

    assert (reason.points, reason.text) == (points, text)


def asks(slug: str, *names: str, wishes: tuple[str, ...] = ()) -> Application:
    return an_application(slug, asks_for=names, wishes=wishes)


@pytest.mark.parametrize(
    ("applications", "points", "text"),
    [
        ((asks("ben", "ana"), asks("ana", "ben")), 10, "Ben and Ana asked for each other"),
        ((asks("ana", "ben"),), 8, "Ana asked for Ben"),
        ((asks("ben", "x", "ana"),), 6, "Ben asked for Ana"),
        ((asks("ben", *"uvwxy", wishes=("ana",)),), 4, "Ben asked for Ana"),
        ((asks("ben", "x"),), 3, "Ben asked for somebody else"),
        ((asks("ben", "x"), asks("ana", "y")), 0, "Ben and Ana asked for somebody else"),
    ],
)
def test_wishes_of_both_sides_count_by_rank(
    applications: tuple[Application, ...], points: int, text: str
) -> None:
    reason = reason_of(Criterion.WISHES, fit_between(a_mentor(), a_participant(), *applications))

    assert (reason.points, reason.text, reason.known) == (points, text, True)


def is_public(criterion: Criterion) -> Callable[[Fit], bool]:
    return lambda found: criterion in {reason.criterion for reason in found.public_reasons}


def test_hours_are_told_in_public_only_where_both_show_what_they_rest_on() -> None:
    parts = {"timezone": "UTC", "parts_of_day": (PartOfDay.WEEKDAY_MORNING,)}
    shown, hidden = parts | {"consent": OPEN}, parts | {"consent": a_consent()}
    exact = shown | {"hours": hours((Weekday.MON, "9:00", "10:00"))}
    told = is_public(Criterion.HOURS)

    assert told(fit_between(a_mentor("ana", **shown), a_participant("ben", **shown)))
    assert told(fit_between(a_mentor(), a_participant("ben", **shown)))
    assert not told(fit_between(a_mentor("ana", **shown), a_participant("ben", **hidden)))
    assert not told(fit_between(a_mentor("ana", **shown), a_participant("ben", **exact)))
    assert not told(
        fit_between(a_mentor("ana", **shown), a_participant("ben", **parts | {"consent": None}))
    )


def test_a_wish_is_told_in_public_only_where_nothing_private_shines_through() -> None:
    ana, ben, shy = a_mentor(consent=OPEN), a_participant(consent=OPEN), a_participant()
    told = is_public(Criterion.WISHES)

    assert told(fit_between(ana, ben, asks("ben", "ana")))
    assert told(fit_between(ana, ben, asks("ben", "ana"), asks("ana", "ben", wishes=("x",))))
    assert not told(fit_between(ana, ben))
    assert not told(fit_between(ana, ben, asks("ben", wishes=("ana",))))
    assert not told(fit_between(ana, ben, asks("ben", "ana"), asks("ana", wishes=("x",))))
    assert not told(fit_between(ana, shy, asks("ben", "ana")))
