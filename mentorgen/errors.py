"""Errors that a caller can act on, each with the exit code of the command that meets it."""


class MentorgenError(Exception):
    """The root of every error that mentorgen raises on purpose: its text is a plain sentence."""

    exit_code = 1


class WrongUsageError(MentorgenError):
    """The command was asked for something that makes no sense here, such as a folder that is no program."""

    exit_code = 2


class TryAgainLaterError(MentorgenError):
    """A service or the disk did not answer; the work is intact and the same command may go through later."""

    exit_code = 4


class CannotEditError(MentorgenError):
    """A file cannot be changed without a doubt about what else would change: a person has to do it."""


class ContradictionError(MentorgenError):
    """What the files ask of the matcher cannot all be done; the text names the fewest things that clash."""
