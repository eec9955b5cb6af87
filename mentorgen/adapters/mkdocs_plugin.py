"""The one place that knows MkDocs: it hands a program's pages over and lets MkDocs write them.

`mkdocs build` and `mkdocs serve` work with this plugin alone. What people wrote never passes through
MkDocs' Markdown: their pages arrive as finished HTML.
"""

import os
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from mentorgen.adapters import clock
from mentorgen.adapters.environment import PREVIEW, PRIVATE, TODAY
from mentorgen.adapters.private_place import refuse_tracked
from mentorgen.errors import MentorgenError
from mentorgen.loading.files import PARTS
from mentorgen.loading.program import load
from mentorgen.model.program import Program
from mentorgen.model.words import PrivateInputs
from mentorgen.output.problem_report import problem_lines
from mentorgen.output.site.builder import SiteOptions, build_site
from mentorgen.output.site.folders import ASSETS, ASSETS_PATH, MARK, SCRIPTS, STYLESHEET, THEME
from mentorgen.output.site.page import Page
from mentorgen.output.site.shell import shell_of

HOW_TO_JOIN = "handbook/participants"
"""The organisers' own page about taking part, where they have one."""
log = get_plugin_logger("mentorgen")


class PluginConfig(Config):
    """What `mkdocs.yml` may say about the plugin; the environment says it for one run."""

    root = option.Type(str, default=".")
    today = option.Optional(option.Type(str))
    preview = option.Type(bool, default=False)


class ProgramPage(MkDocsPage):
    """A finished page: MkDocs puts the theme's shell around it and nothing else."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, label: str | None) -> None:
        super().__init__(escape(label or page.title), file, config)
        self._finished = page

    def read_source(self, config: MkDocsConfig) -> None:
        """Give the theme what it prints in the head, escaped, since it does not escape itself."""
        self.markdown = ""
        self.meta = {
            "title": escape(self._finished.title),
            "description": escape(self._finished.description),
            "hide": ["navigation", "toc", "footer"],
            "search": {"exclude": True},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the finished HTML."""
        self.content = self._finished.html
        self.toc = TableOfContents(
            [AnchorLink(escape(entry.title), entry.id, entry.level) for entry in self._finished.toc]
        )

    @property
    def search_entry(self) -> dict[str, str]:
        """One entry for the whole page, instead of one for each of its headings."""
        text = self._finished.search_text
        return {"location": self.url, "title": escape(self._finished.title), "text": escape(text)}


class MentorgenPlugin(BasePlugin[PluginConfig]):
    """Adds the pages of a program to a MkDocs site."""

    _serves = False
    _last: tuple[Program, date] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Stay the same plugin from one build to the next, so that serving knows the last good program."""
        self._serves = command == "serve"
        self._last = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the program, name the site after it and put our look on the theme."""
        self._program, self._today = self._load_or_last(self._root(config))
        config.site_name = escape(self._program.settings.name)
        config.site_description = escape(self._program.settings.purpose.split("\n")[0])
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, str(THEME))
        config.theme["favicon"] = MARK
        config.extra_css.insert(0, STYLESHEET)
        config.extra_javascript[:0] = SCRIPTS
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page, every training module, the calendars and the files they need.

        What the organisers have under the same address in their docs folder stays theirs.
        """
        how_to_join = HOW_TO_JOIN if files.get_file_from_path(f"{HOW_TO_JOIN}.md") else None
        options = SiteOptions(
            today=self._today,
            suggest_from=self._suggest_from(self._root(config)),
            how_to_join=f"{how_to_join}/" if how_to_join else None,
        )
        site = build_site(self._program, options)
        theirs = {file.dest_uri for file in files}
        labels = dict(_labels(config.nav))
        ours: list[File] = []
        for page in site.pages:
            place = f"{page.path}index.md"
            shown = InclusionLevel.INCLUDED if place in labels else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, place, content="", inclusion=shown)
            ProgramPage(page, file, config, labels.get(place))
            ours.append(file)
        for text in site.texts:
            shown = InclusionLevel.NOT_IN_NAV
            ours.append(File.generated(config, text.place, content=text.markdown, inclusion=shown))
        for one in site.files:
            ours.append(File.generated(config, one.place, content=one.text.encode()))
        for asset in sorted(ASSETS.rglob("*")):
            if asset.is_file():
                place = f"{ASSETS_PATH}/{asset.relative_to(ASSETS).as_posix()}"
                ours.append(File.generated(config, place, abs_src_path=str(asset)))
        for file in ours:
            if file.dest_uri not in theirs:
                files.append(file)
        self._shell = shell_of({file.url for file in files})
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell the theme what stands around every page."""
        env.globals["shell"] = self._shell
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put one entry for each of our pages into the index of Material's search."""
        index = getattr(config.plugins.get("material/search"), "search_index", None)
        if isinstance(page, ProgramPage) and index is not None:
            index.entries.append(page.search_entry)
        return context

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when a record or a training module changes."""
        for part in PARTS:
            folder = self._root(config) / part
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _root(self, config: MkDocsConfig) -> Path:
        return (Path(config.config_file_path or "mkdocs.yml").parent / self.config.root).resolve()

    def _suggest_from(self, root: Path) -> Program | None:
        """Give the program whose suggestions a preview shows.

        Where a private folder exists that is not at hand there are none: they could put two people
        together of whom one said no.
        """
        if not (self.config.preview or os.environ.get(PREVIEW) == "1"):
            return None
        private = os.environ.get(PRIVATE)
        if private:
            return self._loaded(root, private=Path(private))
        if self._program.settings.private is PrivateInputs.NONE:
            return self._program
        log.info("Suggestions are left out: they need the private folder.")
        return None

    def _day(self) -> date | None:
        asked = os.environ.get(TODAY) or self.config.today
        try:
            return date.fromisoformat(asked) if asked else None
        except ValueError:
            raise PluginError(f"today must be a date such as 2026-03-01, not {asked!r}.") from None

    def _load_or_last(self, root: Path) -> tuple[Program, date]:
        """Load the program; while serving, a mistake leaves the last good one standing."""
        try:
            self._last = self._load(root)
        except PluginError as error:
            if not self._serves or self._last is None:
                raise
            log.error("%s\nThe pages show the program as it was before.", error)  # noqa: TRY400
        return self._last

    def _load(self, root: Path) -> tuple[Program, date]:
        program = self._loaded(root)
        return program, self._day() or clock.today(program.settings.timezone)

    def _loaded(self, root: Path, private: Path | None = None) -> Program:
        try:
            if private is not None:
                refuse_tracked(root, private)
            loaded = load(
                root, today=max(self._day() or date.min, clock.newest_day()), private=private
            )
        except MentorgenError as error:
            raise PluginError(str(error)) from None
        if loaded.program is None:
            lines = "\n".join(problem_lines(loaded.problems))
            raise PluginError(f"The program has problems; the site was not built.\n{lines}")
        return loaded.program


def _labels(nav: object) -> Iterator[tuple[str, str]]:
    """Give the words of the navigation for each file that it names."""
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            for label, inner in item.items():
                if isinstance(inner, str):
                    yield inner, label
                else:
                    yield from _labels(inner)
