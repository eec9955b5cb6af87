"""Pages show what their views list, say what to do where there is nothing, and stay safe."""

import dataclasses
import re
from datetime import date
from itertools import pairwise

import pytest

from mentorgen.model.said import said
from mentorgen.model.words import Role
from mentorgen.output.site.letters import MOST_CARDS
from mentorgen.output.site.page import TocEntry
from mentorgen.output.site.prose import safe_html
from mentorgen.output.site.render import MOST_EXPLAINED, render_page
from mentorgen.output.site.views import (
    ActionView,
    AgendaPoint,
    ChoiceView,
    CohortRow,
    DoneView,
    EventView,
    FigureView,
    GoalView,
    Health,
    HealthCount,
    LanguageRef,
    LineView,
    LinkView,
    MatchesView,
    MatchView,
    MeetingView,
    MilestoneView,
    MissingView,
    ModuleView,
    MomentView,
    MonthCount,
    Openness,
    PageView,
    PairCard,
    PathView,
    PublicView,
    QuestionView,
    ReasonView,
    RibbonView,
    RoundCard,
    RoundStage,
    SkillDemand,
    SkillRef,
    StageView,
    Stretch,
    ThanksView,
    TimeView,
    TodayView,
    WinView,
    ZoneChoice,
)
from mentorgen.output.site.words import words_in
from tests.output.site.about_views import ABOUT_EMPTY, ABOUT_FULL
from tests.output.site.report_views import CONTEXT, REPORT_EMPTY, REPORT_FULL, TRENDS
from tests.output.site.some_views import (
    TODAY,
    a_card,
    a_cloth,
    a_dashboard,
    a_home,
    a_link,
    a_loom,
    a_matches_page,
    a_pair_page,
    a_people_page,
    a_person,
    a_person_page,
    a_round_page,
    a_rounds_page,
    a_skill_page,
    a_skills_page,
    a_training_page,
)

HOSTILE = """"'><img src=x onerror=alert(1)>{{ 7 * 7 }}"""
ZONES = (ZoneChoice(label="Montevideo, UTC-3", offset_minutes=-180),)
SKILL = SkillRef(slug="testing", label="Testing", level="can teach", path="skills/testing/")
TALK = SkillRef(slug="talk", label="Talk")


def html_of(view: PageView, path: str = "") -> str:
    return render_page(view, path=path).html


def words_of(view: PageView, path: str = "") -> str:
    """The page as somebody reads it: without tags, in single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html_of(view, path)).split())


def a_full_home() -> PageView:
    return a_home(
        note="The round is running.",
        featured=(a_card(free_hours=(9, 10)),),
        events=(
            EventView(on=TODAY, title="Circle", text="An hour."),
            EventView(on=TODAY, title="Spring opens", text="", target="join/"),
        ),
        wins=(WinView(id="w", words=safe_html("We *did* it."), by="Ben", cloth=a_cloth()),),
        today=TodayView(
            today=TODAY,
            round_name="of the autumn round",
            round_path="rounds/autumn/",
            week=2,
            weeks=3,
            next_text="Circle",
            next_target="calendar/",
        ),
    )


def a_full_rounds() -> PageView:
    card = RoundCard(
        id="autumn",
        name="Autumn round",
        path="rounds/autumn/",
        days="8 September to 2 March",
        state="Week 11",
        forms="Peers",
    )
    return a_rounds_page(
        lead="When people begin.",
        rounds=(card, dataclasses.replace(card, id="open", days="")),
        join=a_link(),
    )


def a_full_round() -> PageView:
    pair = PairCard(id="p", names="Ana and Ben", line="since May", cloth=a_cloth(), path="pairs/p/")
    return a_round_page(
        about=safe_html("The *long* one."),
        actions=(a_link(), a_link("Where the round talks", "https://chat.example.org/")),
        figures=(FigureView(label="people take part", number="47"),),
        days=(MomentView(on=TODAY, title="It ends", text="", stretch=Stretch.NOW),),
        plan="Half a year",
        stages=(
            RoundStage(title="Read", weeks=6, stretch=Stretch.NOW, starts=TODAY),
            RoundStage(title="Write", weeks=1, stretch=Stretch.AHEAD),
        ),
        events=(EventView(on=TODAY, title="Circle", text="An hour."),),
        calendar=a_link("Dates for your calendar", "calendar.ics"),
        pairs=(pair,),
        more_pairs=(a_link("Cy and Dee", "pairs/q/"),),
    )


def a_full_skills() -> PageView:
    return a_skills_page(
        lead="What people teach.",
        missing=(MissingView(skill=SKILL, text="2 short"),),
        skills=(
            SkillDemand(skill=SKILL, can_teach=4, want=6),
            SkillDemand(skill=TALK, can_teach=2, want=None),
        ),
        unnamed=(SkillRef(slug="sewing", label="Sewing"),),
        join=a_link(),
    )


def a_full_skill() -> PageView:
    return a_skill_page(
        wider=TALK,
        lead="For somebody who would like to write a test.",
        also_called="unit tests",
        figures=(FigureView(label="can teach it", number="4", context="all of them"),),
        offered_by=(a_card(),),
        narrower=(SKILL,),
        related=(TALK,),
        training=(a_link("Asking early", "training/mentees/asking/"),),
        all_people=a_link("Everybody", "people/?skill=testing"),
        join=a_link(),
    )


def a_full_person() -> PageView:
    return a_person_page(
        role_note="sixth round",
        line="I review.",
        words=safe_html("Nine *days*."),
        place="Cluj, UTC+2",
        zone="Europe/Bucharest",
        languages=(
            LanguageRef(code="ro", label="Romanian"),
            LanguageRef(code="en", label="English"),
        ),
        last_active="this week",
        openness=Openness.OPEN,
        openness_text="1 of 3 open",
        actions=(a_link("Ask to be matched"), a_link("Edit my record")),
        offers=(SKILL,),
        wants=(SkillRef(slug="first talk", label="First talk"),),
        training=(
            DoneView(title="The first meeting", when="done in March", path="training/first/"),
        ),
        pairs=(
            PairCard(id="a", names="Ben", line="Since May", cloth=a_cloth(), path="pairs/a/"),
            PairCard(id="b", names="Chi", line="Finished", cloth=a_cloth()),
        ),
        links=(a_link("My notes", "https://example.org"),),
        free_hours=(6, 7),
        zones=ZONES,
    )


def a_full_pair() -> PageView:
    return a_pair_page(
        lead="They want a merged change.",
        meetings_held=1,
        stages=(
            StageView(title="Begin", starts=TODAY, meetings=2, stretch=Stretch.PAST),
            StageView(title="Make it", starts=TODAY, meetings=4, stretch=Stretch.NOW),
        ),
        goals=(
            GoalView(
                id="pr",
                title="Merged",
                milestones=(
                    MilestoneView(text="Build it", reached=TODAY),
                    MilestoneView(text="Send it"),
                ),
            ),
            GoalView(id="talk", title="A talk", milestones=(), done=True),
            GoalView(id="idea", title="An idea", milestones=()),
        ),
        moments=(
            MomentView(on=TODAY, title="Met.", text="They talked.", stretch=Stretch.PAST),
            MomentView(on=TODAY, title="Shown", text="", stretch=Stretch.AHEAD),
        ),
        next_meeting=MeetingView(
            on=date(2026, 11, 26),
            time="17:00 UTC",
        ),
        next_actions=(a_link("Log this meeting"),),
        agenda=(AgendaPoint(text="How was it?", minutes=5), AgendaPoint(text="And now?")),
        forms=(a_link("Set a goal"),),
        open_actions=(
            ActionView(text="Ask", by="Ana", due=TODAY),
            ActionView(text="Read", due=TODAY),
            ActionView(text="Rest"),
        ),
        alike=(said("like %(things)s", things="<bread>"), "walk"),
        question="Which bread?",
        actions=(a_link("Leave"),),
    )


def a_full_matching() -> PageView:
    ana, ben = a_person("ana"), a_person("ben", path=None)
    reasons = (
        ReasonView(criterion="skills", label="Skills", points=38, most=40, text="Both"),
        ReasonView(criterion="hours", label="Hours", points=0, most=16, text="None known"),
    )
    match = MatchView(
        id="ana-ben",
        mentors=(ana,),
        mentees=(ben,),
        cloth=a_cloth(),
        score=38,
        lines=(
            LineView(people=(), score=38, reasons=reasons),
            LineView(people=(ben,), score=0, reasons=()),
        ),
        part="Autumn",
        note="Group",
        path="pairs/x/",
    )
    ribbons = (RibbonView(mentor="ana", mentee="ben", score=38),)
    return a_matches_page(
        lead="One pair.",
        looms=(
            a_loom(
                *ribbons, mentors=(ana,), mentees=(ben,), title="Autumn", waiting_note="Mei waits"
            ),
            a_loom(*ribbons, id="peers", is_peers=True),
        ),
        criteria=("skills", "hours"),
        matches=(match, dataclasses.replace(match, id="other", path=None, note="")),
    )


def a_full_training() -> PageView:
    first = ModuleView(
        title="First meeting",
        path="training/first/",
        minutes=20,
        objectives=("Agree how to cancel",),
        done_by=3,
        meant_for=4,
        has_quiz=True,
    )
    second = dataclasses.replace(first, title="Quiet", objectives=(), meant_for=0, has_quiz=False)
    path = PathView(
        id="m", title="For mentors", role=Role.MENTOR, intro="Short.", modules=(first, second)
    )
    return a_training_page(paths=(path, dataclasses.replace(path, id="n", intro="")))


def a_full_dashboard() -> PageView:
    return a_dashboard(
        health=(
            HealthCount(health=Health.ON_TRACK, label="on track", count=2),
            HealthCount(health=Health.PAUSED, label="paused", count=0),
        ),
        months=(
            MonthCount(month=date(2026, 10, 1), meetings=5, year_before=4),
            MonthCount(month=date(2026, 11, 1), meetings=6),
        ),
        skills=(
            SkillDemand(skill=SKILL, can_teach=1, want=3),
            SkillDemand(skill=TALK, can_teach=2, want=1),
        ),
        skills_note="Two more want testing.",
        skills_link=a_link("Ask around"),
        cohort_columns=("Pairs",),
        cohorts=(
            CohortRow(name="Autumn", cells=("28",), path="rounds/autumn/"),
            CohortRow(name="Spring", cells=("24",)),
        ),
        trends=TRENDS,
        context=CONTEXT,
        few="A dash is a few.",
        reports=a_link("A report of each", "reports/"),
    )


FULL: dict[str, PageView] = {
    **ABOUT_FULL,
    **REPORT_FULL,
    "home": a_full_home(),
    "people": a_people_page(
        a_card(free_hours=(1,)),
        lead="All of us.",
        aims=(LinkView(text="give a talk", target="people/?skill=talk"),),
        skills=(ChoiceView(value="testing", label="Testing"),),
        languages=(ChoiceView(value="en", label="English"),),
        zones=ZONES,
    ),
    "person": a_full_person(),
    "pair": a_full_pair(),
    "matches": a_full_matching(),
    "training": a_full_training(),
    "rounds": a_full_rounds(),
    "round": a_full_round(),
    "skills": a_full_skills(),
    "skill": a_full_skill(),
    "dashboard": a_full_dashboard(),
}
EMPTY: dict[str, PageView] = {
    **ABOUT_EMPTY,
    **REPORT_EMPTY,
    "home": a_home(),
    "people": a_people_page(join=a_link()),
    "person": a_person_page(),
    "pair": a_pair_page(),
    "matches": a_matches_page(),
    "training": a_training_page(),
    "rounds": a_rounds_page(),
    "round": a_round_page(),
    "skills": a_skills_page(),
    "skill": a_skill_page(join=a_link()),
    "dashboard": a_dashboard(),
}
ALL = [*FULL.items(), *EMPTY.items()]
IDS = [*(f"{name}-full" for name in FULL), *(f"{name}-empty" for name in EMPTY)]


@pytest.mark.parametrize(("kind", "view"), ALL, ids=IDS)
def test_a_page_has_one_heading_its_own_ids_and_one_root(kind: str, view: PageView) -> None:
    html = html_of(view).strip()
    ids = re.findall(r' id="([^"]+)"', html)

    assert html.startswith(f'<div class="mg mg-{kind}">')
    assert html.endswith("</div>")
    assert html.count("<h1>") == 1
    assert sorted(ids) == sorted(set(ids))
    for used in re.findall(r"url\(#([^)]+)\)", html):
        assert used in ids


@pytest.mark.parametrize(("kind", "view"), ALL, ids=IDS)
def test_the_same_view_gives_the_same_bytes(kind: str, view: PageView) -> None:
    assert render_page(view, path=f"{kind}/") == render_page(view, path=f"{kind}/")


@pytest.mark.parametrize(("kind", "view"), ALL, ids=IDS)
def test_headings_never_skip_a_level(kind: str, view: PageView) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", html_of(view))]

    assert levels[0] == 1, kind
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("kind", "view"), ALL, ids=IDS)
def test_links_within_the_site_climb_to_its_root(kind: str, view: PageView) -> None:
    targets = re.findall(r'href="([^"]+)"', html_of(view, "a/b/"))

    assert all(target.startswith(("../../", "https://", "#")) for target in targets), kind


def hostile(value: object) -> object:
    """The same view with every text in it turned hostile."""
    if isinstance(value, safe_html("").__class__):
        return safe_html(HOSTILE)
    if type(value) is str:
        return HOSTILE
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if isinstance(value, PublicView):
        kept = {"slug", "mentor", "mentee"}
        return dataclasses.replace(
            value,
            **{
                field.name: hostile(getattr(value, field.name))
                for field in dataclasses.fields(value)
                if field.name not in kept
            },
        )
    return value


@pytest.mark.parametrize("kind", FULL)
def test_hostile_text_in_every_field_stays_text(kind: str) -> None:
    view = hostile(FULL[kind])
    assert isinstance(view, PageView)

    html = html_of(view)

    assert "<img" not in html
    assert "onerror" in html
    assert "49" not in re.sub(r'(?s)<svg.*?</svg>|style="[^"]*"', "", html)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("home", "Every place is taken just now."),
        ("home", "No date is fixed yet."),
        ("home", "Nobody has shared a story yet."),
        ("people", "Nobody is here yet. The first one to join will be. Join"),
        ("person", "Nothing to show yet: pairs appear here when both want it."),
        ("pair", "No goal is written down yet."),
        ("pair", "No date yet. Propose one"),
        ("matches", "No matching has been agreed yet."),
        ("training", "There is no training yet."),
        ("dashboard", "No pair has begun yet."),
        ("dashboard", "No meeting has been logged yet."),
        ("dashboard", "Nobody has named a skill yet."),
        ("reports", "There is nothing to report yet."),
        ("rounds", "No round is planned yet."),
        ("round", "No gathering is fixed yet."),
        ("round", "Nothing to show yet: pairs appear here when everybody in them wants it."),
        ("skills", "Nobody has named a skill yet. Who joins says"),
        ("skill", "Nobody offers this yet. Could you"),
    ],
)
def test_an_empty_page_says_what_to_do(kind: str, words: str) -> None:
    assert words in words_of(EMPTY[kind])


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("home", "Two people, one piece"),
        ("home", "Saturday 21 November"),
        ("home", "Week 2 of 3 of the autumn round"),
        ("people", "1 person"),
        ("person", "Mentor, sixth round Ana Example I review."),
        ("person", "Speaks Romanian, English"),
        ("pair", "1 meeting so far"),
        ("pair", "Merged 1 of 2 Build it (reached) Send it"),
        ("pair", "A talk done"),
        ("pair", "Thursday 26 November 17:00 UTC"),
        ("pair", "Ask Ana, 21 Nov Read 21 Nov Rest"),
        ("matches", "Ana and Ben 38 of 100"),
        ("matches", "Skills Both 38 of 40"),
        ("matches", "Skills Hours Autumn Ana and Ben"),
        ("training", "2 modules, 40 min"),
        ("training", "3 of 4 people have done it"),
        ("dashboard", "A dash is a few."),
        (
            "dashboard",
            "Meetings held of all Autumn round 58 of 102 57 % Spring round too few to show",
        ),
        ("dashboard", "For context. From here"),
        ("dashboard", "A report of each"),
        ("report", "Who took part people 28 Autumn round 58 of 102 57 %"),
        ("report", "Form Pairs Group 2 As written down."),
        ("report", "What no report can say No cause is claimed."),
        ("reports", "Over Autumn 28 people"),
        ("dashboard", "Where 2 pairs are"),
        ("dashboard", "2 on track"),
        ("dashboard", "2 short"),
        ("rounds", "Week 11 Autumn round 8 September to 2 March Peers Week 11 Autumn round Peers"),
        ("round", "Rounds / Week 11 Autumn round One to one Join Where the round talks"),
        ("round", "The plan Half a year Read 21 Nov Write 1 week"),
        (
            "round",
            "What happens Dates for your calendar 21 Nov Circle An hour. Dates 21 Nov It ends",
        ),
        ("round", "How they were matched Ana and Ben since May Cy and Dee"),
        ("skills", "4 Testing 6 2 short 2 Talk under 5"),
        ("skills", "Where mentors are missing Testing 2 short"),
        ("skills", "Nobody has named these yet Sewing"),
        ("skill", "Part of Talk Testing For somebody who would like to write a test."),
        ("skill", "Also called unit tests can teach it 4 all of them"),
        ("skill", "Who offers it Everybody Mentor Ana Example"),
        ("skill", "Training for it Asking early Part of it Testing can teach Near it Talk"),
        ("dashboard", "October 2026 5 4 November 2026 6"),
    ],
)
def test_a_page_shows_what_its_view_lists(kind: str, words: str) -> None:
    assert words in words_of(FULL[kind])


def test_a_card_carries_what_the_filters_need() -> None:
    html = html_of(a_people_page(a_card(role=Role.BOTH, free_hours=(0, 23))))

    assert (
        '<li class="swatch" data-person data-role="both" data-skills="testing" data-langs="en" '
        'data-state="open" data-hours="800001">'
    ) in html


def test_very_many_people_get_a_line_each_under_their_letter() -> None:
    names = ("Zoe", *("Ana" for _ in range(MOST_CARDS)))
    people = [
        a_card(a_person(f"p{at}", name=f"{name} {at}"), role=Role.BOTH)
        for at, name in enumerate(names)
    ]

    cards, register = html_of(a_people_page(*people[1:])), html_of(a_people_page(*people))

    assert ('class="swatch"' in cards, "data-letter" in cards) == (True, False)
    assert ('class="swatch"' in register, register.count("data-letter")) == (False, 2)
    assert '<a href="#letter-A">A</a><a href="#letter-Z">Z</a></nav>' in register
    assert register.count('<li data-person data-role="both" data-skills="testing"') == len(names)


def test_of_very_many_pairs_each_shows_its_strongest_reason_only() -> None:
    view = a_full_matching()
    assert isinstance(view, MatchesView)
    match = view.matches[0]
    many = tuple(dataclasses.replace(match, id=f"m{at}") for at in range(MOST_EXPLAINED + 1))

    html = html_of(dataclasses.replace(view, matches=many))

    assert html.count('class="match match--short"') == len(many)
    assert '<ul class="why">' not in html
    assert html.count('<p class="small">Both</p>') == len(many)


def test_who_has_no_page_is_named_without_a_link() -> None:
    html = html_of(a_people_page(a_card(a_person("ben", path=None))))

    assert '<h2 class="swatch__name">Ben Example</h2>' in html


def test_a_meeting_that_has_passed_asks_for_notes() -> None:
    meeting = MeetingView(on=TODAY, time="", is_late=True)

    assert "This meeting has no notes yet" in words_of(a_pair_page(next_meeting=meeting))


@pytest.mark.parametrize(
    ("mentors", "mentees", "title"),
    [
        (("ana",), ("ben",), "Ana and Ben"),
        (("ana",), ("ben", "chi"), "Ana with Ben and Chi"),
        (("ana", "ben"), ("chi", "dan", "eva"), "Ana and Ben with Chi , Dan and Eva"),
        (("ana", "ben", "chi"), (), "Ana , Ben and Chi"),
    ],
)
def test_pairs_of_every_form_have_a_name(
    mentors: tuple[str, ...], mentees: tuple[str, ...], title: str
) -> None:
    view = a_pair_page(mentors=tuple(map(a_person, mentors)), mentees=tuple(map(a_person, mentees)))

    (heading,) = re.findall("<h1>(.*?)</h1>", html_of(view), re.DOTALL)

    assert (
        " ".join(re.sub("<[^>]+>|,", lambda m: " , " if m[0] == "," else " ", heading).split())
        == title
    )


def test_one_pair_is_counted_as_one() -> None:
    health = (HealthCount(health=Health.EARLY, label="too early to say", count=1),)

    assert "Where one pair is" in words_of(a_dashboard(health=health))


def test_a_page_tells_its_headings_and_what_it_is_found_by() -> None:
    page = render_page(
        dataclasses.replace(a_pair_page(), search_text="Ana Ben parser"),
        path="pairs/x/",
    )

    assert page.title == "Ana and Ben"
    assert page.search_text == "Ana Ben parser"
    assert page.toc == (
        TocEntry(id="next-meeting", title="Next meeting", level=2),
        TocEntry(id="meetings", title="0 meetings so far", level=2),
        TocEntry(id="goals", title="Goals", level=2),
    )


def test_the_words_of_a_page_can_be_in_another_language() -> None:
    html = render_page(a_person_page(), path="", words=words_in("es")).html

    assert '<p class="role role--mentor">Mentoría</p>' in html
    assert "Junto con" in html


def test_a_group_is_alike_as_all_of_them_and_a_stage_says_what_it_is_for() -> None:
    alike = (safe_html("speak **English**"),)
    two = words_of(a_pair_page(alike=alike))
    group = words_of(
        a_pair_page(
            alike=alike,
            is_group=True,
            stage_aim="It is seen.",
            stage_by="Ana",
            check_point="Signed.",
        )
    )

    assert "You both" in two
    assert "You all" in group
    assert "It is seen. Looks after this stage: Ana At the end of this stage: Signed." in group


def test_times_that_suit_all_stand_below_the_next_meeting() -> None:
    times = (TimeView(length="60 minutes", clocks=("Mon 18:00 for Ana", "Tue 03:00 for Ben")),)
    two, group = (words_of(a_pair_page(times=times, is_group=many)) for many in (False, True))

    assert "Times that suit you both Mon 18:00 for Ana, Tue 03:00 for Ben 60 minutes" in two
    assert "Times that suit you all" in group
    assert "Times that" not in words_of(a_pair_page())
    assert "Times that" not in words_of(a_pair_page(times=times, is_over=True))


def test_a_pair_that_is_over_shows_thanks_and_what_stays() -> None:
    thanks = (ThanksView(words="For every test.", by="Ben"),)
    page = words_of(a_pair_page(thanks=thanks, stays=(a_link("example.org/tests"),)))

    assert "Thanks For every test. Ben" in page
    assert "Next meeting" in page
    assert "Next meeting" not in words_of(a_pair_page(is_over=True))
    assert "What stays example.org/tests" in page


def test_a_person_who_finished_a_round_says_so() -> None:
    assert "Finished Spring round" in words_of(a_person_page(finished="Spring round"))
    assert "Finished" not in words_of(a_person_page())


def test_a_running_round_has_its_chat_and_its_questions_on_the_front_page() -> None:
    questions = (QuestionView(text="Who knows dyes?", on=TODAY),)
    page = words_of(a_home(chat=a_link("The chat of Spring"), questions=questions))

    assert "The chat of Spring" in page
    assert "Asked along the way Who knows dyes?" in page
    assert "Asked along the way" not in words_of(a_home())
