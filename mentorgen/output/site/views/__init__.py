"""What each page shows, field by field: the border between a program and the public.

Whatever is not listed here cannot appear on the site. Views hold plain values that are ready to
print; they know nothing of the model. A `path` is relative to the root of the site; so is the
`target` of a link, unless it is a full address.
"""

from mentorgen.output.site.views.about import OrganisersView, RuleView
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
from mentorgen.output.site.views.news import NewsMonth, NewsPageView, NewsView
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
from mentorgen.output.site.views.privacy import (
    AccessibilityView,
    CircleView,
    KeptView,
    PrivacyView,
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
from mentorgen.output.site.views.rules import (
    PolicyView,
    RulesView,
    RungView,
    TopicWait,
    WeightView,
)
from mentorgen.output.site.views.skills import (
    MissingView,
    SkillDemand,
    SkillsView,
    SkillView,
)
from mentorgen.output.site.views.taking_part import DoorView, SignUp, TakePartView, WayIn
from mentorgen.output.site.views.training import (
    ModuleView,
    PathView,
    TrainingView,
)

__all__ = [
    "AccessibilityView",
    "ActionView",
    "AgendaPoint",
    "ChoiceView",
    "CircleView",
    "CohortRow",
    "ContextView",
    "DashboardView",
    "DoneView",
    "DoorView",
    "EventView",
    "FigureView",
    "GoalView",
    "Health",
    "HealthCount",
    "HomeView",
    "KeptView",
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
    "NewsMonth",
    "NewsPageView",
    "NewsView",
    "Openness",
    "OrganisersView",
    "PageView",
    "PairCard",
    "PairView",
    "PathView",
    "PeopleView",
    "PersonCard",
    "PersonRef",
    "PersonView",
    "PolicyView",
    "PrivacyView",
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
    "RuleView",
    "RulesView",
    "RungView",
    "ShareView",
    "SignUp",
    "SkillDemand",
    "SkillRef",
    "SkillView",
    "SkillsView",
    "StageView",
    "StepView",
    "Stretch",
    "TableView",
    "TakePartView",
    "ThanksView",
    "TimeView",
    "TodayView",
    "TopicWait",
    "TrainingView",
    "TrendView",
    "WayIn",
    "WeightView",
    "WinView",
    "ZoneChoice",
]
