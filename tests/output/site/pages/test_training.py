"""The page of all training, and the text of a module."""

from datetime import date

from inline_snapshot import snapshot

from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.training import Module
from mentorgen.model.words import Audience, Role
from mentorgen.output.site.pages.person import person_view
from mentorgen.output.site.pages.training import module_markdown, training_view
from mentorgen.output.site.words import ENGLISH
from tests.builders import a_fact, a_mentor, a_participant
from tests.output.site.pages.conftest import a_frame


def a_module(module: str, *audience: Audience, **over: object) -> Module:
    return Module.model_validate(
        {
            "schema": 1,
            "id": module,
            "title": module.rpartition("/")[2].title(),
            "audience": audience,
            "minutes": 10,
            "objectives": ("Ask before you answer",),
            "reviewed": date(2026, 1, 5),
        }
        | over
    )


def test_without_modules_there_is_no_path() -> None:
    assert training_view(a_frame()).paths == ()


def test_paths_hold_their_modules_mentors_first() -> None:
    frame = a_frame(
        modules=(
            a_module("the-team/hour", Audience.COORDINATOR),
            a_module("mentees/b", Audience.MENTEE),
            a_module("mentees/c", Audience.MENTOR, Audience.MENTEE),
            a_module("mentors/a", Audience.MENTOR),
        )
    )

    assert [
        (path.title, path.role, [module.title for module in path.modules])
        for path in training_view(frame).paths
    ] == [
        ("For mentors", Role.MENTOR, ["A"]),
        ("For mentees", Role.MENTEE, ["B", "C"]),
        ("For the team", Role.BOTH, ["Hour"]),
    ]


def test_a_module_counts_who_has_done_it_among_whom_it_is_for() -> None:
    done = a_fact(FactKind.COMPLETED, date(2026, 3, 10), module="mentors/a")
    waived = a_fact(FactKind.WAIVED, date(2026, 3, 10), module="mentors/a")
    frame = a_frame(
        participants=(
            a_mentor("ana"),
            a_mentor("bea"),
            a_mentor("cy"),
            a_mentor("dee", consent=None),
            a_participant("eve"),
        ),
        modules=(a_module("mentors/a", Audience.MENTOR),),
        person_facts={"ana": [done], "bea": [waived], "dee": [done], "eve": [done]},
    )
    (module,) = training_view(frame).paths[0].modules

    assert (module.done_by, module.meant_for, module.path) == (2, 3, "training/mentors/a/")


def test_a_persons_page_lists_what_they_did_once_with_its_last_day() -> None:
    frame = a_frame(
        modules=(a_module("mentors/a", Audience.MENTOR),),
        person_facts={
            "ana": [
                a_fact(FactKind.COMPLETED, date(2025, 12, 10), module="mentors/a"),
                a_fact(FactKind.COMPLETED, date(2026, 3, 10), module="mentors/a"),
                a_fact(FactKind.WAIVED, date(2026, 3, 12), module="mentors/a"),
            ]
        },
    )

    assert [(one.title, one.when) for one in person_view(frame, Slug("ana")).training] == [
        ("A", "done in March")
    ]


def test_a_module_is_a_page_with_its_questions_at_the_end() -> None:
    question = {
        "question": "When?",
        "answers": ("Never", "Now & <then>"),
        "right": 2,
        "why": "It is <cheaper>.",
    }
    module = a_module("mentors/a", Audience.MENTOR, text="Listen.\n", quiz=(question, question))

    assert module_markdown(module, ENGLISH) == snapshot("""\
# A

<p class="kicker"><a href="../../">Training</a> / 10 minutes</p>

**Afterwards you can:**

- Ask before you answer

Listen.


## Questions to end with

**1. When?**

- Never
- Now & <then>

<details><summary>The answer</summary><p><strong>Now &amp; &lt;then&gt;</strong> It is &lt;cheaper&gt;.</p></details>

**2. When?**

- Never
- Now & <then>

<details><summary>The answer</summary><p><strong>Now &amp; &lt;then&gt;</strong> It is &lt;cheaper&gt;.</p></details>
""")


def test_a_module_without_questions_ends_with_its_text() -> None:
    text = module_markdown(a_module("mentors/a", Audience.MENTOR, text="Listen.\n"), ENGLISH)

    assert text.endswith("Listen.\n\n")
