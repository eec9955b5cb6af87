"""Where the site's own files lie in the package, and where they go in a built site."""

from __future__ import annotations

from pathlib import Path

THEME = Path(__file__).parent / "theme"
"""Overrides of Material's templates: a folder to put before the theme's own."""

ASSETS = Path(__file__).parent / "assets"
"""Stylesheet, script, fonts and mark: all of them are copied to `ASSETS_PATH` of the site."""

ASSETS_PATH = "assets/mentorgen"
STYLESHEET = f"{ASSETS_PATH}/look.css"
SCRIPTS = tuple(f"{ASSETS_PATH}/{name}" for name in ("people.js", "me.js", "dates.js"))
MARK = f"{ASSETS_PATH}/mark.svg"
COLOURS = f"{ASSETS_PATH}/colours.css"
"""What a community changes of the stylesheet: a file only where it does."""
