"""Files as people write them: styles with marks on their lines, filled in with contents."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mentorgen.model.ids import Kind

_CONTENTS: Mapping[str, Mapping[str, str]] = {
    "latin": {
        "name": "Ana Rivers",
        "word": "Ana",
        "text": "I like looms; and long walks, by day",
        "note": "she said so",
    },
    "arabic": {
        "name": "ليلى الحداد",
        "word": "ليلى",
        "text": "أحب النسيج والكتب الطويلة",
        "note": "كما قالت",
    },
    "chinese": {
        "name": "林 小雨",
        "word": "小雨",
        "text": "我喜欢织布, 也喜欢散步",
        "note": "她这样说: 好",
    },
    "emoji": {
        "name": "Zoë 🧵 García",
        "word": "👩‍💻",
        "text": "🌍🌏 looms and 🧵 threads",
        "note": "🙂 # really",
    },
    "odd": {
        "name": "Dr. 7 of 9 (they/them)",
        "word": "-17:30",
        "text": "https://ana.example.org/#top says 100% of *it*",
        "note": "key: [value, {",
    },
}


@dataclass(frozen=True, slots=True)
class Written:
    """A file in one style; `marks` names, line by line, the values that stand there."""

    name: str
    content: bytes
    marks: tuple[frozenset[str], ...]
    kind: Kind
    note: str

    def lines(self) -> list[str]:
        """Give the file's lines with their ends."""
        return self.content.decode("utf-8-sig").splitlines(keepends=True)


def written_files() -> tuple[Written, ...]:
    """Fill every style with every content."""
    text = (Path(__file__).parent / "human_styles.txt").read_text(encoding="utf-8")
    styles = text.split("\n== ")[1:]
    return tuple(
        _written(style, content, words) for style in styles for content, words in _CONTENTS.items()
    )


def _written(style: str, content: str, words: Mapping[str, str]) -> Written:
    title, *rows = style.rstrip("\n").split("\n")
    name, _, rest = title.partition(" [")
    traits = rest.rstrip("]").split()
    rows = [row for row in rows if row]
    marks = tuple(frozenset(row.partition("|")[0].split()) for row in rows)
    lines = [_filled(row.partition("|")[2], words) for row in rows]
    text = "".join(line + _end(traits, number) for number, line in enumerate(lines))
    text = text.rstrip("\r\n") if "open" in traits else text
    raw = (b"\xef\xbb\xbf" if "bom" in traits else b"") + text.encode()
    kind = Kind.MEETING if "markdown" in traits else Kind.PARTICIPANT
    return Written(f"{name} - {content}", raw, marks, kind, words["note"])


def _end(traits: list[str], number: int) -> str:
    return "\r\n" if "crlf" in traits or ("mixed" in traits and number % 2) else "\n"


def _filled(line: str, words: Mapping[str, str]) -> str:
    for name, word in {**words, "sp": " ", "tab": "\t"}.items():
        line = line.replace(f"{{{name}}}", word)
    return line
