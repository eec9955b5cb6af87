"""`mentorgen match`: proposals with reasons, and when it refuses to make any."""

import json
import re
from collections.abc import Mapping

import pytest
from inline_snapshot import snapshot

from mentorgen.output.matching.shared import CONTRADICTION, NOBODY
from mentorgen.output.reference.matching import PROPOSAL, fields_of
from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.rounds import PRIVATE, a_round, other_forms
from tests.programs.trees import TODAY, arabic_circle, empty, three_people

FORMATS = ("text", "json", "github")


def test_a_proposal_explains_each_pair_and_who_comes_next(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("match", "--root", make_repo(a_round()), "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Spring round

2 pairs from 2 mentors and 3 mentees. Of 3 people seeking somebody 2 find one; at most 2 can.

No other choice matches more people.

Of those that match as many, none has fewer weak pairs (0 from 0 to 39 points, 0 from 40 to 59 points); of those, none \n\
has more points than 158.

Ana Loom with Cy Warp: 79 of 100

Points  Of  Why                                                                    \n\
    35  35  Ana Loom offers Weaving: just what Cy Warp asks for                    \n\
    15  15  Both write of Weaving                                                  \n\
     5   5  Both speak English                                                     \n\
    24  45  Not known or not asked: style, hours, experience, wishes and background

For Cy Warp, Ana Loom is the best there is; for Ana Loom, Cy Warp is the best.

Or else              Points  What that would cost                                  \n\
Cy Warp with Bo Vat      32  1 more weak pair, 47 points less, nobody loses a place

Bo Vat with Eva Woad: 79 of 100

Points  Of  Why                                                                    \n\
    35  35  Bo Vat offers Dyeing: just what Eva Woad asks for                      \n\
    15  15  Both write of Dyeing                                                   \n\
     5   5  Both speak English                                                     \n\
    24  45  Not known or not asked: style, hours, experience, wishes and background

For Eva Woad, Bo Vat is the best there is; for Bo Vat, Eva Woad is the best.

Or else                 Points  What that would cost                                   \n\
Eva Woad with Ana Loom      33  2 more weak pairs, 93 points less, nobody loses a place

Waiting: 1 person

The mentors whom the rules allow for Di Weft have their places filled. Mentors left, step by step: takes part in a form \n\
that suits: 2; has a place left: 0. What would help: one more place with Ana Loom or Bo Vat.

You can offer Di Weft a peer.

For Di Weft to go first next time, a line in their log, in program/log/people, says that they were in this round:

    - {on: YYYY-MM-DD, kind: accepted, cohort: spring}

Whom to look for

More mentors for  How many  People whom they would place
Weaving                  1                             1

One more place with  People placed  Points
Ana Loom                        +1     +79
Bo Vat                          +1     +32

Figures of this run

Figure                                                                         Value                               \n\
People matched                                                                 2 of 2 who could be; 3 seek somebody
Points together                                                                158                                 \n\
Weakest pair                                                                   79 points                           \n\
Pairs of 0 to 39 points                                                        0                                   \n\
Pairs of 40 to 59 points                                                       0                                   \n\
Pairs of 60 to 100 points                                                      2                                   \n\
Given up in points for the sake of weak pairs                                  0                                   \n\
Couples of whom one asked for the other, and who would rather have each other  0                                   \n\
Mentors by mentees                                                             2 mentors with 1                    \n\
""")


def test_every_form_is_suggested_in_its_own_way(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(a_round(more=other_forms()))

    answer = mentorgen("match", "--root", root, "--today", TODAY)

    headings = re.findall(r"^\w+ \w+ (?:with|and) .*: \d+ of \d+.*$", answer.out, re.MULTILINE)
    assert (answer.code, answer.err) == (0, "")
    assert headings == snapshot(
        [
            "Ana Loom with Cy Warp: 79 of 100",
            "Bo Vat with Eva Woad: 79 of 100",
            "Gil Ring with Gia One, Guy Two and Gus Three (group): 79 of 100 on average",
            "Hal Hour with Fay Quick (flash, 9 April 2026 at 10:00 UTC, 30 minutes): 79 of 100",
            "Pia One and Pol Two (peers): 55 of 100",
        ]
    )


def test_a_proposal_is_a_value_for_other_programs(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(a_round(more=other_forms()))

    answer = mentorgen("match", "--root", root, "--today", TODAY, "--format", "json")

    (found,) = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert {*fields_of(found)} <= PROPOSAL.keys()
    assert [
        (one["form"], one["mentors"], one["mentees"], one["members"])
        for one in found["suggestions"]
    ] == snapshot(
        [
            ("one-to-one", ["ana"], ["cy"], []),
            ("one-to-one", ["bo"], ["eva"], []),
            ("group", ["gil"], ["g1", "g2", "g3"], []),
            ("flash", ["hal"], ["fay"], []),
            ("peer", [], [], ["p1", "p2"]),
        ]
    )
    assert found["figures"]["matched"] == snapshot(8)


def test_a_proposal_is_markdown_on_github_with_public_reasons_alone(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())

    answer = mentorgen("match", "--root", root, "--today", TODAY, "--format", "github")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
### Spring round

1 pair to look at. No other choice matches more people.

| Suggested | Points | Why above all |
| --- | --: | --- |
| Ana Rivers with Cleo Marsh | 71 | Ana Rivers offers Testing: just what Cleo Marsh asks for; Both write of Testing |

<details>
<summary>Ana Rivers with Cleo Marsh</summary>

| Points | Of | Why |
| --: | --: | --- |
| 35 | 35 | Ana Rivers offers Testing: just what Cleo Marsh asks for |
| 15 | 15 | Both write of Testing |
| 5 | 5 | Both speak English |
| 16 | 30 | Not known or not asked: style, hours and experience |

</details>
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
    named = mentorgen("match", "2026-spring", *common)
    assert named.out.startswith("Spring round\n")
    assert named.err == "Spring round ended on 30 August; it is matched since you named it.\n"
    written = mentorgen("match", "2026-spring", "--write", *common)
    assert (written.code, written.out) == (2, "")
    assert written.err == (
        "mentorgen: Spring round ended on 30 August, and no pair begins after the end of its round. "
        "Give the round a later day in 'ends', or match another one.\n"
    )


def test_an_unknown_round_gets_the_nearest_name(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())

    answer = mentorgen("match", "2026-sprong", "--root", root, "--today", TODAY)

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        "mentorgen: There is no round '2026-sprong'. Did you mean '2026-spring'?\n",
    )


def test_an_unknown_round_gets_a_list_of_those_that_there_are(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    spring = three_people()["program/cohorts/2026-spring.yaml"]
    older = {
        f"program/cohorts/{year}-spring.yaml": spring.replace("2026", str(year))
        for year in range(2010, 2025)
    }
    last = {"program/cohorts/2025-spring.yaml": spring.replace("2026", "2025")}
    root = make_repo({**three_people(), **last})

    few = mentorgen("match", "x", "--root", root, "--today", TODAY)
    make_repo(older)
    many = mentorgen("match", "x", "--root", root, "--today", TODAY)

    assert few.err == (
        "mentorgen: There is no round 'x'. The rounds are: 2025-spring and 2026-spring.\n"
    )
    assert many.err.startswith(
        "mentorgen: There is no round 'x'. The last 12 rounds are: 2015-spring, 2016-spring, "
    )


def test_without_any_round_there_is_none_to_list(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    answer = mentorgen("match", "x", "--root", make_repo(empty()), "--today", TODAY)

    assert answer.err == "mentorgen: There is no round 'x'. There are no rounds yet.\n"


def test_readers_are_told_of_no_round_and_no_scenario_that_is_private(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = {f"open/{path}": text for path, text in a_round(settings=PRIVATE).items()}
    spring = files["open/program/cohorts/spring.yaml"]
    hidden = {"hidden/cohorts/sprinter.yaml": spring.replace("Spring", "Hidden")}
    root = make_repo({**files, **hidden})
    folders = ("--root", root / "open", "--private", root / "hidden", "--today", TODAY)
    readers = (*folders, "--format", "github")

    assert "sprinter" in mentorgen("match", "sprin", *folders).err
    assert mentorgen("match", "sprinter", *folders).out.startswith("Hidden round\n")
    assert "Hidden round" in mentorgen("match", *folders).out
    assert "Hidden round" not in mentorgen("match", *readers).out
    for name in ("sprin", "sprinter"):
        answer = mentorgen("match", name, *readers)
        assert (answer.code, answer.out, answer.err) == (
            2,
            "",
            f"mentorgen: There is no round '{name}'. Did you mean 'spring'?\n",
        )


def test_where_everybody_has_somebody_that_is_said(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(arabic_circle())

    answer = mentorgen("match", "--root", root, "--today", TODAY)

    assert (answer.code, answer.out) == (
        0,
        "حلقة مفتوحة\n\nNobody in حلقة مفتوحة seeks somebody at the moment.\n",
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


@pytest.mark.parametrize("more", [(), ("--write",), ("--rematch",)], ids=" ".join)
def test_why_a_lock_cannot_be_kept_is_told_to_organisers_alone(
    more: tuple[str, ...], make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    policy = "  locked: [{mentor: ana, mentee: cy}]\n"
    files = a_round(settings=PRIVATE, policy=policy)
    veto = "schema: 1\nfacts:\n  - {on: 2026-03-01, kind: vetoed, who: ana}\n"
    public = {f"public/{path}": text for path, text in files.items()}
    root = make_repo({**public, "hidden/log/people/cy.yaml": veto})
    common = ("--root", root / "public", "--private", root / "hidden", "--today", TODAY)

    organiser = mentorgen("match", *more, *common)
    anybody = mentorgen("match", *more, *common, "--format", "github")

    assert (organiser.code, anybody.code, anybody.out) == (1, 1, "")
    assert "one of the two does not want to be matched with the other" in organiser.err
    assert anybody.err == f"mentorgen: {CONTRADICTION}\n"


NO_MENTOR = {f"program/participants/{slug}.yaml": None for slug in ("ana", "bo")}
FULL = {
    f"program/participants/{slug}.yaml": (
        a_round()[f"program/participants/{slug}.yaml"].replace("capacity: 1", "capacity: 0")
    )
    for slug in ("ana", "bo")
}
ALL_VETOED = {
    f"hidden/log/people/{slug}.yaml": (
        "schema: 1\nfacts:\n"
        "  - {on: 2026-03-21, kind: vetoed, who: ana}\n"
        "  - {on: 2026-03-21, kind: vetoed, who: bo}\n"
    )
    for slug in ("cy", "di", "eva")
}
NOBODY_SEEKS = {f"program/participants/{slug}.yaml": None for slug in ("cy", "di", "eva")}


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (NO_MENTOR, "No mentor in Spring round takes part at the moment."),
        (FULL, "No mentor in Spring round has a place open at the moment."),
        (ALL_VETOED, "No mentor and mentee of Spring round may be matched under the round's rules."),
        (NOBODY_SEEKS, "Nobody in Spring round seeks a mentor at the moment."),
    ],
    ids=["no mentors", "capacity zero", "all vetoed", "nobody seeks"],
)  # fmt: skip
def test_where_nobody_can_be_matched_one_sentence_says_why_and_nothing_is_written(
    change: Mapping[str, str | None], note: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    tree = {**a_round(), **change}
    root = make_repo({path: text for path, text in tree.items() if text is not None})
    private = root / "hidden"
    folders = (
        "--root",
        root,
        "--today",
        TODAY,
        *(("--private", private) if private.is_dir() else ()),
    )

    for style in FORMATS:
        answer = mentorgen("match", *folders, "--format", style)
        is_told = style != "github" or not private.is_dir()
        assert answer.code == 0
        assert (note if is_told else NOBODY) in answer.out
        assert is_told or note not in answer.out
    assert mentorgen("match", *folders, "--write", "--confirm").out == (
        "There is no suggestion that has no file yet.\n"
    )
    assert not (root / "program/pairs").exists()


def test_public_text_reads_the_same_with_and_without_a_veto_that_changes_nothing(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = {f"open/{path}": text for path, text in a_round(settings=PRIVATE).items()}
    veto = "schema: 1\nfacts:\n  - {on: 2026-03-21, kind: vetoed, who: bo}\n"
    root = make_repo({**files, "hidden/log/people/cy.yaml": veto})
    common = ("match", "--root", root / "open", "--today", TODAY, "--format", "github")

    answer = mentorgen(*common, "--private", root / "hidden")

    assert answer.code == 0
    assert answer.out == mentorgen(*common, "--public-only").out


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
program/participants/ben.yaml:1:1: role is missing. Add 'role: …', which is 'mentor', 'mentee' or 'both'. [missing-field]
program/participants/cleo.yaml:3:7: role must be 'mentor', 'mentee' or 'both', not 'menti'. Did you mean 'mentor'? [role]
mentorgen: The program has 2 errors; mend them first.
""")


def _with_private_inputs() -> dict[str, str]:
    settings = three_people()["program/program.yaml"]
    return {"program/program.yaml": f"{settings}private: folder\n"}
