"""What a step of a workflow prints: no text becomes a command, and its summary fits."""

import sys
import unicodedata
from io import BytesIO, TextIOWrapper
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.adapters import workflow
from mentorgen.adapters.workflow import MOST_BYTES, add_to_summary, harmless, safe_log, tell_runner

IN_WORKFLOW = {"GITHUB_ACTIONS": "true"}


def _is_command(line: str) -> bool:
    """Tell whether a runner obeys a line; it may pass over what nobody sees."""
    seen = "".join(one for one in line if unicodedata.category(one) not in {"Cc", "Cf"})
    return seen.lstrip().startswith("::") or "##[" in seen


@pytest.mark.parametrize(
    "text",
    [
        "::error::x",
        "  ::error file=a::x",
        "a\n::error::x",
        "a\r::error::x",
        "a\r\n\t::add-mask::e",
        "\u00a0\u3000::error::x",
        "\ufeff::error::x",
        ":\u200b:error::x",
        "a ##[error]b",
        "##[add-mask]e",
        "#\u200d#[stop-commands]e",
        "##\u2060[error]",
        "a\x1b##[group]",
        "::a\n::b\n\n::c ##[d]##[e]",
    ],
)
def test_no_text_is_a_command(text: str) -> None:
    assert not any(map(_is_command, harmless(text).replace("\r", "\n").split("\n")))
    assert harmless(text).replace("\\", "") == text


@given(st.text(alphabet=[*":#[]ab \n\r\t\u200b\ufeff\u00a0\x00"], max_size=30))
def test_whatever_is_written_no_line_is_a_command(text: str) -> None:
    written = harmless(text)

    assert not any(map(_is_command, written.replace("\r", "\n").split("\n")))
    assert written.replace("\\", "") == text


@pytest.mark.parametrize(
    "text", ["a: b :: c", "std::vector", "# Head", "## [a](b)", "[#1]", "12::30"]
)
def test_ordinary_text_stays(text: str) -> None:
    assert harmless(text) == text


def _streams(monkeypatch: pytest.MonkeyPatch) -> tuple[BytesIO, BytesIO]:
    out, err = BytesIO(), BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(out, "utf-8"))
    monkeypatch.setattr(sys, "stderr", TextIOWrapper(err, "utf-8"))
    return out, err


def test_in_a_workflow_only_our_own_commands_are_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = _streams(monkeypatch)
    before = sys.stdout, sys.stderr

    with safe_log(IN_WORKFLOW):
        click.echo("::error::people's")
        tell_runner(["::error::ours"])
        click.echo("ß ##[error]people's", err=True)

    assert (sys.stdout, sys.stderr) == before
    assert out.getvalue() == b"\\::error::people's\n::error::ours\n"
    assert err.getvalue().decode() == "ß ##\\[error]people's\n"
    click.echo("after")
    assert out.getvalue().endswith(b"after\n")


def test_elsewhere_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    out, _ = _streams(monkeypatch)

    with safe_log({"GITHUB_ACTIONS": "false"}):
        click.echo("::error::x")
        tell_runner(["::error::y"])

    assert out.getvalue() == b"::error::x\n::error::y\n"


def test_what_goes_into_a_file_is_no_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, err = _streams(monkeypatch)
    file = tmp_path / "out.csv"

    with file.open("w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with safe_log(IN_WORKFLOW):
            click.echo("::a ##[b]")
            click.echo("::a ##[b]", err=True)

    assert file.read_text() == "::a ##[b]\n"
    assert err.getvalue() == b"\\::a ##\\[b]\n"


def test_a_summary_grows_and_is_nothing_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(workflow.SUMMARY, raising=False)
    add_to_summary("nowhere")
    file = tmp_path / "summary"
    monkeypatch.setenv(workflow.SUMMARY, str(file))

    add_to_summary("one\n")
    add_to_summary("two — ß\n")

    assert file.read_text() == "one\ntwo — ß\n"


def test_a_summary_that_is_too_long_ends_with_a_whole_line_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "summary"
    monkeypatch.setenv(workflow.SUMMARY, str(file))

    add_to_summary("| ß |\n" * 300_000)
    full = file.read_bytes()
    add_to_summary("| more |\n")

    assert MOST_BYTES - 20 < len(full) <= MOST_BYTES
    assert full.decode().endswith(
        "| ß |\n\n\nThere is more than fits here; the log of this step has all of it.\n"
    )
    assert file.read_bytes() == full
