"""The closed vocabularies: every choice a file can make, one list each."""

from enum import StrEnum


class Role(StrEnum):
    """What a person does in the program."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    BOTH = "both"

    @property
    def mentors(self) -> bool:
        """A person with this role can be a mentor."""
        return self is not Role.MENTEE

    @property
    def learns(self) -> bool:
        """A person with this role can be a mentee."""
        return self is not Role.MENTOR


class SkillLevel(StrEnum):
    """How well somebody knows a skill, from new to it to teaching it."""

    NEW = "new"
    SOME = "some"
    HELPS = "can-help"
    TEACHES = "can-teach"


class Form(StrEnum):
    """The shape of a mentoring relationship."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    PEER = "peer"
    FLASH = "flash"
    REVERSE = "reverse"


class PartOfDay(StrEnum):
    """A coarse part of somebody's week, in their own time zone."""

    WEEKDAY_MORNING = "weekday-morning"
    WEEKDAY_MIDDAY = "weekday-midday"
    WEEKDAY_AFTERNOON = "weekday-afternoon"
    WEEKDAY_EVENING = "weekday-evening"
    WEEKEND_MORNING = "weekend-morning"
    WEEKEND_MIDDAY = "weekend-midday"
    WEEKEND_AFTERNOON = "weekend-afternoon"
    WEEKEND_EVENING = "weekend-evening"


class Weekday(StrEnum):
    """A day of the week, Monday first."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class Colour(StrEnum):
    """The colour a person chose for their cloth on the site."""

    BLUE = "blue"
    RED = "red"
    GREEN = "green"
    PURPLE = "purple"
    ORANGE = "orange"
    YELLOW = "yellow"


class Feedback(StrEnum):
    """How a person likes to give and to hear criticism."""

    DIRECT = "direct"
    GENTLE = "gentle"


class Structure(StrEnum):
    """How a person likes a meeting to run."""

    AGENDA = "agenda"
    OPEN = "open"


class Learning(StrEnum):
    """How a person learns, or teaches, best."""

    DOING = "by-doing"
    READING = "by-reading"
    TALKING = "by-talking"


class Contact(StrEnum):
    """How a person likes to keep in touch."""

    CALLS = "calls"
    WRITING = "writing"
    MIXED = "mixed"


class MeetingKind(StrEnum):
    """How two people were in contact."""

    CALL = "call"
    CHAT = "chat"
    REVIEW = "review"
    IN_PERSON = "in-person"


class EventKind(StrEnum):
    """What a gathering of a cohort is for."""

    KICK_OFF = "kick-off"
    CIRCLE = "circle"
    MIDPOINT = "midpoint"
    SHOWCASE = "showcase"
    OTHER = "other"


class Audience(StrEnum):
    """For whom something is written."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    COORDINATOR = "coordinator"


class Owner(StrEnum):
    """Who prepares a point of an agenda; peers prepare all of them together."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    BOTH = "both"


class Outcome(StrEnum):
    """How a relationship ended; no outcome is anybody's fault."""

    COMPLETED = "completed"
    CHANGED = "changed"
    STOPPED = "stopped"


class ReasonGroup(StrEnum):
    """Why a relationship did not work, in five groups (after Eby et al. 2000); coordinators only."""

    MISMATCH = "mismatch"
    DISTANCE = "distance"
    PRESSURE = "pressure"
    EXPERTISE = "expertise"
    CIRCUMSTANCES = "circumstances"


class Wish(StrEnum):
    """What a person asks of the other's background, by their own choice."""

    SAME = "same"
    DIFFERENT = "different"


class Layout(StrEnum):
    """How the program's repositories are laid out."""

    OPEN = "open"
    SPLIT = "split"
    PRIVATE = "private"


class PrivateInputs(StrEnum):
    """Where inputs that are not public are kept, if there are any."""

    NONE = "none"
    FOLDER = "folder"
    REPOSITORY = "repository"


class Confirmation(StrEnum):
    """Who says yes before a pair begins."""

    BOTH = "both"
    NONE = "none"


class Reviewed(StrEnum):
    """What somebody may ask for at a forge, and an organiser may look at before it holds."""

    JOINING = "joining"
    RECORDS = "records"
    MEETINGS = "meetings"
    GOALS = "goals"
    BOOKINGS = "bookings"
    MATCHES = "matches"
    ENDINGS = "endings"


class Objective(StrEnum):
    """What the matcher puts first."""

    MOST_PEOPLE = "most-people"
    BEST_FIT = "best-fit"


class Changes(StrEnum):
    """When the matcher thinks of keeping what is suggested already: before better pairs, or after them."""

    FIRST = "first"
    LAST = "last"


class SurveyMoment(StrEnum):
    """What a survey's due date is counted from."""

    START = "start"
    FIRST_MEETING = "first-meeting"
    MIDDLE = "middle"
    END = "end"


class QuestionKind(StrEnum):
    """How a survey question is answered."""

    SCALE = "scale"
    CHOICE = "choice"
    TEXT = "text"
    GOALS = "goals"
