"""The search for canaries goes red: leaks are planted in a copy of the package, one for each view."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PAGES = "output/site/pages"
WHO = "next(iter(frame.program.participants.values())).contact"
OTHER = "frame.program.participants[{}].contact"
LEAKS = {
    "PersonCard": ("cards.py", 'line=person.line or ""', "person.contact"),
    "PersonView": ("person.py", 'line=person.line or ""', "person.contact"),
    "PersonRef": ("frame.py", "name=person.name", "person.contact"),
    "PairCard": (
        "cards.py",
        "line=joined([*labels[:1], when], Joint.COMMA)",
        OTHER.format("pair.everyone[0]"),
    ),
    "PairView": ("pair.py", 'lead=pair.aim or ""', OTHER.format("pair.everyone[0]")),
    "PeopleView": ("people.py", 'title=said("People")', WHO),
    "HomeView": ("home.py", "title=settings.name", WHO),
    "WinView": ("home.py", "by=person.name", "record.contact"),
    "ReasonView": ("matches.py", "text=reason.text", OTHER.format("couple[0]")),
    "MatchesView": (
        "matches.py",
        "description=_ABOUT",
        WHO,
    ),
    "DashboardView": ("dashboard.py", "lead=_lead(frame)", WHO),
    "TrainingView": ("training.py", "title=_TRAINING", WHO),
    "ModuleView": ("training.py", "title=module.title", WHO),
    "SkillView": ("skill.py", "title=skill.label", WHO),
    "SkillsView": ("skills.py", 'title=said("Skills")', WHO),
    "MyMentoringView": ("me.py", 'title=said("My mentoring")', WHO),
    "MyRoundView": ("me.py", "name=cohort.name", WHO),
    "MyNameView": ("me.py", "name=person.name", OTHER.format("slug")),
    "CalendarView": ("calendar.py", 'title=said("Calendar")', WHO),
    "DateView": ("calendar.py", "title=event.name", WHO),
    "ApiProgram": ("api.py", "name=settings.name", WHO),
    "ApiPerson": ("api.py", "line=person.line", "person.contact"),
    "ApiPair": ("api.py", "aim=pair.aim", OTHER.format("pair.everyone[0]")),
    "ApiRound": ("api.py", "name=cohort.name", WHO),
    "ApiSkill": ("api.py", "label=skill.label", WHO),
    "RoundView": ("round.py", "title=cohort.name", WHO),
    "TakePartView": ("taking_part.py", 'title=said("How to take part")', WHO),
    "RulesView": ("rules.py", 'title=said("Program rules")', WHO),
    "PrivacyView": ("privacy.py", 'title=said("Privacy")', WHO),
    "AccessibilityView": ("accessibility.py", 'title=said("Accessibility")', WHO),
    "OrganisersView": ("organisers.py", 'contact=settings.contact or ""', WHO),
    "NewsPageView": ("news.py", 'title=said("News")', WHO),
    "NewsView": ("news.py", "text=_named(frame, [slug for _, slug in joined_then])", WHO),
    "ReportsView": ("report.py", 'title=said("Reports")', WHO),
    "ReportView": ("report.py", "state=_state(frame, cohort)", WHO),
    "TrendView": ("trends.py", "note=measure.note", WHO.replace("frame.", "")),
    "RoundsView": ("round.py", 'title=said("Rounds")', WHO),
}
"""For each view: the module that fills it, what it fills one field with, and the private thing put there."""
FILTERS = {
    "goals and meetings of the pair alone": (
        "frame.py",
        "agreed(_without_private_notes(program), today=today)",
        "agreed(program, today=today)",
        "pair Goal.title",
    ),
    "who did not consent": (
        "frame.py",
        "agreed(_without_private_notes(program), today=today)",
        "_without_private_notes(program)",
        "nobody Participant.name",
    ),
    "what was not ticked": (
        "frame.py",
        "return person.consent is not None and what in person.consent.shows",
        "return True",
        "in-files Participant.links",
    ),
}
SEARCH = """
import sys
from pathlib import Path
from mentorgen.output.site.builder import SiteOptions, build_site
from tests.privacy.canaries import TODAY
from tests.privacy.places import lay_out
laid = lay_out(Path(sys.argv[1]), 20)
program = laid.program(privately=True)
site = build_site(program, SiteOptions(today=TODAY, suggest_from=program))
pages = [f"{page.description} {page.title} {page.html}" for page in site.pages]
files = [f"{file.place} {file.text}".replace("\\r\\n ", "") for file in site.files]
text = "\\n".join([*pages, *files])
for circle, fields in laid.told(text).items():
    for field in fields:
        print(circle.name.lower().replace("_", "-"), field)
for part in text.split("planted")[1:]:
    for circle in laid.told(part[: part.find("@")]):
        print(circle.name.lower(), part.split("=")[0])
"""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the package to plant things in."""
    ignored = shutil.ignore_patterns("__pycache__")
    return shutil.copytree(REPOSITORY / "mentorgen", tmp_path / "mentorgen", ignore=ignored)


def _replace(package: Path, module: str, before: str, after: str) -> None:
    file = package / PAGES / module
    text = file.read_text()
    assert before in text, f"{module} no longer says {before}"
    file.write_text(text.replace(before, after, 1))


def _found(package: Path) -> set[str]:
    """Search all pages of a private program, as the copied package makes them."""
    folder = package.parent / "program"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(package.parent), str(REPOSITORY)])}
    command = [sys.executable, "-c", SEARCH, str(folder)]
    run = subprocess.run(
        command, env=env, cwd=package.parent, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return {*run.stdout.splitlines()}


def _secrets(found: set[str]) -> Iterator[str]:
    return (line for line in found if not line.startswith(("shown ", "hidden ")))


def test_a_copy_without_a_leak_is_clean(copied: Path) -> None:
    assert [*_secrets(_found(copied))] == []


def test_a_leak_in_any_view_is_seen(copied: Path) -> None:
    for view, (module, before, private) in LEAKS.items():
        field = before.partition("=")[0]
        _replace(copied, module, before, f'{field}=f"planted{view}={{{private}}}"')

    assert {f"coordinators {view}" for view in LEAKS} <= _found(copied)


@pytest.mark.parametrize("what", FILTERS)
def test_a_filter_that_is_gone_is_seen(what: str, copied: Path) -> None:
    module, before, after, seen = FILTERS[what]
    _replace(copied, module, before, after)

    assert seen in _found(copied)
