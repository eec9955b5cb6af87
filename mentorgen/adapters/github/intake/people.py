"""Forms about oneself: joining, changing one's own record, a pause, a goodbye."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count

from mentorgen.adapters.github.intake.asked import NEW_RECORD, AnswerError, Asked, Wanted, person_of
from mentorgen.adapters.github.intake.pairs import pair_asked
from mentorgen.adapters.github.intake.rounds import round_asked
from mentorgen.adapters.github.intake.skills import SkillWords
from mentorgen.analysis.alumni import wishes_to_mentor
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.members import gone_since
from mentorgen.analysis.new_facts import Saying, objection_in_pair, objection_to_person
from mentorgen.loading.comments import LONGEST_REST
from mentorgen.loading.edits import AppendEntry, Edit, RemoveField, SetField
from mentorgen.loading.forms import choice
from mentorgen.loading.languages import code_of
from mentorgen.loading.layout import place_for, spot_of
from mentorgen.loading.names import complaints_of_any
from mentorgen.loading.yaml_events import Value
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Kind, Slug
from mentorgen.model.people import Participant
from mentorgen.model.requests import RequestKind
from mentorgen.model.words import Reviewed, Role
from mentorgen.output.new_records import id_from

_TEXTS = ("name", "line", "about", "timezone")
_NUMBERS = ("capacity", "experience_years")
_STYLE = ("feedback", "structure", "learning", "contact")
NOTHING = "-"
"""Written as an answer, it takes out what the record says."""


def join(asked: Asked) -> Wanted:
    """Make the record of somebody new, and their application where a round can be joined."""
    known = person_of(asked.program, asked.author.id)
    if known is not None:
        raise AnswerError(
            "",
            f"you are in the program already, as '{known.slug}'. There is a form to change your record.",
        )
    slug, skills = _free_slug(asked), SkillWords(asked)
    mentors = asked.filled.template.kind is RequestKind.JOIN_AS_MENTOR
    offers, wants = skills.entries("offers"), skills.entries("wants")
    same_login = tuple(_same_login(asked))
    role = (Role.BOTH if wants else Role.MENTOR) if mentors else Role.MENTEE
    fields: dict[str, Value] = {
        **_said(asked),
        "role": role.value,
        "consent": _consent(asked),
        "joined": asked.asked_on.isoformat(),
        **({} if same_login else {"github": asked.author.login}),
        "github_id": asked.author.id,
        **({"offers": offers} if offers else {}),
        **({"wants": wants} if wants else {}),
    }
    place = place_for(Kind.PARTICIPANT, slug=slug)
    edits = [SetField((name,), value) for name, value in fields.items()]
    record = asked.edited(Kind.PARTICIPANT, place, *edits, content=NEW_RECORD)
    return Wanted(
        f"{slug} joins as a {'mentor' if mentors else 'mentee'}",
        {place: record, **_application(asked, slug), **skills.files()},
        Reviewed.JOINING,
        tuple(skills.new.values()) if skills.files() else (),
        (*same_login, *_same_name(asked, slug)),
    )


def change(asked: Asked) -> Wanted:
    """Change somebody's own record where they answered something."""
    me, skills = asked.me(), SkillWords(asked)
    place = place_for(Kind.PARTICIPANT, slug=me.slug)
    fields = _said(asked)
    for field in ("offers", "wants"):
        if entries := skills.entries(field):
            fields[field] = entries
    role = Role(choice(asked.filled.text("role"))) if asked.filled.lines("role") else me.role
    if role is not me.role:
        fields["role"] = role.value
    _refuse_other_side(me, role, fields)
    edits = [*_edits(me, fields), *_shown(asked, me)]
    return Wanted(
        f"{me.slug} changes their record",
        {
            place: asked.edited(Kind.PARTICIPANT, place, *edits),
            **skills.files(),
            **_mentors_later(asked, me),
        },
        Reviewed.RECORDS,
        tuple(skills.new.values()) if skills.files() else (),
    )


def pause(asked: Asked) -> Wanted:
    """Note a pause, of somebody in everything or of one pair."""
    me = asked.me()
    saying = Saying(FactKind.PAUSED, by=me.slug)
    fact: dict[str, Value] = {"on": asked.asked_on.isoformat(), "kind": saying.kind.value}
    if asked.filled.text("pair"):
        pair = pair_asked(asked, me)
        cohort, _, name = pair.id.partition("/")
        kind, place = Kind.PAIR_LOG, place_for(Kind.PAIR_LOG, cohort=cohort, pair=name)
        facts = asked.program.pair_facts[pair.id]
        fact["by"] = me.slug
        objection = objection_in_pair(asked.program, pair, saying, today=asked.asked_on)
    else:
        kind, place = Kind.PERSON_LOG, place_for(Kind.PERSON_LOG, slug=me.slug)
        facts = asked.program.person_facts[me.slug]
        objection = objection_to_person(asked.program, me.slug, saying, today=asked.asked_on)
    if objection is not None:
        raise AnswerError("until", objection)
    until = _until(asked)
    mine = [
        one
        for one in facts
        if one.kind is FactKind.PAUSED and one.on == asked.asked_on and one.by in (None, me.slug)
    ]
    files = {}
    if not mine or mine[-1].until != until:
        replaced = {"replaces": dict(fact)} if mine else {}
        entry = {**fact, "until": str(until), **replaced}
        files[place] = asked.edited(kind, place, AppendEntry(("facts",), entry))
    return Wanted(f"{me.slug} pauses", files, Reviewed.RECORDS)


def _until(asked: Asked) -> date:
    until = asked.day("until") or asked.asked_on
    if not asked.asked_on < until <= asked.asked_on + LONGEST_REST:
        raise AnswerError("until", f"{until} does not lie after today and within a year.")
    return until


def leave(asked: Asked) -> Wanted:
    """Note that somebody leaves, and take their page down if they want that."""
    me, day = asked.me(), asked.asked_on.isoformat()
    files = {}
    facts = facts_until(asked.program.person_facts[me.slug], asked.asked_on)
    if gone_since(facts) is None:
        log = place_for(Kind.PERSON_LOG, slug=me.slug)
        entry: Value = {"on": day, "kind": FactKind.LEFT.value}
        files[log] = asked.edited(Kind.PERSON_LOG, log, AppendEntry(("facts",), entry))
    if asked.filled.lines("withdraw") and me.consent and me.consent.withdrawn is None:
        own = place_for(Kind.PARTICIPANT, slug=me.slug)
        files[own] = asked.edited(Kind.PARTICIPANT, own, SetField(("consent", "withdrawn"), day))
    return Wanted(f"{me.slug} leaves", files, Reviewed.RECORDS)


def _refuse_other_side(me: Participant, role: Role, fields: Mapping[str, Value]) -> None:
    """Say what to choose where somebody offers or wants what their role is not for."""
    wrong = ("offers" in fields and not role.mentors) or ("wants" in fields and not role.learns)
    if wrong:
        raise AnswerError(
            "role",
            f"you are in the program as a {me.role}; to offer and to learn, choose 'both' here.",
        )


def _mentors_later(asked: Asked, me: Participant) -> dict[str, bytes]:
    """Note whether somebody would like to mentor one day, where they said something else before."""
    answer = choice(asked.filled.text("mentors-later"))
    facts = facts_until(asked.program.person_facts[me.slug], asked.asked_on)
    wish = answer == "yes"
    if not answer or (wishes_to_mentor(facts) is not None) is wish:
        return {}
    fact: dict[str, Value] = {
        "on": asked.asked_on.isoformat(),
        "kind": FactKind.WISHES_TO_MENTOR.value,
    }
    is_said = any(
        one.kind is FactKind.WISHES_TO_MENTOR and one.on == asked.asked_on for one in facts
    )
    replaced = {"replaces": dict(fact)} if is_said else {}
    log = place_for(Kind.PERSON_LOG, slug=me.slug)
    entry = {**fact, **({} if wish else {"wish": False}), **replaced}
    return {log: asked.edited(Kind.PERSON_LOG, log, AppendEntry(("facts",), entry))}


def _said(asked: Asked) -> dict[str, Value]:
    """Give what somebody answered, as a record holds it; what they left empty is left out."""
    filled = asked.filled
    said: dict[str, Value] = {name: filled.text(name) for name in _TEXTS}
    said |= {name: _number(filled.text(name)) for name in _NUMBERS}
    said |= {
        "languages": [*_languages(filled.text("languages"))],
        "parts_of_day": [choice(part) for part in filled.lines("parts_of_day")],
        "links": [*filled.lines("links")] if filled.text("links") != NOTHING else NOTHING,
        "style": {name: choice(word) for name in _STYLE if (word := filled.text(f"style-{name}"))},
    }
    return {name: value for name, value in said.items() if value not in ("", [], {})}


def _number(text: str) -> Value:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text  # noqa: PLR2004


def _languages(text: str) -> Iterator[str]:
    """Give the codes of languages that are written by code or by name."""
    words = [part.strip() for part in re.split(r"[,;/\n]| and ", text)]
    codes = (code_of(word) or (word.lower() if len(word) <= 3 else word) for word in words)  # noqa: PLR2004
    yield from dict.fromkeys(code for code in codes if code)


def _consent(asked: Asked) -> Value:
    return {
        "version": asked.program.settings.consent_version,
        "given": asked.asked_on.isoformat(),
        "shows": [choice(tick) for tick in asked.filled.lines("shows")],
    }


def _edits(me: Participant, fields: dict[str, Value]) -> Iterator[Edit]:
    for name, value in fields.items():
        if value in (NOTHING, [NOTHING]):
            if getattr(me, name, None) not in (None, ()):
                yield RemoveField((name,))
        elif name == "style" and me.style is not None and isinstance(value, dict):
            yield from (SetField(("style", part), word) for part, word in value.items())
        elif not _says_so(me, name, value):
            yield SetField((name,), value)


def _says_so(me: Participant, name: str, value: Value) -> bool:
    """Tell whether a text stands there already: a form that opens filled in comes back so, but for the last line's end."""
    said = getattr(me, name, None)
    return isinstance(said, str) and said.strip() == value


def _shown(asked: Asked, me: Participant) -> Iterator[Edit]:
    ticks = asked.filled.lines("shows")
    if ticks and me.consent is None:
        raise AnswerError(
            "shows", "your record holds no consent yet; an organiser adds it with you."
        )
    if ticks:
        yield SetField(("consent", "shows"), [choice(tick) for tick in ticks])


def _free_slug(asked: Asked) -> Slug:
    """Choose a name for somebody's file; one that was chosen for the same form before stays."""
    for place in asked.written:
        spot = spot_of(place)
        if (
            spot
            and spot.shelf.kind is Kind.PARTICIPANT
            and spot.key not in asked.program.participants
        ):
            return Slug(spot.key)
    login = id_from(asked.author.login, otherwise="member")
    wanted = id_from(asked.filled.text("name"), otherwise=login)
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(Slug(name) for name in names if _is_free(asked, name))


def _is_free(asked: Asked, name: str) -> bool:
    place = place_for(Kind.PARTICIPANT, slug=name)
    return name not in asked.program.participants and not any(complaints_of_any(place))


def _application(asked: Asked, slug: Slug) -> dict[str, bytes]:
    """Ask for the round that takes applications, if there is one."""
    cohort = round_asked(asked.program, asked.asked_on)
    if cohort is None:
        return {}
    forms = [choice(form) for form in asked.filled.lines("forms")]
    fields: dict[str, Value] = {
        "applied": asked.asked_on.isoformat(),
        "forms": [form for form in forms if form],
        "aim": asked.filled.text("aim"),
    }
    place = place_for(Kind.APPLICATION, cohort=cohort.id, slug=slug)
    edits = [SetField((name,), value) for name, value in fields.items() if value]
    return {place: asked.edited(Kind.APPLICATION, place, *edits, content=NEW_RECORD)}


def _same_name(asked: Asked, slug: Slug) -> Iterator[str]:
    wanted = id_from(asked.filled.text("name"), otherwise=slug)
    if wanted != slug and wanted in asked.program.participants:
        yield (
            f"The record `{wanted}` has the same name, and another account or none. See whether it is the same"
            " person."
        )


def _same_login(asked: Asked) -> Iterator[str]:
    login = asked.author.login.casefold()
    for person in asked.program.participants.values():
        if (person.github or "").casefold() == login:
            yield (
                f"The record `{person.slug}` has the same login and another number, or none. A login can"
                " change hands: see whether it is the same person. The new record names the number only."
            )
