"""`mentorgen agreement`: the text of a pair's agreement, and signing it."""

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, Tree, among_members, three_people

PAIR = "2026-spring/ana-ben"
PAIR_FILE = f"program/pairs/{PAIR}.yaml"
LOG = f"program/log/pairs/{PAIR}.yaml"
SIX = ("b1", "b2", "b3", "b4", "b5", "b6")


def test_the_agreement_is_made_of_both_profiles(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    answer = mentorgen("agreement", PAIR, "--root", make_repo(three_people()), "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
# Mentoring agreement of Ana Rivers and Ben Okoro

Two Looms, Spring round. Version 1445540.

This page is a promise between people, not a contract. Read it together in your first meeting, change what
does not suit you, then sign it.

## Who we are

* Ana Rivers, mentor
* Ben Okoro, mentee

Ana listens, asks and tells what was learnt the hard way; the work stays with Ben.
Ben chooses what to work on, brings a question to each meeting and says early what does not help.

## How often we meet

About every 14 days, by call, in writing or face to face; an exchange of letters counts.
We follow the plan "Half a year".
Our time is over on 30 August; we can go on if all of us want to.
Whoever cannot come says so before, and proposes another time.

## What we work towards

A test suite that nobody fears

* A first test

## What stays between us

What one of us tells about themselves stays between us. We name each other to other people only where the one who is
named agrees. What is written into the open files of the program everybody can read, so we write there what we would
say in a café. There is one exception: where somebody could come to harm, we ask the organisers for help.

## Where the borders are

We treat each other with respect, keep to the hours that we agreed on, and use only the ways of contact that each of us
gave. There is no money, no favour and no work for free in it. Nobody judges, promotes or hires anybody here. Each of us
may say "not that" without a reason.

## If it does not work

Each of us may end this at any time, and it is nobody's fault. We say it to each other or to the organisers, who ask
for a reason only if we like to give one and keep it to themselves. Whoever wants another match gets one first.

## How we close

In the last meeting we look back, say thanks, write down what stays open and who takes it, and decide whether and how we
stay in touch. Then we say to the program that we are done.

## Signatures

* Ana Rivers and Ben Okoro are asked to sign version 1445540.
""")


def test_everybody_signs_and_then_it_is_agreed_on(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())
    asked = ("--root", root, "--today", TODAY)

    first = mentorgen("agreement", PAIR, "--sign", "ana", *asked)
    second = mentorgen("agreement", PAIR, "--sign", "ben", *asked, "--format", "json")

    assert first.out.partition("## Signatures\n\n")[2] == snapshot("""\
* Ana Rivers signed on 1 April.
* Ben Okoro is asked to sign version 1445540.
""")
    data = json.loads(second.out)
    assert [one["holds"] for one in data["signatures"]] == [True, True]
    assert data["missing"] == []
    assert (root / LOG).read_text().splitlines()[-2:] == snapshot(
        [
            "  - {on: 2026-04-01, kind: agreed, by: ana, version: 1445540}",
            "  - {on: 2026-04-01, kind: agreed, by: ben, version: 1445540}",
        ]
    )
    assert mentorgen("check", *asked).code == 0


def test_a_rhythm_that_changes_makes_the_version_an_earlier_one(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())
    asked = ("--root", root, "--today", TODAY)
    for slug in ("ana", "ben"):
        mentorgen("agreement", PAIR, "--sign", slug, *asked)
    pair = root / PAIR_FILE
    pair.write_text(pair.read_text() + "rhythm_days: 7\n")

    answer = mentorgen("agreement", PAIR, *asked)

    assert answer.out.partition("## Signatures\n\n")[2] == snapshot("""\
* Ana Rivers signed on 1 April, but another version (1445540) than the one that holds now.
* Ben Okoro signed on 1 April, but another version (1445540) than the one that holds now.
* Ana Rivers and Ben Okoro are asked to sign version 1230819.
""")


def a_group() -> Tree:
    """Give a group of one mentor and six mentees who all said yes."""
    tree = dict(three_people())
    for path in [path for path in tree if "ana-ben" in path]:
        del tree[path]
    for slug in SIX:
        tree[f"program/participants/{slug}.yaml"] = tree["program/participants/ben.yaml"].replace(
            "Ben Okoro", f"Person {slug.upper()}"
        )
    people = ("ana", *SIX)
    return {
        **tree,
        "program/pairs/2026-spring/table.yaml": (
            "schema: 1\nform: group\nmentors: [ana]\n"
            f"mentees: [{', '.join(SIX)}]\nstarts: 2026-03-02\n"
        ),
        "program/log/pairs/2026-spring/table.yaml": "schema: 1\nfacts:\n"
        + "".join(f"  - {{on: 2026-02-26, kind: confirmed, by: {slug}}}\n" for slug in people),
    }


def test_a_group_agrees_as_two_people_do(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    asked = ("2026-spring/table", "--root", make_repo(a_group()), "--today", TODAY)
    for slug in SIX:
        assert mentorgen("agreement", *asked, "--sign", slug).code == 0

    answer = mentorgen("agreement", *asked)

    assert "* Ana Rivers is asked to sign version" in answer.out
    assert answer.out.count(" signed on 1 April.") == len(SIX)
    assert "Who leaves the group does not end it for the others." in answer.out
    assert "Everybody gets time to speak" in answer.out


def test_peers_agree_without_a_mentor(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    tree = {
        **three_people(),
        PAIR_FILE: "schema: 1\nform: peer\nmembers: [ana, ben]\nstarts: 2026-03-02\n",
    }

    answer = mentorgen("agreement", PAIR, "--root", make_repo(tree), "--today", TODAY)

    assert "We are peers" in answer.out
    assert ", mentor" not in answer.out


def test_a_single_meeting_has_no_rhythm(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    tree = dict(three_people())
    tree[PAIR_FILE] = tree[PAIR_FILE].replace("one-to-one", "flash").replace("aim:", "# ")
    del tree[f"program/goals/{PAIR}/first-test.yaml"]

    answer = mentorgen("agreement", PAIR, "--root", make_repo(tree), "--today", TODAY)

    assert "Once, at the time that was booked." in answer.out
    assert "No goal is written down yet." in answer.out


def test_what_everybody_can_read_names_nobody_who_has_yet_to_sign(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    asked = ("--root", make_repo(three_people()), "--today", TODAY)
    mentorgen("agreement", PAIR, "--sign", "ana", *asked)

    answer = mentorgen("agreement", PAIR, *asked, "--format", "github")

    assert answer.out.partition("## Signatures\n\n")[2] == "* Ana Rivers signed on 1 April.\n"


def test_an_earlier_version_is_not_told_to_everybody(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())
    log = root / LOG
    log.write_text(log.read_text() + "  - {on: 2026-03-03, kind: agreed, by: ben, version: 7}\n")
    asked = ("agreement", PAIR, "--root", root, "--today", TODAY)

    assert "another version (7)" in mentorgen(*asked).out
    assert mentorgen(*asked, "--format", "github").out.endswith(
        "Nobody has signed this version yet.\n"
    )


def test_a_pair_that_wants_nothing_in_public_gets_no_public_text(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    tree = dict(three_people())
    tree[PAIR_FILE] += "public_contact: false\n"
    asked = ("agreement", PAIR, "--today", TODAY, "--format", "github", "--root")

    assert mentorgen(*asked, make_repo(tree)).code == 2
    assert mentorgen(*asked, make_repo(among_members(tree))).code == 0


@pytest.mark.parametrize(
    ("signer", "said"),
    [
        ("cleo", "mentorgen: 'cleo' is not in this pair (ana, ben).\n"),
        ("ana", "mentorgen: 'ana' signed this version already.\n"),
    ],
)
def test_only_the_people_of_a_pair_sign_and_only_once(
    make_repo: MakeRepo, mentorgen: Mentorgen, signer: str, said: str
) -> None:
    root = make_repo(three_people())
    mentorgen("agreement", PAIR, "--sign", "ana", "--root", root, "--today", TODAY)
    before = (root / LOG).read_bytes()

    answer = mentorgen("agreement", PAIR, "--sign", signer, "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (2, said)
    assert (root / LOG).read_bytes() == before


def test_a_pair_of_the_private_folder_signs_there(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    tree = dict(three_people())
    tree["program/program.yaml"] += "private: folder\n"
    private = tmp_path / "private"
    for path in [path for path in tree if "ana-ben" in path]:
        text = tree.pop(path)
        if path == PAIR_FILE:
            file = private / path.removeprefix("program/")
            file.parent.mkdir(parents=True)
            file.write_text(text)
    root = make_repo(tree)

    answer = mentorgen(
        "agreement", PAIR, "--sign", "ben", "--root", root, "--private", private, "--today", TODAY
    )

    assert answer.code == 0
    assert "by: ben" in (private / f"log/pairs/{PAIR}.yaml").read_text()
    assert not (root / LOG).exists()
