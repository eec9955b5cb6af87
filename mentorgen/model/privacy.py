"""Who may see a field or a fact, and what each person chose to show."""

from enum import StrEnum
from typing import Annotated, TypeVar


class Level(StrEnum):
    """Who may see something, from everybody to the few who run the program."""

    PUBLIC = "public"
    MEMBERS = "members"
    PAIR = "pair"
    COORDINATORS = "coordinators"

    def allows(self, other: "Level") -> bool:
        """Tell whether a reader who may see this level may also see the other one."""
        order = tuple(Level)
        return order.index(other) <= order.index(self)


class Shared(StrEnum):
    """What a person may tick to be shown, beyond their name, role, skills and languages."""

    TIME_ZONE = "time-zone"
    PARTS_OF_DAY = "parts-of-day"
    LINKS = "links"
    ASK_BY_NAME = "ask-by-name"
    LAST_ACTIVE = "last-active"
    CALENDAR = "calendar"
    STORY = "story"


PUBLIC_CHOICES = frozenset({"consent", "on_site", "public_contact", "visibility"})
"""Fields by which people decide what others see; they count only in files that those who show it read."""

T = TypeVar("T")
Public = Annotated[T, Level.PUBLIC]
ForMembers = Annotated[T, Level.MEMBERS]
ForPair = Annotated[T, Level.PAIR]
ForCoordinators = Annotated[T, Level.COORDINATORS]
