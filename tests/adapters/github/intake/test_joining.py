"""Joining by a form: a record of one's own, an application, and words that the list lacks."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters.github.forge import Author
from mentorgen.model.requests import RequestKind
from tests.adapters.github.intake.office import ANA, CONSENT, DANA, JOINING, Office, at_github
from tests.programs.trees import empty, three_people

MENTEE, MENTOR = RequestKind.JOIN_AS_MENTEE, RequestKind.JOIN_AS_MENTOR
RECORD = "program/participants/dana-ruiz.yaml"
APPLICATION = "program/applications/2026-spring/dana-ruiz.yaml"
SKILLS = "program/skills.yaml"


def test_a_mentee_becomes_a_record_and_an_application_in_one_pull_request(office: Office) -> None:
    answers = {
        **JOINING,
        "line": "- [x] one: two # three",
        "wants-new": ["Testing"],
        "aim": "Twenty tests",
        "forms": ["one to one", "group"],
        "timezone": "Europe/Lisbon",
        "parts_of_day": ["weekday evening"],
        "style-learning": "by doing",
        "links": "[https://example.org/x](https://example.org/x)",
        "shows": ["time zone: the time zone that I live by"],
    }
    number = office.asks(DANA, MENTEE, answers)

    assert office.plan == [
        f"write {RECORD} on mentorgen/intake/1",
        f"write {APPLICATION} on mentorgen/intake/1",
        "open a pull request",
        "answer in #1: Received",
    ]
    assert office.proposed(number) == snapshot(
        {
            "program/participants/dana-ruiz.yaml": """\
schema: 1
name: Dana Ruiz
role: mentee
consent:
  version: 1
  given: 2026-04-01
  shows:
    - time-zone
joined: 2026-04-01
line: '- [x] one: two # three'
github: example-dana
github_id: 104
languages:
  - pt
  - en
wants:
  - skill: testing
    level: new
style:
  learning: by-doing
timezone: Europe/Lisbon
parts_of_day:
  - weekday-evening
links:
  - https://example.org/x
""",
            "program/applications/2026-spring/dana-ruiz.yaml": """\
schema: 1
applied: 2026-04-01
forms:
  - one-to-one
  - group
aim: Twenty tests
""",
        }
    )
    (pull,) = office.pulls(number)
    assert pull.title == "dana-ruiz joins as a mentee"
    assert pull.body == snapshot("""\
Somebody asked for this by the form in #1. Merge it if you agree; close it with a kind word if not.

* `program/participants/dana-ruiz.yaml`
* `program/applications/2026-spring/dana-ruiz.yaml`

The whole program was checked with these files before they were pushed, without an error. Checks of this pull request begin once somebody approves their run, since automation opened it.

The person can edit their answers until then, and this is updated. As soon as you push to this branch yourself, the automation leaves it to you.

Closes #1
""")
    assert office.answer(number) == snapshot("""\
**Received.** Thank you! Your answers are complete and wait for an organiser in #2. You need not do anything; if you edit your text above, it is taken over.

Few people wait for a mentor now.\
""")
    assert office.issue(number).labels == (MENTEE.value,)


def test_a_mentor_who_would_like_to_learn_is_both(office: Office) -> None:
    answers = {
        **JOINING,
        "offers-can-teach": ["Testing"],
        "offers-can-help": ["Testing", "Writing"],
        "capacity": "2",
        "experience_years": "6",
        "wants-some": ["Writing"],
    }

    number = office.asks(DANA, MENTOR, answers)

    assert office.proposed(number)[RECORD] == snapshot("""\
schema: 1
name: Dana Ruiz
role: both
consent:
  version: 1
  given: 2026-04-01
  shows: []
joined: 2026-04-01
github: example-dana
github_id: 104
languages:
  - pt
  - en
offers:
  - skill: testing
    level: can-teach
  - skill: writing
    level: can-help
wants:
  - skill: writing
    level: some
experience_years: 6
capacity: 2
""")


def test_an_unknown_skill_stops_nobody(office: Office) -> None:
    number = office.asks(
        DANA,
        MENTEE,
        {**JOINING, "wants-other": "* Gardening\nunit tests\nwriting\n園芸\ngardening!\nTesting!"},
    )

    proposed = office.proposed(number)
    assert proposed[SKILLS].endswith(
        "  - id: gardening\n    label: Gardening\n  - id: skill-1-2\n    label: 園芸\n"
    )
    assert (
        "- skill: gardening\n  - skill: testing\n  - skill: writing\n  - skill: skill-1-2"
        in (proposed[RECORD])
    )
    assert "New to our list of skills: Gardening, 園芸." in office.answer(number)
    assert "New for the list of skills: **Gardening**, **園芸**." in office.pulls(number)[0].body


def test_one_form_brings_a_few_new_skills_and_no_flood(office: Office) -> None:
    many = "\n".join(f"word {number}" for number in range(6))

    number = office.asks(DANA, MENTEE, {**JOINING, "wants-other": many})

    assert "one form can bring 5 new skills" in office.answer(number)
    assert not office.pulls(number)


def test_a_program_without_a_list_of_skills_takes_every_word(tmp_path: Path) -> None:
    office = Office.of(tmp_path / "one", empty())

    number = office.asks(DANA, MENTEE, {**JOINING, "wants-other": "Gardening"})

    assert [*office.proposed(number)] == [RECORD]
    assert "- skill: gardening" in office.proposed(number)[RECORD]


def test_a_name_that_is_taken_gets_a_number(office: Office) -> None:
    number = office.asks(DANA, MENTEE, {**JOINING, "name": "Cleo"})

    assert "program/participants/cleo-2.yaml" in office.proposed(number)


@pytest.mark.parametrize(
    ("name", "login", "slug"),
    [
        ("王小明", "wang-xm", "wang-xm"),
        ("Con", "x", "con-2"),
        ("../../etc/passwd", "x", "etc-passwd"),
        ("Ünïcode Ñame", "x", "unicode-name"),
    ],
)
def test_every_name_leads_to_a_plain_one(office: Office, name: str, login: str, slug: str) -> None:
    number = office.asks(Author(105, login), MENTEE, {**JOINING, "name": name})

    assert f"program/participants/{slug}.yaml" in office.proposed(number)


def test_a_file_keeps_its_name_when_the_person_writes_their_own_differently(
    office: Office,
) -> None:
    number = office.asks(DANA, MENTEE, JOINING)

    office.edits(number, {**JOINING, "name": "Dana R"}, MENTEE)

    assert "name: Dana R\n" in office.proposed(number)[RECORD]
    assert len(office.pulls(number)) == 1


def test_who_is_in_the_program_does_not_join_twice(office: Office) -> None:
    number = office.asks(ANA, MENTEE, {**JOINING, "name": "Ana again"})

    assert "You are in the program already, as 'ana'" in office.answer(number)
    assert not office.pulls(number)


def test_a_login_that_changed_hands_is_pointed_out_to_the_organisers(office: Office) -> None:
    number = office.asks(Author(999, "Example-Ana"), MENTEE, JOINING)

    assert "The record `ana` has the same login" in office.pulls(number)[0].body
    assert "github_id: 999" in office.proposed(number)[RECORD]
    assert "github: " not in office.proposed(number)[RECORD]


def test_without_a_round_the_record_alone_is_proposed(tmp_path: Path) -> None:
    files = at_github(three_people())
    files["program/cohorts/2026-spring.yaml"] += "closes: 2026-03-31\n"
    office = Office.of(tmp_path / "one", files)

    number = office.asks(DANA, MENTEE, JOINING)

    assert [*office.proposed(number)] == [RECORD]


def test_of_two_rounds_the_one_that_closes_first_is_asked_for(tmp_path: Path) -> None:
    files = at_github(three_people()) | {
        "program/cohorts/summer.yaml": "schema: 1\nname: S\ncloses: 2026-05-01\nstarts: 2026-06-01\nends: 2026-09-01\n",
        "program/cohorts/always.yaml": "schema: 1\nname: A\nrolling: true\n",
        "program/cohorts/over.yaml": "schema: 1\nname: O\nstarts: 2025-01-01\nends: 2025-06-01\n",
    }
    office = Office.of(tmp_path / "one", files)

    number = office.asks(DANA, MENTEE, JOINING)

    assert "program/applications/summer/dana-ruiz.yaml" in office.proposed(number)


def test_every_answer_that_cannot_be_taken_is_told_by_its_question(office: Office) -> None:
    number = office.asks(
        DANA,
        MENTOR,
        {
            "name": "Dana, dana@example.org",
            "languages": "klingon, PT and en",
            "capacity": "3",
            "experience_years": "many",
            "links": "example.org",
            "consent": CONSENT,
        },
    )

    assert not office.pulls(number)
    assert office.answer(number) == snapshot("""\
**Almost there.** A few answers cannot be taken as they are:

* **Name to be shown**: an e-mail address stands here; leave it out, since everybody can read this.
* **Languages that you would be happy to meet in**: 'klingon' is not known by name here. The code of a language, such as sv or pt-BR, is understood, too.
* **For how many years have you done this?**: experience\\_years must be a whole number written with the digits 0-9, not 'many'.
* **Links of your own**: link must begin with https:\u200b//, such as https:\u200b//example.org/page, not 'example.org'.

Edit your text above (the menu with three dots, then *Edit*) and save; it is read again at once. A question that you need not answer can say `_No response_`.\
""")


def test_a_record_that_reads_well_is_checked_for_sense(office: Office) -> None:
    number = office.asks(
        DANA, MENTEE, {**JOINING, "timezone": "Lisbon", "line": "Call me: +351 912 345 678"}
    )

    assert office.answer(number) == snapshot("""\
**Almost there.** A few answers cannot be taken as they are:

* **Your time zone**: 'Lisbon' is no time zone. Did you mean 'Europe/Lisbon'?
* **One sentence that sounds like you**: a phone number stands here; leave it out, since everybody can read this.

Edit your text above (the menu with three dots, then *Edit*) and save; it is read again at once. A question that you need not answer can say `_No response_`.\
""")


def test_no_consent_no_record(office: Office) -> None:
    number = office.asks(DANA, MENTEE, {"name": "Dana", "languages": "en"})

    assert "**Your consent**: this needs your tick" in office.answer(number)
    assert not office.pulls(number)


def test_too_many_complaints_are_counted(office: Office) -> None:
    links = "\n".join(f"x{number}" for number in range(30))

    number = office.asks(DANA, MENTEE, {**JOINING, "links": links})

    assert office.answer(number).count("\n* ") <= 21


def test_a_time_zone_is_told_together_with_all_else_and_once(office: Office) -> None:
    kind = RequestKind.JOIN_AS_MENTEE
    number = office.asks(
        DANA, kind, {**JOINING, "timezone": "Lisbonn", "languages": "Portugese, Klingon"}
    )

    told = [line for line in office.answer(number).splitlines() if line.startswith("* ")]
    assert (
        told[0] == "* **Your time zone**: 'Lisbonn' is no time zone. Did you mean 'Europe/Lisbon'?"
    )
    assert (
        told[1]
        .partition("**: ")[2]
        .startswith(
            "'Portugese' is not known by name here. Did you mean 'Portuguese'? The code of a language"
        )
    )
    assert told[2].partition("**: ")[2].startswith("'Klingon' is not known by name here. The code")

    office.edits(number, {**JOINING, "timezone": "Lisbonn"}, kind)
    assert office.answer(number).count("is no time zone") == 1
