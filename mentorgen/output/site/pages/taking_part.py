"""The page about taking part: who can, when, how, and what becomes of it."""

from collections.abc import Iterable, Iterator

from mentorgen.analysis.applicants import queue_among
from mentorgen.analysis.availability import Availability
from mentorgen.analysis.rounds import takes_applications
from mentorgen.analysis.wording import day_text
from mentorgen.model.cohorts import Cohort
from mentorgen.model.privacy import Shared
from mentorgen.model.requests import RequestKind
from mentorgen.model.said import Said, amount, joined, opening, said, said_n
from mentorgen.model.words import Confirmation, Form, Reviewed, Role
from mentorgen.output.matching.words import FORMS
from mentorgen.output.site.pages.forms import concern_link, form_link
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.organisers import organisers_view
from mentorgen.output.site.pages.privacy import BY_CHOICE, asked_of_everybody
from mentorgen.output.site.pages.rounds import round_path
from mentorgen.output.site.views import (
    DoorView,
    FigureView,
    LinkView,
    SignUp,
    StepView,
    TakePartView,
    WayIn,
)

_WITH_A_MENTOR = frozenset({Form.ONE_TO_ONE, Form.GROUP, Form.REVERSE})


def take_part_view(frame: Frame) -> TakePartView:
    """Show one way in for everybody, and where it leads."""
    settings = frame.program.settings
    rounds = sorted(frame.program.cohorts.values(), key=lambda one: (one.rolling, one.id))
    open_now = [one for one in rounds if takes_applications(one, frame.today)]
    coming = [one for one in rounds if one.opens and one.opens > frame.today]
    ways = tuple(_ways(frame, _forms_of(open_now or rounds)))
    own_form = settings.home.join_link
    return TakePartView(
        title=said("How to take part"),
        description=said("How to take part in %(program)s.", program=settings.name),
        search_text=said(
            "join apply application sign up mentor mentee peer states waiting pause leave come back"
        ),
        lead=_lead(has_form=own_form is not None or any(way.link for way in ways)),
        open_now=tuple(_sign_up(frame, one) for one in open_now),
        coming=tuple(_sign_up(frame, one) for one in coming),
        ways=ways,
        join=LinkView(text=said("Open the form"), target=own_form) if own_form else None,
        steps=tuple(_steps(frame)),
        figures=tuple(_figures(frame)),
        asked=asked_of_everybody(),
        by_choice=tuple(BY_CHOICE[one] for one in Shared),
        doors=tuple(_doors(frame, _forms_of(rounds))),
        organisers=organisers_view(frame),
        details=LinkView(text=said("Every step in detail"), target=frame.how_to_join)
        if frame.how_to_join
        else None,
    )


def _lead(*, has_form: bool) -> Said:
    if has_form:
        return said(
            "One short form. You need no title and no finished plan, only something to learn, or something"
            " that you have done once."
        )
    return said(
        "Say a few things about yourself, once. You need no title and no finished plan, only something to"
        " learn, or something that you have done once."
    )


def _forms_of(rounds: Iterable[Cohort]) -> frozenset[Form]:
    return frozenset(form for one in rounds for form in one.forms)


def _sign_up(frame: Frame, cohort: Cohort) -> SignUp:
    return SignUp(
        name=cohort.name,
        path=round_path(cohort.id),
        days=_days(frame, cohort),
        forms=opening(joined(FORMS[form] for form in cohort.forms)),
    )


def _days(frame: Frame, cohort: Cohort) -> Said:
    if cohort.opens and cohort.opens > frame.today:
        return said("opens on %(day)s", day=day_text(cohort.opens, today=frame.today))
    if cohort.closes:
        return said("until %(day)s", day=day_text(cohort.closes, today=frame.today))
    if cohort.rolling:
        return said("all year")
    return said("no closing day is set")


def _ways(frame: Frame, forms: frozenset[Form]) -> Iterator[WayIn]:
    yield WayIn(
        role=Role.MENTEE,
        title=said("As a mentee"),
        text=said("You want to learn something, and somebody beside you would help."),
        gives=said("Bring one question to each meeting. The work stays yours."),
        link=_way(frame, RequestKind.JOIN_AS_MENTEE, said("Join as a mentee")),
    )
    yield WayIn(
        role=Role.MENTOR,
        title=said("As a mentor"),
        text=said("You have done it once, and remember what was hard about it."),
        gives=said("Say for how many people you have room. One is plenty."),
        link=_way(frame, RequestKind.JOIN_AS_MENTOR, said("Join as a mentor")),
    )
    if Form.PEER in forms:
        yield WayIn(
            role=Role.BOTH,
            title=said("As a peer"),
            text=said("Two who learn the same thing, and nobody teaches."),
            gives=said("Tick peers in the form. The host changes from meeting to meeting."),
            link=_way(frame, RequestKind.JOIN_AS_MENTEE, said("Join as a peer")),
        )


def _way(frame: Frame, kind: RequestKind, text: Said) -> LinkView | None:
    """Lead to a form of the repository; a form of the program's own is the one way where there is one."""
    return None if frame.program.settings.home.join_link else form_link(frame, kind, text)


def _steps(frame: Frame) -> Iterator[StepView]:
    """Tell the states of an application by their names, as the answers below a form do."""
    settings = frame.program.settings
    reads = settings.reviews_applications or Reviewed.JOINING in settings.review
    yield StepView(
        title=said("Received"),
        text=said("Your answers are in, and an organiser reads them.")
        if reads
        else said("Your answers are in and are written down at once."),
    )
    yield StepView(
        title=said("Accepted"),
        text=said("You are in the program. Nothing more to do; you can change every answer."),
    )
    yield StepView(
        title=said("Waiting for a match"),
        text=said(
            "All pairs of a round are chosen together: it does not matter who applied first."
        ),
    )
    days = settings.follow_up.answer_within
    yield StepView(
        title=said("Suggested"),
        text=said_n(
            "There is somebody, and you both read why. Say yes or no within %(num)s day; a no has no consequence.",
            "There is somebody, and you both read why. Say yes or no within %(num)s days; a no has no consequence.",
            days,
        )
        if settings.confirmation is Confirmation.BOTH
        else said(
            "There is somebody, and you both read why. Does it not fit? Say so, at any time."
        ),
    )
    yield StepView(
        title=said("Matched"),
        text=said("Your page has the plan and the first agenda. You choose the day."),
    )


def _figures(frame: Frame) -> Iterator[FigureView]:
    """Count what somebody who thinks of joining would ask; what few people are in is left out."""
    found, places = queue_among(frame.program, frame.relationships, frame.places), frame.places
    free = sum(places[slug].state is Availability.OPEN for slug in frame.people)
    yield FigureView(
        label=said_n("mentor has an open place today", "mentors have an open place today", free),
        number=amount(free),
    )
    if found.waiting.value is not None:
        yield FigureView(label=said("people wait for a mentor"), number=amount(found.waiting.value))
    if found.usual_days.value:
        yield FigureView(
            label=said_n(
                "day until somebody was found, usually",
                "days until somebody was found, usually",
                found.usual_days.value,
            ),
            number=amount(found.usual_days.value),
        )
    settings = frame.program.settings
    if settings.confirmation is Confirmation.BOTH:
        days = settings.follow_up.answer_within
        label = said_n("day to answer a suggestion", "days to answer a suggestion", days)
        yield FigureView(label=label, number=amount(days))


def _doors(frame: Frame, forms: frozenset[Form]) -> Iterator[DoorView]:
    yield from _other_ways(frame, forms)
    yield DoorView(
        id="coming-back",
        title=said("You were here before"),
        text=said(
            "Your record is still yours. Change what is different, and apply to the new round."
        ),
        link=form_link(frame, RequestKind.EDIT, said("Change my record")),
    )
    yield DoorView(
        id="a-break",
        title=said("You need a break"),
        text=said(
            "Say until when. It ends by itself, and until then nobody reminds you of anything."
        ),
        link=form_link(frame, RequestKind.PAUSE, said("Take a break")),
    )
    yield DoorView(
        id="no-answer",
        title=said("Your mentor does not answer"),
        text=said(
            "You need not run after anybody. We ask you both, twice, and then an organiser looks after it. Tell"
            " them earlier if you like; if the pair stops, you go first in the next match."
        ),
        link=concern_link(frame),
    )
    yield DoorView(
        id="leaving",
        title=said("You want to leave"),
        text=said("You are out at once, and nobody asks why. What was written can be erased, too."),
        link=form_link(frame, RequestKind.LEAVE, said("Leave the program")),
    )


def _other_ways(frame: Frame, forms: frozenset[Form]) -> Iterator[DoorView]:
    if Form.FLASH in forms:
        yield DoorView(
            id="one-question",
            title=said("You have just one question"),
            text=said(
                "Some people offer single talks. Book a free time; there is nothing to sign up for after it."
            ),
            link=form_link(frame, RequestKind.BOOK, said("Book a talk")),
        )
    if forms & _WITH_A_MENTOR:
        yield DoorView(
            id="by-name",
            title=said("You know whom you would like"),
            text=said("Name them when you apply. People choose whether one may ask for them."),
            link=form_link(frame, RequestKind.ASK, said("Ask for a mentor by name")),
        )
    yield DoorView(
        id="informal",
        title=said("You found each other already"),
        text=said(
            "Tell us with a few words. You get a light plan and gentle reminders, and choose how much of it shows."
        ),
        link=form_link(frame, RequestKind.INFORMAL_PAIR, said("Register your pair")),
    )
