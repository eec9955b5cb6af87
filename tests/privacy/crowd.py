"""Who is in the canary program, in blocks of ten: pairs of every form, and people of every consent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentorgen.model.cohorts import SlotTime
from mentorgen.model.facts import Answer, FactKind, GoalMark
from mentorgen.model.ids import Kind
from mentorgen.model.pairs import Milestone, Stage
from mentorgen.model.people import Background, Hours
from mentorgen.model.privacy import Shared
from mentorgen.model.skills import Skill
from mentorgen.model.surveys import Question
from mentorgen.model.training import QuizQuestion
from mentorgen.model.words import Form, Role
from tests.privacy.canaries import OMIT, OPEN, Canaries, Circle, Owner, Written

ROUND, SURVEY, PLAN, SKILL = "zround", "zsurvey", "zplan", "zskill"
MODULE = {"path": "zpath", "module": "zmodule"}
A_BLOCK = 10
EVERYTHING = [one.value for one in Shared]
_HIDDEN = Owner(Circle.HIDDEN)
_OFF_SITE = Owner(Circle.IN_FILES)
_NOBODY = Owner(Circle.NOBODY, ticked=False)
_CONSENTS: tuple[dict[str, object] | None, ...] = (
    None,
    {"version": 2, "given": "2026-01-10", "shows": EVERYTHING, "withdrawn": "2026-03-20"},
    {"version": 1, "given": "2026-01-10", "shows": EVERYTHING},
)
"""Nobody with such a consent is to be found anywhere: none, taken back, to an older wording."""
_ROLES = (
    *(Role.MENTOR, Role.MENTEE, Role.MENTOR, Role.MENTEE, Role.MENTEE),
    *(Role.BOTH, Role.BOTH, Role.MENTOR, Role.MENTEE),
)
_SOUGHT_ALONE: tuple[tuple[Form, ...], ...] = ((Form.PEER,), (Form.FLASH,), ())
"""What is sought by the one of each block who is in no pair."""
_HOLDS_CIRCLE, _CIRCLES = (0, 2), 5
_TIMES = {"2026-03-04": "10:30", "2026-05-18": "2:30", "2026-05-20": "18:30"}
"""Times for single meetings: one that is over, one in everybody's exact hours, one in their part of the day."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the program as their records are written; `hide` names what they told in private, `forms` what they ask for."""

    slug: str
    role: Role
    owner: Owner
    consent: dict[str, object] | None
    hide: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Couple:
    """A pair of any form, by the name of its file."""

    name: str
    owner: Owner
    form: Form
    mentors: Sequence[Person]
    mentees: Sequence[Person]

    @property
    def people(self) -> list[str]:
        """The slugs of all of them."""
        return [one.slug for one in (*self.mentors, *self.mentees)]

    @property
    def words(self) -> dict[str, str]:
        """What its files are called by."""
        return {"cohort": ROUND, "pair": self.name}


def canary_program(people: int) -> Canaries:
    """Make a program of about so many people, a multiple of ten."""
    made = Canaries()
    _add_frame(made)
    for number in range(people // A_BLOCK):
        _add_block(made, number)
    return made


def _add_frame(made: Canaries) -> None:
    """Add what is there before anybody comes; of each kind one that the organisers keep to themselves."""
    made.add(
        Kind.PROGRAM,
        {},
        OPEN,
        timezone="UTC",
        repository="https://github.com/example-canaries/mentors",
        coordinators=[],
        private="folder",
        consent_version=2,
        holidays=[],
        matching=OMIT,
        follow_up=OMIT,
    )
    skills = [made.part(Skill, OPEN, id=f"{SKILL}-{number}", parent=None) for number in range(3)]
    made.add(Kind.VOCABULARY, {}, OPEN, skills=skills)
    stages = [made.part(Stage, OPEN, weeks=26)]
    made.add(Kind.PLAN, {"id": PLAN}, OPEN, rhythm_days=14, stages=stages)
    for owner in (OPEN, _HIDDEN):
        circle = owner.circle
        cohort = ROUND if owner is OPEN else made.token("Cohort.id", circle)
        forms = [form.value for form in Form]
        made.add(
            Kind.COHORT,
            {"id": cohort},
            owner,
            rolling=False,
            opens=None,
            closes=None,
            starts="2026-03-02",
            ends="2026-08-30",
            forms=forms,
            plan=PLAN,
            matching=OMIT,
        )
        scenario = made.token("Scenario.id", circle)
        made.add(Kind.SCENARIO, {"id": scenario}, owner, matching={})
        words = {"cohort": cohort, "id": made.token("Event.id", circle)}
        made.add(Kind.EVENT, words, owner, on="2026-05-14", cancelled=None)
        made.survey = SURVEY if owner is OPEN else made.token("Survey.id", circle)
        made.question = made.token("Question.id", circle)
        questions = [
            made.part(Question, owner, id=made.question, kind="text", choices=[]),
            made.part(Question, owner, kind="goals", choices=[]),
        ]
        words = {"id": made.survey}
        made.add(Kind.SURVEY, words, owner, audience=["mentor", "mentee"], questions=questions)
    answers = [made.token("QuizQuestion.answers", Circle.SHOWN) for _ in range(3)]
    quiz = [made.part(QuizQuestion, OPEN, answers=answers, right=2)]
    text = made.token("Module.text", Circle.SHOWN)
    about = {"audience": ["mentee"], "skills": [f"{SKILL}-0"]}
    made.add(Kind.MODULE, MODULE, OPEN, body=text, quiz=quiz, **about)


def _add_block(made: Canaries, number: int) -> None:
    crowd = [*_people(made, number)]
    consent = crowd[0].consent
    hidden = Person(made.token("Participant.slug", _HIDDEN.circle), Role.BOTH, _HIDDEN, consent)
    form = (Form.ONE_TO_ONE, Form.FLASH, Form.REVERSE)[number % 3]
    shown = OPEN if number % 4 else _OFF_SITE
    couples = (
        _couple(made, shown, form, crowd[0:1], crowd[1:2]),
        _couple(made, OPEN, Form.GROUP, crowd[2:3], crowd[3:5]),
        _couple(made, OPEN, Form.PEER, crowd[5:7], ()),
        _couple(made, _NOBODY, Form.ONE_TO_ONE, crowd[7:8], crowd[9:10]),
        _couple(made, _HIDDEN, Form.ONE_TO_ONE, crowd[7:8], [hidden]),
    )
    for couple in couples:
        _add_couple(made, couple, number)
    for person in (*crowd, hidden):
        mine = next((one for one in couples if person.slug in one.people), couples[0])
        _add_person(made, person, hidden)
        if person is not hidden:
            _add_wishes(made, person, hidden, mine)


def _people(made: Canaries, number: int) -> Iterator[Person]:
    owner = Owner(ticked=number % 2 == 0)
    agreed = {"version": 2, "given": "2026-01-10", "shows": EVERYTHING if owner.ticked else []}
    for at, role in enumerate(_ROLES):
        is_alone = at == len(_ROLES) - 1
        hide = ("line", "about", "called", "links") if is_alone else ()
        forms = _SOUGHT_ALONE[number % len(_SOUGHT_ALONE)] if is_alone else ()
        if at in _HOLDS_CIRCLE and number % A_BLOCK == _CIRCLES:
            forms = (Form.GROUP,)
        slug = made.token("Participant.slug", Circle.SHOWN)
        yield Person(slug, role, owner, agreed, hide, forms)
    absent = made.token("Participant.slug", Circle.NOBODY)
    yield Person(absent, Role.MENTEE, _NOBODY, _CONSENTS[number % len(_CONSENTS)])


def _couple(
    made: Canaries, owner: Owner, form: Form, mentors: Sequence[Person], mentees: Sequence[Person]
) -> Couple:
    return Couple(made.token("Pair.id", owner.circle), owner, form, mentors, mentees)


def _add_couple(made: Canaries, couple: Couple, number: int) -> None:
    mentors, mentees = ([one.slug for one in side] for side in (couple.mentors, couple.mentees))
    is_peer = couple.form is Form.PEER
    made.add(
        Kind.PAIR,
        couple.words,
        couple.owner,
        form=couple.form.value,
        mentors=[] if is_peer else mentors,
        mentees=mentees,
        members=mentors if is_peer else [],
        skills=[f"{SKILL}-0"],
        plan=PLAN,
        starts="2026-03-02",
        rhythm_days=14,
        informal=False,
        on_site=couple.owner is not _OFF_SITE,
        public_contact=bool(number % 2),
    )
    kept = (
        Owner(Circle.PAIR)
        if couple.owner.circle in {Circle.SHOWN, Circle.IN_FILES}
        else couple.owner
    )
    latest = "2026-04-29" if number % 2 else "2026-03-18"
    for owner in dict.fromkeys((couple.owner, kept)):
        _add_goal(made, couple, owner)
        _add_meeting(made, couple, owner, day="2026-03-11" if owner is kept else latest)
    facts = _facts_of_couple(made, couple, number)
    made.log(Kind.PAIR_LOG, couple.words, couple.owner, facts)


def _add_goal(made: Canaries, couple: Couple, owner: Owner) -> None:
    steps = [
        made.part(Milestone, owner, due="2026-03-20", reached="2026-03-19"),
        made.part(Milestone, owner, due="2026-05-20", reached=None),
    ]
    made.goals[couple.name] = goal = made.token("Goal.id", owner.circle)
    made.add(
        Kind.GOAL,
        {**couple.words, "id": goal},
        owner,
        set_on="2026-03-03",
        due="2026-06-01",
        owner=couple.people[0],
        skills=[f"{SKILL}-0"],
        milestones=steps,
        visibility="pair" if owner.circle is Circle.PAIR else "public",
    )


def _add_meeting(made: Canaries, couple: Couple, owner: Owner, *, day: str) -> None:
    notes, task = (made.token(f"Meeting.{one}", owner.circle) for one in ("body", "notes"))
    made.add(
        Kind.MEETING,
        {**couple.words, "day": day},
        owner,
        body=f"{notes}\n\n- [ ] {couple.people[0]}: {task}, by 2026-05-13",
        present=couple.people,
        next={"on": "2026-05-13", "at": "10:30"},
        visibility="pair" if owner.circle is Circle.PAIR else "public",
    )


def _facts_of_couple(made: Canaries, couple: Couple, number: int) -> Iterator[Written]:
    for slug in couple.people:
        yield made.fact(FactKind.CONFIRMED, couple.owner, by=slug, on="2026-02-26")
        yield made.fact(FactKind.AGREED, couple.owner, by=slug, on="2026-02-27")
    by = couple.people[0]
    yield made.fact(FactKind.ASKED, couple.owner, by=by)
    yield made.fact(FactKind.CANCELLED, couple.owner, by=by)
    yield made.fact(
        FactKind.PLANNED, couple.owner, by=by, on="2026-03-06", day="2026-05-13", at="10:30"
    )
    yield made.fact(FactKind.SNOOZED, couple.owner, by=by, until="2026-03-12")
    yield made.fact(FactKind.PAUSED, couple.owner, by=by, until="2026-03-12")
    yield made.fact(FactKind.RESUMED, couple.owner, by=by, on="2026-03-06")
    yield made.fact(FactKind.OPTED_OUT, couple.owner, by=by)
    thankful = Owner(couple.owner.circle, ticked=couple.mentors[0].owner.ticked)
    yield made.fact(FactKind.THANKED, thankful, by=by, on="2026-03-25")
    yield made.fact(FactKind.OPTED_IN, couple.owner, by=by, on="2026-03-06")
    yield made.fact(FactKind.CONCERN, couple.owner, by=by)
    yield made.fact(FactKind.CONCERN_ANSWERED, couple.owner, by=by, concern="2026-03-05")
    yield made.fact(FactKind.REFLECTED, couple.owner, by=by)
    yield made.fact(FactKind.REASON, couple.owner, by=by)
    if number % 5 == 3:
        yield made.fact(FactKind.ENDING, couple.owner, by=by, on="2026-03-21")
    if number % 5 == 4:
        yield made.fact(FactKind.ENDED, couple.owner, by=by, on="2026-03-25")


def _add_person(made: Canaries, person: Person, hidden: Person) -> None:
    owner = person.owner
    skills = [{"skill": f"{SKILL}-{number}", "level": None} for number in range(3)]
    is_shown = owner.circle is Circle.SHOWN
    mail = made.token("Participant.contact", Circle.COORDINATORS if is_shown else owner.circle)
    made.add(
        Kind.PARTICIPANT,
        {"slug": person.slug},
        owner,
        role=person.role.value,
        consent=person.consent,
        offers=skills if person.role.mentors else [],
        wants=skills if person.role.learns else [],
        github_id=len(made.tokens),
        languages=["en"],
        timezone="Europe/Lisbon",
        parts_of_day=["weekday-evening"],
        capacity=4,
        mentors_wanted=2,
        hours=[made.part(Hours, owner, **{"day": "mon", "from": "3:17", "to": "4:43"})],
        background=[made.part(Background, owner, firm=False)],
        reports_to=None if person is hidden else hidden.slug,
        contact=f"{mail}@example.net",
        hide=person.hide,
    )


def _add_wishes(made: Canaries, person: Person, hidden: Person, mine: Couple) -> None:
    """Add what a person asked for and did, in the open and in confidence."""
    owner, slug = person.owner, person.slug
    others = [one for one in mine.people if one != slug and owner.circle is Circle.SHOWN]
    made.add(
        Kind.APPLICATION,
        {"cohort": ROUND, "slug": slug},
        owner,
        applied="2026-02-01",
        role=None,
        forms=[form.value for form in person.forms],
        wants=[],
        mentors_wanted=None,
        asks_for=others if mine.owner is not _NOBODY else [],
        wishes=[hidden.slug],
    )
    for day, at in _TIMES.items():
        times = [made.part(SlotTime, owner, at=at, booked_by=None)]
        words = {"slug": slug, "day": day}
        made.add(Kind.SLOT, words, owner, skills=[f"{SKILL}-0"], times=times)
    facts = _facts_of_person(made, person, hidden, mine)
    made.log(Kind.PERSON_LOG, {"slug": slug}, owner, facts)


def _facts_of_person(
    made: Canaries, person: Person, hidden: Person, mine: Couple
) -> Iterator[Written]:
    def fact(kind: FactKind, **over: object) -> Written:
        return made.fact(kind, person.owner, **{"by": person.slug} | over)

    yield fact(FactKind.APPLIED, cohort=ROUND, on="2026-02-01")
    yield fact(FactKind.WITHDRAWN, cohort=ROUND, on="2026-02-02")
    yield fact(FactKind.DECLINED, cohort=ROUND, on="2026-02-03")
    yield fact(FactKind.LEFT, on="2026-02-04")
    yield fact(FactKind.APPLIED, cohort=ROUND, on="2026-02-05")
    yield fact(FactKind.ACCEPTED, cohort=ROUND, on="2026-02-06")
    yield fact(FactKind.COMPLETED, module="zpath/zmodule")
    yield fact(FactKind.WAIVED, module="zpath/zmodule")
    yield fact(FactKind.WISHES_TO_MENTOR)
    yield fact(FactKind.VETOED, who=hidden.slug)
    yield fact(FactKind.CONCERN)
    yield fact(FactKind.RATED, skill=f"{SKILL}-0")
    if person.slug in mine.people:
        answers = [made.part(Answer, Owner(Circle.PAIR), question=made.question, value=None)]
        goals = [made.part(GoalMark, Owner(Circle.PAIR), goal=made.goals[mine.name])]
        about = {"survey": made.survey, "pair": f"{ROUND}/{mine.name}"}
        yield fact(FactKind.ANSWERED, **about, answers=answers, goals=goals)
