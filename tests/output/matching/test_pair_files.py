"""Files of suggested pairs: their names, what stands in them, and that nothing private does."""

from datetime import date, time
from pathlib import Path

from inline_snapshot import snapshot

from mentorgen.analysis.matching.values import FlashTime, Suggestion
from mentorgen.model.ids import PairId
from mentorgen.model.program import Program
from mentorgen.output.matching.changes_report import FileChange, changes_report
from mentorgen.output.matching.pair_files import NamesInUse, PairFile, pair_files
from mentorgen.output.report import as_json, as_markdown
from tests.builders import (
    TODAY,
    a_cohort,
    a_mentor,
    a_participant,
    a_program,
    an_application,
    some_skills,
)
from tests.output.matching.some_proposals import (
    a_flash,
    a_group,
    a_match,
    a_proposal,
    one_to_one,
    peers,
)

NOON = FlashTime(on=date(2026, 5, 3), at=time(12), minutes=30)


def files(
    program: Program,
    *suggestions: Suggestion,
    public: Program | None = None,
    taken: NamesInUse = NamesInUse(),  # noqa: B008 # it cannot change
    today: date = TODAY,
) -> list[PairFile]:
    found = pair_files(
        program, public or program, a_proposal(*suggestions), taken=taken, today=today
    )
    return [*found]


def people(**over: object) -> Program:
    given = {
        "participants": (
            a_mentor("ana-rivers", offers=some_skills("weaving", "dyeing", "spinning")),
            a_participant("cy", called="Cyril", wants=some_skills("dyeing", "weaving", "maths")),
            a_participant("di", wants=some_skills("weaving")),
            a_participant("eva", name="Ева", wants=some_skills("weaving")),
        )
    }
    return a_program(**given | over)  # type: ignore[arg-type]


def pair(mentee: str = "cy") -> Suggestion:
    return one_to_one(a_match("ana-rivers", mentee))


def test_a_pair_is_called_after_its_people_and_says_what_it_is_about() -> None:
    program = people(cohorts=(a_cohort(plan="half-year"),))

    assert files(program, pair()) == [
        PairFile(
            "ana-cyril",
            snapshot("""\
schema: 1
form: one-to-one
mentors: [ana-rivers]
mentees: [cy]
skills: [dyeing, weaving]
plan: half-year
starts: 2026-04-01
"""),
            public=True,
        )
    ]


def test_a_name_that_is_in_use_is_numbered() -> None:
    suggestions = (
        pair(),
        pair("di"),
        one_to_one(a_match("di", "cy")),
        one_to_one(a_match("di", "cy")),
    )

    names = [
        one.name
        for one in files(people(), *suggestions, taken=NamesInUse(("ana-cyril", "ana-cyril-2")))
    ]

    assert names == ["ana-cyril-3", "ana-di", "di-cyril", "di-cyril-2"]


def test_a_name_without_a_latin_letter_is_the_slug() -> None:
    assert [one.name for one in files(people(), pair("eva"))] == ["ana-eva"]


def test_every_form_has_its_own_fields() -> None:
    group = a_group(a_match("ana-rivers", "cy"), a_match("ana-rivers", "di"))
    found = files(
        people(), group, peers(a_match("cy", "di")), a_flash(a_match("ana-rivers", "di"), NOON)
    )

    assert [(one.name, one.text) for one in found] == snapshot(
        [
            (
                "ana-group",
                """\
schema: 1
form: group
mentors: [ana-rivers]
mentees: [cy, di]
skills: [dyeing, weaving]
starts: 2026-04-01
""",
            ),
            (
                "cyril-di",
                """\
schema: 1
form: peer
members: [cy, di]
skills: [weaving]
starts: 2026-04-01
""",
            ),
            (
                "ana-di",
                """\
schema: 1
form: flash
mentors: [ana-rivers]
mentees: [di]
skills: [weaving]
starts: 2026-05-03
""",
            ),
        ]
    )


def test_before_a_round_begins_its_pairs_begin_with_it() -> None:
    (early,) = files(people(), pair(), today=date(2026, 2, 1))

    assert "starts: 2026-03-02\n" in early.text


def test_what_stands_has_its_file() -> None:
    assert files(people(), one_to_one(standing=PairId("2026-spring/x"))) == []


def test_somebody_who_is_not_public_makes_a_private_file_without_skills() -> None:
    whole = people()
    public = people(participants=(a_mentor("ana-rivers"),))

    (hidden,) = files(whole, pair(), public=public)

    assert (hidden.public, hidden.name) == (False, "ana-cyril-private")
    assert "skills" not in hidden.text


def test_the_name_of_a_public_file_never_tells_of_a_private_one() -> None:
    ana, cy, di = a_mentor("ana-rivers"), *(a_participant(who, called="Cy") for who in ("cy", "di"))
    suggestions = (pair(), pair("di"))
    whole, public = people(participants=(ana, cy, di)), people(participants=(ana, di))
    alone = files(public, pair("di"))

    for taken in (NamesInUse(), NamesInUse(private=("ana-cy", "ana-cy-private"))):
        hidden, shown = files(whole, *suggestions, public=public, taken=taken)
        assert [shown] == alone
        assert (shown.name, shown.public, hidden.public) == ("ana-cy", True, False)
        assert hidden.name not in (*taken.private, shown.name)


def test_a_round_that_is_not_public_makes_private_files() -> None:
    (hidden,) = files(people(), pair(), public=people(cohorts=()))

    assert not hidden.public


def test_wishes_of_a_private_application_are_not_written_down() -> None:
    whole = people(applications=(an_application("cy", wants=some_skills("spinning")),))

    (file,) = files(whole, pair(), public=people())

    assert "skills: [dyeing, weaving]\n" in file.text


def test_changes_are_shown_before_they_are_made() -> None:
    changes = [
        FileChange(Path("program/pairs/a/b.yaml"), "schema: 1\n", public=True),
        FileChange(Path("old.yaml"), None, public=True),
    ]

    assert as_markdown(changes_report(changes, applied=False)) == snapshot("""\
### write program/pairs/a/b.yaml

    schema: 1

### delete old.yaml

2 files to change. Nothing was changed yet; add --confirm to do it.
""")
    assert as_markdown(changes_report(changes, applied=True)) == snapshot("""\
2 files changed:

    written program/pairs/a/b.yaml
    deleted old.yaml

Next: look at them, change what you know better, and open a pull request with those that are public; 'mentorgen match --format github' gives the text for it. A suggestion becomes a pair when everybody in it has said yes in the pair's log.
""")
    assert as_markdown(changes_report([], applied=True)) == (
        "There is no suggestion that has no file yet.\n"
    )
    assert as_json(changes_report(changes[1:], applied=True)) == snapshot("""\
{
  "applied": true,
  "files": [
    {
      "path": "old.yaml",
      "text": null
    }
  ]
}\
""")
