"""Ways to write one change into a YAML text, the nicest first; whoever asks tries each for its effect."""

import re
from collections.abc import Iterator, Sequence

from mentorgen.loading.edits_nodes import SPACE, Entry, Layout, Node
from mentorgen.loading.edits_spelling import (
    block_lines,
    entry_lines,
    field_lines,
    in_line,
    in_lines,
)
from mentorgen.loading.yaml_events import Path, Value

_HEADER = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?")
_INDENT = "  "


def with_value(layout: Layout, path: Path, value: Value) -> Iterator[str]:
    """Write another value in the place of one."""
    way = layout.way(path)
    parent, entry = layout.parent(way), way[-1]
    if not parent.in_brackets:
        yield from _over_lines(layout, entry, value)
    yield _on_line(layout, entry, in_line(value, in_brackets=parent.in_brackets))


def with_field(
    layout: Layout, path: Path, value: Value, *, before: Sequence[str] = ()
) -> Iterator[str]:
    """Add a field to a map, behind the last of the fields `before` it that are there."""
    way, key = layout.way(path), str(path[-1])
    parent = way[-1].value if way else layout.top
    if parent.in_brackets:
        name = in_line(key, in_brackets=True)
        yield _into_brackets(layout, parent, f"{name}: {in_line(value, in_brackets=True)}")
    else:
        earlier = [entry for entry in parent.entries if entry.key in before]
        place = (earlier or parent.entries)[-1].value.end
        for lines in (
            field_lines(key, value, indent=_list_indent(layout)),
            field_lines(key, value),
            [f"{in_line(key)}: {in_line(value)}"],
        ):
            yield _below(layout, place, lines, _pad(layout, parent))


def with_entry(layout: Layout, path: Path, value: Value) -> Iterator[str]:
    """Add an entry at the end of a list that is there, even if it is empty."""
    node = layout.way(path)[-1].value
    if node.in_brackets and (node.entries or "#" in layout.text[node.start : node.end]):
        yield _into_brackets(layout, node, _like(layout, node, in_line(value, in_brackets=True)))
    elif node.entries:
        yield from _behind_last(layout, node, value)
    else:
        yield from with_value(layout, path, [value])


def without(layout: Layout, path: Path) -> Iterator[str]:
    """Take a field or an entry of a list out, with the comment on its line and none above it."""
    way = layout.way(path)
    parent, entry = layout.parent(way), way[-1]
    if parent.in_brackets:
        yield from _out_of_brackets(layout, parent, entry)
    elif len(parent.entries) > 1:
        yield from _out_of_lines(layout, parent, entry)
    elif len(way) > 1:
        yield _on_line(layout, way[-2], "{}" if parent.style == "{" else "[]")


def _over_lines(layout: Layout, entry: Entry, value: Value) -> Iterator[str]:
    """Write a text as a block, and a list or map line by line, where one was or nothing was."""
    text, node = layout.text, entry.value
    if isinstance(value, str):
        style = node.style if node.style in {"|", ">"} else "|"
        if block := block_lines(value, style) or block_lines(value, "|"):
            yield _as_block(layout, entry, block)
    elif value and isinstance(value, (dict, list)):
        if node.is_collection and not node.in_brackets:
            joint = layout.line_break(node.start) + _pad(layout, node)
            yield text[: node.start] + joint.join(in_lines(value)) + text[node.end :]
        elif not node.entries and (node.is_collection or node.start == node.end):
            yield from _instead_of_nothing(layout, entry, value)


def _instead_of_nothing(layout: Layout, entry: Entry, value: Value) -> Iterator[str]:
    """Write a list or map of maps below a field that is empty; plain words fit on its line."""
    if isinstance(value, list) and not any(isinstance(item, dict) for item in value):
        return
    text, node = layout.text, entry.value
    kept = text[: entry.slot] + text[node.end :]
    emptied = Layout(kept, layout.top, layout.commas)
    column = " " * layout.column(entry.start)
    for indent in (_list_indent(layout), _INDENT):
        yield _below(emptied, entry.slot, in_lines(value), column + indent)


def _as_block(layout: Layout, entry: Entry, block: Sequence[str]) -> str:
    text, node = layout.text, entry.value
    ends = layout.line_end(node.end)
    header = _HEADER.match(text, node.start) if node.style in {"|", ">"} else None
    comment = (header["comment"] or "") if header else text[node.end : ends].rstrip(SPACE)
    pad = _body_pad(layout, entry) if header else ""
    pad = pad or " " * layout.column(entry.start) + _INDENT
    line_break = layout.line_break(node.start)
    lines = [_lead(text, entry) + block[0] + comment]
    lines += [pad + line if line else "" for line in block[1:]]
    last = text[:ends][len(text[:ends].rstrip("\r\n")) :]
    return text[: entry.slot] + line_break.join(lines) + last + text[ends:]


def _body_pad(layout: Layout, entry: Entry) -> str:
    """Give the indent of the text below a block's mark."""
    body = layout.text[layout.line_end(entry.value.start) : entry.value.end]
    first = next((line for line in body.split("\n") if line.strip(SPACE)), "")
    return first[: len(first) - len(first.lstrip(" "))]


def _lead(text: str, entry: Entry) -> str:
    """Give the space between a colon and its value, which some people line up."""
    lead = text[entry.slot : entry.value.start]
    return lead if lead and not lead.strip(" \t") else " "


def _on_line(layout: Layout, entry: Entry, written: str) -> str:
    """Write a value on the line of its key or dash."""
    text, node = layout.text, entry.value
    if node.start == node.end and not node.is_collection:
        rest = text[entry.slot :]
        if rest.lstrip(" ")[:1] in {",", "}"}:
            rest = rest.lstrip(" ")
        return f"{text[: entry.slot]} {written}{rest}"
    is_below = layout.line_start(node.start) > entry.slot
    if node.is_collection and not node.in_brackets and is_below:
        lines = text[entry.slot : layout.line_start(node.start)]
        return f"{text[: entry.slot]} {written}{lines}{text[layout.line_end(node.end) :]}"
    header = _HEADER.match(text, node.start) if node.style in {"|", ">"} else None
    comment = (header["comment"] or "") if header else ""
    return text[: node.start] + written + comment + text[node.end :]


def _behind_last(layout: Layout, node: Node, value: Value) -> Iterator[str]:
    last = node.entries[-1]
    gap = layout.text[last.slot : last.value.start]
    gap = gap if gap and not gap.strip(" ") else " "
    if last.value.style == "{" and last.value.in_brackets:
        lines = [f"-{gap}{_like(layout, node, in_line(value))}"]
        yield _below(layout, last.value.end, lines, _pad(layout, node))
    yield _below(layout, last.value.end, entry_lines(value, gap=gap), _pad(layout, node))


def _like(layout: Layout, node: Node, written: str) -> str:
    """Put spaces inside braces where the last entry of a list has them."""
    start = node.entries[-1].value.start if node.entries else node.start
    is_spaced = layout.text.startswith("{ ", start)
    return f"{{ {written[1:-1]} }}" if is_spaced and written.startswith("{") else written


def _into_brackets(layout: Layout, node: Node, piece: str) -> str:
    text = layout.text
    if not node.entries:
        inside = text[node.start + 1 : node.end - 1].rstrip(" \t")
        return text[: node.start + 1] + inside + piece + text[node.end - 1 :]
    last = node.entries[-1]
    behind, end = layout.behind(last, node.end), last.value.end
    has_comma = behind > end
    if layout.opens_line(last.start) and layout.closes_line(behind):
        at = layout.line_end(behind)
        line = " " * layout.column(last.start) + piece + ("," if has_comma else "")
        comma = "" if has_comma else ","
        line_break = layout.line_break(last.start)
        return text[:end] + comma + text[end:at] + line + line_break + text[at:]
    joint = " " if has_comma else ", "
    return text[:behind] + joint + piece + text[behind:]


def _out_of_brackets(layout: Layout, parent: Node, entry: Entry) -> Iterator[str]:
    text, at = layout.text, parent.entries.index(entry)
    behind = layout.behind(entry, parent.end)
    if layout.opens_line(entry.start) and layout.closes_line(behind):
        yield text[: layout.line_start(entry.start)] + text[layout.line_end(behind) :]
    following = parent.entries[at + 1].start if at + 1 < len(parent.entries) else None
    if following and not text[behind:following].strip(" \t"):
        yield text[: entry.start] + text[following:]
    before = layout.behind(parent.entries[at - 1], parent.end)
    if at and not text[before : entry.start].strip(SPACE):
        yield text[: before if following else parent.entries[at - 1].value.end] + text[behind:]
    elif len(parent.entries) == 1 and not text[parent.start + 1 : entry.start].strip(SPACE):
        yield text[: parent.start + 1] + text[parent.end - 1 :]
    yield text[: entry.start] + text[behind:]


def _out_of_lines(layout: Layout, parent: Node, entry: Entry) -> Iterator[str]:
    text, below = layout.text, layout.line_end(entry.value.end)
    following = parent.entries[1].start
    if layout.opens_line(entry.start):
        yield text[: layout.line_start(entry.start)] + text[below:]
    elif not text[below:following].strip(SPACE):
        yield text[: entry.start] + text[following:]


def _below(layout: Layout, index: int, lines: Sequence[str], pad: str) -> str:
    """Put lines below the line of a place; a missing last line break stays missing."""
    text, at = layout.text, layout.line_end(index)
    line_break = layout.line_break(index)
    body = line_break.join(pad + line if line else "" for line in lines)
    if text[:at].endswith("\n"):
        return text[:at] + body + line_break + text[at:]
    return text + line_break + body


def _pad(layout: Layout, node: Node) -> str:
    return " " * layout.column(node.entries[0].start)


def _list_indent(layout: Layout) -> str:
    """Give how far the first list of the file is indented below its field."""
    for entry in layout.top.entries:
        node = entry.value
        if node.style == "[" and node.entries and not node.in_brackets:
            return " " * (layout.column(node.start) - layout.column(entry.start))
    return _INDENT
