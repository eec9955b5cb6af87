"""What stands in a calendar: of the program, of one pair, of one person."""

from mentorgen.analysis.appointments.appointment import Appointment, Certainty
from mentorgen.analysis.appointments.events import program_appointments
from mentorgen.analysis.appointments.pairs import names_of, pair_appointments
from mentorgen.analysis.appointments.people import person_appointments

__all__ = [
    "Appointment",
    "Certainty",
    "names_of",
    "pair_appointments",
    "person_appointments",
    "program_appointments",
]
