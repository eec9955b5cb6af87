"""The reference of the data that `mentorgen match --format json` gives: every field and what it says."""

from collections.abc import Iterable, Iterator, Mapping

from mentorgen.output.report import Json

PROPOSAL: Mapping[str, str] = {
    "round": "The id of the round.",
    "objective": "What comes first once as many people as possible have somebody: `most-people` or `best-fit`.",
    "note": "Why there is nothing to suggest, in a sentence; otherwise null.",
    "mentors": "How many people take part as mentors with a place open.",
    "mentees": "How many people seek a mentor.",
    "possible_pairs": "How many pairs of a mentor and a mentee the rules allow.",
    "total": "The points of all suggestions together.",
    "stages": "What was counted, what matters most first.",
    "stages[].name": "`people`, `waited`, `further` (second and third mentors), `kept`, `band LOW-HIGH`, `total` or `tie`.",
    "stages[].value": "What was reached; of a band, the number of its pairs as a negative number.",
    "proven": "Whether no other choice is better; if not, there were too many ways to open groups to try them all.",
    "suggestions": "The suggested relationships, sorted by their people.",
    "suggestions[].form": "`one-to-one`, `group`, `peer`, `flash` or `reverse`.",
    "suggestions[].mentors": "The mentors, by the names of their files.",
    "suggestions[].mentees": "The mentees.",
    "suggestions[].members": "The people where all are peers.",
    "suggestions[].points": "The points of its matches together.",
    "suggestions[].most": "The most points that they could have.",
    "suggestions[].matches": "One entry for each mentee, or one for two peers.",
    "suggestions[].matches[].mentor": "The mentor; of two peers the first.",
    "suggestions[].matches[].mentee": "The mentee; of two peers the second.",
    "suggestions[].matches[].points": "How well the two fit.",
    "suggestions[].matches[].most": "The most points that two people could have.",
    "suggestions[].matches[].reasons": "What each criterion gives, in the order of the criteria.",
    "suggestions[].matches[].reasons[].criterion": "The criterion, by the name of its weight.",
    "suggestions[].matches[].reasons[].points": "Its points.",
    "suggestions[].matches[].reasons[].most": "The most points that it could give.",
    "suggestions[].matches[].reasons[].text": "Why, in a sentence.",
    "suggestions[].matches[].reasons[].known": "Whether enough is known; otherwise it gives what the typical pair of the round gets, or half its points.",
    "suggestions[].matches[].reasons[].public": "Whether everybody may read it.",
    "suggestions[].matches[].rank_for_mentor": "The mentee's place in the mentor's list, from 1; equals share one.",
    "suggestions[].matches[].rank_for_mentee": "The mentor's place in the mentee's list.",
    "suggestions[].matches[].alternatives": "The next best mentors for the mentee, best first.",
    "suggestions[].matches[].alternatives[].mentor": "Who it would be.",
    "suggestions[].matches[].alternatives[].points": "How well the two would fit.",
    "suggestions[].matches[].alternatives[].loss": "What choosing them would cost, below 0 a gain; null where it was not asked.",
    "suggestions[].matches[].alternatives[].loss.people": "People who find nobody.",
    "suggestions[].matches[].alternatives[].loss.waited": "How much less is made up for earlier waiting, in rounds.",
    "suggestions[].matches[].alternatives[].loss.further": "Second and third mentors.",
    "suggestions[].matches[].alternatives[].loss.weak": "Pairs more in each weak band, the weakest first.",
    "suggestions[].matches[].alternatives[].loss.points": "Points in all.",
    "suggestions[].matches[].alternatives[].loss.kept": "Pairs that stood and would not stay.",
    "suggestions[].flash": "When a single meeting takes place; null for the other forms.",
    "suggestions[].flash.on": "The day.",
    "suggestions[].flash.at": "The time, in UTC.",
    "suggestions[].flash.minutes": "How long it lasts.",
    "suggestions[].standing": "The id of the pair, where it was suggested already; otherwise null.",
    "suggestions[].locked": "Whether the organisers settled it.",
    "waiting": "Who finds nobody, sorted by name of file. For organisers only.",
    "waiting[].slug": "Who it is.",
    "waiting[].text": "Why, in a sentence.",
    "waiting[].steps": "What is left after each rule.",
    "waiting[].steps[].text": "The rule.",
    "waiting[].steps[].left": "How many mentors are left.",
    "waiting[].change": "The smallest change that would help; empty where none was found.",
    "waiting[].offers": "Other forms of the round that are open to them.",
    "waiting[].waited": "In how many rounds they were left over before.",
    "places_left": "Mentors with places left, each with their number.",
    "seat_prices": "What one more place of a mentor would bring.",
    "seat_prices[].mentor": "The mentor.",
    "seat_prices[].people": "How many people more would find somebody.",
    "seat_prices[].points": "How many points more there would be.",
    "recruits": "Whom to look for.",
    "recruits[].skill": "The skill.",
    "recruits[].mentors": "How many mentors more.",
    "recruits[].people": "How many people more they would place.",
    "figures": "What the run reached; null where there was nothing to match.",
    "figures.seeking": "How many people seek somebody.",
    "figures.reachable": "How many of them could be matched at all.",
    "figures.matched": "How many are matched.",
    "figures.weakest": "The lowest score; null where nobody is matched.",
    "figures.bands": "How many pairs lie in each band of quality, the weakest first.",
    "figures.bands[].from": "The lowest points of the band.",
    "figures.bands[].to": "The highest.",
    "figures.bands[].pairs": "How many pairs lie in it.",
    "figures.fairness": "Points given up against the highest total that as many people could have.",
    "figures.blocking": "Couples of whom one named the other, who would both rather have each other.",
    "figures.wishes": "Granted wishes by their rank, first wishes first.",
    "figures.load": "Mentors by how many mentees they get.",
    "figures.load[].mentees": "The number of mentees.",
    "figures.load[].mentors": "How many mentors get so many.",
    "figures.kept": "How many pairs that stood stay.",
    "figures.stood": "How many stood.",
    "figures.parity": "How groups of five people or more fared; only with the private folder.",
    "figures.parity[].dimension": "What people said something about.",
    "figures.parity[].value": "What they said of themselves.",
    "figures.parity[].people": "How many people said so.",
    "figures.parity[].matched": "How many of them are matched.",
}
"""Every field of one round's entry, by its way through the data: `[]` is each entry of a list."""

_LOSS = {name.rpartition(".")[2]: text for name, text in PROPOSAL.items() if ".loss." in name}
_DIFFERENCE: Mapping[str, str] = {
    "moves": "Everybody who would have somebody else, one entry for each change.",
    "moves[].who": "Who it is.",
    "moves[].before": "Whom they have now; null for nobody.",
    "moves[].after": "Whom they would have; null for nobody.",
    "gains": "Who would find somebody and does not now.",
    "loses": "Who finds somebody now and would not.",
    "loss": "What it costs, below 0 a gain.",
    **{f"loss.{name}": text for name, text in _LOSS.items()},
}


def _inside(name: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    return {f"{name}.{field}": text for field, text in fields.items()}


OUTCOME: Mapping[str, str] = {
    "text": "The story in a sentence.",
    "before": "The matching as it is.",
    "before.waiting": "Who waits.",
    "before.total": "All points.",
    "after": "The matching as it would be.",
    "after.waiting": "Who would wait.",
    "after.total": "All points.",
    "difference": "What lies between the two.",
    **_inside("difference", _DIFFERENCE),
}
"""The fields of `--force`, `--forbid` and `--add-mentor`."""

WHY_NOT: Mapping[str, str] = {
    "matched": "Whether the two are suggested to each other as it is.",
    "rules": "The rules that keep them apart.",
    "rules[].rule": "The rule's name.",
    "rules[].text": "How it applies, in a sentence.",
    "text": "The answer in a sentence.",
    "outcome": "What would be if they were together; null where they are, or must not be.",
    **_inside("outcome", OUTCOME),
}
"""The fields of `--why-not`."""

COMPARISON: Mapping[str, str] = {
    "scenarios": "The scenarios in the order in which they were named; the first is the measure.",
    "scenarios[].name": "Its name; `usual` is what the round says.",
    "scenarios[].proposal": "The whole matching, as above.",
    "scenarios[].difference": "What changes against the first, by the points of the first.",
    **_inside("scenarios[].difference", _DIFFERENCE),
    "scenarios[].own_loss": "The same cost by this scenario's own points.",
    **_inside("scenarios[].own_loss", _LOSS),
    "people": "Everybody for whom something changes.",
    "people[].slug": "Who it is.",
    "people[].shares": "What each scenario means for them, in the same order.",
    "people[].shares[].partners": "Whom they get.",
    "people[].shares[].points": "With how many points.",
    "people[].shares[].first_points": "With how many points by the first scenario.",
}
"""The fields of `--compare`."""

CHANGES: Mapping[str, str] = {
    "applied": "Whether the files were changed, or only shown.",
    "files": "The files in the order in which they are changed.",
    "files[].path": "Where it lies.",
    "files[].text": "What stands in it; null where it goes.",
}
"""The fields of `--write`."""

VERDICT: Mapping[str, str] = {
    "holds": "Whether the proof holds.",
    "problems": "What is wrong, in sentences.",
    "notes": "What limits a yes, in sentences.",
}
"""The fields of `--verify`."""

_OPENING = """\
# The data of a matching

What `mentorgen match --format json` prints is for organisers: it says who waits and why. Fields are added as mentorgen
grows; those that are here keep their names and meanings. Days and times are written as in the files. A dot leads into
a field, `[]` into each entry of a list.
"""

_SECTIONS: Mapping[str, Mapping[str, str]] = {
    "A matching: a list with one entry for each round": PROPOSAL,
    "`--force`, `--forbid` and `--add-mentor`": OUTCOME,
    "`--why-not`": WHY_NOT,
    "`--compare`": COMPARISON,
    "`--write`": CHANGES,
    "`--verify`": VERDICT,
}


def matching_page() -> str:
    """Write the reference of the data as Markdown."""
    return "\n".join([_OPENING, *(_section(title, rows) for title, rows in _SECTIONS.items())])


def _section(title: str, fields: Mapping[str, str]) -> str:
    rows = (f"| `{name}` | {meaning} |" for name, meaning in fields.items())
    return "\n".join([f"## {title}", "", "| field | what it says |", "|---|---|", *rows, ""])


def fields_of(data: Json, way: str = "") -> Iterator[str]:
    """Yield the way to every field in some data; free keys, such as people's, are not entered."""
    if isinstance(data, Mapping) and way != "places_left":
        for name, inner in data.items():
            here = f"{way}.{name}" if way else name
            yield here
            yield from fields_of(inner, here)
    elif isinstance(data, Iterable) and not isinstance(data, str | Mapping):
        for inner in data:
            yield from fields_of(inner, f"{way}[]")
