"""Who does not consent is nowhere: not on a page, in a report, or in somebody else's group."""

from datetime import timedelta

import pytest

from mentorgen.analysis.consent import agreed, consents
from mentorgen.model.cohorts import Slot
from mentorgen.model.facts import FactKind
from mentorgen.model.people import Consent
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from mentorgen.output.site.builder import SiteOptions, build_site
from tests.adapters.conftest import Mentorgen, mentorgen
from tests.builders import (
    COHORT,
    TODAY,
    a_consent,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_settings,
)
from tests.conftest import MakeRepo
from tests.privacy.places import text_of
from tests.programs.trees import SITE, three_people

__all__ = ["mentorgen"]

TOMORROW = TODAY + timedelta(days=1)
CONSENTS: dict[str, tuple[Consent | None, bool]] = {
    "none": (None, False),
    "given": (a_consent(version=2), True),
    "given today": (a_consent(version=2, given=TODAY), True),
    "given later": (a_consent(version=2, given=TOMORROW), False),
    "withdrawn today": (a_consent(version=2, withdrawn=TODAY), False),
    "withdrawn later": (a_consent(version=2, withdrawn=TOMORROW), True),
    "to an older wording": (a_consent(version=1), False),
    "to a newer wording": (a_consent(version=3), True),
}
GROUP = f"{COHORT}/circle"


@pytest.mark.parametrize("case", CONSENTS)
def test_consent_is_to_the_wording_in_force_and_holds_on_the_day(case: str) -> None:
    consent, holds = CONSENTS[case]
    settings = some_settings(consent_version=2)
    person = a_participant(consent=consent)

    assert consents(person, settings, today=TODAY) is holds
    program = agreed(a_program(settings=settings, participants=[person]), today=TODAY)
    assert [*program.participants] == (["ben"] if holds else [])


def test_a_program_of_people_who_agreed_is_as_it_was() -> None:
    program = a_program()

    assert agreed(program, today=TODAY) is program


def _with_an_absent_cleo() -> Program:
    """Ana mentors Ben and Cleo in a group and Cleo alone; Cleo took her consent back."""
    group = a_pair("circle", form=Form.GROUP, mentees=("ben", "cleo"))
    alone = a_pair("other", mentees=("cleo",))
    return a_program(
        settings=some_settings(coordinators=("ana", "cleo")),
        participants=[
            a_mentor(),
            a_participant("ben"),
            a_participant("cleo", consent=a_consent(withdrawn=TODAY)),
        ],
        applications=[an_application("ben"), an_application("cleo")],
        pairs=[group, alone, a_pair()],
        goals=[a_goal(pair=GROUP), a_goal(pair=alone.id), a_goal()],
        meetings=[
            a_meeting(pair=GROUP, present=("ana", "cleo"), topics=("Cleo",), notes="Cleo spoke."),
            a_meeting(pair=alone.id, notes="Cleo spoke."),
            a_meeting(notes="Ben spoke.", present=("ana", "ben"), topics=("Ben",)),
            a_meeting(TOMORROW, notes="Ben spoke."),
        ],
        pair_facts={
            GROUP: [
                a_fact(FactKind.CONFIRMED, by="ben"),
                a_fact(FactKind.CONFIRMED, by="cleo"),
                a_fact(FactKind.SNOOZED, until=TOMORROW),
            ]
        },
        person_facts={"cleo": [a_fact(FactKind.OPTED_OUT)], "ben": [a_fact(FactKind.OPTED_OUT)]},
        slots=[
            Slot.model_validate({"schema": 1, "slug": slug, "on": TODAY, "times": ({"at": 600},)})
            for slug in ("ben", "cleo")
        ],
    )


def test_a_person_who_does_not_consent_is_left_out_with_all_that_is_theirs() -> None:
    program = agreed(_with_an_absent_cleo(), today=TODAY)

    assert "cleo" not in repr(program).casefold()
    assert [*program.participants] == [*program.person_facts] == ["ana", "ben"]
    assert program.settings.coordinators == ("ana",)
    assert [one.slug for one in program.applications[a_pair().cohort]] == ["ben"]
    assert [slot.slug for slot in program.slots] == ["ben"]


def test_a_group_goes_on_without_them_and_without_its_notes() -> None:
    program = agreed(_with_an_absent_cleo(), today=TODAY)

    assert [*program.pairs] == [*program.goals] == [*program.meetings] == [a_pair().id, GROUP]
    (meeting,) = program.meetings[a_pair("circle").id]
    assert (program.pairs[a_pair("circle").id].mentees, meeting.present) == (("ben",), ("ana",))
    assert (meeting.notes, meeting.topics) == ("", ())
    assert [fact.by for fact in program.pair_facts[a_pair("circle").id]] == ["ben", None]
    assert len(program.goals[a_pair("circle").id]) == 1


@pytest.mark.parametrize(
    ("form", "part", "others"),
    [
        (Form.GROUP, "mentors", {"mentees": ("ben",)}),
        (Form.GROUP, "mentees", {"mentors": ("ana",)}),
        (Form.PEER, "members", {}),
    ],
)
def test_a_group_loses_whoever_does_not_consent_in_every_part(
    form: Form, part: str, others: dict[str, tuple[str, ...]]
) -> None:
    people: dict[str, object] = {"mentors": (), "mentees": (), "members": (), **others}
    program = a_program(
        participants=[
            *(a_participant(slug) for slug in ("ana", "ben", "dee", "eve")),
            a_participant("cleo", consent=None),
        ],
        pairs=[a_pair("circle", COHORT, form=form, **people | {part: ("dee", "cleo", "eve")})],
    )

    left = agreed(program, today=TODAY).pairs[a_pair("circle").id]

    assert getattr(left, part) == ("dee", "eve")
    assert left.everyone == tuple(
        slug for slug in program.pairs[left.id].everyone if slug != "cleo"
    )


def test_pairs_of_others_keep_all_they_have() -> None:
    before = _with_an_absent_cleo()

    after = agreed(before, today=TODAY)

    pair = a_pair().id
    assert after.pairs[pair] is before.pairs[pair]
    assert after.meetings[pair] == before.meetings[pair]
    assert len(after.meetings[pair]) == 2


def test_a_group_has_no_page_while_one_of_it_does_not_consent() -> None:
    facts = [a_fact(FactKind.CONFIRMED, by=slug) for slug in ("ana", "ben", "cleo")]
    group = a_pair("circle", form=Form.GROUP, mentees=("ben", "cleo"))

    def pages(consent: Consent) -> set[str]:
        people = [a_mentor(), a_participant("ben"), a_participant("cleo", consent=consent)]
        program = a_program(participants=people, pairs=[group], pair_facts={GROUP: facts})
        return {page.path for page in build_site(program, SiteOptions(today=TODAY)).pages}

    gone = {f"pairs/{GROUP}/", "people/cleo/"}
    assert pages(a_consent()) - pages(a_consent(withdrawn=TODAY)) == gone


WITHDRAWN = {
    "none": "",
    "withdrawn": "consent: {version: 1, given: 2026-01-11, withdrawn: 2026-03-30}\n",
    "older": "consent: {version: 1, given: 2026-01-11}\n",
}


@pytest.mark.parametrize("consent", WITHDRAWN)
def test_nothing_of_theirs_is_in_any_output(
    consent: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = {**SITE, **three_people()}
    ben, program = "program/participants/ben.yaml", "program/program.yaml"
    given = "consent: {version: 1, given: 2026-01-11}\n"
    files[ben] = files[ben].replace(given, WITHDRAWN[consent])
    if consent == "older":
        files[program] += "consent_version: 2\n"
        for name in ("ana", "cleo"):
            path = f"program/participants/{name}.yaml"
            files[path] = files[path].replace("version: 1", "version: 2")
    root = make_repo(files)
    common = ("--root", root, "--today", "2026-04-29")

    said = [
        mentorgen(*command, *common, "--format", style)
        for command in (("match",), ("status",), ("remind", "--texts"))
        for style in ("text", "json", "github")
    ]
    built = mentorgen("build", *common)

    assert {answer.code for answer in (*said, built)} == {0}
    everything = "".join(f"{one.out}{one.err}" for one in said) + text_of(root / "site")
    assert not [
        word
        for word in ("Ben Okoro", "ana-ben", "A first test", "people/ben")
        if word in everything
    ]
    assert "Ana Rivers" in everything
