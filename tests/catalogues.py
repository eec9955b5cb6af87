"""The catalogues of the site's words: `make words` brings them up to date, and a test fails when they are not."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
CATALOGUES = ROOT / "mentorgen/output/locale"
TEMPLATE = CATALOGUES / "mentorgen.pot"
KEYWORDS = {"said": None, "said_n": (1, 2), "_": None, "ngettext": (1, 2), "forms": (1, 2)}
_OPTIONS = {"silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
_SAYS = re.compile(r"\bsaid(_n)?\(")
_EMPTY_HEADS = re.compile(
    r'^"(Project-Id|Report-Msgid|POT-Creation|PO-Revision|Last-Translator|Language-Team|Generated-By).*\n',
    re.MULTILINE,
)


def extracted() -> Catalog:
    """Collect every sentence that the site can say, with the files that say it."""
    catalogue = Catalog(charset="utf-8", header_comment="# What the site says.", fuzzy=False)
    for path in _sources():
        method = "python" if path.suffix == ".py" else "jinja2.ext:babel_extract"
        with path.open("rb") as source:
            for line, message, _, _ in extract(method, source, keywords=KEYWORDS, options=_OPTIONS):
                refuse_two_ways(catalogue, message)
                catalogue.add(message, locations=[(path.relative_to(ROOT).as_posix(), line)])
    return catalogue


def refuse_two_ways(catalogue: Catalog, message: str | tuple[str, ...]) -> None:
    """Refuse a sentence that is counted in one place and not, or otherwise, in another: it would be found once."""
    singular = message if isinstance(message, str) else message[0]
    known = catalogue.get(singular)
    if known is not None and known.id != message:
        raise ValueError(f"{singular!r} is said as {known.id!r} and as {message!r}.")


def brought_up_to_date(language: str, template: Catalog) -> Catalog:
    """Give a language's catalogue with the sentences of the template: new ones empty, gone ones left out."""
    path = CATALOGUES / f"{language}.po"
    with path.open("rb") as source:
        catalogue = read_po(source, locale=language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def text_of(catalogue: Catalog) -> str:
    """Write a catalogue without anything that changes by itself."""
    written = BytesIO()
    write_po(written, catalogue, width=100, sort_by_file=True, include_lineno=False)
    return _EMPTY_HEADS.sub("", written.getvalue().decode())


def languages() -> Iterator[str]:
    """Name the languages that have a catalogue."""
    yield from sorted(path.stem for path in CATALOGUES.glob("*.po"))


def forms_of(message: Message) -> tuple[str, ...]:
    """Give what a catalogue says for a sentence: one form, or as many as the language counts in."""
    text = message.string
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (text or "",)


def missing(catalogue: Catalog) -> list[str]:
    """List the sentences that a catalogue does not say yet."""
    return [str(one.id) for one in catalogue if one.id and not all(forms_of(one))]


def _sources() -> Iterator[Path]:
    for path in sorted((ROOT / "mentorgen").rglob("*.py")):
        if _SAYS.search(path.read_text("utf-8")):
            yield path
    yield from sorted((ROOT / "mentorgen/output").rglob("*.html"))


if __name__ == "__main__":
    found = extracted()
    TEMPLATE.write_text(text_of(found), "utf-8")
    for language in languages():
        updated = brought_up_to_date(language, found)
        (CATALOGUES / f"{language}.po").write_text(text_of(updated), "utf-8")
        print(f"{language}: {len(updated) - len(missing(updated))} of {len(found)} said")  # noqa: T201
