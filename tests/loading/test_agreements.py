"""Who agreed to which words: told once, at the number that organisers raised."""

from pathlib import Path

from tests.repository_builder import PROGRAM, SMALL, loaded

PERSON = "schema: 1\nname: {}\nrole: mentee\n"
AGREED = "consent: {version: 1, given: 2026-01-05}\n"
WITHDRAWN = "consent: {version: 1, given: 2026-01-05, withdrawn: 2026-01-06}\n"
WARNS = (
    "program/program.yaml:{}:18: who agreed only to older words than version 2 is not shown or"
    " reminded: {}. Ask them to agree to the new ones. [no-consent]"
)
LINE = PROGRAM.count("\n") + 1


def _said(folder: Path, consents: list[str], version: int) -> list[str]:
    people = {
        f"program/participants/{slug}.yaml": PERSON.format(slug.upper()) + consent
        for slug, consent in zip("abcdefg", consents, strict=False)
    }
    settings = {"program/program.yaml": f"{PROGRAM}consent_version: {version}\n"}
    cohorts = {"program/cohorts/spring.yaml": SMALL["program/cohorts/spring.yaml"]}
    problems = loaded(folder, {**cohorts, **people, **settings}).problems
    return [str(problem) for problem in problems if problem.path == "program/program.yaml"]


def test_whoever_agreed_only_to_older_words_is_named(tmp_path: Path) -> None:
    assert _said(tmp_path, [AGREED, WITHDRAWN, "", AGREED], 2) == [WARNS.format(LINE, "a, d")]


def test_of_many_some_are_named(tmp_path: Path) -> None:
    assert _said(tmp_path, [AGREED] * 5, 2) == [WARNS.format(LINE, "a, b, c, d, e")]
    assert _said(tmp_path, [AGREED] * 7, 2) == [WARNS.format(LINE, "a, b, c, d, e and 2 more")]


def test_the_present_words_need_nobody_to_be_asked(tmp_path: Path) -> None:
    assert _said(tmp_path, [AGREED] * 2, 1) == []
