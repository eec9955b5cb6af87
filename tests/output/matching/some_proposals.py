"""Small proposals for tests of what is said of them: each test says only what matters to it."""

from mentorgen.analysis.matching.fits import Criterion, Fit, Reason
from mentorgen.analysis.matching.values import (
    Alternative,
    Figures,
    FlashTime,
    Loss,
    Match,
    Proposal,
    Suggestion,
)
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from tests.builders import COHORT, a_mentor, a_participant, a_program

PEOPLE = ("ana", "ben", "cy", "di", "eva", "fay")
STAGES = (("people", 3), ("band 0-40", -1), ("band 40-60", 0), ("total", 1234), ("tie", 7))


def people(**over: object) -> Program:
    """Ana and Ben, mentors, and four others, mentees; contents by keyword."""
    participants = [a_mentor(slug) if slug < "c" else a_participant(slug) for slug in PEOPLE]
    return a_program(**{"participants": participants, **over})  # type: ignore[arg-type]


def a_reason(
    criterion: Criterion = Criterion.SKILLS,
    points: int = 30,
    text: str = "Ana offers weaving",
    *,
    known: bool = True,
    public: bool = True,
) -> Reason:
    """A reason of at most 50 points."""
    return Reason(criterion, points, 50, text, known, public)


def a_fit(*reasons: Reason) -> Fit:
    """Skills and languages unless others are given."""
    return Fit(reasons or (a_reason(), a_reason(Criterion.LANGUAGES, 50, "Both speak English")))


def a_match(mentor: str = "ana", mentee: str = "cy", **over: object) -> Match:
    """Two people who are each other's best."""
    found: dict[str, object] = {"fit": a_fit(), "rank_for_mentor": 1, "rank_for_mentee": 1}
    return Match(mentor=Slug(mentor), mentee=Slug(mentee), **found | over)  # type: ignore[arg-type]


def an_alternative(slug: str, points: int, loss: Loss | None = None) -> Alternative:
    """Another choice."""
    return Alternative(slug=Slug(slug), points=points, loss=loss)


def one_to_one(*matches: Match, **over: object) -> Suggestion:
    """A pair of one mentor and one mentee."""
    (match,) = matches or (a_match(),)
    found: dict[str, object] = {
        "form": Form.ONE_TO_ONE,
        "mentors": (match.mentor,),
        "mentees": (match.mentee,),
        "matches": (match,),
    }
    return Suggestion(**found | over)  # type: ignore[arg-type]


def a_group(*matches: Match) -> Suggestion:
    """A mentor with several mentees."""
    return Suggestion(
        form=Form.GROUP,
        mentors=(matches[0].mentor,),
        mentees=tuple(match.mentee for match in matches),
        matches=matches,
    )


def peers(match: Match) -> Suggestion:
    """Two who learn from each other."""
    return Suggestion(form=Form.PEER, members=(match.mentor, match.mentee), matches=(match,))


def a_flash(match: Match, time: FlashTime) -> Suggestion:
    """A single meeting at a time on offer."""
    return Suggestion(
        form=Form.FLASH,
        mentors=(match.mentor,),
        mentees=(match.mentee,),
        matches=(match,),
        flash=time,
    )


def some_figures(**over: object) -> Figures:
    """Three of four who could be matched, of five who seek somebody."""
    found: dict[str, object] = {"seeking": 5, "reachable": 4, "matched": 3, "weakest": 31}
    return Figures(**found | over)  # type: ignore[arg-type]


def a_proposal(*suggestions: Suggestion, **over: object) -> Proposal:
    """A proposal for the default round with the usual policy."""
    found: dict[str, object] = {
        "cohort": CohortId(COHORT),
        "policy": MatchingPolicy(),
        "suggestions": suggestions,
        "considered_mentors": 2,
        "considered_mentees": 4,
        "total": sum(one.points for one in suggestions),
        "values": STAGES,
    }
    return Proposal(**found | over)  # type: ignore[arg-type]
