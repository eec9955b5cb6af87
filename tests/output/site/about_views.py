"""Views of the pages about the program itself: full ones, and ones in which nothing stands yet."""

from __future__ import annotations

from mentorgen.model.words import Role
from mentorgen.output.site.views import (
    AccessibilityView,
    CircleView,
    DoorView,
    FigureView,
    KeptView,
    NewsMonth,
    NewsPageView,
    NewsView,
    OrganisersView,
    PageView,
    PolicyView,
    PrivacyView,
    RulesView,
    RuleView,
    RungView,
    SignUp,
    SkillRef,
    StepView,
    TakePartView,
    TopicWait,
    WayIn,
    WeightView,
)
from tests.output.site.some_views import TODAY, a_link, a_person

NOBODY = OrganisersView(people=(), contact="")
SOMEBODY = OrganisersView(
    people=(a_person(), a_person("ben", path=None)),
    contact="The room mentors",
    private_form="https://forms.example.org/looms",
    repository="https://github.com/example-looms/mentors",
)
RULE = RuleView(label="Weekends", text="Nobody is written to.")
SKILL = SkillRef(slug="testing", label="Testing", path="skills/testing/")
STEPS = tuple(StepView(title=f"Step {number}", text="So.") for number in "12345")


def a_take_part_page(**changes: object) -> TakePartView:
    shown: dict[str, object] = {
        "title": "How to take part",
        "description": "Join",
        "lead": "Say a few things.",
        "open_now": (),
        "coming": (),
        "ways": (WayIn(role=Role.MENTEE, title="As a mentee", text="Learn.", gives="Time."),),
        "steps": STEPS,
        "figures": (),
        "asked": ("your name",),
        "by_choice": ("your time zone",),
        "doors": (DoorView(id="leaving", title="You want to leave", text="You are out at once."),),
        "organisers": NOBODY,
    }
    return TakePartView(**shown | changes)  # type: ignore[arg-type]


def a_policy(id_: str = "matching", *rounds: str) -> PolicyView:
    return PolicyView(
        id=id_,
        title="Otherwise",
        rounds=tuple(a_link(name, "rounds/r/") for name in rounds),
        weights=(
            WeightView(criterion="skills", label="Skills", text="what fits", most=30),
            WeightView(criterion="hours", label="Hours", text="both free", most=10),
        ),
        total=40,
        order=("Most people.",),
        apart=("They share no language.",),
        more=(RULE,),
    )


def a_rules_page(**changes: object) -> RulesView:
    shown: dict[str, object] = {
        "title": "Program rules",
        "description": "Rules",
        "lead": "Everything that decides.",
        **dict.fromkeys(
            ("joining", "answering", "limits", "health", "training", "agreement", "deciding"),
            (RULE,),
        ),
        "waiting": (),
        "topics": (),
        "policies": (a_policy(),),
        "ladder": (RungView(days=10, title="A first note", text="Both are asked."),),
        "surveys": (),
        "modules": (),
        "organisers": NOBODY,
    }
    return RulesView(**shown | changes)  # type: ignore[arg-type]


def a_privacy_page(**changes: object) -> PrivacyView:
    shown: dict[str, object] = {
        "title": "Privacy",
        "description": "Privacy",
        "lead": "You decide.",
        "circles": (
            CircleView(
                id="public",
                title="Everybody",
                text="On these pages.",
                kept=(KeptView(title="Of you", things=("your name",)),),
            ),
        ),
        "places": (RULE,),
        "taking_back": (RULE,),
        "actions": (),
        "organisers": NOBODY,
    }
    return PrivacyView(**shown | changes)  # type: ignore[arg-type]


def an_accessibility_page(organisers: OrganisersView) -> AccessibilityView:
    return AccessibilityView(title="Accessibility", description="Tested", organisers=organisers)


def a_news_page(*months: NewsMonth) -> NewsPageView:
    return NewsPageView(
        title="News",
        description="News",
        lead="What happened.",
        months=months,
        feed=a_link("Follow the news", "news.xml"),
        rounds=a_link("See the rounds", "rounds/"),
    )


def some_news(**changes: object) -> NewsView:
    shown: dict[str, object] = {
        "id": "rounds/2026-spring/starts",
        "since": TODAY,
        "on": TODAY,
        "title": "Spring has begun",
        "text": "",
        "target": "rounds/2026-spring/",
    }
    return NewsView(**shown | changes)  # type: ignore[arg-type]


ABOUT_FULL: dict[str, PageView] = {
    "part": a_take_part_page(
        open_now=(SignUp(name="Spring", path="rounds/s/", days="until 3 May", forms="Peers"),),
        coming=(SignUp(name="Autumn", path="rounds/a/", days="opens on 1 July", forms="Peers"),),
        ways=(
            WayIn(
                role=Role.MENTEE,
                title="As a mentee",
                text="Learn.",
                gives="Time.",
                link=a_link("Join as a mentee"),
            ),
            WayIn(role=Role.BOTH, title="As a peer", text="Both.", gives="Time.", link=a_link()),
        ),
        figures=(FigureView(label="people wait", number="9"),),
        doors=(DoorView(id="leaving", title="Leave", text="Out.", link=a_link("Leave")),),
        organisers=SOMEBODY,
        join=a_link("Open the form", "https://join.example.org/"),
        details=a_link("Every step in detail", "handbook/participants/"),
    ),
    "rules": a_rules_page(
        waiting=(FigureView(label="people wait", number="9", context="of all"),),
        topics=(
            TopicWait(skill=SKILL, waiting=6, days=21),
            TopicWait(skill=SKILL, waiting=None, days=None),
        ),
        policies=(a_policy(), a_policy("matching-spring", "Spring")),
        surveys=(RULE,),
        modules=(a_link("Asking early", "training/mentees/asking/"),),
        organisers=SOMEBODY,
    ),
    "privacy": a_privacy_page(actions=(a_link("Leave the program"),), organisers=SOMEBODY),
    "access": an_accessibility_page(SOMEBODY),
    "news": a_news_page(
        NewsMonth(
            first=TODAY.replace(day=1),
            news=(some_news(), some_news(id="thanks/1", title="Ben says thanks", text="For all.")),
        )
    ),
}
ABOUT_EMPTY: dict[str, PageView] = {
    "part": a_take_part_page(),
    "rules": a_rules_page(),
    "privacy": a_privacy_page(),
    "access": an_accessibility_page(NOBODY),
    "news": a_news_page(),
}
