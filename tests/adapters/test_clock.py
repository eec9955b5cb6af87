"""The clock: the day of a time zone, and the newest day that has begun anywhere."""

from datetime import timedelta

from mentorgen.adapters import clock


def test_no_zone_is_ahead_of_the_newest_day_or_more_than_two_days_behind() -> None:
    newest = clock.newest_day()

    for zone in ("UTC", "Pacific/Auckland", "America/Lima", "Pacific/Pago_Pago"):
        assert newest - timedelta(days=2) <= clock.today(zone) <= newest
