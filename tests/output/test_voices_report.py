"""What people told, in tables."""

from datetime import date

from inline_snapshot import snapshot

from mentorgen.analysis.figures import Figure
from mentorgen.analysis.satisfaction import SideSatisfaction
from mentorgen.analysis.voices import Mark, Response, Voices
from mentorgen.model.ids import SurveyId
from mentorgen.model.surveys import Survey
from mentorgen.model.words import Audience, ReasonGroup, SurveyMoment
from mentorgen.output.report import Paragraph, as_markdown
from mentorgen.output.voices_report import voices_report
from tests.builders import TODAY, a_program

PULSE = SurveyId("pulse")
HIDDEN = Figure(None, "Few.")
PROGRAM = a_program(
    surveys=[
        Survey.model_validate(
            {
                "schema": 1,
                "id": PULSE,
                "title": "Three questions",
                "audience": (Audience.MENTEE,),
                "due": {"after": SurveyMoment.START},
                "questions": ({"id": "mood", "text": "How is it?"},),
            }
        )
    ]
)
TOLD = Voices(
    responses=(
        Response(PULSE, 1, "mentee", Figure(6), Figure(2), Figure(33)),
        Response(PULSE, 1, "mentor", HIDDEN, HIDDEN, HIDDEN),
    ),
    marks=(
        Mark(PULSE, "mood", "mentee", Figure(6), Figure(40)),
        Mark(PULSE, "mood", "mentor", HIDDEN, HIDDEN),
    ),
    goals=(
        SideSatisfaction("mentee", Figure(6), Figure(43), Figure(35), Figure(50)),
        SideSatisfaction("mentor", HIDDEN, HIDDEN, HIDDEN, HIDDEN),
    ),
    due={PULSE: date(2026, 4, 9)},
    reasons={group: Figure(0) for group in ReasonGroup} | {ReasonGroup.DISTANCE: HIDDEN},
)


def test_rates_marks_and_reasons_have_a_table_each() -> None:
    report = voices_report(PROGRAM, TOLD, today=TODAY)

    assert as_markdown(report).replace("\N{EN DASH}", "-") == snapshot("""\
### Who answered

| Survey | Round | Side | Asked | Answered | Rate |
| --- | --: | --- | --: | --: | --: |
| Three questions | 1 | mentee | 6 | 2 | 33 % |
| Three questions | 1 | mentor | - | - | - |

### Due next

| Survey | For some pair on |
| --- | --- |
| Three questions | 9 April |

### Marks from 1 to 5

| Question | Side | Answers | Mean |
| --- | --- | --: | --: |
| How is it? | mentee | 6 | 4\\.0 |
| How is it? | mentor | - | - |

### How far goals were reached, weighed by how much they mattered

| Side | People | Mean, from 1 to 5 | Likely between |
| --- | --: | --: | --- |
| mentee | 6 | 4\\.3 | 3\\.5 and 5.0 |
| mentor | - | - | - |

### Why pairs ended

| Reason | Pairs |
| --- | --: |
| distance | - |

A dash stands for fewer than five people.
""")
    assert report.data == snapshot(
        {
            "due": {"pulse": "2026-04-09"},
            "responses": [
                {
                    "survey": "pulse",
                    "round": 1,
                    "side": "mentee",
                    "asked": 6,
                    "answered": 2,
                    "rate": 33,
                },
                {
                    "survey": "pulse",
                    "round": 1,
                    "side": "mentor",
                    "asked": None,
                    "answered": None,
                    "rate": None,
                },
            ],
            "marks": [
                {
                    "survey": "pulse",
                    "question": "mood",
                    "side": "mentee",
                    "answers": 6,
                    "mean": "4.0",
                },
                {
                    "survey": "pulse",
                    "question": "mood",
                    "side": "mentor",
                    "answers": None,
                    "mean": None,
                },
            ],
            "goals": [
                {"side": "mentee", "answers": 6, "mean": "4.3", "interval": ["3.5", "5.0"]},
                {"side": "mentor", "answers": None, "mean": None, "interval": [None, None]},
            ],
            "reasons": {
                "mismatch": 0,
                "distance": None,
                "pressure": 0,
                "expertise": 0,
                "circumstances": 0,
            },
        }
    )


def test_before_anything_was_told_there_is_one_sentence() -> None:
    nothing = Voices((), (), (), {}, {group: Figure(0) for group in ReasonGroup})

    assert voices_report(PROGRAM, nothing, today=TODAY).blocks == (
        Paragraph("No survey has been due yet, and nobody gave a reason for an ending."),
    )
