"""Sites of repositories that went through the commands of their organisers, served to a browser."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.programs.trees import SITE, TODAY, Tree

COMMAND = Path(sys.executable).with_name("mentorgen")
PALETTE = """\
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
      toggle: {icon: material/weather-sunny, name: Switch to dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
      toggle: {icon: material/weather-night, name: Switch to light}
"""


def a_repository(factory: pytest.TempPathFactory, tree: Tree) -> Path:
    """Commit a program and what its site needs."""
    root = factory.mktemp("repository")
    config = SITE["mkdocs.yml"].replace("  font: false\n", f"  font: false\n{PALETTE}")
    for name, text in {**SITE, **tree, "mkdocs.yml": config}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for typed in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "The program")):
        who = ("-c", "user.name=Org", "-c", "user.email=org@example.org")
        subprocess.run(["git", "-C", root, *who, *typed], check=True)
    return root


def built(root: Path, *, looks: tuple[str, ...] = ("check", "match")) -> Path:
    """Build the site as its organisers do, after they looked at the program; give its folder."""
    for typed in (*((look,) for look in looks), ("build", "--preview")):
        subprocess.run(
            [COMMAND, *typed, "--root", root, "--today", str(TODAY)],
            check=True,
            capture_output=True,
        )
    return root / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site on this machine; give its address."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
