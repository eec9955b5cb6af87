"""`mentorgen log`: facts written by hand or by a workflow, once, in their place, and only what makes sense."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mentorgen.adapters.cli.log import KINDS
from mentorgen.loading.yaml_source import parse_yaml
from mentorgen.model.facts import FactKind
from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.programs.pairs import GROUP, group_of_seven
from tests.programs.trees import TODAY, Tree, arabic_circle, three_people

PAIR = "2026-spring/ana-ben"
LOG = f"program/log/pairs/{PAIR}.yaml"
PEOPLE = "program/log/people"
SAID_ALREADY = "That is written down already; nothing was changed.\n"
Type = Callable[..., Answer]


def _suggested() -> Tree:
    tree = dict(three_people())
    tree["program/pairs/2026-spring/ana-ben.yaml"] = tree[
        "program/pairs/2026-spring/ana-ben.yaml"
    ].replace("2026-03-02", "2026-03-30")
    kept = {path: text for path, text in tree.items() if "ana-ben/" not in path}
    del kept[LOG]
    return kept


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo(three_people())


@pytest.fixture
def confidences(tmp_path: Path) -> Path:
    """A private folder that holds one concern."""
    file = tmp_path / f"ours/log/pairs/{PAIR}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("schema: 1\nfacts:\n  - {on: 2026-03-20, kind: concern}\n")
    return tmp_path / "ours"


@pytest.fixture
def log(mentorgen: Mentorgen) -> Type:
    def typed(root: Path, *arguments: object) -> Answer:
        return mentorgen("log", *arguments, "--root", root, "--today", TODAY)

    return typed


def _facts(file: Path) -> list[str]:
    """Write the facts of a log in one line each, whatever their style."""
    entries = parse_yaml(file.read_text()).fields["facts"]
    assert isinstance(entries, list)
    facts = [one.items() for one in entries if isinstance(one, dict)]
    return [f"{{{', '.join(f'{name}: {value}' for name, value in one)}}}" for one in facts]


def _last(file: Path, number: int = 1) -> list[str]:
    return file.read_text().splitlines()[-number:]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("asked", "--by", "ben"), "{on: 2026-04-01, kind: asked, by: ben}"),
        (
            ("planned", "--by", "ben", "--day", "2026-04-09", "--at", "17:00"),
            "{on: 2026-04-01, kind: planned, by: ben, day: 2026-04-09, at: 17:00}",
        ),
        (("cancelled", "--by", "ana"), "{on: 2026-04-01, kind: cancelled, by: ana}"),
        (
            ("snoozed", "--by", "ana", "--until", "2026-04-15", "--on", "2026-03-30"),
            "{on: 2026-03-30, kind: snoozed, by: ana, until: 2026-04-15}",
        ),
        (
            ("paused", "--until", "2026-05-01"),
            "{on: 2026-04-01, kind: paused, until: 2026-05-01}",
        ),
        (("opted-out", "--by", "ben"), "{on: 2026-04-01, kind: opted-out, by: ben}"),
        (("opted-in", "--by", "ben"), "{on: 2026-04-01, kind: opted-in, by: ben}"),
        (("ending", "--by", "ben"), "{on: 2026-04-01, kind: ending, by: ben}"),
        (
            ("ended", "--by", "ben", "--outcome", "stopped"),
            "{on: 2026-04-01, kind: ended, by: ben, outcome: stopped}",
        ),
        (
            ("thanked", "--by", "ben", "--words", "It helped: a lot"),
            "{on: 2026-04-01, kind: thanked, by: ben, words: 'It helped: a lot'}",
        ),
    ],
)
def test_what_happened_to_a_pair_is_one_more_line_of_its_log(
    root: Path, log: Type, mentorgen: Mentorgen, typed: tuple[str, ...], line: str
) -> None:
    before = (root / LOG).read_text()

    answer = log(root, PAIR, *typed)

    assert answer == Answer(0, f"{LOG}\n", "")
    assert (root / LOG).read_text() == f"{before}  - {line}\n"
    assert mentorgen("check", "--root", root, "--today", TODAY).out == ""
    assert log(root, PAIR, *typed) == Answer(0, "", SAID_ALREADY)
    assert (root / LOG).read_text() == f"{before}  - {line}\n"


@pytest.mark.parametrize(
    ("person", "typed", "line"),
    [
        (
            "cleo",
            ("accepted", "--cohort", "2026-spring"),
            "{on: 2026-04-01, kind: accepted, cohort: 2026-spring}",
        ),
        (
            "cleo",
            ("withdrawn", "--cohort", "2026-spring"),
            "{on: 2026-04-01, kind: withdrawn, cohort: 2026-spring}",
        ),
        (
            "cleo",
            ("declined", "--cohort", "2026-spring"),
            "{on: 2026-04-01, kind: declined, cohort: 2026-spring}",
        ),
        (
            "cleo",
            ("completed", "--module", "mentees/asking"),
            "{on: 2026-04-01, kind: completed, module: mentees/asking}",
        ),
        (
            "ana",
            ("paused", "--until", "2026-05-01"),
            "{on: 2026-04-01, kind: paused, until: 2026-05-01}",
        ),
        ("ana", ("opted-out",), "{on: 2026-04-01, kind: opted-out}"),
        ("ana", ("left",), "{on: 2026-04-01, kind: left}"),
        ("cleo", ("wishes-to-mentor",), "{on: 2026-04-01, kind: wishes-to-mentor}"),
    ],
)
def test_what_happened_to_a_person_begins_their_log(
    root: Path, log: Type, person: str, typed: tuple[str, ...], line: str
) -> None:
    file = f"{PEOPLE}/{person}.yaml"

    answer = log(root, person, *typed)

    assert answer == Answer(0, f"{file}\n", "")
    assert _facts(root / file) == [line]
    assert log(root, person, *typed).err == SAID_ALREADY


def test_two_people_confirm_a_suggestion(
    make_repo: MakeRepo, log: Type, mentorgen: Mentorgen
) -> None:
    root = make_repo(_suggested())

    for slug in ("ana", "ben", "ben"):
        assert log(root, PAIR, "confirmed", "--by", slug).code == 0

    assert (root / LOG).read_text().count("confirmed") == 2
    assert log(root, PAIR, "confirmed", "--by", "ben", "--on", "2026-03-31").err == SAID_ALREADY
    assert "active" in mentorgen("status", PAIR, "--root", root, "--today", TODAY).out.lower()


def test_what_was_declined_is_declined_once(make_repo: MakeRepo, log: Type) -> None:
    root = make_repo(_suggested())

    assert log(root, PAIR, "declined", "--by", "ben").code == 0
    again = log(root, PAIR, "declined", "--by", "ben", "--on", "2026-03-31")
    late = log(root, PAIR, "confirmed", "--by", "ana")

    assert (again.code, again.err) == (0, SAID_ALREADY)
    assert (late.code, late.err) == (
        2,
        "mentorgen: This suggestion is closed since 1 April; it is nobody's fault, and another one can come.\n",
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            (PAIR, "declined", "--by", "ben"),
            "This pair runs already. To stop, say that it has ended; it is nobody's fault.",
        ),
        (
            (PAIR, "left", "--by", "ben"),
            "Too few would be left to go on. Say that the pair has ended instead.",
        ),
        ((PAIR, "resumed"), "This pair does not pause."),
        (("ana", "resumed"), "This person does not pause."),
        (
            ("ben", "accepted", "--cohort", "2026-spring"),
            "This person did not ask to join that round.",
        ),
        ((PAIR, "asked", "--by", "cleo"), f"{LOG}: 'cleo' is not in this pair (ana, ben)."),
        ((PAIR, "asked"), f"{LOG}: by is missing. Add 'by: …'."),
        ((PAIR, "paused"), f"{LOG}: until is missing. Add 'until: …', a date such as 2026-03-01."),
        (
            (PAIR, "paused", "--until", "2026-03-01"),
            f"{LOG}: until lies before the fact's own day, 2026-04-01.",
        ),
        (
            (PAIR, "planned", "--day", "2026-04-09", "--at", "25:00"),
            f"{LOG}: at must be a time of day such as 17:30, not '25:00'.",
        ),
        ((PAIR, "confirmed", "--by", "ana", "--on", "2026-04-02"), None),
        ((PAIR, "thanked", "--by", "ana", "--words", "Call +351 912 345 678"), None),
        ((PAIR, "accepted", "--cohort", "2026-spring"), None),
        (
            ("2026-spring/ana-bem", "paused"),
            "There is no pair '2026-spring/ana-bem'. Did you mean '2026-spring/ana-ben'?",
        ),
        (("cleoo", "left"), "There is no participant 'cleoo'. Did you mean 'cleo'?"),
        ((PAIR, "paused", "--reason", "mismatch"), "A reason goes with 'ended'."),
        (
            (PAIR, "ended", "--outcome", "stopped", "--reason", "mismatch"),
            "A fact of kind 'reason' is private; give your private folder with --private.",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    root: Path, log: Type, typed: tuple[str, ...], said: str | None
) -> None:
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}

    answer = log(root, *typed)

    assert (answer.code, answer.out) == (2, "") or answer.err == SAID_ALREADY
    if said is not None:
        assert answer.err == f"mentorgen: {said}\n"
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_a_pause_ends_early_and_another_begins_on_another_day(root: Path, log: Type) -> None:
    until = ("--until", "2026-05-01")
    log(root, "ana", "paused", *until, "--on", "2026-03-25")

    assert log(root, "ana", "resumed").code == 0
    again = log(root, "ana", "paused", *until)

    assert again.err == "mentorgen: It went on again only today; a new pause can begin tomorrow.\n"


def test_a_pair_pauses_goes_on_and_pauses_again_the_next_day(
    root: Path, log: Type, mentorgen: Mentorgen
) -> None:
    until = ("--until", "2026-05-01")
    log(root, PAIR, "paused", *until, "--on", "2026-03-25")

    assert log(root, PAIR, "resumed").code == 0
    assert log(root, PAIR, "paused", *until).code == 2
    again = mentorgen("log", PAIR, "paused", *until, "--root", root, "--today", "2026-04-02")
    assert again.code == 0


def test_a_pair_that_is_over_goes_on_by_the_organisers_word_alone(root: Path, log: Type) -> None:
    assert log(root, PAIR, "ended", "--outcome", "completed").code == 0

    late = log(root, PAIR, "snoozed", "--until", "2026-04-20")

    assert (late.code, late.err) == (
        2,
        "mentorgen: This pair is over since 1 April. The organisers can begin it again.\n",
    )


def test_nothing_is_cancelled_where_nothing_is_planned(make_repo: MakeRepo, log: Type) -> None:
    tree = {path: text for path, text in three_people().items() if "meetings" not in path}

    answer = log(make_repo(tree), PAIR, "cancelled")

    assert answer == Answer(2, "", "mentorgen: No meeting is planned.\n")


def test_what_was_taken_back_on_the_same_day_can_be_said_again(root: Path, log: Type) -> None:
    plan = ("planned", "--by", "ana", "--day", "2026-04-09")

    for said in (plan, ("cancelled", "--by", "ben"), plan):
        assert log(root, PAIR, *said).err == ""

    assert [fact.split(", ")[1] for fact in _facts(root / LOG)[2:]] == [
        "kind: planned",
        "kind: cancelled",
        "kind: planned",
    ]


def test_a_reason_goes_to_the_private_folder_only(
    root: Path, log: Type, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    private = tmp_path / "ours"
    private.mkdir()
    settings = root / "program/program.yaml"
    settings.write_text(f"{settings.read_text()}private: folder\n")
    ended = (PAIR, "ended", "--by", "ana", "--outcome", "stopped")
    told = (*ended, "--reason", "mismatch", "--private", private)

    answer = log(root, *told)

    hidden = private / f"log/pairs/{PAIR}.yaml"
    assert answer.out.splitlines() == [LOG, str(hidden)]
    assert _facts(hidden) == ["{on: 2026-04-01, kind: reason, by: ana, group: mismatch}"]
    assert _last(root / LOG) == ["  - {on: 2026-04-01, kind: ended, by: ana, outcome: stopped}"]
    assert not any("mismatch" in file.read_text() for file in root.rglob("*.yaml"))
    assert log(root, *told).err == SAID_ALREADY
    assert mentorgen("check", "--root", root, "--private", private, "--today", TODAY).code == 0


def test_the_reason_of_an_ending_that_is_known_can_come_later(
    root: Path, log: Type, tmp_path: Path
) -> None:
    private = tmp_path / "ours"
    private.mkdir()
    log(root, PAIR, "ended", "--outcome", "stopped")
    before = (root / LOG).read_bytes()

    answer = log(
        root, PAIR, "ended", "--outcome", "changed", "--reason", "distance", "--private", private
    )

    assert answer.out.splitlines() == [str(private / f"log/pairs/{PAIR}.yaml")]
    assert (root / LOG).read_bytes() == before


def test_what_only_the_private_folder_knows_is_written_there(
    make_repo: MakeRepo, log: Type, tmp_path: Path
) -> None:
    tree = dict(three_people())
    private = tmp_path / "ours"
    for path in ("program/participants/cleo.yaml", "program/applications/2026-spring/cleo.yaml"):
        file = private / path.removeprefix("program/")
        file.parent.mkdir(parents=True)
        file.write_text(tree.pop(path))
    tree["program/program.yaml"] += "private: folder\n"
    root = make_repo(tree)

    answer = log(root, "cleo", "opted-out", "--private", private)

    assert answer.out == f"{private / 'log/people/cleo.yaml'}\n"
    assert not (root / PEOPLE / "cleo.yaml").exists()


def test_one_of_a_group_leaves_and_it_goes_on(
    make_repo: MakeRepo, log: Type, mentorgen: Mentorgen
) -> None:
    root = make_repo(group_of_seven())

    assert log(root, GROUP, "left", "--by", "eli").code == 0
    assert log(root, GROUP, "left", "--by", "eli").err == SAID_ALREADY
    assert log(root, GROUP, "left", "--by", "ana").code == 2
    assert "active" in mentorgen("status", GROUP, "--root", root, "--today", TODAY).out.lower()


def test_an_application_that_only_the_log_knows_is_answered(root: Path, log: Type) -> None:
    log(root, "ben", "applied", "--cohort", "2026-spring")

    assert log(root, "ben", "declined").code == 0


def test_peers_write_as_others_do(make_repo: MakeRepo, log: Type) -> None:
    tree = arabic_circle()
    pair = next(path for path in tree if path.startswith("program/pairs/"))
    name = pair.removeprefix("program/pairs/").removesuffix(".yaml")

    answer = log(make_repo(tree), name, "paused", "--until", "2026-05-01")

    assert answer == Answer(0, f"program/log/pairs/{name}.yaml\n", "")


def test_comments_and_style_of_a_log_stay(root: Path, log: Type) -> None:
    text = "# ours\r\nschema: 1\r\nfacts:\r\n- on: 2026-02-26 # early\r\n  kind: confirmed\r\n  by: ana\r\n"
    (root / LOG).write_bytes(text.encode())

    log(root, PAIR, "confirmed", "--by", "ben", "--on", "2026-02-27")

    after = (root / LOG).read_bytes().decode()
    assert after.startswith(text)
    assert after.endswith("- on: 2026-02-27\r\n  kind: confirmed\r\n  by: ben\r\n")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (
            ("concern", "--by", "ben", "--group", "pressure"),
            "{on: 2026-04-01, kind: concern, by: ben, group: pressure}",
        ),
        (
            ("concern-answered", "--concern", "2026-03-20"),
            "{on: 2026-04-01, kind: concern-answered, concern: 2026-03-20}",
        ),
        (
            ("reflected", "--by", "ben", "--learnt", "To ask: early", "--stays", "A letter."),
            "{on: 2026-04-01, kind: reflected, by: ben, learnt: 'To ask: early', stays: A letter.}",
        ),
    ],
)
def test_what_is_told_in_confidence_goes_to_the_private_folder(
    root: Path, confidences: Path, log: Type, typed: tuple[str, ...], line: str
) -> None:
    file = confidences / f"log/pairs/{PAIR}.yaml"
    before = (root / LOG).read_text()

    answer = log(root, PAIR, *typed, "--private", confidences)

    assert (answer.code, answer.out) == (0, f"{file}\n"), answer.err
    assert _last(file) == [f"  - {line}"]
    assert (root / LOG).read_text() == before


def test_a_concern_that_is_answered_by_the_command_needs_nobody_any_more(
    root: Path, confidences: Path, log: Type, mentorgen: Mentorgen
) -> None:
    scope = ("--root", root, "--private", confidences, "--today", TODAY)
    *_, command = (
        line.split()[1:]
        for line in mentorgen("status", "--needs-you", *scope).out.splitlines()
        if "concern-answered" in line
    )

    log(root, *command[1:], "--private", confidences)

    assert "concern" not in mentorgen("status", "--needs-you", *scope).out
    assert mentorgen("check", *scope).code == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ("concern-answered",),
            "A fact of kind 'concern-answered' needs something else in --concern.",
        ),
        (("reflected",), "A fact of kind 'reflected' needs something else in --by and --learnt."),
    ],
)
def test_what_lacks_something_is_not_written_in_confidence_either(
    root: Path, tmp_path: Path, log: Type, typed: tuple[str, ...], said: str
) -> None:
    ours = tmp_path / "ours"
    (ours / "participants").mkdir(parents=True)
    (ours / "participants/ana.yaml").write_text("schema: 1\nteam: Looms\n")

    answer = log(root, PAIR, *typed, "--private", ours)

    assert (answer.code, answer.err.splitlines()[-1]) == (2, f"mentorgen: {said}")
    assert not (ours / "log").exists()


def test_all_that_is_public_but_a_signature_can_be_written_down_and_some_in_confidence() -> None:
    private = {"vetoed", "answered", "rated", "reason"}

    assert {*KINDS} == {kind.value for kind in FactKind} - private - {"agreed"}


def test_a_program_with_errors_is_not_written_to(root: Path, log: Type) -> None:
    (root / "program/cohorts/2026-spring.yaml").write_text("schema: 1\n")

    assert log(root, PAIR, "paused", "--until", "2026-05-01").code == 1
    assert "paused" not in (root / LOG).read_text()
