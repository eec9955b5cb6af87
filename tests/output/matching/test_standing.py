"""What was suggested before is told with the next step, so that a round is not taken for an empty one."""

from datetime import date

from inline_snapshot import snapshot

from mentorgen.model.facts import FactKind
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from mentorgen.output.matching.report import match_report
from mentorgen.output.matching.shared import shared_match_report
from mentorgen.output.report import as_markdown
from tests.builders import TODAY, a_fact, a_pair, a_skill
from tests.output.matching.some_proposals import a_match, a_proposal, one_to_one, people

YESTERDAY = date(2026, 3, 31)
NOBODY_LEFT = a_proposal(note="Nobody in 2026 Spring seeks a mentor at the moment.")


def with_suggestions() -> Program:
    """Ana with Cy, Ben with Di who said yes, and Eva and Fay as peers; one pair goes on."""
    pairs = [
        a_pair("ana-cy", mentors=("ana",), mentees=("cy",), starts=TODAY),
        a_pair("ben-di", mentors=("ben",), mentees=("di",), starts=TODAY),
        a_pair(
            "eva-fay", form=Form.PEER, mentors=(), mentees=(), members=("eva", "fay"), starts=TODAY
        ),
        a_pair("ana-fay", mentors=("ana",), mentees=("fay",), starts=TODAY),
    ]
    yes = {
        pairs[1].id: [a_fact(FactKind.CONFIRMED, YESTERDAY, by="di")],
        pairs[3].id: [a_fact(FactKind.CONFIRMED, YESTERDAY, by=who) for who in ("ana", "fay")],
    }
    return people(pairs=pairs, pair_facts=yes, skills=(a_skill("weaving"),))


def test_organisers_see_who_has_not_answered_and_what_comes_next() -> None:
    report = match_report(with_suggestions(), [NOBODY_LEFT], today=TODAY)

    assert as_markdown(report) == snapshot("""\
### 2026 Spring

Nobody in 2026 Spring seeks a mentor at the moment.

#### 3 suggestions made before

| Who | Waits for a yes of | Until |
| --- | --- | --- |
| Ana with Cy | everybody in it | 22 April |
| Ben with Di | Ben | 21 April |
| Eva and Fay \\(peers\\) | everybody in it | 22 April |

A suggestion becomes a pair when everybody in it has said yes, each with a line 'confirmed' in the pair's log. Those that are not confirmed may move with --rematch.
""")


def test_readers_see_the_reasons_of_what_was_suggested_before() -> None:
    report = shared_match_report(with_suggestions(), [NOBODY_LEFT], today=TODAY)

    assert as_markdown(report) == snapshot("""\
### 2026 Spring

Nobody in 2026 Spring seeks a mentor at the moment.

Suggested already, and waiting for a yes: 3 pairs.

| Suggested | Points | Why above all |
| --- | --: | --- |
| Ana with Cy | 45 | Little is known of them yet. |
| Ben with Di | 45 | Little is known of them yet. |
| Eva and Fay \\(peers\\) | 45 | Little is known of them yet. |

<details>
<summary>Ana with Cy</summary>

| Points | Of | Why |
| --: | --: | --- |
| 45 | 85 | Not known or not asked: skills, goals, style, hours, experience and languages |

</details>

<details>
<summary>Ben with Di</summary>

| Points | Of | Why |
| --: | --: | --- |
| 45 | 85 | Not known or not asked: skills, goals, style, hours, experience and languages |

</details>

<details>
<summary>Eva and Fay (peers)</summary>

| Points | Of | Why |
| --: | --: | --- |
| 45 | 85 | Not known or not asked: skills, goals, style, hours, experience and languages |

</details>
""")


def test_in_a_rematch_nothing_is_said_to_stand() -> None:
    program, again = with_suggestions(), a_proposal(one_to_one(a_match("ana", "di")))

    for text in (
        as_markdown(match_report(program, [again], today=TODAY, rematch=True)),
        as_markdown(shared_match_report(program, [again], today=TODAY, rematch=True)),
    ):
        assert "Ana with Di" in text
        assert "Ana with Cy" not in text
