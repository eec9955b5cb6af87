"""Records after a few changes at random: the same seed gives the same mutants, everywhere."""

from collections.abc import Callable, Iterator
from random import Random

from tests.hostile.records import RECORDS

TOKENS = (
    *(
        b"\n",
        b"\r\n",
        b"\r",
        b"\t",
        b" ",
        b"  ",
        b"   ",
        b"- ",
        b"-",
        b": ",
        b":",
        b"? ",
        b"#",
        b" # ",
    ),
    *(
        b"'",
        b'"',
        b"''",
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b"[[[[[[[[[[[[[[[[[",
        b"|",
        b">",
        b"|-",
        b">+",
        b"|2",
    ),
    *(
        b"&a ",
        b"*a",
        b"!t ",
        b"!!binary ",
        b"!!python/object:os.system ",
        b"<<: ",
        b"%YAML 1.2\n",
        b"%",
    ),
    *(
        b"---\n",
        b"\n---\n",
        b"...\n",
        b"--- ",
        b"~",
        b"null",
        b"true",
        b"yes",
        b"NaN",
        b".inf",
        b"0",
    ),
    *(
        b"-1",
        b"1e9",
        b"0o17",
        b"0x1F",
        b"1_000",
        b"9" * 30,
        b"9" * 5000,
        b"2026-02-30",
        b"0000-00-00",
    ),
    *(
        b"2026-03-01T10:00:00Z",
        b"24:00",
        b"17:30",
        b"@",
        b"`",
        b"\\",
        b"\\x41",
        b'"\\u202e"',
        b'"\\U00110000"',
    ),
    *(
        b"\x00",
        b"\x07",
        b"\x1b[31m",
        b"\x7f",
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
    ),
    *(
        "\ufeff",
        "\u202e",
        "\u200b",
        "\u200d",
        "\u2028",
        "\x85",
        "\xa0",
        "\u3000",
        "\u00ad",
        "\ufffe",
    ),
    *(
        "é",
        "e\u0301",
        "\u0130",
        "ß",
        "家",
        "👩‍👩‍👧",
        "א",
        "\U000e0041",
        "\ufdfa",
        "a" * 400,
        "z\u0335" * 90,
    ),
    *(
        b"schema: 1\n",
        b"kind: ended\n",
        b"visibility: pair\n",
        b"../../etc/passwd",
        b"ada@example.org",
    ),
    *(
        b"<script>alert(1)</script>",
        b"{{ 7 * 7 }}",
        b"${x}",
        b"::error::",
        b"<<<<<<< HEAD\n",
        b"con",
    ),
)
"""What people paste and attackers write: a text stands for its bytes in UTF-8."""


def mutants(seed: int, many: int) -> Iterator[tuple[str, bytes]]:
    """Give paths of records with changed bytes; up to five changes each."""
    random = Random(seed)
    paths = sorted(RECORDS)
    for _ in range(many):
        path = random.choice(paths)
        content = RECORDS[path].encode()
        for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5))):
            change = random.choice(CHANGES)
            content = change(content, random)
        yield path, content


def _token(random: Random) -> bytes:
    token = random.choice(TOKENS)
    return token.encode() if isinstance(token, str) else token


def _insert(content: bytes, random: Random) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + _token(random) + content[at:]


def _replace(content: bytes, random: Random) -> bytes:
    at, token = random.randint(0, len(content)), _token(random)
    return content[:at] + token + content[at + len(token) :]


def _cut(content: bytes, random: Random) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + content[at + random.randint(1, 20) :]


def _end_early(content: bytes, random: Random) -> bytes:
    return content[: random.randint(0, len(content))]


def _flip(content: bytes, random: Random) -> bytes:
    if not content:
        return content
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]


def _scatter(content: bytes, random: Random) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + random.randbytes(random.randint(1, 4)) + content[at:]


def _windows(content: bytes, _: Random) -> bytes:
    return content.replace(b"\n", b"\r\n")


def _other_value(content: bytes, random: Random) -> bytes:
    return _with_lines(
        content, random, lambda line: line.partition(b":")[0] + b": " + _token(random) + b"\n"
    )


def _other_name(content: bytes, random: Random) -> bytes:
    return _with_lines(
        content, random, lambda line: _token(random) + b":" + line.partition(b":")[2]
    )


def _indent(content: bytes, random: Random) -> bytes:
    return _with_lines(content, random, lambda line: b" " * random.randint(1, 5) + line)


def _dedent(content: bytes, random: Random) -> bytes:
    return _with_lines(content, random, lambda line: line[random.randint(1, 3) :])


def _entry(content: bytes, random: Random) -> bytes:
    return _with_lines(content, random, lambda line: b"- " + line)


def _drop(content: bytes, random: Random) -> bytes:
    return _with_lines(content, random, lambda _: b"")


def _repeat(content: bytes, random: Random) -> bytes:
    times = random.choice((2, 2, 2, 2, 20, 3000))
    return _with_lines(content, random, lambda line: line * times)


def _nest(content: bytes, random: Random) -> bytes:
    deep = random.choice((15, 16, 17, 300))
    return _with_lines(
        content,
        random,
        lambda line: line.partition(b":")[0] + b": " + b"[" * deep + b"]" * deep + b"\n",
    )


def _swap(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def _turn(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    at = random.randint(0, len(lines))
    return b"".join([*lines[at:], *lines[:at]])


def _graft(content: bytes, random: Random) -> bytes:
    """Put a piece of another record into this one."""
    other = RECORDS[random.choice(sorted(RECORDS))].encode().splitlines(keepends=True)
    at, length = random.randrange(len(other)), random.randint(1, 5)
    return _with_lines(content, random, lambda line: line + b"".join(other[at : at + length]))


def _with_lines(content: bytes, random: Random, change: Callable[[bytes], bytes]) -> bytes:
    """Change one line."""
    lines = content.splitlines(keepends=True) or [b""]
    at = random.randrange(len(lines))
    return b"".join([*lines[:at], change(lines[at]), *lines[at + 1 :]])


CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_insert, _replace, _cut, _end_early, _flip, _scatter, _windows),
    *(_other_value, _other_name, _indent, _dedent, _entry, _drop, _repeat, _nest),
    *(_swap, _turn, _graft),
)
