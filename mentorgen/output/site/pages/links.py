"""Links that open the right form or file: for joining, editing and writing down a meeting."""

from urllib.parse import quote, urlencode

from mentorgen.analysis.relationships import Relationship
from mentorgen.model.ids import Slug
from mentorgen.model.words import MeetingKind
from mentorgen.output.new_records import NewMeeting, meeting_text
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.views import LinkView


def join_link(frame: Frame, text: str = "Join the program") -> LinkView | None:
    """Lead somebody in: to the program's own form, else to the page that says how, else to a new file."""
    settings = frame.program.settings
    target = settings.home.join_link or frame.how_to_join
    if target is None and settings.repository:
        target = f"{_in_repository(settings.repository, 'new')}/program/participants"
    return LinkView(text=text, target=target) if target else None


def person_links(frame: Frame, slug: Slug) -> tuple[LinkView, ...]:
    """Offer to ask for a match, and to edit the record where the program has a repository."""
    join = join_link(frame, "Ask to be matched")
    links = [join] if join else []
    repository = frame.program.settings.repository
    if repository:
        place = f"{_in_repository(repository, 'edit')}/program/participants/{slug}.yaml"
        links.append(LinkView(text="Edit my record", target=place))
    return tuple(links)


def meeting_links(frame: Frame, one: Relationship) -> tuple[LinkView, ...]:
    """Offer to write down a meeting in a file that is filled in already."""
    repository = frame.program.settings.repository
    if not repository:
        return ()
    record = NewMeeting(kind=MeetingKind.CALL, minutes=60, present=one.life.members.everyone)
    words = {"filename": f"{frame.today}.md", "value": meeting_text(record)}
    place = f"{_in_repository(repository, 'new')}/program/meetings/{one.pair.id}"
    query = urlencode(words, quote_via=quote)
    return (LinkView(text="Log a meeting", target=f"{place}?{query}"),)


def _in_repository(repository: str, act: str) -> str:
    return f"{repository.rstrip('/')}/{act}/main"
