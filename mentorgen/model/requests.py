"""What people can ask for by a form: one kind for each form of the repository."""

from enum import StrEnum


class RequestKind(StrEnum):
    """The form that somebody filled in; its file is named after it."""

    JOIN_AS_MENTOR = "join-as-mentor"
    JOIN_AS_MENTEE = "join-as-mentee"
    EDIT = "edit-my-record"
    PAUSE = "pause"
    LEAVE = "leave"
    MEETING = "log-a-meeting"
    GOAL = "set-a-goal"
    ASK = "ask-for-a-mentor"
    BOOK = "book-a-slot"
    INFORMAL_PAIR = "informal-pair"
