"""The sources of a pair's page."""

from collections.abc import Mapping

from mentorgen.output.site.views.sources.words import COMPUTED, INSIDE, OURS

PAIRS_SOURCES: Mapping[str, Mapping[str, str]] = {
    "StageView": {
        "title": "Stage.name",
        "starts": "Pair.starts",
        "meetings": "Pair.rhythm_days Stage.weeks",
        "stretch": COMPUTED,
    },
    "MilestoneView": {"text": "Milestone.name", "reached": "Milestone.reached"},
    "GoalView": {"id": "Goal.id", "title": "Goal.title", "milestones": INSIDE, "done": COMPUTED},
    "MomentView": {
        "on": "Milestone.due Milestone.reached Cohort.opens Cohort.closes Cohort.starts Cohort.ends",
        "title": "Milestone.name",
        "text": OURS,
        "stretch": COMPUTED,
    },
    "AgendaPoint": {
        "text": "AgendaItem.item",
        "minutes": "AgendaItem.minutes",
        "by": "AgendaItem.owner Participant.name Participant.called",
    },
    "MeetingView": {
        "on": "NextMeeting.on",
        "time": "NextMeeting.at Participant.timezone",
        "is_late": COMPUTED,
    },
    "TimeView": {
        "length": "Participant.parts_of_day",
        "clocks": "Participant.parts_of_day Participant.timezone Participant.name Participant.called",
    },
    "ActionView": {"text": "Meeting.notes", "by": "Meeting.notes", "due": "Meeting.notes"},
    "ThanksView": {"words": "Thanked.words", "by": "Participant.name Participant.called"},
    "PairView": {
        "title": "Participant.name Participant.called",
        "description": "Pair.aim",
        "search_text": "Participant.name",
        "id": "Pair.id",
        "mentors": INSIDE,
        "mentees": INSIDE,
        "cloth": "Participant.slug",
        "setting": "Cohort.name Pair.form Agreed.on",
        "lead": "Pair.aim",
        "meetings_held": COMPUTED,
        "meetings_planned": COMPUTED,
        "stages": INSIDE,
        "stage_aim": "Stage.aim",
        "stage_by": "Stage.owner Participant.name Participant.called",
        "check_point": "Stage.check_point",
        "goals": INSIDE,
        "moments": INSIDE,
        "next_meeting": INSIDE,
        "next_actions": INSIDE,
        "agenda": INSIDE,
        "times": INSIDE,
        "open_actions": INSIDE,
        "alike": "Participant.languages Skill.label Participant.style Participant.parts_of_day Participant.line",
        "is_group": COMPUTED,
        "is_over": COMPUTED,
        "thanks": INSIDE,
        "stays": INSIDE,
        "question": OURS,
        "actions": INSIDE,
        "forms": INSIDE,
    },
}
