"""Links to filled-in forms: what they open is understood by the forms' own reader as it stands."""

from collections.abc import Iterable
from datetime import date
from typing import Unpack
from urllib.parse import parse_qs, urlsplit

import pytest

from mentorgen.loading.form_templates import FOLDER, FormTemplate, read_forms
from mentorgen.loading.forms import Filled, filled_form
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.privacy import Shared
from mentorgen.model.requests import RequestKind
from mentorgen.model.settings import Settings
from mentorgen.model.words import Outcome
from mentorgen.output.github.forms import form_texts
from mentorgen.output.github.reminders import home_mark
from mentorgen.output.site.pages.forms import (
    LONGEST_ADDRESS,
    concern_link,
    homes_link,
    own_forms,
)
from mentorgen.output.site.pages.frame import Frame, frame_of
from mentorgen.output.site.pages.pair import pair_view
from mentorgen.output.site.pages.person import person_view
from mentorgen.output.site.views import LinkView
from tests.builders import (
    TODAY,
    Contents,
    a_consent,
    a_fact,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)
from tests.filled_forms import body_of
from tests.output.site.pages.conftest import yes

ANA, BEN = Slug("ana"), Slug("ben")
PAIR = PairId("2026-spring/ana-ben")
REPOSITORY = "https://github.com/example-looms/mentors"
PRIVATE = "https://forms.example.org/in-private"
HOSTILE = "A&B=<script>#?%\"'+ é 文 \N{GRINNING FACE}"


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> tuple[FormTemplate, ...]:
    """The forms of a repository, one of them with a title in the organisers' own language."""
    root = tmp_path_factory.mktemp("repository")
    (root / FOLDER).mkdir(parents=True)
    for name, text in form_texts(some_settings(), ()).items():
        (root / FOLDER / name).write_text(text.replace("[Meeting] ", "[Reunião] "))
    return read_forms(root)


def a_site(forms: Iterable[FormTemplate], **contents: Unpack[Contents]) -> Frame:
    """Frame a program whose repository has forms."""
    usual: Contents = {
        "settings": settings(),
        "pairs": (a_pair(),),
        "pair_facts": yes(PAIR, ANA, BEN),
    }
    return frame_of(
        a_program(**(usual | contents)),
        today=TODAY,
        forms={form.kind: form.title for form in forms},
    )


def settings(**over: object) -> Settings:
    given = {"repository": f"{REPOSITORY}/", "private_form_url": PRIVATE}
    return some_settings(**(given | over))


def submitted(link: LinkView, forms: tuple[FormTemplate, ...]) -> Filled:
    """Open a link as the forge does, submit the form as it is, and read what comes of it."""
    place, query = urlsplit(link.target), parse_qs(urlsplit(link.target).query)
    assert f"{place.scheme}://{place.netloc}{place.path}" == f"{REPOSITORY}/issues/new"
    (name,), (title,) = query.pop("template"), query.pop("title")
    template = next(form for form in forms if f"{form.kind.value}.yml" == name)
    filled = filled_form(
        title, body_of(template, {key: one for key, (one,) in query.items()}), forms
    )
    assert filled is not None
    assert filled.template.kind == template.kind
    return filled


def named(links: Iterable[LinkView], text: str) -> LinkView:
    return next(link for link in links if link.text == text)


def test_a_meeting_is_logged_by_a_form_that_knows_the_pair_and_the_day(
    forms: tuple[FormTemplate, ...],
) -> None:
    (link,) = pair_view(a_site(forms), PAIR).next_actions

    filled = submitted(link, forms)

    assert (filled.text("pair"), filled.text("day")) == (PAIR, TODAY.isoformat())
    assert filled.complaints == ()


@pytest.mark.parametrize(
    ("agreed", "day"), [(date(2026, 3, 30), date(2026, 3, 30)), (date(2026, 4, 8), TODAY)]
)
def test_the_day_of_a_meeting_is_the_one_agreed_on_once_it_has_come(
    agreed: date, day: date, forms: tuple[FormTemplate, ...]
) -> None:
    frame = a_site(forms, meetings=(a_meeting(date(2026, 3, 20), next={"on": agreed}),))
    (link,) = pair_view(frame, PAIR).next_actions

    assert submitted(link, forms).text("day") == day.isoformat()


def test_a_record_is_edited_from_what_stands_in_it_whatever_that_is(
    forms: tuple[FormTemplate, ...],
) -> None:
    about = f"{HOSTILE}\n\nSecond paragraph."
    frame = a_site(forms, participants=(a_mentor(line=HOSTILE, about=about), a_participant("ben")))

    filled = submitted(named(person_view(frame, ANA).actions, "Edit my record"), forms)

    assert (filled.text("name"), filled.text("line")) == ("Ana", HOSTILE)
    assert filled.text("about") == about
    assert filled.complaints == ()


def test_an_address_is_never_too_long_for_the_forge(forms: tuple[FormTemplate, ...]) -> None:
    frame = a_site(
        forms, participants=(a_mentor(about="文" * 3000, line="I test."), a_participant())
    )
    link = named(person_view(frame, ANA).actions, "Edit my record")

    assert len(link.target) <= LONGEST_ADDRESS
    assert submitted(link, forms).text("line") == "I test."
    assert submitted(link, forms).text("about") == ""


def test_who_allows_it_is_asked_for_by_name(forms: tuple[FormTemplate, ...]) -> None:
    allows = a_consent(shows=(Shared.ASK_BY_NAME,))
    people = (a_mentor(consent=allows), a_participant(consent=allows), a_mentor("cleo"))
    frame = a_site(forms, participants=people)

    filled = submitted(named(person_view(frame, ANA).actions, "Ask for Ana"), forms)

    assert filled.lines("asks_for") == ("ana",)
    for slug in (BEN, Slug("cleo")):
        assert person_view(frame, slug).actions[0].text == "Ask to be matched"


def test_a_pair_can_set_a_goal_and_take_a_break_and_finds_its_home(
    forms: tuple[FormTemplate, ...],
) -> None:
    people = (a_mentor(github="example-ana"), a_participant("ben", github="example-ben"))
    links = pair_view(a_site(forms, participants=people), PAIR).forms

    assert [link.text for link in links] == [
        "Set a goal",
        "Take a break",
        "Your place at GitHub",
        "Report a concern",
    ]
    for link in links[:2]:
        assert submitted(link, forms).text("pair") == PAIR
    assert parse_qs(urlsplit(links[2].target).query)["q"] == [f"is:issue in:body {home_mark(PAIR)}"]


@pytest.mark.parametrize(
    ("public_contact", "login"), [(False, "example-ben"), (True, None)], ids=["unwanted", "unnamed"]
)
def test_a_pair_that_has_no_home_is_led_to_none(
    login: str | None, forms: tuple[FormTemplate, ...], *, public_contact: bool
) -> None:
    people = (a_mentor(github="example-ana"), a_participant("ben", github=login))
    pair = a_pair(public_contact=public_contact)

    links = pair_view(a_site(forms, participants=people, pairs=(pair,)), PAIR).forms

    assert "Your place at GitHub" not in {link.text for link in links}


def test_a_pair_that_has_ended_is_asked_for_nothing(forms: tuple[FormTemplate, ...]) -> None:
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)
    frame = a_site(forms, pair_facts={PAIR: [*yes(PAIR, ANA, BEN)[PAIR], ended]})
    view = pair_view(frame, PAIR)

    assert (view.forms, view.next_actions) == ((), ())


def test_everybody_is_offered_the_forms_about_themselves(forms: tuple[FormTemplate, ...]) -> None:
    links = tuple(own_forms(a_site(forms)))

    assert [link.text for link in links] == [
        "Log a meeting",
        "Edit my record",
        "Ask to be matched",
        "Take a break",
        "Leave the program",
    ]
    kinds = [submitted(link, forms).template.kind for link in links]
    assert kinds == [
        RequestKind.MEETING,
        RequestKind.EDIT,
        RequestKind.ASK,
        RequestKind.PAUSE,
        RequestKind.LEAVE,
    ]


def test_a_concern_goes_to_the_private_form_and_never_to_an_issue(
    forms: tuple[FormTemplate, ...],
) -> None:
    link = concern_link(a_site(forms))

    assert link is not None
    assert link.target == PRIVATE
    assert concern_link(a_site(forms, settings=settings(private_form_url=None))) is None


def test_without_forms_or_a_repository_there_is_nothing_to_open(
    forms: tuple[FormTemplate, ...],
) -> None:
    for frame in (a_site(()), a_site(forms, settings=settings(repository=None))):
        assert tuple(own_forms(frame)) == ()
        assert homes_link(frame) is None
        assert [link.text for link in pair_view(frame, PAIR).forms] == ["Report a concern"]


def test_ones_own_homes_are_found_without_naming_anybody(forms: tuple[FormTemplate, ...]) -> None:
    link = homes_link(a_site(forms))

    assert link is not None
    assert parse_qs(urlsplit(link.target).query)["q"] == [
        "is:issue is:open label:home mentions:@me"
    ]
