"""The program itself: its name, its people in charge, its layout and its policies."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Day, LanguageTag, Line, Link, Name, Prose, TimeZone
from mentorgen.model.ids import ParticipantRef
from mentorgen.model.policies import FollowUpPolicy, MatchingPolicy
from mentorgen.model.privacy import Public
from mentorgen.model.record import Part, Record
from mentorgen.model.said import said
from mentorgen.model.words import Confirmation, Layout, PrivateInputs, Reviewed


class Home(Part):
    """The words at the top of the site's first page; each has a default."""

    headline: Public[Annotated[tuple[Line, ...], Field(min_length=1, max_length=4)]] = (
        said("Two people,"),
        said("one piece"),
        said("of work."),
    )
    """The large words at the top, in one to four lines."""
    lead: Public[Line | None] = None
    """One sentence below the large words; the program's purpose if nothing is said."""
    join_link: Public[Link | None] = None
    """Where the button for joining leads; the page about taking part if nothing is said."""


class Settings(Record):
    """What `program.yaml` says."""

    name: Public[Name]
    """The program's name."""
    purpose: Public[Prose]
    """What the program is for, in a few sentences of Markdown."""
    timezone: Public[TimeZone] = "UTC"
    """The time zone in which the program's days begin and end."""
    language: Public[LanguageTag] = "en"
    """The language of the program's pages."""
    contact: Public[Name | None] = None
    """How to reach the organisers, in words that everybody may read."""
    repository: Public[Link | None] = None
    """The address of the program's repository."""
    coordinators: Public[tuple[ParticipantRef, ...]] = ()
    """The people who run the program, by the names of their files."""
    layout: Public[Layout] = Layout.OPEN
    """How the program's repositories are laid out."""
    private: Public[PrivateInputs] = PrivateInputs.NONE
    """Where what is not public is kept, if there is any."""
    private_form_url: Public[Link | None] = None
    """The form through which people tell what is not public."""
    confirmation: Public[Confirmation] = Confirmation.BOTH
    """Who says yes before a pair begins."""
    reviews_applications: Public[bool] = False
    """Whether an organiser accepts each application before somebody is matched."""
    review: Public[tuple[Reviewed, ...]] = (Reviewed.JOINING, Reviewed.MATCHES, Reviewed.ENDINGS)
    """What comes as a pull request that an organiser merges; the rest is written down at once."""
    consent_version: Public[Annotated[int, Field(ge=1)]] = 1
    """The version of the words that people agree to now."""
    holidays: Public[Annotated[tuple[Day, ...], Field(max_length=100)]] = ()
    """Days on which nobody is reminded."""
    home: Public[Home] = Home()
    """The words at the top of the site's first page."""
    matching: Public[MatchingPolicy] = MatchingPolicy()
    """How people are matched, unless a round says otherwise."""
    follow_up: Public[FollowUpPolicy] = FollowUpPolicy()
    """When something is asked of somebody."""
