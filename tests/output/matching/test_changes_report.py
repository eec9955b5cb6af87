"""What would be written is shown, but for what only programs read."""

from pathlib import Path

from mentorgen.output.matching.changes_report import PROOF, FileChange, changes_report
from mentorgen.output.report import as_markdown


def test_a_pair_is_shown_whole_and_a_proof_is_only_named() -> None:
    pair = FileChange(Path("program/pairs/one/ana-cy.yaml"), "schema: 1", public=True)
    proof = FileChange(Path("program/proposals/one/2026-04-01.json"), "[0, 1]", public=True)

    shown = as_markdown(changes_report([pair, proof], applied=False))

    assert "schema: 1" in shown
    assert "write program/proposals/one/2026-04-01.json" in shown
    assert PROOF.split(":")[0] in shown
    assert "[0, 1]" not in shown
