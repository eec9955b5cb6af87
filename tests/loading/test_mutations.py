"""Whatever is done to the files of a valid program, loading answers with problems and never fails."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from mentorgen.loading.program import Loaded, load
from mentorgen.model.problems import Problem
from tests.repository_builder import ADA, BEN, GOAL, MEETING, MODULE, PAIRED, TODAY, make_repo

FILES = {
    **PAIRED,
    "program/skills.yaml": "schema: 1\nskills:\n  - {id: docs, label: Docs, aliases: [prose]}\n",
    "program/participants/ada.yaml": (
        f"{ADA}offers:\n  - skill: prose\n    level: can-teach\nlanguages: [en, pt-BR]\n"
        "style: {feedback: direct}\nlinks: ['https://example.org/']\nabout: |\n  I weave.\n"
    ),
    "program/goals/spring/ada-ben/patch.yaml": (
        f"{GOAL}milestones:\n- {{name: First, due: 2026-04-01}}\n- name: Second\n"
    ),
    "program/meetings/spring/ada-ben/2026-03-09.md": MEETING.replace(
        "call\n", "call\npresent: [ada, ben]\ntopics:\n- 'It''s warp'\n- \"and \\u00e9\"\n"
    ),
    "program/log/pairs/spring/ada-ben.yaml": (
        "schema: 1\nfacts:\n- {on: 2026-03-02, kind: confirmed, by: ada}\n"
        "- on: 2026-03-05\n  kind: paused\n  until: 2026-03-20\n"
    ),
    "training/mentors/listening.md": MODULE,
    "private/participants/ben.yaml": "schema: 1\nhours:\n- {day: mon, from: 9:00, to: 10:30}\n",
    "private/log/pairs/spring/ada-ben.yaml": (
        "schema: 1\nfacts:\n- {on: 2026-03-08, kind: concern}\n"
    ),
    "private/participants/cleo.yaml": BEN,
}
PIECES = [
    b"\n",
    b"- ",
    b": ",
    b"  ",
    b"\t",
    b"#",
    b"'",
    b'"',
    b"[",
    b"]",
    b"{",
    b"}",
    b",",
    b"|",
    b"&a ",
    b"*a ",
    b"!t ",
    b"%",
    b"@",
    b"\\",
    b"---\n",
    b"~",
    b"0",
    b"\x00",
    b"\r",
    b"\xff",
    b"\xe2\x80\xae",
    b"\xe2\x80\x8d",
    b"\xed\xa0\x80",
    b"schema: 1\n",
    b"kind: ended\n",
    b"visibility: pair\n",
    b"2026-02-30",
    b"9" * 30,
    b"ada@example.org",
]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the files after a few insertions, deletions and replacements of bytes or lines."""
    name = draw(st.sampled_from(sorted(FILES)))
    content = FILES[name].encode()
    for _ in range(draw(st.integers(1, 3))):
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4))
        lines = content.splitlines(keepends=True) or [b""]
        line = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["insert", "cut", "replace", "swap", "double", "drop"])):
            case "insert":
                at = draw(st.integers(0, len(content)))
                content = content[:at] + piece + content[at:]
            case "cut":
                at = draw(st.integers(0, len(content)))
                content = content[:at] + content[at + draw(st.integers(1, 20)) :]
            case "replace":
                at = draw(st.integers(0, len(content)))
                content = content[:at] + piece + content[at + len(piece) :]
            case "swap":
                content = b"".join([*lines[line:], *lines[:line]])
            case "double":
                content = b"".join([*lines[: line + 1], *lines[line:]])
            case _:
                content = b"".join([*lines[:line], *lines[line + 1 :]])
    return name, content


@given(change=mutated())
def test_a_file_that_was_changed_at_random_leads_to_problems_and_no_failure(
    change: tuple[str, bytes],
) -> None:
    name, content = change
    with TemporaryDirectory() as folder:
        root = make_repo(Path(folder), {**FILES, name: content})
        first, second = _load(root), _load(root)

        for problem in first.problems:
            _assert_is_whole(problem, root)
    assert first.problems == second.problems
    assert list(first.problems) == sorted(set(first.problems))
    assert (first.program is None) is (first.errors > 0)


def _load(root: Path) -> Loaded:
    return load(root, today=TODAY, private=root / "private")


def _assert_is_whole(problem: Problem, root: Path) -> None:
    """A problem is one printable line, and its place lies inside the file or just after its end."""
    text = (root / problem.path).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.split("\n")

    assert 1 <= problem.line <= len(lines)
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    assert problem.message.isprintable()
    assert problem.message.endswith((".", "?"))
    assert str(problem).endswith(f" [{problem.rule}]")


def test_the_files_are_valid_before_they_are_changed(tmp_path: Path) -> None:
    loaded = _load(make_repo(tmp_path, FILES))

    assert loaded.problems == ()
    assert loaded.program is not None
