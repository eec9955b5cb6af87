"""`mentorgen status`: the program, a round, a pair or a person on a day."""

import json

from inline_snapshot import snapshot

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, among_members, empty, three_people


def test_the_program_shows_what_goes_on_round_by_round(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("status", "--root", make_repo(three_people()), "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
1 April 2026: 3 participants; pairs: 1 active.

Spring round

Pair     State   Health    Last contact  Meetings  Milestones  Next   \n\
ana-ben  active  on track  18 March        1 of 2      1 of 2  8 April

The last weeks

Pairs           11 Feb  18 Feb  25 Feb  4 Mar  11 Mar  18 Mar  25 Mar  1 Apr
too early            0       0       0      1       1       0       0      0
on track             0       0       0      0       0       1       1      1
needs check in       0       0       0      0       0       0       0      0
""")


def test_a_round_shows_its_ended_pairs_too(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())

    answer = mentorgen("status", "2026-spring", "--root", root, "--today", "2027-03-01")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Spring round

1 March 2027: 3 participants; pairs: 1 ended.

Pair     State  Health  Last contact   Meetings  Milestones  Next
ana-ben  ended          18 March 2026   1 of 13      1 of 2      \n\
""")


def test_a_day_in_the_past_is_as_it_was(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())

    answer = mentorgen("status", "2026-spring", "--root", root, "--today", "2026-03-05")
    before = mentorgen("status", "--root", root, "--today", "2025-12-31")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Spring round

5 March 2026: 3 participants; pairs: 1 active.

Pair     State   Health     Last contact  Meetings  Milestones  Next
ana-ben  active  too early                       0      0 of 2      \n\

The last weeks

Pairs           15 Jan  22 Jan  29 Jan  5 Feb  12 Feb  19 Feb  26 Feb  5 Mar
too early            0       0       0      0       0       0       0      1
on track             0       0       0      0       0       0       0      0
needs check in       0       0       0      0       0       0       0      0
""")
    assert (before.code, before.out) == (
        0,
        snapshot("31 December 2025: 0 participants; pairs: none yet.\n"),
    )


def test_a_pair_shows_the_evidence(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())

    answer = mentorgen("status", "2026-spring/ana-ben", "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
2026-spring/ana-ben

Ana Rivers and Ben Okoro. Active.

It began on 2 March.

They last met on 18 March, 14 days ago; they planned to meet every 14 days.

They mean to meet on 8 April.

Health: on track (in-rhythm).

Stage: Getting to know each other, until 12 April; then Making something.

Goal          Milestones  Pace     \n\
A first test  1 of 2      on course

To do                 Who  By        \n\
write one by himself  ben  2026-04-08

In the last 5 weeks: too early for 2 weeks, then on track for 3 weeks.
""")


def test_a_person_shows_their_places_and_their_pairs(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())

    answer = mentorgen("status", "ana", "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Ana Rivers

mentor, open, 1 of 2 places open.

Pair     State   Health    Last contact  Meetings  Milestones  Next   \n\
ana-ben  active  on track  18 March        1 of 2      1 of 2  8 April
""")


def test_who_waits_is_told_since_when(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(among_members(three_people()))

    answer = mentorgen("status", "cleo", "--root", root, "--today", TODAY, "--format", "github")

    assert (answer.code, answer.out) == (
        0,
        "### Cleo Marsh\n\nmentee, waiting since 20 March.\n",
    )


def test_a_status_is_a_value_for_other_programs(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())

    answer = mentorgen("status", "--root", root, "--today", TODAY, "--format", "json")

    assert json.loads(answer.out) == snapshot(
        {
            "today": "2026-04-01",
            "pairs": [
                {
                    "pair": "2026-spring/ana-ben",
                    "form": "one-to-one",
                    "people": ["ana", "ben"],
                    "state": "active",
                    "since": "2026-03-02",
                    "outcome": None,
                    "health": "on-track",
                    "rule": "in-rhythm",
                    "days_silent": 14,
                    "evidence": [
                        "It began on 2 March.",
                        "They last met on 18 March, 14 days ago; they planned to meet every 14 days.",
                        "They mean to meet on 8 April.",
                    ],
                    "last_contact": "2026-03-18",
                    "meetings": {"held": 1, "planned": 2},
                    "milestones": {"reached": 1, "total": 2},
                }
            ],
            "weeks": [
                {"on": "2026-02-11", "too-early": 0, "on-track": 0, "needs-check-in": 0},
                {"on": "2026-02-18", "too-early": 0, "on-track": 0, "needs-check-in": 0},
                {"on": "2026-02-25", "too-early": 0, "on-track": 0, "needs-check-in": 0},
                {"on": "2026-03-04", "too-early": 1, "on-track": 0, "needs-check-in": 0},
                {"on": "2026-03-11", "too-early": 1, "on-track": 0, "needs-check-in": 0},
                {"on": "2026-03-18", "too-early": 0, "on-track": 1, "needs-check-in": 0},
                {"on": "2026-03-25", "too-early": 0, "on-track": 1, "needs-check-in": 0},
                {"on": "2026-04-01", "too-early": 0, "on-track": 1, "needs-check-in": 0},
            ],
        }
    )


def test_a_name_nobody_has_gets_the_nearest_one(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())

    answer = mentorgen("status", "2026-spring/ana-bem", "--root", root, "--today", TODAY)

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        (
            "mentorgen: There is no round, pair or participant '2026-spring/ana-bem'."
            " Did you mean '2026-spring/ana-ben'?\n"
        ),
    )


def test_a_name_far_from_all_others_gets_no_guess(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("status", "somebody", "--root", make_repo(empty()))

    assert (answer.code, answer.err) == (
        2,
        "mentorgen: There is no round, pair or participant 'somebody'.\n",
    )


def test_an_empty_program_has_nobody(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    answer = mentorgen("status", "--root", make_repo(empty()), "--today", TODAY)

    assert (answer.code, answer.out) == (0, "1 April 2026: 0 participants; pairs: none yet.\n")


def test_organisers_read_what_needs_them_and_others_how_much(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    told = ("status", "--needs-you", "--root", make_repo(three_people()), "--today", "2026-05-08")

    named, public = mentorgen(*told), mentorgen(*told, "--format", "github")
    wrong = mentorgen(*told, "ana")

    assert (named.code, named.err) == (0, "")
    assert named.out == snapshot("""\
They have not met for long, and two nudges went by

Ana Rivers and Ben Okoro. They last met on 18 March, 51 days ago; they planned to meet every 14 days.

    mentorgen remind 2026-spring/ana-ben --texts

People wait to be matched

Spring round. One person seeks a mentor, the first since 20 March.

    mentorgen match 2026-spring
""")
    assert public.out == snapshot(
        "A few things need the organisers. 'mentorgen status --needs-you' says which on their machine.\n"
    )
    assert (wrong.code, wrong.out) == (2, "")
    assert "leave 'ana' out" in wrong.err


def test_answers_are_totals_of_the_program_or_a_round_on_an_organisers_machine(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    asked = ("--answers", "--root", make_repo(three_people()), "--today", TODAY)

    everything = mentorgen("status", *asked)
    of_round = mentorgen("status", "2026-spring", *asked)
    wrong = mentorgen("status", "2026-sprin", *asked)
    public = mentorgen("status", *asked, "--format", "github")

    assert (everything.code, everything.err) == (0, "")
    assert everything.out == of_round.out
    assert "No survey has been due yet" in everything.out
    assert (wrong.code, wrong.out) == (2, "")
    assert "Did you mean '2026-spring'?" in wrong.err
    assert (public.code, public.out) == (2, "")
    assert "Answers are private" in public.err
