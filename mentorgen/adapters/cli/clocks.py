"""Times of day and time zones as people type them."""

from datetime import datetime

import click

from mentorgen.loading.checks.zones import complaint_of_zone


class Clock(click.ParamType[int]):
    """A time of day as it is written in the files, in minutes since midnight."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read HH:MM, or say what would be right."""
        try:
            written = datetime.strptime(str(value), "%H:%M")  # noqa: DTZ007 # a time of any day
        except ValueError:
            self.fail(f"{value!r} is no time such as 17:30.", param, ctx)
        return written.hour * 60 + written.minute


def known_zone(_: click.Context, option: click.Parameter, zone: str | None) -> str | None:
    """Refuse a time zone that nobody knows, with the one that was meant."""
    complaint = None if zone is None else complaint_of_zone(zone)
    if complaint is not None:
        raise click.BadParameter(complaint, param=option)
    return zone
