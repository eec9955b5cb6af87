"""A round with every form of mentoring in a few files: who is matched with whom can be seen by eye."""

from collections.abc import Mapping

from tests.programs.trees import Tree

PRIVATE = "private: folder\n"
"""What a program says of itself that has a private folder."""

_PROGRAM = "schema: 1\nname: Two Looms\npurpose: People learn from each other.\n"
_ROUND = """\
schema: 1
name: Spring round
starts: 2026-03-02
ends: 2026-08-30
forms: [one-to-one, group, peer, flash, reverse]
"""


def a_round(*, settings: str = "", policy: str = "", more: Mapping[str, str] | None = None) -> Tree:
    """Give a round in which Ana and Bo mentor, Cy and Di learn weaving, Eva dyeing, and nobody else is there."""
    matching = f"matching:\n{policy}" if policy else ""
    return {
        "program/program.yaml": f"{_PROGRAM}{settings}{matching}",
        "program/skills.yaml": (
            "schema: 1\nskills:\n  - {id: weaving, label: Weaving, aliases: [looms]}\n"
            "  - {id: dyeing, label: Dyeing}\n"
        ),
        "program/cohorts/spring.yaml": _ROUND,
        "program/participants/ana.yaml": _person("Ana Loom", "mentor", offers="weaving"),
        "program/participants/bo.yaml": _person("Bo Vat", "mentor", offers="dyeing"),
        "program/participants/cy.yaml": _person("Cy Warp", "mentee", wants="weaving"),
        "program/participants/di.yaml": _person("Di Weft", "mentee", wants="weaving"),
        "program/participants/eva.yaml": _person("Eva Woad", "mentee", wants="dyeing"),
        **(more or {}),
    }


def other_forms() -> Tree:
    """Give people and applications for the round: a circle of Gil's, two peers, a flash time of Hal's."""
    people = {
        "gil": _person("Gil Ring", "mentor", offers="weaving", capacity=4),
        "g1": _person("Gia One", "mentee", wants="weaving"),
        "g2": _person("Guy Two", "mentee", wants="weaving"),
        "g3": _person("Gus Three", "mentee", wants="weaving"),
        "p1": _person("Pia One", "both", wants="weaving"),
        "p2": _person("Pol Two", "both", wants="weaving"),
        "hal": _person("Hal Hour", "mentor", offers="dyeing"),
        "fay": _person("Fay Quick", "mentee", wants="dyeing"),
    }
    forms = {
        **dict.fromkeys(("gil", "g1", "g2", "g3"), "group"),
        **dict.fromkeys(("p1", "p2"), "peer"),
        **dict.fromkeys(("hal", "fay"), "flash"),
        **dict.fromkeys(("ana", "bo", "cy", "di", "eva"), "one-to-one"),
    }
    return {
        **{f"program/participants/{slug}.yaml": text for slug, text in people.items()},
        **{
            f"program/applications/spring/{slug}.yaml": (
                f"schema: 1\napplied: 2026-02-01\nforms: [{form}]\n"
            )
            for slug, form in forms.items()
        },
        "program/slots/hal/2026-04-09.yaml": (
            "schema: 1\ntimes:\n  - {at: 09:00, minutes: 30, booked_by: di}\n"
            "  - {at: 10:00, minutes: 30}  # tea\n"
        ),
    }


def _person(name: str, role: str, *, capacity: int = 1, **skills: str) -> str:
    lines = "".join(f"{field}:\n  - {{skill: {skill}}}\n" for field, skill in skills.items())
    return (
        f"schema: 1\nname: {name}\nrole: {role}\nconsent: {{version: 1, given: 2026-01-10}}\n"
        f"languages: [en]\ncapacity: {capacity}\n{lines}"
    )
