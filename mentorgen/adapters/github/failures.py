"""What it means when GitHub does not do what it was asked for, in plain sentences."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from pydantic import Field, ValidationError

from mentorgen.adapters.github.answers import Answer, Text
from mentorgen.adapters.github.forge import (
    ForbiddenError,
    ForgeError,
    GoneError,
    LimitedError,
    NotFoundError,
    RefusedError,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.requests import Request

MOST_SIGNS = 300
"""How much of GitHub's own words is repeated."""

Headers = Mapping[str, str]
"""By lower-case names."""


class _Detail(Answer):
    message: Text = ""
    field: Text = ""
    code: Text = ""

    def __str__(self) -> str:
        return self.message or " ".join(filter(None, (self.field, self.code.replace("_", " "))))


class _Complaint(Answer):
    """Why GitHub does not do something."""

    message: Text = ""
    errors: tuple[_Detail | str, ...] | str = Field(default=())

    def __str__(self) -> str:
        """Give GitHub's own words on one line."""
        details = (self.errors,) if isinstance(self.errors, str) else self.errors
        text = ": ".join(filter(None, (self.message, ", ".join(map(str, details)))))
        return " ".join(text.split())


def failure(
    request: Request[object], status: int, headers: Headers, text: str, *, now: datetime
) -> ForgeError:
    """Say what an answer means that is not the one that was asked for."""
    said = _said(text)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return unknown(request, f"GitHub had trouble ({status})")
    if _is_limit(status, headers, said):
        return _limited(request, _seconds_to_wait(headers, now))
    if status == HTTPStatus.UNAUTHORIZED:
        return ForbiddenError(
            f"GitHub does not accept the token, {request.what}. Look at GITHUB_TOKEN: its time may be"
            " over, or it may belong to another place."
        )
    return _refusal(request, status, headers, f" GitHub says: {said}" if said else "")


def unknown(request: Request[object], why: str) -> UnknownOutcomeError:
    """Say that nobody knows how a call ended."""
    if request.is_write:
        return UnknownOutcomeError(
            f"While {request.what} {why}, so nobody knows whether that was done. It is not tried a"
            " second time now; run this again later."
        )
    return UnknownOutcomeError(f"While {request.what} {why}. Run this again later.")


def _limited(request: Request[object], wait: int | None) -> LimitedError:
    when = f"in {wait} seconds" if wait is not None else "later, in an hour at best"
    return LimitedError(
        f"While {request.what} GitHub said that it was asked too often, so that was not done. Run"
        f" this again {when}.",
        wait=wait,
    )


def _refusal(request: Request[object], status: int, headers: Headers, said: str) -> ForgeError:
    match status:
        case HTTPStatus.FORBIDDEN:
            return ForbiddenError(
                f"The token may not do this: {request.what}.{_missing_right(headers)}{said}"
            )
        case HTTPStatus.NOT_FOUND:
            return NotFoundError(
                f"While {request.what} GitHub found nothing: it is not there, or the token may not"
                f" see it.{_missing_right(headers)}"
            )
        case HTTPStatus.GONE:
            return GoneError(
                f"While {request.what} GitHub said that it is gone: it was deleted, or issues are"
                f" switched off in the repository's settings.{said}"
            )
        case HTTPStatus.TEMPORARY_REDIRECT | HTTPStatus.PERMANENT_REDIRECT:
            return RefusedError(
                f"While {request.what} GitHub said that the repository was renamed, so that was not"
                " done. Run this again with its new name."
            )
        case _:
            return RefusedError(f"GitHub refuses this ({status}): {request.what}.{said}")


def _missing_right(headers: Headers) -> str:
    """Name the right in the words of a workflow's `permissions`, where GitHub says which it is."""
    wanted = headers.get("x-accepted-github-permissions", "").partition(";")[0]
    rights = [right.strip().replace("_", "-").replace("=", ": ") for right in wanted.split(",")]
    named = " and ".join(f"'{right}'" for right in rights if right)
    return f" It needs {named}: add that to 'permissions' of the job." if named else ""


def _is_limit(status: int, headers: Headers, said: str) -> bool:
    """Tell a limit from a missing right: both come as 403."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return True
    return status == HTTPStatus.FORBIDDEN and (
        "retry-after" in headers
        or headers.get("x-ratelimit-remaining") == "0"
        or "rate limit" in said.lower()
    )


def _seconds_to_wait(headers: Headers, now: datetime) -> int | None:
    after = headers.get("retry-after")
    if after is not None:
        return _seconds(after, now)
    if headers.get("x-ratelimit-remaining") == "0":
        reset = headers.get("x-ratelimit-reset", "")
        return max(0, math.ceil(int(reset) - now.timestamp())) if reset.isdecimal() else None
    return None


def _seconds(after: str, now: datetime) -> int | None:
    """Read a Retry-After: seconds, or the date of the end."""
    if after.isdecimal():
        return int(after)
    try:
        end = parsedate_to_datetime(after)
    except ValueError:
        return None
    return max(0, math.ceil((end.replace(tzinfo=end.tzinfo or UTC) - now).total_seconds()))


def _said(text: str) -> str:
    try:
        complaint = str(_Complaint.model_validate_json(text))
    except ValidationError:
        return ""
    return complaint if len(complaint) <= MOST_SIGNS else f"{complaint[:MOST_SIGNS]}…"
