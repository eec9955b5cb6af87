"""How rounds are matched, as everybody can read it: what rules two people out, what speaks for them, what comes first."""

from collections.abc import Iterator, Mapping

from mentorgen.analysis.assignment.stages import Count, stages_of
from mentorgen.analysis.matching.criteria import CRITERIA
from mentorgen.analysis.matching.fits import Criterion
from mentorgen.model.cohorts import Cohort
from mentorgen.model.policies import HardRules, MatchingPolicy
from mentorgen.model.said import Said, joined, said, said_n
from mentorgen.model.words import Changes, Form
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.rounds import is_open, round_path
from mentorgen.output.site.views import LinkView, PolicyView, RuleView, WeightView

CRITERION_WORDS: Mapping[Criterion, tuple[Said, Said]] = {
    Criterion.SKILLS: (
        said("Skills"),
        said(
            "what one would like to learn against what the other offers; a long list does not help"
        ),
    ),
    Criterion.GOALS: (
        said("Goals"),
        said("what one wants to reach against what the other does and writes about"),
    ),
    Criterion.STYLE: (
        said("Style"),
        said("how both like to work, to hear criticism and to keep in touch"),
    ),
    Criterion.HOURS: (said("Hours"), said("hours that both have free, in every week of the round")),
    Criterion.EXPERIENCE: (
        said("Experience"),
        said("a mentor who is some years ahead, and not by too many"),
    ),
    Criterion.LANGUAGES: (said("Languages"), said("languages that both speak")),
    Criterion.WISHES: (said("Wishes"), said("having asked for each other")),
    Criterion.BACKGROUND: (
        said("Background"),
        said("only what somebody asks for by their own wish; never guessed, never shown"),
    ),
}
_ALWAYS = (
    said("One of them has not agreed to take part, pauses or has left."),
    said("The mentor has no place open, or the mentee has found somebody."),
    said("They asked for different forms of mentoring."),
    said("One of them would rather not be matched with the other. Nobody learns of that."),
    said("One of them firmly asks for a background that the other does not have."),
    said("One reports to the other at work."),
    said("They are together in this round already, or were suggested to each other."),
)
"""What keeps two people apart whatever the program says."""
_COUNTED: Mapping[Count, Said] = {
    Count.PEOPLE: said("As many people as possible find somebody."),
    Count.WAITED: said("Who was left over before goes first."),
    Count.FURTHER: said("Second mentors, for who wants two."),
    Count.BAND: said("As few weak pairs as possible."),
    Count.TOTAL: said("The highest total of points."),
    Count.KEPT: said("Few changes to what is suggested already."),
    Count.TIE: said("A fixed draw, which favours nobody."),
}
_HARD: tuple[tuple[str, Said], ...] = (
    ("shared_language", said("They named no language that both speak.")),
    ("shared_skill", said("The mentor offers nothing that the mentee asks for.")),
    ("new_people_only", said("They were a pair before, unless they ask for each other.")),
    ("different_team", said("They work in the same team.")),
    ("training_done", said("One of them has not finished the training for their role.")),
)


def policy_views(frame: Frame) -> tuple[PolicyView, ...]:
    """Show the program's policy and, for rounds that are not over, every other one."""
    settings, cohorts = frame.program.settings, frame.program.cohorts.values()
    ahead = [one for one in cohorts if is_open(one, frame.today)]
    own: dict[MatchingPolicy, list[Cohort]] = {}
    for cohort in ahead:
        own.setdefault(cohort.matching or settings.matching, []).append(cohort)
    usual = own.pop(settings.matching, [])
    return (
        _view("matching", said("In every round"), settings.matching, usual if own else []),
        *(
            _view(f"matching-{rounds[0].id}", said("Otherwise in these rounds"), policy, rounds)
            for policy, rounds in own.items()
        ),
    )


def _view(id_: str, title: Said, policy: MatchingPolicy, rounds: list[Cohort]) -> PolicyView:
    weights = tuple(_weights(policy))
    return PolicyView(
        id=id_,
        title=title,
        rounds=tuple(LinkView(text=one.name, target=round_path(one.id)) for one in rounds),
        weights=weights,
        total=sum(one.most for one in weights),
        order=tuple(_order(policy)),
        apart=(*_ALWAYS, *_hard(policy.hard)),
        more=tuple(_more(policy, {form for one in rounds for form in one.forms})),
    )


def _weights(policy: MatchingPolicy) -> Iterator[WeightView]:
    for criterion, _ in CRITERIA:
        most: int = getattr(policy.weights, criterion.value)
        label, text = CRITERION_WORDS[criterion]
        if most:
            yield WeightView(criterion=criterion.value, label=label, text=text, most=most)


def _hard(rules: HardRules) -> Iterator[Said]:
    for name, words in _HARD:
        if getattr(rules, name):
            yield words


def _order(policy: MatchingPolicy) -> Iterator[Said]:
    """Tell what comes first when all pairs are chosen together: the stages of the solver, each once."""
    stages = stages_of(
        policy.objective, bands=policy.bands, kept_first=policy.changes is Changes.FIRST
    )
    for count in dict.fromkeys(stage.count for stage in stages):
        yield _COUNTED[count]


def _more(policy: MatchingPolicy, forms: set[Form]) -> Iterator[RuleView]:
    yield RuleView(label=said("Hours in common"), text=_hours(policy.minimum_hours))
    yield RuleView(
        label=said("Lowest score"),
        text=said("%(floor)s of 100: below it nobody is suggested.", floor=policy.floor)
        if policy.floor
        else said("None. A weak pair is better than none, and both can say no."),
    )
    if policy.bands:
        yield RuleView(
            label=said("Weak pairs"),
            text=said(
                "A pair is weak below %(edges)s of 100.",
                edges=joined(str(edge) for edge in policy.bands),
            ),
        )
    if Form.GROUP in forms or not forms:
        yield RuleView(
            label=said("Groups"),
            text=said(
                "They open with %(smallest)s mentees and take %(largest)s at most.",
                smallest=policy.groups.smallest,
                largest=policy.groups.largest,
            ),
        )
    if policy.locked:
        yield RuleView(
            label=said("Set beforehand"),
            text=said(
                "Some pairs stay together whatever the matching would find; the organisers named them."
            ),
        )
    yield RuleView(
        label=said("What is not known"),
        text=said(
            "It gives as much as the typical pair gets, so that saying little neither helps nor hurts."
        ),
    )


def _hours(hours: int) -> Said:
    if not hours:
        return said("No number is asked for. Where hours are known, more of them count for more.")
    return said_n(
        "At least %(num)s hour a week that both have free, in every week, clock changes included.",
        "At least %(num)s hours a week that both have free, in every week, clock changes included.",
        hours,
    )
