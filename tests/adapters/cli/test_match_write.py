"""Files that `mentorgen match` writes, and the check of its proofs, end to end on real folders."""

import csv
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters.cli.match_verify import MOST_BYTES
from mentorgen.adapters.cli.match_write import NOT_WRITTEN, is_upheaval
from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.programs.rounds import PRIVATE, a_round, other_forms
from tests.programs.trees import TODAY

PROOF = "program/proposals/spring/2026-04-01.json"
VETO = "schema: 1\nfacts:\n  - {on: 2026-03-21, kind: vetoed, who: ana}\n"


def contents(root: Path) -> Mapping[str, bytes]:
    """Give every file below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


class Organiser:
    """Somebody who matches a round in a folder."""

    def __init__(self, root: Path, mentorgen: Mentorgen, *, today: object = TODAY) -> None:
        self.root, self.mentorgen, self.today = root, mentorgen, today

    def __call__(self, *options: object) -> Answer:
        return self.mentorgen("match", *options, "--root", self.root, "--today", self.today)

    def check(self) -> Answer:
        """Check the program."""
        return self.mentorgen("check", "--root", self.root, "--today", self.today)


@pytest.fixture
def organiser(make_repo: MakeRepo, mentorgen: Mentorgen) -> Organiser:
    return Organiser(make_repo(a_round(more=other_forms())), mentorgen)


@pytest.fixture
def written(organiser: Organiser) -> Organiser:
    """An organiser who has written what was suggested."""
    answer = organiser("--write", "--confirm")
    assert (answer.code, answer.err) == (0, "")
    return organiser


def test_files_are_shown_first_and_nothing_is_written(organiser: Organiser) -> None:
    before = contents(organiser.root)

    answer = organiser("--write")

    assert (answer.code, answer.err) == (0, "")
    assert [line for line in answer.out.splitlines() if line.startswith("write ")] == [
        f"write {organiser.root}/program/{name}"
        for name in (
            "pairs/spring/ana-cy.yaml",
            "pairs/spring/bo-eva.yaml",
            "pairs/spring/gil-group.yaml",
            "pairs/spring/hal-fay.yaml",
            "pairs/spring/pia-pol.yaml",
            "slots/hal/2026-04-09.yaml",
            "proposals/spring/2026-04-01.json",
        )
    ]
    assert answer.out.endswith(
        "7 files to change. Nothing was changed yet; add --confirm to do it.\n"
    )
    assert contents(organiser.root) == before


def test_written_files_are_a_sound_program_in_every_form(written: Organiser) -> None:
    pairs = written.root / "program/pairs/spring"

    assert written.check().out == ""
    assert (pairs / "gil-group.yaml").read_text() == snapshot("""\
schema: 1
form: group
mentors: [gil]
mentees: [g1, g2, g3]
skills: [weaving]
starts: 2026-04-01
""")
    assert (pairs / "hal-fay.yaml").read_text() == snapshot("""\
schema: 1
form: flash
mentors: [hal]
mentees: [fay]
skills: [dyeing]
starts: 2026-04-09
""")


def test_a_single_meeting_books_its_time_and_leaves_the_rest_of_the_file(
    written: Organiser,
) -> None:
    assert (written.root / "program/slots/hal/2026-04-09.yaml").read_text() == snapshot("""\
schema: 1
times:
  - {at: 09:00, minutes: 30, booked_by: di}
  - {at: 10:00, minutes: 30, booked_by: fay}  # tea
""")


def test_what_is_written_is_not_suggested_again(written: Organiser) -> None:
    before = contents(written.root)

    answer = written("--write", "--confirm")

    assert (answer.code, answer.out) == (0, "There is no suggestion that has no file yet.\n")
    assert contents(written.root) == before


def test_the_changes_are_data_too(organiser: Organiser) -> None:
    answer = organiser("--write", "--format", "json")

    data = json.loads(answer.out)
    assert data["applied"] is False
    assert [Path(one["path"]).name for one in data["files"]][:2] == ["ana-cy.yaml", "bo-eva.yaml"]


def test_a_proof_holds_before_and_after_its_pairs_are_files(
    organiser: Organiser, tmp_path: Path
) -> None:
    organiser("--write", "--confirm")
    proof = organiser.root / PROOF

    after = organiser("--verify", proof)

    assert (after.code, after.err) == (0, "")
    assert after.out == snapshot("""\
The proof holds: under the rules and points of the files, no other choice is better.
""")
    kept = tmp_path / "proof.json"
    kept.write_bytes(proof.read_bytes())
    for path in [proof, *(organiser.root / "program/pairs/spring").iterdir()]:
        path.unlink()
    (organiser.root / "program/slots/hal/2026-04-09.yaml").write_text(
        other_forms()["program/slots/hal/2026-04-09.yaml"]
    )
    assert organiser("--verify", kept) == after


def test_a_proof_holds_later_when_people_have_said_yes(written: Organiser) -> None:
    log = written.root / "program/log/pairs/spring/ana-cy.yaml"
    log.parent.mkdir(parents=True)
    log.write_text("schema: 1\nfacts:\n  - {on: 2026-04-03, kind: confirmed, by: cy}\n")
    written.today = "2026-04-05"

    assert written("--verify", written.root / PROOF).code == 0


def test_a_pair_changed_by_hand_is_told_with_what_it_costs(written: Organiser) -> None:
    proof = written.root / PROOF
    text = proof.read_text().replace('["cy", "ana"]', '["cy", "bo"]')
    proof.write_text(text.replace('["eva", "bo"]', '["eva", "ana"]'))
    before = contents(written.root)

    answer = written("--verify", proof)

    assert answer.code == 1
    assert answer.out == snapshot("""\
The proof does not hold.

The file says 0 pairs of 0 to 39 points, these pairs have 2 pairs of 0 to 39 points.

The file says 395 points, these pairs have 298 points.

Another choice is better, with 2 pairs of 0 to 39 points less and 97 points more: that is what this edit costs.
""")
    assert contents(written.root) == before


def test_a_file_of_a_pair_changed_by_hand_is_told_with_what_it_costs(written: Organiser) -> None:
    pairs = written.root / "program/pairs/spring"
    for name, mentee in (("ana-cy", "eva"), ("bo-eva", "cy")):
        text = (pairs / f"{name}.yaml").read_text()
        (pairs / f"{name}.yaml").write_text(re.sub(r"mentees: .*", f"mentees: [{mentee}]", text))

    answer = written("--verify", written.root / PROOF)

    assert answer.code == 1
    assert answer.out == snapshot("""\
The proof does not hold.

The pairs that are files now are not those of the proof.

The file says 0 pairs of 0 to 39 points, these pairs have 2 pairs of 0 to 39 points.

The file says 395 points, these pairs have 298 points.

Another choice is better, with 2 pairs of 0 to 39 points less and 97 points more: that is what this edit costs.
""")


def test_a_pair_that_stood_before_and_begins_later_is_not_taken_for_a_written_one(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = dict(a_round(more=other_forms()))
    for slug, role in (("ida", "mentor"), ("jon", "mentee")):
        person = files["program/participants/ana.yaml"].partition("offers")[0]
        files[f"program/participants/{slug}.yaml"] = person.replace(
            "Ana Loom", f"{slug.title()} Early"
        ).replace("mentor", role)
    files["program/pairs/spring/ida-jon.yaml"] = (
        "schema: 1\nform: one-to-one\nmentors: [ida]\nmentees: [jon]\nstarts: 2026-05-04\n"
    )
    files["program/log/pairs/spring/ida-jon.yaml"] = "schema: 1\nfacts:\n" + "".join(
        f"  - {{on: 2026-03-20, kind: confirmed, by: {slug}}}\n" for slug in ("ida", "jon")
    )
    organiser = Organiser(make_repo(files), mentorgen)
    assert organiser("--write", "--confirm").code == 0
    pair = organiser.root / "program/pairs/spring/bo-eva.yaml"
    pair.write_text(pair.read_text().replace("mentees: [eva]", "mentees: [di]"))

    answer = organiser("--verify", organiser.root / PROOF)

    assert answer.code == 1
    assert "that is what this edit costs" in answer.out


def test_peers_changed_by_hand_are_found(written: Organiser) -> None:
    folder = written.root / "program/pairs/spring"
    (pair,) = (one for one in folder.iterdir() if "members: [p1, p2]" in one.read_text())
    pair.write_text(pair.read_text().replace("members: [p1, p2]", "members: [p1, eva]"))

    answer = written("--verify", written.root / PROOF)

    assert answer.code == 1
    assert "The pairs that are files now are not those of the proof." in answer.out
    assert "eva with p1 is no pair of two peers in their order." in answer.out


def test_one_changed_digit_is_found(written: Organiser) -> None:
    proof = written.root / PROOF
    text = proof.read_text()
    total = re.search(r'\["total", (\d+)\]', text)
    assert total is not None
    number = int(total[1])
    proof.write_text(text.replace(total[0], f'["total", {number + 1}]', 1))

    answer = written("--verify", proof)

    assert answer.code == 1
    assert answer.out.startswith("The proof does not hold.\n")
    assert f"The file says {number + 1} points, these pairs have {number} points." in answer.out


@pytest.mark.parametrize(
    ("content", "code", "text"),
    [
        (b"{", 1, "This is no certificate of a proposal: it is not JSON. {way_out}"),
        (
            b"[1]",
            1,
            "This is no certificate of a proposal: the whole of it must be names with values, in {{}}, not a list of 1. {way_out}",
        ),
        (b'{"a": 1}', 1, None),
        (b"\xff\xfe", 1, "{file} is no text, so it is no proof of a matching."),
        (None, 2, "{file} cannot be read: no such file or directory."),
    ],
)
def test_what_is_no_proof_gets_one_sentence(
    organiser: Organiser, tmp_path: Path, content: bytes | None, code: int, text: str | None
) -> None:
    file = tmp_path / "proof.json"
    if content is not None:
        file.write_bytes(content)

    answer = organiser("--verify", file)

    assert (answer.code, answer.out) == (code, "")
    assert answer.err.count("\n") == 1
    if text is not None:
        way_out = "Take the file as 'mentorgen match' wrote it."
        assert answer.err == f"mentorgen: {text.format(file=file, way_out=way_out)}\n"


def test_a_scenario_s_proof_names_it_and_is_checked_against_its_file(
    organiser: Organiser, tmp_path: Path
) -> None:
    scenario = organiser.root / "program/scenarios/no-weak-pairs.yaml"
    scenario.parent.mkdir()
    scenario.write_text("schema: 1\nmatching:\n  floor: 45\n")
    proof, usual = tmp_path / "proof.json", tmp_path / "usual.json"

    made = organiser("--scenario", "no-weak-pairs", "--proof", proof)
    organiser("--scenario", "usual", "--proof", usual)

    assert (made.code, made.out, made.err) == (0, f"{proof}\n", "")
    assert json.loads(proof.read_text())["scenario"] == "no-weak-pairs"
    assert json.loads(usual.read_text())["scenario"] is None
    assert organiser("--verify", proof).out.startswith("The proof holds")
    assert organiser("--verify", usual).out.startswith("The proof holds")

    renamed = tmp_path / "renamed.json"
    renamed.write_text(proof.read_text().replace('"no-weak-pairs"', "null"))
    assert organiser("--verify", renamed).code == 1
    scenario.write_text("schema: 1\nmatching:\n  floor: 46\n")
    assert "the rules have changed" in organiser("--verify", proof).out
    scenario.unlink()
    gone = organiser("--verify", proof)
    assert (gone.code, gone.err) == (
        1,
        "mentorgen: The program has no scenario 'no-weak-pairs'.\n",
    )


def test_a_proof_is_not_written_over_a_file_or_for_readers(
    organiser: Organiser, tmp_path: Path
) -> None:
    file = tmp_path / "proof.json"
    file.write_text("mine")

    assert organiser("--proof", file).code == 2
    assert organiser("--proof", tmp_path / "new.json", "--format", "github").code == 2
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".json"] == ["proof.json"]
    assert file.read_text() == "mine"


def test_what_is_far_too_large_is_no_proof(organiser: Organiser, tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    with file.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)

    answer = organiser("--verify", file)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == f"mentorgen: {file} is far too large for a proof of a matching.\n"


def test_a_proof_of_another_program_says_which_round_is_missing(written: Organiser) -> None:
    (written.root / "program/cohorts/spring.yaml").rename(
        written.root / "program/cohorts/summer.yaml"
    )
    proof = written.root / "proof.json"
    (written.root / PROOF).rename(proof)
    for folder in ("applications", "pairs"):
        (written.root / f"program/{folder}/spring").rename(
            written.root / f"program/{folder}/summer"
        )

    answer = written("--verify", proof)

    assert (answer.code, answer.err) == (1, "")
    assert "The program has no round spring." in answer.out


def test_readers_get_the_answer_without_reasons(written: Organiser) -> None:
    proof = written.root / PROOF
    proof.write_text(proof.read_text().replace('["cy", "ana"]', '["di", "ana"]'))

    answer = written("--verify", proof, "--format", "github")

    assert answer.code == 1
    assert answer.out == snapshot("""\
The proof does not hold.

An organiser sees the reasons with 'mentorgen match --verify' and this file.
""")


class TestWithPrivateFolder:
    """Where wishes and vetoes are private, so is every number that rests on them."""

    @pytest.fixture
    def folders(self, make_repo: MakeRepo) -> Path:
        files = {f"open/{path}": text for path, text in a_round(settings=PRIVATE).items()}
        return make_repo({**files, "hidden/log/people/cy.yaml": VETO})

    @pytest.fixture
    def organiser(self, folders: Path, mentorgen: Mentorgen) -> Organiser:
        def typed(*arguments: object) -> Answer:
            private = ("--private", folders / "hidden") if arguments[0] == "match" else ()
            return mentorgen(*arguments, *private)

        return Organiser(folders / "open", typed)

    def test_pairs_are_public_and_the_proof_is_not(
        self, organiser: Organiser, folders: Path
    ) -> None:
        answer = organiser("--write", "--confirm")

        assert (answer.code, answer.err) == (0, "")
        pairs = folders / "open/program/pairs/spring"
        assert sorted(path.name for path in pairs.iterdir()) == ["ana-di.yaml", "bo-eva.yaml"]
        assert not (folders / "open/program/proposals").exists()
        proof = folders / "hidden/proposals/spring/2026-04-01.json"
        assert organiser("--verify", proof).code == 0

    def test_a_time_in_the_open_is_not_booked_for_somebody_whom_nobody_knows(
        self, make_repo: MakeRepo, mentorgen: Mentorgen
    ) -> None:
        tree = dict(a_round(settings=PRIVATE, more=other_forms()))
        fay = tree.pop("program/participants/fay.yaml")
        request = tree.pop("program/applications/spring/fay.yaml")
        root = make_repo(
            {
                **{f"open/{path}": text for path, text in tree.items()},
                "hidden/participants/fay.yaml": fay,
                "hidden/applications/spring/fay.yaml": request,
            }
        )
        folders = ("--root", root / "open", "--private", root / "hidden", "--today", TODAY)

        answer = mentorgen("match", "--write", "--confirm", *folders)

        assert (answer.code, answer.err) == (0, "")
        assert (root / "hidden/pairs/spring/hal-fay-private.yaml").exists()
        assert "fay" not in "".join(str(path) for path in (root / "open").rglob("*"))
        slot = root / "open/program/slots/hal/2026-04-09.yaml"
        assert slot.read_text() == other_forms()["program/slots/hal/2026-04-09.yaml"]

    def test_a_public_file_with_the_name_of_a_private_one_is_refused_and_readers_are_not_told(
        self, organiser: Organiser, folders: Path
    ) -> None:
        hidden = folders / "hidden/pairs/spring/bo-eva.yaml"
        hidden.parent.mkdir(parents=True)
        hidden.write_text(
            "schema: 1\nform: one-to-one\nmentors: [ana]\nmentees: [cy]\nstarts: 2026-04-01\n"
        )
        before = contents(folders)

        shown = organiser("--write")
        readers = organiser("--write", "--confirm", "--format", "github")

        assert (shown.code, shown.out) == (2, "")
        assert shown.err.replace(f"{folders}/", "") == snapshot(
            "mentorgen: hidden/pairs/spring/bo-eva.yaml has the name that open/program/pairs/spring/bo-eva.yaml would get, and another name would tell everybody of it; nothing was changed. Call the private file 'bo-eva-private'.\n"
        )
        assert (readers.code, readers.out) == (2, "")
        assert readers.err == f"mentorgen: {NOT_WRITTEN}\n"
        assert contents(folders) == before
        hidden.rename(hidden.with_name("bo-eva-private.yaml"))
        assert organiser("--write", "--confirm").code == 0

    def test_a_rematch_finds_old_suggestions_in_both_folders(
        self, organiser: Organiser, folders: Path
    ) -> None:
        pair = "schema: 1\nform: one-to-one\nmentors: [{}]\nmentees: [{}]\nstarts: 2026-04-01\n"
        old = {
            folders / "open/program/pairs/spring/open.yaml": pair.format("ana", "eva"),
            folders / "hidden/pairs/spring/hidden.yaml": pair.format("bo", "cy"),
        }
        for file, text in old.items():
            file.parent.mkdir(parents=True)
            file.write_text(text)

        answer = organiser("--write", "--rematch", "--confirm")

        assert (answer.code, answer.err) == (0, "")
        assert not any(file.exists() for file in old)

    def test_nothing_is_written_of_a_match_that_ignored_the_folder(
        self, folders: Path, mentorgen: Mentorgen
    ) -> None:
        common = ("match", "--root", folders / "open", "--today", TODAY, "--public-only", "--write")

        assert mentorgen(*common).code == 0
        answer = mentorgen(*common, "--confirm")

        assert (answer.code, answer.out) == (2, "")
        assert "could pair two people of whom one said no" in answer.err
        assert not (folders / "open/program/pairs").exists()

    def test_readers_are_shown_no_private_file(self, organiser: Organiser) -> None:
        answer = organiser("--write", "--format", "github")

        assert "ana-di.yaml" in answer.out
        assert "hidden" not in answer.out

    def test_without_the_folder_nothing_is_verified(
        self, organiser: Organiser, folders: Path, mentorgen: Mentorgen
    ) -> None:
        organiser("--write", "--confirm")
        proof = folders / "hidden/proposals/spring/2026-04-01.json"

        answer = mentorgen("match", "--verify", proof, "--root", folders / "open")

        assert answer.code == 2
        assert "Add --private FOLDER" in answer.err

    def test_points_are_refused_a_place_that_others_read(
        self, organiser: Organiser, folders: Path
    ) -> None:
        file = folders / "open/scores.csv"

        answer = organiser("--scores", file)

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.replace(str(file), "scores.csv") == snapshot(
            "mentorgen: scores.csv would lie in the program's folder, which others read, and the numbers rest on private wishes too. Choose a place outside of it, or add --public-only and leave --private out.\n"
        )
        assert not file.exists()

    def test_points_may_lie_in_the_private_folder(
        self, organiser: Organiser, folders: Path
    ) -> None:
        assert organiser("--scores", folders / "hidden/schemas/scores.csv").code == 0


def test_all_possible_pairs_are_written_for_a_spreadsheet(
    organiser: Organiser, tmp_path: Path
) -> None:
    file = tmp_path / "scores.csv"

    answer = organiser("--scores", file)

    assert (answer.code, answer.out) == (0, f"{file}\n")
    rows = [*csv.DictReader(file.read_text().splitlines())]
    best = next(row for row in rows if (row["mentor"], row["mentee"]) == ("ana", "cy"))
    assert (best["points"], best["most"], best["skills"]) == ("79", "100", "35")
    assert {row["mentor"] for row in rows} == {"ana", "bo", "gil"}


def test_points_never_take_the_place_of_a_file(organiser: Organiser) -> None:
    file = organiser.root / "program/program.yaml"
    before = file.read_bytes()

    answer = organiser("--scores", file)

    assert (answer.code, file.read_bytes()) == (2, before)
    assert answer.err == f"mentorgen: {file} is there already; nothing was changed.\n"


def test_a_rematch_takes_old_suggestions_away_and_says_so(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    pair = "schema: 1\nform: one-to-one\nmentors: [{}]\nmentees: [{}]\nstarts: 2026-04-01\n"
    more = {
        "program/pairs/spring/good.yaml": pair.format("ana", "cy"),
        "program/participants/xa.yaml": a_round()["program/participants/ana.yaml"],
        "program/participants/xb.yaml": a_round()["program/participants/cy.yaml"],
        "program/pairs/spring/sure.yaml": pair.format("xa", "xb"),
        "program/log/pairs/spring/sure.yaml": (
            "schema: 1\nfacts:\n  - {on: 2026-03-30, kind: confirmed, by: xa}\n"
            "  - {on: 2026-03-31, kind: confirmed, by: xb}\n"
        ),
        "program/pairs/spring/odd.yaml": pair.format("bo", "di"),
        "program/log/pairs/spring/odd.yaml": (
            "schema: 1\nfacts:\n  - {on: 2026-04-01, kind: confirmed, by: bo}\n"
        ),
    }
    organiser = Organiser(make_repo(a_round(more=more)), mentorgen)

    usual = organiser("--write")
    answer = organiser("--write", "--rematch")

    assert usual.out == "There is no suggestion that has no file yet.\n"
    assert [
        line.replace(f"{organiser.root}/program/", "")
        for line in answer.out.splitlines()
        if line.startswith(("write", "delete"))
    ] == snapshot(
        [
            "delete pairs/spring/odd.yaml",
            "delete log/pairs/spring/odd.yaml",
            "write pairs/spring/bo-eva.yaml",
            "write proposals/spring/2026-04-01.json",
        ]
    )


@pytest.mark.parametrize(
    ("go", "stood", "is_many"),
    [(3, 3, False), (4, 4, True), (4, 15, True), (4, 16, False), (25, 100, False), (26, 100, True)],
)
def test_more_than_a_quarter_of_the_suggestions_is_a_lot(
    go: int, stood: int, *, is_many: bool
) -> None:
    assert is_upheaval(go, stood) is is_many


def test_many_old_suggestions_go_only_when_that_is_said(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    names = [f"x{number}" for number in range(5)]
    people = {
        f"program/participants/{name}{side}.yaml": (
            f"schema: 1\nname: {name.title()} {side.title()}\nrole: {role}\nlanguages: [en]\n"
            f"consent: {{version: 1, given: 2026-01-10}}\n{field}:\n  - skill: s{skill}\n"
        )
        for at, name in enumerate(names)
        for side, role, field, skill in (
            ("m", "mentor", "offers", at),
            ("t", "mentee", "wants", (at + 1) % 5),
        )
    }
    pairs = {
        f"program/pairs/spring/{name}.yaml": (
            f"schema: 1\nform: one-to-one\nmentors: [{name}m]\nmentees: [{name}t]\nstarts: 2026-04-01\n"
        )
        for name in names
    }
    tree = dict(a_round(more={**people, **pairs}))
    for slug in ("ana", "bo", "cy", "di", "eva"):
        del tree[f"program/participants/{slug}.yaml"]
    del tree["program/skills.yaml"]
    organiser = Organiser(make_repo(tree), mentorgen)
    before = contents(organiser.root)

    refused = organiser("--write", "--rematch", "--confirm")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == snapshot(
        "mentorgen: 5 of 5 suggestions would go, which is a lot; nothing was changed. If that is what you want, add --many-changes.\n"
    )
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    readers = organiser(
        *("--write", "--rematch", "--confirm", "--format", "github", "--private", hidden)
    )
    assert readers.code == 2
    assert readers.err.endswith(f"mentorgen: {NOT_WRITTEN}\n")
    assert contents(organiser.root) == before
    agreed = organiser("--write", "--rematch", "--confirm", "--many-changes")
    assert (agreed.code, agreed.err) == (0, "")
    assert organiser.check().out == ""
