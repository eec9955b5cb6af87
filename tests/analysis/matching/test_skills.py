"""Offers answer wants through the vocabulary, and long lists win nothing."""

import pytest

from mentorgen.analysis.matching.skills import (
    MOST_WORTH,
    SHARES,
    Answer,
    answers,
    share_of,
    skill_table,
    vocabulary_of,
    wider_skills,
    worth,
)
from mentorgen.model.ids import SkillId
from mentorgen.model.people import Skilled
from mentorgen.model.words import SkillLevel
from tests.builders import a_skill, some_skills

WORDS = vocabulary_of(
    {
        one.id: one
        for one in (
            a_skill("craft"),
            a_skill("python", parent="craft"),
            a_skill("django", parent="python"),
            a_skill("cooking"),
            a_skill("egg", parent="hen"),
            a_skill("hen", parent="egg"),
            a_skill("docs", label="Documentation"),
            a_skill("writing-docs", label="Writing documentation"),
        )
    }
)
TEACHES, HELPS, SOME, NEW = (
    SkillLevel.TEACHES,
    SkillLevel.HELPS,
    SkillLevel.SOME,
    SkillLevel.NEW,
)


def one(skill: str, level: SkillLevel | None = None) -> Skilled:
    return some_skills(skill, level=level)[0]


def fit(offers: tuple[Skilled, ...], wants: tuple[Skilled, ...]) -> float:
    total = sum(answer.worth for answer in answers(WORDS, offers, wants))
    return total * share_of(100, len(wants), len(offers)) / SHARES


def test_wider_skills_come_nearest_first_and_a_circle_ends() -> None:
    assert wider_skills(WORDS, SkillId("django")) == ("python", "craft")
    assert wider_skills(WORDS, SkillId("egg")) == ("hen",)
    assert wider_skills(WORDS, SkillId("unheard-of")) == ()


@pytest.mark.parametrize(
    ("offer", "want", "quarters"),
    [
        ("python", "python", 4),
        ("django", "python", 3),
        ("django", "craft", 2),
        ("python", "django", 2),
        ("craft", "django", 1),
        ("cooking", "python", 0),
        ("writing-docs", "docs", 2),
        ("docs", "writing-docs", 2),
        ("unheard-of", "docs", 0),
    ],
)
def test_a_narrower_offer_is_worth_more_than_a_wider_one(
    offer: str, want: str, quarters: int
) -> None:
    assert worth(WORDS, one(offer), one(want)) * 4 == quarters * MOST_WORTH


def test_who_knows_more_is_worth_more_and_who_knows_no_more_than_the_learner_half() -> None:
    by_level = [worth(WORDS, one("python", level), one("python")) for level in SkillLevel]

    assert by_level == sorted(set(by_level))
    assert worth(WORDS, one("python"), one("python", NEW)) == MOST_WORTH
    assert worth(WORDS, one("python", SOME), one("python", NEW)) == by_level[1]
    assert worth(WORDS, one("python", SOME), one("python", HELPS)) * 2 == by_level[1]


def test_the_best_answer_to_each_want_counts_once_and_the_best_comes_first() -> None:
    offers = (*some_skills("django"), *some_skills("python", level=HELPS))
    wants = (*some_skills("django", "python", "cooking"), one("python", SOME))

    assert answers(WORDS, offers, wants) == (
        Answer(SkillId("django"), SkillId("django"), 48),
        Answer(SkillId("python"), SkillId("python"), 40),
    )
    assert answers(WORDS, (), wants) == ()


def test_nobody_gains_by_ticking_every_skill() -> None:
    wants = some_skills("s1", "s2", "s3")
    everything = some_skills(*(f"s{number}" for number in range(50)))

    assert fit(everything, wants) < fit(some_skills("s1", "t1", "t2"), wants)
    assert fit(some_skills("s1", "s2", "s3", "t1", "t2"), wants) == pytest.approx(100, abs=0.01)


def test_a_short_wish_counts_as_much_as_a_long_one() -> None:
    offers = some_skills("s1", "s2")

    both = fit(offers, some_skills("s1", "s2"))

    assert fit(offers, some_skills("s1")) == pytest.approx(both, abs=0.01)


def test_the_table_holds_the_worth_of_every_pair_of_people() -> None:
    wants = [
        some_skills("python", "craft", "docs"),
        (),
        (one("django", SOME), one("django", NEW)),
    ]
    offers = [
        some_skills("django", "django"),
        (),
        (one("craft"), one("python", HELPS), one("cooking"), one("writing-docs", SOME)),
    ]

    table = skill_table(WORDS, wants, offers)

    assert (table.wants @ table.offers.T).tolist() == [
        [sum(answer.worth for answer in answers(WORDS, offered, wanted)) for offered in offers]
        for wanted in wants
    ]
    assert table.wanted.tolist() == [3, 0, 1]
    assert table.offered.tolist() == [1, 0, 4]
