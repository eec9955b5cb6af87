"""Whoever's words come near to everybody's is held to come less near to each."""

from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Criterion
from mentorgen.analysis.matching.rounds import Round, round_of
from mentorgen.analysis.matching.texts import nearness, texts_of
from mentorgen.analysis.matching.usual import usual_of
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Participant
from mentorgen.model.words import Role
from tests.builders import COHORT, TODAY, a_mentor, a_participant, a_program

ANA, BEN, CY = Slug("ana"), Slug("ben"), Slug("cy")


def a_round(*people: Participant) -> Round:
    return round_of(a_program(participants=people), CohortId(COHORT), today=TODAY)


def goals(matching: Round, mentor: str, mentee: str) -> int:
    found = fit(matching, *(matching.candidate(Slug(slug)) for slug in (mentor, mentee)))
    return next(one.points for one in found.reasons if one.criterion is Criterion.GOALS)


def test_the_lift_is_how_much_farther_than_the_average_somebody_is_from_all_others() -> None:
    texts = texts_of(["roses", "bees", "roses bees"], most_columns=100)
    roses, bees, both = map(texts.vector, ("roses", "bees", "roses bees"))

    usual = usual_of(texts, {BEN: roses, CY: both}, {ANA: roses, Slug("bo"): bees})

    assert usual.nearness(BEN, roses) == nearness(roses, roses) // 2
    assert usual.lift(BEN, roses) + usual.lift(CY, both) in {0, -1}
    assert usual.lift(BEN, roses) > 0 > usual.lift(CY, both)


def test_nobody_is_usual_for_being_like_themselves() -> None:
    texts = texts_of(["roses", "roses", "bees", "bees"], most_columns=100)
    roses, bees = map(texts.vector, ("roses", "bees"))

    usual = usual_of(texts, {ANA: roses}, {ANA: roses, BEN: bees})

    assert usual.nearness(ANA, roses) == 0
    assert usual_of(texts, {ANA: roses}, {ANA: roses}).nearness(ANA, roses) == 0
    assert usual_of(texts, {}, {}).lift(ANA, roses) == 0


def test_words_that_all_mentors_say_bring_less_than_words_of_one() -> None:
    matching = a_round(
        a_mentor("ana", about="Open science, parsers, grammars, lexers, tokens"),
        a_mentor("bo", about="Open science, roses, tulips, lilies, gardens"),
        a_mentor("cy", about="Open science, bees, honey, hives, wax"),
        a_participant("di", about="Open science, tokens, gardens, wax, violins"),
        a_participant("eva", about="Tokens, knitting, looms, yarn, needles, wool"),
        a_participant("fay", about="Knitting, looms, yarn"),
    )

    assert goals(matching, "ana", "eva") > goals(matching, "ana", "di")
    assert goals(matching, "ana", "fay") == 0


def test_who_teaches_and_learns_is_held_against_others_alone() -> None:
    alone = a_round(a_mentor("ana", about="Roses"), a_participant("ben", about="Roses and bees"))
    both = a_round(
        a_mentor("ana", about="Roses"),
        a_participant("ben", about="Roses and bees", role=Role.BOTH),
    )

    assert goals(alone, "ana", "ben") == goals(both, "ana", "ben") == 15
