"""What happened, told from dated facts that everybody may know: the newest first, and nothing that is still to come.

Nobody writes news: they follow from files, so that the page and the feed are the same on every machine.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from mentorgen.analysis.wording import day_text
from mentorgen.model.cohorts import Cohort, Event
from mentorgen.model.facts import Thanked
from mentorgen.model.ids import Slug
from mentorgen.model.privacy import Shared
from mentorgen.model.said import DayShape, dated, joined, said, said_n
from mentorgen.output.addresses import pair_path
from mentorgen.output.site.pages.frame import Frame, has_ticked
from mentorgen.output.site.pages.round import finished
from mentorgen.output.site.pages.rounds import round_path
from mentorgen.output.site.shell import NEWS_FEED
from mentorgen.output.site.views import LinkView, NewsMonth, NewsPageView, NewsView

MOST_NEWS = 120
MOST_TITLES = 6


def news_view(frame: Frame) -> NewsPageView:
    """Show what happened, month by month."""
    news = all_news(frame)
    months = groupby(news, key=lambda one: one.on.replace(day=1))
    return NewsPageView(
        title=said("News"),
        description=said("What happened in %(program)s.", program=frame.program.settings.name),
        search_text=said("what happened feed Atom"),
        lead=said("What happened here, told by the program's own files."),
        months=tuple(NewsMonth(first=first, news=tuple(own)) for first, own in months),
        feed=LinkView(text=said("Follow the news"), target=NEWS_FEED),
        rounds=LinkView(text=said("See the rounds"), target="rounds/"),
    )


def all_news(frame: Frame) -> tuple[NewsView, ...]:
    """Gather what happened by the day, the newest first."""
    news = (
        *(one for cohort in frame.program.cohorts.values() for one in _of_round(frame, cohort)),
        *(one for events in frame.program.events.values() for one in _of_events(events)),
        *_of_training(frame),
        *_of_mentors(frame),
        *_thanks(frame),
    )
    past = [one for one in news if one.on <= frame.today]
    past.sort(key=lambda one: one.id)
    past.sort(key=lambda one: one.on, reverse=True)
    return tuple(past[:MOST_NEWS])


def _of_round(frame: Frame, cohort: Cohort) -> Iterator[NewsView]:
    name, place = cohort.name, f"rounds/{cohort.id}"
    until = (
        said("Until %(day)s.", day=day_text(cohort.closes, today=cohort.opens or cohort.closes))
        if cohort.closes
        else ""
    )
    days = (
        ("opens", cohort.opens, said("%(round)s takes applications", round=name), until),
        ("closes", cohort.closes, said("Sign-up for %(round)s has closed", round=name), ""),
        ("starts", cohort.starts, said("%(round)s has begun", round=name), ""),
        ("ends", cohort.ends, said("%(round)s has ended", round=name), ""),
    )
    for what, on, title, text in days:
        if on:
            yield _news(f"{place}/{what}", on, title, text, round_path(cohort.id))
    yield from _outcome(frame, cohort)


def _outcome(frame: Frame, cohort: Cohort) -> Iterator[NewsView]:
    """Tell what came of a round once every pair of it is over, since then the number stays."""
    begun = [
        one
        for one in frame.relationships.values()
        if one.pair.cohort == cohort.id and one.life.began is not None
    ]
    number = finished(begun).value
    if cohort.ends is None or not number or any(one.goes_on for one in begun):
        return
    last = max(cohort.ends, *(one.standing.since or cohort.ends for one in begun))
    title = said_n(
        "%(num)s pair of %(round)s finished what it had planned",
        "%(num)s pairs of %(round)s finished what they had planned",
        number,
        round=cohort.name,
    )
    yield _news(f"rounds/{cohort.id}/outcome", last, title, "", round_path(cohort.id))


def _of_events(events: Iterable[Event]) -> Iterator[NewsView]:
    for event in events:
        place, target = f"events/{event.cohort}/{event.id}", round_path(event.cohort)
        if event.cancelled:
            title = said("%(event)s was called off", event=event.name)
            yield _news(f"{place}/called-off", event.cancelled, title, "", target)
        else:
            yield _news(place, event.on, event.name, "", event.link or target)


def _of_training(frame: Frame) -> Iterator[NewsView]:
    """Name the modules that somebody went over on one day together."""
    modules = sorted(frame.program.modules.values(), key=lambda one: (one.reviewed, one.id))
    for on, group in groupby(modules, key=lambda one: one.reviewed):
        titles = [module.title for module in group]
        title = said_n(
            "%(num)s training module is new, or was gone over",
            "%(num)s training modules are new, or were gone over",
            len(titles),
        )
        yield _news(f"training/{on}", on, title, joined(titles[:MOST_TITLES]), "training/")


def _of_mentors(frame: Frame) -> Iterator[NewsView]:
    """Count the mentors who joined in a month; who may be asked for by name is named."""
    people = frame.program.participants.values()
    came = sorted(
        (one.joined, one.slug)
        for one in people
        if one.joined and one.role.mentors and one.joined <= frame.today
    )
    for first, group in groupby(came, key=lambda one: one[0].replace(day=1)):
        joined_then = [*group]
        yield NewsView(
            id=f"mentors/{first:%Y-%m}",
            since=first,
            on=max(on for on, _ in joined_then),
            title=said_n(
                "A mentor joined in %(month)s",
                "%(num)s mentors joined in %(month)s",
                len(joined_then),
                month=dated(first, DayShape.MONTH_YEAR),
            ),
            text=_named(frame, [slug for _, slug in joined_then]),
            target="people/?role=mentor",
        )


def _named(frame: Frame, slugs: Iterable[Slug]) -> str:
    people = frame.program.participants
    named = [
        frame.people[slug].name for slug in slugs if has_ticked(people[slug], Shared.ASK_BY_NAME)
    ]
    return said("You can ask for %(names)s by name.", names=joined(named)) if named else ""


def _thanks(frame: Frame) -> Iterator[NewsView]:
    """Pass thanks on where whoever says them chose to show their own words, and the pair has a page."""
    for pair, one in frame.pairs.items():
        for fact in one.life.facts:
            if isinstance(fact, Thanked) and has_ticked(
                frame.program.participants[fact.by], Shared.STORY
            ):
                title = said("%(name)s says thanks", name=frame.people[fact.by].given_name)
                place = f"thanks/{pair}/{fact.on}/{fact.by}"
                yield _news(place, fact.on, title, fact.words, pair_path(pair))


def _news(id_: str, on: date, title: str, text: str, target: str) -> NewsView:
    return NewsView(id=id_, since=on, on=on, title=title, text=text, target=target)
