"""The mentoring agreement of a pair as Markdown, with who signed which version of it when."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from mentorgen.analysis.agreements import Agreement, Signature
from mentorgen.analysis.wording import counted, day_text, listed
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from mentorgen.output.neutral import neutral
from mentorgen.output.report import Json

_FEWEST_OF_A_GROUP = 3


def agreement_text(
    program: Program, agreement: Agreement, *, today: date, for_readers: bool = False
) -> str:
    """Write an agreement; for whoever can read the repository it says nothing of who has yet to sign."""
    pair, members = agreement.pair, agreement.members
    lines = [*_signed(program, agreement.signatures, today, for_readers=for_readers)]
    if not for_readers:
        lines += _yet_to_sign(program, agreement)
    return _template().render(
        names=_names(program, members.everyone),
        program=neutral(program.settings.name),
        round=neutral(program.cohorts[pair.cohort].name),
        version=agreement.version,
        people=[*_people(program, agreement)],
        peers=bool(members.peers),
        mentors=_called(program, members.mentors),
        mentees=_called(program, members.mentees),
        one_mentor=len(members.mentors) == 1,
        one_mentee=len(members.mentees) == 1,
        group=len(members.everyone) >= _FEWEST_OF_A_GROUP,
        once=pair.form is Form.FLASH,
        rhythm=counted(agreement.rhythm_days, "day"),
        plan=neutral(agreement.plan.name) if agreement.plan else "",
        last_day=day_text(agreement.term - timedelta(days=1), today=today)
        if agreement.term
        else "",
        aim=neutral(pair.aim) if pair.aim else "",
        goals=[neutral(goal.title) for goal in agreement.goals],
        contact=neutral(program.settings.contact or "").removesuffix("."),
        signatures=lines,
    )


def agreement_data(agreement: Agreement) -> Json:
    """Give an agreement's terms and signatures as data, for organisers."""
    return {
        "pair": agreement.pair.id,
        "version": agreement.version,
        "people": list(agreement.members.everyone),
        "rhythm_days": agreement.rhythm_days,
        "plan": agreement.plan.id if agreement.plan else None,
        "goals": [goal.id for goal in agreement.goals],
        "signatures": [_signature_data(one) for one in agreement.signatures],
        "missing": list(agreement.missing),
    }


def _signature_data(one: Signature) -> Json:
    return {
        "by": one.slug,
        "on": one.on.isoformat(),
        "version": one.version,
        "holds": one.holds,
    }


def _people(program: Program, agreement: Agreement) -> Iterator[str]:
    members = agreement.members
    parts = (("mentor", members.mentors), ("mentee", members.mentees), ("", members.peers))
    for part, slugs in parts:
        for slug in slugs:
            yield f"{_name(program, slug)}{f', {part}' if part else ''}"


def _signed(
    program: Program, signatures: Iterable[Signature], today: date, *, for_readers: bool
) -> Iterator[str]:
    for one in signatures:
        text = f"{_name(program, one.slug)} signed on {day_text(one.on, today=today)}"
        if one.holds:
            yield f"{text}."
        elif not for_readers:
            yield f"{text}, but another version ({one.version}) than the one that holds now."


def _yet_to_sign(program: Program, agreement: Agreement) -> Iterator[str]:
    if agreement.missing:
        verb = "is" if len(agreement.missing) == 1 else "are"
        names = _names(program, agreement.missing)
        yield f"{names} {verb} asked to sign version {agreement.version}."


def _names(program: Program, slugs: Iterable[Slug]) -> str:
    return listed(_name(program, slug) for slug in slugs)


def _called(program: Program, slugs: Iterable[Slug]) -> str:
    """Name people as friends do."""
    people = (program.participants[slug] for slug in slugs)
    return listed(neutral(person.called or person.name.split()[0]) for person in people)


def _name(program: Program, slug: Slug) -> str:
    return neutral(program.participants[slug].name)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("mentorgen.output", "templates"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 # Markdown, in which people's own words are neutral already
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("agreement.md.j2")
