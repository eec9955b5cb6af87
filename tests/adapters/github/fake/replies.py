"""What goes back over the line: answers, and what comes instead of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime

from tests.adapters.github.fake.shapes import error
from tests.adapters.github.faults import Fault

HTML = "<!DOCTYPE html><html><body>Unicorn!</body></html>"
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer."""

    status: int
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hang:
    """No answer, until the other side has had enough."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The line breaks."""


Outcome = Reply | Hang | Cut


def said(status: int, message: str, headers: Mapping[str, str] | None = None) -> Reply:
    """Say in GitHub's way why something is not done."""
    return Reply(status, json.dumps(error(message)), headers or {})


def planted(fault: Fault, *, right: str, now: datetime, whole: str) -> Outcome | None:
    """Give what comes instead of the answer; None where the answer comes all the same."""
    match fault.name.removesuffix("_STORED"):
        case "BAD_GATEWAY":
            return Reply(502, HTML, {"Content-Type": "text/html"})
        case "RESET":
            return Cut()
        case "TIME_OUT":
            return Hang()
        case "HTML":
            return Reply(200, HTML, {"Content-Type": "text/html"})
        case "TRUNCATED":
            return Reply(200, whole[: len(whole) // 2] or "{")
        case _:
            return _limit(fault, now) or _denied(fault, right)


def _limit(fault: Fault, now: datetime) -> Reply | None:
    secondary = "You have exceeded a secondary rate limit. Please wait a few minutes."
    end = now + timedelta(seconds=SECONDS)
    match fault:
        case Fault.LIMITED:
            return said(403, secondary, {"Retry-After": str(SECONDS)})
        case Fault.LIMITED_DATE:
            return said(429, secondary, {"Retry-After": format_datetime(end, usegmt=True)})
        case Fault.LIMITED_SILENT:
            return said(429, secondary)
        case Fault.EXHAUSTED:
            left = {
                "X-RateLimit-Limit": "1000",
                "X-RateLimit-Remaining": "0",
                "X-RateLimit-Reset": str(int(end.timestamp())),
            }
            return said(403, "API rate limit exceeded for installation ID 1.", left)
        case _:
            return None


def _denied(fault: Fault, right: str) -> Reply | None:
    match fault:
        case Fault.UNAUTHORIZED:
            return said(401, "Bad credentials")
        case Fault.FORBIDDEN:
            headers = {"X-Accepted-GitHub-Permissions": right}
            return said(403, "Resource not accessible by integration", headers)
        case Fault.NOT_FOUND:
            return said(404, "Not Found")
        case Fault.GONE:
            return said(410, "Issues has been disabled in this repository.")
        case Fault.REFUSED:
            detail = {"resource": "Issue", "field": "title", "code": "missing_field"}
            return Reply(422, json.dumps(error("Validation Failed", [detail])))
        case _:
            return None
