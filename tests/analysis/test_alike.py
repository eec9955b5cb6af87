"""Ways in which people are alike, from what everybody may read."""

import pytest

from mentorgen.analysis.alike import Likeness, likenesses
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Shared
from mentorgen.model.words import Contact, Feedback, PartOfDay
from tests.builders import (
    a_consent,
    a_mentor,
    a_participant,
    a_program,
    a_skill,
    some_skills,
)

PROGRAM = a_program(skills=(a_skill("dyeing"), a_skill("looms"), a_skill("maps")))


def alike(*people: Participant) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.verb, one.things) for one in likenesses(PROGRAM, people)]


def test_two_speak_the_languages_that_both_said_whatever_the_region() -> None:
    ana, ben = (
        a_mentor(languages=("pt-PT", "en", "fr")),
        a_participant(languages=("en-GB", "pt-BR")),
    )

    assert alike(ana, ben) == [("speak", ("English", "Portuguese"))]


def test_skills_that_all_know_and_that_all_want_are_told_apart() -> None:
    ana = a_participant("ana", offers=some_skills("looms", "maps"), wants=some_skills("dyeing"))
    ben = a_participant("ben", offers=some_skills("looms"), wants=some_skills("dyeing", "maps"))

    assert alike(ana, ben) == [
        ("know", ("looms",)),
        ("want to learn", ("dyeing",)),
        ("care about", ("maps",)),
    ]


def test_a_way_of_working_counts_where_all_answered_alike() -> None:
    ana = a_mentor(style={"feedback": Feedback.DIRECT, "contact": Contact.CALLS})
    ben = a_participant(style={"feedback": Feedback.DIRECT, "contact": Contact.WRITING})

    assert alike(ana, ben) == [("like", ("direct feedback",))]


def test_the_time_of_day_is_told_only_where_all_show_theirs() -> None:
    evening = (PartOfDay.WEEKDAY_EVENING,)
    shows = a_consent(shows=(Shared.PARTS_OF_DAY,))
    ana = a_mentor(parts_of_day=evening, consent=shows)
    showing, keeping, silent = (
        a_participant(parts_of_day=evening, consent=consent)
        for consent in (shows, a_consent(), None)
    )

    assert alike(ana, showing) == [("keep free", ("weekday evenings",))]
    assert alike(ana, keeping) == []
    assert alike(ana, silent) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tests before breakfast.", [("write of", ("breakfast", "tests"))]),
        ("The end of all.", []),
        ("", []),
    ],
)
def test_words_of_their_own_lines_count_if_they_tell_something(
    line: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    ana = a_mentor(line="I read tests for breakfast, all of them, to the end.")

    assert alike(ana, a_participant(line=line or None)) == expected


def test_a_group_is_alike_in_what_every_one_of_them_said() -> None:
    most = [a_participant(f"b{number}", languages=("en", "pt")) for number in range(6)]

    assert alike(a_mentor(languages=("pt",)), *most) == [("speak", ("Portuguese",))]
    assert alike(a_mentor(languages=("fi",)), *most) == []


def test_of_many_things_three_are_told() -> None:
    ana, ben = (a_participant(slug, languages=("de", "en", "fr", "pt")) for slug in ("ana", "ben"))

    assert likenesses(PROGRAM, (ana, ben)) == (Likeness("speak", ("English", "French", "German")),)


def test_nobody_is_alike_alone() -> None:
    assert alike(a_mentor(languages=("en",))) == []
    assert alike() == []
