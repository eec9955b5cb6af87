"""What each page shows, field by field: the border between a program and the public.

Whatever is not listed here cannot appear on the site. Views hold plain values that are ready to
print; they know nothing of the model. A `path` is relative to the root of the site; so is the
`target` of a link, unless it is a full address.
"""

from mentorgen.output.site.views.common import (
    ChoiceView,
    FigureView,
    LanguageRef,
    LinkView,
    Openness,
    PageView,
    PersonCard,
    PersonRef,
    PublicView,
    SkillRef,
)
from mentorgen.output.site.views.dashboard import (
    CohortRow,
    ContextView,
    DashboardView,
    Health,
    HealthCount,
    MonthCount,
    ShareView,
    TrendView,
)
from mentorgen.output.site.views.home import (
    EventView,
    HomeView,
    QuestionView,
    StepView,
    TodayView,
    WinView,
)
from mentorgen.output.site.views.matches import (
    LineView,
    LoomView,
    MatchesView,
    MatchView,
    ReasonView,
    RibbonView,
)
from mentorgen.output.site.views.me import (
    MyMentoringView,
    MyModuleView,
    MyNameView,
    MyRoundView,
)
from mentorgen.output.site.views.pairs import (
    ActionView,
    AgendaPoint,
    GoalView,
    MeetingView,
    MilestoneView,
    MomentView,
    PairView,
    StageView,
    Stretch,
    ThanksView,
    TimeView,
)
from mentorgen.output.site.views.people import (
    DoneView,
    PairCard,
    PeopleView,
    PersonView,
    ZoneChoice,
)
from mentorgen.output.site.views.reports import (
    ReportCard,
    ReportSection,
    ReportsView,
    ReportView,
    TableView,
)
from mentorgen.output.site.views.rounds import (
    RoundCard,
    RoundStage,
    RoundsView,
    RoundView,
)
from mentorgen.output.site.views.skills import (
    MissingView,
    SkillDemand,
    SkillsView,
    SkillView,
)
from mentorgen.output.site.views.training import (
    ModuleView,
    PathView,
    TrainingView,
)

__all__ = [
    "ActionView",
    "AgendaPoint",
    "ChoiceView",
    "CohortRow",
    "ContextView",
    "DashboardView",
    "DoneView",
    "EventView",
    "FigureView",
    "GoalView",
    "Health",
    "HealthCount",
    "HomeView",
    "LanguageRef",
    "LineView",
    "LinkView",
    "LoomView",
    "MatchView",
    "MatchesView",
    "MeetingView",
    "MilestoneView",
    "MissingView",
    "ModuleView",
    "MomentView",
    "MonthCount",
    "MyMentoringView",
    "MyModuleView",
    "MyNameView",
    "MyRoundView",
    "Openness",
    "PageView",
    "PairCard",
    "PairView",
    "PathView",
    "PeopleView",
    "PersonCard",
    "PersonRef",
    "PersonView",
    "PublicView",
    "QuestionView",
    "ReasonView",
    "ReportCard",
    "ReportSection",
    "ReportView",
    "ReportsView",
    "RibbonView",
    "RoundCard",
    "RoundStage",
    "RoundView",
    "RoundsView",
    "ShareView",
    "SkillDemand",
    "SkillRef",
    "SkillView",
    "SkillsView",
    "StageView",
    "StepView",
    "Stretch",
    "TableView",
    "ThanksView",
    "TimeView",
    "TodayView",
    "TrainingView",
    "TrendView",
    "WinView",
    "ZoneChoice",
]
