"""The page of matches: agreed ones with their reasons, suggested ones in a preview only."""

from datetime import date

from mentorgen.model.facts import FactKind
from mentorgen.model.policies import Weights
from mentorgen.model.words import Form
from mentorgen.output.site.pages.matches import matches_view
from tests.builders import (
    TODAY,
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

ALL_RULES_OFF = some_settings(matching={"weights": dict.fromkeys(Weights.model_fields, 0)})


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


def test_a_preview_shows_suggestions_that_are_files_and_wait_for_a_yes() -> None:
    people = (
        a_mentor(languages=("en",)),
        a_participant(languages=("en",)),
        a_mentor("cy"),
        a_participant("di"),
    )
    hidden = a_pair("cy-di", mentors=("cy",), mentees=("di",), starts=TODAY, on_site=False)
    frame = a_frame(participants=people, pairs=(a_pair(starts=TODAY), hidden))

    view = matches_view(frame, suggest_from=frame.program)

    assert [(one.id, one.part) for one in view.matches] == [
        ("2026-spring--ana--ben", "2026 Spring: asked")
    ]
    assert view.lead == "1 mentor and 1 mentee are asked whether they want to work together."
    assert matches_view(frame).matches == ()


def test_somebody_without_consent_is_never_suggested() -> None:
    frame = a_frame(
        participants=(a_mentor(languages=("en",)), a_participant(consent=None, languages=("en",)))
    )

    assert matches_view(frame, suggest_from=frame.program).matches == ()


def test_a_group_is_one_match_with_a_line_for_each_mentee() -> None:
    group = a_pair("group", form=Form.GROUP, mentees=("ben", "cy"))
    frame = a_frame(
        skills=(a_skill("a"),),
        participants=(
            a_mentor(offers=some_skills("a"), languages=("en",)),
            a_participant("ben"),
            a_participant("cy", wants=some_skills("a"), languages=("en",)),
            a_participant("di", wants=some_skills("b"), languages=("es",)),
        ),
        pairs=(group,),
        pair_facts=yes(group.id, "ana", "ben", "cy"),
    )
    view = matches_view(frame)

    assert view.title == "1 group"
    assert view.lead == "1 mentor and 2 mentees work together in 2026 Spring."
    (match,) = view.matches
    assert (match.path, match.note) == ("pairs/2026-spring/group/", "Group")
    assert [person.slug for person in match.mentees] == ["ben", "cy"]
    scores = {line.people[0].slug: line.score for line in match.lines}
    assert scores["cy"] > match.score > scores["ben"]
    (loom,) = view.looms
    assert (loom.id, loom.title) == ("2026-spring-agreed", "2026 Spring: agreed")
    assert [person.slug for person in loom.mentees] == ["ben", "cy"]
    assert [ribbon.score for ribbon in loom.ribbons] == [*scores.values()]
    assert {reason.criterion for reason in match.lines[0].reasons} <= set(view.criteria)


def test_reverse_pairs_show_the_newcomer_as_the_mentor() -> None:
    back = a_pair("back", form=Form.REVERSE, mentors=("ben",), mentees=("ana",))
    frame = a_frame(pairs=(back,), pair_facts=yes(back.id, "ana", "ben"))

    (match,) = matches_view(frame).matches

    assert (match.mentors[0].slug, match.mentees[0].slug) == ("ben", "ana")


def test_peers_have_a_picture_of_their_own() -> None:
    circle = a_pair("circle", form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben", "cy"))
    frame = a_frame(
        participants=(a_mentor(), a_participant("ben"), a_participant("cy")),
        pairs=(circle,),
        pair_facts=yes(circle.id, "ana", "ben", "cy"),
    )
    view = matches_view(frame)

    assert view.lead == "3 peers work together in 2026 Spring."
    (match,), (loom,) = view.matches, view.looms
    assert (match.note, match.mentees) == ("Peers", ())
    assert [[one.slug for one in line.people] for line in match.lines] == [
        ["ana", "ben"],
        ["ana", "cy"],
        ["ben", "cy"],
    ]
    assert (loom.title, loom.is_peers) == ("2026 Spring: agreed, peers", True)
    assert loom.id == "2026-spring-agreed-peer"


def test_single_meetings_have_a_picture_of_their_own() -> None:
    once = a_pair("once", form=Form.FLASH)
    frame = with_ana_and_ben(
        participants=(a_mentor(), a_participant("ben"), a_participant("cy")),
        pairs=(a_pair(mentees=("cy",)), once),
        pair_facts=yes("2026-spring/ana-ben", "ana", "cy") | yes(once.id, "ana", "ben"),
    )

    assert [loom.title for loom in matches_view(frame).looms] == [
        "2026 Spring: agreed",
        "2026 Spring: agreed, flash",
    ]


def test_of_very_many_each_form_has_its_own_picture() -> None:
    mentees = tuple(f"m{number:02}" for number in range(42))
    pairs = tuple(
        a_pair(f"{mentor}-{slug}", mentors=(mentor,), mentees=(slug,))
        for mentor, own in (("ana", mentees[:20]), ("bea", mentees[20:40]), ("cleo", mentees[40:]))
        for slug in own
    )
    group = a_pair("group", form=Form.GROUP, mentees=("ben", "cy"))
    slugs = ("ben", "cy", *mentees)
    frame = a_frame(
        participants=(
            *(a_mentor(slug) for slug in ("ana", "bea", "cleo")),
            *(a_participant(slug) for slug in slugs),
        ),
        pairs=(*pairs, group),
        pair_facts={pair.id: yes(pair.id, *pair.everyone)[pair.id] for pair in (*pairs, group)},
    )

    assert [(loom.title, len(loom.ribbons)) for loom in matches_view(frame).looms] == [
        ("2026 Spring: agreed, one to one, 1 of 2", 40),
        ("2026 Spring: agreed, one to one, 2 of 2", 2),
        ("2026 Spring: agreed, group", 2),
    ]


def test_the_strongest_come_first_in_each_part() -> None:
    frame = with_ana_and_ben(
        participants=(
            a_mentor(languages=("en",)),
            a_participant("ben"),
            a_participant("cy", languages=("en",)),
            a_participant("di", languages=("es",)),
        ),
        pairs=(a_pair(), a_pair("ana-cy", mentees=("cy",))),
        pair_facts=yes("2026-spring/ana-ben", "ana", "ben")
        | yes("2026-spring/ana-cy", "ana", "cy"),
    )

    assert [match.mentees[0].slug for match in matches_view(frame).matches] == ["cy", "ben"]


def test_hidden_pairs_and_ended_ones_are_not_among_the_matches() -> None:
    ended = [
        *yes("2026-spring/ana-ben", "ana", "ben")["2026-spring/ana-ben"],
        a_fact(FactKind.LEFT, date(2026, 3, 20), by="ben"),
    ]
    frames = (
        with_ana_and_ben(pairs=(a_pair(on_site=False),)),
        with_ana_and_ben(pair_facts={"2026-spring/ana-ben": ended}),
    )

    assert [matches_view(frame).matches for frame in frames] == [(), ()]


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

    (line,) = match.lines
    assert line.people == ()
    assert not [reason for reason in line.reasons if "ask" in reason.text.lower()]


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
