"""Which lines an event lets a workflow run; and that our reader of such conditions reads them as GitHub does."""

from pathlib import Path

import pytest
import yaml

from tests.adapters.github.expressions import Context, Value

WORKFLOWS = Path(__file__).parents[3] / ".github" / "workflows"
GITHUB: Value = {
    "event_name": "pull_request",
    "number": 7,
    "labels": [{"name": "a"}, {"name": "b c"}],
    "merge": None,
    "large": True,
}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("github.event_name", "pull_request"),
        ("github.nothing.at.all", None),
        ("github.event_name == 'pull_request'", True),
        ("github.event_name != 'pull_request'", False),
        ("!github.merge && github.large", True),
        ("!(github.large && github.merge)", True),
        ("github.merge || 'it''s'", "it's"),
        ("github.merge == 'x' || github.large && 'both'", "both"),
        ("join(github.labels.*.name, ',')", "a,b c"),
        ("hashFiles('there.txt') != ''", True),
        ("hashFiles('gone.txt') != ''", False),
    ],
)
def test_an_expression_has_its_value(expression: str, value: Value, tmp_path: Path) -> None:
    (tmp_path / "there.txt").touch()

    assert Context({"github": GITHUB}, tmp_path).value(expression) == value


def test_values_are_put_into_a_text(tmp_path: Path) -> None:
    context = Context({"github": GITHUB}, tmp_path)

    filled = context.filled("${{ github.number }}-${{ github.merge }}-${{ github.large }}")

    assert filled == "7--true"
    assert context.is_true("")


def _ran(
    workflow: str, values: dict[str, Value], place: Path, *, has_failed: bool = False
) -> list[str]:
    """Name the steps that an event lets a workflow run."""
    content = yaml.safe_load((WORKFLOWS / f"{workflow}.yml").read_text())  # noqa: TID251 # no record
    context = Context(values, place, has_failed=has_failed)
    return [
        step["name"]
        for job in content["jobs"].values()
        if context.is_true(job.get("if", ""))
        for step in job["steps"]
        if "run" in step and context.is_true(step.get("if", ""))
    ]


def _event(
    name: str, *, confirm: bool | None = None, large: bool | None = None
) -> dict[str, Value]:
    return {"github": {"event_name": name}, "inputs": {"confirm": confirm, "large": large}}


HOMES, MANY, TOLD = (
    "Open and update the pairs' homes",
    "Open many homes",
    "Tell applicants where they stand",
)
TRY, TIMER = "workflow_dispatch", "schedule"


@pytest.mark.parametrize(
    ("workflow", "values", "steps"),
    [
        ("match", _event(TIMER), ["Propose pairs", HOMES, TOLD]),
        ("match", _event(TRY, confirm=False, large=False), ["Show what would be proposed"]),
        ("match", _event(TRY, confirm=False, large=True), ["Show what would be proposed"]),
        ("match", _event(TRY, confirm=True, large=False), ["Propose pairs", HOMES, TOLD]),
        ("match", _event(TRY, confirm=True, large=True), ["Propose pairs", MANY, TOLD]),
        ("remind", _event(TIMER), ["Remind", "Tell the organisers"]),
        ("remind", _event(TRY, confirm=False, large=False), ["Show what would be sent"]),
        ("remind", _event(TRY, confirm=False, large=True), ["Show what would be sent"]),
        ("remind", _event(TRY, confirm=True, large=False), ["Remind", "Tell the organisers"]),
        ("remind", _event(TRY, confirm=True, large=True), ["Remind many", "Tell the organisers"]),
    ],
)
def test_a_workflow_writes_only_on_its_day_or_when_somebody_confirms(
    workflow: str, values: dict[str, Value], steps: list[str], tmp_path: Path
) -> None:
    assert _ran(workflow, values, tmp_path) == steps


@pytest.mark.parametrize(
    ("comment", "issue", "runs"),
    [("User", "Bot", True), ("Bot", "Bot", False), ("User", "User", False)],
)
def test_comments_of_people_below_what_a_bot_wrote_are_followed(
    comment: str, issue: str, *, runs: bool, tmp_path: Path
) -> None:
    event: Value = {"comment": {"user": {"type": comment}}, "issue": {"user": {"type": issue}}}

    assert bool(_ran("commands", {"github": {"event": event}}, tmp_path)) is runs


@pytest.mark.parametrize(("author", "runs"), [("User", True), ("Bot", False)])
def test_forms_of_people_are_taken_in(author: str, *, runs: bool, tmp_path: Path) -> None:
    event: Value = {"issue": {"user": {"type": author}}}

    assert bool(_ran("join", {"github": {"event": event}}, tmp_path)) is runs


@pytest.mark.parametrize(
    ("code", "step"),
    [
        ("mentorgen/__init__.py", "Install from the code, where it stands beside the program"),
        ("README.md", "Install the package, where only its lock does"),
    ],
)
def test_the_code_is_installed_from_where_it_stands(code: str, step: str, tmp_path: Path) -> None:
    (tmp_path / code).parent.mkdir(exist_ok=True)
    (tmp_path / code).touch()
    action = yaml.safe_load((WORKFLOWS.parent / "actions/install/action.yml").read_text())  # noqa: TID251
    context = Context({}, tmp_path)

    ran = [
        one["name"]
        for one in action["runs"]["steps"]
        if "run" in one and context.is_true(one["if"])
    ]

    assert ran == [step]


def test_the_organisers_are_told_only_where_the_site_was_not_published(tmp_path: Path) -> None:
    built = ["Check the program", "Build the site"]

    assert _ran("publish", {}, tmp_path) == built
    assert _ran("publish", {}, tmp_path, has_failed=True) == [*built, "Tell the organisers"]
