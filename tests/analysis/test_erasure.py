"""What becomes of relationships without one of their people, and by what a person is found."""

import pytest

from mentorgen.analysis.erasure import (
    fates_without,
    identity_of,
    leaves_no_organiser,
    losses_without,
)
from mentorgen.model.erasure import Fate, Gone, Identity, Loss, Stays
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from tests.builders import (
    COHORT,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)

ANA = Slug("ana")


def _group(name: str = "table", form: Form = Form.GROUP, **people: tuple[str, ...]) -> Pair:
    everyone: dict[str, object] = {"mentors": (), "mentees": (), "form": form, **people}
    return a_pair(name, COHORT, **everyone)


def _with(*pairs: Pair) -> Program:
    people = [a_participant(slug) for slug in ("ana", "ben", "chi", "dee", "eli")]
    return a_program(participants=people, pairs=pairs)


def _fate(pair: Pair) -> Fate:
    return fates_without(_with(pair), ANA)[pair.id]


@pytest.mark.parametrize(
    ("pair", "form"),
    [
        (a_pair(), None),
        (a_pair(form=Form.REVERSE, mentors=("ben",), mentees=("ana",)), None),
        (_group(mentors=("ben",), mentees=("ana", "chi", "dee")), Form.GROUP),
        (_group(mentors=("ana", "ben"), mentees=("chi", "dee")), Form.GROUP),
        (_group(mentors=("ben",), mentees=("ana", "chi")), Form.ONE_TO_ONE),
        (_group(mentors=("ben", "eli"), mentees=("ana", "chi")), None),
        (_group(mentors=("ana",), mentees=("ben", "chi")), None),
        (_group(form=Form.PEER, members=("ana", "ben", "chi")), Form.PEER),
        (_group(form=Form.PEER, members=("ana", "ben")), None),
        (_group(form=Form.FLASH, mentors=("ben",), mentees=("ana", "chi")), Form.FLASH),
        (_group(form=Form.FLASH, mentors=("ana",), mentees=("ben", "chi")), None),
        (_group(form=Form.FLASH, mentors=("ben",), mentees=("ana",)), None),
    ],
)
def test_a_relationship_stays_in_the_form_that_fits_the_others(
    pair: Pair, form: Form | None
) -> None:
    assert _fate(pair) == (Stays(form, pair.id) if form else Gone())


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("table", "table"),
        ("banana-ben", "banana-ben"),
        ("ana-ben-chi", "ben-chi"),
        ("ben-ana", "ben"),
        ("ana", "group"),
        ("ana-ana", "group"),
    ],
)
def test_an_id_that_holds_theirs_changes(name: str, after: str) -> None:
    pair = _group(name, mentors=("ben",), mentees=("ana", "chi", "dee"))

    assert _fate(pair) == Stays(Form.GROUP, PairId(f"{pair.cohort}/{after}"))


def test_what_goes_with_a_pair_is_counted_for_the_others() -> None:
    program = a_program(
        pairs=[a_pair(), _group(mentors=("ben",), mentees=("ana", "chi", "dee"))],
        goals=[a_goal()],
        meetings=[a_meeting()],
    )

    assert losses_without(program, ANA) == (Loss(a_pair().id, (Slug("ben"),), 1, 1),)


def test_a_person_is_found_by_names_and_accounts() -> None:
    ana = a_mentor(
        name="Ana Rivers", called="Ana", full_name="Ana Rivers", github="ana-r", github_id=12345
    )

    assert identity_of(a_program(participants=[ana]), ANA, also=["Anita"]) == Identity(
        ANA, ("Ana Rivers", "Ana", "Anita"), ("ana-r", "12345")
    )


def test_a_short_number_finds_nobody() -> None:
    program = a_program(participants=[a_mentor(github_id=7)])

    assert identity_of(program, ANA).accounts == ()


def test_who_is_gone_is_found_by_what_is_given() -> None:
    assert identity_of(a_program(), Slug("eve"), also=[" Eve ", " ", ""]) == Identity(
        Slug("eve"), ("Eve",)
    )


@pytest.mark.parametrize(
    ("coordinators", "is_last"), [((), False), (("ana",), True), (("ana", "ben"), False)]
)
def test_the_last_organiser_is_known(coordinators: tuple[str, ...], *, is_last: bool) -> None:
    program = a_program(settings=some_settings(coordinators=coordinators))

    assert leaves_no_organiser(program, ANA) is is_last
