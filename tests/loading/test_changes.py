"""What differs between two versions of a file, with its places."""

import pytest

from mentorgen.loading.changes import change_of, safe_path
from mentorgen.model.changes import START, Change, Doing, Mark
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Kind

PERSON = "program/participants/ana.yaml"
LOG = "program/log/people/ana.yaml"
ANA = "schema: 1\nname: Ana\nrole: mentor\ngithub_id: 10\n"
A, B, C, X = (f"  - {{on: 2026-03-0{day}, kind: left}}\n" for day in (1, 2, 3, 9))


def _change(path: str, before: str | None, after: str | None) -> Change:
    return change_of(path, before and before.encode(), after and after.encode())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "doing"),
    [(None, ANA, Doing.ADDED), (ANA, None, Doing.DELETED), (ANA, f"{ANA}#\n", Doing.CHANGED)],
)
def test_a_file_is_added_changed_or_deleted(
    before: str | None, after: str | None, doing: Doing
) -> None:
    assert _change(PERSON, before, after).doing is doing
    assert _change("mkdocs.yml", before, after) == Change(path="mkdocs.yml", doing=doing)


def test_an_empty_file_is_there() -> None:
    assert change_of(PERSON, b"", ANA.encode()).doing is Doing.CHANGED
    assert change_of(PERSON, ANA.encode(), b"").doing is Doing.CHANGED


@pytest.mark.parametrize(
    ("path", "kind", "slug", "pair"),
    [
        (PERSON, Kind.PARTICIPANT, "ana", None),
        ("program/applications/spring/ana.yaml", Kind.APPLICATION, "ana", None),
        (LOG, Kind.PERSON_LOG, "ana", None),
        ("program/slots/ana/2026-03-01.yaml", Kind.SLOT, "ana", None),
        ("program/log/pairs/spring/ana-ben.yaml", Kind.PAIR_LOG, None, "spring/ana-ben"),
        ("program/goals/spring/ana-ben/one.yaml", Kind.GOAL, None, "spring/ana-ben"),
        ("program/meetings/spring/ana-ben/2026-03-01.md", Kind.MEETING, None, "spring/ana-ben"),
        ("program/pairs/spring/ana-ben.yaml", Kind.PAIR, None, None),
        ("program/program.yaml", Kind.PROGRAM, None, None),
        ("training/mentors/listening.md", Kind.MODULE, None, None),
        ("program/participants/Ana.yaml", None, None, None),
        ("program/notes.txt", None, None, None),
        ("../program/participants/ana.yaml", None, None, None),
    ],
)
def test_a_path_says_whom_a_record_is_about(
    path: str, kind: Kind | None, slug: str | None, pair: str | None
) -> None:
    change = _change(path, None, "schema: 1\n")

    assert (change.path, change.kind, change.slug, change.pair) == (path, kind, slug, pair)


def test_fields_that_differ_come_with_their_places() -> None:
    after = "schema: 1\nname:  Anna\nrole: mentor\nline: Hello\n"

    assert _change(PERSON, ANA, after).fields == (
        ("github_id", START),
        ("line", Mark(4, 7)),
        ("name", Mark(2, 8)),
    )


def test_all_fields_of_a_new_record_differ() -> None:
    change = _change(PERSON, None, ANA)

    assert dict(change.fields).keys() == {"schema", "name", "role", "github_id"}
    assert change.mark_of("github_id") == Mark(4, 12)
    assert change.mark_of("joined") == START
    assert change.github_id == 10


@pytest.mark.parametrize("after", [None, "a: [", "a: 1\na: &x 2\n"])
def test_a_version_that_is_gone_or_broken_has_no_fields(after: str | None) -> None:
    change = _change(PERSON, ANA, after)

    assert (change.fields, change.github_id) == ((), None)


def test_what_was_broken_is_all_new() -> None:
    assert len(_change(PERSON, "a: [", ANA).fields) == 4


@pytest.mark.parametrize("written", ["true", "ten", "[10]", '"10"', "10.0"])
def test_a_number_that_is_none_is_nobodys(written: str) -> None:
    assert _change(PERSON, None, ANA.replace("10", written)).github_id is None


def test_only_people_are_added_as_people() -> None:
    assert _change(PERSON, None, ANA).adds_a_person
    assert not _change(PERSON, ANA, f"{ANA}#\n").adds_a_person
    assert not _change(LOG, None, ANA).adds_a_person


def test_a_record_without_facts_needs_none_to_be_readable() -> None:
    assert _change(PERSON, ANA, f"{ANA}#\n").is_readable


def _log(*facts: str) -> str:
    return "schema: 1\nfacts:\n" + "".join(facts)


def _days(change: Change) -> list[tuple[int, Mark]]:
    return [(fact.on.day, mark) for fact, mark in change.new_facts]


@pytest.mark.parametrize(
    ("before", "after", "new", "lost"),
    [
        ((A,), (A,), [], None),
        ((A,), (A, B), [(2, Mark(4, 5))], None),
        ((A,), (A, B, C), [(2, Mark(4, 5)), (3, Mark(5, 5))], None),
        ((A,), (A, A), [(1, Mark(4, 5))], None),
        ((A, B), (A, X, B), [(9, Mark(4, 5))], Mark(4, 5)),
        ((A, B), (X, A, B), [(9, Mark(3, 5))], Mark(3, 5)),
        ((A, B), (B, A), [], Mark(3, 5)),
        ((A, B), (A, X), [(9, Mark(4, 5))], Mark(4, 5)),
        ((A, B), (A,), [], Mark(3, 3)),
        ((A, A), (A,), [], Mark(3, 3)),
        ((A, B, B), (A, X, B), [(9, Mark(4, 5))], Mark(4, 5)),
        ((A, B, B), (X, B, B, B), [(9, Mark(3, 5)), (2, Mark(6, 5))], Mark(3, 5)),
    ],
)
def test_facts_are_new_or_lost(
    before: tuple[str, ...],
    after: tuple[str, ...],
    new: list[tuple[int, Mark]],
    lost: Mark | None,
) -> None:
    change = _change(LOG, _log(*before), _log(*after))

    assert (_days(change), change.lost_fact, change.is_readable) == (new, lost, True)
    assert all(str(fact.on) in text for fact, text in zip(change.old_facts, before, strict=True))


def test_all_facts_of_a_new_log_are_new() -> None:
    change = _change(LOG, None, _log(A, B))

    assert _days(change) == [(1, Mark(3, 5)), (2, Mark(4, 5))]
    assert change.new_facts[0][0].kind is FactKind.LEFT
    assert (change.lost_fact, change.is_readable) == (None, True)


def test_facts_of_a_pair_are_new_or_lost_too() -> None:
    path = "program/log/pairs/spring/ana-ben.yaml"

    change = _change(path, _log(A, B), _log(B, C))

    assert (_days(change), change.lost_fact) == ([(3, Mark(4, 5))], Mark(3, 5))


def test_a_log_written_in_another_way_says_the_same() -> None:
    other = "schema: 1\n# all that was\nfacts: [{kind: left, on: 2026-03-01}]\n"

    change = _change(LOG, _log(A), other)

    assert (change.new_facts, change.lost_fact, change.is_readable) == ((), None, True)


@pytest.mark.parametrize("broken", ["", "facts: [", "schema: 1\nfacts: none\n", "schema: 2\n"])
def test_nothing_is_known_of_a_log_that_is_broken_before_or_after(broken: str) -> None:
    before = change_of(LOG, broken.encode(), _log(A).encode())
    after = change_of(LOG, _log(A).encode(), broken.encode())

    assert (before.is_readable, before.new_facts, before.lost_fact) == (False, (), None)
    assert (after.is_readable, after.new_facts, after.lost_fact) == (False, (), None)


def test_a_log_that_is_gone_has_nothing_to_read() -> None:
    change = _change(LOG, _log(A), None)

    assert (change.is_readable, change.new_facts, change.lost_fact) == (True, (), None)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("program/a.yaml", "program/a.yaml"),
        (".github/a", ".github/a"),
        ("../a", "../a"),
        ("_a", "_a"),
        ("a b", "a b"),
        ("\u00e9", "\u00e9"),
        ("::error::a", "./::error::a"),
        ("##[error]a", "./##[error]a"),
        (" ::error::a", "./ ::error::a"),
        ("\n::error::a", "./\\n::error::a"),
        ("\udcff", "./\\udcff"),
        ("-rf", "./-rf"),
        ("\x1b[31m", "./\\x1b[31m"),
    ],
)
def test_no_path_begins_as_a_command_does(path: str, shown: str) -> None:
    assert safe_path(path) == shown
