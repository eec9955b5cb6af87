"""Turn a file of real cohorts (what projects asked for and mentors offered) into a program folder.

Usage: python bench/cohorts.py FILE.json FOLDER

The file is JSON: {"cohorts": [{"id", "mentees": [{"id", "wants", "text", "utc_offset_hours",
"mentors_wanted"}], "mentors": [{"id", "offers", "utc_offset_hours", "capacity"}]}]}. It knows how far
people are from UTC but not when they are free: they are taken to be free from 8 to 22 on weekdays.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mentorgen.loading.layout import place_for
from mentorgen.model.ids import Kind
from mentorgen.output.new_records import id_from, quoted

JOINED = "2026-08-01"
STARTS, ENDS = "2026-09-07", "2026-12-27"
AWAKE = "[weekday-morning, weekday-midday, weekday-afternoon, weekday-evening]"
LONGEST_AIM = 300


def program_files(cohorts: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the program."""
    cohorts = tuple(cohorts)
    people = [
        (cohort["id"], person)
        for cohort in cohorts
        for person in (*cohort["mentees"], *cohort["mentors"])
    ]
    yield (
        "program/program.yaml",
        "schema: 1\nname: Real cohorts\npurpose: A test with real requests.\n",
    )
    yield "program/skills.yaml", _vocabulary(person for _, person in people)
    for cohort in cohorts:
        name = id_from(f"cohort {cohort['id']}", otherwise="cohort")
        text = (
            f"schema: 1\nname: {quoted('Cohort ' + cohort['id'])}\nstarts: {STARTS}\nends: {ENDS}\n"
        )
        yield place_for(Kind.COHORT, id=name), text
    for cohort, person in people:
        name = id_from(f"cohort {cohort}", otherwise="cohort")
        slug = id_from(person["id"], otherwise="person")
        yield place_for(Kind.PARTICIPANT, slug=slug), "\n".join(_participant(person)) + "\n"
        place = place_for(Kind.APPLICATION, cohort=name, slug=slug)
        yield place, f"schema: 1\napplied: {JOINED}\n"


def _skills(person: Mapping[str, Any]) -> dict[str, str]:
    """Map the ids of what somebody wants or offers to the words they used."""
    words = person.get("wants", person.get("offers", []))
    return {id_from(word, otherwise="skill"): word for word in words if word.strip()}


def _vocabulary(people: Iterable[Mapping[str, Any]]) -> str:
    found: dict[str, str] = {}
    for person in people:
        for skill, label in _skills(person).items():
            found.setdefault(skill, label)
    lines = ["schema: 1", "skills:"]
    for skill, label in sorted(found.items()):
        lines += [f"  - id: {skill}", f"    label: {json.dumps(label, ensure_ascii=False)}"]
    return "\n".join(lines) + "\n"


def _participant(person: Mapping[str, Any]) -> Iterator[str]:
    mentors = "offers" in person
    yield "schema: 1"
    yield f"name: {quoted(person['id'].replace('-', ' ').capitalize())}"
    yield f"role: {'mentor' if mentors else 'mentee'}"
    yield f"joined: {JOINED}"
    yield "consent:"
    yield "  version: 1"
    yield f"  given: {JOINED}"
    yield "  shows: [time-zone, parts-of-day]"
    if person.get("text"):
        yield f"about: {json.dumps(person['text'], ensure_ascii=False)}"
    if person["utc_offset_hours"] is not None:
        yield f"timezone: {_zone(person['utc_offset_hours'])}"
        yield f"parts_of_day: {AWAKE}"
    if mentors:
        yield f"capacity: {person['capacity']}"
    else:
        yield f"mentors_wanted: {min(person['mentors_wanted'], 3)}"
    skills = _skills(person)
    if skills:
        yield "offers:" if mentors else "wants:"
        yield from (f"  - skill: {skill}" for skill in skills)


def _zone(hours_ahead: int) -> str:
    """Name the zone of a whole number of hours ahead of UTC; its sign is the other way round."""
    return f"Etc/GMT{-hours_ahead:+d}" if hours_ahead else "UTC"


def main(source: str, folder: str) -> None:
    """Write the program of a file into a folder."""
    cohorts = json.loads(Path(source).read_text(encoding="utf-8"))["cohorts"]
    for place, text in program_files(cohorts):
        file = Path(folder, place)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
