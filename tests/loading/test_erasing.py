"""Taking a person out of single files: ids in every place, texts in every script."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorgen.errors import CannotEditError
from mentorgen.loading.erasing import Held, erasing_steps
from mentorgen.loading.erasing_files import held_files
from mentorgen.loading.erasing_references import Gap, edits_without
from mentorgen.loading.erasing_words import words_of
from mentorgen.loading.layout import SHELVES, spot_of
from mentorgen.loading.shapes import shapes_of
from mentorgen.loading.yaml_events import Value
from mentorgen.model.erasure import Gone, Hit, Identity, Stays
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Kind, PairId, Slug
from mentorgen.model.logs import FACTS
from mentorgen.model.record import Part
from mentorgen.model.words import Form

ANA = Identity(Slug("ana"), ("Ana Rivers",), ("example-ana", "123456"))
GAP = Gap(
    ANA,
    words_of(ANA),
    {
        PairId("spring/gone"): Gone(),
        PairId("spring/table"): Stays(Form.GROUP, PairId("spring/table")),
        PairId("spring/ana-table"): Stays(Form.GROUP, PairId("spring/table-2")),
    },
)
LOG = "program/log/pairs/spring/table.yaml"
PERSON_LOG = "program/log/people/ben.yaml"


def _held(name: str, text: str) -> Held:
    return Held(Path("/x") / name, name, text.encode(), spot_of(name))


def _after(name: str, text: str, *, replacement: str | None = None) -> str | None:
    """Give what a file says afterwards; None where it goes."""
    steps, _ = erasing_steps([_held(name, text)], GAP, replacement=replacement)
    if not steps:
        return text
    (step,) = steps
    return step.content.decode() if step.content is not None else None


def _hits(text: str, who: Identity = ANA) -> list[tuple[int, int, bool]]:
    found = words_of(who).hits("a.md", text)
    return [(hit.line, hit.column, hit.certain) for hit in found]


@pytest.mark.parametrize(
    ("fact", "after"),
    [
        ("{on: 2026-03-01, kind: confirmed, by: ana}", None),
        ("{on: 2026-03-01, kind: left, by: ana}", None),
        ("{on: 2026-03-01, kind: concern, by: ana}", None),
        (
            "{on: 2026-03-01, kind: confirmed, by: ben}",
            "{on: 2026-03-01, kind: confirmed, by: ben}",
        ),
        ("{on: 2026-03-01, kind: ending, by: ana}", "{on: 2026-03-01, kind: ending}"),
        (
            "{on: 2026-03-02, kind: left, by: ben, replaces: {on: 2026-03-01, kind: left, by: ana}}",
            "{on: 2026-03-02, kind: left, by: ben}",
        ),
        (
            "{on: 2026-03-02, kind: ending, replaces: {on: 2026-03-01, kind: ending, by: ana}}",
            "{on: 2026-03-02, kind: ending, replaces: {on: 2026-03-01, kind: ending}}",
        ),
    ],
)
def test_their_own_words_go_and_what_they_wrote_of_others_stays_without_them(
    fact: str, after: str | None
) -> None:
    kept = "- {on: 2026-03-01, kind: ending}\n"
    text = f"schema: 1\nfacts:\n- {fact}\n{kept}"

    expected = f"schema: 1\nfacts:\n{f'- {after}' if after else ''}\n{kept}".replace("\n\n", "\n")
    assert _after(LOG, text) == expected


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        (LOG, "schema: 1\nfacts:\n- {on: 2026-03-01, kind: agreed, by: ana}\n", None),
        (PERSON_LOG, "schema: 1\nfacts:\n- {on: 2026-03-01, kind: vetoed, who: ana}\n", None),
        (
            PERSON_LOG,
            "schema: 1\nfacts:\n- {on: 2026-03-01, kind: left, by: ana}\n- {kind: opted-out, by: ana}\n",
            "schema: 1\nfacts:\n- {on: 2026-03-01, kind: left}\n- {kind: opted-out}\n",
        ),
        (
            PERSON_LOG,
            "schema: 1\nfacts:\n- {kind: opted-in, replaces: {kind: opted-out, by: ana}}\n",
            "schema: 1\nfacts:\n- {kind: opted-in, replaces: {kind: opted-out}}\n",
        ),
        (
            PERSON_LOG,
            "schema: 1\nfacts:\n- {kind: answered, pair: spring/gone}\n- {kind: answered, pair: spring/table}\n",
            "schema: 1\nfacts:\n- {kind: answered, pair: spring/table}\n",
        ),
        (
            PERSON_LOG,
            "schema: 1\nfacts:\n- {kind: answered, pair: spring/ana-table}\n",
            "schema: 1\nfacts:\n- {kind: answered, pair: spring/table-2}\n",
        ),
        ("program/meetings/spring/table/2026-03-01.md", "---\npresent: [ana]\n---\n", None),
        (
            "program/meetings/spring/table/2026-03-01.md",
            "---\npresent: []\n---\n",
            "---\npresent: []\n---\n",
        ),
        (
            "program/goals/spring/table/read.yaml",
            "title: Read\nowner: ana # she\n",
            "title: Read\n",
        ),
        ("program/goals/spring/gone/read.yaml", "title: Read\n", None),
        (
            "program/participants/ben.yaml",
            "name: Ben\nreports_to: ana\nlinks: [https://x.org/example-ana, https://x.org/example-anna]\n",
            "name: Ben\nlinks: [https://x.org/example-anna]\n",
        ),
        ("program/participants/ana.yaml", "name: Ana\n", None),
        (
            "program/program.yaml",
            "coordinators: [ana]\nrepository: https://x.org/example-ana/y\n",
            "coordinators: []\nrepository: https://x.org/example-ana/y\n",
        ),
        ("program/events/spring/start.yaml", "link: https://x.org/ana\nname: S\n", "name: S\n"),
        ("program/proposals/spring/1.json", '{"a": ["ana"]}', None),
        ("program/proposals/spring/1.json", '{"a": ["anna"]}', '{"a": ["anna"]}'),
        ("program/participants/eve.yaml", "a: [1", "a: [1"),
    ],
)
def test_each_file_says_what_is_right_without_them(name: str, text: str, after: str | None) -> None:
    assert _after(name, text) == after


def test_a_group_that_becomes_a_pair_says_so() -> None:
    gap = Gap(
        ANA, GAP.words, {PairId("spring/table"): Stays(Form.ONE_TO_ONE, PairId("spring/table"))}
    )
    held = _held(
        "program/pairs/spring/table.yaml", "form: group\nmentors: [ben]\nmentees: [ana, chi]\n"
    )

    (step,), _ = erasing_steps([held], gap)

    assert step.content == b"form: one-to-one\nmentors: [ben]\nmentees: [chi]\n"
    assert step.step.what == (
        "'form' becomes 'one-to-one' (line 1)",
        "the entry of 'mentees' that names them goes (line 3)",
    )


def test_a_private_file_without_a_form_is_given_none() -> None:
    gap = Gap(
        ANA, GAP.words, {PairId("spring/table"): Stays(Form.ONE_TO_ONE, PairId("spring/table"))}
    )

    assert erasing_steps([_held("program/pairs/spring/table.yaml", "mentees: [ben]\n")], gap) == (
        (),
        (),
    )


def test_files_of_a_relationship_with_another_id_move_before_they_go() -> None:
    goal = _held("program/goals/spring/ana-table/read.yaml", "title: Read\n")
    pair = _held("program/pairs/spring/ana-table.yaml", "form: group\nmentees: [ana, ben, chi]\n")

    steps, hits = erasing_steps([goal, pair], GAP)

    assert [(str(step.file), step.content) for step in steps] == [
        ("/x/program/pairs/spring/table-2.yaml", b"form: group\nmentees: [ben, chi]\n"),
        ("/x/program/goals/spring/table-2/read.yaml", b"title: Read\n"),
        ("/x/program/goals/spring/ana-table/read.yaml", None),
        ("/x/program/pairs/spring/ana-table.yaml", None),
    ]
    assert hits == ()


def _places() -> Iterator[tuple[Kind, dict[str, Value]]]:
    """Fill in their id wherever a model can name a participant or a pair that goes."""
    for shelf in SHELVES:
        for filled in _filled(shelf.model):
            yield shelf.kind, filled


def _filled(model: type[Part]) -> Iterator[dict[str, Value]]:
    names: dict[Kind, Value] = {Kind.PARTICIPANT: "ana", Kind.PAIR: "spring/gone"}
    for shape in shapes_of(model):
        if shape.refers in names and shape.source is None:
            one = names[shape.refers]
            is_many = "tuple" in str(model.model_fields[shape.name].annotation)
            yield {shape.written: [one] if is_many else one}
        for part in shape.parts:
            kind = next((kind for kind, fact in FACTS.items() if fact is part), None)
            for inner in _filled(part):
                whole: dict[str, Value] = {"kind": kind or FactKind.LEFT, **inner}
                is_many = "tuple" in str(model.model_fields[shape.name].annotation)
                yield {shape.written: [whole] if is_many else whole}


def test_no_place_where_a_model_can_name_them_is_forgotten() -> None:
    places = [*_places()]

    assert len(places) > 40
    for kind, fields in places:
        spot = spot_of(_PLACES[kind])
        assert spot
        assert edits_without(GAP, spot, fields), (kind, fields)


_PLACES = {
    shelf.kind: shelf.place.replace("<day><number>", "2026-03-01")
    .replace("<day>", "2026-03-01")
    .replace("<", "")
    .replace(">", "")
    for shelf in SHELVES
}


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("ana", [(1, 1, True)]),
        ("ANA, banana, ana-maria, ana_x, an ana.", [(1, 1, True), (1, 35, True)]),
        ("by ANA\nRIVERS", [(1, 4, True), (1, 4, True)][:1]),
        ("Ana  \n  rivers", [(1, 1, True)]),
        ("Anastasia Riversdale", []),
        ("Rivers of rivers", [(1, 1, False)]),
        ("https://x.org/example-ana/y 123456 1234567", [(1, 15, True), (1, 29, True)]),
        ("@Example-Ana", [(1, 2, True)]),
    ],
)
def test_a_person_is_found_in_a_text(text: str, hits: list[tuple[int, int, bool]]) -> None:
    who = Identity(Slug("ana"), ("Ana Rivers",), ("example-ana", "123456"))

    assert _hits(text, who) == hits


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("小雨", "我们和小雨一起"),
        ("ليلى", "وليلى قالت"),
        ("Zoë", "with Zoe\u0308."),
        ("O'Brien", "'said O''Brien'"),
    ],
)
def test_a_name_is_found_in_every_script(name: str, text: str) -> None:
    assert [certain for *_, certain in _hits(text, Identity(Slug("x"), (name,)))] == [True]


def test_a_single_name_in_small_letters_is_another_word() -> None:
    assert _hits("may I? May.", Identity(Slug("x"), ("May",))) == [(1, 8, True)]


def test_a_file_or_folder_that_is_named_after_them_may_be_about_them() -> None:
    names = ("goals/spring/help-ana.yaml", "a/rivers.md", "b/banana.md", "c/x-ana/d.md")
    held = [Held(Path(name), name, b"") for name in (*names, "c/x-ana/e.md")]

    assert erasing_steps(held, GAP) == (
        (),
        (
            Hit("a/rivers.md", 1, 1, "(the name of this file)", certain=False),
            Hit("c/x-ana/", 1, 1, "(the name of this folder)", certain=False),
            Hit("goals/spring/help-ana.yaml", 1, 1, "(the name of this file)", certain=False),
        ),
    )


def test_a_long_line_is_shown_in_part() -> None:
    (hit,) = words_of(ANA).hits("a.md", f"{'x ' * 60}ana")

    assert hit == Hit("a.md", 1, 121, f"{'x ' * 60}"[:79] + "…")


EVENT = "program/events/spring/start.yaml"
START = "schema: 1\nname: Start\nkind: kick-off\non: 2026-03-02\n"


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        (
            EVENT,
            f"{START}about: >-\n  Ana\n  Rivers came\n# ana\n",
            f"{START}about: >-\n  a friend came\n# a friend\n",
        ),
        (EVENT, f"{START}about: ana: x\n", f"{START}about: ana: x\n"),
        (
            EVENT,
            START.replace("kick-off", "kick-off # ana"),
            START.replace("kick-off", "kick-off # a friend"),
        ),
        ("program/skills.yaml", "schema: 1\nskills:\n- {id: ana, label: Ana}\n", None),
        ("docs/a.md", "By Ana Rivers.\n", None),
        ("README.md", "mentorgen erase ana\n", None),
        (
            "program/meetings/spring/table/2026-03-02.md",
            "\ufeff---\r\nschema: 1\r\nkind: call\r\n---\r\nBy Ana Rivers.\r\n",
            "\ufeff---\r\nschema: 1\r\nkind: call\r\n---\r\nBy a friend.\r\n",
        ),
        (".github/CODEOWNERS", "* @example-ana\n", None),
        (
            "program/meetings/spring/table/2026-03-01.md",
            "---\nschema: 1\nkind: call\n---\nAna Rivers.",
            "---\nschema: 1\nkind: call\n---\na friend.",
        ),
    ],
)
def test_other_words_come_in_only_where_the_file_stays_right(
    name: str, text: str, after: str | None
) -> None:
    assert _after(name, text, replacement="a friend") == (text if after is None else after)


@pytest.mark.parametrize(
    ("content", "certain"),
    [
        ("Ána Rivers\n".encode("latin-1"), True),
        ("Ána Rivers\n".encode("utf-16"), True),
        ("Ána Rivers\n".encode("utf-32"), True),
        ("\ufeffÁna Rivers\n".encode(), True),
        (b"\xff \xc3\x81na Rivers\n", True),
        ("Ána Rivers\n".encode("utf-16-le"), False),
        (b"\x89PNG\0 \xc3\x81na Rivers\0", False),
    ],
)
def test_a_person_is_found_in_every_encoding_and_changed_in_none(
    content: bytes,
    certain: bool,  # noqa: FBT001
) -> None:
    held = Held(Path("a.md"), "docs/a.md", content)
    who = Identity(Slug("x"), ("Ána Rivers",))

    steps, hits = erasing_steps([held], Gap(who, words_of(who), {}), replacement="a friend")

    assert steps == ()
    assert [hit.certain for hit in hits] == [certain]


def test_what_is_edited_and_reworded_says_both() -> None:
    held = _held(
        "program/events/spring/start.yaml", f"{START}about: ana\nlink: https://x.org/ana\n"
    )

    (step,), _ = erasing_steps([held], GAP, replacement="a friend")

    assert step.content == f"{START}about: a friend\n".encode()
    assert step.step.what == ("'link' goes (line 6)", "reworded, see below")
    assert step.step.reworded == (Hit(EVENT, 5, 8, "about: a friend"),)


def test_each_place_that_is_reworded_is_told_as_it_reads_then() -> None:
    name = "program/meetings/spring/table/2026-03-01.md"
    held = _held(name, "---\nschema: 1\nkind: call\n---\nBy Ana\nRivers and ana.\n")

    (step,), hits = erasing_steps([held], GAP, replacement="a friend")

    assert step.step.reworded == (
        Hit(name, 5, 4, "By a friend and a friend."),
        Hit(name, 5, 17, "By a friend and a friend."),
    )
    assert hits == ()


@pytest.mark.parametrize(
    ("name", "text", "replacement", "by_hand"),
    [
        (EVENT, f"{START}about: by ana\n", None, False),
        (EVENT, f"{START}about: ana: x\n", None, True),
        ("program/skills.yaml", "schema: 1\nskills:\n- {id: ana, label: x}\n", None, True),
        ("program/skills.yaml", "schema: 1\nskills:\n- {id: ana, label: x}\n", "a friend", True),
        ("README.md", "by ana\n", None, True),
        ("README.md", "by ana\n", "a friend", True),
    ],
)
def test_a_place_tells_whether_other_words_can_be_put_there(
    name: str, text: str, replacement: str | None, *, by_hand: bool
) -> None:
    _, (hit,) = erasing_steps([_held(name, text)], GAP, replacement=replacement)

    assert (hit.certain, hit.by_hand) == (True, by_hand)


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        (
            LOG,
            (
                "schema: 1\nfacts:\n- {on: 2026-03-01, kind: left, by: ana}\n"
                "- {on: 2026-03-02, kind: ending, by: ana}\n- {on: 2026-03-03, kind: ending}\n"
            ),
            (
                "the fact of 2026-03-01 that names them goes (line 3)",
                "'by' of the fact of 2026-03-02 goes (line 4)",
            ),
        ),
        (
            LOG,
            (
                "facts:\n- on: 2026-03-02\n  kind: ending\n  replaces:\n    on: 2026-03-01\n"
                "    kind: ending\n    by: ana\n"
            ),
            ("'replaces.by' of the fact of 2026-03-02 goes (line 7)",),
        ),
        (
            PERSON_LOG,
            "facts:\n- {kind: answered, pair: spring/gone}\n- {kind: answered, pair: spring/ana-table}\n",
            (
                "the fact that names them goes (line 2)",
                "'pair' of the fact becomes 'spring/table-2' (line 3)",
            ),
        ),
        (
            "program/slots/ben/2026-03-01.yaml",
            "times:\n- at: 09:00\n- at: 10:00\n  booked_by: ana\n",
            ("'booked_by' of entry 2 of 'times' goes (line 4)",),
        ),
        (
            "program/meetings/spring/table/2026-03-01.md",
            "---\nkind: call\npresent:\n- ben\n- ana\n---\n",
            ("the entry of 'present' that names them goes (line 5)",),
        ),
    ],
)
def test_a_change_is_told_in_the_words_and_lines_of_its_file(
    name: str, text: str, what: tuple[str, ...]
) -> None:
    (step,), _ = erasing_steps([_held(name, text)], GAP)

    assert step.step.what == what


def test_a_file_that_moves_tells_what_changes_in_it() -> None:
    name = "program/pairs/spring/ana-table.yaml"
    held = _held(name, "form: group\nmentees: [ana, ben, chi]\n")

    came, _ = erasing_steps([held], GAP)[0]

    assert came.step.what == (f"was {name}", "the entry of 'mentees' that names them goes (line 2)")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a friend", None),
        ("ana rivers", "ana rivers"),
        ("once Rivers", "Rivers"),
        ("the rivers", "rivers"),
        ("like example-ana", "example-ana"),
        ("a banana", None),
    ],
)
def test_other_words_may_not_have_the_name_in_them(words: str, name: str | None) -> None:
    assert words_of(ANA).name_of(words) == name


def test_one_word_of_the_name_is_told_as_it_stands() -> None:
    (hit,) = words_of(ANA).hits("a.md", "Of Rivers.")

    assert hit == Hit("a.md", 1, 4, "Of Rivers.", certain=False, word="Rivers")


def test_files_in_the_program_and_beside_it_are_looked_through(tmp_path: Path) -> None:
    for name in (
        "program/program.yaml",
        "program/x.txt",
        "docs/a.md",
        "README.md",
        "src/a.py",
        "p/participants/a.yaml",
        "p/b.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x: 1\n")
    found = [
        (held.name, held.spot is not None, held.private)
        for held in held_files(tmp_path, tmp_path / "p")
    ]

    assert found == [
        ("program/program.yaml", True, False),
        ("README.md", False, False),
        ("docs/a.md", False, False),
        ("program/x.txt", False, False),
        ("src/a.py", False, False),
        ("p/participants/a.yaml", True, True),
        ("p/b.txt", False, True),
    ]
    assert [held.private for held in held_files(tmp_path, None)] == [False] * 7


def test_what_is_not_looked_through_is_told(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    for folder in (outside, root / ".git/refs", root / "docs/.git", root / ".venv/lib"):
        folder.mkdir(parents=True)
        (folder / "ana.md").write_text("ana\n")
    (root / "program").mkdir()
    (root / "program/.git").write_text("gitdir: ../ana\n")
    (root / ".github").symlink_to(outside)
    (root / "docs/link.md").symlink_to(outside / "ana.md")
    (root / "docs/large.md").write_text("x" * 2_000_000 + " ana\n")
    (root / "docs/ana.png").write_bytes(b"\0ana")
    with (root / "docs/huge.bin").open("wb") as stream:
        stream.truncate(20_000_000)
    os.mkfifo(root / "docs/pipe")

    held = [*held_files(root, None)]

    assert [(one.name, one.obstacle, one.content[-4:]) for one in held] == [
        (".github", "a link: it was not followed", b""),
        (".venv", "a folder of installed programs", b""),
        ("docs/ana.png", "no text: only plain letters in it were looked for", b"\0ana"),
        ("docs/huge.bin", "larger than 16 MB", b""),
        ("docs/large.md", "", b"ana\n"),
        ("docs/link.md", "a link: it was not followed", b""),
        ("docs/pipe", "not a regular file, or it cannot be read", b""),
    ]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Nothing of a folder whose name is too long for the system can be listed."""
    deep = tmp_path / "root"
    deep.mkdir()
    number = os.open(deep, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=number)
        inner = os.open("d" * 250, os.O_RDONLY, dir_fd=number)
        os.close(number)
        number = inner
    os.close(number)

    (held,) = held_files(deep, None)

    assert held.obstacle == "not a regular file, or it cannot be read"


def test_a_doubt_names_the_file() -> None:
    held = _held(
        "program/slots/ben/2026-03-01.yaml", "times:\n- booked_by: ana\n  # UTC\n  at: 10:00\n"
    )

    with pytest.raises(CannotEditError, match=r"^program/slots/ben/2026-03-01\.yaml: times\[0\]"):
        erasing_steps([held], GAP)


def test_the_own_record_ends_the_steps() -> None:
    held = [
        _held("program/participants/ana.yaml", "a: 1\n"),
        _held("program/slots/ana/2026-03-01.yaml", "a: 1\n"),
    ]

    steps, _ = erasing_steps(held, GAP)

    assert [step.step.path for step in steps] == [
        "program/slots/ana/2026-03-01.yaml",
        "program/participants/ana.yaml",
    ]
