"""How one pair is, in a few lines that name it."""

from collections.abc import Iterator

from mentorgen.analysis.health import Health as PairHealth
from mentorgen.analysis.health import health_of_life
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.progress import progress_of
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.wording import day_text
from mentorgen.model.said import Joint, Said, joined, said
from mentorgen.output.organiser.desk import Desk
from mentorgen.output.organiser.views import PairLine
from mentorgen.output.site.views import Health

STATES = {
    State.SUGGESTED: said("suggested"),
    State.CONFIRMED: said("agreed, begins later"),
    State.ACTIVE: said("active"),
    State.PAUSED: said("paused"),
    State.ENDING: said("about to end"),
    State.ENDED: said("ended"),
}
HEALTH = {
    PairHealth.ON_TRACK: (Health.ON_TRACK, said("on track")),
    PairHealth.TOO_EARLY: (Health.EARLY, said("too early to say")),
    PairHealth.NEEDS_CHECK_IN: (Health.CHECK_IN, said("needs a check-in")),
}


def health_in(desk: Desk, one: Relationship) -> PairHealth | None:
    """Judge an active pair; None for any other."""
    if one.standing.state is not State.ACTIVE or one.life.began is None:
        return None
    return health_of_life(desk.program, one.life, one.life.began).health


def pair_line(desk: Desk, one: Relationship) -> PairLine:
    """Tell how a pair is and what says so."""
    evidence = list(one.standing.evidence)
    health = None
    state: Said = STATES[one.standing.state]
    if one.standing.state is State.ACTIVE and one.life.began is not None:
        found = health_of_life(desk.program, one.life, one.life.began)
        health, state = HEALTH[found.health]
        evidence += found.evidence
    elif one.standing.state is State.PAUSED:
        health = Health.PAUSED
    return PairLine(
        id=one.pair.id.replace("/", "-"),
        names=desk.names(one.named),
        state=joined((desk.program.cohorts[one.pair.cohort].name, state), Joint.COMMA),
        health=health,
        evidence=tuple(evidence),
        figures=joined(_figures(desk, one), Joint.COMMA),
        links=(
            *desk.mail_link(one.named),
            *desk.person_links(one.named),
            *desk.pair_link(one.pair.id),
        ),
    )


def _figures(desk: Desk, one: Relationship) -> Iterator[Said]:
    progress = progress_of(desk.program, one.pair, today=desk.today)
    meetings, goals = progress.meetings, progress.goals
    yield said("%(held)s of %(planned)s meetings", held=meetings.held, planned=meetings.planned)
    yield said(
        "%(reached)s of %(total)s milestones",
        reached=sum(goal.reached for goal in goals),
        total=sum(goal.total for goal in goals),
    )
    if progress.next_meeting and one.goes_on:
        day = day_text(progress.next_meeting.on, today=desk.today)
        yield said("they meet next on %(day)s", day=day)
