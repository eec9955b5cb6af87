"""Links that open a form of the repository, with what is known filled in already.

A concern has no link of this kind: an issue is public, and a concern goes to the organisers alone.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode

from mentorgen.analysis.planned import agreed_meeting
from mentorgen.analysis.relationships import Relationship
from mentorgen.model.ids import Slug
from mentorgen.model.privacy import Shared
from mentorgen.model.requests import RequestKind
from mentorgen.model.said import said
from mentorgen.output.github.reminders import home_mark
from mentorgen.output.site.pages.frame import Frame, has_ticked
from mentorgen.output.site.views import LinkView

LONGEST_ADDRESS = 8000
"""GitHub answers 414 to an address of more than 8,192 letters."""


def form_link(
    frame: Frame, kind: RequestKind, text: str, answers: Mapping[str, str] | None = None
) -> LinkView | None:
    """Open a form, where the repository has it; answers that make the address too long are left out.

    The title begins as the form's own file says, by which the issue is recognised. Only questions
    that are answered in writing can be filled in ahead.
    """
    repository = frame.program.settings.repository
    if not repository or kind not in frame.forms:
        return None
    place = f"{repository.rstrip('/')}/issues/new?"
    query = {"template": f"{kind.value}.yml", "title": frame.forms[kind]}
    for question, answer in (answers or {}).items():
        longer = {**query, question: answer}
        if answer and len(place + _written(longer)) <= LONGEST_ADDRESS:
            query = longer
    return LinkView(text=text, target=place + _written(query))


def edit_form(frame: Frame, slug: Slug) -> LinkView | None:
    """Change one's own record, beginning with the words that stand in it."""
    person = frame.program.participants[slug]
    answers = {
        "name": person.name,
        "line": person.line or "",
        "about": person.about or "",
    }
    return form_link(frame, RequestKind.EDIT, said("Edit my record"), answers)


def ask_form(frame: Frame, slug: Slug) -> LinkView | None:
    """Ask for somebody by name, who said that this is fine."""
    person = frame.program.participants[slug]
    if not (person.role.mentors and has_ticked(person, Shared.ASK_BY_NAME)):
        return None
    text = said("Ask for %(name)s", name=frame.people[slug].given_name)
    return form_link(frame, RequestKind.ASK, text, {"asks_for": slug})


def meeting_form(frame: Frame, one: Relationship) -> LinkView | None:
    """Write down a meeting of a pair: the one that was agreed on, else one of the day."""
    agreed = agreed_meeting(one.life)
    on = agreed.on if agreed and agreed.on <= frame.today else frame.today
    answers = {"pair": one.pair.id, "day": on.isoformat()}
    return form_link(frame, RequestKind.MEETING, said("Log a meeting"), answers)


def pair_forms(frame: Frame, one: Relationship) -> Iterator[LinkView]:
    """Offer what the people of a pair may want to say of it, and lead to their place at the forge."""
    pair = {"pair": one.pair.id}
    offered = (
        form_link(frame, RequestKind.GOAL, said("Set a goal"), pair),
        form_link(frame, RequestKind.PAUSE, said("Take a break"), pair),
        home_link(frame, one),
        concern_link(frame),
    )
    yield from (link for link in offered if link is not None)


def own_forms(frame: Frame) -> Iterator[LinkView]:
    """Offer what anybody may want to say of themselves; the form knows by its sender who that is."""
    offered = (
        (RequestKind.MEETING, said("Log a meeting")),
        (RequestKind.EDIT, said("Edit my record")),
        (RequestKind.ASK, said("Ask to be matched")),
        (RequestKind.PAUSE, said("Take a break")),
        (RequestKind.LEAVE, said("Leave the program")),
    )
    for kind, text in offered:
        link = form_link(frame, kind, text)
        if link is not None:
            yield link


def home_link(frame: Frame, one: Relationship) -> LinkView | None:
    """Find the issue that is a pair's home, by its mark: its number is known to the forge alone."""
    people = (frame.program.participants[slug] for slug in one.pair.everyone)
    repository = frame.program.settings.repository
    has_none = not one.pair.public_contact or any(person.github is None for person in people)
    if not repository or RequestKind.MEETING not in frame.forms or has_none:
        return None
    text = said("Your place at GitHub")
    return LinkView(
        text=text, target=_search(repository, f"is:issue in:body {home_mark(one.pair.id)}")
    )


def homes_link(frame: Frame) -> LinkView | None:
    """List the homes of whoever reads it: the forge knows who that is, and nobody is named."""
    repository = frame.program.settings.repository
    if not repository or RequestKind.MEETING not in frame.forms:
        return None
    query = "is:issue is:open label:home mentions:@me"
    return LinkView(text=said("My places at GitHub"), target=_search(repository, query))


def concern_link(frame: Frame) -> LinkView | None:
    """Lead to the program's private form, where it has one; never to a form that everybody can read."""
    target = frame.program.settings.private_form_url
    return LinkView(text=said("Report a concern"), target=target) if target else None


def _search(repository: str, query: str) -> str:
    return f"{repository.rstrip('/')}/issues?{_written({'q': query})}"


def _written(query: Mapping[str, str]) -> str:
    return urlencode(query, quote_via=quote)
