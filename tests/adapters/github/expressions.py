"""The expressions of workflows, as far as ours use them: names, texts, `==`, `!=`, `!`, `&&`, `||` and functions.

https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | Mapping[str, Value] | Sequence[Value] | None"
_TOKENS = re.compile(r"\s*('(?:[^']|'')*'|&&|\|\||==|!=|[!(),]|[\w.*-]+)")
_FILLED = re.compile(r"\$\{\{ (.+?) \}\}")


class Context:
    """What the names of an expression stand for, the folder that is checked out, and whether something failed before."""

    def __init__(
        self, values: Mapping[str, Value], place: Path, *, has_failed: bool = False
    ) -> None:
        self.values = values
        self.place = place
        self.has_failed = has_failed

    def is_true(self, expression: str) -> bool:
        """Tell whether a condition holds; one that is not there always does."""
        return not expression or bool(self.value(expression))

    def filled(self, text: str) -> str:
        """Put values into a text."""
        return _FILLED.sub(lambda found: _written(self.value(found[1])), text)

    def value(self, expression: str) -> Value:
        """Work an expression out."""
        words = _TOKENS.findall(expression.strip())
        assert "".join(words) == re.sub(r"\s(?=(?:[^']*'[^']*')*[^']*$)", "", expression.strip())
        return _Reader(words, self).either()


class _Reader:
    def __init__(self, words: list[str], context: Context) -> None:
        self.words = words
        self.context = context

    def either(self) -> Value:
        value = self.both()
        while self._takes("||"):
            other = self.both()
            value = value or other
        return value

    def both(self) -> Value:
        value = self.same()
        while self._takes("&&"):
            other = self.same()
            value = other if value else value
        return value

    def same(self) -> Value:
        value = self.one()
        if self._takes("=="):
            return value == self.one()
        if self._takes("!="):
            return value != self.one()
        return value

    def one(self) -> Value:
        if self._takes("!"):
            return not self.one()
        if self._takes("("):
            value = self.either()
            assert self._takes(")")
            return value
        word = self.words.pop(0)
        if word.startswith("'"):
            return word[1:-1].replace("''", "'")
        return self._called(word) if self._takes("(") else _named(self.context.values, word)

    def _called(self, name: str) -> Value:
        if self._takes(")"):
            return _FUNCTIONS[name](self.context)
        given = [self.either()]
        while self._takes(","):
            given.append(self.either())
        assert self._takes(")")
        return _FUNCTIONS[name](self.context, *given)

    def _takes(self, word: str) -> bool:
        if self.words[:1] != [word]:
            return False
        self.words.pop(0)
        return True


def _named(values: Value, name: str) -> Value:
    """Follow a name; what is not there is nothing, and `*` stands for every entry."""
    at, _, rest = name.partition(".")
    if at == "*":
        assert isinstance(values, Sequence)
        return [_named(one, rest) for one in values]
    found = values.get(at) if isinstance(values, Mapping) else None
    return _named(found, rest) if rest else found


def _join(_: Context, values: Value, joint: Value) -> Value:
    assert isinstance(values, Sequence)
    return str(joint).join(map(_written, values))


def _hash_files(context: Context, pattern: Value) -> Value:
    return "a-hash" if [*context.place.glob(str(pattern))] else ""


_FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "failure": lambda context: context.has_failed,
    "hashFiles": _hash_files,
    "join": _join,
}


def _written(value: Value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
