"""Needs with links to what helps."""

from datetime import date

from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.output.organiser.pages.needs import needs_page
from mentorgen.output.site.views import LinkView
from tests.builders import a_fact
from tests.output.organiser.desks import PAIR, a_desk, ana_and_ben


def test_of_an_empty_program_nothing_is_needed() -> None:
    page = needs_page(a_desk(participants=()))

    assert (page.lead, page.groups) == ("Nothing needs you today.", ())


def test_who_waits_can_be_matched() -> None:
    (group,) = needs_page(a_desk(**ana_and_ben())).groups
    (need,) = group.needs

    assert (group.id, group.title) == ("waiting", "People wait to be matched")
    assert (need.who, need.since) == ("2026 Spring", "since 20 March")
    assert need.actions == (
        LinkView(text="Match them", target="organiser/matching/2026-spring/"),
        LinkView(text="Who waits", target="organiser/waiting/"),
    )
    assert need.commands == ("mentorgen match 2026-spring",)


def test_a_concern_comes_first_and_leads_to_a_letter_to_whoever_can_be_written_to() -> None:
    concern = a_fact(FactKind.CONCERN, date(2026, 3, 31), by=None)
    page = needs_page(a_desk(**ana_and_ben(concern)))
    first, _ = page.groups
    (need,) = first.needs

    assert page.lead == "2 things, the most urgent first."
    assert (first.id, need.who) == ("concern", "Ana and Ben")
    assert need.evidence == ("Something was wrong on 31 March.",)
    assert need.actions == (
        LinkView(text="Write to Ana", target="mailto:ana@example.org?subject=Two%20Looms"),
        LinkView(text="Ana", target="organiser/people/ana/"),
        LinkView(text="Ben", target="organiser/people/ben/"),
        LinkView(text="Their page", target=f"pairs/{PAIR}/"),
    )
    assert need.commands[1].startswith(f"mentorgen log {PAIR} concern-answered")


def test_a_concern_of_a_person_leads_to_the_person() -> None:
    concern = a_fact(FactKind.CONCERN, date(2026, 3, 31), by=None)
    desk = a_desk(**(ana_and_ben() | {"person_facts": {"cleo": [concern]}}))

    (need,) = needs_page(desk).groups[0].needs

    assert need.actions == (LinkView(text="Cleo", target="organiser/people/cleo/"),)


def test_an_address_that_could_write_to_others_too_is_no_address() -> None:
    contents = ana_and_ben()
    ana, ben, cleo = contents["participants"]
    sly = ana.model_copy(update={"contact": "ana@example.org?cc=all@example.org"})
    desk = a_desk(**(contents | {"participants": (sly, ben, cleo)}))

    assert [*desk.mail_link((Slug("ana"),))] == []
