"""`mentorgen github forms`: the forms by which people without git take part."""

from pathlib import Path

import pytest

from mentorgen.loading.form_templates import FOLDER, read_forms
from mentorgen.model.requests import RequestKind
from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.git_repository import commit, new_repository
from tests.programs.trees import empty, three_people

NO_LINK = "program.yaml has no 'private_form_url', so no form leads to the organisers in private.\n"


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo(three_people())


def test_the_forms_are_written_with_the_programs_own_skills(
    root: Path, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("github", "forms", "--root", root)

    assert (answer.code, answer.err) == (0, NO_LINK)
    assert answer.out.splitlines()[0] == f"{FOLDER}/join-as-mentor.yml"
    forms = read_forms(root)
    assert [form.kind for form in forms] == [*RequestKind]
    asked = {question.id: question for question in forms[0].questions}
    assert asked["offers-can-teach"].options == ("Testing", "Writing")


def test_forms_that_are_as_they_should_be_are_not_written_again(
    root: Path, mentorgen: Mentorgen
) -> None:
    mentorgen("github", "forms", "--root", root)

    assert mentorgen("github", "forms", "--root", root).out == ""


def test_a_program_with_a_private_form_leads_to_it(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = {**empty()}
    files["program/program.yaml"] += "private_form_url: https://forms.example.org/private\n"
    root = make_repo(files)

    assert mentorgen("github", "forms", "--root", root).err == ""
    assert "https://forms.example.org/private" in (root / FOLDER / "config.yml").read_text()


def test_a_form_that_somebody_put_into_other_words_is_kept_until_it_is_committed(
    tmp_path: Path, mentorgen: Mentorgen
) -> None:
    root = new_repository(tmp_path / "one", three_people())
    mentorgen("github", "forms", "--root", root)
    commit(root, {})
    pause = root / FOLDER / "pause.yml"
    written = pause.read_text()
    pause.write_text(written.replace("Take a break", "Pause"))

    refused = mentorgen("github", "forms", "--root", root)
    commit(root, {})
    again = mentorgen("github", "forms", "--root", root)

    assert refused.code == 2
    assert refused.err.splitlines()[0] == (
        f"mentorgen: {pause} was changed and is in no commit; commit it or delete it first."
    )
    assert again.out == f"{FOLDER}/pause.yml\n"
    assert pause.read_text() == written
