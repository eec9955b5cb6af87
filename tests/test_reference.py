"""The reference in docs/ says what the code does: `make reference` writes it again."""

import re

import pytest

from mentorgen.output.reference.files import EXAMPLES as ANCHORS
from tests.reference import REFERENCE, ROOT, reference

WRITTEN = reference()


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_of_the_reference_is_as_the_code_would_write_it(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == WRITTEN[name]


def test_nothing_else_lies_in_the_reference() -> None:
    lying = {path.relative_to(ROOT).as_posix() for path in (ROOT / REFERENCE).rglob("*.*")}

    assert lying == {name for name in WRITTEN if name.startswith(REFERENCE)}


def test_the_handbook_shows_a_file_of_every_kind() -> None:
    text = (ROOT / "docs/handbook/files.md").read_text(encoding="utf-8")
    headings = re.findall("^## (.+)", text, re.MULTILINE)

    assert set(ANCHORS.values()) <= {heading.lower().replace(" ", "-") for heading in headings}
