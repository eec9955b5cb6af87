"""A search by atheris for bytes that make the loader fail, led by the lines of the loader that are reached.

`make fuzz` runs it: `python -m tests.hostile.fuzz [RUNS [SECONDS]]`. What it finds ends it with a
traceback and lies in `.cache/fuzz`: the first byte chooses the kind of record, the others are its file.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.mutants import TOKENS
from tests.hostile.records import RECORDS, public_path

FOLDER = Path(__file__).parents[2] / ".cache" / "fuzz"
RUNS, SECONDS = 200_000, 120
_PATHS = sorted(RECORDS)
_MOST_BYTES = 4096
_OPTIONS = (
    f"-max_len={_MOST_BYTES}",
    "-timeout=2",
    "-rss_limit_mb=512",
    f"-artifact_prefix={FOLDER}/",
    f"-dict={FOLDER}/tokens.txt",
    "-print_final_stats=1",
)
_WATCHED = ("mentorgen.loading", "yaml.scanner", "yaml.parser", "yaml.reader")
_NO_ATHERIS = """\
Nothing was searched: atheris is not there for Python {python} on this machine.
It is made for Linux on x86-64. To take another Python: make clean; make fuzz PYTHON=/path/to/python3.11
"""


def main(runs: int = RUNS, seconds: int = SECONDS) -> None:
    """Search until as many files are read, or as many seconds have gone; then the process ends."""
    try:
        import atheris  # noqa: PLC0415 # not every machine has it
    except ImportError:
        sys.stderr.write(_NO_ATHERIS.format(python=sys.version.split()[0]))
        return
    with atheris.instrument_imports(include=[*_WATCHED]):
        from tests.hostile.targets import read  # noqa: PLC0415

    def once(content: bytes) -> None:
        if content:
            read(_PATHS[content[0] % len(_PATHS)], content[1:])

    limits = (f"-runs={runs}", f"-max_total_time={seconds}")
    atheris.Setup([sys.argv[0], *_OPTIONS, *limits, str(_laid_out())], once)
    atheris.Fuzz()


def _laid_out() -> Path:
    """Write the files from which the search begins, and the words it may put into them."""
    seeds = FOLDER / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(_seeds()):
        (seeds / f"seed-{number:03}").write_bytes(content)
    words = (token.encode() if isinstance(token, str) else token for token in TOKENS)
    lines = "".join(f'"{_escaped(word)}"\n' for word in words if len(word) < 60)
    (FOLDER / "tokens.txt").write_text(lines)
    return seeds


def _seeds() -> Iterator[bytes]:
    """Give the records of every kind and those of the rules' examples."""
    from tests.example_files import FOLDER as EXAMPLES  # noqa: PLC0415 # imports the loader
    from tests.example_files import sections_of  # noqa: PLC0415

    for number, path in enumerate(_PATHS):
        yield bytes([number]) + RECORDS[path].encode()
    for example in sorted(EXAMPLES.glob("*/*.txt")):
        for section in sections_of(example):
            for number in _numbers(section.path):
                yield bytes([number]) + section.content[: _MOST_BYTES - 1]


def _numbers(path: str) -> list[int]:
    """Find the first record that lies in the same folder."""
    folder = public_path(path).split("/")[1:2]
    return [at for at, own in enumerate(_PATHS) if public_path(own).split("/")[1:2] == folder][:1]


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
