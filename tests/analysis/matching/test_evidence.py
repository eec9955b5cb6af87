"""Evidence names whole skills and telling words, in the way in which people write them."""

import pytest

from mentorgen.analysis.matching.evidence import shared_words
from mentorgen.analysis.matching.texts import texts_of

OTHERS = ("We knit with open data", "Open science and data", "Data for the open web")


def told(
    learning: str, teaching: str, wanted: tuple[str, ...] = (), offered: tuple[str, ...] = ()
) -> tuple[str, ...]:
    said = ("\n".join((learning, *wanted)), "\n".join((teaching, *offered)))
    texts = texts_of((*said, *OTHERS), most_columns=1000)
    return shared_words(texts, *said, wanted=wanted, offered=offered)


@pytest.mark.parametrize(
    ("learning", "teaching", "wanted", "offered", "expected"),
    [
        ("", "I like the front end.", ("Front end",), (), ("Front end",)),
        ("", "We tell it to the end, in front.", ("Front row",), (), ("front",)),
        ("A front row for parsers", "", (), ("Parsers", "Front end"), ("Parsers", "front")),
        (
            "",
            "Community building",
            ("Community", "community building"),
            (),
            ("community building",),
        ),
        ("", "", ("docs",), ("Docs",), ("Docs",)),
        ("Vom Weben", "Gern weben", ("Weben",), (), ("Weben",)),
    ],
)
def test_a_skill_of_whose_name_both_say_every_word_goes_by_its_whole_name(
    learning: str,
    teaching: str,
    wanted: tuple[str, ...],
    offered: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    assert told(learning, teaching, wanted, offered) == expected


@pytest.mark.parametrize(
    ("learning", "teaching", "expected"),
    [
        ("Governance of a guild", "Their governance", ("governance",)),
        ("Python and SQL", "Python. SQL", ("Python", "SQL")),
        ("Softwareentwicklung im Verein", "Ich mag Softwareentwicklung", ("Softwareentwicklung",)),
        ("Éducation", "une éducation", ("éducation",)),
        ("机器学习", "机器学习", ("机器学习",)),
    ],
)
def test_a_word_is_written_small_where_somebody_writes_it_so(
    learning: str, teaching: str, expected: tuple[str, ...]
) -> None:
    assert told(learning, teaching) == expected


@pytest.mark.parametrize(
    ("learning", "teaching"),
    [
        ("I want to tell something of roses", "Tell me something of roses"),
        ("Quiero aprender de roses", "Me gusta aprender de roses"),
        ("Ich möchte etwas über roses lernen", "Gerne lernen wir etwas über roses"),
        ("Roses, with open data", "Roses for open data"),
    ],
)
def test_plain_words_and_words_that_weigh_little_are_not_told(learning: str, teaching: str) -> None:
    assert [one.lower() for one in told(learning, teaching)] == ["roses"]


def test_what_is_both_wanted_and_offered_comes_last_for_the_skills_tell_it_already() -> None:
    found = told("Roses by Python", "Roses", ("Python", "Bees"), ("Python", "Bees", "Roses"))

    assert found == ("Roses", "Bees", "Python")


def test_nothing_is_told_of_people_who_share_plain_words_alone() -> None:
    assert told("I work a lot", "Lots of work") == ()
