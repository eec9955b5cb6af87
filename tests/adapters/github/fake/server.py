"""GitHub's REST interface over a hub: what it takes, what it refuses, what goes wrong."""

import json
import re
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from pydantic import ValidationError

from mentorgen.adapters import clock
from mentorgen.adapters.github.forge import (
    Author,
    ForbiddenError,
    ForgeError,
    GoneError,
    NotFoundError,
)
from tests.adapters.github.fake import bodies, fact_routes, git_routes, issue_routes
from tests.adapters.github.fake.described import complaint, unknown_fields
from tests.adapters.github.fake.replies import HTML, Outcome, Reply, planted, said
from tests.adapters.github.fake.routes import ROUTES, Answer, Route, Visit
from tests.adapters.github.fake.shapes import Shapes
from tests.adapters.github.faults import Call, Fault, Schedule, never
from tests.adapters.github.hub import BOT, ORGANISER, Hub

LOADED = (fact_routes, git_routes, issue_routes)
"""What fills ROUTES."""
VERSION = "2026-03-10"
DEFAULT_PAGE, LARGEST_PAGE = 30, 100
TOKENS: Mapping[str, Author] = {"the-bots": BOT, "the-organisers": ORGANISER}
_STATUS: Mapping[type[ForgeError], int] = {
    ForbiddenError: 403,
    NotFoundError: 404,
    GoneError: 410,
}
_RIGHTS = {"git": "contents", "contents": "contents", "pulls": "pull_requests"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A call as it came over the line."""

    verb: str
    target: str
    headers: Mapping[str, str]
    body: str

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))


class FakeGitHub:
    """Answers calls one after the other, and counts them."""

    def __init__(self, hub: Hub, *, faults: Schedule = never) -> None:
        self.hub = hub
        self.faults = faults
        self.tokens = dict(TOKENS)
        self.base = ""
        """Where it is reached; the server sets it."""
        self.calls = Counter[str]()
        """Calls by method of the protocol, pages and repetitions too."""
        self.writes = Counter[str]()
        self.complaints: list[str] = []
        """Where the fake itself broke GitHub's description, or we asked for what is not there."""
        self._lost_pages: set[str] = set()
        self._lock = threading.Lock()

    def answer(self, arrival: Arrival) -> Outcome:
        """Answer one call."""
        with self._lock:
            by = self._author(arrival.headers)
            if by is None:
                return said(401, "Bad credentials")
            arrived = self._rightly_addressed(arrival)
            return arrived if isinstance(arrived, Reply) else self._routed(arrived, by)

    def _author(self, headers: Mapping[str, str]) -> Author | None:
        version = headers.get("X-GitHub-Api-Version")
        if version != VERSION or not headers.get("User-Agent"):
            self.complaints.append(f"version {version!r}, or no user agent")
        return self.tokens.get(headers.get("Authorization", "").partition(" ")[2])

    def _rightly_addressed(self, arrival: Arrival) -> Arrival | Reply:
        """Send on who comes by an old name, or asks for an issue that was moved away."""
        facts = self.hub.facts
        path = re.sub(rf"^/repositories/{facts.id}(?=/|$)", f"/repos/{facts.name}", arrival.path)
        found = re.match(r"/repos/([^/]+/[^/]+)(.*)", path)
        name, rest = (found[1], found[2]) if found else (facts.name, "")
        if name in self.hub.old_names:
            place = f"{self.base}/repositories/{facts.id}{rest}"
            status = 301 if arrival.verb == "GET" else 307
            return Reply(status, "{}", {"Location": f"{place}?{urlsplit(arrival.target).query}"})
        if name in self.hub.moved.values():
            return self._elsewhere(name, rest)
        if name.casefold() != facts.name.casefold():
            return said(404, "Not Found")
        issue = re.fullmatch(r"/issues/(\d+)", rest)
        if issue and int(issue[1]) in self.hub.moved:
            place = f"{self.base}/repos/{self.hub.moved[int(issue[1])]}{rest}"
            return Reply(301, "{}", {"Location": place})
        target = f"{path}?{urlsplit(arrival.target).query}"
        return Arrival(arrival.verb, target, arrival.headers, arrival.body)

    def _elsewhere(self, name: str, rest: str) -> Reply:
        issue = self.hub.issues[int(rest.rpartition("/")[2])]
        text = json.dumps(Shapes(self.hub, self.base).issue(issue))
        return Reply(200, text.replace(self.hub.facts.name, name))

    def _routed(self, arrival: Arrival, by: Author) -> Outcome:
        for route in ROUTES:
            found = route.match(arrival.verb, arrival.path)
            if found:
                named = {name: unquote(part) for name, part in found.groupdict().items()}
                return self._counted(route, arrival, by, named)
        self.complaints.append(f"nothing is at {arrival.verb} {arrival.path}")
        return said(404, "Not Found")

    def _counted(
        self, route: Route, arrival: Arrival, by: Author, named: Mapping[str, str]
    ) -> Outcome:
        is_write = arrival.verb != "GET"
        self.calls[route.name] += 1
        if is_write:
            self.writes[route.name] += 1
        number, write = self.calls.total(), self.writes.total()
        fault = self.faults(Call(route.name, is_write, number, write))
        if fault is None:
            return self._done(route, arrival, by, named)
        whole = Reply(200, '{"id": 1, "number": 1}')
        if fault.is_stored:
            whole = self._done(route, arrival, by, named)
        right = _right(arrival.path)
        failed = planted(fault, right=right, now=clock.now(), whole=whole.text)
        return failed or self._done(route, arrival, by, named, fault)

    def _done(
        self,
        route: Route,
        arrival: Arrival,
        by: Author,
        named: Mapping[str, str],
        fault: Fault | None = None,
    ) -> Reply:
        body = _body(route, arrival)
        if isinstance(body, Reply):
            return body
        shapes = Shapes(self.hub, self.base)
        try:
            if body is not None or arrival.verb == "DELETE":
                self._refuse_archived()
            answer = route.act(Visit(self.hub, shapes, by, named, arrival.query, body))
        except ForgeError as refused:
            return _refusal(refused, arrival.path)
        self._check(route, answer)
        if isinstance(answer, list):
            return self._page(arrival, answer, fault)
        return Reply(route.status, "" if answer is None else json.dumps(answer))

    def _refuse_archived(self) -> None:
        if self.hub.facts.is_archived:
            raise ForbiddenError("Repository was archived so is read-only.")

    def _check(self, route: Route, answer: Answer) -> None:
        wrong = complaint(route.kind.answers, answer) if route.kind.answers else None
        if wrong:
            self.complaints.append(wrong)

    def _page(
        self, arrival: Arrival, entries: list[dict[str, object]], fault: Fault | None
    ) -> Reply:
        """Cut a page out of a list; a list whose second page is lost stays so."""
        if fault is Fault.EMPTY_LIST:
            entries = []
        if fault is Fault.STALE_LIST:
            entries = entries[:-1]
        query = arrival.query
        size = min(int(query.get("per_page", DEFAULT_PAGE)), LARGEST_PAGE)
        page = int(query.get("page", 1))
        if fault is Fault.PAGE_LOST:
            self._lost_pages.add(arrival.path)
        if page > 1 and arrival.path in self._lost_pages:
            return Reply(502, HTML)
        headers = {}
        if page * size < len(entries):
            following = urlencode({**query, "page": page + 1})
            place = f"{self.base}/repositories/{self.hub.facts.id}"
            rest = re.sub(r"^/repos/[^/]+/[^/]+", "", arrival.path)
            headers["Link"] = f'<{place}{rest}?{following}>; rel="next"'
        return Reply(200, json.dumps(entries[(page - 1) * size : page * size]), headers)


def _body(route: Route, arrival: Arrival) -> bodies.Body | Reply | None:
    """Read what was sent; GitHub would overlook much of what is refused here."""
    unknown = set(arrival.query) - route.kind.query
    if unknown:
        return said(422, f"Unknown in the address: {', '.join(sorted(unknown))}")
    takes = route.kind.takes
    if takes is None:
        return said(422, "This takes no body.") if arrival.body else None
    try:
        body = takes.model_validate_json(arrival.body)
    except ValidationError as error:
        return said(422, f"Invalid request. {error.errors()[0]['loc']}: {error.errors()[0]['msg']}")
    if takes.published and unknown_fields(takes.published, body.model_fields_set):
        return said(422, "GitHub does not describe this.")
    return body


def _refusal(refused: ForgeError, path: str) -> Reply:
    status = _STATUS.get(type(refused), 422)
    headers = {"X-Accepted-GitHub-Permissions": _right(path)} if status == 403 else {}
    return said(status, str(refused), headers)


def _right(path: str) -> str:
    part = (path.split("/") + [""] * 4)[4]
    return f"{_RIGHTS.get(part, 'actions' if part == 'actions' else 'issues')}=write"
