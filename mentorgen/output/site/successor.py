"""The site as sources for a successor of MkDocs: Markdown files with a head, templates and settings.

Pages stay finished HTML. Each stands on one line of its file, where Markdown takes an element as it is,
whatever people wrote into it.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mentorgen.output.site.page import Page

_TAG = re.compile(r"(<[^>]*>)")
_KEEPS_LINES = re.compile(r"<(/?)(?:pre|textarea)\b")
_SHELL = re.compile(r"\bshell\b")


def page_source(page: Page) -> str:
    """Write a page as a file of Markdown; titles are escaped, since no template of the theme does it."""
    head = {
        "template": "main.html",
        "title": escape(page.title),
        "description": escape(page.description),
        "hide": ["navigation", "toc", "footer"],
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
    return "\n".join(["---", *lines, "---", "", _on_one_line(page.html), ""])


def template_source(template: str) -> str:
    """Let a template find the shell's words among the settings, where no plugin can hand them over."""
    return _SHELL.sub("config.extra.shell", template)


def settings_source(settings: Mapping[str, object]) -> str:
    """Write settings as TOML; what is a mapping at the top is a table, anything within is inline."""
    plain = {key: value for key, value in settings.items() if not isinstance(value, dict)}
    lines = ["[project]", *(f"{key} = {_toml(value)}" for key, value in plain.items())]
    for table, values in settings.items():
        if isinstance(values, dict):
            lines += ["", f"[project.{table}]"]
            said = {key: value for key, value in values.items() if value is not None}
            lines += [f"{_key(key)} = {_toml(value)}" for key, value in said.items()]
    return "\n".join([*lines, ""])


def _on_one_line(html: str) -> str:
    """Take the line ends out: between tags they become spaces, in `pre` what stands for them."""
    keeps = 0
    parts = []
    for part in _TAG.split(html):
        if found := _KEEPS_LINES.match(part):
            keeps += -1 if found[1] else 1
        is_text = not part.startswith("<")
        parts.append(part.replace("\n", "&#10;" if keeps and is_text else " "))
    return "".join(parts).strip()


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else json.dumps(name)


def _toml(value: object) -> str:
    match value:
        case dict():
            inner = (f"{_key(key)} = {_toml(one)}" for key, one in value.items() if one is not None)
            return f"{{{', '.join(inner)}}}"
        case list() | tuple():
            return f"[{', '.join(_toml(one) for one in value)}]"
        case bool() | int() | float():
            return json.dumps(value)
        case _ if callable(value):
            return _toml(_dotted(value))
        case _:
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _dotted(named: Callable[..., object]) -> str:
    """The name of a function that an extension is told, in the successor's own package."""
    name = f"{named.__module__}.{getattr(named, '__qualname__', '')}"
    return re.sub(r"^material\.extensions\b", "zensical.extensions", name)
