"""A program whose people have names, words and skills that no layout expects."""

from tests.programs.trees import Tree

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle"
LONG_NAME = ("Wolfeschlegelstein " * 11).strip()[:200]
NAMES = {
    "long": LONG_NAME,
    "wide": LONG_WORD[:60],
    "layla": "ليلى بنت عبد الرحمن الأندلسي",
    "lina": "李娜欧阳上官司马诸葛",
    "smile": "Ana 🧶🪡 Rivers",
    "bare": "Nobody Yet",
}
SKILLS = 40


def crammed() -> Tree:
    """Give mentors and mentees with names from everywhere, forty skills and a pair without goals."""
    tree: dict[str, str] = {
        "program/program.yaml": """\
schema: 1
name: The Very Long Name of a Community that Mends Looms and Everything that Belongs to Them
purpose: People learn from each other.
repository: https://github.com/example-looms/mentors
""",
        "program/skills.yaml": "schema: 1\nskills:\n"
        + "".join(
            f"  - id: skill-{number}\n    label: {LONG_WORD[number:]} {number}\n"
            for number in range(SKILLS)
        ),
        "program/cohorts/spring.yaml": """\
schema: 1
name: A round with a name that goes on and on until nobody remembers how it began
starts: 2026-03-02
ends: 2026-08-30
plan: many
""",
        "program/plans/many.yaml": "schema: 1\nname: Many stages\nstages:\n"
        + "".join(f"  - {{name: {LONG_WORD[number:]}, weeks: 2}}\n" for number in range(12)),
    }
    for number, (slug, name) in enumerate(NAMES.items()):
        tree[f"program/participants/{slug}.yaml"] = _person(slug, name, number)
    tree |= {**_pair("long-wide", "long", "wide"), **_pair("lina-layla", "lina", "layla")}
    tree["program/goals/spring/lina-layla/one.yaml"] = (
        f"schema: 1\ntitle: {LONG_WORD}\nset_on: 2026-03-02\nmilestones:\n"
        f"  - {{name: {LONG_WORD}, due: 2026-05-20}}\n"
    )
    return tree


def _person(slug: str, name: str, number: int) -> str:
    role = ("mentor", "mentee", "mentee", "mentor", "both", "mentee")[number]
    lines = [
        "schema: 1",
        f"name: {name}",
        f"role: {role}",
        "consent: {version: 1, given: 2026-01-10, shows: [time-zone, parts-of-day, links]}",
        "languages: [en]",
        "timezone: America/Argentina/ComodRivadavia",
        "parts_of_day: [weekday-evening, weekend-morning]",
        f"links: [https://example.org/{LONG_WORD}/{LONG_WORD}]",
    ]
    if slug != "bare":
        key = {"mentor": "offers", "both": "offers", "mentee": "wants"}[role]
        lines += [f"line: {LONG_WORD} {LONG_WORD}"[:140], f"{key}:"]
        lines += [f"  - skill: skill-{number}" for number in range(SKILLS)]
    return "\n".join((*lines, ""))


def _pair(name: str, mentor: str, mentee: str) -> Tree:
    return {
        f"program/pairs/spring/{name}.yaml": (
            f"schema: 1\nform: one-to-one\nmentors: [{mentor}]\nmentees: [{mentee}]\n"
            f"skills: [skill-0]\naim: {LONG_WORD} and on\nstarts: 2026-03-02\n"
        ),
        f"program/log/pairs/spring/{name}.yaml": (
            "schema: 1\nfacts:\n"
            f"  - {{on: 2026-02-26, kind: confirmed, by: {mentor}}}\n"
            f"  - {{on: 2026-02-27, kind: confirmed, by: {mentee}}}\n"
        ),
    }
