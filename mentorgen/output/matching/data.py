"""A proposal as plain data for other programs; the reference describes every field."""

from collections.abc import Mapping

from mentorgen.analysis.matching.fits import Reason
from mentorgen.analysis.matching.values import (
    Alternative,
    Figures,
    Loss,
    Match,
    Proposal,
    Suggestion,
    Waiting,
)
from mentorgen.output.report import Json


def proposal_data(proposal: Proposal) -> Mapping[str, Json]:
    """Write everything that a proposal says; times and days as ISO 8601 writes them."""
    return {
        "round": proposal.cohort,
        "objective": proposal.policy.objective.value,
        "note": proposal.note,
        "mentors": proposal.considered_mentors,
        "mentees": proposal.considered_mentees,
        "possible_pairs": proposal.possible_pairs,
        "total": proposal.total,
        "stages": [{"name": name, "value": value} for name, value in proposal.values],
        "proven": proposal.proven,
        "suggestions": [_suggestion(one) for one in proposal.suggestions],
        "waiting": [_waiting(one) for one in proposal.waiting],
        "places_left": {one.slug: one.places for one in proposal.mentors_with_places},
        "seat_prices": [
            {"mentor": one.slug, "people": one.people, "points": one.points}
            for one in proposal.seat_prices
        ],
        "recruits": [
            {"skill": one.skill, "mentors": one.mentors, "people": one.people}
            for one in proposal.recruits
        ],
        "figures": _figures(proposal.figures) if proposal.figures else None,
    }


def loss_data(loss: Loss) -> Mapping[str, Json]:
    """Write what another choice would cost."""
    return {
        "people": loss.people,
        "waited": loss.waited,
        "further": loss.further,
        "weak": list(loss.weak),
        "points": loss.points,
        "kept": loss.kept,
    }


def _suggestion(suggestion: Suggestion) -> Json:
    flash = suggestion.flash
    return {
        "form": suggestion.form.value,
        "mentors": list(suggestion.mentors),
        "mentees": list(suggestion.mentees),
        "members": list(suggestion.members),
        "points": suggestion.points,
        "most": sum(match.fit.most for match in suggestion.matches),
        "matches": [_match(match) for match in suggestion.matches],
        "flash": {"on": flash.on.isoformat(), "at": f"{flash.at:%H:%M}", "minutes": flash.minutes}
        if flash
        else None,
        "standing": suggestion.standing,
        "locked": suggestion.locked,
    }


def _match(match: Match) -> Json:
    return {
        "mentor": match.mentor,
        "mentee": match.mentee,
        "points": match.fit.points,
        "most": match.fit.most,
        "reasons": [_reason(reason) for reason in match.fit.reasons],
        "rank_for_mentor": match.rank_for_mentor,
        "rank_for_mentee": match.rank_for_mentee,
        "alternatives": [_alternative(one) for one in match.alternatives],
    }


def _reason(reason: Reason) -> Json:
    return {
        "criterion": reason.criterion.value,
        "points": reason.points,
        "most": reason.most,
        "text": reason.text,
        "known": reason.known,
        "public": reason.public,
    }


def _alternative(one: Alternative) -> Json:
    loss = loss_data(one.loss) if one.loss else None
    return {"mentor": one.slug, "points": one.points, "loss": loss}


def _waiting(one: Waiting) -> Json:
    return {
        "slug": one.slug,
        "text": one.text,
        "steps": [{"text": step.text, "left": step.left} for step in one.steps],
        "change": one.change,
        "offers": [form.value for form in one.offers],
        "waited": one.waited,
    }


def _figures(figures: Figures) -> Json:
    return {
        "seeking": figures.seeking,
        "reachable": figures.reachable,
        "matched": figures.matched,
        "weakest": figures.weakest,
        "bands": [{"from": low, "to": high, "pairs": pairs} for low, high, pairs in figures.bands],
        "fairness": figures.fairness,
        "blocking": figures.blocking,
        "wishes": list(figures.wishes),
        "load": [{"mentees": mentees, "mentors": mentors} for mentees, mentors in figures.load],
        "kept": figures.kept,
        "stood": figures.stood,
        "parity": [
            {
                "dimension": one.dimension,
                "value": one.value,
                "people": one.people,
                "matched": one.matched,
            }
            for one in figures.parity
        ],
    }
