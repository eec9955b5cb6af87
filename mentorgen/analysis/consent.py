"""Whether a person agreed to be in the program's public record and to be written to."""

from datetime import date

from mentorgen.model.people import Participant
from mentorgen.model.settings import Settings


def consents(person: Participant, settings: Settings, *, today: date) -> bool:
    """Tell whether consent to the wording in force was given by the day and not withdrawn since.

    Consent to an older wording is none: nobody agreed to what they never read.
    """
    consent = person.consent
    return (
        consent is not None
        and consent.given <= today
        and consent.version >= settings.consent_version
        and (consent.withdrawn is None or consent.withdrawn > today)
    )
