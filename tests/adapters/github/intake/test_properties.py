"""Whatever people write: a form ends in one answer, and whatever is written passes the check."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorgen.adapters.github.intake.asked import Asked, Wanted
from mentorgen.adapters.github.intake.wanted import wanted_by
from mentorgen.loading.forms import filled_form
from mentorgen.loading.program import load
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.intake import ToMend, answer_text
from tests.adapters.github.intake.office import BEN, CONSENT, DANA, TODAY, Office

TRICKY = (
    *(
        "",
        "-",
        "---",
        "...",
        "no",
        "null",
        "~",
        "'",
        '"',
        "# x",
        "a: b",
        "- a",
        "[x]",
        "{x",
        "*a",
        "&a",
    ),
    *("!!str x", "| x", "> x", "%YAML 1.2", "\t x", "a\\", "0x1F", "1e3", "2026-01-01", "\ufeffx"),
    *(
        "@ana",
        "#1",
        "closes #1",
        "::error::x",
        "<!-- x",
        "--> x",
        "<b>",
        "### Which pair?",
        "$(id)",
        "{{x}}",
    ),
    *(
        "ana@example.org",
        "https://example.org",
        "\u202ex",
        "\u2028x",
        "\x00",
        "x" * 301,
        "\U0001f600",
    ),
)
WORDS = st.one_of(st.sampled_from(TRICKY), st.text(max_size=40))
PARAGRAPHS = st.lists(WORDS, max_size=4).map("\n".join)
QUESTIONS = {
    RequestKind.JOIN_AS_MENTEE: (
        "name",
        "line",
        "aim",
        "languages",
        "timezone",
        "wants-other",
        "links",
    ),
    RequestKind.EDIT: ("name", "line", "about", "languages", "offers-other", "links"),
    RequestKind.MEETING: ("day", "minutes", "topics", "notes", "next", "link", "pair"),
    RequestKind.GOAL: ("title", "measure", "due", "milestones", "why"),
    RequestKind.PAUSE: ("until", "pair"),
    RequestKind.INFORMAL_PAIR: ("with", "starts"),
    RequestKind.BOOK: ("mentor", "day", "at"),
}
RIGHT = {
    "name": "Dana", "languages": "en", "day": "2026-03-30", "title": "A goal", "until": "2026-05-01",
    "with": "cleo", "mentor": "ana", "at": "17:00",
}  # fmt: skip
ALWAYS = {
    RequestKind.JOIN_AS_MENTEE: {"consent": CONSENT},
    RequestKind.INFORMAL_PAIR: {"part": "peer"},
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.of(tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("kind", QUESTIONS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_form_ends_in_an_answer_and_a_sound_program(
    office: Office, kind: RequestKind, data: st.DataObject
) -> None:
    right = {name: text for name, text in RIGHT.items() if name in QUESTIONS[kind]}
    answers = {**right, **ALWAYS.get(kind, {})}
    strange = data.draw(st.sets(st.sampled_from(QUESTIONS[kind]), max_size=3))
    answers |= {name: data.draw(PARAGRAPHS) for name in sorted(strange)}
    form = office.form(kind)
    filled = filled_form(f"{form.title}x", office.body(kind, answers), office.forms)
    assert filled is not None
    asked = Asked(
        filled=filled,
        number=1,
        author=DANA if kind is RequestKind.JOIN_AS_MENTEE else BEN,
        asked_on=TODAY,
        program=office.ground().program,
        root=office.root,
    )

    wanted = wanted_by(asked, newest_day=TODAY)

    if isinstance(wanted, Wanted):
        assert is_sound_with(office.root, wanted.files)
        again = wanted_by(replace(asked, written=tuple(wanted.files)), newest_day=TODAY)
        assert again == wanted, "the same form is the same files"
        assert wanted.what.isascii()
    else:
        said = answer_text(ToMend([(one.question, one.message) for one in wanted], None), None, {})
        assert wanted
        assert len(said) < 16_000
        assert not any(line.startswith("::") for line in said.splitlines())


def is_sound_with(root: Path, files: Mapping[str, bytes]) -> bool:
    """Tell whether a program has no error with files that are there for a moment."""
    before = {
        place: (root / place).read_bytes() if (root / place).exists() else None for place in files
    }
    try:
        for place, content in files.items():
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            (root / place).write_bytes(content)
        return load(root, today=TODAY).program is not None
    finally:
        for place, old in before.items():
            if old is None:
                (root / place).unlink()
            else:
                (root / place).write_bytes(old)
