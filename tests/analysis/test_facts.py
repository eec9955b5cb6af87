from datetime import date

from mentorgen.analysis.facts import facts_until
from mentorgen.model.facts import FactKind
from tests.builders import a_fact

FIRST = date(2026, 3, 1)
SECOND = date(2026, 3, 5)
THIRD = date(2026, 3, 9)


def test_facts_after_the_day_do_not_count() -> None:
    early, late = a_fact(FactKind.ENDING, FIRST), a_fact(FactKind.ENDING, SECOND)

    assert facts_until((early, late), FIRST) == (early,)


def test_a_corrected_fact_counts_until_the_day_of_its_correction() -> None:
    wrong = a_fact(FactKind.CONFIRMED, FIRST, by="ana")
    right = a_fact(
        FactKind.CONFIRMED,
        SECOND,
        by="ben",
        replaces={"on": FIRST, "kind": FactKind.CONFIRMED, "by": "ana"},
    )

    assert facts_until((wrong, right), FIRST) == (wrong,)
    assert facts_until((wrong, right), SECOND) == (right,)


def test_a_correction_may_leave_out_by_whom_the_fact_was() -> None:
    wrong = a_fact(FactKind.CONFIRMED, FIRST, by="ana")
    right = a_fact(FactKind.RESUMED, SECOND, replaces={"on": FIRST, "kind": FactKind.CONFIRMED})

    assert facts_until((wrong, right), SECOND) == (right,)


def test_a_correction_touches_no_other_fact() -> None:
    other = a_fact(FactKind.CONFIRMED, FIRST, by="ben")
    right = a_fact(
        FactKind.RESUMED,
        SECOND,
        replaces={"on": FIRST, "kind": FactKind.CONFIRMED, "by": "ana"},
    )

    assert facts_until((other, right), SECOND) == (other, right)


def test_the_last_of_several_corrections_on_one_day_counts() -> None:
    named = {"on": FIRST, "kind": FactKind.PAUSED}
    one = a_fact(FactKind.PAUSED, FIRST, until=SECOND)
    two = a_fact(FactKind.PAUSED, FIRST, until=date(2026, 4, 1), replaces=named)
    three = a_fact(FactKind.PAUSED, FIRST, until=THIRD, replaces=named)

    assert facts_until((one, two, three), FIRST) == (three,)
