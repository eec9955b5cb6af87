"""The page about privacy: who sees what, read from the levels that the fields themselves carry."""

from collections.abc import Iterator, Mapping

from mentorgen.model.people import Participant
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.requests import RequestKind
from mentorgen.model.said import Said, said
from mentorgen.model.words import Layout, PrivateInputs
from mentorgen.output.site.pages.forms import form_link
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.kept import FIELDS, of_pairs, of_people
from mentorgen.output.site.pages.organisers import organisers_view
from mentorgen.output.site.views import CircleView, KeptView, LinkView, PrivacyView, RuleView

BY_CHOICE: Mapping[Shared, Said] = {
    Shared.TIME_ZONE: said("your time zone"),
    Shared.PARTS_OF_DAY: said("when you can usually meet, by parts of the day"),
    Shared.LINKS: said("links to your own pages"),
    Shared.ASK_BY_NAME: said("that people may ask for you by name"),
    Shared.LAST_ACTIVE: said("when you were last active, by week or month"),
    Shared.CALENDAR: said("a calendar of your meetings"),
    Shared.STORY: said("how it went, and your thanks, in your own words"),
}
"""What a person may tick to be shown."""
_ASKED = ("name", "role", "line", "offers", "wants", "languages")
"""What the forms for joining ask of everybody; all of it is public."""
_PLACES: Mapping[Layout, Said] = {
    Layout.OPEN: said(
        "One public repository. Everybody can read all of its files, and who changed what when."
    ),
    Layout.SPLIT: said(
        "Two repositories: a public one that everybody can read, and one that only organisers read."
    ),
    Layout.PRIVATE: said("One repository that only members can read. They read everything in it."),
}
_ON_PAGES_AND_IN_FILES = said(
    "On these pages, or in the files that they are made of. Without your consent it is on no page."
)
_ON_PAGES = said(
    "On these pages. The files that they are made of are for members. Without your consent it is on no page."
)
_PRIVATE: Mapping[PrivateInputs, Said] = {
    PrivateInputs.NONE: said(
        "Nothing but public things is kept. Nobody is asked for anything else."
    ),
    PrivateInputs.FOLDER: said(
        "What is not public lies in a folder on the organisers' own machines, outside the repository."
    ),
    PrivateInputs.REPOSITORY: said(
        "What is not public lies in a repository that only the organisers read."
    ),
}


def asked_of_everybody() -> tuple[Said, ...]:
    """List what is asked of everybody who joins, in the words of what is kept."""
    return tuple(dict.fromkeys(FIELDS[Participant][name] for name in _ASKED))


def privacy_view(frame: Frame) -> PrivacyView:
    """Say who sees what in this program, and how somebody takes it back."""
    settings = frame.program.settings
    return PrivacyView(
        title=said("Privacy"),
        description=said("What %(program)s shows of people, and to whom.", program=settings.name),
        search_text=said("data consent public private delete erase withdraw cookies"),
        lead=said(
            "You decide what is shown of you. Here is all that the program can keep, by who may see it."
        ),
        circles=tuple(_circles(frame)),
        places=tuple(_places(frame)),
        taking_back=tuple(_taking_back()),
        actions=tuple(_actions(frame)),
        organisers=organisers_view(frame),
    )


def _circles(frame: Frame) -> Iterator[CircleView]:
    settings = frame.program.settings
    has_members = settings.layout is Layout.PRIVATE
    yield CircleView(
        id="public",
        title=said("Everybody"),
        text=_ON_PAGES if has_members else _ON_PAGES_AND_IN_FILES,
        kept=_kept(Level.PUBLIC),
    )
    yield CircleView(
        id="by-choice",
        title=said("Everybody, if you tick it"),
        text=said("Each of these is a box of its own. What is not ticked is on no page."),
        kept=(KeptView(title=said("Of you"), things=tuple(BY_CHOICE[one] for one in Shared)),),
    )
    if settings.private is PrivateInputs.NONE:
        return
    if has_members:
        yield CircleView(
            id="members",
            title=said("Members"),
            text=said("Everybody who can read the repository, which is private."),
            kept=_kept(Level.MEMBERS),
        )
    yield CircleView(
        id="pair",
        title=said("Your pair, and the organisers"),
        text=said(
            "Each goal and each meeting can be marked so. The organisers see it in order to help."
        ),
        kept=_kept(Level.PAIR),
    )
    yield CircleView(
        id="organisers-only",
        title=said("Only the organisers"),
        text=said(
            "It counts in the matching, or tells them that they are needed. It is on no page and in no issue."
        ),
        kept=_kept(*() if has_members else (Level.MEMBERS,), Level.COORDINATORS),
    )


def _kept(*levels: Level) -> tuple[KeptView, ...]:
    """List what stands at some levels and at no wider one."""
    groups = (
        (said("Of you"), tuple(one for level in levels for one in of_people(level))),
        (said("Of your pair"), tuple(one for level in levels for one in of_pairs(level))),
    )
    return tuple(KeptView(title=title, things=things) for title, things in groups if things)


def _places(frame: Frame) -> Iterator[RuleView]:
    settings = frame.program.settings
    yield RuleView(label=said("Where it is kept"), text=_PLACES[settings.layout])
    yield RuleView(label=said("What is not public"), text=_PRIVATE[settings.private])
    yield RuleView(
        label=said("What is never stored"),
        text=said(
            "Birthdays, home addresses, telephone numbers, and anything about health. A check refuses e-mail addresses and telephone numbers in everything that is public."
        ),
    )
    yield RuleView(
        label=said("What you agree to"),
        text=said(
            "Version %(version)s of our words. When they change, you are asked again, and until then you are on no page.",
            version=settings.consent_version,
        ),
    )


def _taking_back() -> Iterator[RuleView]:
    yield RuleView(
        label=said("Show less"),
        text=said(
            "Untick a box, or write less. The next build of these pages has it; a calendar that somebody subscribed to follows."
        ),
    )
    yield RuleView(
        label=said("Be off these pages"),
        text=said(
            "Take your consent back. With the next build you are on no page, and nobody is reminded of you. You need no reason."
        ),
    )
    yield RuleView(
        label=said("Be erased"),
        text=said(
            "Ask an organiser. Your files go, and your name goes out of every other file. Where it stands in a text, they look at each place."
        ),
    )
    yield RuleView(
        label=said("What stays, honestly"),
        text=said(
            "A repository keeps every earlier version of its files, and others may have copies: forks, search engines,"
            " e-mails of notifications. So write what you do not mind leaving behind; a nickname is fine."
        ),
    )


def _actions(frame: Frame) -> Iterator[LinkView]:
    offered = (
        form_link(frame, RequestKind.EDIT, said("Change what is shown of me")),
        form_link(frame, RequestKind.LEAVE, said("Leave the program")),
    )
    yield from (link for link in offered if link is not None)
