"""`mentorgen remind`: what is due and why; nothing is sent."""

import json

from inline_snapshot import snapshot

from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, among_members, empty, three_people

SILENT = "2026-05-05"
"""By then Ana and Ben have not met since the middle of March."""


def test_nothing_is_due_in_an_empty_program(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    answer = mentorgen("remind", "--root", make_repo(empty()), "--today", TODAY)

    assert (answer.code, answer.out, answer.err) == (0, "No reminder is due today.\n", "")


def test_a_reminder_says_for_whom_it_is_and_what_it_rests_on(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("remind", "--root", make_repo(three_people()), "--today", SILENT)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
1 reminder due today; nothing is sent from here.

For                       About                          Step     Because                                               \n\
Ana Rivers and Ben Okoro  check in: 2026-spring/ana-ben  nudge 2  They last met on 18 March, 48 days ago; they planned  \n\
                                                                  to meet every 14 days.                                \n\
""")


def test_texts_show_each_message_as_its_people_would_get_it(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())

    answer = mentorgen("remind", "--texts", "--root", root, "--today", SILENT)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
1 reminder due today; nothing is sent from here.

For                       About                          Step     Because                                               \n\
Ana Rivers and Ben Okoro  check in: 2026-spring/ana-ben  nudge 2  They last met on 18 March, 48 days ago; they planned  \n\
                                                                  to meet every 14 days.                                \n\

Is now a good time?

Hello Ana Rivers and Ben Okoro,

We are thinking of you, and there is nothing to catch up on. If a full meeting is too much just now, fifteen minutes or \n\
a few written lines count as well. A break is fine too.

Answer with whichever fits:

* **We talked**: write `/met` with the day and the length, such as `/met 2026-04-30 45m`
* **We need time**: write `/snooze 2w`
* **We are finished**: write `/end`
""")


def test_a_public_repository_reads_how_many_and_not_for_whom(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())

    answer = mentorgen("remind", "--texts", "--root", root, "--today", SILENT, "--format", "github")

    assert answer == Answer(
        0,
        "A few reminders due today. For whom, 'mentorgen remind' says on an organiser's machine.\n",
        "",
    )


def test_texts_are_quoted_on_github_where_members_read(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(among_members(three_people()))

    answer = mentorgen("remind", "--texts", "--root", root, "--today", SILENT, "--format", "github")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
1 reminder due today; nothing is sent from here.

| For | About | Step | Because |
| --- | --- | --- | --- |
| Ana Rivers and Ben Okoro | check in: 2026-spring/ana-ben | nudge 2 | They last met on 18 March, 48 days ago; they planned to meet every 14 days. |

### Is now a good time?

> Hello Ana Rivers and Ben Okoro,
>
> We are thinking of you, and there is nothing to catch up on. If a full meeting is too much just now, fifteen minutes or a few written lines count as well. A break is fine too.
>
> Answer with whichever fits:
>
> * **We talked**: write `/met` with the day and the length, such as `/met 2026-04-30 45m`
> * **We need time**: write `/snooze 2w`
> * **We are finished**: write `/end`
""")


def test_a_reminder_is_a_value_for_other_programs(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())

    answer = mentorgen("remind", "--root", root, "--today", SILENT, "--format", "json")

    assert json.loads(answer.out) == snapshot(
        {
            "due": [
                {
                    "key": "v1:check-in:2026-spring/ana-ben:2026-03-18:2",
                    "kind": "check-in",
                    "pair": "2026-spring/ana-ben",
                    "people": ["ana", "ben"],
                    "due_on": "2026-04-30",
                    "step": "nudge-2",
                    "evidence": [
                        "They last met on 18 March, 48 days ago; they planned to meet every 14 days."
                    ],
                    "title": "Is now a good time?",
                    "body": """\
Hello Ana Rivers and Ben Okoro,

We are thinking of you, and there is nothing to catch up on. If a full meeting is too much just now, fifteen minutes or a few written lines count as well. A break is fine too.

Answer with whichever fits:

* **We talked**: write `/met` with the day and the length, such as `/met 2026-04-30 45m`
* **We need time**: write `/snooze 2w`
* **We are finished**: write `/end`
""",
                    "pass_on": None,
                }
            ],
            "held": [],
        }
    )


def test_one_pair_is_asked_after_alone(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())
    both = ("--root", root, "--today", SILENT, "--format")

    named = mentorgen("remind", "2026-spring/ana-ben", *both, "json")
    mistyped = mentorgen("remind", "2026-spring/ana-bem", *both, "json")
    public = mentorgen("remind", "2026-spring/ana-ben", *both, "github")

    assert [one["pair"] for one in json.loads(named.out)["due"]] == ["2026-spring/ana-ben"]
    assert (mistyped.code, public.code, public.out) == (2, 2, "")
    assert "Did you mean '2026-spring/ana-ben'?" in mistyped.err
    assert "totals only" in public.err


def test_the_real_time_counts_and_a_rehearsal_has_none(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    quiet = "follow_up:\n  quiet_hours: {starts: '00:00', ends: '23:59'}\n"
    consent = "consent: {version: 1, given: 2025-01-10}\n"
    root = make_repo(
        {
            "program/program.yaml": f"schema: 1\nname: Two\npurpose: Two.\nconfirmation: none\n{quiet}",
            "program/cohorts/always.yaml": "schema: 1\nname: Always\nrolling: true\n",
            "program/participants/ana.yaml": f"schema: 1\nname: Ana\nrole: mentor\n{consent}",
            "program/participants/ben.yaml": f"schema: 1\nname: Ben\nrole: mentee\n{consent}",
            "program/pairs/always/ana-ben.yaml": (
                "schema: 1\nform: one-to-one\nmentors: [ana]\nmentees: [ben]\nstarts: 2025-03-03\n"
            ),
        }
    )

    rehearsed = mentorgen("remind", "--root", root, "--today", SILENT, "--format", "json")
    really = mentorgen("remind", "--root", root, "--format", "json")

    assert json.loads(rehearsed.out)["due"]
    assert [one["because"] for one in json.loads(really.out)["held"]] == ["quiet-hours"]
