"""What the plugin does at each step of a build by MkDocs."""

import warnings
from collections.abc import Callable
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
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mentorgen.adapters.mkdocs_plugin.compiled import CompiledTemplates
from mentorgen.adapters.mkdocs_plugin.look import own_look
from mentorgen.adapters.mkdocs_plugin.organisers import ForOrganisers
from mentorgen.adapters.mkdocs_plugin.pages import ProgramPage, site_files
from mentorgen.adapters.mkdocs_plugin.shell import spliced_template
from mentorgen.adapters.mkdocs_plugin.source import Source
from mentorgen.loading.files import PARTS
from mentorgen.model.program import Program
from mentorgen.output.site.builder import Site, SiteOptions, build_site
from mentorgen.output.site.folders import COLOURS, MARK, SCRIPTS, STYLESHEET, THEME
from mentorgen.output.site.shell import menu_word, shell_of
from mentorgen.output.site.words import Words, words_in

HOW_TO_JOIN = "handbook/participants"
"""The organisers' own page about taking part, where they have one."""
MATERIALS_MARK = "assets/images/favicon.png"
"""What the theme shows in the browser's tab where nobody chose."""


class PluginConfig(Config):
    """What `mkdocs.yml` may say about the plugin; the environment says it for one run.

    `shared_shell: false` renders the whole theme for every page: slower, for themes whose shell says
    something else on each page.
    """

    root = option.Type(str, default=".")
    today = option.Optional(option.Type(str))
    preview = option.Type(bool, default=False)
    shared_shell = option.Type(bool, default=True)
    colours = option.Type(dict, default={})


class MentorgenPlugin(BasePlugin[PluginConfig]):
    """Adds the pages of a program to a MkDocs site."""

    organisers: ForOrganisers | None = None
    _serves = False
    _last: tuple[Program, date] | None = None
    _made: tuple[tuple[Program, SiteOptions], Site] | None = None
    _compiled = CompiledTemplates()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Stay the same plugin from one build to the next, so that serving knows the last good program."""
        self._serves = command == "serve"
        self._last = None

    def on_shutdown(self) -> None:
        """Forget what one build was given for organisers: MkDocs keeps the plugin for the next build."""
        self.organisers = None

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the program, name the site after it and put our look on the theme.

        It comes before the search, which asks for the theme's language.
        """
        if not config.use_directory_urls:
            raise PluginError(
                "use_directory_urls must be true: the pages of people and pairs link to folders."
                " Take the line 'use_directory_urls: false' out of mkdocs.yml."
            )
        self._last = self._source(config).load_or(self._last, serves=self._serves)
        self._program, self._today = self._last
        self._words = words_in(self._program.settings.language)
        if not _names_language(config):
            config.theme["language"] = self._words.language
        config.nav = _in_words(config.nav, self._words)
        config.site_name = escape(self._program.settings.name)
        config.site_description = escape(self._program.settings.purpose.split("\n")[0])
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, str(THEME))
        if config.theme["favicon"] == MATERIALS_MARK:
            config.theme["favicon"] = MARK
        self._look = own_look(self.config.colours, config)
        config.extra_css[:0] = [STYLESHEET, *([COLOURS] if self.config.colours else [])]
        config.extra_javascript[:0] = SCRIPTS
        if self.organisers is not None:
            config.site_url = ""  # these pages have no address
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page, every training module, the calendars and the files they need.

        What the organisers have under the same address in their docs folder stays theirs.
        """
        how_to_join = HOW_TO_JOIN if files.get_file_from_path(f"{HOW_TO_JOIN}.md") else None
        options = SiteOptions(
            today=self._today,
            suggest_from=self._source(config).suggest_from(self._program),
            how_to_join=f"{how_to_join}/" if how_to_join else None,
            site_url=config.site_url or "",
            forms=self._source(config).forms(),
        )
        site = self._site(options)
        if self.organisers is not None:
            site = self.organisers.beside(site)
        taken = {file.dest_uri for file in files}
        for file in (*self._look, *site_files(site, config)):
            if file.dest_uri not in taken:
                files.append(file)
                taken.add(file.dest_uri)
        places = {file.url for file in files}
        self.shell = shell_of(places, self._words, has_tabs=config.nav is not None)
        if self.organisers is not None:
            self.shell = self.organisers.over(self.shell, self._words)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell the theme what stands around every page, and let profiles share it.

        Pages are of the day that the site shows, not of the build's, so that equal files give equal sites.
        """
        env.bytecode_cache = self._compiled
        env.globals["shell"] = self.shell
        spliced = spliced_template(env, config) if self.config.shared_shell else None
        for page in filter(None, (file.page for file in files.documentation_pages())):
            page.update_date = self._today.isoformat()
            if spliced and isinstance(page, ProgramPage) and _can_share(page):
                page.meta.setdefault("template", spliced)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
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
            folder = self._source(config).root / part
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _site(self, options: SiteOptions) -> Site:
        """Make the pages, unless they are of the same program as those of the last build."""
        asked = (self._program, options)
        if self._made is None or self._made[0] != asked:
            self._made = (asked, build_site(*asked))
        return self._made[1]

    def _source(self, config: MkDocsConfig) -> Source:
        folder = Path(config.config_file_path or "mkdocs.yml").parent
        return Source((folder / self.config.root).resolve(), self.config.today, self.config.preview)


def _in_words(nav: object, words: Words) -> object:
    """Give the labels of a navigation in the site's language, as far as they are ours."""
    if isinstance(nav, list):
        return [_in_words(one, words) for one in nav]
    if isinstance(nav, dict):
        return {menu_word(label, words): _in_words(inner, words) for label, inner in nav.items()}
    return nav


def _names_language(config: MkDocsConfig) -> bool:
    """Whether the site's own mkdocs.yml says in which language the theme speaks."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # nothing else tells
        themes = [part.get("theme") for part in config.user_configs]
    return any(isinstance(theme, dict) and "language" in theme for theme in themes)


def _can_share(page: ProgramPage) -> bool:
    """Whether a page may share its shell: the navigation and the foot mark at which page one is."""
    return page.file.inclusion.is_not_in_nav() and "/" in page.url.rstrip("/")
