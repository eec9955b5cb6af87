"""Forms about oneself: what was answered changes, and nothing else in the file."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters.github.forge import Author, State
from mentorgen.analysis.alumni import wishes_to_mentor
from mentorgen.model.ids import Slug
from mentorgen.model.requests import RequestKind
from tests.adapters.github.intake.office import ANA, BEN, CLEO, DANA, Office, at_github
from tests.programs.trees import three_people

EDIT, PAUSE, LEAVE = RequestKind.EDIT, RequestKind.PAUSE, RequestKind.LEAVE
RECORD, LOG = "program/participants/ana.yaml", "program/log/people/ana.yaml"
SURE = "Yes: I leave the program."


def changed_lines(before: str, after: str) -> list[str]:
    """Give what went and what came, line by line."""
    old, new = before.splitlines(), after.splitlines()
    return [
        *(f"- {line}" for line in old if line not in new),
        *(f"+ {line}" for line in new if line not in old),
    ]


def test_only_what_was_answered_changes_and_at_once(office: Office) -> None:
    before = office.main()[RECORD]

    number = office.asks(ANA, EDIT, {"name": "Ana R.", "capacity": "3"})

    assert changed_lines(before, office.main()[RECORD]) == [
        "- name: Ana Rivers",
        "- capacity: 2",
        "+ name: Ana R.",
        "+ capacity: 3",
    ]
    assert office.plan == [f"write {RECORD} on main", "answer in #1: Done", "close #1"]
    assert office.issue(number).state is State.CLOSED
    assert not office.pulls(number)


def test_everything_can_be_changed(office: Office) -> None:
    before = office.main()[RECORD]

    office.asks(
        ANA,
        EDIT,
        {
            "line": "-",
            "about": "Two\n\nparagraphs",
            "role": "both",
            "offers-can-help": ["Writing"],
            "wants-new": ["Testing"],
            "languages": "English",
            "timezone": "UTC",
            "parts_of_day": ["weekend morning"],
            "style-contact": "calls",
            "links": "-",
            "shows": ["calendar"],
        },
    )

    assert changed_lines(before, office.main()[RECORD]) == snapshot(
        [
            "- role: mentor",
            "-   shows: [time-zone, parts-of-day, links, last-active]",
            "- line: I read tests for breakfast.",
            "- about: |",
            "-   Ask me about **flaky** tests.",
            "- languages: [en, pt]",
            "-   - {skill: testing, level: can-teach}",
            "- timezone: Europe/Lisbon",
            "- parts_of_day: [weekday-evening]",
            "- links: [https://www.ana.example.org/tests]",
            "+ role: both",
            "+   shows: [calendar]",
            "+ about: |-",
            "+   Two",
            "+ ",
            "+   paragraphs",
            "+ languages: [en]",
            "+   - skill: writing",
            "+     level: can-help",
            "+ timezone: UTC",
            "+ parts_of_day: [weekend-morning]",
            "+ wants:",
            "+   - skill: testing",
            "+     level: new",
            "+ style:",
            "+   contact: calls",
        ]
    )


def test_a_style_is_added_to(office: Office) -> None:
    office.asks(ANA, EDIT, {"style-contact": "calls"})
    office.asks(ANA, EDIT, {"style-feedback": "direct"})

    assert "style:\n  contact: calls\n  feedback: direct\n" in office.main()[RECORD]


def test_taking_out_what_is_not_there_is_nothing_to_do(office: Office) -> None:
    number = office.asks(CLEO, EDIT, {"line": "-"})

    assert office.answer(number).startswith("**Nothing to do.**")
    assert office.issue(number).state is State.CLOSED
    assert len(office.hub.commits) == 1


def test_a_new_skill_is_looked_at_first(office: Office) -> None:
    number = office.asks(ANA, EDIT, {"offers-other": "Gardening"})

    assert set(office.proposed(number)) == {RECORD, "program/skills.yaml"}
    assert office.issue(number).state is State.OPEN
    assert office.pulls(number)[0].title == "ana changes their record"


def test_what_the_program_wants_to_review_is_reviewed(tmp_path: Path) -> None:
    files = at_github(three_people())
    files["program/program.yaml"] += "review: [records]\n"
    office = Office.of(tmp_path / "one", files)

    number = office.asks(ANA, PAUSE, {"until": "2026-05-01"})

    assert office.proposed(number) == {
        LOG: "schema: 1\nfacts:\n  - on: 2026-04-01\n    kind: paused\n    until: 2026-05-01\n"
    }


def test_who_gave_no_consent_cannot_widen_it(tmp_path: Path) -> None:
    files = at_github(three_people())
    place = "program/participants/cleo.yaml"
    files[place] = files[place].replace("consent: {version: 1, given: 2026-01-12}\n", "")
    office = Office.of(tmp_path / "one", files)

    number = office.asks(CLEO, EDIT, {"shows": ["links"]})

    assert "your record holds no consent yet" in office.answer(number)


def test_nobody_changes_a_record_without_having_one(office: Office) -> None:
    for kind, answers in ((EDIT, {"name": "Ana"}), (PAUSE, {"until": "2026-05-01"})):
        number = office.asks(DANA, kind, answers)
        assert "Nobody in the program has your account" in office.answer(number)
        assert office.issue(number).state is State.OPEN
    assert len(office.hub.commits) == 1


def test_a_pause_is_noted_with_its_end(office: Office) -> None:
    office.asks(ANA, PAUSE, {"until": "2026-05-01"})

    assert office.main()[LOG].endswith(
        "- on: 2026-04-01\n    kind: paused\n    until: 2026-05-01\n"
    )


def test_a_pause_of_a_pair_stands_in_its_log(office: Office) -> None:
    office.asks(BEN, PAUSE, {"until": "2026-05-01", "pair": "ana-ben"})

    assert office.main()["program/log/pairs/2026-spring/ana-ben.yaml"].endswith(
        "  - {on: 2026-04-01, kind: paused, by: ben, until: 2026-05-01}\n"
    )


def test_a_pause_that_is_edited_puts_the_first_one_right(office: Office) -> None:
    number = office.asks(ANA, PAUSE, {"until": "2026-05-01"})
    once = office.main()[LOG]

    office.run(number)
    assert office.main()[LOG] == once

    office.edits(number, {"until": "2026-04-10"}, PAUSE)
    assert office.main()[LOG] == snapshot("""\
schema: 1
facts:
  - on: 2026-04-01
    kind: paused
    until: 2026-05-01
  - on: 2026-04-01
    kind: paused
    until: 2026-04-10
    replaces:
      on: 2026-04-01
      kind: paused
""")
    office.run(number)
    assert office.main()[LOG].count("until") == 2


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("soon", "'soon' is no day such as 2026-11-20."),
        ("2026-4-1", "'2026-4-1' is no day such as 2026-11-20."),
        ("2026-02-30", "'2026-02-30' is no day such as 2026-11-20."),
        ("2026-03-01", r"2026\-03-01 does not lie after today"),
    ],
)
def test_a_pause_needs_a_day_to_come(office: Office, until: str, said: str) -> None:
    number = office.asks(ANA, PAUSE, {"until": until})

    assert f"**Until which day?**: {said}" in office.answer(number)
    assert len(office.hub.commits) == 1


def test_a_pause_on_the_day_on_which_one_ended_begins_tomorrow(tmp_path: Path) -> None:
    files = at_github(three_people())
    files[LOG] = (
        "schema: 1\nfacts:\n  - {on: 2026-03-01, kind: paused, until: 2026-05-01}\n"
        "  - {on: 2026-04-01, kind: resumed}\n"
    )
    office = Office.of(tmp_path / "one", files)

    number = office.asks(ANA, PAUSE, {"until": "2026-05-01"})

    assert "a new pause can begin tomorrow" in office.answer(number)


def test_who_leaves_is_believed_at_once(office: Office) -> None:
    number = office.asks(ANA, LEAVE, {"sure": SURE})

    assert office.main()[LOG] == "schema: 1\nfacts:\n  - on: 2026-04-01\n    kind: left\n"
    assert "withdrawn" not in office.main()[RECORD]
    assert office.issue(number).state is State.CLOSED
    office.run(number)
    assert office.main()[LOG].count("left") == 1


def test_who_leaves_can_take_their_page_along(office: Office) -> None:
    withdraw = "Take what is said of me off the program's pages, too."

    office.asks(ANA, LEAVE, {"sure": SURE, "withdraw": withdraw})

    assert "  withdrawn: 2026-04-01\n" in office.main()[RECORD]


def test_what_cannot_be_seen_is_told(office: Office) -> None:
    number = office.asks(ANA, EDIT, {"name": "\u200bAna"})

    assert "invisible character" in office.answer(number)


def test_a_file_that_cannot_be_changed_without_a_doubt_is_left_to_people(tmp_path: Path) -> None:
    files = at_github(three_people())
    files[RECORD] = files[RECORD].replace("line: I read", "? line\n: I read")
    office = Office.of(tmp_path / "one", files)

    number = office.asks(ANA, EDIT, {"line": "-"})

    assert "Line cannot be changed without a doubt" in office.answer(number)
    assert "The organisers can help." in office.answer(number)


@pytest.mark.parametrize(
    ("who", "answers"), [(BEN, {"offers-other": "Bread"}), (ANA, {"wants-other": "Bread"})]
)
def test_who_offers_or_wants_what_their_role_is_not_for_reads_what_to_choose(
    office: Office, who: Author, answers: dict[str, str]
) -> None:
    number = office.asks(who, EDIT, answers)
    assert "* **What do you want to be?**: you are in the program as a ment" in office.answer(
        number
    )
    assert "to offer and to learn, choose 'both' here." in office.answer(number)

    office.edits(number, {**answers, "role": "both"}, EDIT)
    assert "Bread" not in office.answer(number).partition("New to our list")[0]
    assert office.answer(number).startswith("**Received.**")


def test_who_would_like_to_mentor_one_day_says_so_and_takes_it_back(office: Office) -> None:
    before = office.main().get(LOG, "schema: 1\nfacts:\n")
    number = office.asks(ANA, EDIT, {"mentors-later": "yes"})
    yes = changed_lines(before, office.main()[LOG])
    office.run(number)
    again = office.main()[LOG]

    office.edits(number, {"mentors-later": "not any more"}, EDIT)
    no = changed_lines(again, office.main()[LOG])

    assert yes == ["+   - on: 2026-04-01", "+     kind: wishes-to-mentor"]
    assert no == [
        "+     wish: false",
        "+     replaces:",
        "+       on: 2026-04-01",
        "+       kind: wishes-to-mentor",
    ]
    assert office.answer(number).startswith("**Done.** Your record says so now")
    office.edits(number, {"mentors-later": "yes"}, EDIT)
    assert office.answer(number).startswith("**Done.**")
    assert wishes_to_mentor(office.ground().program.person_facts[Slug("ana")])


@pytest.mark.parametrize("until", ["2026-03-31", "2026-04-01", "2027-04-03"])
def test_a_break_lies_ahead_and_within_a_year(office: Office, until: str) -> None:
    number = office.asks(ANA, PAUSE, {"until": until})

    assert (
        f"* **Until which day?**: {until} does not lie after today and within a year."
        in office.answer(number).replace("\\", "")
    )
    assert LOG not in office.main()
