"""A valid program with a record of every kind, from which hostile ones are made.

Every text stands on a line of its own, so that it can be put out of the way for another one.
"""

from collections.abc import Mapping

PRIVATE = "private"
"""The folder of the program that is given to the loader as its private one."""

RECORDS: Mapping[str, str] = {
    "program/program.yaml": """\
schema: 1
name: Two Looms
purpose: People learn from each other.
timezone: Europe/Lisbon
contact: the weavers at the door
repository: https://example.org/looms
coordinators: [ada]
holidays: [2026-12-24, 2026-12-25]
home:
  headline:
    - One thread
    - and another
  lead: Come in.
""",
    "program/skills.yaml": """\
schema: 1
skills:
  - id: docs
    label: Docs
    aliases:
      - prose
    aim: write a page
  - {id: looms, label: "Looms \\u00e9", parent: docs}
""",
    "program/cohorts/spring.yaml": """\
schema: 1
name: Spring
starts: 2026-03-02
ends: 2026-08-30
forms: [one-to-one, group]
plan: first-steps
about: A season of threads.
chat: https://example.org/chat
""",
    "program/plans/first-steps.yaml": """\
schema: 1
name: First steps
rhythm_days: 14
stages:
  - name: Begin
    weeks: 4
    aim: a common plan
    agenda:
      - item: who we are
        minutes: 20
    check_point: do we go on?
about: >-
  Small steps,
  every second week.
""",
    "program/scenarios/bold.yaml": """\
schema: 1
about: whether a floor costs places
matching:
  objective: best-fit
  floor: 30
""",
    "program/surveys/middle.yaml": """\
schema: 1
title: Half way
audience: [mentor, mentee]
due: {after: start, days: 60}
questions:
  - id: going
    text: How is it going?
  - id: pick
    text: What helps?
    kind: choice
    choices:
      - meeting
      - writing
""",
    "program/participants/ada.yaml": """\
schema: 1
name: Ada
role: mentor
consent:
  version: 1
  given: 2026-01-10
  shows: [links, story]
line: Weaves by day.
about: |
  I weave.
  I spin.
called: Ada W.
pronouns: she/her
github: example-ada
github_id: 12345
languages: [en, pt-BR]
offers:
  - skill: prose
    level: can-teach
style: {feedback: direct}
timezone: Europe/Lisbon
story: It began with a thread.
links: ['https://example.org/']
""",
    "program/participants/ben.yaml": (
        "schema: 1\nname: Ben\nrole: mentee\nconsent: {version: 1, given: 2026-01-10}\n"
        "wants:\n- skill: docs\n"
    ),
    "program/applications/spring/ben.yaml": """\
schema: 1
applied: 2026-02-01
role: mentee
forms: [one-to-one]
wants: [{skill: docs}]
aim: a first page
""",
    "program/events/spring/kick-off.yaml": """\
schema: 1
name: Kick-off
kind: kick-off
on: 2026-03-02
at: 17:30
link: https://example.org/room
about: We meet.
""",
    "program/pairs/spring/ada-ben.yaml": """\
schema: 1
form: one-to-one
mentors: [ada]
mentees: [ben]
skills: [docs]
aim: a first page
starts: 2026-03-02
""",
    "program/goals/spring/ada-ben/patch.yaml": """\
schema: 1
title: A first patch
set_on: 2026-03-09
why: To see it merged.
measure: It is merged.
milestones:
- {name: First, due: 2026-04-01}
- name: Second
evidence: ["https://example.org/1"]
""",
    "program/meetings/spring/ada-ben/2026-03-09.md": """\
---
schema: 1
kind: call
minutes: 30
present: [ada, ben]
topics:
- 'It''s warp'
- "and \\u00e9"
next: {on: 2026-04-10, at: 18:00}
---
We talked about looms.
""",
    "program/log/pairs/spring/ada-ben.yaml": """\
schema: 1
facts:
- {on: 2026-03-02, kind: confirmed, by: ada}
- on: 2026-03-05
  kind: paused
  until: 2026-03-20
""",
    "program/log/people/ben.yaml": """\
schema: 1
facts:
  - {on: 2026-03-03, kind: completed, module: mentors/listening}
""",
    "program/slots/ada/2026-05-04.yaml": """\
schema: 1
times:
  - at: 9:00
    minutes: 20
skills: [docs]
about: Ask me anything.
""",
    "training/mentors/listening.md": """\
---
schema: 1
title: Listening
audience: [mentor]
minutes: 10
objectives:
- Ask before you answer
reviewed: 2026-01-05
quiz:
- question: What comes first?
  answers:
  - asking
  - telling
  right: 1
  why: It is their work.
---
Listen first.
""",
    "private/participants/ben.yaml": (
        "schema: 1\nfull_name: Ben Holt\nhours:\n- {day: mon, from: 9:00, to: 10:30}\n"
    ),
    "private/log/pairs/spring/ada-ben.yaml": (
        "schema: 1\nfacts:\n- {on: 2026-03-08, kind: concern}\n"
    ),
    "private/log/people/ben.yaml": """\
schema: 1
facts:
- on: 2026-03-20
  kind: answered
  survey: middle
  pair: spring/ada-ben
  answers:
  - question: pick
    text: meeting
""",
    "private/participants/cleo.yaml": (
        "schema: 1\nname: Cleo\nrole: mentee\nconsent: {version: 1, given: 2026-01-10}\n"
    ),
}


def public_path(path: str) -> str:
    """Give the place that a file of the private folder would have in the program."""
    folder, _, inner = path.partition("/")
    return f"program/{inner}" if folder == PRIVATE else path
