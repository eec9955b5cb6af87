"""The suite's own programs as files: `{path: text}` for `make_repo`, as different as adopters are.

All of them make sense on `TODAY`.
"""

from collections.abc import Mapping
from datetime import date

TODAY = date(2026, 4, 1)

Tree = Mapping[str, str]

SITE: Tree = {
    "mkdocs.yml": """\
site_name: To be named by the program
theme:
  name: material
  font: false
plugins:
  - search
  - mentorgen
extra:
  generator: false
""",
    "docs/handbook/participants.md": "# How to take part\n\nWrite to the organisers.\n",
}
"""What a program needs beside itself to become a site."""


def empty() -> Tree:
    """Give a program of one file: nobody is in it and nothing has begun."""
    return {
        "program/program.yaml": """\
schema: 1
name: Bare Loom
purpose: Nobody is here yet.
"""
    }


def three_people() -> Tree:
    """Give a round in which Ana mentors Ben, with all that a pair can have, and Cleo waits."""
    return {
        "program/program.yaml": """\
schema: 1
name: Two Looms
purpose: People learn from each other.
repository: https://github.com/example-looms/mentors
coordinators: [ana]
""",
        "program/skills.yaml": """\
schema: 1
skills:
  - id: testing
    label: Testing
    aliases: [unit tests]
    aim: write a first test
  - id: writing
    label: Writing
""",
        "program/cohorts/2026-spring.yaml": """\
schema: 1
name: Spring round
starts: 2026-03-02
ends: 2026-08-30
plan: half-year
""",
        "program/plans/half-year.yaml": """\
schema: 1
name: Half a year
stages:
  - name: Getting to know each other
    weeks: 6
    agenda:
      - {item: How the week was, minutes: 10}
      - item: What comes next
  - name: Making something
    weeks: 20
""",
        "program/participants/ana.yaml": """\
schema: 1
name: Ana Rivers
role: mentor
consent:
  version: 1
  given: 2026-01-10
  shows: [time-zone, parts-of-day, links, last-active]
line: I read tests for breakfast.
about: |
  Ask me about **flaky** tests.
languages: [en, pt]
offers:
  - {skill: testing, level: can-teach}
capacity: 2
timezone: Europe/Lisbon
parts_of_day: [weekday-evening]
links: [https://www.ana.example.org/tests]
""",
        "program/participants/ben.yaml": """\
schema: 1
name: Ben Okoro
role: mentee
consent: {version: 1, given: 2026-01-11}
languages: [en]
wants:
  - {skill: testing, level: new}
""",
        "program/participants/cleo.yaml": """\
schema: 1
name: Cleo Marsh
role: mentee
consent: {version: 1, given: 2026-01-12}
languages: [en]
wants:
  - skill: testing
""",
        "program/applications/2026-spring/ana.yaml": """\
schema: 1
applied: 2026-02-01
""",
        "program/applications/2026-spring/cleo.yaml": """\
schema: 1
applied: 2026-03-20
""",
        "program/pairs/2026-spring/ana-ben.yaml": """\
schema: 1
form: one-to-one
mentors: [ana]
mentees: [ben]
skills: [testing]
aim: A test suite that nobody fears
starts: 2026-03-02
""",
        "program/log/pairs/2026-spring/ana-ben.yaml": """\
schema: 1
facts:
  - {on: 2026-02-26, kind: confirmed, by: ana}
  - {on: 2026-02-27, kind: confirmed, by: ben}
""",
        "program/goals/2026-spring/ana-ben/first-test.yaml": """\
schema: 1
title: A first test
set_on: 2026-03-02
due: 2026-06-01
milestones:
  - {name: Read one, due: 2026-03-20, reached: 2026-03-18}
  - {name: Write one, due: 2026-04-20}
""",
        "program/meetings/2026-spring/ana-ben/2026-03-18.md": """\
---
schema: 1
kind: call
minutes: 45
present: [ana, ben]
next: {on: 2026-04-08, at: "18:00"}
---

We read a test together.

- [ ] ben: write one by himself, by 2026-04-08
""",
        "program/events/2026-spring/showcase.yaml": """\
schema: 1
name: Showcase
kind: showcase
on: 2026-08-20
at: "17:00"
about: Everybody shows one thing.
link: https://events.example.org/showcase
""",
        "program/log/people/ben.yaml": """\
schema: 1
facts:
  - {on: 2026-03-05, kind: completed, module: mentees/asking}
""",
        "training/mentees/asking.md": """\
---
schema: 1
title: Asking early
audience: [mentee]
minutes: 8
objectives: [Ask before it hurts]
reviewed: 2026-02-01
quiz:
  - question: When do you ask?
    answers: [Never, Now]
    right: 2
    why: It is cheaper.
---

## Why

Because the second hour teaches little.
""",
    }


def among_members(tree: Tree) -> Tree:
    """Keep a program in a private repository, which its members read."""
    program = "program/program.yaml"
    return {**tree, program: f"{tree[program]}layout: private\n"}


def spanish_translators() -> Tree:
    """Give eight people who translate and write Spanish; four of them have no GitHub account."""
    names = ("Inés", "Ramón", "Begoña", "Tomás", "Nuria", "Óscar", "Lucía", "Íñigo")
    people = {
        f"program/participants/{slug}.yaml": _translator(number, slug, name)
        for number, (slug, name) in enumerate(zip(_ascii(names), names, strict=True))
    }
    return {
        "program/program.yaml": """\
schema: 1
name: Mesa de traducción
purpose: Traducimos el manual entre todas y todos. ¡Ven!
timezone: Europe/Madrid
language: es
""",
        "program/skills.yaml": """\
schema: 1
skills:
  - id: traduccion
    label: Traducción
    aliases: [traducir]
    aim: traducir la primera página
""",
        "program/cohorts/2026-primavera.yaml": """\
schema: 1
name: Ronda de primavera
starts: 2026-03-02
ends: 2026-08-30
forms: [group]
""",
        "program/pairs/2026-primavera/mesa.yaml": """\
schema: 1
form: group
mentors: [ines]
mentees: [begona, nuria, lucia]
skills: [traduccion]
starts: 2026-03-02
rhythm_days: 14
""",
        "program/log/pairs/2026-primavera/mesa.yaml": """\
schema: 1
facts:
  - {on: 2026-02-26, kind: confirmed, by: ines}
  - {on: 2026-02-26, kind: confirmed, by: begona}
  - {on: 2026-02-27, kind: confirmed, by: nuria}
  - {on: 2026-02-28, kind: confirmed, by: lucia}
""",
        "program/meetings/2026-primavera/mesa/2026-03-17.md": """\
---
schema: 1
kind: chat
---

Tradujimos la primera página. Qué alegría.
""",
        **people,
    }


def _ascii(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.lower().translate(str.maketrans("áéíóúñ", "aeioun")) for name in names)


def _translator(number: int, slug: str, name: str) -> str:
    mentors = number % 2 == 0
    account = f"github: example-{slug}\n" if number >= 4 else ""
    role = "mentor" if slug in {"ines", "oscar", "inigo", "ramon"} else "mentee"
    side = "offers" if role == "mentor" else "wants"
    return f"""\
schema: 1
name: {name} Ejemplo
role: {role}
consent: {{version: 1, given: 2026-01-10, shows: [time-zone]}}
{account}line: {"Leo en voz alta lo que traduzco." if mentors else "Busco a alguien con paciencia."}
languages: [es]
{side}:
  - skill: traducir
capacity: 3
timezone: Europe/Madrid
"""


def arabic_circle() -> Tree:
    """Give a circle of five peers that never closes, written in Arabic, without any skills."""
    names = {
        "layla": "ليلى الحداد",
        "omar": "عمر الخطيب",
        "salma": "سلمى منصور",
        "yusuf": "يوسف بركات",
        "nour": "نور الدين",
    }
    people = {
        f"program/participants/{slug}.yaml": f"""\
schema: 1
name: {name}
role: both
consent: {{version: 1, given: 2026-01-10}}
line: أحب القراءة مع الآخرين.
languages: [ar]
"""
        for slug, name in names.items()
    }
    said_yes = "".join(
        f"  - {{on: 2026-01-20, kind: confirmed, by: {slug}}}\n" for slug in sorted(names)
    )
    return {
        "program/program.yaml": """\
schema: 1
name: حلقة القراءة
purpose: نقرأ معًا كل أسبوعين.
timezone: Africa/Cairo
language: ar
""",
        "program/cohorts/circle.yaml": """\
schema: 1
name: حلقة مفتوحة
rolling: true
forms: [peer]
""",
        "program/pairs/circle/readers.yaml": """\
schema: 1
form: peer
members: [layla, omar, salma, yusuf, nour]
starts: 2026-02-02
rhythm_days: 14
""",
        "program/log/pairs/circle/readers.yaml": f"schema: 1\nfacts:\n{said_yes}",
        "program/meetings/circle/readers/2026-03-23.md": """\
---
schema: 1
kind: in-person
---

قرأنا الفصل الأول.
""",
        **people,
    }


def many_people(number: int) -> Tree:
    """Give a round of as many people as wanted, a third of them mentors, in a few time zones."""
    zones = ("Europe/Lisbon", "Asia/Kathmandu", "America/Bogota", "Pacific/Auckland")
    files = {
        "program/program.yaml": "schema: 1\nname: Long Hall\npurpose: Many looms in one room.\n",
        "program/skills.yaml": "schema: 1\nskills:\n"
        + "".join(f"  - {{id: skill-{at}, label: Skill {at}}}\n" for at in range(12)),
        "program/cohorts/2026-spring.yaml": """\
schema: 1
name: Spring round
starts: 2026-03-02
ends: 2026-08-30
""",
    }
    for at in range(number):
        mentors = at % 3 == 0
        files[f"program/participants/person-{at:05}.yaml"] = f"""\
schema: 1
name: Person {at}
role: {"mentor" if mentors else "mentee"}
consent: {{version: 1, given: 2026-01-10, shows: [time-zone, parts-of-day]}}
line: Line {at}.
languages: [en]
{"offers" if mentors else "wants"}:
  - skill: skill-{at % 12}
  - skill: skill-{at * 7 % 12 if at * 7 % 12 != at % 12 else (at + 1) % 12}
timezone: {zones[at % 4]}
parts_of_day: [weekday-evening, weekend-morning]
"""
    return files


PROGRAMS: Mapping[str, Tree] = {
    "empty": empty(),
    "three people": three_people(),
    "eight translators": spanish_translators(),
    "a circle in Arabic": arabic_circle(),
}
