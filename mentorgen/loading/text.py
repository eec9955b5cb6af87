"""The byte gate: what a file must be before anything tries to understand it."""

import re

from mentorgen.loading.faults import Fault, UnreadableError

MOST_BYTES = 64 * 1024
BOM = "\ufeff"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

_BREAKS = "\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_FORBIDDEN = re.compile(
    rf"(?P<breaks>[{_BREAKS}]|\r(?!\n))|(?P<bidi>[{_BIDI}])|(?P<invisible>[{_INVISIBLE}])|[{_CONTROL}]"
)
_HIDDEN = {
    "breaks": "hidden line break {}; delete it and press Enter instead.",
    "bidi": "bidirectional control character {}; delete it.",
    "invisible": "invisible character {}; delete it.",
    None: "control character {}; delete it.",
}
_CONFLICT = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)
_LFS = "version https://git-lfs.github.com/spec/"


def decode(content: bytes) -> str:
    """Turn the bytes of a record into text without a leading byte order mark.

    Raises:
        UnreadableError: the file is too large, not UTF-8, or holds characters that hide something.
    """
    if len(content) > MOST_BYTES:
        raise _unreadable(
            1,
            1,
            "file-too-large",
            f"this file has {len(content):,} bytes; at most {MOST_BYTES:,} are read. Split it.",
        )
    text = _utf8(content).removeprefix(BOM)
    _refuse_hidden_characters(text)
    _refuse_leftovers(text)
    return text


def position(text: str, index: int) -> tuple[int, int]:
    """Give line and column, both from 1, of the character at `index`."""
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _utf8(content: bytes) -> str:
    if content.startswith(_UTF16) or b"\x00" in content[:4]:
        raise _unreadable(
            1, 1, "not-utf-8", "this file looks like UTF-16 or UTF-32; save it as UTF-8."
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = position(before, len(before))
        raise _unreadable(
            line,
            column,
            "not-utf-8",
            f"byte 0x{content[error.start]:02X} is not UTF-8; save this file as UTF-8.",
        ) from None


def _refuse_hidden_characters(text: str) -> None:
    found = _FORBIDDEN.search(text)
    if found is None:
        return
    line, column = position(text, found.start())
    code = f"U+{ord(found[0]):04X}"
    raise _unreadable(line, column, "hidden-character", _HIDDEN[found.lastgroup].format(code))


def _refuse_leftovers(text: str) -> None:
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        line, column = position(text, conflict.start())
        raise _unreadable(
            line, column, "merge-conflict", "a merge conflict is left here; choose one side."
        )
    if text.startswith(_LFS):
        raise _unreadable(
            1, 1, "lfs-pointer", "this is a Git LFS pointer, not a record; store the file itself."
        )


def _unreadable(line: int, column: int, rule: str, message: str) -> UnreadableError:
    return UnreadableError(Fault(line, column, rule, message))
