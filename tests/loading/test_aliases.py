from pathlib import Path

from mentorgen.loading.aliases import skill_names
from tests.builders import a_skill
from tests.repository_builder import ADA, BEN, GOAL, PAIR, SMALL, loaded

SKILLS = "schema: 1\nskills:\n- {id: docs, label: Writing docs, aliases: [Prose, DOCUMENTATION]}\n"


def test_every_name_leads_to_one_skill_and_the_first_one_has_it() -> None:
    skills = (
        a_skill("docs", label="Writing Docs", aliases=("Prose",)),
        a_skill("poems", aliases=("prose", "Verse")),
    )

    assert skill_names(skills) == {
        "writing docs": "docs",
        "prose": "docs",
        "poems": "poems",
        "verse": "poems",
    }


def test_whatever_people_write_becomes_the_vocabularys_id(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        {
            **SMALL,
            "program/skills.yaml": SKILLS,
            "program/participants/ada.yaml": f"{ADA}offers: [{{skill: prose, level: some}}]\n",
            "program/participants/ben.yaml": f"{BEN}wants:\n- skill: Writing docs\n",
            "program/pairs/spring/ada-ben.yaml": f"{PAIR}skills: [documentation]\n",
            "program/goals/spring/ada-ben/a.yaml": f"{GOAL}skills: [PROSE]\n",
            "private/log/people/ben.yaml": (
                "schema: 1\nfacts: [{on: 2026-03-02, kind: rated, skill: Prose, value: 3}]\n"
            ),
        },
    )
    program = result.program

    assert result.errors == 0
    assert program is not None
    ada, ben = program.participants.values()
    (pair,) = program.pairs.values()
    (goal,) = program.goals[pair.id]
    (fact,) = program.person_facts[ben.slug]
    assert [offer.skill for offer in ada.offers] == ["docs"]
    assert [want.skill for want in ben.wants] == ["docs"]
    assert pair.skills == ("docs",)
    assert goal.skills == ("docs",)
    assert fact.model_dump()["skill"] == "docs"


def test_a_skill_that_is_no_text_is_left_for_the_check(tmp_path: Path) -> None:
    offers = "offers: [7, {skill: [prose]}]\n"
    result = loaded(
        tmp_path,
        {**SMALL, "program/skills.yaml": SKILLS, "program/participants/ada.yaml": ADA + offers},
    )

    assert [str(problem) for problem in result.problems] == [
        (
            "program/participants/ada.yaml:5:10: offer must be a map of fields, such as {skill: docs}, not '7'. "
            "[map]"
        ),
        "program/participants/ada.yaml:5:21: skill must be a text, not a list or a map. [text]",
    ]
