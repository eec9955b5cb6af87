"""A certificate holds as it was written, and every change to it or to the files is told in words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorgen import __version__
from mentorgen.analysis.assignment.growth import Search
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.matching import certificates, peer_verification, verification
from mentorgen.analysis.matching.certificate_sheets import Certificate, PriceLists
from mentorgen.analysis.matching.certificates import certificate_of
from mentorgen.analysis.matching.proposals import run_of, stages_for
from mentorgen.analysis.matching.verdicts import Verdict
from mentorgen.analysis.matching.verification import verdict_on
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Hours
from mentorgen.model.policies import GroupSizes, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Weekday
from tests.analysis.matching.rounds_with_proof import a_certificate, certified, some_program
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    a_skill,
    a_slot,
    a_time,
    some_settings,
    some_skills,
)

CHANGED = "The people, what they said or the rules have changed since it was written."


def with_mentors(found: Certificate, **change: object) -> Certificate:
    sheet = found.with_mentors.model_copy(update=change)
    return found.model_copy(update={"with_mentors": sheet})


def with_pairs(pairs: tuple[tuple[str, str], ...]) -> Certificate:
    return with_mentors(a_certificate(), pairs=tuple(sorted(pairs)))


def problems(certificate: Certificate, program: Program | None = None) -> tuple[str, ...]:
    return verdict_on(certificate, program or some_program()).problems


def two_and_two() -> Program:
    """Ana is ahead of Ken by the right number of years; everything else is alike."""
    return a_program(
        cohorts=[a_cohort()],
        participants=[
            a_mentor("ana", languages=("en",), experience_years=10),
            a_mentor("bea"),
            a_participant("ken", languages=("en",), experience_years=2),
            a_participant("lea", languages=("en",), experience_years=10),
        ],
    )


TWO_AND_TWO = two_and_two()


def test_a_certificate_holds_as_it_was_written() -> None:
    assert verdict_on(a_certificate(), some_program()) == Verdict(())
    assert verdict_on(a_certificate(), some_program()).holds


def test_larger_rounds_are_checked_from_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "MOST_EXPLAINED", 0)

    assert verdict_on(a_certificate(), some_program()).holds


def test_a_pair_that_is_taken_out_is_missed() -> None:
    pairs = a_certificate().with_mentors.pairs

    for at in range(len(pairs)):
        found = problems(with_pairs(pairs[:at] + pairs[at + 1 :]))
        assert found[-1].startswith("Another choice is better, with 1 ")


def test_no_edit_of_the_pairs_is_accepted() -> None:
    sheet = a_certificate().with_mentors
    pairs = set(sheet.pairs)
    every = {(one, other) for one in sheet.mentees for other in sheet.mentors} - {*sheet.locked}

    for new in every - pairs:
        assert problems(with_pairs((*pairs, new)))
        for out in pairs:
            assert problems(with_pairs((*(pairs - {out}), new)))


def test_an_edit_is_told_what_it_costs() -> None:
    swapped = with_mentors(certified(TWO_AND_TWO), pairs=(("ken", "bea"), ("lea", "ana")))

    assert problems(swapped, TWO_AND_TWO) == (
        "The file says 112 points, these pairs have 108 points.",
        "Another choice has 4 points more: this edit costs 4 points.",
    )


def test_an_edit_that_loses_nothing_loses_the_draw() -> None:
    alike = a_program(
        cohorts=[a_cohort()],
        participants=[a_mentor("ana"), a_participant("ken"), a_participant("lea")],
    )
    found = certified(alike)
    chosen = found.with_mentors.pairs[0][0]
    other = with_mentors(found, pairs=(({"ken": "lea", "lea": "ken"}[chosen], "ana"),))

    assert problems(other, alike) == (
        "The numbers for the draw between equals are not those of these pairs.",
        "Another choice is as good, and the draw between equals is for that one.",
    )


def test_a_pair_that_a_rule_forbids_is_told_with_the_rule() -> None:
    found = problems(with_pairs((("ken", "ana"), ("ken", "bea"), ("lea", "mona"))))

    assert found == (
        "Bea with Ken is not allowed: one of the two does not want to be matched with the other.",
        "Mona with Lea is not allowed: they named no language that both speak.",
    )


def test_too_many_for_one_person_are_told() -> None:
    everybody = (("ken", "ana"), ("lea", "ana"), ("pia", "ana"), ("pia", "bea"), ("nora", "bea"))

    assert problems(with_pairs(everybody)) == (
        "Pia gets 2 mentors and has room for 1.",
        "Ana gets 3 mentees and has 2 places.",
    )


@given(st.sampled_from(["values", "inputs", "cohort", "mentorgen"]), st.data())
@settings(max_examples=40)
def test_no_edited_digit_outside_the_prices_is_accepted(field: str, data: st.DataObject) -> None:
    found = a_certificate()
    if field == "values":
        values = found.with_mentors.values
        at = data.draw(st.integers(0, len(values) - 1))
        name, value = values[at]
        kinds = [(name, value + 1), (name, -value - 1), (f"{name}x", value)]
        changed = (*values[:at], data.draw(st.sampled_from(kinds)), *values[at + 1 :])
        edited = with_mentors(found, values=changed)
    else:
        text = getattr(found, field)
        at = data.draw(st.integers(0, len(text) - 1))
        digit = "1" if text[at] == "0" else "0"
        edited = found.model_copy(update={field: text[:at] + digit + text[at + 1 :]})

    assert problems(edited)


def test_what_the_files_say_now_is_what_counts() -> None:
    unlocked = problems(a_certificate(), some_program(policy=MatchingPolicy()))
    before = certified(some_program(policy=MatchingPolicy()))
    stricter = problems(before, some_program(policy=MatchingPolicy(floor=75)))

    assert unlocked == (CHANGED, "Its locked pairs are not those of the round's rules: none.")
    assert stricter[0] == CHANGED
    assert "below the floor of 75 %" in stricter[1]


def test_where_it_comes_from_is_told() -> None:
    elsewhere = a_certificate().model_copy(update={"cohort": "2025-autumn"})
    older = a_certificate().model_copy(update={"mentorgen": "0.0.1", "inputs": "0" * 64})

    assert problems(elsewhere) == ("The program has no round 2025-autumn.",)
    assert problems(older) == (
        f"It was written by mentorgen 0.0.1, and this is {__version__}, which may count otherwise.",
        CHANGED,
    )


def test_other_people_and_another_order_are_told() -> None:
    sheet = a_certificate().with_mentors
    values = (sheet.values[1], sheet.values[0], *sheet.values[2:])
    found = with_mentors(a_certificate(), mentees=("ken", "zoe"), values=values)

    counts, *people = problems(found)

    assert counts.startswith("It counts waited, people, further, ")
    assert people == [
        "It lists zoe, who takes no part as a mentee or has no room.",
        "It leaves out lea, mike, nora, otto and pia, who take part as mentees.",
    ]


def test_prices_that_prove_nothing_are_told_and_others_that_do_are_fine() -> None:
    sheet = a_certificate().with_mentors
    higher = tuple(tuple(one + 1 for one in row) for row in sheet.prices.mentors)
    lower = tuple(tuple(one - 1 for one in row) for row in sheet.prices.mentees)
    one_side = sheet.prices.model_copy(update={"mentors": higher})
    both = one_side.model_copy(update={"mentees": lower})

    assert problems(with_mentors(a_certificate(), prices=one_side)) == (
        "These pairs are the best, but the prices in the file do not prove it: write it anew.",
    )
    assert both.mentees != sheet.prices.mentees


def test_that_a_choice_is_the_only_best_one_need_not_be_claimed() -> None:
    sheet = a_certificate().with_mentors
    prices = PriceLists(
        mentees=tuple(row[:-1] for row in sheet.prices.mentees),
        mentors=tuple(row[:-1] for row in sheet.prices.mentors),
    )
    found = with_mentors(a_certificate(), values=sheet.values[:-1], prices=prices)

    assert verdict_on(found, some_program()) == Verdict(
        (), ("Another choice may be just as good.",)
    )


def circle(mentees: int) -> Program:
    """Two who would hold a circle of three or more, and some who would join one."""
    people = [a_participant(f"p{number}") for number in range(mentees)]
    return a_program(
        cohorts=[a_cohort(forms=(Form.GROUP,))],
        participants=[a_mentor("ana", capacity=8), a_mentor("bea", capacity=8), *people],
        settings=some_settings(matching=MatchingPolicy(groups=GroupSizes(smallest=3))),
    )


def test_circles_hold_too_and_one_that_is_too_small_is_told() -> None:
    found = certified(circle(4))
    pairs = found.with_mentors.pairs

    verdict = verdict_on(found, circle(4))
    small = problems(with_mentors(found, pairs=pairs[:2]), circle(4))

    assert verdict.holds
    assert len(pairs) == 4
    assert small[0].endswith(" gets 2 mentees and opens with 3.")


def rival_circles() -> Program:
    """Two circles of three or more for five people, of whom most fit one and two only the other."""
    first = [a_participant(f"p{at}", wants=some_skills("css")) for at in range(3)]
    second = [a_participant(f"q{at}", wants=some_skills("python")) for at in range(2)]
    return a_program(
        cohorts=[a_cohort(forms=(Form.GROUP,))],
        skills=[a_skill("css"), a_skill("python")],
        participants=[
            a_mentor("ana", capacity=8, offers=some_skills("css")),
            a_mentor("bea", capacity=8, offers=some_skills("python")),
            *first,
            *second,
        ],
        settings=some_settings(matching=MatchingPolicy(groups=GroupSizes(smallest=3))),
    )


def with_circles(found: Certificate, **change: object) -> Certificate:
    circles = found.with_mentors.circles
    assert circles is not None
    return with_mentors(found, circles=circles.model_copy(update=change))


def test_circles_are_proven_over_all_ways_to_open_them() -> None:
    program = rival_circles()
    found = certified(program)
    circles = found.with_mentors.circles
    assert circles is not None
    nothing = (0,) * len(found.with_mentors.values)

    assert {"bea"} < {*circles.steps}
    assert circles.gap == nothing
    assert verdict_on(found, program) == Verdict(())
    stays = "It is the best as long as the same circles open."
    assert verdict_on(with_mentors(found, circles=None), program) == Verdict((), (stays,))
    assert verdict_on(with_circles(found, steps=circles.steps[:-1], gap=nothing), program) == (
        Verdict(("What it says of other circles that could open is not what its prices prove.",))
    )
    few = found.with_mentors.pairs[:-1]
    assert problems(with_mentors(found, pairs=few), program)[-1].startswith("Another choice is ")


def hastily_certified(program: Program) -> Certificate:
    """Certify what is found with a single trial of open and closed circles."""
    run = run_of(program, CohortId(COHORT), today=TODAY)
    hasty = solve(run.board.seats, stages_for(run.matching), search=Search(nodes=1))
    return certificate_of(replace(run, solution=hasty))


def test_a_gap_is_told_and_only_the_one_that_the_prices_leave() -> None:
    found = hastily_certified(rival_circles())
    circles = found.with_mentors.circles
    assert circles is not None
    nothing = (0,) * len(circles.gap)

    assert any(circles.gap)
    assert verdict_on(found, rival_circles()) == Verdict(
        (),
        (
            "Another choice may be just as good.",
            (
                "It is the best as long as the same circles open. "
                "With others there could be 2 pairs of 0 to 39 points less at most."
            ),
        ),
    )
    assert problems(with_circles(found, gap=nothing), rival_circles()) == (
        "What it says of other circles that could open is not what its prices prove.",
    )


def test_circles_that_fit_alike_leave_a_draw() -> None:
    found = hastily_certified(circle(5))

    assert verdict_on(found, circle(5)).notes[-1] == (
        "It is the best as long as the same circles open. With others it could be as good at most."
    )


def peers(*more: str) -> Program:
    people = [a_participant(one) for one in ("ana", "ben", "cleo", *more)]
    return a_program(cohorts=[a_cohort(forms=(Form.PEER,))], participants=people)


def with_peers(found: Certificate, **change: object) -> Certificate:
    assert found.peers is not None
    return found.model_copy(update={"peers": found.peers.model_copy(update=change)})


def test_peers_hold_by_their_prices_and_every_edit_of_them_is_told() -> None:
    found = certified(peers("dan"))
    assert found.peers is not None
    one, other = found.peers.pairs
    swapped = ((one[0], other[0]), (one[1], other[1]))

    assert found.peers.prices is not None
    assert found.peers.values[-1] == ("other", 0)
    assert verdict_on(found, peers("dan")) == Verdict(())
    assert problems(with_peers(found, pairs=(one,)), peers("dan"))[0] == (
        "The file says 4 people with a place, these pairs have 2 people with a place."
    )
    assert problems(with_peers(found, pairs=swapped), peers("dan"))[-1] == (
        f"Its peers are not the best ones, which are {one[0]} with {one[1]} and {other[0]} with {other[1]}."
    )
    assert problems(found.model_copy(update={"peers": None}), peers("dan")) == (
        "Peers are asked for and not in it, or the reverse.",
    )
    assert problems(found, two_and_two())


def test_peers_who_cannot_be_or_are_in_two_pairs_are_told() -> None:
    vetoed = replace(
        peers("dan"), person_facts={Slug("ana"): (a_fact(FactKind.VETOED, who="ben"),)}
    )
    found = certified(vetoed)
    assert found.peers is not None

    assert problems(with_peers(found, pairs=(("ana", "ben"), ("ben", "ana"))), vetoed) == (
        "Ana with Ben is not allowed.",
        "ben with ana is no pair of two peers in their order.",
        "Ana is in 2 pairs of peers.",
        "Ben is in 2 pairs of peers.",
    )
    assert problems(with_peers(found, people=("ana", "eve")), vetoed)[:2] == (
        "It lists eve, who takes no part as a peer or has no room.",
        "It leaves out ben, cleo and dan, who take part as peers.",
    )
    counts = (("people", 4),)
    assert problems(with_peers(found, values=counts), vetoed)[0].startswith(
        "Of peers it counts people; the rules ask for people, waited, further, "
    )


def test_prices_of_peers_that_prove_nothing_are_told() -> None:
    found = certified(peers("dan"))
    assert found.peers is not None
    assert found.peers.prices is not None
    cheap = found.peers.prices.model_copy(update={"people": (0, 0, 0, 0)})

    assert problems(with_peers(found, prices=cheap), peers("dan")) == (
        "These pairs of peers are the best, but the prices in the file do not prove it: write it anew.",
    )


def test_peers_without_prices_are_found_anew() -> None:
    found = with_peers(certified(peers("dan")), prices=None)
    assert found.peers is not None
    one, other = found.peers.pairs
    swapped = ((one[0], other[0]), (one[1], other[1]))

    assert verdict_on(found, peers("dan")) == Verdict(
        (), ("Pairs of peers were found anew and are the same; the file has no proof of them.",)
    )
    assert problems(with_peers(found, pairs=swapped), peers("dan"))[-1].startswith(
        "Its peers are not the best ones, which are "
    )


def test_that_pairs_of_peers_are_the_only_best_ones_need_not_be_claimed() -> None:
    """The proof of both claims counts differently, so a file with the last value cut off proves nothing."""
    found = certified(peers("dan"))
    assert found.peers is not None
    cut = with_peers(found, values=found.peers.values[:-1])

    assert problems(cut, peers("dan"))


def test_more_peers_than_are_proven_and_judged_one_by_one_are_checked_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(peer_verification, "MOST_EXPLAINED", 3)
    assert verdict_on(certified(peers("dan")), peers("dan")) == Verdict(())
    monkeypatch.setattr(certificates, "MOST_PROVEN_PEERS", 3)
    found = certified(peers("dan"))

    assert found.peers is not None
    assert found.peers.prices is None
    assert verdict_on(found, peers("dan")).holds


def flash() -> Program:
    """Two open times of Ana, and three who ask for one."""
    return a_program(
        cohorts=[a_cohort(forms=(Form.FLASH,))],
        participants=[a_mentor("ana"), *(a_participant(one) for one in ("ben", "cleo", "dan"))],
        slots=[a_slot(times=(a_time(600), a_time(540)))],
    )


def test_single_meetings_hold_and_every_edit_of_them_is_told() -> None:
    found = certified(flash())
    sheet = found.single_meetings
    assert sheet is not None
    assert len(sheet.pairs) == 2
    fewer = sheet.model_copy(update={"pairs": sheet.pairs[:1]})
    late = sheet.model_copy(
        update={"pairs": (("ben", "ana/2026-04-06/0540"), ("ben", "ana/2026-04-06/0600"))}
    )

    assert verdict_on(found, flash()) == Verdict(())
    assert problems(found.model_copy(update={"single_meetings": fewer}), flash())
    assert problems(found.model_copy(update={"single_meetings": late}), flash()) == (
        "Ben gets 2 mentors and has room for 1.",
    )
    assert problems(found.model_copy(update={"single_meetings": None}), flash()) == (
        "Single meetings are asked for and not in it, or the reverse.",
    )


def test_a_meeting_at_a_time_that_does_not_suit_is_told() -> None:
    """Ben is free on Tuesdays only, and the time is on a Monday."""
    busy = a_program(
        cohorts=[a_cohort(forms=(Form.FLASH,))],
        participants=[
            a_mentor("ana"),
            a_participant(
                "ben",
                timezone="UTC",
                hours=(Hours.model_validate({"day": Weekday.TUE, "from": 540, "to": 600}),),
            ),
        ],
        slots=[a_slot(times=(a_time(540),))],
    )
    found = certified(busy)
    sheet = found.single_meetings
    assert sheet is not None
    assert not sheet.pairs
    forced = sheet.model_copy(update={"pairs": (("ben", "ana/2026-04-06/0540"),)})

    assert problems(found.model_copy(update={"single_meetings": forced}), busy) == (
        "ana/2026-04-06/0540 with Ben is not allowed: a rule, their hours or what it is about stand against it.",
    )
