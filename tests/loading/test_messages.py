"""Every sentence about a value, whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorgen.loading.layout import SHELVES, Shelf
from tests.repository_builder import ADA, COHORT, PAIRED, SMALL, problem_lines

ADA_FILE = "program/participants/ada.yaml"
LOG = "program/log/pairs/spring/ada-ben.yaml"
SAID = {
    "role:\n": "5:6: role is empty. Write something. [text]",
    "role: ''\n": "5:7: role is empty. Write something. [text]",
    "line: ''\n": "5:7: line is empty. Write something, or leave the field out. [text]",
    "consent: {version: 1}\n": (
        "5:10: given is missing. Add 'given: …', a date such as 2026-03-01. [missing-field]"
    ),
    "consent: {version: 1, given: 2026-01-10, shows: [hat]}\n": (
        "5:50: shows must be 'time-zone', 'parts-of-day', 'links', 'ask-by-name', 'last-active', "
        "'calendar' or 'story', not 'hat'. [choice]"
    ),
    "capacity: -07\n": (
        "5:11: capacity must be a whole number without a zero in front; write -7. [whole-number]"
    ),
    "languages: english\n": "5:12: languages must be a list, such as [en], not 'english'. [list]",
    "languages: [Deutsch]\n": (
        "5:13: language must be a language code such as en, pt-BR or zh-Hans, not 'Deutsch'. "
        "Did you mean 'de'? [language]"
    ),
    "wants: [python]\n": (
        "5:9: want must be a map of fields, such as {skill: python}, not 'python'. [map]"
    ),
    "wants: {skill: python}\n": (
        "5:8: wants must be a list, such as [{skill: docs}], not a map. [list]"
    ),
    "hours: mon\n": (
        "5:8: hours must be a list, such as [{day: mon, from: 17:30, to: 18:30}], not 'mon'. [list]"
    ),
    "E-Mail: by pigeon\n": (
        "5:1: unknown field 'E-Mail'. How to reach somebody belongs into 'contact', "
        "in the private folder. [unknown-field]"
    ),
    "birthday: 1 May\n": (
        "5:1: unknown field 'birthday'. This is never stored; delete it. [unknown-field]"
    ),
    "full_nam: Ada\n": "5:1: unknown field 'full_nam'. Did you mean 'full_name'? [unknown-field]",
    "role: 3\n": "5:7: role must be 'mentor', 'mentee' or 'both', not '3'. [role]",
    "role: [mentor]\n": "5:7: role must be 'mentor', 'mentee' or 'both', not a list. [role]",
    "role: {a: b}\n": "5:7: role must be 'mentor', 'mentee' or 'both', not a map. [role]",
    "style: {contact: mail}\n": (
        "5:18: contact must be 'calls', 'writing' or 'mixed', not 'mail'. [choice]"
    ),
    "style: direct\n": "5:8: style must be a map of fields, not 'direct'. [map]",
    "style: {tone: soft}\n": (
        "5:9: unknown field 'tone'. Allowed here: feedback, structure, learning, contact. "
        "[unknown-field]"
    ),
    "offers: [docs]\n": (
        "5:10: offer must be a map of fields, such as {skill: docs}, not 'docs'. [map]"
    ),
    "offers: [{skills: a}]\n": (
        "5:10: skill is missing. Add 'skill: …'. [missing-field]|"
        "5:11: unknown field 'skills'. Did you mean 'skill'? [unknown-field]"
    ),
    "slug: ada\n": "5:1: 'slug' comes from the file's name; delete it here. [unknown-field]",
    "line: [a]\n": "5:7: line must be a text, not a list or a map. [text]",
    "languages: [en, 1]\n": (
        "5:17: language must be a language code such as en, pt-BR or zh-Hans, not '1'. [language]"
    ),
    "languages: {a: b}\n": "5:12: languages must be a list, such as [one, two], not a map. [list]",
    "capacity: -1\n": "5:11: capacity must be at least 0, not '-1'. [range]",
    "capacity: 21\n": "5:11: capacity must be at most 20, not '21'. [range]",
    "capacity: [1]\n": (
        "5:11: capacity must be a whole number written with the digits 0-9, not a list. "
        "[whole-number]"
    ),
    "capacity: ''\n": "5:11: capacity is empty. Write something, or leave the field out. [text]",
    "consent: true\n": (
        "5:10: consent must be a map of fields, such as {version: 1, given: 2026-03-01}, "
        "not 'true'. [map]"
    ),
    "capacity: '3'\n": "5:11: capacity must be a whole number; write 3 without quotes. [whole-number]",
    "languages: en\n": "5:12: languages must be a list, such as [en], not 'en'. [list]",
    "joined: 2026-5-4\n": (
        "5:9: joined must be a date such as 2026-03-01, not '2026-5-4'. Did you mean 2026-05-04? "
        "[date]"
    ),
    "joined: 2026/02/30\n": (
        "5:9: joined must be a date such as 2026-03-01, not '2026/02/30'. There is no such day. "
        "[date]"
    ),
    "github: https://github.com/ana\n": (
        "5:9: github must be a GitHub login (letters a-z, digits, single hyphens; no '@'), "
        "not 'https://github.com/ana'. Did you mean 'ana'? [login]"
    ),
    "links: ['https://a b']\n": (
        "5:9: link must be a link such as https://example.org/page, not 'https://a b'. [link]"
    ),
    "line: ' '\n": "5:7: line holds nothing that can be seen. Write something. [text]",
    "line: \u3164\n": "5:7: line holds an invisible character U+3164; delete it. [hidden-character]",
    "line: "
    + "x" * 300
    + "\u200d\n": "5:7: line has 301 characters; at most 300 fit. Shorten it. [too-long]",
    "joined: tomorrow\n": "5:9: joined must be a date such as 2026-03-01, not 'tomorrow'. [date]",
    "joined: 1989-12-31\n": (
        "5:9: joined must lie between 1990 and five years from now, not on '1989-12-31'. [date]"
    ),
    "offers: [{skill: Writing docs!}]\n": (
        "5:18: skill 'Writing docs!' is no id. Ids are lower-case letters, digits and single "
        "hyphens: 'writing-docs'. [id]"
    ),
    "offers: [{skill: ''}]\n": ("5:18: skill is empty. Write something. [text]"),
    "offers: [{skill: '?'}]\n": (
        "5:18: skill '?' is no id. Ids are lower-case letters, digits and single hyphens. [id]"
    ),
    "offers: [{skill: a/b}]\n": (
        "5:18: skill 'a/b' is no id. Write the id alone, without a path. [id]"
    ),
    "line: "
    + "x" * 301
    + "\n": "5:7: line has 301 characters; at most 300 fit. Shorten it. [too-long]",
    "github: '" + "a" * 30 + "!'\n": (
        "5:9: github must be a GitHub login (letters a-z, digits, single hyphens; no '@'), "
        f"not '{'a' * 30}!'. [login]"
    ),
    "colour: " + "a" * 70 + "\n": (
        "5:9: colour must be 'blue', 'red', 'green', 'purple', 'orange' or 'yellow', "
        f"not '{'a' * 59}…'. [choice]"
    ),
}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=[text[:30] for text in SAID])
def test_a_value_that_does_not_fit_gets_a_sentence(text: str, said: str, tmp_path: Path) -> None:
    name = text.partition(":")[0]
    base = "".join(line for line in ADA.splitlines(keepends=True) if not line.startswith(name))
    base += "# in place of it\n" * (ADA.count("\n") - base.count("\n"))

    lines = problem_lines(tmp_path, {**SMALL, ADA_FILE: base + text})

    assert lines == [f"{ADA_FILE}:{one}" for one in said.split("|")]


FACTS = {
    "{on: 2026-03-02}": (
        "3:3: this fact does not say what it is. Add 'kind: …', such as 'kind: confirmed'. "
        "[fact-kind]"
    ),
    "{on: 2026-03-02, kind: zzz}": (
        "3:26: 'zzz' is no kind of fact. Kinds are: applied, accepted, declined, withdrawn, "
        "confirmed, agreed, asked, planned, cancelled, snoozed, paused, resumed, opted-out, opted-in, completed, waived, "
        "ending, ended, left, thanked, wishes-to-mentor, vetoed, answered, rated, reflected, "
        "concern, concern-answered, reason. [fact-kind]"
    ),
    "{on: 2026-03-02, kind: pausd}": (
        "3:26: 'pausd' is no kind of fact. Did you mean 'paused'? [fact-kind]"
    ),
    "{on: 2026-03-02, kind: [paused]}": (
        "3:26: a list is no kind of fact. Kinds are: applied, accepted, declined, withdrawn, "
        "confirmed, agreed, asked, planned, cancelled, snoozed, paused, resumed, opted-out, opted-in, completed, waived, "
        "ending, ended, left, thanked, wishes-to-mentor, vetoed, answered, rated, reflected, "
        "concern, concern-answered, reason. [fact-kind]"
    ),
    "{on: 2026-03-02, kind: paused}": (
        "3:3: until is missing. Add 'until: …', a date such as 2026-03-01. [missing-field]"
    ),
    "{on: 2026-03-02, kind: ended}": (
        "3:3: outcome is missing. Add 'outcome: …', which is 'completed', 'changed' or 'stopped'. "
        "[missing-field]"
    ),
    "{on: 2026-03-02, kind: paused, until: 1}": (
        "3:41: until must be a date such as 2026-03-01, not '1'. [date]"
    ),
    "{on: 2026-03-02, kind: resumed, til: 1}": (
        "3:35: unknown field 'til'. Allowed here: on, by, replaces, kind. [unknown-field]"
    ),
    "{on: 2026-03-02, kind: resumed, replaces: {day: 1}}": (
        "3:45: kind is missing. Add 'kind: …'. [missing-field]|"
        "3:45: on is missing. Add 'on: …', a date such as 2026-03-01. [missing-field]|"
        "3:46: unknown field 'day'. Allowed here: on, kind, by. [unknown-field]"
    ),
    "paused": (
        "3:3: fact must be a map of fields, such as {on: 2026-03-01, kind: confirmed, by: ana}, "
        "not 'paused'. [map]"
    ),
}


@pytest.mark.parametrize(("fact", "said"), FACTS.items(), ids=FACTS)
def test_a_fact_that_does_not_fit_gets_a_sentence(fact: str, said: str, tmp_path: Path) -> None:
    lines = problem_lines(tmp_path, {**PAIRED, LOG: f"schema: 1\nfacts:\n- {fact}\n"})

    assert lines == [f"{LOG}:{one}" for one in said.split("|")]


@pytest.mark.parametrize(
    ("stages", "said"),
    [
        ("[]", "3:9: stages needs at least one entry. [list]"),
        (
            str(["{name: n, weeks: 1}"] * 21).replace("'", ""),
            "3:9: stages has more than 20 entries; at most 20 are read. Shorten it. [too-long]",
        ),
    ],
)
def test_a_list_has_its_limits(stages: str, said: str, tmp_path: Path) -> None:
    plan = "program/plans/long.yaml"

    assert problem_lines(
        tmp_path, {**SMALL, plan: f"schema: 1\nname: Long\nstages: {stages}\n"}
    ) == [f"{plan}:{said}"]


def test_answers_are_at_least_two(tmp_path: Path) -> None:
    text = (
        "---\nschema: 1\ntitle: T\naudience: [mentor]\nminutes: 1\nobjectives: [o]\n"
        "reviewed: 2026-01-01\nquiz: [{question: q, answers: [a], right: 1, why: w}]\n---\n"
    )

    assert problem_lines(tmp_path, {**SMALL, "training/mentors/t.md": text}) == [
        "training/mentors/t.md:8:31: answers needs at least 2 entries. [list]"
    ]


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("", "1:8: schema must be 1, not ''. [schema]"),
        ("0", "1:9: schema must be 1, not '0'. [schema]"),
        ("one", "1:9: schema must be 1, not 'one'. [schema]"),
        ("'1'", "1:9: schema must be 1, not '1'. [schema]"),
        ("[1]", "1:9: schema must be 1, not a list. [schema]"),
        (
            "2",
            "1:9: written for a newer mentorgen (2); this one knows 1. Update mentorgen. [schema]",
        ),
    ],
)
def test_a_version_that_is_not_ours_gets_a_sentence(schema: str, said: str, tmp_path: Path) -> None:
    file = "program/cohorts/spring.yaml"
    text = COHORT.replace("schema: 1", f"schema: {schema}".rstrip())

    assert problem_lines(tmp_path, {**SMALL, file: text}) == [f"{file}:{said}"]


KNOWN = {"ge", "le", "max_length", "min_length", "pattern", "strict"}


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.kind)
def test_no_model_asks_for_what_no_sentence_explains(shelf: Shelf) -> None:
    limits = {"gt", "lt", "multiple_of", "ge", "le", "max_length", "min_length", "pattern"}
    asked = [*_constraints(shelf.model.__pydantic_core_schema__)]

    assert {name for name, _, _ in asked if name in limits} <= KNOWN
    assert {value for name, kind, value in asked if name == "min_length" and kind == "str"} <= {1}


def _constraints(schema: object) -> Iterator[tuple[str, object, object]]:
    """Walk pydantic's own description of a model down to the limits of each value."""
    if isinstance(schema, dict):
        for name, value in schema.items():
            if isinstance(value, (int, str)):
                yield name, schema.get("type"), value
            yield from _constraints(value)
    elif isinstance(schema, (list, tuple)):
        for inner in schema:
            yield from _constraints(inner)


def test_only_a_private_file_is_told_of_the_fields_that_belong_there(tmp_path: Path) -> None:
    unknown = "5:1: unknown field 'zzz'. Allowed here: schema, name, role,"

    private, public = problem_lines(
        tmp_path,
        {
            **SMALL,
            ADA_FILE: f"{ADA}zzz: 1\n",
            "private/participants/cleo.yaml": f"{ADA}zzz: 1\n",
        },
    )

    assert unknown in public
    assert unknown in private
    assert "full_name" not in public
    assert "full_name, team, hours, reports_to, contact, background. [" in private
