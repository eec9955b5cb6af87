"""A rule's page says what it means, how to mend, what is wrong and what is right."""

from inline_snapshot import snapshot

from mentorgen.adapters.terminal import visible
from mentorgen.output.reference.rules import Example, RulePage, examples, rule_report, rules_page
from mentorgen.output.report import as_markdown

EXAMPLE = Example(
    wrong={"program/log/a.yaml": ["role: mentro"], "program/b.yaml (a link)": []},
    says=["program/log/a.yaml:1:7: no `mentro`. [role]"],
    right={"training/a.md": ["---", "role: mentor", "---"]},
)
ROLE = RulePage(name="role", meaning="A role is none.", mending="Write one.", example=EXAMPLE)
OTHER = RulePage(name="other", meaning="It cannot be shown.", mending="Ask.", example=None)


def test_a_rule_is_a_section_of_the_reference() -> None:
    _, section = rules_page([ROLE]).split("## role\n")

    assert section == snapshot("""\

A role is none.

**To mend it:** Write one.

Wrong, in `program/log/a.yaml`:

````yaml
role: mentro
````

Wrong: `program/b.yaml (a link)`

The check says:

- `` program/log/a.yaml:1:7: no `mentro`. [role] ``

Right, in `training/a.md`:

````markdown
---
role: mentor
---
````
""")


def test_an_example_that_is_a_pull_request_says_whose_it_is() -> None:
    files = {"author": ["10"], "training/a.md (before)": ["# A"], "training/a.md (absent)": []}
    page = RulePage(
        name="mine",
        meaning="It is mine.",
        mending="Ask.",
        example=Example(wrong=files, says=["no. [mine]"], right={}),
    )

    assert rules_page([page]).split("**To mend it:** Ask.\n")[1] == snapshot("""\

Wrong: a pull request by the account number 10.

Before it, in `training/a.md`:

````markdown
# A
````

With it: `training/a.md (absent)`

The check says:

- `no. [mine]`
""")


def test_a_rule_without_an_example_says_what_it_can() -> None:
    _, section = rules_page([OTHER]).split("## other\n")

    assert section == "\nIt cannot be shown.\n\n**To mend it:** Ask.\n"
    assert rule_report(OTHER).data == {
        "rule": "other",
        "meaning": "It cannot be shown.",
        "mending": "Ask.",
    }


def test_a_rule_is_an_answer_for_people_and_for_programs() -> None:
    report = rule_report(ROLE)

    assert as_markdown(report) == snapshot("""\
### role

A role is none.

To mend it: Write one.

Wrong, in program/log/a.yaml:

    role: mentro

Wrong: program/b.yaml \\(a link\\)

The check says:

    program/log/a.yaml:1:7: no `mentro`. [role]

Right, in training/a.md:

    ---
    role: mentor
    ---
""")
    assert report.data == snapshot(
        {
            "rule": "role",
            "meaning": "A role is none.",
            "mending": "Write one.",
            "wrong": {"program/log/a.yaml": ["role: mentro"], "program/b.yaml (a link)": []},
            "says": ["program/log/a.yaml:1:7: no `mentro`. [role]"],
            "right": {"training/a.md": ["---", "role: mentor", "---"]},
        }
    )


def test_the_examples_that_are_installed_can_be_printed() -> None:
    lines = [
        line
        for example in examples().values()
        for shown in (example.wrong, example.right)
        for file in shown.values()
        for line in file
    ]

    assert len(lines) > 100
    assert [line for line in lines if visible(line) != line] == []
