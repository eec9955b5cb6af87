"""What is due to be asked of whom today, and what is held back and why."""

from mentorgen.analysis.reminders.due import due_reminders, most_pings
from mentorgen.analysis.reminders.values import (
    NOTHING_SENT,
    Because,
    DueReminders,
    Held,
    Reminder,
    ReminderKind,
    Sent,
    Spared,
    Step,
)

__all__ = [
    "NOTHING_SENT",
    "Because",
    "DueReminders",
    "Held",
    "Reminder",
    "ReminderKind",
    "Sent",
    "Spared",
    "Step",
    "due_reminders",
    "most_pings",
]
