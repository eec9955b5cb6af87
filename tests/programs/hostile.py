"""A program in which every text that somebody can write tries to do something on the site."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

from tests.programs.trees import Tree

STRINGS = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<details open ontoggle=alert(1)>x",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1)) [y](jav&#x09;ascript:alert(1)) [z](vbscript:x)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "# t {: onmouseover=alert(1)}",
    '--8<-- "mkdocs.yml"',
    "{{ config }} {% include 'main.html' %}",
    "{% raw %}{{ 7 * 7 }}",
    '%%{init: {"securityLevel": "loose"}}%% A["<img src=x onerror=alert(1)>"]',
    '"><script>alert(1)</script><!--',
    "--> ]]> </script><script>alert(1)</script>",
    "![x](https://evil.example.org/x.gif)",
    "[x](//evil.example.org/x)",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "<iframe src=javascript:alert(1)></iframe>",
    "<base href=https://evil.example.org/>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


def hostile(strings: Sequence[str] = STRINGS) -> Tree:
    """Give a mentor, a mentee and a pair with all it can have for each of the strings."""
    files: dict[str, str] = {}
    for number, text in enumerate(strings):
        files |= _pair(number, _quoted(text), text)
    skills = "".join(
        f"  - {{id: skill-{number}, label: {_first(number, text)}, aim: {_quoted(text)}}}\n"
        for number, text in enumerate(strings)
    )
    events = {
        f"program/events/spring/event-{number}.yaml": (
            f"schema: 1\nname: {_quoted(text)}\nkind: other\non: {date(2026, 5, 1) + timedelta(number % 99)}\n"
            f"about: {_quoted(text)}\n"
        )
        for number, text in enumerate(strings)
    }
    title = json.dumps(f"{STRINGS[1]}{STRINGS[17]}{STRINGS[10]}")
    return {
        "program/program.yaml": f"""\
schema: 1
name: {title}
purpose: {json.dumps(" ".join(STRINGS))}
contact: {title}
repository: https://github.com/example-looms/mentors
home:
  headline: [{title}, {json.dumps(STRINGS[2])}]
  lead: {title}
""",
        "program/skills.yaml": f"schema: 1\nskills:\n{skills}",
        "program/cohorts/spring.yaml": f"""\
schema: 1
name: {title}
starts: 2026-03-02
ends: 2026-08-30
plan: plan
about: {title}
""",
        "program/plans/plan.yaml": f"""\
schema: 1
name: {title}
stages:
  - name: {title}
    weeks: 20
    aim: {title}
    agenda: [{{item: {title}}}]
""",
        **files,
        **events,
    }


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _first(number: int, text: str) -> str:
    """Give each skill a label of its own."""
    return _quoted(f"{text} {number}")


def _pair(number: int, quoted: str, text: str) -> dict[str, str]:
    pair = f"spring/pair-{number}"
    shows = "[time-zone, parts-of-day, links, ask-by-name, last-active, calendar, story]"
    consent = f"consent: {{version: 1, given: 2026-01-10, shows: {shows}}}\n"
    words = "".join(
        f"{field}: {quoted}\n" for field in ("line", "about", "called", "pronouns", "story")
    )
    shared = f"{consent}{words}languages: [en]\n"
    return {
        f"program/participants/mentor-{number}.yaml": (
            f"schema: 1\nname: {quoted}\nrole: mentor\n{shared}capacity: 3\n"
            f"offers: [{{skill: skill-{number}}}]\n"
        ),
        f"program/participants/mentee-{number}.yaml": (
            f"schema: 1\nname: {quoted}\nrole: mentee\n{shared}wants: [{{skill: skill-{number}}}]\n"
        ),
        f"program/pairs/{pair}.yaml": (
            f"schema: 1\nform: one-to-one\nmentors: [mentor-{number}]\nmentees: [mentee-{number}]\n"
            f"skills: [skill-{number}]\naim: {quoted}\nstarts: 2026-03-02\n"
        ),
        f"program/log/pairs/{pair}.yaml": (
            "schema: 1\nfacts:\n"
            f"  - {{on: 2026-02-26, kind: confirmed, by: mentor-{number}}}\n"
            f"  - {{on: 2026-02-26, kind: confirmed, by: mentee-{number}}}\n"
        ),
        f"program/goals/{pair}/goal.yaml": (
            f"schema: 1\ntitle: {quoted}\nset_on: 2026-03-02\nwhy: {quoted}\nmeasure: {quoted}\n"
            f"milestones: [{{name: {quoted}, reached: 2026-03-20}}, {{name: {quoted}, due: 2026-05-01}}]\n"
        ),
        f"program/meetings/{pair}/2026-03-20.md": (
            f"---\nschema: 1\nkind: call\ntopics: [{quoted}]\nnext: {{on: 2026-04-10, at: 18:00}}\n"
            f"---\n{text}\n\n- [ ] {text}\n"
        ),
    }
