"""The page of everybody."""

from collections.abc import Iterable, Iterator

from mentorgen.model.said import said
from mentorgen.output.site.pages.cards import cards_of
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.links import join_link
from mentorgen.output.site.views import (
    ChoiceView,
    LinkView,
    PeopleView,
    PersonCard,
)

MOST_AIMS = 5


def people_view(frame: Frame) -> PeopleView:
    """Show everybody who agreed to be shown: first who has a place open, then who waits."""
    cards = cards_of(frame, frame.people)
    return PeopleView(
        title=said("People"),
        description=said(
            "The people of %(program)s: what they offer and what they look for.",
            program=frame.program.settings.name,
        ),
        lead=said(
            "Every pattern here belongs to one person. It comes from their name; "
            "the colour is theirs to choose."
        ),
        aims=tuple(_aims(frame, cards))[:MOST_AIMS],
        people=cards,
        skills=_choices((skill.slug, skill.label) for one in cards for skill in one.skills),
        languages=_choices(
            (language.code, language.label) for one in cards for language in one.languages
        ),
        zones=frame.zones,
        join=join_link(frame),
    )


def _choices(pairs: Iterable[tuple[str, str]]) -> tuple[ChoiceView, ...]:
    """List each choice once, by its words."""
    found = sorted(dict(pairs).items(), key=lambda pair: pair[1].casefold())
    return tuple(ChoiceView(value=value, label=label) for value, label in found)


def _aims(frame: Frame, cards: Iterable[PersonCard]) -> Iterator[LinkView]:
    """Lead from an aim to the people of its skill, where there are any."""
    known = {skill.slug for one in cards for skill in one.skills}
    for skill in frame.program.skills.values():
        if skill.aim and skill.id in known:
            yield LinkView(text=skill.aim, target=f"people/?skill={skill.id}")
