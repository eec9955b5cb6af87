"""What each field is for: the words that stand below the field in its model."""

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache

from mentorgen.model.record import Part


@cache
def descriptions_of(model: type) -> Mapping[str, str]:
    """Map the names of a model's fields to their descriptions.

    They are read from the source when somebody asks, so that commands which never do start fast.
    """
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        found |= _in_module(base.__module__).get(base.__name__, {})
    return found


@cache
def _in_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """Map the classes of a module to the texts that follow their fields."""
    if not name.startswith(f"{Part.__module__.partition('.')[0]}."):
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: _in_class(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _in_class(node: ast.ClassDef) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for statement, following in zip(node.body, node.body[1:], strict=False):
        match statement, following:
            case (
                ast.AnnAssign(target=ast.Name(id=field)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[field] = inspect.cleandoc(text)
            case _:
                continue
    return found
