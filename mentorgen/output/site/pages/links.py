"""Links that open the right form or file: for joining, editing and writing down a meeting."""

from urllib.parse import quote, urlencode

from mentorgen.analysis.relationships import Relationship
from mentorgen.model.ids import Slug
from mentorgen.model.said import said
from mentorgen.model.words import MeetingKind
from mentorgen.output.new_records import NewMeeting, meeting_text
from mentorgen.output.site.pages.forms import ask_form, edit_form, meeting_form
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.views import LinkView

JOIN = said("Join the program")
TAKE_PART = "take-part/"
"""The page that says how to take part: the one way in, unless the program has a form of its own."""


def join_link(frame: Frame, text: str = JOIN) -> LinkView:
    """Lead somebody in: to the program's own form, else to the page that says how."""
    return LinkView(text=text, target=frame.program.settings.home.join_link or TAKE_PART)


def person_links(frame: Frame, slug: Slug) -> tuple[LinkView, ...]:
    """Offer to ask for somebody, and to edit the record: by a form where there is one, else by hand."""
    links = [ask_form(frame, slug) or join_link(frame, said("Ask to be matched"))]
    form = edit_form(frame, slug)
    if form:
        return (*links, form)
    repository = frame.program.settings.repository
    if repository:
        place = f"{_in_repository(repository, 'edit')}/program/participants/{slug}.yaml"
        links.append(LinkView(text=said("Edit my record"), target=place))
    return tuple(links)


def meeting_links(frame: Frame, one: Relationship) -> tuple[LinkView, ...]:
    """Offer to write down a meeting in a form or a file that is filled in already."""
    form = meeting_form(frame, one)
    if form:
        return (form,)
    repository = frame.program.settings.repository
    if not repository:
        return ()
    record = NewMeeting(kind=MeetingKind.CALL, minutes=60, present=one.life.members.everyone)
    words = {"filename": f"{frame.today}.md", "value": meeting_text(record)}
    place = f"{_in_repository(repository, 'new')}/program/meetings/{one.pair.id}"
    query = urlencode(words, quote_via=quote)
    return (LinkView(text=said("Log a meeting"), target=f"{place}?{query}"),)


def _in_repository(repository: str, act: str) -> str:
    return f"{repository.rstrip('/')}/{act}/main"
