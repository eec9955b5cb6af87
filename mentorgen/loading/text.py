"""The byte gate: what a file must be before anything tries to understand it."""

import re

from mentorgen.loading.faults import Fault, UnreadableError
from mentorgen.loading.rules import Rule

MOST_BYTES = 64 * 1024
BOM = "\ufeff"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_HARMLESS = bytes((*b"\t\n", *range(0x20, 0x7F)))
"""Bytes that need no closer look."""

_BREAKS = "\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ufdd0-\ufdef\U0001d173-\U0001d17a"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_FORBIDDEN = re.compile(
    rf"(?P<breaks>[{_BREAKS}]|\r(?!\n))|(?P<bidi>[{_BIDI}])|(?P<invisible>[{_INVISIBLE}])|[{_CONTROL}]"
)
_IN_PROSE_ONLY = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u2800\u3164"
    "\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Joiners, fillers and marks that some scripts need, and that no keyword does."""
_HIDDEN = {
    "breaks": "hidden line break {}; delete it and press Enter instead.",
    "bidi": "bidirectional control character {}; delete it.",
    "invisible": "invisible character {}; delete it.",
    None: "control character {}; delete it.",
}
_CONFLICTS = ("\n<<<<<<< ", "\n>>>>>>> ")
_MARKS = ("<<<<<<< ", ">>>>>>> ", "git-lfs")
_LFS = "version https://git-lfs.github.com/spec/"


def decode(content: bytes) -> str:
    """Turn the bytes of a record into text without a leading byte order mark.

    Raises:
        UnreadableError: the file is too large, not UTF-8, or holds characters that hide something.
    """
    if len(content) > MOST_BYTES:
        raise _unreadable(
            (1, 1),
            Rule.FILE_TOO_LARGE,
            f"this file has more than {MOST_BYTES:,} bytes, too many to read. Split it.",
        )
    if content.translate(None, _HARMLESS):
        text = _utf8(content).removeprefix(BOM)
        _refuse_hidden_characters(text)
    else:
        text = content.decode("ascii")
    _refuse_leftovers(text)
    return text


def hidden_character(text: str) -> tuple[int, str] | None:
    """Find the first character that hides something: its index and what to say of it."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    return found.start(), _HIDDEN[found.lastgroup].format(_code(found[0]))


def invisible_in_keyword(text: str) -> str | None:
    """Say which invisible character stands in a word that is no prose."""
    found = _IN_PROSE_ONLY.search(text)
    return f"invisible character {_code(found[0])}; delete it." if found else None


def line_of_other_end(text: str) -> int | None:
    """Give the first line that does not end as the first line does, counted from 1."""
    if "\r" not in text:
        return None
    ends = [line.endswith("\r") for line in text.split("\n")[:-1]]
    return ends.index(not ends[0]) + 1 if len(set(ends)) > 1 else None


def position(text: str, index: int) -> tuple[int, int]:
    """Give line and column, both from 1, of the character at `index`."""
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _utf8(content: bytes) -> str:
    if content.startswith(_UTF16) or _looks_wide(content):
        raise _unreadable(
            (1, 1),
            Rule.NOT_UTF_8,
            "this file looks like UTF-16 or UTF-32; save it as UTF-8.",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(BOM)
        raise _unreadable(
            position(before, len(before)),
            Rule.NOT_UTF_8,
            f"byte 0x{content[error.start]:02X} is not UTF-8; save this file as UTF-8.",
        ) from None


def _looks_wide(content: bytes) -> bool:
    """Tell whether bytes that hold NUL make up fields when two or four of them are a character."""
    if b"\x00" not in content:
        return False
    whole = content[: len(content) // 4 * 4] or content
    texts = (whole.decode(encoding, errors="ignore") for encoding in _WIDE)
    return any(":" in text and hidden_character(text) is None for text in texts)


def _refuse_hidden_characters(text: str) -> None:
    hidden = hidden_character(text)
    if hidden is not None:
        index, message = hidden
        raise _unreadable(position(text, index), Rule.HIDDEN_CHARACTER, message)


def _refuse_leftovers(text: str) -> None:
    if not any(map(text.__contains__, _MARKS)):
        return
    after_a_break = f"\n{text}"
    conflicts = [at for mark in _CONFLICTS if (at := after_a_break.find(mark)) >= 0]
    if conflicts:
        raise _unreadable(
            position(text, min(conflicts)),
            Rule.MERGE_CONFLICT,
            "a merge conflict is left here; choose one side.",
        )
    if text.startswith(_LFS):
        raise _unreadable(
            (1, 1),
            Rule.LFS_POINTER,
            "this is a Git LFS pointer, not a record; store the file itself.",
        )


def _unreadable(at: tuple[int, int], rule: Rule, message: str) -> UnreadableError:
    return UnreadableError(Fault(*at, rule, message))


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
