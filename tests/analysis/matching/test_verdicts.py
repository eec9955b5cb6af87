"""Who is missing in a certificate, or too many in it, is told in a sentence for all of them."""

from mentorgen.analysis.matching.verdicts import MOST_NAMED, wrong_people


def told(named: list[str], there: list[str]) -> list[str]:
    return [*wrong_people(named, there, part="mentee")]


def test_one_person_is_told_as_one_and_several_in_one_sentence() -> None:
    assert told(["ana"], ["ana"]) == []
    assert told(["ana"], ["ben"]) == [
        "It lists ana, who takes no part as a mentee or has no room.",
        "It leaves out ben, who takes part as a mentee.",
    ]
    assert told(["ben", "ana"], ["di", "cy"]) == [
        "It lists ana and ben, who take no part as mentees or have no room.",
        "It leaves out cy and di, who take part as mentees.",
    ]


def test_of_very_many_the_first_are_named_and_the_rest_counted() -> None:
    people = [f"p{number:03}" for number in range(MOST_NAMED + 2)]

    (sentence,) = told([], people)

    assert sentence.endswith("p019 and 2 more, who take part as mentees.")
    assert told([], people[:-1])[0].endswith("p019 and p020, who take part as mentees.")
