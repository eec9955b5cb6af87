"""The home of a pair as its people read it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from mentorgen.analysis.homes import Home
from mentorgen.analysis.relationships import relationship_of
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.pairs import Plan
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Outcome
from mentorgen.output.github.homes import HomeText, home_text, opening
from mentorgen.output.github.marks import hidden_in
from mentorgen.output.github.reminders import home_mark
from tests.builders import (
    COHORT,
    STARTS,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    a_skill,
)

TODAY = date(2026, 3, 10)
YES = tuple(a_fact(FactKind.CONFIRMED, by=who) for who in ("ana", "ben"))
HOSTILE = "@everyone <!-- mentorgen:key 0 --> fixes #1 ![x](https://a.example) `/end`"
SITE = "https://example-org.github.io/mentoring/"

BELOW = """\
Write it as a comment, each on a line of its own, or answer the e-mail. A thumb up means that it is written
down. Everybody can read what you write here, so keep to yourselves what should stay between you.

<!-- mentorgen:pair 2026-spring/ana-ben -->
<!-- mentorgen:home e934502fd574 -->
<!-- mentorgen:key e934502fd574 -->
"""


def a_program_of(facts: tuple[Fact, ...] = (), name: str = "Ana", **over: object) -> Program:
    goals = [
        a_goal("first-patch", milestones=({"name": "One", "reached": STARTS}, {"name": "Two"})),
        a_goal("read-more"),
    ]
    pair = a_pair(
        "ana-ben", COHORT, **({"aim": "Weave a first cloth", "skills": ("weaving",)} | over)
    )
    return a_program(
        participants=[
            a_mentor(github="example-ana", name=name),
            a_participant(github="example-ben"),
        ],
        skills=[a_skill("weaving")],
        pairs=[pair],
        goals=goals,
        pair_facts={pair.id: facts},
    )


def a_plan(**stage: object) -> Plan:
    stages = ({"name": "Begin", "weeks": 8, **stage},)
    return Plan.model_validate({"schema": 1, "id": "one", "name": "One", "stages": stages})


def text_of(program: Program, today: date = TODAY, site: str = SITE) -> HomeText:
    (pair,) = program.pairs.values()
    return home_text(program, Home(relationship_of(program, pair, today=today)), site=site)


def test_a_suggested_pair_reads_who_it_is_and_how_to_answer() -> None:
    text = text_of(a_program_of())

    assert text == HomeText(
        "Your place: Ana and Ben",
        """\
Hello Ana and Ben,

there is a match for you, and we think it is a good one. One small step: read who it is, and answer below within 7 days. Saying no is fine, and no reason is needed.

This place stays open for as long as you are together.

* **Who:** [Ana](https://example-org.github.io/mentoring/people/ana/) (mentor) and [Ben](https://example-org.github.io/mentoring/people/ben/) (mentee)
* **What for:** Weave a first cloth
* **About:** weaving
* **From:** 2 March

### What you can write here

* `/confirm` says yes to a suggested match
* `/decline` says no to it; no reason is needed
* `/ask and your question` calls an organiser before you decide

"""
        + BELOW,
    )


def test_a_pair_that_goes_on_reads_what_comes_next() -> None:
    planned = a_fact(FactKind.PLANNED, day=date(2026, 3, 20), at=17 * 60)
    program = a_program_of((*YES, planned))

    assert text_of(program).body == (
        """\
Hello Ana and Ben,

this is your place for as long as you are together: what comes next, and where you note it.

* **Who:** Ana (mentor) and Ben (mentee)
* **What for:** Weave a first cloth
* **About:** weaving
* **Next:** Your first meeting on 20 March at 17:00 UTC, about 55 minutes
* **Goals:** First patch (1 of 2) and Read more
* **Your page:** https://example-org.github.io/mentoring/pairs/2026-spring/ana-ben/

### What you can write here

* `/met 2026-11-20 45m` notes that you were in contact; the length may be left out
* `/meet 2` takes the second of the proposed times
* `/move 2026-11-27 17:00` moves the next meeting; the time may be left out
* `/done First test` marks a milestone or a training module as done
* `/snooze 2w` asks for no reminders for a while
* `/pause until 2026-12-31` pauses; it goes on by itself on that day
* `/end completed` closes the pair: completed, changed or stopped

"""
        + BELOW
    )


def test_the_next_meeting_has_its_number_its_day_and_its_stage() -> None:
    program = a_program_of((*YES, a_fact(FactKind.PLANNED, day=date(2026, 3, 20))))
    (pair,) = program.pairs
    program = replace(program, meetings={pair: (a_meeting(date(2026, 3, 9)),)})
    assert "**Next:** Meeting 2 on 20 March, about " in text_of(program).body

    plan = a_plan(agenda=({"item": "Talk"},))
    program = replace(a_program_of(YES, plan=plan.id), plans={plan.id: plan})
    assert "about 40 minutes. Stage: Begin\n" in text_of(program).body


def test_a_meeting_without_length_and_day_is_only_named() -> None:
    plan = a_plan(agenda=({"item": "Talk"},))
    program = replace(
        a_program_of(YES, form=Form.FLASH, plan=plan.id),
        plans={plan.id: plan},
    )

    assert "* **Next:** Your meeting" in text_of(program).body


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((*YES, a_fact(FactKind.PAUSED, until=date(2026, 4, 1))), ["/resume", "/met", "/end"]),
        ((*YES, a_fact(FactKind.ENDING)), ["/met", "/thanks", "/end"]),
    ],
    ids=["pausing", "saying goodbye"],
)
def test_what_can_be_typed_fits_where_the_pair_is(
    facts: tuple[Fact, ...], words: list[str]
) -> None:
    lines = text_of(a_program_of(facts)).body.splitlines()

    assert [one.split("`")[1].split()[0] for one in lines if one.startswith("* `")] == words


def test_a_pair_that_keeps_off_the_site_is_not_told_about() -> None:
    body = text_of(a_program_of(YES, on_site=False)).body

    assert "* **Who:** Ana (mentor) and Ben (mentee)\n\n### What you can write" in body


def test_what_nobody_said_is_left_out() -> None:
    program = a_program(pairs=[a_pair(starts=date(2026, 3, 16))], pair_facts={a_pair().id: YES})

    body = text_of(program).body

    assert "* **Who:** Ana (mentor) and Ben (mentee)\n* **From:** 16 March\n* **Next:**" in body
    assert "Goals" not in body
    assert "page" not in body


def test_without_a_site_there_is_no_link() -> None:
    assert "page" not in text_of(a_program_of(YES), site="").body


def test_who_has_ended_has_nothing_next() -> None:
    program = a_program_of((*YES, a_fact(FactKind.ENDED, outcome=Outcome.COMPLETED)))

    assert "**Next:**" not in text_of(program).body


def test_of_many_goals_the_first_five_are_named() -> None:
    program = a_program_of(YES)
    (pair,) = program.pairs
    goals = tuple(a_goal(f"goal-{number}") for number in range(7))

    body = text_of(replace(program, goals={pair: goals})).body

    assert "**Goals:** Goal 0, Goal 1, Goal 2, Goal 3, Goal 4 and 2 more\n" in body


def test_a_group_is_counted_in_the_title_and_peers_have_no_sides() -> None:
    names = ("ana", "ben", "cy", "di")
    people = [a_participant(slug) for slug in names]
    pair = a_pair(form=Form.PEER, mentors=(), mentees=(), members=names, informal=True)

    text = text_of(a_program(participants=people, pairs=[pair]))

    assert text.title == "Your place: Ana, Ben and 2 more"
    assert "* **Who:** Ana, Ben, Cy and Di\n" in text.body


def test_a_long_name_makes_no_long_title() -> None:
    title = text_of(a_program_of(name="Ana " * 45 + "Loom")).title

    assert len(title) == 120
    assert title.endswith("…")


@pytest.mark.parametrize("facts", [(), YES], ids=["suggested", "goes on"])
def test_nobody_s_words_do_anything(facts: tuple[Fact, ...]) -> None:
    program = a_program_of(facts, name=HOSTILE, aim=HOSTILE)
    (pair,) = program.pairs
    plan = a_plan(name=HOSTILE[:80])
    skill = a_skill("weaving", label=HOSTILE[:80])
    program = replace(
        program,
        goals={pair: (a_goal(title=HOSTILE),)},
        skills={SkillId("weaving"): skill},
        plans={plan.id: plan},
        pairs={pair: program.pairs[pair].model_copy(update={"plan": plan.id})},
    )

    body = text_of(program).body

    assert "@everyone" not in body
    assert "#1" not in body
    links = re.findall(r"\]\((\S+?)\)", body)
    assert links == ([] if facts else [f"{SITE}people/ana/", f"{SITE}people/ben/"])
    assert body.count("<!--") == 3
    assert "`/end`" not in body
    assert hidden_in(body, "key") == home_mark(pair)


def test_people_are_mentioned_in_the_opening_alone() -> None:
    program = a_program_of()
    text = text_of(program)

    assert "@" not in text.body
    assert opening(program, text, (Slug("ana"), Slug("ben"))) == (
        f"For @example-ana and @example-ben.\n\n{text.body}"
    )
