"""Building the site for organisers: into a folder of its own, on their machine, and said to be private."""

import os
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mentorgen.adapters.cli.match_run import refuse_blindness
from mentorgen.adapters.cli.scope import Scope
from mentorgen.adapters.mkdocs_plugin.organisers import ForOrganisers
from mentorgen.adapters.mkdocs_plugin.plugin import MentorgenPlugin
from mentorgen.errors import WrongUsageError
from mentorgen.loading.files import DOCS, PARTS
from mentorgen.output.organiser.site import BANNER, START, organiser_pages

FOLDER = "site-organiser"
_IGNORE = "# These pages are private: git keeps none of them.\n*\n"


def private_site_dir(file: Path, asked: Path | None) -> Path:
    """Choose the folder that the pages are written to, and keep git away from it.

    Raises:
        WrongUsageError: a workflow runs this, or the folder is one that others read.
    """
    if os.environ.get("GITHUB_ACTIONS") == "true":
        raise WrongUsageError(
            "These pages name people and say how they are, and what a workflow builds can be "
            "downloaded. Run this on your own machine."
        )
    folder = (asked or file.parent / FOLDER).absolute()
    _refuse_read_by_others(file, folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text(_IGNORE, encoding="utf-8")
    return folder


def _refuse_read_by_others(file: Path, folder: Path) -> None:
    there = folder.resolve()
    public = Path(load_config(config_file=str(file)).site_dir).resolve()
    for name, theirs in (
        ("the public site", public),
        *((f"'{part}'", (file.parent / part).resolve()) for part in (*PARTS, DOCS)),
    ):
        if there.is_relative_to(theirs) or theirs.is_relative_to(there):
            raise WrongUsageError(
                f"{folder} is where {name} lies, which others read. Leave --site-dir out, "
                f"or name a folder of its own, such as {FOLDER}."
            )


def add_organisers(config: MkDocsConfig, scope: Scope) -> None:
    """Let a build add the pages of organisers, made of the program with what is private.

    Raises:
        WrongUsageError: there is a private folder that was not given, or no plugin to hand pages to.
    """
    program, today = scope.program()
    refuse_blindness(program, scope, public_only=False)
    plugin = next(
        (one for one in config.plugins.values() if isinstance(one, MentorgenPlugin)), None
    )
    if plugin is None:
        raise WrongUsageError(
            f"{config.config_file_path} does not use the plugin 'mentorgen'. Add it under 'plugins'."
        )
    plugin.organisers = ForOrganisers(
        BANNER, START, lambda public: organiser_pages(program, today=today, public=public)
    )
