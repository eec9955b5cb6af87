"""What may be changed by whom, as a pure decision: every condition has a test on both its sides."""

from datetime import date

import pytest

from mentorgen.analysis.ownership import (
    FIXED_FIELDS,
    OWN_FACTS,
    Author,
    Barrier,
    author_of,
    refusals,
)
from mentorgen.loading.rules import Rule
from mentorgen.model.changes import Change, Doing, Mark
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import Kind, PairId, Slug
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.program import Program
from mentorgen.model.words import Outcome, ReasonGroup
from tests.builders import STARTS, a_fact, a_pair, a_participant, a_program, some_settings

CAROL, ANA, BEN, NEW = 1, 10, 20, 99
ANA_BEN = PairId("2026-spring/ana-ben")
HINT = " The account number 99 has no record yet; it may add one, its own, with 'github_id: 99'."
MINE = Slug("ana")


def _base() -> Program:
    return a_program(
        settings=some_settings(coordinators=("carol",)),
        participants=(
            a_participant("ana", github_id=ANA),
            a_participant("ben", github_id=BEN, github="ben-login"),
            a_participant("carol", github_id=CAROL),
            a_participant("noor", github="noor-login"),
        ),
        pairs=(a_pair(), a_pair("noor-carol", mentors=("noor",), mentees=("carol",))),
    )


def _change(kind: Kind | None, doing: Doing = Doing.CHANGED, **over: object) -> Change:
    return Change(**({"path": "a/path", "kind": kind, "doing": doing} | over))  # type: ignore[arg-type]


def _said(author: int, *changes: Change) -> list[str]:
    return [f"{one.line}:{one.column} {one.message} [{one.rule}]" for one in _all(author, *changes)]


def _all(author: int, *changes: Change) -> list[Problem]:
    return list(refusals(_base(), author, changes))


def test_every_barrier_is_a_rule_that_the_reference_explains() -> None:
    assert set(Barrier) <= set(Rule)


def test_a_refusal_is_an_error_at_the_path_of_the_change() -> None:
    (problem,) = _all(ANA, _change(None, path="yaml.py"))

    assert problem == Problem(
        "yaml.py",
        1,
        1,
        "maintainers-only",
        "only organisers change files that are no records.",
        Severity.ERROR,
    )


@pytest.mark.parametrize("kind", [None, *Kind])
@pytest.mark.parametrize("doing", Doing)
def test_an_organiser_may_change_everything(kind: Kind | None, doing: Doing) -> None:
    fixed = (("github_id", Mark(2, 3)),)
    change = _change(kind, doing, slug="ben", pair=ANA_BEN, fields=fixed, lost_fact=Mark(1, 1))

    assert _said(CAROL, change) == []


@pytest.mark.parametrize("doing", Doing)
@pytest.mark.parametrize(
    "kind",
    [
        Kind.PROGRAM,
        Kind.VOCABULARY,
        Kind.COHORT,
        Kind.PLAN,
        Kind.PAIR,
        Kind.EVENT,
        Kind.SURVEY,
        Kind.SCENARIO,
        Kind.MODULE,
    ],
)
def test_the_frame_belongs_to_the_organisers(kind: Kind, doing: Doing) -> None:
    said = "1:1 this file belongs to the organisers."

    assert _said(ANA, _change(kind, doing, pair=ANA_BEN, slug="ana")) == [f"{said} [not-yours]"]
    assert _said(NEW, _change(kind, doing)) == [f"{said}{HINT} [not-yours]"]


def test_code_belongs_to_the_organisers() -> None:
    said = "1:1 only organisers change files that are no records."

    assert _said(ANA, _change(None)) == [f"{said} [maintainers-only]"]
    assert _said(NEW, _change(None)) == [f"{said}{HINT} [maintainers-only]"]


def test_every_change_is_judged() -> None:
    assert len(_said(ANA, _change(None), _change(Kind.PLAN), _change(None))) == 3


# Who the author is


def _new_person(slug: str = "zoe", github_id: int | None = NEW) -> Change:
    fields = (("github_id", Mark(7, 12)), ("name", Mark(2, 7)))
    return _change(
        Kind.PARTICIPANT, Doing.ADDED, slug=Slug(slug), github_id=github_id, fields=fields
    )


def test_an_author_is_known_by_the_number() -> None:
    assert author_of(_base(), BEN, ()) == Author(BEN, Slug("ben"), is_new=False)


def test_an_author_whom_nobody_knows_has_no_record() -> None:
    assert author_of(_base(), NEW, ()) == Author(NEW, None, is_new=True)


def test_a_newcomer_is_known_by_the_record_that_they_add() -> None:
    changes = (_new_person("yan", 77), _new_person("zoe"))

    assert author_of(_base(), NEW, changes) == Author(NEW, Slug("zoe"), is_new=True)


def test_a_known_author_stays_who_they_are() -> None:
    assert author_of(_base(), ANA, (_new_person("zoe", ANA),)).slug == "ana"


@pytest.mark.parametrize(
    "change",
    [
        _new_person("ben"),
        _new_person("zoe", 77),
        _new_person("zoe", None),
        _change(Kind.PARTICIPANT, Doing.CHANGED, slug=Slug("zoe"), github_id=NEW),
        _change(Kind.APPLICATION, Doing.ADDED, slug=Slug("zoe"), github_id=NEW),
    ],
)
def test_no_other_change_makes_somebody_known(change: Change) -> None:
    assert author_of(_base(), NEW, (change,)).slug is None


# Records of people


def test_somebody_may_change_what_is_theirs_in_their_record() -> None:
    fields = (("name", Mark(2, 7)), ("role", Mark(3, 7)), ("consent", Mark(4, 10)))

    assert _said(ANA, _change(Kind.PARTICIPANT, slug=MINE, fields=fields)) == []


@pytest.mark.parametrize("field", ["github_id", "joined", "reports_to"])
def test_somebody_may_not_change_what_is_fixed_in_their_record(field: str) -> None:
    fields = (("name", Mark(2, 7)), (field, Mark(5, 9)))

    assert _said(ANA, _change(Kind.PARTICIPANT, slug=MINE, fields=fields)) == [
        f"5:9 {field} stays as it was; only the organisers change it. [fixed-field]"
    ]


def test_the_fixed_fields_are_few() -> None:
    assert dict(FIXED_FIELDS) == {
        Kind.PARTICIPANT: {"github_id", "joined", "reports_to"},
        Kind.APPLICATION: {"applied"},
    }


@pytest.mark.parametrize(("author", "hint"), [(ANA, ""), (NEW, HINT)])
def test_a_record_that_the_organisers_took_away_is_not_changed(author: int, hint: str) -> None:
    change = _change(Kind.PARTICIPANT, slug=Slug("zoe"), github_id=author)

    assert _said(author, change) == [
        (
            "1:1 the organisers took this record away meanwhile; begin again from the base."
            f"{hint} [not-yours]"
        )
    ]


@pytest.mark.parametrize("slug", ["ana", "zoe"])
def test_somebody_may_not_delete_a_record(slug: str) -> None:
    assert _said(ANA, _change(Kind.PARTICIPANT, Doing.DELETED, slug=Slug(slug))) == [
        (
            "1:1 the organisers delete a record, with all that names it. To be shown nowhere,"
            " add 'withdrawn' with its day to your consent. [not-yours]"
        )
    ]


@pytest.mark.parametrize("doing", Doing)
def test_somebody_may_not_change_anothers_record(doing: Doing) -> None:
    fields = (("github_id", Mark(7, 12)),)

    assert _said(ANA, _change(Kind.PARTICIPANT, doing, slug=Slug("ben"), fields=fields)) == [
        "7:12 this record belongs to 'ben' and to the organisers. [not-yours]"
    ]


def test_a_newcomer_may_not_take_over_a_record_with_its_login() -> None:
    fields = (("line", Mark(9, 7)),)

    assert _said(NEW, _change(Kind.PARTICIPANT, slug=Slug("ben"), fields=fields)) == [
        (
            "1:1 this record belongs to the GitHub account number 20, not 99. A login can change"
            f" hands, a number cannot; ask the organisers.{HINT} [not-yours]"
        )
    ]


def test_a_newcomer_may_not_claim_a_record_without_a_number() -> None:
    change = _change(Kind.PARTICIPANT, slug=Slug("noor"), github_id=NEW)

    assert _said(NEW, change) == [
        (
            "1:1 nobody is known to own 'noor', since the record has no 'github_id'. A login alone"
            f" proves nothing; ask the organisers to add the number.{HINT} [not-yours]"
        )
    ]


def test_a_newcomer_may_add_their_own_record() -> None:
    assert _said(NEW, _new_person()) == []


def test_a_newcomer_may_add_one_record_only() -> None:
    assert _said(NEW, _new_person("zoe"), _new_person("zed")) == [
        (
            "7:12 this record is not yours, since its 'github_id' is not 99;"
            " the organisers add other people. [not-yours]"
        )
    ]


@pytest.mark.parametrize("number", [77, None])
def test_a_newcomer_may_not_add_somebody_else(number: int | None) -> None:
    assert _said(NEW, _new_person("zoe", number)) == [
        (
            "7:12 this record is not yours, since its 'github_id' is not 99;"
            f" the organisers add other people.{HINT} [not-yours]"
        )
    ]


@pytest.mark.parametrize("slug", ["ana", "zoe"])
def test_somebody_with_a_record_may_not_add_another(slug: str) -> None:
    assert _said(ANA, _new_person(slug, ANA)) == [
        "1:1 you have a record, 'ana', and it keeps its name; ask the organisers. [not-yours]"
    ]


# What hangs on a person


@pytest.mark.parametrize(
    ("kind", "doing"),
    [
        *((Kind.SLOT, doing) for doing in Doing),
        (Kind.APPLICATION, Doing.ADDED),
        (Kind.APPLICATION, Doing.CHANGED),
    ],
)
def test_what_is_about_somebody_is_theirs(kind: Kind, doing: Doing) -> None:
    change = _change(kind, doing, slug=MINE, fields=(("aim", Mark(3, 6)),))

    assert _said(ANA, change) == []
    assert _said(BEN, change) == [
        "1:1 this file belongs to 'ana' and to the organisers. [not-yours]"
    ]
    assert _said(NEW, change) == [
        f"1:1 this file belongs to 'ana' and to the organisers.{HINT} [not-yours]"
    ]


@pytest.mark.parametrize("kind", [Kind.APPLICATION, Kind.SLOT, Kind.PERSON_LOG])
def test_what_a_newcomer_adds_with_their_record_is_theirs(kind: Kind) -> None:
    change = _change(kind, Doing.ADDED, slug=Slug("zoe"))

    assert _said(NEW, change, _new_person()) == []


def test_the_day_of_an_application_is_written_once() -> None:
    fields = (("applied", Mark(2, 10)),)

    assert _said(ANA, _change(Kind.APPLICATION, Doing.ADDED, slug=MINE, fields=fields)) == []
    assert _said(ANA, _change(Kind.APPLICATION, slug=MINE, fields=fields)) == [
        "2:10 applied stays as it was; only the organisers change it. [fixed-field]"
    ]


# What hangs on a pair


@pytest.mark.parametrize("doing", Doing)
@pytest.mark.parametrize("kind", [Kind.GOAL, Kind.MEETING])
def test_what_is_about_a_pair_is_its_peoples(kind: Kind, doing: Doing) -> None:
    change = _change(kind, doing, pair=ANA_BEN)
    said = "1:1 this file belongs to the people of '2026-spring/ana-ben' and to the organisers."

    assert _said(ANA, change) == []
    assert _said(BEN, change) == []
    assert _said(NEW, change) == [f"{said}{HINT} [not-yours]"]


@pytest.mark.parametrize("pair", ["2026-spring/noor-carol", "2026-spring/nobody"])
@pytest.mark.parametrize("kind", [Kind.GOAL, Kind.MEETING, Kind.PAIR_LOG])
def test_what_is_about_another_pair_is_not(kind: Kind, pair: str) -> None:
    assert _said(ANA, _change(kind, Doing.ADDED, pair=PairId(pair))) == [
        f"1:1 this file belongs to the people of '{pair}' and to the organisers. [not-yours]"
    ]


# Logs

_MORE: dict[FactKind, dict[str, object]] = {
    FactKind.APPLIED: {"cohort": "2026-spring"},
    FactKind.ACCEPTED: {"cohort": "2026-spring"},
    FactKind.WITHDRAWN: {"cohort": "2026-spring"},
    FactKind.PLANNED: {"day": date(2026, 4, 1)},
    FactKind.SNOOZED: {"until": date(2026, 4, 1)},
    FactKind.PAUSED: {"until": date(2026, 4, 1)},
    FactKind.COMPLETED: {"module": "mentors/listening"},
    FactKind.WAIVED: {"module": "mentors/listening"},
    FactKind.ENDED: {"outcome": Outcome.COMPLETED},
    FactKind.THANKED: {"words": "It helped."},
    FactKind.VETOED: {"who": "ben"},
    FactKind.ANSWERED: {"survey": "pulse", "pair": ANA_BEN, "answers": ()},
    FactKind.RATED: {"skill": "testing", "value": 5},
    FactKind.REFLECTED: {"learnt": "To ask early.", "by": "ana"},
    FactKind.CONCERN_ANSWERED: {"concern": STARTS},
    FactKind.REASON: {"group": ReasonGroup.MISMATCH},
}
_OF_BOTH = {
    FactKind.SNOOZED,
    FactKind.PAUSED,
    FactKind.RESUMED,
    FactKind.OPTED_OUT,
    FactKind.OPTED_IN,
    FactKind.LEFT,
}
_ALLOWED = {
    Kind.PERSON_LOG: _OF_BOTH
    | {
        FactKind.APPLIED,
        FactKind.WITHDRAWN,
        FactKind.COMPLETED,
        FactKind.WISHES_TO_MENTOR,
    },
    Kind.PAIR_LOG: _OF_BOTH
    | {
        FactKind.CONFIRMED,
        FactKind.DECLINED,
        FactKind.AGREED,
        FactKind.ASKED,
        FactKind.PLANNED,
        FactKind.CANCELLED,
        FactKind.ENDING,
        FactKind.ENDED,
        FactKind.THANKED,
    },
}


def _log(kind: Kind, fact: FactKind, doing: Doing = Doing.CHANGED, **more: object) -> Change:
    known = a_fact(fact, STARTS, **(_MORE.get(fact, {}) | more))
    return _change(kind, doing, slug=MINE, pair=ANA_BEN, new_facts=((known, Mark(5, 5)),))


@pytest.mark.parametrize("fact", FactKind)
@pytest.mark.parametrize("kind", [Kind.PERSON_LOG, Kind.PAIR_LOG])
def test_people_write_some_kinds_of_facts_and_organisers_the_others(
    kind: Kind, fact: FactKind
) -> None:
    refused = [f"5:5 a fact of kind '{fact}' is the organisers' word. [not-yours]"]

    assert _said(ANA, _log(kind, fact, by="ana")) == ([] if fact in _ALLOWED[kind] else refused)


def test_only_logs_have_facts_of_ones_own() -> None:
    assert OWN_FACTS == _ALLOWED


def test_in_a_persons_own_log_nobody_else_speaks() -> None:
    said = ["5:5 write facts in your own name, with 'by: ana'. [not-yours]"]

    assert _said(ANA, _log(Kind.PERSON_LOG, FactKind.LEFT)) == []
    assert _said(ANA, _log(Kind.PERSON_LOG, FactKind.LEFT, by="ben")) == said


def test_in_a_pairs_log_everybody_speaks_by_name() -> None:
    said = ["5:5 write facts in your own name, with 'by: ana'. [not-yours]"]

    assert _said(ANA, _log(Kind.PAIR_LOG, FactKind.LEFT)) == said
    assert _said(ANA, _log(Kind.PAIR_LOG, FactKind.LEFT, by="ben")) == said


def _correction(kind: Kind, replaced: FactKind, by: str | None) -> Change:
    replaces = {"on": date(2026, 3, 2), "kind": replaced, "by": by}
    return _log(kind, FactKind.RESUMED, by="ana", replaces=replaces)


@pytest.mark.parametrize(
    ("kind", "replaced", "by", "allowed"),
    [
        (Kind.PERSON_LOG, FactKind.PAUSED, None, True),
        (Kind.PERSON_LOG, FactKind.PAUSED, "ana", True),
        (Kind.PERSON_LOG, FactKind.PAUSED, "carol", False),
        (Kind.PERSON_LOG, FactKind.ACCEPTED, None, False),
        (Kind.PERSON_LOG, FactKind.ACCEPTED, "ana", False),
        (Kind.PAIR_LOG, FactKind.PAUSED, "ana", True),
        (Kind.PAIR_LOG, FactKind.PAUSED, None, False),
        (Kind.PAIR_LOG, FactKind.CONFIRMED, "ben", False),
        (Kind.PAIR_LOG, FactKind.CONCERN, "ana", False),
    ],
)
def test_a_correction_reaches_only_facts_of_ones_own(
    kind: Kind, replaced: FactKind, by: str | None, *, allowed: bool
) -> None:
    said = ["5:5 replace only facts of your own, with 'by: ana'. [not-yours]"]

    assert _said(ANA, _correction(kind, replaced, by)) == ([] if allowed else said)


def test_every_fact_of_a_log_is_judged() -> None:
    facts = tuple(
        (a_fact(kind), Mark(line, 5))
        for line, kind in enumerate((FactKind.LEFT, FactKind.ENDING, FactKind.LEFT), start=3)
    )
    change = _change(
        Kind.PERSON_LOG, slug=MINE, new_facts=(*facts, (a_fact(FactKind.ENDING), Mark(9, 5)))
    )

    assert [said.split(" ")[0] for said in _said(ANA, change)] == ["4:5", "9:5"]


@pytest.mark.parametrize("kind", [Kind.PERSON_LOG, Kind.PAIR_LOG])
def test_earlier_facts_stay(kind: Kind) -> None:
    change = _change(kind, slug=MINE, pair=ANA_BEN, lost_fact=Mark(4, 5))

    assert _said(ANA, change) == [
        (
            "4:5 an earlier fact is changed, moved or gone. Leave it as it was and write below it;"
            " a correction is a new fact that says what it replaces. [append-only]"
        )
    ]


@pytest.mark.parametrize("kind", [Kind.PERSON_LOG, Kind.PAIR_LOG])
def test_logs_stay(kind: Kind) -> None:
    change = _change(kind, Doing.DELETED, slug=MINE, pair=ANA_BEN)

    assert _said(ANA, change) == [
        (
            "1:1 a log is never deleted; a correction is a new fact that says what it replaces."
            " [append-only]"
        )
    ]


@pytest.mark.parametrize("kind", [Kind.PERSON_LOG, Kind.PAIR_LOG])
def test_a_log_that_nobody_can_read_is_nobodys_to_change(kind: Kind) -> None:
    change = _change(kind, slug=MINE, pair=ANA_BEN, is_readable=False)

    assert _said(ANA, change) == [
        (
            "1:1 whose facts these are cannot be told before this log can be read; mend it first."
            " [append-only]"
        )
    ]


def test_anothers_log_is_not_read_at_all() -> None:
    log = _log(Kind.PERSON_LOG, FactKind.WAIVED)

    assert _said(BEN, log) == ["1:1 this file belongs to 'ana' and to the organisers. [not-yours]"]


DAY, LATER = date(2026, 3, 10), date(2026, 4, 1)
REPLACED = {"on": DAY, "kind": FactKind.LEFT}
ORGANISERS_WORD = a_fact(FactKind.LEFT, DAY, by="carol")
OWN_WORD = a_fact(FactKind.LEFT, DAY, by="ana")
NOBODYS_WORD = a_fact(FactKind.LEFT, DAY)


@pytest.mark.parametrize(
    ("old", "is_refused"),
    [
        ((), False),
        ((OWN_WORD,), False),
        ((NOBODYS_WORD,), False),
        ((ORGANISERS_WORD,), True),
        ((OWN_WORD, ORGANISERS_WORD), True),
        ((a_fact(FactKind.LEFT, date(2026, 3, 11), by="carol"),), False),
        ((a_fact(FactKind.PAUSED, DAY, by="carol", until=LATER),), False),
    ],
)
def test_a_correction_without_a_name_replaces_nobody_elses_word(
    old: tuple[Fact, ...], *, is_refused: bool
) -> None:
    back = a_fact(FactKind.OPTED_IN, LATER, replaces=REPLACED)
    change = _change(Kind.PERSON_LOG, slug=MINE, old_facts=old, new_facts=((back, Mark(4, 5)),))

    said = ["4:5 replace only facts of your own, with 'by: ana'. [not-yours]"]
    assert _said(ANA, change) == (said if is_refused else [])


@pytest.mark.parametrize(
    ("facts", "is_refused"),
    [
        ((a_fact(FactKind.LEFT, DAY, by="ana"),), True),
        ((a_fact(FactKind.LEFT, DAY, by="ben"),), False),
        ((a_fact(FactKind.PAUSED, DAY, by="ana", until=LATER),), False),
        (
            (
                a_fact(FactKind.LEFT, DAY, by="ana"),
                a_fact(
                    FactKind.RESUMED,
                    LATER,
                    by="carol",
                    replaces=REPLACED,
                ),
            ),
            False,
        ),
    ],
)
def test_whoever_left_a_pair_changes_nothing_of_it(
    facts: tuple[Fact, ...], *, is_refused: bool
) -> None:
    base = a_program(
        participants=(a_participant("ana", github_id=ANA), a_participant("ben", github_id=BEN)),
        pairs=(a_pair(),),
        pair_facts={ANA_BEN: facts},
    )

    refused = list(refusals(base, ANA, [_change(Kind.GOAL, pair=ANA_BEN)]))

    assert [problem.rule for problem in refused] == (["not-yours"] if is_refused else [])


def test_an_application_keeps_its_day() -> None:
    taken_back = _change(Kind.APPLICATION, Doing.DELETED, slug=MINE)

    assert _said(ANA, taken_back) == [
        (
            "1:1 an application stays, with its day; to take it back, add a fact of kind 'withdrawn'"
            " to your log. [not-yours]"
        )
    ]
