"""The page of the program's rules: everything that decides anything, with the program's own figures."""

from collections.abc import Collection, Iterator

from mentorgen.analysis.applicants import queue_among, queues_by_skill
from mentorgen.model.ids import ModuleId
from mentorgen.model.program import Program
from mentorgen.model.said import Joint, Said, amount, joined, said, said_n
from mentorgen.model.words import Audience, Confirmation, Reviewed
from mentorgen.output.site.pages.follow_up import health_rules, ladder_view, limits, surveys
from mentorgen.output.site.pages.frame import Frame, skill_ref
from mentorgen.output.site.pages.organisers import organisers_view
from mentorgen.output.site.pages.policies import policy_views
from mentorgen.output.site.pages.words import HIDDEN, number
from mentorgen.output.site.views import (
    FigureView,
    LinkView,
    RulesView,
    RuleView,
    TopicWait,
)

_REVIEWED = {
    Reviewed.JOINING: said("joining"),
    Reviewed.RECORDS: said("changes of a record"),
    Reviewed.MEETINGS: said("meetings"),
    Reviewed.GOALS: said("goals"),
    Reviewed.BOOKINGS: said("bookings of single talks"),
    Reviewed.MATCHES: said("matches"),
    Reviewed.ENDINGS: said("endings"),
}
AGREEMENT = (
    RuleView(
        label=said("What stays between you"),
        text=said(
            "What one of you tells about themselves stays between you. The one exception: where somebody could"
            " come to harm, you ask the organisers for help."
        ),
    ),
    RuleView(
        label=said("Where the borders are"),
        text=said(
            "Respect, the hours that you agreed on, and only the ways of contact that each of you gave. No money,"
            " no favours, no work for free. Each of you may say “not that” without a reason."
        ),
    ),
    RuleView(
        label=said("Nobody's fault"),
        text=said(
            "Each of you may end it at any time. Nobody has to give a reason, and whoever wants another match goes"
            " first in the next one."
        ),
    ),
    RuleView(
        label=said("Signed by all of you"),
        text=said(
            "You read it in the first meeting and sign it with a number. When the people, the rhythm or the plan"
            " change, the number changes, and the next agenda asks for new signatures."
        ),
    ),
)
"""The clauses of every pair's agreement that hold in any program."""


def rules_view(frame: Frame) -> RulesView:
    """Print what the program's settings decide, as plain words."""
    settings = frame.program.settings
    return RulesView(
        title=said("Program rules"),
        description=said("How %(program)s decides what it decides.", program=settings.name),
        search_text=said(
            "rules criteria weights matching waiting agreement reminders pauses endings health training coordinators"
        ),
        lead=said(
            "Everything that decides anything here, with the figures that hold today. Nothing else counts, and"
            " nobody has a secret score."
        ),
        joining=tuple(_joining(frame)),
        waiting=tuple(_waiting(frame)),
        topics=tuple(_topics(frame)),
        policies=policy_views(frame),
        answering=tuple(_answering(frame)),
        ladder=ladder_view(settings.follow_up),
        limits=tuple(limits(settings, frame.today)),
        health=health_rules(settings.follow_up),
        surveys=tuple(surveys(frame.program)),
        training=tuple(_training(frame)),
        modules=tuple(_modules(frame.program)),
        agreement=AGREEMENT,
        deciding=tuple(_deciding(frame)),
        organisers=organisers_view(frame),
    )


def _joining(frame: Frame) -> Iterator[RuleView]:
    settings = frame.program.settings
    yield RuleView(
        label=said("Who can take part"),
        text=said(
            "Everybody who agrees to what is shown of them. Without that nobody is shown, matched or reminded."
        ),
    )
    if settings.reviews_applications:
        text = said(
            "An organiser reads each application, and accepts it before anybody is matched."
        )
    elif Reviewed.JOINING in settings.review:
        text = said(
            "An organiser reads each application before it holds. You can be matched as soon as it does."
        )
    else:
        text = said("Nobody has to: who applies is in, as long as the round takes applications.")
    yield RuleView(label=said("Who says yes"), text=text)


def _waiting(frame: Frame) -> Iterator[FigureView]:
    found = queue_among(frame.program, frame.relationships, frame.places)
    yield FigureView(label=said("people wait for a mentor"), number=number(found.waiting))
    days = found.usual_days.value
    yield FigureView(
        label=said_n(
            "day until somebody was found, usually",
            "days until somebody was found, usually",
            days or 0,
        ),
        number=amount(days) if days else HIDDEN,
        context=said("the one in the middle of all waits that ended") if days else "",
    )


def _topics(frame: Frame) -> Iterator[TopicWait]:
    found = queues_by_skill(frame.program, frame.relationships, frame.places)
    for skill, queue in found.items():
        waiting, days = queue.waiting.value, queue.usual_days.value
        if waiting or days:
            yield TopicWait(skill=skill_ref(frame, skill), waiting=waiting, days=days or None)


def _answering(frame: Frame) -> Iterator[RuleView]:
    settings = frame.program.settings
    if settings.confirmation is Confirmation.NONE:
        yield RuleView(
            label=said("The organisers decide"),
            text=said(
                "A suggested pair begins without an answer. If it does not fit, say so at any time."
            ),
        )
        return
    yield RuleView(
        label=said("Both say yes"),
        text=said_n(
            "A pair begins when everybody in it said yes. There is %(num)s day for it.",
            "A pair begins when everybody in it said yes. There are %(num)s days for it.",
            settings.follow_up.answer_within,
        ),
    )
    yield RuleView(
        label=said("No, or no answer"),
        text=said(
            "Then the next choice is proposed. A no has no consequence, and nobody asks why."
        ),
    )


def _training(frame: Frame) -> Iterator[RuleView]:
    policies = [frame.program.settings.matching]
    policies += [one.matching for one in frame.program.cohorts.values() if one.matching]
    gates = {policy.hard.training_done for policy in policies}
    if gates == {True}:
        text = said(
            "Only who has finished the training for their role is matched. An organiser can let somebody off; that is written down."
        )
    elif gates == {False}:
        text = said("Training is an offer. Nobody has to finish it to be matched.")
    else:
        text = said(
            "In some rounds only who has finished the training for their role is matched; each round above says so."
        )
    yield RuleView(label=said("Before a match"), text=text)


def _modules(program: Program) -> Iterator[LinkView]:
    for module in program.modules.values():
        if {*module.audience} & {Audience.MENTOR, Audience.MENTEE}:
            yield LinkView(text=module.title, target=_module_path(module.id))


def _module_path(module: ModuleId) -> str:
    return f"training/{module}/"


def _deciding(frame: Frame) -> Iterator[RuleView]:
    settings = frame.program.settings
    yield RuleView(label=said("What an organiser looks at"), text=_reviewed(frame))
    yield RuleView(label=said("How matches are made"), text=_made(settings.review))
    yield RuleView(
        label=said("If you disagree"),
        text=said(
            "Tell an organiser, in public or in private. Any of them can stop a suggestion, and a pair that does"
            " not fit can end on the same day."
        ),
    )
    if settings.private_form_url:
        text = said("Use the private way below, never a public issue. Only the organisers read it.")
    else:
        text = said("Write to an organiser in private, never in a public issue.")
    yield RuleView(label=said("If something worries you"), text=text)


def _made(review: Collection[Reviewed]) -> Said:
    best = said("A program computes the best choice for everybody together, with its proof.")
    read = (
        said("An organiser reads it and may change it before anybody is asked.")
        if Reviewed.MATCHES in review
        else said("It is written down as it is.")
    )
    return joined((best, read), Joint.SPACE)


def _reviewed(frame: Frame) -> Said:
    review = frame.program.settings.review
    if not review:
        return said("Nothing waits for an organiser: what you ask for holds at once.")
    rest = said("Everything else holds at once.")
    what = said(
        "These wait until an organiser has said yes: %(things)s.",
        things=joined(_REVIEWED[one] for one in Reviewed if one in review),
    )
    return joined((what, rest), Joint.SPACE) if len(review) < len(Reviewed) else what
