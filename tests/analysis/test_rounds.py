"""Whether people can apply to a round on a day."""

from datetime import date
from typing import Any

import pytest

from mentorgen.analysis.rounds import takes_applications
from tests.builders import TODAY, a_cohort


@pytest.mark.parametrize(
    ("over", "takes"),
    [
        ({}, True),
        ({"opens": TODAY, "closes": TODAY, "ends": TODAY}, True),
        ({"opens": date(2026, 4, 2)}, False),
        ({"closes": date(2026, 3, 31)}, False),
        ({"ends": date(2026, 3, 31)}, False),
    ],
)
def test_people_can_apply_from_the_first_day_to_the_last(
    over: dict[str, Any], *, takes: bool
) -> None:
    assert takes_applications(a_cohort(**over), TODAY) is takes
