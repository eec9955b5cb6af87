"""`mentorgen build`: a site or a sentence that says why there is none."""

import logging
import os

from mentorgen.output.matching.shared import CONTRADICTION
from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import SITE, TODAY, empty, three_people

BROKEN = {
    "program/participants/ben.yaml": "schema: 1\nname: Ben\nrole: menti\n",
    "program/participants/cleo.yaml": "schema: 1\nname: Cleo\nrole: mentro\n",
}


def test_the_answer_is_where_to_open_the_site(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo({**SITE, **three_people()})

    answer = mentorgen("build", "--root", root, "--today", TODAY, "--site-dir", root / "out")

    assert answer == Answer(0, f"{root}/out/index.html\n", "")
    assert "Week 5 of 26" in (root / "out/index.html").read_text()


def test_suggestions_show_in_a_preview_only(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo({**SITE, **three_people()})
    matches = root / "site/matches/index.html"

    mentorgen("build", "--root", root, "--today", TODAY, "--preview")
    previewed = matches.read_text()
    mentorgen("build", "--root", root, "--today", TODAY)

    assert "wait for the organisers" in previewed
    assert "wait for the organisers" not in matches.read_text()


def test_a_build_leaves_no_trace_in_the_environment(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    before = dict(os.environ)

    mentorgen("build", "--root", make_repo({**SITE, **empty()}), "--today", TODAY, "--preview")

    assert dict(os.environ) == before


def test_without_a_day_the_site_shows_today(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo({**SITE, **three_people()})

    assert mentorgen("build", "--root", root).code == 0


def test_a_missing_configuration_is_a_wrong_usage(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(three_people())

    for command in ("build", "serve"):
        assert mentorgen(command, "--root", root) == Answer(
            2,
            "",
            f"mentorgen: {root}/mkdocs.yml is missing: a site needs one with the plugin 'mentorgen'.\n",
        )


def test_a_broken_program_is_not_built_and_every_problem_is_printed(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**SITE, **three_people(), **BROKEN})

    answer = mentorgen("build", "--root", root, "--today", TODAY)

    assert answer == Answer(
        1,
        "",
        "ERROR: The program has problems; the site was not built.\n"
        "program/participants/ben.yaml:3:7: role must be 'mentor', 'mentee' or 'both', not 'menti'."
        " Did you mean 'mentor'? [role]\n"
        "program/participants/cleo.yaml:3:7: role must be 'mentor', 'mentee' or 'both', not 'mentro'."
        " Did you mean 'mentor'? [role]\n"
        "mentorgen: The site was not built: see above.\n",
    )
    assert not (root / "site").exists()


def test_a_folder_without_a_program_is_not_built(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(SITE)

    answer = mentorgen("build", "--root", root)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"ERROR: {root} holds no program: it has no folder 'program'.")


def test_a_configuration_that_mkdocs_cannot_read_is_a_wrong_usage(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**SITE, **empty(), "mkdocs.yml": "site_name: [unclosed\n"})

    answer = mentorgen("build", "--root", root)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"mentorgen: {root}/mkdocs.yml: ")
    assert "Traceback" not in answer.err


def test_a_configuration_with_a_wrong_option_is_not_built(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    wrong = SITE["mkdocs.yml"].replace("  - mentorgen\n", "  - mentorgen: {today: soon}\n")
    root = make_repo({**SITE, **empty(), "mkdocs.yml": wrong})

    answer = mentorgen("build", "--root", root)

    assert answer == Answer(
        1,
        "",
        "ERROR: today must be a date such as 2026-03-01, not 'soon'.\n"
        "mentorgen: The site was not built: see above.\n",
    )


def test_a_warning_stops_the_build(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo({**SITE, **empty(), "docs/notes.md": "[gone](nowhere.md)\n"})

    answer = mentorgen("build", "--root", root)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("WARNING: Doc file 'notes.md' contains a link 'nowhere.md'")


def test_the_log_is_printed_once_however_often_a_site_is_built(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**SITE, **empty(), "docs/notes.md": "[gone](nowhere.md)\n"})

    first, second = (mentorgen("build", "--root", root).err for _ in range(2))

    assert first == second
    assert len(logging.getLogger("mkdocs").handlers) < 3


def test_a_preview_honours_private_vetoes_and_suggests_nobody_without_the_folder(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    program = three_people()
    settings = program["program/program.yaml"]
    root = make_repo(
        {
            **SITE,
            **program,
            "program/program.yaml": f"{settings}private: folder\n",
            "organisers/log/people/cleo.yaml": (
                "schema: 1\nfacts:\n  - {on: 2026-03-01, kind: vetoed, who: ana}\n"
            ),
            "empty/README.md": "nothing",
            "broken/log/people/cleo.yaml": "schema: 1\nfacts: 3\n",
        }
    )
    matches = root / "site/matches/index.html"

    def suggested(*folder: object) -> bool:
        answer = mentorgen("build", "--root", root, "--today", TODAY, "--preview", *folder)
        assert answer.code == 0
        return "wait for the organisers" in matches.read_text()

    assert suggested("--private", root / "empty")
    assert not suggested("--private", root / "organisers")
    assert not suggested()
    broken = mentorgen("build", "--root", root, "--preview", "--private", root / "broken")
    assert broken.code == 1
    assert "broken/log/people/cleo.yaml:2:8: facts must be a list" in broken.err


def test_why_a_preview_cannot_keep_a_lock_is_not_told_to_whoever_reads_its_log(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    program = three_people()
    settings = program["program/program.yaml"]
    locked = "matching:\n  locked: [{mentor: ana, mentee: cleo}]\n"
    veto = "schema: 1\nfacts:\n  - {on: 2026-03-01, kind: vetoed, who: ana}\n"
    root = make_repo(
        {
            **SITE,
            **program,
            "program/program.yaml": f"{settings}private: folder\n{locked}",
            "organisers/log/people/cleo.yaml": veto,
        }
    )
    private = ("--private", root / "organisers", "--today", TODAY)

    answer = mentorgen("build", "--root", root, "--preview", *private)

    assert (answer.code, answer.out, answer.err) == (1, "", f"mentorgen: {CONTRADICTION}\n")
    assert "does not want" in mentorgen("match", "--root", root, *private).err
