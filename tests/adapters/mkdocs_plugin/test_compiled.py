"""Compiled templates are kept, and never those of another text."""

import pytest
from jinja2 import DictLoader, Environment

from mentorgen.adapters.mkdocs_plugin.compiled import CompiledTemplates


class NoCompiler(Environment):
    def _generate(self, *_: object, **__: object) -> str:
        raise NotImplementedError


def test_a_template_is_compiled_once_for_all_environments() -> None:
    kept = CompiledTemplates()
    loader = DictLoader({"page": "{{ 1 + 1 }}"})
    Environment(loader=loader, bytecode_cache=kept).get_template("page")

    again = NoCompiler(loader=loader, bytecode_cache=kept).get_template("page")

    assert again.render() == "2"


def test_a_template_that_changed_is_compiled_again() -> None:
    kept = CompiledTemplates()
    Environment(loader=DictLoader({"page": "old"}), bytecode_cache=kept).get_template("page")
    changed = DictLoader({"page": "new"})

    assert Environment(loader=changed, bytecode_cache=kept).get_template("page").render() == "new"
    with pytest.raises(NotImplementedError):
        NoCompiler(loader=DictLoader({"page": "newer"}), bytecode_cache=kept).get_template("page")
