"""Proposed times on a pair's page: by the parts of the day, and only if all chose to show them."""

from datetime import date

import pytest

from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import PairId
from mentorgen.model.people import Hours, Participant
from mentorgen.model.privacy import Shared
from mentorgen.model.words import Form, Outcome, PartOfDay
from mentorgen.output.site.pages.pair import pair_view
from tests.builders import a_consent, a_fact, a_mentor, a_pair, a_participant
from tests.output.site.pages.conftest import a_frame, yes

PAIR = PairId("2026-spring/ana-ben")
BOTH = (Shared.TIME_ZONE, Shared.PARTS_OF_DAY)
SIX = ("ben", "cy", "dee", "eli", "fay", "gus")
EXACT = Hours.model_validate({"day": "sun", "from": "3:15", "to": "4:45"}, strict=False)


def somebody(slug: str, shows: tuple[Shared, ...] = BOTH, **over: object) -> Participant:
    said: dict[str, object] = {
        "timezone": "Europe/Lisbon",
        "parts_of_day": (PartOfDay.WEEKEND_EVENING,),
        "hours": (EXACT,),
        "consent": a_consent(shows=shows),
    }
    make = a_mentor if slug == "ana" else a_participant
    return make(slug, **(said | over))


def times(*people: Participant, form: Form = Form.ONE_TO_ONE, over: bool = False) -> list[str]:
    slugs = tuple(one.slug for one in people)
    sides = {"mentors": slugs[:1], "mentees": slugs[1:]}
    if form is Form.PEER:
        sides = {"mentors": (), "mentees": (), "members": slugs}
    pair = a_pair(form=form, **sides)  # type: ignore[arg-type] # names of fields
    end = [a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)] if over else []
    facts: dict[str, list[Fact]] = {PAIR: [*yes(PAIR, *slugs)[PAIR], *end]}
    frame = a_frame(participants=people, pairs=(pair,), pair_facts=facts)
    return [f"{one.length}: {', '.join(one.clocks)}" for one in pair_view(frame, PAIR).times]


def test_a_time_is_told_on_every_clock_and_made_of_the_parts_of_the_day_alone() -> None:
    ben = somebody("ben", timezone="Asia/Kolkata", parts_of_day=(PartOfDay.WEEKDAY_EVENING,))
    ana = somebody("ana", parts_of_day=(PartOfDay.WEEKDAY_MIDDAY, PartOfDay.WEEKDAY_AFTERNOON))

    assert times(ana, ben) == [
        f"240 minutes: {day} 13:30 for Ana, {day} 18:00 for Ben" for day in ("Mon", "Tue", "Wed")
    ]


@pytest.mark.parametrize("form", [Form.GROUP, Form.PEER])
def test_who_has_one_clock_is_told_together(form: Form) -> None:
    people = [somebody("ana"), *(somebody(slug) for slug in SIX)]

    assert times(*people, form=form) == [
        f"240 minutes: {day} 18:00 for Ana, Ben, Cy, Dee, Eli, Fay and Gus"
        for day in ("Sat", "Sun")
    ]


@pytest.mark.parametrize(
    ("shows", "over"), [(BOTH[:1], False), (BOTH[1:], False), ((), False), (BOTH, True)]
)
def test_nothing_is_proposed_where_one_shows_less_or_it_is_over(
    shows: tuple[Shared, ...], *, over: bool
) -> None:
    assert times(somebody("ana"), somebody("ben", shows), over=over) == []


def test_who_has_no_part_of_the_day_in_common_reads_nothing_of_it() -> None:
    early = somebody("ben", parts_of_day=(PartOfDay.WEEKDAY_MORNING,))

    assert times(somebody("ana"), early) == []
    assert times(somebody("ana"), somebody("ben", parts_of_day=())) == []
    assert times(somebody("ana"), somebody("cy"), early, form=Form.GROUP) == []
