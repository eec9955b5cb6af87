"""A canary program in folders, and which of its tokens a text holds."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mentorgen.loading.program import load
from mentorgen.model.program import Program
from tests.privacy.canaries import TODAY, TOKEN, Canaries, Circle
from tests.privacy.crowd import canary_program
from tests.programs.trees import SITE

_HOURS = re.compile(r"\b0?(3:17|4:43)\b")
"""Exact hours are numbers and no tokens; nothing else in the program is at such times."""
_NO_TEXT = {".woff2", ".png"}
_FOLD = "\r\n "
"""Calendars break long lines, in the middle of a token too."""


@dataclass(frozen=True)
class Laid:
    """The program's folder, its private folder beside it, and every token in them."""

    root: Path
    private: Path
    made: Canaries

    def program(self, *, privately: bool = False) -> Program:
        """Load it without an error."""
        loaded = load(self.root, today=TODAY, private=self.private if privately else None)
        assert loaded.program is not None, loaded.problems[:5]
        return loaded.program

    def told(self, text: str) -> Mapping[Circle, Counter[str]]:
        """Tell whose tokens stand in a text, by circle and by field, each token once."""
        found: dict[Circle, Counter[str]] = {}
        for token in sorted({*TOKEN.findall(text.lower())}):
            planted = self.made.tokens[token]
            found.setdefault(planted.circle, Counter())[planted.where] += 1
        if _HOURS.search(text):
            found.setdefault(Circle.MEMBERS, Counter())["Hours"] += 1
        return found


def lay_out(folder: Path, people: int) -> Laid:
    """Write a canary program, with what it needs to become a site."""
    made = canary_program(people)
    root, private = folder / "public", folder / "confidences"
    for here, files in ((root, {**SITE, **made.files}), (private, made.private)):
        for name, text in files.items():
            path = here / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return Laid(root, private, made)


def text_of(site: Path) -> str:
    """Give every byte of a site that can hold a word, with the names of its files."""
    return "\n".join(_texts(site))


def _texts(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*")):
        yield path.relative_to(site).as_posix()
        if path.is_file() and path.suffix not in _NO_TEXT:
            content = path.read_bytes()
            unpacked = gzip.decompress(content) if path.suffix == ".gz" else content
            yield unpacked.decode("utf-8").replace(_FOLD, "")
