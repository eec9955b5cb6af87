"""What holds of every proposal for any program: rules, room, wishes, and no dependence on order."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mentorgen.analysis.matching.constraints import allowed, masks, why_not
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.forms import WITH_MENTORS, holds_circle
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.scores import block_of, tables_of
from mentorgen.analysis.matching.taking_part import mentees_of
from mentorgen.analysis.matching.terms import AS_IT_IS, Pairing, Terms
from mentorgen.analysis.matching.values import Match, Proposal
from mentorgen.errors import MentorgenError
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from tests.analysis.matching.programs import any_program
from tests.builders import COHORT, TODAY, a_fact

ROUND = CohortId(COHORT)
OF_ONE_PERSON = {
    *(Rule.NOT_IN_ROUND, Rule.OTHER_ROLE, Rule.NO_CONSENT, Rule.AWAY, Rule.UNTRAINED),
    *(Rule.FULL, Rule.HAS_MENTOR),
}
BETWEEN_ANY_TWO = {Rule.SAME_PERSON, Rule.SAME_ROUND, Rule.VETOED, Rule.SAME_TEAM, Rule.REPORTS_TO}

FEW = settings().max_examples // 3
"""A program of seven people takes longer to draw than most values: a third of the usual examples."""

some = settings(max_examples=FEW)
terms = st.builds(Terms, rematch=st.booleans(), explained=st.just(value=False))


def brief(*, forced: tuple[Pairing, ...] = (), forbidden: tuple[Pairing, ...] = ()) -> Terms:
    return Terms(forced=forced, forbidden=forbidden, explained=False)


def proposal_of(program: Program, asked: Terms = AS_IT_IS) -> Proposal:
    return propose(program, ROUND, today=TODAY, terms=asked)


def matches_of(proposal: Proposal, *forms: Form) -> Iterator[Match]:
    for one in proposal.suggestions:
        if one.form in forms:
            yield from one.matches


def pairs_of(proposal: Proposal) -> set[Pairing]:
    return {(one.mentor, one.mentee) for one in matches_of(proposal, *WITH_MENTORS)}


@some
@given(any_program())
def test_fast_points_and_rules_are_the_explained_ones_for_every_pair(program: Program) -> None:
    matching = round_of(program, ROUND, today=TODAY)
    everybody = tuple(matching.candidates.values())
    tables, rows = tables_of(matching, everybody, everybody), slice(1, 4)
    block = block_of(tables, rows)
    free, by_rule = allowed(tables, block, rows), dict(masks(tables, block, rows))

    for row, mentee in enumerate(everybody[rows]):
        for column, mentor in enumerate(everybody):
            assert int(block.points[row, column]) == fit(matching, mentor, mentee).points
            barriers = {one.rule for one in why_not(matching, mentor.slug, mentee.slug)}
            assert bool(free[row, column]) is (barriers <= OF_ONE_PERSON)
            apart = {rule for rule, mask in by_rule.items() if not mask[row, column]}
            assert apart == barriers - OF_ONE_PERSON


@some
@given(any_program(), terms)
def test_no_pair_breaks_a_rule_whatever_its_form(program: Program, asked: Terms) -> None:
    matching = round_of(program, ROUND, today=TODAY, terms=asked)

    proposal = proposal_of(program, asked)

    for mentor, mentee in pairs_of(proposal):
        assert not why_not(matching, mentor, mentee)
    for one in matches_of(proposal, Form.PEER, Form.FLASH):
        barriers = {barrier.rule for barrier in why_not(matching, one.mentor, one.mentee)}
        assert not barriers & BETWEEN_ANY_TWO


@some
@given(any_program(), terms)
def test_nobody_has_more_people_than_they_have_room_for(program: Program, asked: Terms) -> None:
    matching = round_of(program, ROUND, today=TODAY, terms=asked)

    proposal = proposal_of(program, asked)

    chosen = pairs_of(proposal)
    mentors, mentees = (Counter(pair[side] for pair in chosen) for side in (0, 1))
    for slug, load in mentors.items():
        assert load <= program.participants[slug].capacity - matching.places[slug].taken
    for slug, found in mentees.items():
        wanted = matching.candidates[slug].mentors_wanted
        assert found <= wanted - matching.mentors_found.get(slug, 0)
    single = [one for one in proposal.suggestions if one.form in {Form.PEER, Form.FLASH}]
    rest = Counter(slug for one in single for slug in (one.members or one.mentees))
    assert all(times == 1 for times in rest.values())
    assert not {*rest} & {slug for pair in chosen for slug in pair}
    times = [(one.mentors, one.flash) for one in single if one.flash]
    assert len({*times}) == len(times)


@some
@given(any_program(), terms)
def test_a_circle_has_a_size_that_its_policy_allows(program: Program, asked: Terms) -> None:
    matching = round_of(program, ROUND, today=TODAY, terms=asked)
    sizes = matching.policy.groups

    proposal = proposal_of(program, asked)

    for one in proposal.suggestions:
        is_circle = one.form is Form.GROUP
        assert holds_circle(matching.candidates[one.everyone[0]]) is is_circle or not one.mentees
        if is_circle:
            assert sizes.smallest <= len(one.mentees) <= sizes.largest
        assert len(one.matches) == max(len(one.mentees), 1)


@some
@given(any_program())
def test_who_waits_has_nobody_left_who_could_take_them(program: Program) -> None:
    matching = round_of(program, ROUND, today=TODAY)

    proposal = proposal_of(program)

    left = [one.slug for one in proposal.mentors_with_places]
    assume(not any(holds_circle(matching.candidates[slug]) for slug in left))
    for one in proposal.waiting:
        assert all(why_not(matching, mentor, one.slug) for mentor in left)
    assert proposal.total == sum(one.points for one in proposal.suggestions)
    assert (proposal.note is None) is bool(proposal.suggestions)


@some
@given(any_program(), terms)
def test_whoever_seeks_somebody_finds_somebody_or_waits(program: Program, asked: Terms) -> None:
    matching = round_of(program, ROUND, today=TODAY, terms=asked)

    proposal = proposal_of(program, asked)

    found = {slug for one in proposal.suggestions for slug in (*one.mentees, *one.members)}
    seeking = {one.slug for one in mentees_of(matching) if not matching.mentors_found.get(one.slug)}
    waiting = {one.slug for one in proposal.waiting}
    assert not found & waiting
    assert seeking <= found | waiting
    assert [one.slug for one in proposal.waiting] == sorted(waiting)


@some
@given(any_program(), st.data())
def test_what_a_run_forces_comes_about_and_what_it_forbids_does_not(
    program: Program, data: st.DataObject
) -> None:
    slugs = st.sampled_from(sorted(program.participants))
    couples = st.lists(st.tuples(slugs, slugs), max_size=2).map(tuple)
    asked = brief(forced=data.draw(couples), forbidden=data.draw(couples))
    try:
        proposal = proposal_of(program, asked)
    except MentorgenError as error:
        assert str(error).endswith((".", "choose one."))  # noqa: PT017
        return

    assert {*asked.forced} <= pairs_of(proposal)
    assert not {*asked.forbidden} & pairs_of(proposal)
    locked = {slug for one in proposal.suggestions if one.locked for slug in one.mentors}
    assert locked == {mentor for mentor, _ in asked.forced}


@some
@given(any_program(), st.data())
def test_any_possible_pair_can_be_forced_and_forbidden(
    program: Program, data: st.DataObject
) -> None:
    matching = round_of(program, ROUND, today=TODAY)
    slugs = sorted(program.participants)
    possible = [couple for couple in product(slugs, slugs) if not why_not(matching, *couple)]
    if not possible:
        return
    couple = data.draw(st.sampled_from(possible))

    assert couple in pairs_of(proposal_of(program, brief(forced=(couple,))))
    assert couple not in pairs_of(proposal_of(program, brief(forbidden=(couple,))))


@some
@given(any_program(), terms, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(program: Program, asked: Terms, random: Random) -> None:
    people, pairs = list(program.participants.items()), list(program.pairs.items())
    slots = list(program.slots)
    random.shuffle(people)
    random.shuffle(pairs)
    random.shuffle(slots)
    turned = replace(program, participants=dict(people), pairs=dict(pairs), slots=tuple(slots))

    assert proposal_of(turned, asked) == proposal_of(program, asked)


@some
@given(any_program(), st.data())
def test_a_veto_changes_no_public_word_about_a_pair_that_stays(
    program: Program, data: st.DataObject
) -> None:
    slug = st.sampled_from(sorted(program.participants))
    one, other = data.draw(slug), data.draw(slug)
    facts = (*program.person_facts[one], a_fact(FactKind.VETOED, who=other))
    blocked = replace(program, person_facts={**program.person_facts, one: facts})

    before, after = (_public_words(proposal_of(each, brief())) for each in (program, blocked))

    assert all(after[pair] == before[pair] for pair in before.keys() & after.keys())


def _public_words(proposal: Proposal) -> dict[tuple[Form, Pairing], tuple[object, ...]]:
    return {
        (one.form, (match.mentor, match.mentee)): match.fit.public_reasons
        for one in proposal.suggestions
        for match in one.matches
    }
