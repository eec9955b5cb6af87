"""What happened with a person, from the dated facts of all that they were in; nobody's confidences are told."""

from collections.abc import Iterable, Iterator

from mentorgen.analysis.actions import open_actions
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.planned import next_meeting
from mentorgen.analysis.relationships import Relationship
from mentorgen.model.facts import Answered, Completed, Fact, FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.privacy import Level
from mentorgen.model.said import Said, said
from mentorgen.output.organiser.desk import Desk
from mentorgen.output.organiser.views import TouchView

WORDS = {
    FactKind.APPLIED: said("asked to join"),
    FactKind.ACCEPTED: said("was taken in"),
    FactKind.DECLINED: said("was told no, or said no"),
    FactKind.WITHDRAWN: said("took the request back"),
    FactKind.CONFIRMED: said("said yes"),
    FactKind.AGREED: said("signed the agreement"),
    FactKind.ASKED: said("asked a question"),
    FactKind.SNOOZED: said("put reminders off"),
    FactKind.PAUSED: said("began a pause"),
    FactKind.RESUMED: said("came back from a pause"),
    FactKind.OPTED_OUT: said("wants no reminders"),
    FactKind.OPTED_IN: said("wants reminders again"),
    FactKind.WAIVED: said("was let off a module"),
    FactKind.ENDING: said("is about to end"),
    FactKind.ENDED: said("ended"),
    FactKind.LEFT: said("left"),
    FactKind.THANKED: said("said thanks"),
    FactKind.WISHES_TO_MENTOR: said("would like to mentor"),
    FactKind.CONCERN: said("told the organisers that something is wrong"),
    FactKind.CONCERN_ANSWERED: said("the organisers answered a concern"),
}
"""What each kind of fact is called; a kind that is not here is nobody's business on this page."""


def touches_of(desk: Desk, slug: Slug) -> tuple[TouchView, ...]:
    """List everything dated about somebody, the newest first; what lies ahead stands on top."""
    found = [*_own(desk, slug)]
    for one in desk.pairs_of(slug):
        found += _of_pair(desk, slug, one)
    return tuple(sorted(found, key=lambda one: (one.on, one.text), reverse=True))


def _own(desk: Desk, slug: Slug) -> Iterator[TouchView]:
    joined = desk.program.participants[slug].joined
    if joined is not None and joined <= desk.today:
        yield TouchView(on=joined, text=said("joined the program"))
    for applications in desk.program.applications.values():
        for one in applications:
            if one.slug == slug and one.applied <= desk.today:
                name = desk.program.cohorts[one.cohort].name
                yield TouchView(on=one.applied, text=said("asked to join %(round)s", round=name))
    yield from _told(desk, facts_until(desk.program.person_facts[slug], desk.today))


def _told(desk: Desk, facts: Iterable[Fact]) -> Iterator[TouchView]:
    for fact in facts:
        if isinstance(fact, Completed):
            title = desk.program.modules[fact.module].title
            yield TouchView(on=fact.on, text=said("finished “%(module)s”", module=title))
        elif isinstance(fact, Answered):
            title = desk.program.surveys[fact.survey].title
            yield TouchView(on=fact.on, text=said("answered “%(survey)s”", survey=title))
        elif fact.kind in WORDS and fact.kind is not FactKind.APPLIED:
            yield TouchView(on=fact.on, text=WORDS[fact.kind])


def _of_pair(desk: Desk, slug: Slug, one: Relationship) -> Iterator[TouchView]:
    others = desk.names(who for who in one.pair.everyone if who != slug)
    if one.life.began is not None:
        yield TouchView(on=one.life.began, text=_with(said("began"), others))
    for fact in one.life.facts:
        if fact.kind in WORDS and fact.by in {None, slug}:
            yield TouchView(on=fact.on, text=_with(WORDS[fact.kind], others))
    for meeting in one.life.meetings:
        if not meeting.present or slug in meeting.present:
            yield TouchView(on=meeting.on, text=_with(said("met"), others))
    yield from _steps(desk, one)
    coming = next_meeting(one.life, today=desk.today) if one.goes_on else None
    if coming is not None:
        text = _with(said("means to meet"), others)
        yield TouchView(on=coming.on, text=text, is_ahead=True)


def _with(what: Said, others: Said) -> Said:
    return said("%(what)s, with %(others)s", what=what, others=others)


def _steps(desk: Desk, one: Relationship) -> Iterator[TouchView]:
    for goal in desk.program.goals.get(one.pair.id, ()):
        steps = goal.milestones if goal.visibility is Level.PUBLIC else ()
        for step in steps:
            if step.reached is not None and step.reached <= desk.today:
                yield TouchView(on=step.reached, text=said("reached “%(step)s”", step=step.name))
            elif one.goes_on and step.due is not None and step.due >= desk.today:
                text = said("“%(step)s” is planned", step=step.name)
                yield TouchView(on=step.due, text=text, is_ahead=True)


def promises_of(desk: Desk, slug: Slug) -> Iterator[Said]:
    """Say what somebody said they would do and has not, in relationships that go on."""
    for one in desk.pairs_of(slug):
        if one.goes_on:
            in_the_open = [met for met in one.life.meetings if met.visibility is Level.PUBLIC]
            for action in open_actions(in_the_open):
                if action.who == slug:
                    yield said("Said they would: %(what)s", what=action.what)
