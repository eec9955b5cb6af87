"""Which pictures a part of the matching gets, and where everybody stands between west and east."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mentorgen.analysis.matching.fits import Criterion, Fit, Reason
from mentorgen.model.ids import Slug
from mentorgen.model.said import Joint, joined, said
from mentorgen.model.words import Form
from mentorgen.output.matching.words import FORMS
from mentorgen.output.site.pages.frame import Frame, offset_minutes, offset_text, zone_of
from mentorgen.output.site.pages.together import Part, Together, score
from mentorgen.output.site.views import LoomView, RibbonView, StandView

MOST_IN_A_LOOM = 40
"""With more ribbons than these nobody finds anything: forms, then skills, get pictures of their own."""


def looms(frame: Frame, part: Part) -> Iterator[LoomView]:
    """Draw mentors with mentees, peers and single meetings apart; of very many each form and skill."""
    mentored = [one for one in part.together if one.form not in (Form.PEER, Form.FLASH)]
    is_crowded = _ribbons(mentored) > MOST_IN_A_LOOM
    if mentored and not is_crowded:
        yield _loom(frame, part, mentored, ())
    for form in Form:
        own = [one for one in part.together if one.form is form]
        if own and (is_crowded or own[0] not in mentored):
            for number, (words, some) in enumerate(_divided(frame, own)):
                loom = _loom(frame, part, some, (FORMS[form], *words))
                yield replace(loom, id=f"{part.id}-{form}" + (f"-{number}" if number else ""))


def _ribbons(together: Iterable[Together]) -> int:
    return sum(len(one.fits) for one in together)


def _divided(
    frame: Frame, together: Sequence[Together]
) -> Iterator[tuple[tuple[str, ...], Sequence[Together]]]:
    """Divide by the skill that brings them together where there are too many, then by number."""
    if _ribbons(together) <= MOST_IN_A_LOOM:
        yield (), together
        return
    by_skill: dict[str, list[Together]] = defaultdict(list)
    for one in together:
        by_skill[_skill(frame, one)].append(one)
    for label in sorted(by_skill, key=lambda label: (not label, label.casefold())):
        words = (label or said("other skills"),) if len(by_skill) > 1 else ()
        sheets = tuple(_sheets(by_skill[label]))
        for number, some in enumerate(sheets, start=1):
            of = said("%(number)s of %(all)s", number=number, all=len(sheets))
            yield (*words, *((of,) if len(sheets) > 1 else ())), some


def _sheets(together: Iterable[Together]) -> Iterator[Sequence[Together]]:
    """Divide into as many as a picture can hold, one after the other; a group stays whole."""
    sheet: list[Together] = []
    for one in together:
        if sheet and _ribbons((*sheet, one)) > MOST_IN_A_LOOM:
            yield sheet
            sheet = []
        sheet.append(one)
    yield sheet


def _skill(frame: Frame, one: Together) -> str:
    """Name the first skill that one of them wants and another offers."""
    people = frame.program.participants
    mentors, mentees = one.mentors or one.members, one.mentees or one.members
    offered = {item.skill for slug in mentors for item in people[slug].offers}
    wanted = (item.skill for slug in mentees for item in people[slug].wants)
    found = next((skill for skill in wanted if skill in offered), None)
    return frame.program.skills[found].label if found else ""


def _loom(
    frame: Frame, part: Part, together: Sequence[Together], words: tuple[str, ...]
) -> LoomView:
    couples = [(couple, found) for one in together for couple, found in one.fits]
    mentors = tuple(dict.fromkeys(mentor for (mentor, _), _ in couples))
    mentees = tuple(dict.fromkeys(mentee for (_, mentee), _ in couples))
    return LoomView(
        id=part.id,
        title=joined((part.title, *words), Joint.COMMA),
        mentors=frame.refs(mentors),
        mentees=frame.refs(mentees),
        ribbons=tuple(
            RibbonView(mentor=mentor, mentee=mentee, score=score(found), strongest=strongest)
            for ((mentor, mentee), found), strongest in zip(
                couples, _strongest([found for _, found in couples]), strict=True
            )
        ),
        stands=_from_west_to_east(frame, mentors, mentees),
        is_peers=together[0].form is Form.PEER,
    )


def _strongest(fits: Sequence[Fit]) -> Iterator[str]:
    """Name for each couple what speaks for them more than for the others; skills would win nearly always."""
    totals: Counter[Criterion] = Counter()
    for fit in fits:
        totals.update({reason.criterion: reason.points for reason in fit.public_reasons})

    def ahead(reason: Reason) -> tuple[float, int]:
        return reason.points - totals[reason.criterion] / len(fits), reason.points

    for fit in fits:
        reasons = [reason for reason in fit.public_reasons if reason.points > 0]
        yield max(reasons, key=ahead).criterion.value if reasons else ""


def _from_west_to_east(
    frame: Frame, mentors: tuple[Slug, ...], mentees: tuple[Slug, ...]
) -> tuple[StandView, ...]:
    """Let people stand by how far they are from UTC; who does not show it stands last."""
    zones = {slug: zone_of(frame.program.participants[slug]) for slug in (*mentors, *mentees)}
    offsets = {
        slug: offset_minutes(zone, frame.today) if zone else None for slug, zone in zones.items()
    }

    def order(slug: Slug) -> tuple[bool, int, str]:
        return offsets[slug] is None, offsets[slug] or 0, frame.people[slug].name.casefold()

    return tuple(
        StandView(
            person=frame.people[slug],
            place="" if (minutes := offsets[slug]) is None else _hours_from_utc(minutes),
            is_mentor=slug in mentors,
        )
        for slug in sorted(zones, key=order)
    )


def _hours_from_utc(minutes: int) -> str:
    return offset_text(minutes).removeprefix("UTC") or "0"
