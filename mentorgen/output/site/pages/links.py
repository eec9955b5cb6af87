"""Links that open the right form or file: for joining, editing and writing down a meeting."""

from urllib.parse import urlencode

from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.words import MeetingKind
from mentorgen.output.new_records import NewMeeting, meeting_text
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.views import LinkView

_HANDBOOK = "handbook/participants/"


def join_link(frame: Frame) -> LinkView:
    """Lead somebody in: to the program's own form where it has one, else to the page that says how."""
    form = frame.program.settings.home.join_link
    return LinkView(text="Join the program", target=form or _HANDBOOK)


def person_links(frame: Frame, slug: Slug) -> tuple[LinkView, ...]:
    """Offer to ask for a match, and to edit the record where the program has a repository."""
    links = [LinkView(text="Ask to be matched", target=join_link(frame).target)]
    repository = frame.program.settings.repository
    if repository:
        place = f"{repository}/edit/main/program/participants/{slug}.yaml"
        links.append(LinkView(text="Edit my record", target=place))
    return tuple(links)


def meeting_links(frame: Frame, pair: Pair) -> tuple[LinkView, ...]:
    """Offer to write down a meeting in a file that is filled in already."""
    repository = frame.program.settings.repository
    if not repository:
        return ()
    record = NewMeeting(kind=MeetingKind.CALL, minutes=60, present=pair.everyone)
    words = {"filename": f"{frame.today}.md", "value": meeting_text(record)}
    target = f"{repository}/new/main/program/meetings/{pair.id}?{urlencode(words)}"
    return (LinkView(text="Log a meeting", target=target),)
