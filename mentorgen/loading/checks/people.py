"""Checks of participants: roles, hours, consent, who reports to whom, accounts."""

from collections.abc import Iterable, Iterator, Mapping

from mentorgen.loading.checks.circles import circles
from mentorgen.loading.checks.repeats import repeats
from mentorgen.loading.checks.world import World
from mentorgen.loading.checks.zones import check_zone
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.ids import Slug
from mentorgen.model.people import Consent, Participant
from mentorgen.model.problems import Problem, Severity


def check_participant(
    document: Document, participant: Participant, world: World
) -> Iterator[Problem]:
    """Check one person's record."""
    yield from check_zone(document, ("timezone",), participant.timezone)
    yield from _role(document, participant)
    if participant.hours:
        yield from _hours(document, participant)
    yield from world.ahead(document, ("joined",), participant.joined, "joined")
    yield from repeats(document, "languages", participant.languages)
    for field, skilled in (("offers", participant.offers), ("wants", participant.wants)):
        if skilled:
            yield from repeats(document, field, [one.skill for one in skilled], "skill")
    if participant.consent is None:
        yield document.problem(
            (),
            Rule.NO_CONSENT,
            "there is no consent here, so this person is not shown or reminded. "
            "Add 'consent:' when they agree.",
            severity=Severity.WARNING,
        )
    else:
        yield from _consent(document, participant.consent, world)


def _role(document: Document, participant: Participant) -> Iterator[Problem]:
    if participant.offers and not participant.role.mentors:
        yield document.problem(
            ("offers",),
            Rule.ROLE_AND_SKILLS,
            "only a mentor offers skills. Make the role 'both', or delete 'offers'.",
        )
    if participant.wants and not participant.role.learns:
        yield document.problem(
            ("wants",),
            Rule.ROLE_AND_SKILLS,
            "only a mentee wants skills. Make the role 'both', or delete 'wants'.",
        )


def _hours(document: Document, participant: Participant) -> Iterator[Problem]:
    for index, hours in enumerate(participant.hours):
        if hours.from_ >= hours.to:
            yield document.problem(
                ("hours", index, "to"),
                Rule.HOURS,
                "these hours end before they begin; write hours over midnight as two entries.",
            )


def _consent(document: Document, consent: Consent, world: World) -> Iterator[Problem]:
    """Check the one thing of a person that must be right on the day: a consent lies in the past."""
    if world.is_ahead(consent.given):
        yield document.problem(
            ("consent", "given"),
            Rule.CONSENT,
            f"consent lies after today, {world.today}; write the day on which they agreed.",
        )
    if consent.withdrawn and world.is_ahead(consent.withdrawn):
        message = (
            f"consent is withdrawn after today, {world.today}; write the day on which they did it."
        )
        yield document.problem(("consent", "withdrawn"), Rule.CONSENT, message)
    if consent.withdrawn and consent.withdrawn < consent.given:
        yield document.problem(
            ("consent", "withdrawn"),
            Rule.CONSENT,
            "consent is withdrawn before it was given; mend one of the dates.",
        )
    newest = world.settings.consent_version if world.settings else consent.version
    if consent.version > newest:
        message = (
            f"version {consent.version} of the words does not exist; the newest is {newest}. "
            "Write the one they agreed to."
        )
        yield document.problem(("consent", "version"), Rule.CONSENT, message)


def check_accounts(people: Iterable[tuple[Document, Participant]]) -> Iterator[Problem]:
    """Yield a problem for every GitHub account that stands in two people's files."""
    seen: dict[tuple[str, str], str] = {}
    for document, participant in people:
        for field in ("github_id", "github"):
            account = getattr(participant, field)
            if account is None:
                continue
            key = (field, str(account).lower())
            if key in seen:
                yield document.problem(
                    (field,),
                    Rule.SAME_ACCOUNT,
                    f"the GitHub account {shown(account)} is also in {seen[key]}; "
                    "one account is one person.",
                )
                break
            seen[key] = document.name


def check_reporting(documents: Mapping[Slug, Document], world: World) -> Iterator[Problem]:
    """Refuse a way up through an organisation that comes back to where it began.

    `documents` holds each participant's by slug.
    """
    for circle in circles({str(slug): one.reports_to for slug, one in world.people.items()}):
        way = ", ".join(map(shown, circle))
        message = f"everybody here reports to the next, and the last to the first: {way}."
        yield documents[Slug(circle[0])].problem(("reports_to",), Rule.REPORTING_CIRCLE, message)
