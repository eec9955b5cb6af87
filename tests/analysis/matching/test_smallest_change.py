"""The change that is named really places the person when it is really made, and nobody loses their place."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import event, given, settings

from mentorgen.analysis.hours import PARTS
from mentorgen.analysis.matching.newcomers import with_newcomers
from mentorgen.analysis.matching.options import Options
from mentorgen.analysis.matching.proposals import Run, run_of
from mentorgen.analysis.matching.relaxations import own_changes
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.smallest_change import Trials
from mentorgen.analysis.matching.terms import Terms
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.people import Hours, Participant, Skilled
from mentorgen.model.policies import HardRules, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form, PartOfDay, Role, Weekday
from tests.analysis.matching.proposals_made import ROUND
from tests.analysis.matching.small_programs import SKILLS, programs
from tests.builders import (
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    a_skill,
    an_application,
    some_skills,
)

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LANGUAGES = {"English": "en", "Spanish": "es", "French": "fr"}


def a_run(program: Program, policy: MatchingPolicy | None = None) -> Run:
    return run_of(program, ROUND, today=TODAY, terms=Terms(policy=policy))


def changes_of(program: Program) -> dict[str, str]:
    run = a_run(program)
    taking_part = tuple(
        run.matching.candidate(slug)
        for slug, one in sorted(program.participants.items())
        if one.role is not Role.MENTEE
    )
    trials = Trials(run.board, run.solution, Options(run.matching, run.board.mentees, taking_part))
    placed = set(run.solution.rows.tolist())
    rows = [row for row in range(len(run.board.mentees)) if row not in placed]
    return {run.board.mentees[row].slug: trials.smallest_change(row) for row in rows}


def placed_by(run: Run) -> set[Slug]:
    return {run.board.mentees[row].slug for row in run.solution.rows.tolist()}


def with_person(program: Program, slug: str, **over: object) -> Program:
    person = program.participants[Slug(slug)].model_copy(update=over)
    return replace(program, participants={**program.participants, person.slug: person})


def more_hours(person: Participant, text: str) -> Iterator[tuple[Hours, ...]]:
    """Every stretch that the words can mean."""
    words = text.split()
    length, day, part = {"one": 1, "two": 2}[words[0]], words[-2], words[-1]
    first, last = PARTS[part]
    for start in range(first, last - length + 1):
        more = {
            "day": tuple(Weekday)[DAYS.index(day)],
            "from": f"{start}:00",
            "to": f"{start + length}:00",
        }
        yield (*person.hours, Hours.model_validate(more))


def really_changed(program: Program, slug: str, text: str) -> Iterator[Run]:
    """Make the change that the words name and match the round again."""
    person = program.participants[Slug(slug)]
    policy = round_of(program, ROUND, today=TODAY).policy
    if "more a week" in text:
        for hours in more_hours(person, text):
            yield a_run(with_person(program, slug, hours=hours))
    elif "language" in text:
        tag = LANGUAGES[text.rsplit(maxsplit=1)[-1]]
        yield a_run(with_person(program, slug, languages=(*person.languages, tag)))
    elif "wish" in text:
        skill = Skilled(skill=next(one for one in SKILLS if one in text))
        yield a_run(with_person(program, slug, wants=(*person.wants, skill)))
    elif "floor" in text:
        floor = int(text.split()[3])
        yield a_run(program, MatchingPolicy.model_validate({**dict(policy), "floor": floor}))
    elif "place with" in text:
        for name in text.partition("with ")[2].split(" or "):
            mentor = program.participants[Slug(name.lower())]
            yield a_run(with_person(program, mentor.slug, capacity=mentor.capacity + 1))
    else:
        matching = round_of(program, ROUND, today=TODAY)
        skill_id = next((one for one in SKILLS if one in text), None)
        yield a_run(with_newcomers(matching, [skill_id]).matching.program)


@settings(max_examples=25)
@given(program=programs())
def test_the_named_change_places_one_more_when_it_is_made(program: Program) -> None:
    before = placed_by(a_run(program))

    for slug, text in changes_of(program).items():
        if text:
            event(" ".join(text.split()[:2]))
            after = [placed_by(run) for run in really_changed(program, slug, text)]
            helps = [len(one) > len(before) for one in after]
            assert any(helps) if "more a week" in text else all(helps)


def change_for_ben(
    mentor: Participant, ben: Participant, policy: MatchingPolicy | None = None
) -> str:
    program = a_program(
        participants=[mentor, ben],
        skills=[a_skill(skill, label=skill.title()) for skill in SKILLS],
        cohorts=[a_cohort(matching=policy or MatchingPolicy())],
    )
    return changes_of(program)["ben"]


def some_hours(day: Weekday, start: str, end: str) -> tuple[Hours, ...]:
    return (Hours.model_validate({"day": day, "from": start, "to": end}),)


def test_an_hour_more_is_named_by_its_day_and_part_of_the_day() -> None:
    ana = a_mentor(timezone="UTC", hours=some_hours(Weekday.TUE, "19:00", "21:00"))
    ben = a_participant(timezone="UTC", hours=some_hours(Weekday.MON, "09:00", "10:00"))

    def change(least: int) -> str:
        return change_for_ben(ana, ben, MatchingPolicy(minimum_hours=least))

    assert change(1) == "one hour more a week on Tuesday evening"
    assert change(2) == "two hours more a week on Tuesday evening"
    assert change(3) == "one more mentor with a place"


def test_who_named_parts_of_the_day_is_asked_for_another_part() -> None:
    ana = a_mentor(timezone="UTC", hours=some_hours(Weekday.SAT, "09:00", "11:00"))
    ben = a_participant(timezone="UTC", parts_of_day=(PartOfDay.WEEKDAY_MORNING,))

    text = change_for_ben(ana, ben, MatchingPolicy(minimum_hours=1))

    assert text == "time on weekend mornings as well"


def test_a_language_is_named_in_english() -> None:
    ana, ben = a_mentor(languages=("fr", "es")), a_participant(languages=("en",))

    assert change_for_ben(ana, ben) == "one more language: Spanish"


def test_a_wider_wish_is_named_where_the_round_asks_for_a_skill_in_common() -> None:
    ana = a_mentor(offers=some_skills("testing"))
    ben = a_participant(wants=some_skills("docs"))

    text = change_for_ben(ana, ben, MatchingPolicy(hard=HardRules(shared_skill=True)))

    assert text == "a wish to learn Testing as well"


def test_a_lower_floor_is_named_in_steps_of_five() -> None:
    ana, ben = a_mentor(), a_participant()

    assert change_for_ben(ana, ben, MatchingPolicy(floor=62)) == "the floor at 50 instead of 62"


def test_one_more_place_is_asked_of_those_who_fit_best_and_of_nobody_with_a_circle() -> None:
    mentors = [
        a_mentor("ana", capacity=0, offers=some_skills("docs")),
        a_mentor("bo", capacity=0, offers=some_skills("docs", "testing")),
        a_mentor("cy", capacity=0, offers=some_skills("packaging")),
        a_mentor("di", capacity=0),
    ]
    ben = a_participant(wants=some_skills("docs", "testing"))
    requests = [an_application(one.slug) for one in (*mentors[:3], ben)]
    circle = an_application("di", forms=(Form.GROUP,))
    both = (Form.ONE_TO_ONE, Form.GROUP)
    program = a_program(
        participants=[*mentors, ben],
        cohorts=[a_cohort(forms=both)],
        applications=[*requests, circle],
    )
    only_circle = a_program(
        participants=[mentors[3], ben],
        cohorts=[a_cohort(forms=both)],
        applications=[requests[3], circle],
    )

    assert changes_of(program)["ben"] == "one more place with Bo or Ana"
    assert changes_of(only_circle)["ben"] == "a mentor for docs with a place"


def test_a_mentor_for_the_first_wish_is_named_where_nothing_smaller_helps() -> None:
    ben = a_participant(wants=some_skills("packaging", "docs"))
    packaging = a_skill("packaging", label="Packaging")

    assert changes_of(a_program(participants=[ben], skills=[packaging])) == {
        "ben": "a mentor for Packaging with a place"
    }
    assert changes_of(a_program(participants=[a_participant()])) == {
        "ben": "one more mentor with a place"
    }


def test_where_nothing_that_is_tried_helps_nothing_is_promised() -> None:
    ana, ben = a_mentor(), a_participant(wants=some_skills("docs"))
    apart = a_program(
        participants=[ana, ben],
        cohorts=[a_cohort(forms=(Form.ONE_TO_ONE, Form.GROUP))],
        applications=[
            an_application("ana"),
            an_application("ben", forms=(Form.GROUP,)),
        ],
        person_facts={"ben": [a_fact(FactKind.VETOED, who="ana")]},
    )

    assert changes_of(apart) == {"ben": ""}


def test_a_pair_that_the_run_forbids_is_no_way_out() -> None:
    program = a_program(
        participants=[a_mentor(languages=("es",)), a_participant(languages=("en",))]
    )
    forbidden = Terms(forbidden=((Slug("ana"), Slug("ben")),))
    run = run_of(program, ROUND, today=TODAY, terms=forbidden)
    around = Options(run.matching, run.board.mentees, run.board.mentors)

    text = Trials(run.board, run.solution, around).smallest_change(0)

    assert text == "one more mentor with a place"


def test_nobody_is_asked_for_what_they_did_not_tell_or_what_no_rule_asks_for() -> None:
    strict = MatchingPolicy(minimum_hours=2, hard=HardRules(shared_skill=True))
    lenient = MatchingPolicy(hard=HardRules(shared_language=False))
    silent, ana = a_participant(), a_mentor(languages=("es",), offers=some_skills("docs"))
    outspoken = a_participant(
        languages=("en",),
        wants=some_skills("docs"),
        timezone="UTC",
        hours=some_hours(Weekday.MON, "09:00", "10:00"),
    )

    def texts(person: Participant, policy: MatchingPolicy) -> list[str]:
        program = a_program(participants=[ana, person], cohorts=[a_cohort(matching=policy)])
        matching = round_of(program, ROUND, today=TODAY)
        mentors = [matching.candidate(Slug("ana"))]
        return [one.text for one in own_changes(matching, matching.candidate(Slug("ben")), mentors)]

    assert texts(silent, strict) == texts(outspoken, lenient) == []
    assert texts(outspoken, strict)[-1] == "one more language: Spanish"


def test_no_mentor_is_wished_for_by_whom_another_pair_would_fall_below_the_floor() -> None:
    """With a mentor for testing, whoever offers what D does not ask for would be less typical."""
    nowhere: dict[str, object] = {"languages": ()}
    tuesday, wednesday = (
        {"hours": some_hours(day, "18:00", "20:00"), "timezone": "Europe/Berlin", **nowhere}
        for day in (Weekday.TUE, Weekday.WED)
    )
    docs, packaging = some_skills("docs"), some_skills("packaging")
    both = some_skills("docs", "packaging")
    program = a_program(
        participants=[
            a_mentor("m1", role=Role.BOTH, offers=both, wants=both, capacity=0, **wednesday),
            a_mentor("m2", offers=docs, capacity=2, **nowhere),
            a_mentor("m3", offers=packaging, capacity=0, languages=("en",)),
            *(a_participant(slug, **nowhere) for slug in ("a", "b")),
            a_participant("c", wants=some_skills("testing"), **nowhere),
            a_participant("d", languages=("en",)),
            a_participant("e", wants=packaging, **tuesday),
        ],
        skills=[a_skill(skill, label=skill.title()) for skill in SKILLS],
        cohorts=[a_cohort(matching=MatchingPolicy(floor=47))],
    )

    assert placed_by(a_run(program)) == {"d", "m1"}
    assert changes_of(program)["c"] == ""


def test_where_nobody_mentors_everybody_hears_of_whom_they_need() -> None:
    learners = [a_participant(slug, wants=some_skills("docs")) for slug in ("ben", "cleo")]

    found = changes_of(
        a_program(
            participants=learners,
            skills=[a_skill("docs", label="Docs")],
            cohorts=[a_cohort(matching=MatchingPolicy(floor=1))],
        )
    )

    assert found == dict.fromkeys(("ben", "cleo"), "a mentor for Docs with a place")
