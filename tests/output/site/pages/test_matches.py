"""The page of matches: agreed ones with their reasons, suggested ones in a preview only."""

from datetime import date

from mentorgen.model.facts import FactKind
from mentorgen.model.words import Form
from mentorgen.output.site.pages.matches import matches_view
from tests.builders import (
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    a_skill,
    an_application,
    some_settings,
    some_skills,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben, yes

ALL_RULES_OFF = some_settings(
    matching={"weights": dict.fromkeys(("skills", "hours", "style", "languages", "wishes"), 0)}
)


def test_without_pairs_there_is_nothing_to_explain() -> None:
    for frame in (a_frame(), a_frame(cohorts=())):
        view = matches_view(frame)

        assert (view.title, view.looms, view.matches) == ("Matches", (), ())
        assert view.lead == "Who was put together with whom, and why."


def test_suggestions_show_in_a_preview_only() -> None:
    frame = a_frame(participants=(a_mentor(languages=("en",)), a_participant(languages=("en",))))

    (suggested,) = matches_view(frame, suggest_from=frame.program).matches

    assert matches_view(frame).matches == ()
    assert (suggested.id, suggested.path) == ("2026-spring--ana--ben", None)
    assert matches_view(frame, suggest_from=frame.program).lead.startswith(
        "1 mentor and 1 mentee wait for the organisers' word."
    )


def test_somebody_without_consent_is_never_suggested() -> None:
    frame = a_frame(
        participants=(a_mentor(languages=("en",)), a_participant(consent=None, languages=("en",)))
    )

    assert matches_view(frame, suggest_from=frame.program).matches == ()


def test_each_mentor_and_mentee_of_a_group_are_judged_and_the_strongest_come_first() -> None:
    group = a_pair("group", form=Form.GROUP, mentees=("ben", "cy"))
    frame = a_frame(
        skills=(a_skill("a"),),
        participants=(
            a_mentor(offers=some_skills("a"), languages=("en",)),
            a_participant("ben"),
            a_participant("cy", wants=some_skills("a"), languages=("en",)),
        ),
        pairs=(group,),
        pair_facts=yes(group.id, "ana", "ben", "cy"),
    )
    view = matches_view(frame)

    assert view.title == "2 pairs"
    assert view.lead == "1 mentor and 2 mentees work together in 2026 Spring."
    assert [match.mentees[0].slug for match in view.matches] == ["cy", "ben"]
    assert [match.path for match in view.matches] == ["pairs/2026-spring/group/"] * 2
    (loom,) = view.looms
    assert (loom.id, loom.title) == ("2026-spring-agreed", "2026 Spring: agreed")
    assert [person.slug for person in loom.mentees] == ["ben", "cy"]
    assert {reason.criterion for reason in view.matches[0].reasons} <= set(view.criteria)


def test_reverse_pairs_show_the_newcomer_as_the_mentor() -> None:
    back = a_pair("back", form=Form.REVERSE, mentors=("ben",), mentees=("ana",))
    frame = a_frame(pairs=(back,), pair_facts=yes(back.id, "ana", "ben"))

    (match,) = matches_view(frame).matches

    assert (match.mentors[0].slug, match.mentees[0].slug) == ("ben", "ana")


def test_peers_hidden_pairs_and_ended_ones_are_not_among_the_matches() -> None:
    circle = a_pair("circle", form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"))
    ended = [
        *yes("2026-spring/ana-ben", "ana", "ben")["2026-spring/ana-ben"],
        a_fact(FactKind.LEFT, date(2026, 3, 20), by="ben"),
    ]
    frames = (
        a_frame(pairs=(circle,), pair_facts=yes(circle.id, "ana", "ben")),
        with_ana_and_ben(pairs=(a_pair(on_site=False),)),
        with_ana_and_ben(pair_facts={"2026-spring/ana-ben": ended}),
    )

    assert [matches_view(frame).matches for frame in frames] == [(), (), ()]


def test_a_round_that_has_ended_is_left_to_its_pairs() -> None:
    frame = with_ana_and_ben(cohorts=(a_cohort(ends=date(2026, 3, 31)),))

    assert matches_view(frame, suggest_from=frame.program).matches == ()


def test_rounds_with_one_name_keep_their_pictures_apart() -> None:
    pairs = tuple(a_pair(cohort=cohort) for cohort in ("2026-a", "2026-b"))
    frame = a_frame(
        cohorts=(a_cohort("2026-a", name="Round"), a_cohort("2026-b", name="Round")),
        pairs=pairs,
        pair_facts=yes(pairs[0].id, "ana", "ben") | yes(pairs[1].id, "ana", "ben"),
    )
    view = matches_view(frame)

    assert [loom.id for loom in view.looms] == ["2026-a-agreed", "2026-b-agreed"]
    assert len({match.id for match in view.matches}) == 2


def test_wishes_are_no_public_reason() -> None:
    frame = with_ana_and_ben(applications=(an_application("ben", wishes=("ana",)),))

    (match,) = matches_view(frame).matches

    assert not [reason for reason in match.reasons if "ask" in reason.text.lower()]


def test_where_nothing_gives_points_the_score_is_nought() -> None:
    (match,) = matches_view(with_ana_and_ben(settings=ALL_RULES_OFF)).matches

    assert match.score == 0


def test_suggestions_may_come_from_a_program_that_knows_more_and_name_only_who_is_shown() -> None:
    people = (a_mentor(languages=("en",)), a_participant(languages=("en",)))
    frame = a_frame(participants=people)
    hidden = a_participant("cy", languages=("en",))
    knowing = a_program(
        participants=(people[0].model_copy(update={"capacity": 2}), people[1], hidden)
    )
    refusing = a_program(
        participants=people,
        person_facts={"ben": [a_fact(FactKind.VETOED, date(2026, 2, 1), who="ana")]},
    )

    (shown,) = matches_view(frame, suggest_from=knowing).matches

    assert shown.id == "2026-spring--ana--ben"
    assert matches_view(frame, suggest_from=refusing).matches == ()
