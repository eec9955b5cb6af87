"""Measure the building of a site beside other ways to build the same pages, in one run.

    python bench/site.py [PEOPLE ...]

Each turn is a process of its own that builds into an empty folder. The yardsticks are a site of nobody
with the same plugin; the same pages, and their words alone, as Markdown of MkDocs and Material; the whole
theme around each page instead of a shared shell; and Hugo, which gets the finished pages, and so is set beside a row
in which ours are finished, too. What must hold is printed at the end; the sizes must hold on any machine.
"""

import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
sys.path.insert(0, str(REPOSITORY))

from tests.programs.trees import SITE, TODAY, Tree, empty, many_people  # noqa: E402

PEOPLE = (100, 1_000, 10_000)
FEW = 1_000
"""Up to so many people each turn is taken three times, and the best counts."""
TURNS = 3
LONGEST_PAGE = 30_000
LONGEST_ENTRY = 600
MOST_MEMORY = 400
ENVIRONMENT = {
    **{key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    "MENTORGEN_TODAY": str(TODAY),
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(REPOSITORY),
}
ABOUT = "".join(
    f"""  I keep **{number} looms** of a town running, and I like to see how a *first thread* becomes a cloth.

  - `shed {number}` opens at [the mill](https://mill-{number}.looms.example.org/) each morning;
  - whoever wants to try it may, with or without a plan.

"""
    for number in range(2, 9)
)
ZONES = (
    "Africa/Lagos",
    "America/Bogota",
    "America/Chicago",
    "America/Denver",
    "America/Halifax",
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Dhaka",
    "Asia/Dubai",
    "Asia/Karachi",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Seoul",
    "Asia/Tokyo",
    "Asia/Yangon",
    "Australia/Adelaide",
    "Europe/Helsinki",
    "Europe/Lisbon",
    "Europe/Madrid",
    "Pacific/Auckland",
)
NOBODY = "nobody's site"
PLAIN = "one page of Material alone"
OURS = "ours, from records to pages"
READY = "ours, pages finished before"
HUGO = "Hugo, the same finished pages"
WHOLE = "ours, the whole theme each time"
MARKDOWN = "the same words as Markdown pages"
THROUGH = "the same pages through Markdown"
HUGO_SETTINGS = """\
baseURL = "/"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
"""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one build took and wrote; `mebibytes` is the memory at its highest."""

    seconds: float
    on_processor: float
    mebibytes: float
    written: float
    page: float | None = None
    search: float | None = None


def main(sizes: Sequence[int]) -> None:
    """Print one table for each number of people, then what must hold and whether it does."""
    measured = {}
    with tempfile.TemporaryDirectory() as folder:
        for people in sizes:
            measured[people] = _measured(people, Path(folder, str(people)))
    promised = [_kept(what, is_kept) for what, is_kept in _sizes_promised(measured)]
    sys.exit(not all(promised))


def _measured(people: int, folder: Path) -> Mapping[str, Turn]:
    turns = TURNS if people <= FEW else 1
    print(f"\n{people:>7,}  {'':<34}{'s':>8}{'CPU s':>8}{'MiB':>6}{'ratio':>7}", end="")
    print(f"{'MB':>7}{'B/page':>8}{'search B':>9}")
    rows: dict[str, Turn] = {}
    for what, build in _ways(people, folder):
        if build is None:
            print(f"{'':>7}  {what:<34} is not installed here: nothing to compare with")
            continue
        rows[what] = min((build() for _ in range(turns)), key=lambda turn: turn.on_processor)
        _row(what, rows[what], next(iter(rows.values())))
    for what, ratio in _ratios(rows):
        print(f"{'':>7}  {what:<50}{ratio:>13.2f}")
    return rows


def _ways(people: int, folder: Path) -> Iterator[tuple[str, Callable[[], Turn] | None]]:
    """Give each way to build, laid out when it is its turn: later ones take what earlier ones made."""
    nobody = _laid_out(folder / "nobody", {**SITE, **empty()})
    yield NOBODY, partial(_mkdocs, nobody, people)
    plain = _laid_out(folder / "plain", {**SITE, "mkdocs.yml": _without_us()})
    yield PLAIN, partial(_mkdocs, plain, people)
    ours = _laid_out(folder / "ours", {**SITE, **_crowd(people)})
    yield OURS, partial(_mkdocs, ours, people)
    site = folder / "site.pickle"
    _run((sys.executable, __file__, "finish", ours, site))
    ready = (sys.executable, __file__, "ready", nobody, site)
    yield READY, partial(_built, ready, nobody, people)
    hugo = shutil.which("hugo")
    yield HUGO, partial(_hugo, hugo, ours / "site", people) if hugo else None
    whole = _laid_out(folder / "whole", {**SITE, **_crowd(people), "mkdocs.yml": _unshared()})
    yield WHOLE, partial(_mkdocs, whole, people)
    markdown = _laid_out(folder / "markdown", _as_markdown(ours / "site", _words))
    yield MARKDOWN, partial(_mkdocs, markdown, people)
    through = _laid_out(folder / "through", _as_markdown(ours / "site", str))
    yield THROUGH, partial(_mkdocs, through, people)


def _ratios(rows: Mapping[str, Turn]) -> Iterator[tuple[str, float]]:
    """Compare by seconds on the processor, which other programs on the machine disturb least."""
    took = {what: turn.on_processor for what, turn in rows.items()}
    yield "ours by nobody's site", took[OURS] / took[NOBODY]
    yield "ours by one page of Material", took[OURS] / took[PLAIN]
    yield "Markdown by ours, words alone", took[MARKDOWN] / took[OURS]
    yield "Markdown by ours, the same pages", took[THROUGH] / took[OURS]
    yield "Markdown by ours, pages finished before", took[THROUGH] / took[READY]
    yield (
        "Markdown by ours, both without start",
        (took[MARKDOWN] - took[PLAIN]) / (took[OURS] - took[NOBODY]),
    )
    yield "the whole theme by ours", took[WHOLE] / took[OURS]
    if HUGO in took:
        yield "ours, finished before, by Hugo", took[READY] / took[HUGO]
        yield "ours, from records, by Hugo", took[OURS] / took[HUGO]


def _sizes_promised(measured: Mapping[int, Mapping[str, Turn]]) -> Iterator[tuple[str, bool]]:
    ours = [rows[OURS] for rows in measured.values()]
    pages = [turn.page or 0 for turn in ours]
    yield "a profile's page is under 30 KB", max(pages) < LONGEST_PAGE
    yield "it is as long in a crowd", max(pages) <= 1.02 * min(pages)
    yield (
        "a profile takes at most 600 B of the search",
        max(t.search or 0 for t in ours) <= LONGEST_ENTRY,
    )
    yield (
        "a build takes at most 400 MB",
        max(turn.mebibytes for turn in ours) * 1.048576 <= MOST_MEMORY,
    )


def _kept(what: str, is_kept: bool) -> bool:  # noqa: FBT001
    print(f"{'kept' if is_kept else 'BROKEN'}: {what}")
    return is_kept


def _row(what: str, turn: Turn, yardstick: Turn) -> None:
    page, search = ("" if one is None else f"{one:,.0f}" for one in (turn.page, turn.search))
    print(
        f"{'':>7}  {what:<34}{turn.seconds:>8.2f}{turn.on_processor:>8.2f}{turn.mebibytes:>6.0f}"
        f"{turn.on_processor / yardstick.on_processor:>7.2f}{turn.written:>7.1f}{page:>8}{search:>9}",
        flush=True,
    )


def _mkdocs(root: Path, people: int) -> Turn:
    command = (
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        root / "mkdocs.yml",
    )
    return _built(command, root, people)


def _hugo(hugo: str, site: Path, people: int) -> Turn:
    root = site.parent.parent / "hugo"
    if not root.exists():
        _for_hugo(site, root)
    command = (hugo, "--source", root, "--destination", root / "site", "--quiet")
    return _built(command, root, people)


def _built(command: Sequence[str | Path], root: Path, people: int) -> Turn:
    """Let a process of its own build into an empty folder, and look at what came out."""
    site = root / "site"
    shutil.rmtree(site, ignore_errors=True)
    os.sync()
    seconds, on_processor, mebibytes = _run(command)
    files = [path for path in site.rglob("*") if path.is_file()]
    profiles = [path.stat().st_size for path in site.glob("people/*/index.html")]
    return Turn(
        seconds=seconds,
        on_processor=on_processor,
        mebibytes=mebibytes,
        written=sum(path.stat().st_size for path in files) / 1e6,
        page=sum(profiles) / people if profiles else None,
        search=_search_bytes(site) / people if profiles else None,
    )


def _run(command: Sequence[str | Path]) -> tuple[float, float, float]:
    """Run a command: seconds, seconds on the processor, and the most MiB that it took."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed.")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _search_bytes(site: Path) -> int:
    index = site / "search/search_index.json"
    if not index.is_file():
        return 0
    entries = json.loads(index.read_text("utf-8"))["docs"]
    people = [entry for entry in entries if entry["location"].startswith("people/")]
    return sum(len(json.dumps(entry, separators=(",", ":"))) + 1 for entry in people)


def _crowd(people: int) -> Tree:
    """Give people of many places who tell a little about themselves."""
    about = rf"\g<0>\nabout: |\n{ABOUT.rstrip()}\nlinks: [https://www.looms.example.org/]"
    tree = {
        place: re.sub(r"^line: .*$", about, text, flags=re.MULTILINE)
        for place, text in many_people(people).items()
    }
    return {
        place: re.sub(r"(?<=timezone: ).*", ZONES[number % len(ZONES)], text)
        for number, (place, text) in enumerate(tree.items())
    }


def _laid_out(root: Path, tree: Tree) -> Path:
    for place, text in tree.items():
        file = root / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def _unshared() -> str:
    return SITE["mkdocs.yml"].replace("  - mentorgen\n", "  - mentorgen: {shared_shell: false}\n")


def _without_us() -> str:
    return SITE["mkdocs.yml"].replace("  - mentorgen\n", "")


def _as_markdown(site: Path, written: Callable[[str], str]) -> Tree:
    """Give every profile as a page of Markdown, for MkDocs and Material alone."""
    listed = f"{_without_us()}not_in_nav: people/*\nvalidation: {{links: {{not_found: ignore}}}}\n"
    tree = {**SITE, "mkdocs.yml": listed, "docs/index.md": "# Home\n"}
    for page in sorted(site.glob("people/*/index.html")):
        _, body, _ = _cut(page.read_text("utf-8"))
        tree[f"docs/people/{page.parent.name}.md"] = written(body)
    return tree


def _words(html: str) -> str:
    """Write a page in Markdown: headings, lists and links too, but no pictures."""
    html = re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
    html = re.sub(r'<a href="([^"]*)"[^>]*>(.*?)</a>', r"[\2](\1)", html, flags=re.DOTALL)
    html = re.sub(r"<h([1-6])[^>]*>", lambda found: "\n\n" + "#" * int(found[1]) + " ", html)
    html = re.sub(r"<(?:li|option|dt)[^>]*>", "\n- ", html)
    html = re.sub(r"</(?:h[1-6]|p|ul|dl|section)>", "\n\n", html)
    return unescape(re.sub(r"<[^>]+>", "", html))


def _cut(html: str) -> tuple[str, str, str]:
    """Cut a page before and after what is its own."""
    start = html.index('<div class="mg mg-person')
    end = html.index("</article>")
    return html[:start], html[start:end], html[end:]


def _for_hugo(site: Path, root: Path) -> None:
    """Lay out the bodies of all profiles for Hugo, with the head and the foot of ours around them."""
    pages = sorted(site.glob("people/*/index.html"))
    before, _, after = _cut(pages[0].read_text("utf-8"))
    title = re.search(r"<title>(.*?) - ", before)
    layout = f"{before}{{{{ .Content }}}}{after}".replace(title[1] if title else "", "{{ .Title }}")
    _laid_out(root, {"config.toml": HUGO_SETTINGS, "layouts/_default/single.html": layout})
    for page in pages:
        _, body, _ = _cut(page.read_text("utf-8"))
        name = page.parent.name
        head = f'---\ntitle: "{name}"\ndescription: "{name}"\n---\n'
        _laid_out(root, {f"content/people/{name}.html": f"{head}{body}"})


def finish(root: Path, to: Path) -> None:
    """Make the pages of a program and keep them."""
    from mentorgen.loading.program import load  # noqa: PLC0415 # each turn imports only what it measures
    from mentorgen.output.site.builder import SiteOptions, build_site  # noqa: PLC0415

    program = load(root, today=TODAY).program
    if program is None:
        raise SystemExit("The program has problems.")
    to.write_bytes(pickle.dumps(build_site(program, SiteOptions(today=TODAY))))


def ready(root: Path, kept: Path) -> None:
    """Build a site of pages that were kept."""
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    from mentorgen.adapters.mkdocs_plugin import plugin  # noqa: PLC0415

    site = pickle.loads(kept.read_bytes())
    setattr(plugin, "build_site", lambda *_: site)  # noqa: B010 # it imports that name
    build(load_config(str(root / "mkdocs.yml")))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["finish", root, to]:
            finish(Path(root), Path(to))
        case ["ready", root, kept]:
            ready(Path(root), Path(kept))
        case sizes:
            main([int(size) for size in sizes] or PEOPLE)
