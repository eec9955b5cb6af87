import ast
import re
from pathlib import Path

import pytest

import mentorgen
from mentorgen.analysis.ownership import Barrier
from mentorgen.analysis.removals import Brake
from mentorgen.loading.rules import Rule

PACKAGE = Path(mentorgen.__path__[0])
CODE = [
    path
    for part in ("loading", "adapters")
    for path in sorted((PACKAGE / part).rglob("*.py"))
    if path.name != "rules.py"
]


def test_every_rule_of_the_catalogue_is_used_and_every_used_rule_is_in_it() -> None:
    used = {
        node.attr
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Rule"
    }

    elsewhere = {one.name for words in (Barrier, Brake) for one in words}
    assert used | elsewhere == {rule.name for rule in Rule}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.stem)
def test_a_problem_is_never_given_a_rule_by_its_bare_name(path: Path) -> None:
    makers = {"Problem", "Fault", "problem", "_problem", "_stop", "_unreadable"}
    bare = [
        argument.value
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in makers
        for argument in node.args
        if isinstance(argument, ast.Constant) and argument.value in set(Rule)
    ]

    assert bare == []


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_has_a_stable_name_and_two_sentences(rule: Rule) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", rule)
    assert re.fullmatch(r"[A-Z][^\n]+\.", rule.meaning)
    assert re.fullmatch(r"[A-Z][^\n]+\.", rule.mending)


def test_a_rule_is_its_name() -> None:
    assert f"{Rule.DUPLICATE_KEY}" == "duplicate-key"
    assert Rule.DUPLICATE_KEY.meaning == "A field stands twice in one place."
