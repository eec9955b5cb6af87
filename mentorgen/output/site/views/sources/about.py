"""The sources of the pages about the program itself: how one takes part, its rules, privacy, accessibility and news."""

from collections.abc import Mapping

from mentorgen.output.site.views.sources.words import COMPUTED, INSIDE, OURS, PAGE

_FOLLOW_UP = (
    "FollowUpPolicy.first_meeting_within FollowUpPolicy.overdue_after_rhythm"
    " FollowUpPolicy.propose_pause_after FollowUpPolicy.propose_ending_after"
)

ABOUT_SOURCES: Mapping[str, Mapping[str, str]] = {
    "OrganisersView": {
        "people": INSIDE,
        "contact": "Settings.contact",
        "private_form": "Settings.private_form_url",
        "repository": "Settings.repository",
    },
    "RuleView": {
        "label": "Survey.title",
        "text": (
            "Settings.reviews_applications Settings.confirmation Settings.review Settings.layout"
            " Settings.private Settings.consent_version Settings.holidays Settings.timezone"
            " FollowUpPolicy.answer_within FollowUpPolicy.too_early_under FollowUpPolicy.stuck_in_stage"
            " FollowUpPolicy.pulse_first FollowUpPolicy.pulse_every FollowUpPolicy.quiet_hours"
            " SurveyDue.after SurveyDue.days SurveyDue.every HardRules.training_done"
            " MatchingPolicy.minimum_hours MatchingPolicy.floor MatchingPolicy.bands"
            " GroupSizes.smallest GroupSizes.largest"
        ),
    },
    "SignUp": {
        "name": "Cohort.name",
        "path": "Cohort.id",
        "days": "Cohort.opens Cohort.closes Cohort.rolling",
        "forms": "Cohort.forms",
    },
    "WayIn": {"role": OURS, "title": OURS, "text": OURS, "gives": OURS, "link": INSIDE},
    "DoorView": {"id": OURS, "title": OURS, "text": OURS, "link": INSIDE},
    "TakePartView": {
        **PAGE,
        "lead": OURS,
        "open_now": INSIDE,
        "coming": INSIDE,
        "ways": INSIDE,
        "join": INSIDE,
        "steps": INSIDE,
        "figures": INSIDE,
        "asked": OURS,
        "by_choice": OURS,
        "doors": INSIDE,
        "organisers": INSIDE,
        "details": INSIDE,
    },
    "WeightView": {"criterion": OURS, "label": OURS, "text": OURS, "most": "Weights.skills"},
    "PolicyView": {
        "id": "Cohort.id",
        "title": OURS,
        "rounds": INSIDE,
        "weights": INSIDE,
        "total": COMPUTED,
        "order": "MatchingPolicy.objective MatchingPolicy.changes MatchingPolicy.bands",
        "apart": "MatchingPolicy.hard",
        "more": INSIDE,
    },
    "TopicWait": {"skill": INSIDE, "waiting": COMPUTED, "days": COMPUTED},
    "RungView": {"days": _FOLLOW_UP, "title": OURS, "text": "FollowUpPolicy.ending_notice"},
    "RulesView": {
        **PAGE,
        "lead": OURS,
        "joining": INSIDE,
        "waiting": INSIDE,
        "topics": INSIDE,
        "policies": INSIDE,
        "answering": INSIDE,
        "ladder": INSIDE,
        "limits": INSIDE,
        "health": INSIDE,
        "surveys": INSIDE,
        "training": INSIDE,
        "modules": INSIDE,
        "agreement": INSIDE,
        "deciding": INSIDE,
        "organisers": INSIDE,
    },
    "KeptView": {"title": OURS, "things": OURS},
    "CircleView": {"id": OURS, "title": OURS, "text": OURS, "kept": INSIDE},
    "PrivacyView": {
        **PAGE,
        "lead": OURS,
        "circles": INSIDE,
        "places": INSIDE,
        "taking_back": INSIDE,
        "actions": INSIDE,
        "organisers": INSIDE,
    },
    "AccessibilityView": {**PAGE, "organisers": INSIDE},
    "NewsView": {
        "id": "Cohort.id Event.id Module.reviewed Participant.joined Pair.id Participant.slug",
        "since": "Cohort.opens Cohort.closes Cohort.starts Cohort.ends Event.on Participant.joined",
        "on": "Event.cancelled Thanked.on Module.reviewed",
        "title": "Cohort.name Event.name Participant.name Participant.called",
        "text": "Module.title Thanked.words Participant.name Cohort.closes",
        "target": "Cohort.id Event.link Pair.id",
    },
    "NewsMonth": {"first": COMPUTED, "news": INSIDE},
    "NewsPageView": {**PAGE, "lead": OURS, "months": INSIDE, "feed": INSIDE, "rounds": INSIDE},
}
