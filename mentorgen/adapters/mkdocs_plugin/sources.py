"""A site's sources for a successor of MkDocs, gathered from MkDocs' own settings."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, get_files, set_exclusions

from mentorgen.adapters.mkdocs_plugin.pages import ProgramPage
from mentorgen.adapters.mkdocs_plugin.plugin import MentorgenPlugin
from mentorgen.output.site.folders import THEME
from mentorgen.output.site.shell import Shell
from mentorgen.output.site.successor import page_source, settings_source, template_source

SETTINGS = "zensical.toml"
DOCS = "docs"
TEMPLATES = "overrides"


def sources(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """Give every file that a successor needs, by its place; `config` is as it was read.

    Raises:
        PluginError: the settings do not name our plugin, or the program has problems.
    """
    plugin = config.plugins.get("mentorgen")
    if not isinstance(plugin, MentorgenPlugin):
        raise PluginError("mkdocs.yml does not name the plugin 'mentorgen', which makes the pages.")
    config.plugins = PluginCollection()  # what others make, a successor makes by itself
    config.plugins["mentorgen"] = plugin
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    set_exclusions(files, config)
    for file in files:
        if file.inclusion.is_included():
            yield f"{DOCS}/{file.src_uri}", _content(file)
    templates = dict(_templates(THEME))
    if config.theme.custom_dir:
        templates |= _templates(Path(config.theme.custom_dir))
    yield from templates.items()
    yield SETTINGS, settings_source(_settings(config, plugin.shell)).encode()


def _content(file: File) -> bytes:
    if isinstance(file.page, ProgramPage):
        return page_source(file.page.finished).encode()
    return file.content_bytes


def _templates(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        place = f"{TEMPLATES}/{file.relative_to(folder).as_posix()}"
        is_template = file.suffix == ".html"
        content = file.read_bytes()
        yield place, template_source(content.decode()).encode() if is_template else content


def _settings(config: MkDocsConfig, shell: Shell) -> Mapping[str, object]:
    """Give what a successor understands of the settings; what is not set is left to it."""
    theme = {name: config.theme[name] for name in config.theme if name not in _NOT_THEMES}
    known = {
        "site_name": config.site_name,
        "site_url": config.site_url,
        "site_description": config.site_description,
        "copyright": config.copyright,
        "docs_dir": DOCS,
        "nav": config.nav,
        "extra_css": list(config.extra_css),
        "extra_javascript": [str(script) for script in config.extra_javascript],
        "theme": {**theme, "variant": "classic", "custom_dir": TEMPLATES},
        "extra": {**config.extra, "shell": asdict(shell)},
        "markdown_extensions": {
            name: config.mdx_configs.get(name, {}) for name in config.markdown_extensions
        },
    }
    return {name: value for name, value in known.items() if value not in (None, "", [])}


_NOT_THEMES = frozenset({"name", "locale", "static_templates", "custom_dir"})
