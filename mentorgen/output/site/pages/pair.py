"""The page of one pair, whatever its form."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from mentorgen.analysis.agendas import agenda_in
from mentorgen.analysis.agreements import agreement_of_life
from mentorgen.analysis.alike import likenesses
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.members import Members, members_in_file
from mentorgen.analysis.progress import Progress, StageProgress, StageState, progress_of
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.wording import day_text, listed
from mentorgen.model.facts import Thanked
from mentorgen.model.ids import PairId
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.pairs import Goal, Pair
from mentorgen.model.privacy import Shared
from mentorgen.model.said import Joint, joined, opening, said
from mentorgen.model.words import Owner
from mentorgen.output.matching.words import FORMS
from mentorgen.output.site.pages.calendars import pair_calendar_links
from mentorgen.output.site.pages.forms import pair_forms
from mentorgen.output.site.pages.frame import Frame, has_ticked, zone_of
from mentorgen.output.site.pages.links import meeting_links
from mentorgen.output.site.pages.times import proposed_times
from mentorgen.output.site.pages.words import month_name
from mentorgen.output.site.views import (
    ActionView,
    AgendaPoint,
    GoalView,
    LinkView,
    MeetingView,
    MilestoneView,
    MomentView,
    PairView,
    StageView,
    Stretch,
    ThanksView,
)

_STRETCHES = {
    StageState.DONE: Stretch.PAST,
    StageState.NOW: Stretch.NOW,
    StageState.NEXT: Stretch.AHEAD,
}
MOST_MOMENTS_PAST = 6
MOST_MOMENTS_AHEAD = 3
A_COUPLE = 2


def pair_view(frame: Frame, pair_id: PairId) -> PairView:
    """Show where a pair is in its plan, what it works towards and what comes next."""
    one = frame.pairs[pair_id]
    pair = one.pair
    progress = progress_of(frame.program, pair, today=frame.today)
    goes_on = one.standing.state is not State.ENDED
    now = progress.now.stage if progress.now and goes_on else None
    members = one.life.members if goes_on else members_in_file(pair)
    mentors = frame.refs(members.mentors or members.peers)
    mentees = frame.refs(members.mentees)
    names = listed(person.given_name for person in (*mentors, *mentees))
    return PairView(
        title=names,
        description=pair.aim
        or said("%(names)s in %(program)s.", names=names, program=frame.program.settings.name),
        search_text=joined((person.name for person in (*mentors, *mentees)), Joint.COMMA),
        id=pair.id.replace("/", "--"),
        mentors=mentors,
        mentees=mentees,
        cloth=frame.cloth_of(pair),
        setting=_setting(frame, one),
        lead=pair.aim or "",
        meetings_held=progress.meetings.held,
        meetings_planned=_planned(progress),
        stages=tuple(_stage(stage, progress) for stage in progress.stages),
        stage_aim=(now and now.aim) or "",
        stage_by=_side(frame, one, now.owner) if now else "",
        check_point=(now and now.check_point) or "",
        goals=tuple(_goal(goal, frame.today) for goal in _goals(frame, pair)),
        moments=tuple(_moments(frame, one)),
        next_meeting=_next_meeting(frame, one, progress) if goes_on else None,
        next_actions=meeting_links(frame, one) if goes_on else (),
        agenda=tuple(_agenda(frame, one, progress)),
        forms=tuple(pair_forms(frame, one)) if goes_on else (),
        times=tuple(proposed_times(frame, one)),
        open_actions=tuple(_actions(frame, progress)) if goes_on else (),
        alike=tuple(_alike(frame, members)),
        is_group=len(members.everyone) > A_COUPLE,
        is_over=not goes_on,
        thanks=tuple(_thanks(frame, one)),
        stays=() if goes_on else tuple(_stays(frame, pair)),
        actions=pair_calendar_links(frame, one),
    )


def _setting(frame: Frame, one: Relationship) -> str:
    cohort, pair = frame.program.cohorts[one.pair.cohort], one.pair
    words = [cohort.name, FORMS[pair.form]]
    if one.standing.state is State.ENDED:
        since = one.standing.since or frame.today
        words.append(said("finished in %(month)s", month=month_name(since, frame.today)))
    else:
        words.append(said("week %(week)s", week=(frame.today - pair.starts).days // 7 + 1))
        agreed_on = agreement_of_life(frame.program, one.life).agreed_on
        if agreed_on:
            words.append(said("agreed on %(day)s", day=day_text(agreed_on, today=frame.today)))
    return opening(joined(words, Joint.COMMA))


def _planned(progress: Progress) -> int:
    """Count the meetings that the whole plan has room for, or those so far where there is no plan."""
    weeks = sum(stage.stage.weeks for stage in progress.stages)
    planned = weeks * 7 // progress.meetings.rhythm_days if weeks else progress.meetings.planned
    return max(planned, progress.meetings.held)


def _stage(stage: StageProgress, progress: Progress) -> StageView:
    return StageView(
        title=stage.stage.name,
        starts=stage.first_day,
        meetings=max(1, stage.stage.weeks * 7 // progress.meetings.rhythm_days),
        stretch=_STRETCHES[stage.state],
    )


def _goals(frame: Frame, pair: Pair) -> Iterator[Goal]:
    for goal in frame.program.goals[pair.id]:
        if goal.set_on <= frame.today:
            yield goal


def _goal(goal: Goal, today: date) -> GoalView:
    return GoalView(
        id=goal.id,
        title=goal.title,
        milestones=tuple(
            MilestoneView(
                text=step.name,
                reached=step.reached if step.reached and step.reached <= today else None,
            )
            for step in goal.milestones
        ),
    )


def _moments(frame: Frame, one: Relationship) -> Iterator[MomentView]:
    past: list[tuple[date, str, str]] = [
        (one.life.began or one.pair.starts, said("They began."), "")
    ]
    ahead = []
    for goal in _goals(frame, one.pair):
        for step in goal.milestones:
            if step.reached and step.reached <= frame.today:
                past.append((step.reached, step.name, ""))
            elif step.due and step.due >= frame.today:
                ahead.append((step.due, step.name, said("is planned for this day.")))
    for on, title, text in sorted(past)[-MOST_MOMENTS_PAST:]:
        yield MomentView(on=on, title=title, text=text, stretch=Stretch.PAST)
    if one.standing.state is State.ENDED:
        return
    for index, (on, title, text) in enumerate(sorted(ahead)[:MOST_MOMENTS_AHEAD]):
        stretch = Stretch.AHEAD if index else Stretch.NOW
        yield MomentView(on=on, title=title, text=text, stretch=stretch)


def _next_meeting(frame: Frame, one: Relationship, progress: Progress) -> MeetingView | None:
    meeting = progress.next_meeting
    if meeting is None:
        return None
    return MeetingView(on=meeting.on, time=_local_times(frame, one, meeting))


def _agenda(frame: Frame, one: Relationship, progress: Progress) -> Iterator[AgendaPoint]:
    """List what the next meeting is about, whether or not it has a day; nothing once the pair has ended."""
    agenda = agenda_in(frame.program, one.life, one.standing.state, progress)
    for point in agenda.points if agenda else ():
        yield AgendaPoint(
            text=point.text, minutes=point.minutes or 0, by=_side(frame, one, point.owner)
        )


def _side(frame: Frame, one: Relationship, owner: Owner) -> str:
    """Name the people of the side that has something to do, or the side itself where they are many."""
    members = one.life.members
    people = {Owner.MENTOR: members.mentors, Owner.MENTEE: members.mentees}.get(owner, ())
    if len(people) > A_COUPLE:
        return said("the mentors") if owner is Owner.MENTOR else said("the mentees")
    return listed(person.given_name for person in frame.refs(people)) if people else ""


def _local_times(frame: Frame, one: Relationship, meeting: NextMeeting) -> str:
    if meeting.at is None:
        return ""
    start = datetime.combine(meeting.on, time(), ZoneInfo("UTC")) + timedelta(minutes=meeting.at)
    local = []
    for slug in one.life.members.everyone:
        zone = zone_of(frame.program.participants[slug])
        if zone:
            there = start.astimezone(ZoneInfo(zone))
            is_that_day = there.date() == meeting.on
            name = frame.people[slug].given_name
            on = day_text(there.date(), today=frame.today)
            local.append(
                said("%(time)s for %(name)s", time=f"{there:%H:%M}", name=name)
                if is_that_day
                else said(
                    "%(time)s on %(day)s for %(name)s", time=f"{there:%H:%M}", day=on, name=name
                )
            )
    utc = f"{start:%H:%M} UTC"
    return (
        said("%(time)s. %(others)s", time=utc, others=joined(local, Joint.COMMA)) if local else utc
    )


def _actions(frame: Frame, progress: Progress) -> Iterator[ActionView]:
    names = {slug: person.given_name for slug, person in frame.people.items()}
    for action in progress.open_actions:
        by = next((name for slug, name in names.items() if slug == action.who), action.who or "")
        yield ActionView(text=action.what, by=by, due=action.by)


def _thanks(frame: Frame, one: Relationship) -> Iterator[ThanksView]:
    """Print thanks where whoever says them chose to show their own words."""
    for fact in one.life.facts:
        if isinstance(fact, Thanked) and has_ticked(
            frame.program.participants[fact.by], Shared.STORY
        ):
            yield ThanksView(words=fact.words, by=frame.people[fact.by].given_name)


def _stays(frame: Frame, pair: Pair) -> Iterator[LinkView]:
    """Lead to what was made, each once."""
    links = (link for goal in _goals(frame, pair) for link in goal.evidence)
    for link in dict.fromkeys(links):
        place = urlsplit(link)
        text = f"{place.netloc.removeprefix('www.')}{place.path.rstrip('/')}"
        yield LinkView(text=text, target=link)


def _alike(frame: Frame, members: Members) -> Iterator[str]:
    """Name what all members have in common, as something to begin a talk with."""
    people = [frame.program.participants[slug] for slug in members.everyone]
    for one in likenesses(frame.program, people):
        yield one.text
