"""Other ways to match the same people, to be held against the usual one."""

from mentorgen.model.fields import Line
from mentorgen.model.ids import OwnScenario
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.privacy import Public
from mentorgen.model.record import FromPath, Record


class Scenario(Record):
    """A way of matching that organisers try out; it binds nobody."""

    id: FromPath[OwnScenario]
    about: Public[Line | None] = None
    """What the scenario is to find out, in one sentence."""
    matching: Public[MatchingPolicy]
    """How the round is matched in this scenario; it replaces what the round says."""
