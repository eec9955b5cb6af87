"""Where the plugin's program comes from: its folder, its day, and the last good one while serving."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mentorgen.adapters import clock
from mentorgen.adapters.environment import PREVIEW, PRIVATE, TODAY
from mentorgen.adapters.private_place import refuse_tracked
from mentorgen.errors import MentorgenError
from mentorgen.loading.form_templates import read_forms
from mentorgen.loading.program import load
from mentorgen.model.program import Program
from mentorgen.model.requests import RequestKind
from mentorgen.model.words import PrivateInputs
from mentorgen.output.problem_report import problem_lines

log = get_plugin_logger("mentorgen")


@dataclass(frozen=True, slots=True)
class Source:
    """The folder of a program; `asked` is the day that `mkdocs.yml` names, which the environment overrules."""

    root: Path
    asked: str | None
    preview: bool

    def load(self) -> tuple[Program, date]:
        """Load the program and find the day that the site shows."""
        program = self._loaded()
        return program, self._day() or clock.today(program.settings.timezone)

    def load_or(self, last: tuple[Program, date] | None, *, serves: bool) -> tuple[Program, date]:
        """Load the program; while serving, a mistake leaves the last good one standing."""
        try:
            return self.load()
        except PluginError as error:
            if not serves or last is None:
                raise
            log.error("%s\nThe pages show the program as it was before.", error)  # noqa: TRY400
            return last

    def suggest_from(self, program: Program) -> Program | None:
        """Give the program whose suggestions a preview shows.

        Where a private folder exists that is not at hand there are none: they could put two people
        together of whom one said no.
        """
        if not (self.preview or os.environ.get(PREVIEW) == "1"):
            return None
        private = os.environ.get(PRIVATE)
        if private:
            return self._loaded(private=Path(private))
        if program.settings.private is PrivateInputs.NONE:
            return program
        log.info("Suggestions are left out: they need the private folder.")
        return None

    def forms(self) -> dict[RequestKind, str]:
        """Find the forms that the repository has, with how the titles of their issues begin."""
        try:
            return {form.kind: form.title for form in read_forms(self.root)}
        except MentorgenError as error:
            raise PluginError(str(error)) from None

    def _day(self) -> date | None:
        asked = os.environ.get(TODAY) or self.asked
        try:
            return date.fromisoformat(asked) if asked else None
        except ValueError:
            raise PluginError(f"today must be a date such as 2026-03-01, not {asked!r}.") from None

    def _loaded(self, private: Path | None = None) -> Program:
        try:
            if private is not None:
                refuse_tracked(self.root, private)
            newest = max(self._day() or date.min, clock.newest_day())
            loaded = load(self.root, today=newest, private=private)
        except MentorgenError as error:
            raise PluginError(str(error)) from None
        if loaded.program is None:
            lines = "\n".join(problem_lines(loaded.problems))
            raise PluginError(f"The program has problems; the site was not built.\n{lines}")
        return loaded.program
