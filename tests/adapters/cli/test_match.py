"""`mentorgen match`: proposals with reasons, and when it refuses to make any."""

import json

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, arabic_circle, empty, spanish_translators, three_people

FORMATS = ("text", "json", "github")


def test_a_proposal_explains_each_pair_and_who_comes_next(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(spanish_translators())

    answer = mentorgen("match", "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Ronda de primavera

1 pair from 3 mentors and 1 mentee: no other choice matches more of them, and none that does has more than 78 points \n\
together.

Íñigo Ejemplo with Tomás Ejemplo: 78 of 100

Points  Of  Why                                                                       \n\
    45  45  Íñigo Ejemplo offers Traducción: just what Tomás Ejemplo asks for         \n\
    10  20  It is not known yet which hours would suit Íñigo Ejemplo and Tomás Ejemplo
     8  15  It is not known yet how Íñigo Ejemplo and Tomás Ejemplo would like to work
    10  10  Both speak Spanish                                                        \n\
     5  10  Neither of them asked for anybody by name                                 \n\

Next for Tomás Ejemplo: Óscar Ejemplo (78) and Ramón Ejemplo (78).
""")


def test_a_proposal_is_a_value_for_other_programs(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())

    answer = mentorgen("match", "--root", root, "--today", TODAY, "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out) == snapshot(
        [
            {
                "cohort": "2026-spring",
                "objective": "most-people",
                "note": None,
                "mentors": 1,
                "mentees": 1,
                "possible_pairs": 1,
                "total": 78,
                "suggestions": [
                    {
                        "mentor": "ana",
                        "mentee": "cleo",
                        "points": 78,
                        "most": 100,
                        "reasons": [
                            {
                                "criterion": "skills",
                                "points": 45,
                                "most": 45,
                                "text": "Ana Rivers offers Testing: just what Cleo Marsh asks for",
                            },
                            {
                                "criterion": "hours",
                                "points": 10,
                                "most": 20,
                                "text": "It is not known yet which hours would suit Cleo Marsh",
                            },
                            {
                                "criterion": "style",
                                "points": 8,
                                "most": 15,
                                "text": "It is not known yet how Ana Rivers and Cleo Marsh would like to work",
                            },
                            {
                                "criterion": "languages",
                                "points": 10,
                                "most": 10,
                                "text": "Both speak English",
                            },
                            {
                                "criterion": "wishes",
                                "points": 5,
                                "most": 10,
                                "text": "Neither of them asked for anybody by name",
                            },
                        ],
                        "runners_up": {},
                        "rank_for_mentee": 1,
                        "rank_for_mentor": 1,
                    }
                ],
                "waiting": [],
                "places_left": {},
            }
        ]
    )


def test_a_proposal_is_markdown_on_github_with_public_reasons_alone(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())

    answer = mentorgen("match", "--root", root, "--today", TODAY, "--format", "github")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
### Spring round

1 pair to look at: no other choice matches more people.

### Ana Rivers with Cleo Marsh

| Points | Of | Why |
| --: | --: | --- |
| 45 | 45 | Ana Rivers offers Testing: just what Cleo Marsh asks for |
| 10 | 20 | It is not known yet which hours would suit Cleo Marsh |
| 8 | 15 | It is not known yet how Ana Rivers and Cleo Marsh would like to work |
| 10 | 10 | Both speak English |
""")


@pytest.mark.parametrize("style", FORMATS)
def test_one_round_can_be_named(style: str, make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())
    common = ("--root", root, "--today", TODAY, "--format", style)

    named = mentorgen("match", "2026-spring", *common)

    assert named == mentorgen("match", *common)


def test_a_round_that_has_ended_is_matched_only_by_name(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())
    common = ("--root", root, "--today", "2026-09-30")

    assert mentorgen("match", *common).out == (
        "No round is open: add one to program/cohorts to match people.\n"
    )
    assert mentorgen("match", "2026-spring", *common).out.startswith("Spring round\n")


def test_an_unknown_round_gets_the_nearest_name(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())

    answer = mentorgen("match", "2026-sprong", "--root", root, "--today", TODAY)

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        "mentorgen: There is no round '2026-sprong'. Did you mean '2026-spring'?\n",
    )


def test_peers_find_each_other_without_being_matched(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(arabic_circle())

    answer = mentorgen("match", "--root", root, "--today", TODAY)

    assert (answer.code, answer.out) == (
        0,
        "حلقة مفتوحة\n\nIn حلقة مفتوحة people find each other without a mentor being suggested.\n",
    )


@pytest.mark.parametrize(
    ("style", "out"),
    [
        ("text", "No round is open: add one to program/cohorts to match people.\n"),
        ("json", "[]\n"),
        ("github", "No round is open: add one to program/cohorts to match people.\n"),
    ],
)
def test_an_empty_program_has_no_round_to_match(
    style: str, out: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("match", "--root", make_repo(empty()), "--format", style)

    assert (answer.code, answer.out, answer.err) == (0, out, "")


def test_without_the_private_folder_no_match_is_made_that_a_veto_might_forbid(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**three_people(), **_with_private_inputs()})

    answer = mentorgen("match", "--root", root, "--today", TODAY)

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        (
            "mentorgen: This program keeps wishes and vetoes in a private folder, and a match without"
            " them could pair two people of whom one said no. Add --private FOLDER; or --public-only,"
            " if you only want to look.\n"
        ),
    )


def test_public_only_matches_on_what_everybody_may_see(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**three_people(), **_with_private_inputs()})

    answer = mentorgen("match", "--root", root, "--today", TODAY, "--public-only")

    assert answer.code == 0
    assert "Ana Rivers with Cleo Marsh" in answer.out


def test_a_veto_in_the_private_folder_keeps_two_people_apart(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    veto = "schema: 1\nfacts:\n  - {on: 2026-03-21, kind: vetoed, who: ana}\n"
    files = {f"public/{path}": text for path, text in three_people().items()}
    files["public/program/program.yaml"] = _with_private_inputs()["program/program.yaml"]
    root = make_repo({**files, "hidden/log/people/cleo.yaml": veto})

    answer = mentorgen(
        "match", "--root", root / "public", "--private", root / "hidden", "--today", TODAY
    )

    assert answer.code == 0
    assert "Ana Rivers with Cleo Marsh" not in answer.out


def test_a_broken_program_is_not_matched_and_says_everything_that_is_wrong(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(
        {
            **three_people(),
            "program/participants/ben.yaml": "schema: 1\nname: Ben\n",
            "program/participants/cleo.yaml": "schema: 1\nname: Cleo\nrole: menti\n",
        }
    )

    answer = mentorgen("match", "--root", root, "--today", TODAY)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == snapshot("""\
program/participants/ben.yaml:1:1: role is missing. Add 'role: …'. [missing-field]
program/participants/cleo.yaml:3:7: role must be 'mentor', 'mentee' or 'both', not 'menti'. Did you mean 'mentor'? [role]
mentorgen: The program has 2 errors; mend them first.
""")


def _with_private_inputs() -> dict[str, str]:
    settings = three_people()["program/program.yaml"]
    return {"program/program.yaml": f"{settings}private: folder\n"}
