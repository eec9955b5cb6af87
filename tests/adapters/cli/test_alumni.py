"""`mentorgen alumni`: who finished, from real folders."""

import json

from inline_snapshot import snapshot

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, Tree, among_members, three_people

LOG = "program/log/pairs/2026-spring/ana-ben.yaml"
BEN = "program/log/people/ben.yaml"


def finished() -> Tree:
    """Give a pair that said goodbye and thanked, and a mentee who would like to mentor."""
    tree = dict(three_people())
    tree[LOG] += (
        "  - {on: 2026-03-30, kind: ended, outcome: completed}\n"
        '  - {on: 2026-03-31, kind: thanked, by: ben, words: "For every test, thanks."}\n'
    )
    tree[BEN] += "  - {on: 2026-03-31, kind: wishes-to-mentor}\n"
    return tree


def test_who_finished_is_listed_and_who_wishes_to_mentor_first(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    asked = ("--root", make_repo(finished()), "--today", TODAY)
    answer = mentorgen("alumni", *asked)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Alumni

Person            Finished      Wishes to mentor since
Ben Okoro (ben)   Spring round  31 March              \n\
Ana Rivers (ana)  Spring round                        \n\
""")
    assert json.loads(mentorgen("alumni", *asked, "--format", "json").out) == snapshot(
        [
            {"person": "ben", "finished": ["2026-spring"], "wishes_to_mentor_since": "2026-03-31"},
            {"person": "ana", "finished": ["2026-spring"], "wishes_to_mentor_since": None},
        ]
    )


def test_thanks_after_the_end_are_no_mistake(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    answer = mentorgen("check", "--root", make_repo(finished()), "--today", TODAY)

    assert (answer.code, answer.out) == (0, "")


def test_thanks_of_somebody_else_are(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    tree = dict(finished())
    tree[LOG] = tree[LOG].replace("kind: thanked, by: ben", "kind: thanked, by: cleo")

    answer = mentorgen("check", "--root", make_repo(tree), "--today", TODAY)

    assert (answer.code, answer.out) == snapshot(
        (
            1,
            "program/log/pairs/2026-spring/ana-ben.yaml:6:41: 'cleo' is not in this pair (ana, ben). [not-in-pair]\n",
        )
    )


def test_nobody_is_an_alumnus_before_the_first_goodbye(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("alumni", "--root", make_repo(three_people()), "--today", TODAY)

    assert answer.out == "Alumni\n\nNobody has finished a round yet.\n"


def test_a_public_repository_gets_no_list_of_people(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    public, private = make_repo(finished()), among_members(finished())
    asked = ("--today", TODAY, "--format", "github")

    refused = mentorgen("alumni", "--root", public, *asked)
    allowed = mentorgen("alumni", "--root", make_repo(private), *asked)

    assert (refused.code, refused.out) == (2, "")
    assert "Ben Okoro" in allowed.out
