"""The lines of a comment that its author means as commands: what is quoted, code or an e-mail's tail is not."""

# ruff: noqa: RUF001 # words of many languages, in their own letters

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

LONGEST_COMMENT = 65_536
"""More than a comment can hold."""
_SLASHES = "/\N{FULLWIDTH SOLIDUS}\N{FRACTION SLASH}\N{DIVISION SLASH}"
_FENCE = re.compile(r"((?: {0,3}(?:[-+*]|[0-9]{1,9}[.)]) )* {0,3})(`{3,}|~{3,})(.*)")
_CODE = " " * 4
_OPENS = re.compile(r"<(!--|(?:pre|code|blockquote|script|style|textarea)\b)", re.IGNORECASE)
_HIDDEN = re.compile(r"<!--.*?-->")
_CUTS = re.compile(
    r"(--|[\u2014]|_{10,}"
    r"|-{2,} ?(original message|original-nachricht|ursprüngliche nachricht|forwarded message"
    r"|message d'origine|message transféré|mensaje original|mensagem original"
    r"|messaggio originale|oorspronkelijk bericht|исходное сообщение) ?-{2,})",
    re.IGNORECASE,
)
_SENT_BY = re.compile(
    r"(sent from my|sent via|get outlook for|von meinem|gesendet mit|gesendet von|outlook für"
    r"|envoyé de|envoyé depuis|télécharger outlook|enviado desde|enviado do|enviado de"
    r"|inviato da|verstuurd vanaf|verzonden vanaf|wysłane z|отправлено с|надіслано з"
    r"|skickat från|sendt fra|lähetetty|odesláno z|odoslané z|发自我的|從我的|iphoneから|reply to this email directly)",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(wrote|schrieb.{0,200}|a écrit|ha escrito|escribió|escreveu|ha scritto|schreef.{0,200}|het volgende geschreven"
    r"|napisał(\(a\)|a)?|написал(\(а\)|а)?|пишет|пише|napsal(\(a\)|a)?|napísal(\(a\)|a)?|skrev.{0,200}|kirjoitti"
    r"|yazdı|のメール|は書きました|写道|寫道|كتب.{0,200}) ?[:：]$",
    re.IGNORECASE,
)
_FROM = "from|von|de|da|van|od|от|від|från|fra|lähettäjä|kimden|发件人|寄件者|差出人|보낸 사람|من"
_ABOUT = (
    "sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|enviada|fecha|data|para|asunto"
    "|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|wysłano|do|temat|отправлено|дата|кому|тема|skickat"
    "|till|ämne|sendt|til|emne|发送时间|收件人|主题|日時|宛先|件名|보낸 날짜|받는 사람|제목|إلى"
)
_HEADER = re.compile(rf"[*_]*({_FROM}) ?[:：][*_]* ?\S", re.IGNORECASE)
_HEADER_BELOW = re.compile(rf"[*_]*({_ABOUT}) ?[:：]", re.IGNORECASE)
_LINES_OF_HEADER = 3
_LONGEST_HEADING = 500


def own_lines(text: str) -> Iterator[str]:
    """Yield the lines that begin with a slash and are the author's own, from the slash on.

    Every kind of space is a plain one, nothing invisible is left, and the slash is always "/".
    """
    lines = _without_blocks(_plain(text[:LONGEST_COMMENT]).split("\n"))
    for line in _outside_spans(_without_tail(lines)):
        if _is_command(line):
            yield f"/{_HIDDEN.sub('', line).strip(' ')[1:]}"


def _is_command(line: str) -> bool:
    return line.lstrip(" ").startswith(tuple(_SLASHES))


def _plain(text: str) -> str:
    """Write line ends, spaces and what cannot be seen in one way; tabs at a line's start are code."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", _CODE)
    return "".join(map(_plain_character, text))


def _plain_character(character: str) -> str:
    if character == "\n" or " " <= character <= "~":
        return character
    match unicodedata.category(character):
        case "Zs":
            return " "
        case "Cf" | "Cc" | "Cs" | "Co":
            return ""
        case "Zl" | "Zp":
            return "\n"
        case _:
            return character


@dataclass(frozen=True, slots=True)
class _Block:
    """What lines are inside of: its end, and for a fence how far that may stand from the left."""

    closing: str
    most_spaces: int = 0

    def ends_at(self, line: str) -> bool:
        if self.closing[0] not in "`~":
            return self.closing in line.lower()
        mark = line.strip(" ")
        is_mark = len(mark) >= len(self.closing) and not mark.strip(self.closing[0])
        return is_mark and len(line) - len(line.lstrip(" ")) <= self.most_spaces


def _without_blocks(lines: Sequence[str]) -> list[str]:
    """Empty the lines of code and hidden HTML; what is never closed goes on to the end."""
    kept = []
    block: _Block | None = None
    for line in lines:
        if block is not None:
            block = None if block.ends_at(line) else block
            kept.append("")
            continue
        block = _opened(line)
        kept.append("" if block or line.startswith(_CODE) else line)
    return kept


def _opened(line: str) -> _Block | None:
    fence = _FENCE.fullmatch(line)
    if fence and not (fence[2][0] == "`" and "`" in fence[3]):
        return _Block(fence[2], len(fence[1]) + 3)
    bare = _without_spans(line).lower() if "<" in line else ""
    opens = Counter(one[1] for one in _OPENS.finditer(bare))
    for name, number in opens.items():
        closing = "-->" if name == "!--" else f"</{name}"
        if bare.count(closing) < number:
            return _Block(closing)
    return None


def _without_tail(lines: list[str]) -> list[str]:
    """Leave out what an e-mail program added: a signature, and the message that is answered.

    Who answers below a quote is heard: a line that names the quote's author cuts off only what
    follows without a mark of a quote.
    """
    for at, line in enumerate(lines):
        text = line.strip(" ")
        if not text or text.startswith(">"):
            continue
        if (
            _is_cut(text)
            or _is_header(lines, at)
            or (_is_heading(lines, at) and not _quotes(lines, at))
        ):
            return lines[:at]
    return lines


def _is_cut(text: str) -> bool:
    return bool(_CUTS.fullmatch(text) or _SENT_BY.match(text.lstrip("*_[ ")))


def _is_header(lines: Sequence[str], at: int) -> bool:
    """Recognise "From: …" with "Sent: …" or another such line below it."""
    if not _HEADER.match(lines[at].lstrip(" ")):
        return False
    below = lines[at + 1 : at + 1 + _LINES_OF_HEADER]
    return any(_HEADER_BELOW.match(line.lstrip(" ")) for line in below)


def _is_heading(lines: Sequence[str], at: int) -> bool:
    """Recognise the end of "On …, somebody wrote:", which e-mail programs break over several lines."""
    if not _WROTE.search(lines[at].rstrip(" ")[-_LONGEST_HEADING:]):
        return False
    above = takewhile(
        lambda line: line.strip(" ") and not _is_command(line),
        (lines[number] for number in range(at, max(at - _LINES_OF_HEADER, -1), -1)),
    )
    return any(one.isdigit() or one in "@<" for line in above for one in line)


def _quotes(lines: Sequence[str], at: int) -> bool:
    """Tell whether a quote follows the heading that ends here."""
    below = lines[at + 1 : at + 1 + _LINES_OF_HEADER]
    return next((line for line in below if line.strip(" ")), "").lstrip(" ").startswith(">")


def _outside_spans(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines that do not begin inside of `code` which goes over several lines of a paragraph."""
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line.strip(" "):
            paragraph.append(line)
            continue
        spans, start = _spans("\n".join(paragraph)), 0
        firsts = [first for first, _ in spans]
        for own in paragraph:
            before = bisect_left(firsts, start)
            if before == 0 or spans[before - 1][1] <= start:
                yield own
            start += len(own) + 1
        paragraph = []


def _without_spans(line: str) -> str:
    """Take `code` out of a line."""
    kept, start = "", 0
    for first, last in _spans(line):
        kept, start = kept + line[start:first], last
    return kept + line[start:]


def _spans(text: str) -> list[tuple[int, int]]:
    """Find where `code` begins and ends: at the next mark of as many backticks."""
    marks = [found.span() for found in re.finditer("`+", text)]
    later: dict[int, list[int]] = defaultdict(list)
    for first, last in reversed(marks):
        later[last - first].append(last)
    spans, behind = [], 0
    for first, last in marks:
        ends = later[last - first]
        ends.pop()
        if first >= behind and ends:
            behind = ends[-1]
            spans.append((first, behind))
    return spans
