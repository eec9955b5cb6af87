"""The sources of the dashboard and the reports."""

from collections.abc import Mapping

from mentorgen.output.site.views.sources.words import COMPUTED, INSIDE, OURS, PAGE

FIGURES_SOURCES: Mapping[str, Mapping[str, str]] = {
    "HealthCount": {"health": OURS, "label": OURS, "count": COMPUTED},
    "MonthCount": {"month": COMPUTED, "meetings": COMPUTED, "year_before": COMPUTED},
    "CohortRow": {"name": "Cohort.name", "cells": COMPUTED, "path": "Cohort.id"},
    "ShareView": {"label": "Cohort.name", "percent": COMPUTED, "text": COMPUTED},
    "TrendView": {
        "id": OURS,
        "title": OURS,
        "note": OURS,
        "dye": OURS,
        "shares": INSIDE,
        "elsewhere": OURS,
    },
    "ContextView": {"text": OURS, "caution": OURS, "source": INSIDE},
    "DashboardView": {
        **PAGE,
        "lead": "Cohort.name",
        "figures": INSIDE,
        "health": INSIDE,
        "few": OURS,
        "months": INSIDE,
        "skills": INSIDE,
        "skills_note": "Skill.label",
        "skills_link": INSIDE,
        "cohort_columns": OURS,
        "cohorts": INSIDE,
        "trends": INSIDE,
        "context": INSIDE,
        "reports": INSIDE,
    },
    "TableView": {"columns": OURS, "rows": COMPUTED},
    "ReportSection": {
        "id": OURS,
        "title": OURS,
        "dye": OURS,
        "figures": INSIDE,
        "shares": INSIDE,
        "table": INSIDE,
        "note": OURS,
        "empty": OURS,
    },
    "ReportView": {
        "title": "Cohort.name",
        "description": "Cohort.name Settings.name",
        "search_text": "Cohort.name",
        "state": "Cohort.ends",
        "lead": OURS,
        "sections": INSIDE,
        "caution": OURS,
        "links": INSIDE,
    },
    "ReportCard": {
        "name": "Cohort.name",
        "path": "Cohort.id",
        "state": "Cohort.ends",
        "text": COMPUTED,
    },
    "ReportsView": {**PAGE, "lead": OURS, "reports": INSIDE, "caution": OURS},
}
