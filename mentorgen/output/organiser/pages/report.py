"""A round's report with what people said in it: for organisers, over five people or more."""

from mentorgen.analysis.outcomes import RoundOutcome
from mentorgen.analysis.voices import voices
from mentorgen.model.ids import CohortId
from mentorgen.model.said import said
from mentorgen.output.organiser.desk import Desk
from mentorgen.output.organiser.views import RoundReportPage
from mentorgen.output.site.pages.report import CAUTION, sections_of
from mentorgen.output.voices_report import voices_report

_VOICES = "voices"


def round_report_page(desk: Desk, cohort: CohortId, outcome: RoundOutcome) -> RoundReportPage:
    """Tell what the public report tells, counted with what is private, and the answers to surveys."""
    told = voices(desk.program, cohort=cohort, today=desk.today)
    sections = sections_of(outcome, desk.totals.cohorts[cohort])
    return RoundReportPage(
        title=said("Report: %(round)s", round=desk.program.cohorts[cohort].name),
        lead=said("With the answers to surveys, added up over five people or more."),
        beside=desk.beside,
        sections=tuple(one for one in sections if one.id != _VOICES),
        voices=voices_report(desk.program, told, today=desk.today).blocks,
        caution=CAUTION,
    )
