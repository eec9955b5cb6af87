"""Each criterion gives whole points and a sentence that names people and says what is not known."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.criteria.background import keeps_apart, kept_apart
from mentorgen.analysis.matching.fits import Criterion, Fit, Reason
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.model.cohorts import Application
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Background, Hours, Participant, WorkingStyle
from mentorgen.model.policies import MatchingPolicy, Weights
from mentorgen.model.privacy import Shared
from mentorgen.model.words import (
    Contact,
    Feedback,
    Form,
    Learning,
    PartOfDay,
    SkillLevel,
    Structure,
    Weekday,
    Wish,
)
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
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
SIX_HOURS = (
    "Six hours a week in common in every week of the round, such as Tuesday 8:00 and Thursday 8:00"
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


def test_a_good_fit_reads_as_warm_sentences() -> None:
    style = WorkingStyle(structure=Structure.AGENDA, learning=Learning.DOING)
    free = hours((Weekday.TUE, "8:00", "11:00"), (Weekday.THU, "8:00", "11:00"))
    both = {"languages": ("en",), "style": style, "timezone": "Europe/Lisbon", "hours": free}
    ana = a_mentor(
        "ana",
        name="Ioana",
        offers=some_skills("code-review", "testing"),
        experience_years=9,
        **both,
    )
    ben = a_participant(
        "ben",
        name="Tomás",
        wants=some_skills("code-review", "testing"),
        experience_years=2,
        **both,
    )

    found = fit_between(ana, ben, an_application(asks_for=("ana",), aim="Review code by myself"))

    assert [
        (reason.points, reason.most, reason.text) for reason in found.reasons if reason.known
    ] == [
        (35, 35, "Ioana offers code review and testing: all that Tomás asks for"),
        (15, 15, "Both write of code review and testing"),
        (11, 15, "Both like an agenda and learning by doing"),
        (
            5,
            10,
            SIX_HOURS,
        ),
        (5, 5, "Ioana has seven years more experience than Tomás"),
        (5, 5, "Both speak English"),
        (8, 10, "Tomás asked for Ioana"),
    ]
    assert (found.points, found.most) == (87, 100)


def test_who_said_nothing_gets_half_the_points_and_a_sentence_that_says_so() -> None:
    found = fit_between(a_mentor(), a_participant())

    assert [(reason.points, reason.most, reason.text) for reason in found.reasons] == [
        (18, 35, "Ben has not said yet what to learn"),
        (8, 15, "It is not known yet what Ben and Ana would write about themselves"),
        (8, 15, "It is not known yet how Ana and Ben would like to work"),
        (5, 10, "It is not known yet which hours would suit Ana and Ben"),
        (3, 5, "It is not known yet for how many years Ana and Ben did this work"),
        (3, 5, "It is not known yet which language would suit Ana and Ben"),
        (5, 10, "Neither of them asked for anybody by name"),
        (3, 5, "Neither of them asks for anything in the other's background"),
    ]
    assert not any(reason.known for reason in found.reasons)


def test_a_criterion_without_weight_is_not_told() -> None:
    policy = MatchingPolicy(weights=Weights(style=0, wishes=0))
    program = a_program(settings=some_settings(matching=policy))

    found = fit_between(a_mentor(), a_participant(), policy=policy)

    assert found.most == round_of(program, CohortId(COHORT), today=TODAY).most_points == 75

    assert [reason.criterion for reason in found.reasons] == [
        *("skills", "goals", "hours", "experience", "languages", "background")
    ]


@pytest.mark.parametrize(
    ("offers", "wants", "points", "text"),
    [
        (("testing",), ("testing",), 35, "Ana offers testing: just what Ben asks for"),
        (
            ("testing",),
            ("testing", "python"),
            18,
            "Ana offers testing: one of two skills that Ben asks for",
        ),
        (("django",), ("python",), 26, "Ana offers Django, which is near to Python"),
        (
            ("testing", "django"),
            ("testing", "python"),
            31,
            "Ana offers testing; Django is near to Python",
        ),
        (("testing",), ("python",), 0, "Ana offers other skills than Ben asks for"),
        (("unlisted",), ("unlisted",), 35, "Ana offers unlisted: just what Ben asks for"),
        ((), ("python",), 18, "Ana has not said yet what to offer"),
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
        ("9:15", 0, "15 minutes a week in common in every week of the round"),
        (
            "9:45",
            1,
            "45 minutes a week in common in every week of the round, such as Monday 9:00",
        ),
        (
            "11:00",
            3,
            "Two hours a week in common in every week of the round, such as Monday 9:00",
        ),
        (
            "22:30",
            6,
            "13 hours a week in common in every week of the round, such as Monday 9:00",
        ),
        ("9:00", 0, "No hours in common in some week: writing may suit them better than calls"),
    ],
)
def test_four_hours_a_week_bring_half_and_further_ones_the_rest(
    end: str, points: int, text: str
) -> None:
    ana = a_mentor(timezone="UTC", hours=hours((Weekday.MON, "9:00", "23:00")))
    ben = a_participant(timezone="UTC", hours=hours((Weekday.MON, "9:00", end)))

    reason = reason_of(Criterion.HOURS, fit_between(ana, ben))

    assert (reason.points, reason.text) == (points, text)


def test_all_parts_of_all_weekdays_in_common_bring_all_points() -> None:
    free: dict[str, object] = {"timezone": "UTC", "parts_of_day": tuple(PartOfDay)[:4]}

    assert (
        reason_of(
            Criterion.HOURS, fit_between(a_mentor("ana", **free), a_participant("ben", **free))
        ).points
        == 10
    )


@pytest.mark.parametrize(
    ("zone", "start", "told"),
    [
        ("Asia/Kathmandu", "8:00", "Monday 8:00 for Ana (13:45 for Ben)"),
        ("Pacific/Auckland", "13:00", "Monday 13:00 for Ana (Tuesday 2:00 for Ben)"),
    ],
)
def test_times_are_told_by_both_clocks_where_these_differ(zone: str, start: str, told: str) -> None:
    ana = a_mentor(timezone="UTC", hours=hours((Weekday.MON, start, "16:00")))
    wide = hours((Weekday.MON, "0:00", "23:45"), (Weekday.TUE, "0:00", "23:45"))
    ben = a_participant(timezone=zone, hours=wide)

    assert told in reason_of(Criterion.HOURS, fit_between(ana, ben)).text


@given(st.lists(st.integers(0, 20), min_size=1, max_size=4), st.integers(0, 20))
def test_offering_more_hours_never_costs_points(starts: list[int], more: int) -> None:
    def points(offered: list[int]) -> int:
        spans = [(Weekday.MON, f"{start}:00", f"{start + 3}:00") for start in offered]
        ana = a_mentor(timezone="UTC", hours=hours(*spans))
        ben = a_participant(timezone="Asia/Kolkata", hours=hours((Weekday.MON, "6:00", "22:00")))
        return reason_of(Criterion.HOURS, fit_between(ana, ben)).points

    assert points(starts) <= points([*starts, more])


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
        (("pt-BR", "en"), ("en", "pt-PT"), 5, "Both speak English and Portuguese"),
        (("qya",), ("qya",), 5, "Both speak qya"),
        (("es",), ("en",), 0, "They named no language that both speak"),
        ((), ("en",), 3, "It is not known yet which language would suit Ana"),
    ],
)
def test_languages_are_shared_whatever_their_region(
    one: tuple[str, ...], other: tuple[str, ...], points: int, text: str
) -> None:
    found = fit_between(a_mentor(languages=one), a_participant(languages=other))

    reason = reason_of(Criterion.LANGUAGES, found)

    assert (reason.points, reason.text) == (points, text)


@pytest.mark.parametrize(
    ("mentor", "mentee", "points", "text"),
    [
        (1, 4, 0, "Ben has three years more experience than Ana"),
        (3, 3, 1, "Ana and Ben have equally many years of experience"),
        (4, 3, 3, "Ana has one year more experience than Ben"),
        (5, 3, 4, "Ana has two years more experience than Ben"),
        (6, 3, 5, "Ana has three years more experience than Ben"),
        (17, 3, 5, "Ana has 14 years more experience than Ben"),
        (18, 3, 4, "Ana has 15 years more experience than Ben"),
        (40, 0, 3, "Ana has 40 years more experience than Ben"),
        (None, 3, 3, "It is not known yet for how many years Ana did this work"),
    ],
)
def test_a_mentor_is_best_ahead_by_some_years_but_not_by_many(
    mentor: int | None, mentee: int, points: int, text: str
) -> None:
    found = fit_between(a_mentor(experience_years=mentor), a_participant(experience_years=mentee))

    reason = reason_of(Criterion.EXPERIENCE, found)

    assert (reason.points, reason.text) == (points, text)


def test_in_reverse_the_one_who_learns_is_ahead() -> None:
    junior, senior = a_mentor(experience_years=2), a_participant(experience_years=12)
    forms = [an_application(slug, forms=(Form.REVERSE,)) for slug in ("ana", "ben")]
    cohort = a_cohort(forms=(Form.ONE_TO_ONE, Form.REVERSE))
    program = a_program(participants=(junior, senior), cohorts=(cohort,), applications=forms)
    matching = round_of(program, CohortId(COHORT), today=TODAY)

    found = fit(matching, matching.candidates[ANA], matching.candidates[BEN])

    assert reason_of(Criterion.EXPERIENCE, found).points == 5


def of_gender(value: str, wish: Wish = Wish.SAME, *, firm: bool = False) -> Background:
    return Background(dimension="Gender", value=value, wish=wish, firm=firm)


@pytest.mark.parametrize(
    ("mentor", "mentee", "points", "known", "text"),
    [
        ((), (of_gender("woman"),), 3, False, "Gender: asked for, not known of the other"),
        ((of_gender("Woman "),), (of_gender("woman"),), 5, True, "Same gender: as asked for"),
        ((of_gender("man"),), (of_gender("woman"),), 0, True, "Same gender: not as asked for"),
        (
            (of_gender("man", Wish.DIFFERENT),),
            (of_gender("woman"),),
            3,
            True,
            "Different gender: as asked for; same gender: not as asked for",
        ),
    ],
)
def test_background_counts_only_as_somebody_asks_and_is_never_public(
    mentor: tuple[Background, ...],
    mentee: tuple[Background, ...],
    points: int,
    known: bool,  # noqa: FBT001
    text: str,
) -> None:
    found = fit_between(a_mentor(background=mentor), a_participant(background=mentee))

    reason = reason_of(Criterion.BACKGROUND, found)

    assert (reason.points, reason.known, reason.text) == (points, known, text)
    assert reason not in found.public_reasons


@pytest.mark.parametrize(
    ("mentor", "mentee", "apart"),
    [
        ((), (), False),
        ((), (of_gender("woman"),), False),
        ((), (of_gender("woman", firm=True),), True),
        ((of_gender("man"),), (of_gender("woman", firm=True),), True),
        ((of_gender("man", firm=True),), (of_gender("woman", Wish.DIFFERENT),), True),
        ((of_gender("woman", firm=True),), (of_gender("woman", firm=True),), False),
    ],
)
def test_a_firm_wish_keeps_two_apart_unless_it_is_known_to_be_met(
    mentor: tuple[Background, ...],
    mentee: tuple[Background, ...],
    apart: bool,  # noqa: FBT001
) -> None:
    people = (a_mentor(background=mentor), a_participant(background=mentee))
    matching = round_of(a_program(participants=people), CohortId(COHORT), today=TODAY)
    ana, ben = matching.candidates[ANA], matching.candidates[BEN]

    many = kept_apart([ben], [ana])

    assert keeps_apart(ana, ben) is apart
    assert apart is (many is not None and bool(many[0, 0]))


@pytest.mark.parametrize(
    ("mentor", "mentee", "aim", "points", "text"),
    [
        ("I love parsers.", "", "Write parsers for music", 15, "Both write of parsers"),
        (
            "I write a parser.",
            "Of parsing.",
            None,
            6,
            "Ana and Ben write of things whose names are alike",
        ),
        ("I grow roses.", "", "Write parsers", 0, "Ana and Ben write of different things"),
        ("", "I grow roses.", None, 8, "It is not known yet what Ana would write about themselves"),
        (
            "...",
            "I grow roses.",
            None,
            8,
            "It is not known yet what Ana would write about themselves",
        ),
        ("我喜欢机器学习", "学习机器翻译", None, 13, "Both write of 学习 and 机器"),
        ("أحب كتابة الاختبارات", "أريد كتابة برامج", None, 12, "Both write of كتابة"),
    ],
)
def test_goals_are_compared_as_texts_in_any_script(
    mentor: str, mentee: str, aim: str | None, points: int, text: str
) -> None:
    ana, ben = a_mentor(about=mentor or None), a_participant(about=mentee or None)

    reason = reason_of(Criterion.GOALS, fit_between(ana, ben, an_application(aim=aim)))

    assert (reason.points, reason.text, reason.public) == (points, text, True)


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
