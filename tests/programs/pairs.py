"""Programs around one pair of another form than one-to-one, as files; all make sense on `TODAY`."""

from tests.programs.trees import Tree, three_people

GROUP = "2026-spring/ana-six"


def informal_pair() -> Tree:
    """Give a pair that grew by itself, without a plan and without anybody's confirmation."""
    tree = dict(three_people())
    del tree["program/log/pairs/2026-spring/ana-ben.yaml"]
    pair = "program/pairs/2026-spring/ana-ben.yaml"
    return {**tree, pair: f"{tree[pair]}informal: true\n"}


def group_of_seven() -> Tree:
    """Give one mentor with six mentees, who follow their round's plan and have met twice."""
    tree = three_people()
    mentees = ("ben", "cleo", "dana", "eli", "fay", "gus")
    people = {f"program/participants/{slug}.yaml": _mentee(slug) for slug in mentees}
    said_yes = "".join(
        f"  - {{on: 2026-02-26, kind: confirmed, by: {slug}}}\n" for slug in ("ana", *mentees)
    )
    kept = (
        "program.yaml",
        "skills.yaml",
        "2026-spring.yaml",
        "half-year.yaml",
        "participants/ana.yaml",
    )
    return {
        **{path: text for path, text in tree.items() if path.endswith(kept)},
        **people,
        "program/pairs/2026-spring/ana-six.yaml": f"""\
schema: 1
form: group
mentors: [ana]
mentees: [{", ".join(mentees)}]
starts: 2026-03-02
""",
        "program/log/pairs/2026-spring/ana-six.yaml": f"schema: 1\nfacts:\n{said_yes}",
        "program/participants/ana.yaml": tree["program/participants/ana.yaml"].replace(
            "capacity: 2", "capacity: 6"
        ),
        "program/meetings/2026-spring/ana-six/2026-03-04.md": """\
---
schema: 1
kind: call
---

- [ ] eli: bring a file that nobody understands, by 2026-03-18
- [ ] everybody: read it
""",
        "program/meetings/2026-spring/ana-six/2026-03-18.md": """\
---
schema: 1
kind: call
topics: [A file that nobody understands]
next: {on: 2026-04-08, at: "17:00"}
---

- [x] eli: bring a file that nobody understands
""",
    }


def _mentee(slug: str) -> str:
    return f"""\
schema: 1
name: {slug.title()} Example
role: mentee
consent: {{version: 1, given: 2026-01-11}}
languages: [en]
wants: [{{skill: testing}}]
"""
