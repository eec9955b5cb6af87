"""The sources of the page of matches."""

from collections.abc import Mapping

from mentorgen.output.site.views.sources.words import COMPUTED, INSIDE, OURS, PAGE

MATCHES_SOURCES: Mapping[str, Mapping[str, str]] = {
    "RibbonView": {
        "mentor": "Participant.slug",
        "mentee": "Participant.slug",
        "score": COMPUTED,
        "strongest": OURS,
    },
    "StandView": {"person": INSIDE, "place": "Participant.timezone", "is_mentor": COMPUTED},
    "LoomView": {
        "id": "Cohort.id",
        "mentors": INSIDE,
        "mentees": INSIDE,
        "ribbons": INSIDE,
        "stands": INSIDE,
        "title": "Cohort.name Skill.label",
        "waiting_note": OURS,
        "is_peers": "Pair.form",
    },
    "ReasonView": {
        "criterion": OURS,
        "label": OURS,
        "points": COMPUTED,
        "most": "Weights.skills",
        "text": "Participant.name Skill.label Participant.languages Participant.style",
    },
    "LineView": {"people": INSIDE, "score": COMPUTED, "reasons": INSIDE},
    "MatchView": {
        "id": "Pair.id Participant.slug",
        "mentors": INSIDE,
        "mentees": INSIDE,
        "cloth": "Participant.slug",
        "score": COMPUTED,
        "lines": INSIDE,
        "part": "Cohort.name",
        "note": "Pair.form Slot.on SlotTime.at SlotTime.minutes",
        "path": "Pair.id",
    },
    "MatchesView": {
        **PAGE,
        "lead": "Cohort.name",
        "looms": INSIDE,
        "criteria": OURS,
        "matches": INSIDE,
        "figures": INSIDE,
    },
}
