"""From a link on the site, over a form that is submitted as it opens, to what the run makes of it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters.github.forge import Author, NewIssue
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.requests import RequestKind
from mentorgen.output.site.pages.frame import Frame, frame_of
from mentorgen.output.site.pages.pair import pair_view
from mentorgen.output.site.pages.person import person_view
from mentorgen.output.site.views import LinkView
from tests.adapters.github.intake.office import ANA, BEN, CLEO, TODAY, Office, at_github
from tests.programs.trees import three_people

PAIR = PairId("2026-spring/ana-ben")


def the_site(office: Office) -> Frame:
    """Show the program on its site as it is now."""
    return frame_of(
        office.ground().program,
        today=TODAY,
        forms={form.kind: form.title for form in office.forms},
    )


def opens_and_sends(office: Office, author: Author, link: LinkView) -> int:
    """Let somebody open a link and send the form without another word."""
    query = parse_qs(urlsplit(link.target).query)
    (name,), (title,) = query.pop("template"), query.pop("title")
    kind = RequestKind(name.removesuffix(".yml"))
    body = office.body(kind, {question: answer for question, (answer,) in query.items()})
    number = office.hub.add_issue(author, NewIssue(title, body, (kind.value,))).number
    office.run(number, "opened")
    return number


def test_a_meeting_is_logged_by_its_link(office: Office) -> None:
    (link,) = pair_view(the_site(office), PAIR).next_actions

    opens_and_sends(office, BEN, link)

    assert f"program/meetings/{PAIR}/{TODAY}.md" in office.main()
    assert office.plan == snapshot(
        [
            "write program/meetings/2026-spring/ana-ben/2026-04-01.md on main",
            "answer in #1: Done",
            "close #1",
        ]
    )


def test_a_record_that_is_sent_back_as_it_was_changes_nothing(office: Office) -> None:
    before = office.main()
    link = person_view(the_site(office), Slug("ana")).actions[1]

    number = opens_and_sends(office, ANA, link)

    assert "Nothing to do" in office.answer(number)
    assert office.main() == before


def test_who_opens_the_link_of_another_speaks_for_themselves(office: Office) -> None:
    before = office.main()["program/participants/ana.yaml"]
    link = person_view(the_site(office), Slug("ana")).actions[1]

    opens_and_sends(office, BEN, link)

    assert office.main()["program/participants/ana.yaml"] == before
    assert "name: Ana Rivers" in office.main()["program/participants/ben.yaml"]


def test_somebody_is_asked_for_by_their_link(tmp_path_factory: pytest.TempPathFactory) -> None:
    files = at_github(three_people())
    ana = "program/participants/ana.yaml"
    files[ana] = files[ana].replace("last-active]", "last-active, ask-by-name]")
    office = Office.of(tmp_path_factory.mktemp("office") / "repository", files)
    link = person_view(the_site(office), Slug("ana")).actions[0]

    opens_and_sends(office, CLEO, link)

    assert link.text == "Ask for Ana"
    application = office.main()["program/applications/2026-spring/cleo.yaml"]
    assert "asks_for:\n  - ana\n" in application
