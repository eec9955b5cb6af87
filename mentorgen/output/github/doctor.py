"""What an organiser is told about the repository's settings, each with the click that mends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from mentorgen.output.report import Block, Heading, Paragraph, Report, Verbatim


class State(StrEnum):
    """How it is with one thing."""

    FINE = "fine"
    MISSING = "missing"
    UNSEEN = "not seen"
    """The token may not look."""
    LATER = "later"
    """It comes by itself."""


class Matter(Enum):
    """One thing that must be so, what it means when it is not, and where to click."""

    def __init__(self, fine: str, otherwise: str, click: str, page: str) -> None:
        self.fine = fine
        self.otherwise = otherwise
        self.click = click
        self.page = page

    OPEN = (
        "The repository can be written to.",
        "The repository is archived, so nothing can be changed in it.",
        "Settings > General > Danger Zone: unarchive this repository.",
        "settings",
    )
    ISSUES = (
        "Issues are on.",
        "Issues are off, so nobody can join, report a meeting or be reminded.",
        "Settings > General > Features: tick Issues.",
        "settings",
    )
    ACTIONS = (
        "Workflows run here.",
        "Actions are off, so no workflow runs.",
        "Settings > Actions > General > Actions permissions: allow all actions, or those of GitHub.",
        "settings/actions",
    )
    ALLOWED = (
        "Workflows may use GitHub's own actions.",
        "The rules for actions keep GitHub's own out, so no workflow can even look at the files.",
        "Settings > Actions > General > Actions permissions: tick 'Allow actions created by GitHub'.",
        "settings/actions",
    )
    PROPOSING = (
        "Workflows may open pull requests.",
        (
            "Workflows may not open pull requests, so each proposal waits on a branch for somebody to"
            " open one."
        ),
        (
            "Settings > Actions > General > Workflow permissions: tick 'Allow GitHub Actions to create"
            " and approve pull requests'."
        ),
        "settings/actions",
    )
    PAGES = (
        "Pages publishes the site.",
        "Pages is not set up, so the site is nowhere to be read.",
        "Settings > Pages > Build and deployment > Source: choose GitHub Actions.",
        "settings/pages",
    )
    SOURCE = (
        "Pages takes the site from the workflow.",
        "Pages publishes a branch and not what the workflow builds.",
        "Settings > Pages > Build and deployment > Source: choose GitHub Actions.",
        "settings/pages",
    )
    GUARD = (
        "The main branch can neither be deleted nor rewritten.",
        "The main branch can be deleted or rewritten by everybody who may push.",
        (
            "Settings > Rules > Rulesets > New branch ruleset: target the default branch, tick 'Restrict"
            " deletions' and 'Block force pushes'. Both leave the workflows free to work."
        ),
        "settings/rules",
    )
    APPROVALS = (
        "An approval ends when what was approved changes.",
        (
            "An approval stays when somebody changes what was approved. Only its own updates of a proposal"
            " mentorgen lets end it."
        ),
        (
            "Settings > Rules > Rulesets (or Branches), the rule of the main branch, 'Require a pull"
            " request before merging': tick 'Dismiss stale pull request approvals when new commits are"
            " pushed'."
        ),
        "settings/rules",
    )
    LABELS = (
        "Every form has its label.",
        "Some forms have no label yet: {}.",
        "Nothing to click: each comes with the first form that somebody fills in.",
        "labels",
    )
    THERE = (
        "All workflows are on the main branch.",
        "The main branch lacks the workflow {}.",
        "copy it from mentorgen's own repository into .github/workflows.",
        "actions",
    )
    ENABLED = (
        "All workflows are enabled.",
        "The workflow {} is switched off; GitHub does that by itself after 60 days without a commit.",
        "open it and press 'Enable workflow'.",
        "actions/workflows/{}",
    )
    SUCCEEDED = (
        "No workflow failed in its last run.",
        "The last run of {} failed.",
        "open the run, read its summary, mend what it says, and press 'Re-run all jobs'.",
        "actions/workflows/{}",
    )
    RECENT = (
        "The workflows with a timetable keep to it.",
        "The workflow {} has not run for days, though it should.",
        "open it and press 'Run workflow'.",
        "actions/workflows/{}",
    )
    TURNS = (
        "Workflows that write wait for each other.",
        "The workflow {} does not wait for the others that write, so two can get into each other's way.",
        (
            "edit it, and give it the lines below 'concurrency:' with 'group: mentorgen-writes' that it"
            " has in mentorgen's own repository."
        ),
        "blob/HEAD/.github/workflows/{}",
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """How it is with one matter; `name` says of which workflow or labels."""

    matter: Matter
    state: State
    name: str = ""

    @property
    def text(self) -> str:
        """The finding in a sentence."""
        if self.state is State.FINE:
            return self.matter.fine
        if self.state is State.UNSEEN:
            return f"The token may not look whether this is so: {self.matter.fine}"
        return self.matter.otherwise.format(self.name)

    @property
    def page(self) -> str:
        """Where to click, below the repository's address."""
        return self.matter.page.format(self.name)


def doctor_report(address: str, login: str, findings: Sequence[Finding]) -> Report:
    """Say what is missing, worst first, and what is fine in one list at the end."""
    by_state = {state: [one for one in findings if one.state is state] for state in State}
    blocks: list[Block] = [Heading(f"{address}, looked at as {login}")]
    for one in (one for state in State if state is not State.FINE for one in by_state[state]):
        blocks.append(Paragraph(f"{one.state.value.capitalize()}: {one.text} {_way(one)}"))
        blocks.append(Verbatim((f"{address}/{one.page}",)))
    blocks.append(Paragraph(f"Fine: {' '.join(one.text for one in by_state[State.FINE])}"))
    blocks.append(Paragraph(_summary(by_state[State.MISSING], by_state[State.UNSEEN])))
    return Report(
        tuple(blocks),
        {"repository": address, "findings": [_data(one, address) for one in findings]},
    )


def _way(one: Finding) -> str:
    if one.state is State.UNSEEN:
        return "Look yourself:"
    return one.matter.click if one.state is State.LATER else f"To mend it: {one.matter.click}"


def _summary(missing: Sequence[Finding], unseen: Sequence[Finding]) -> str:
    if unseen:
        return (
            f"{len(missing)} missing, {len(unseen)} not seen. An owner sees all: take a token of"
            " yours with the right to read the repository's administration and its Actions."
        )
    return f"{len(missing)} missing." if missing else "Nothing is missing."


def _data(one: Finding, address: str) -> dict[str, str]:
    return {
        "matter": one.matter.name.lower(),
        "name": one.name,
        "state": one.state.value,
        "text": one.text,
        "click": "" if one.state is State.FINE else one.matter.click,
        "page": f"{address}/{one.page}",
    }
