"""The forms of a repository: what they ask and offer is what the model knows."""

from pathlib import Path

import pytest

from mentorgen.loading.form_templates import FOLDER, AnswerKind, FormTemplate, read_forms
from mentorgen.loading.forms import choice
from mentorgen.loading.shapes import shapes_of
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.requests import RequestKind
from mentorgen.model.skills import Skill
from mentorgen.model.words import (
    Contact,
    Feedback,
    Form,
    Learning,
    MeetingKind,
    PartOfDay,
    Role,
    SkillLevel,
    Structure,
)
from mentorgen.output.github.forms import MOST_OFFERED, PairPart, form_texts
from tests.builders import a_skill, some_settings
from tests.strict_validator import complaints

OFFERED = {
    "capacity": ("1", "2", "3", "4", "5", "6"),
    "forms": tuple(Form),
    "kind": tuple(MeetingKind),
    "part": tuple(PairPart),
    "parts_of_day": tuple(PartOfDay),
    "role": tuple(Role),
    "shows": tuple(Shared),
    "style-contact": tuple(Contact),
    "style-feedback": tuple(Feedback),
    "style-learning": tuple(Learning),
    "style-structure": tuple(Structure),
}
SKILLS = (a_skill("testing", label="Testing"), a_skill("c", label="C, and C++"))


@pytest.fixture
def forms(tmp_path: Path) -> tuple[FormTemplate, ...]:
    return laid_out(tmp_path, SKILLS)


def laid_out(root: Path, skills: tuple[Skill, ...]) -> tuple[FormTemplate, ...]:
    folder = root / FOLDER
    folder.mkdir(parents=True)
    for name, text in form_texts(some_settings(), skills).items():
        (folder / name).write_text(text)
    return read_forms(root)


def test_there_is_a_form_for_everything_that_people_can_ask(
    forms: tuple[FormTemplate, ...],
) -> None:
    assert [form.kind for form in forms] == [*RequestKind]
    assert len({form.title for form in forms}) == len(forms)


def test_what_is_offered_is_what_the_model_knows(forms: tuple[FormTemplate, ...]) -> None:
    offered = {
        question.id: tuple(map(choice, question.options))
        for form in forms
        for question in form.questions
        if question.options and question.id not in {"consent", "sure", "withdraw", "mentors-later"}
    }

    assert {id_: words for id_, words in offered.items() if id_ in OFFERED} == OFFERED
    skills = {id_: words for id_, words in offered.items() if id_ not in OFFERED}
    assert set(skills) == {
        *("offers-can-teach", "offers-can-help", "wants-new", "wants-some"),
    }
    assert {id_.partition("-")[2] for id_ in skills} == {level.value for level in SkillLevel}
    assert set(skills.values()) == {("testing", "c")}


def test_a_skill_whose_name_holds_a_comma_is_offered_by_its_id(
    forms: tuple[FormTemplate, ...],
) -> None:
    assert not [
        option
        for form in forms
        for question in form.questions
        if question.kind is AnswerKind.DROPDOWN
        for option in question.options
        if "," in option
    ]


def test_a_program_without_skills_asks_for_them_in_words(tmp_path: Path) -> None:
    mentee = laid_out(tmp_path, ())[1]

    assert [one.id for one in mentee.questions if one.id.startswith("wants")] == ["wants-other"]


def test_of_too_many_skills_none_is_offered(tmp_path: Path) -> None:
    many = tuple(a_skill(f"skill-{number}") for number in range(MOST_OFFERED + 1))
    few, asked = laid_out(tmp_path / "few", many[1:]), laid_out(tmp_path / "many", many)

    options = {question.id: question.options for question in few[1].questions}
    assert len(options["wants-new"]) == MOST_OFFERED
    labels = {question.id: question.label for question in asked[1].questions}
    assert "wants-new" not in labels
    assert labels["wants-other"] == "What would you like to learn?"


def test_the_forms_of_a_person_ask_for_public_fields_only(
    forms: tuple[FormTemplate, ...],
) -> None:
    public = {shape.name for shape in shapes_of(Participant) if shape.level is Level.PUBLIC}
    asked = {question.id.partition("-")[0] for form in forms[:3] for question in form.questions}

    others = {"aim", "forms", "shows", "mentors"}  # of the application, the consent and the log
    assert asked - public == others
    assert not {"contact", "hours", "background", "full_name", "team"} & asked


def test_every_form_says_first_that_everybody_reads_it() -> None:
    for name, text in form_texts(some_settings(), SKILLS).items():
        if name != "config.yml":
            opening = text[text.index("body:") :].split("- type: ")[1]
            assert opening.startswith("markdown")
            assert "**Everybody can read what you write here.**" in opening, name


def test_a_concern_leads_to_the_organisers_own_form_and_is_kept_nowhere() -> None:
    address = "https://forms.example.org/private"
    texts = form_texts(some_settings(private_form_url=address), SKILLS)

    assert address in texts["config.yml"]
    assert all(address in text for text in texts.values())
    assert "contact_links" not in form_texts(some_settings(), SKILLS)["config.yml"]


def test_githubs_own_description_takes_every_form(tmp_path: Path) -> None:
    address = "https://forms.example.org/private"
    texts = form_texts(some_settings(private_form_url=address), SKILLS)
    files = []
    for name, text in texts.items():
        files.append(tmp_path / name)
        files[-1].write_text(text)
    *forms, config = files

    assert complaints("--builtin-schema", "vendor.github-issue-forms", *forms) == ""
    assert complaints("--builtin-schema", "vendor.github-issue-config", config) == ""
    config.write_text("contact_links: []\n")
    assert complaints("--builtin-schema", "vendor.github-issue-config", config) != ""


def test_no_word_of_a_form_is_anything_else_for_yaml_1_1() -> None:
    for text in form_texts(some_settings(), SKILLS).values():
        for line in text.splitlines():
            assert line.strip() not in {"id: on", "id: off", "id: yes", "id: no", "id: y", "id: n"}
