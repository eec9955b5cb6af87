"""Single calls to GitHub's REST interface, through PyGithub.

PyGithub keeps the connection and the token, and knows proxies and redirects. Its objects are not
used: docs/decisions/090-single-calls.md says why.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import TypeVar

from github import Auth, Github

from mentorgen.adapters import clock
from mentorgen.adapters.github.failures import failure, unknown
from mentorgen.adapters.github.forge import RefusedError, UnknownOutcomeError
from mentorgen.adapters.github.requests import Request

VERSION = "2026-03-10"
"""The version of the interface whose published description the tests keep to."""
SECONDS_TO_ANSWER = 20
PAGE = 100
PAUSES = (1.0, 3.0)
"""Seconds before a reading call is tried again."""
_NEXT = re.compile(r'<([^>]+)>; *rel="next"')

T = TypeVar("T")


class Calls:
    """Makes calls: reading ones up to three times, writing ones once."""

    def __init__(
        self,
        token: str,
        address: str,
        *,
        seconds_to_answer: int = SECONDS_TO_ANSWER,
        seconds_between_writes: float = 0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.seconds_between_writes = seconds_between_writes
        self._requester = Github(
            auth=Auth.Token(token),
            base_url=address,
            timeout=seconds_to_answer,
            retry=None,
            seconds_between_requests=None,
            seconds_between_writes=seconds_between_writes,
            api_version=VERSION,
        ).requester
        self._sleep = sleep

    def close(self) -> None:
        """Hang up."""
        self._requester.close()

    def one(self, request: Request[T]) -> T:
        """Make a call.

        Raises:
            UnknownOutcomeError: nobody knows whether it was done.
            ForgeError: it was not done.
        """
        found, _ = self._tried(request)
        return found

    def pages(self, request: Request[T]) -> Iterator[T]:
        """Yield all pages of a list; where an error comes, what came before is no list.

        Raises:
            ForgeError: a page does not come.
        """
        following: str | None = request.path
        request = replace(request, parameters={"per_page": PAGE, **request.parameters})
        while following is not None:
            page, following = self._tried(request)
            yield page
            request = replace(request, path=following or "")

    def _tried(self, request: Request[T]) -> tuple[T, str | None]:
        for pause in () if request.is_write else PAUSES:
            try:
                return self._answer(request)
            except UnknownOutcomeError:
                self._sleep(pause)
        return self._answer(request)

    def _answer(self, request: Request[T]) -> tuple[T, str | None]:
        """Give what an answer says, and where the next page is."""
        status, headers, text = self._sent(request)
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            raise failure(request, status, headers, text, now=clock.now())
        try:
            found = request.understand(text)
        except ValueError:
            raise unknown(request, "something came that is no answer of GitHub's") from None
        following = _NEXT.search(headers.get("link", ""))
        return found, following[1] if following else None

    def _sent(self, request: Request[T]) -> tuple[int, dict[str, str], str]:
        """Send a call once; in what comes of a broken line may stand the token, so it is dropped."""
        try:
            return self._requester.requestJson(
                request.verb, request.path, dict(request.parameters), None, request.body
            )
        except OSError as error:
            late = "Timeout" in type(error).__name__
            raise unknown(request, "GitHub took too long" if late else "the line broke") from None
        except RuntimeError:
            raise RefusedError(
                f"While {request.what} GitHub sent us elsewhere; look at GITHUB_API_URL."
            ) from None
