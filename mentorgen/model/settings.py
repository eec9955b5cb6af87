"""The program itself: its name, its people in charge, its layout and its policies."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Day, LanguageTag, Line, Link, Name, Prose, TimeZone
from mentorgen.model.ids import ParticipantRef
from mentorgen.model.policies import FollowUpPolicy, MatchingPolicy
from mentorgen.model.privacy import Public
from mentorgen.model.record import Part, Record
from mentorgen.model.words import Confirmation, Layout, PrivateInputs


class Home(Part):
    """The words at the top of the site's first page; each has a default."""

    headline: Public[Annotated[tuple[Line, ...], Field(min_length=1, max_length=4)]] = (
        "Two people,",
        "one piece",
        "of work.",
    )
    lead: Public[Line | None] = None
    join_link: Public[Link | None] = None


class Settings(Record):
    """What `program.yaml` says."""

    name: Public[Name]
    purpose: Public[Prose]
    timezone: Public[TimeZone] = "UTC"
    language: Public[LanguageTag] = "en"
    contact: Public[Name | None] = None
    repository: Public[Link | None] = None
    coordinators: Public[tuple[ParticipantRef, ...]] = ()
    layout: Public[Layout] = Layout.OPEN
    private: Public[PrivateInputs] = PrivateInputs.NONE
    private_form_url: Public[Link | None] = None
    confirmation: Public[Confirmation] = Confirmation.BOTH
    reviews_applications: Public[bool] = False
    consent_version: Public[Annotated[int, Field(ge=1)]] = 1
    holidays: Public[Annotated[tuple[Day, ...], Field(max_length=100)]] = ()
    home: Public[Home] = Home()
    matching: Public[MatchingPolicy] = MatchingPolicy()
    follow_up: Public[FollowUpPolicy] = FollowUpPolicy()
