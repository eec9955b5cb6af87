"""The generated reference: `make reference` writes it, and a test fails when it is stale."""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from mentorgen.adapters.cli.main import commands
from mentorgen.adapters.command_pages import command_pages
from mentorgen.adapters.terminal import visible
from mentorgen.loading.layout import SHELVES
from mentorgen.loading.rules import Rule
from mentorgen.model.privacy import Level
from mentorgen.output.reference.api import api_page
from mentorgen.output.reference.commands import commands_page
from mentorgen.output.reference.files import FileKind, files_page
from mentorgen.output.reference.matching import matching_page
from mentorgen.output.reference.rules import EXAMPLES, Example, RulePage, examples_text, rules_page
from mentorgen.output.reference.schemas import SCHEMAS, schema_text
from mentorgen.output.site.pages.api import FILES as API_FILES
from tests.example_files import FOLDER, Section, problems_of, sections_of

ROOT = Path(__file__).parents[1]
REFERENCE = "docs/reference"
PACKAGED = f"mentorgen/output/reference/{EXAMPLES}"
MOST_LINES = 20
LONGEST_LINE = 100


def reference() -> Mapping[str, str]:
    """Give the text of every generated file by its path."""
    examples = {rule.value: found for rule in sorted(Rule) if (found := _example(rule))}
    kinds = [FileKind(shelf.kind, shelf.place, shelf.model) for shelf in SHELVES]
    return {
        PACKAGED: examples_text(examples),
        f"{REFERENCE}/rules.md": rules_page(
            RulePage(
                name=rule.value,
                meaning=rule.meaning,
                mending=rule.mending,
                example=examples.get(rule.value),
            )
            for rule in sorted(Rule)
        ),
        f"{REFERENCE}/files.md": files_page(kinds),
        f"{REFERENCE}/matching.md": matching_page(),
        f"{REFERENCE}/api.md": api_page(API_FILES),
        f"{REFERENCE}/commands.md": commands_page(command_pages(commands, "mentorgen")),
        ".vscode/settings.json": _editor_settings(kinds),
        **_schemas(SCHEMAS, kinds, Level.PUBLIC),
        **_schemas(f"{SCHEMAS}/private", kinds, Level.COORDINATORS),
    }


def _editor_settings(kinds: Iterable[FileKind]) -> str:
    """Tell Visual Studio Code which schema belongs to which file."""
    globs = {one.kind: re.sub("<[a-z]+>", "*", one.place) for one in kinds}
    records = {kind: glob for kind, glob in globs.items() if glob.endswith(".yaml")}
    public = {f"./{SCHEMAS}/{kind.value}.json": glob for kind, glob in records.items()}
    private = {
        f"./{SCHEMAS}/private/{kind.value}.json": glob.replace("program", "examples/private", 1)
        for kind, glob in records.items()
    }
    return json.dumps({"yaml.schemas": {**public, **private}}, indent=2) + "\n"


def _schemas(folder: str, kinds: Iterable[FileKind], readers: Level) -> Mapping[str, str]:
    return {
        f"{folder}/{one.kind.value}.json": schema_text(
            one.kind, one.place, one.model, readers=readers
        )
        for one in kinds
    }


def _example(rule: Rule) -> Example | None:
    """Take the shortest bad example of a rule and the good one of the same name, if there are any."""
    found = (FOLDER / "bad").glob(f"{rule}--*.txt")
    bad = min(found, key=lambda path: (path.stat().st_size, path.name), default=None)
    if bad is None:
        return None
    return Example(
        wrong=_shown(bad), says=problems_of(bad), right=_shown(FOLDER / "good" / bad.name)
    )


def _shown(example: Path) -> Mapping[str, list[str]]:
    return {
        f"{section.path} ({section.unusual})" if section.unusual else section.path: _lines(section)
        for section in sections_of(example)
        if section.path != "problems"
    }


def _lines(section: Section) -> list[str]:
    """Give the lines as they can be printed: what nobody would see is spelt out, what is long cut."""
    text = section.content.decode("utf-8", "backslashreplace")
    lines = [visible(line) for line in text.removesuffix("\n").split("\n") if text]
    cut = [f"{line[:LONGEST_LINE]}…" if len(line) > LONGEST_LINE else line for line in lines]
    return [*islice(cut, MOST_LINES), *(["…"] if len(cut) > MOST_LINES else [])]


def write() -> None:
    """Write every file of the reference and delete what is left of an older one."""
    texts = reference()
    for path in (ROOT / REFERENCE).rglob("*.*"):
        if path.relative_to(ROOT).as_posix() not in texts:
            path.unlink()
    for name, text in texts.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
