"""People of whom everybody is linked with everybody around them, in public and in private files.

Person 7 (`kaya-7`) is in a pair, leads a group and a circle, coordinates, and is named in texts.
"""

import json

from tests.programs.trees import SITE, Tree

WHO = "kaya-7"
NAME = "Kaya Seven"
LOGIN = "example-kaya-seven"
NUMBER = "77123456"


def linked(people: int = 60) -> Tree:
    """Lay the program out, with its private folder in `private/`; it needs 16 people or more."""
    return _Ring(people).files()


class _Ring:
    """People who stand in a ring, each with the next."""

    def __init__(self, people: int) -> None:
        self._people = people

    def files(self) -> Tree:
        files = {**SITE, **self._frame()}
        for number in range(self._people):
            files |= {**self._person(number), **self._pair(number)}
        return {**files, **self._groups(), **self._texts()}

    def _slug(self, number: int) -> str:
        place = number % self._people
        return WHO if place == 7 else f"person-{place}"

    def _frame(self) -> Tree:
        return {
            "program/program.yaml": f"schema: 1\nname: Linked\npurpose: Links.\nlayout: open\nprivate: folder\n"
            f"coordinators:\n  - {self._slug(6)}  # first\n  - {self._slug(7)}\n  - {self._slug(8)}\n",
            "program/cohorts/spring.yaml": "schema: 1\nname: Spring\nstarts: 2026-03-02\nends: 2026-08-30\n"
            "forms: [one-to-one, group, peer, flash]\n",
            "program/surveys/pulse.yaml": "schema: 1\ntitle: Pulse\ndue: {after: start, days: 30}\naudience: [mentor, mentee]\n"
            "questions:\n  - {id: how, kind: scale, text: How is it?}\n",
            "training/paths/first.md": "---\nschema: 1\ntitle: First\naudience: [mentor]\nminutes: 5\n"
            "objectives: [Listen]\nreviewed: 2026-01-05\n---\nListen.\n",
        }

    def _person(self, number: int) -> Tree:
        me, after, before = self._slug(number), self._slug(number + 1), self._slug(number - 1)
        name = NAME if me == WHO else f"Person Number{number}"
        login = LOGIN if me == WHO else f"example-{number}"
        account = NUMBER if me == WHO else str(10_000_000 + number)
        boss = f"reports_to: {before}\n" if number else ""
        consent = "consent: {version: 1, given: 2026-01-10, shows: [links, ask-by-name]}\n"
        return {
            f"program/participants/{me}.yaml": f"schema: 1\nname: {name}\nrole: both\ncapacity: 9\nmentors_wanted: 3\n{consent}"
            f"github: {login}\ngithub_id: {account}\nlinks:\n  - https://example.org/{number}\n",
            f"program/applications/spring/{me}.yaml": "schema: 1\napplied: 2026-02-01\n"
            f"asks_for: [{before}, {after}]  # in this order\n",
            f"program/log/people/{me}.yaml": f"schema: 1\nfacts:\n"
            f"  - {{on: 2026-02-01, kind: applied, cohort: spring}}\n"
            f"  - {{on: 2026-02-02, kind: accepted, cohort: spring, by: {after}}}\n",
            f"program/slots/{me}/2026-03-20.yaml": f"schema: 1\ntimes:\n  - at: 10:00\n    booked_by: {after}\n"
            f"  - {{at: 11:00, booked_by: {before}}}\n",
            f"private/participants/{me}.yaml": f"schema: 1\nfull_name: {name} Whole\n{boss}",
            f"private/applications/spring/{me}.yaml": f"schema: 1\nwishes:\n- {before}\n- {after}\n",
            f"private/log/people/{me}.yaml": f"schema: 1\nfacts:\n- on: 2026-02-03\n  kind: vetoed\n  who: {after}\n"
            f"- on: 2026-03-20\n  kind: answered\n  survey: pulse\n  pair: spring/{me}-{after}\n"
            f"  answers:\n  - question: how\n    value: 4\n",
        }

    def _pair(self, number: int) -> Tree:
        """Everybody mentors the next."""
        me, after = self._slug(number), self._slug(number + 1)
        pair = f"spring/{me}-{after}"
        return {
            f"program/pairs/{pair}.yaml": f"schema: 1\nform: one-to-one\nmentors: [{me}]\nmentees: [{after}]\n"
            "starts: 2026-03-02\n",
            f"program/goals/{pair}/patch.yaml": f"schema: 1\ntitle: A patch\nset_on: 2026-03-03\nowner: {after}\n",
            f"program/meetings/{pair}/2026-03-10.md": f"---\nschema: 1\nkind: call\npresent: [{me}, {after}]\n---\nHello.\n",
            f"program/log/pairs/{pair}.yaml": f"schema: 1\nfacts:\n  - on: 2026-03-01\n    kind: confirmed\n    by: {me}\n"
            f"  - on: 2026-03-01\n    kind: confirmed\n    by: {after}\n",
            f"private/goals/{pair}/quiet.yaml": "schema: 1\ntitle: Quiet\nset_on: 2026-03-03\nvisibility: pair\n",
        }

    def _groups(self) -> Tree:
        """A group that goes on, one that becomes a pair, a circle, one flash talk; and what hangs on them."""
        start = "starts: 2026-03-02\n"
        facts = "".join(
            f"  - {{on: 2026-03-01, kind: confirmed, by: {one}}}\n"
            for one in (self._slug(20), WHO, self._slug(21))
        )
        return {
            "program/pairs/spring/table.yaml": f"schema: 1\nform: group\nmentors: [{self._slug(20)}]\n"
            f"mentees:\n- {self._slug(21)}\n- {WHO}   # the newest\n- {self._slug(22)}\n{start}",
            "program/log/pairs/spring/table.yaml": f"schema: 1\nfacts:\n{facts}"
            f"  - {{on: 2026-03-08, kind: paused, until: 2026-03-15, by: {WHO}}}\n",
            "program/goals/spring/table/read.yaml": f"schema: 1\ntitle: Read\nset_on: 2026-03-03\nowner: {WHO}\n"
            f"evidence:\n  - https://github.com/{LOGIN}/reading\n  - https://example.org/reading\n",
            "program/meetings/spring/table/2026-03-11.md": f"---\nschema: 1\nkind: call\npresent:\n  - {WHO}\n  - {self._slug(21)}\n"
            f"---\n{NAME} read aloud, and @{LOGIN} wrote it\ndown. Kaya is kind.\n",
            "program/meetings/spring/table/2026-03-12.md": f"---\nschema: 1\nkind: chat\npresent: [{WHO}]\n---\n",
            f"program/pairs/spring/{WHO}-and-friends.yaml": f"schema: 1\nform: group\nmentors: [{self._slug(30)}]\n"
            f"mentees: [{WHO}, {self._slug(31)}]\n{start}",
            f"program/goals/spring/{WHO}-and-friends/sing.yaml": "schema: 1\ntitle: Sing\nset_on: 2026-03-03\n",
            f"program/log/pairs/spring/{WHO}-and-friends.yaml": "schema: 1\nfacts:\n"
            f"  - {{on: 2026-03-01, kind: confirmed, by: {WHO}}}\n",
            f"private/log/people/{self._slug(31)}.yaml": "schema: 1\nfacts:\n- on: 2026-03-20\n  kind: answered\n  survey: pulse\n"
            f"  pair: spring/{WHO}-and-friends\n  answers:\n  - question: how\n    value: 4\n",
            "program/pairs/spring/circle.yaml": f"schema: 1\nform: peer\nmembers: [{WHO}, {self._slug(40)}]\n{start}",
            "program/pairs/spring/flash.yaml": f"schema: 1\nform: flash\nmentors: [{self._slug(41)}]\n"
            f"mentees: [{WHO}, {self._slug(42)}]\n{start}",
        }

    def _texts(self) -> Tree:
        return {
            "program/events/spring/start.yaml": "schema: 1\nname: Start\nkind: kick-off\non: 2026-03-02\n"
            f"about: >-\n  With a word by Kaya\n  Seven, who is {WHO} here.\n# Ask {NAME} for the key.\n",
            "program/proposals/spring/2026-02-20.json": json.dumps(
                {"pairs": [[WHO, self._slug(8)]]}
            ),
            "program/proposals/spring/2026-02-21.json": json.dumps(
                {"pairs": [[self._slug(9), self._slug(8)]]}
            ),
            "docs/handbook/thanks.md": f"# Thanks\n\nTo {NAME} and to account {NUMBER}.\n",
            ".github/CODEOWNERS": "* @somebody\n",
        }
