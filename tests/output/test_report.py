"""Reports: blocks as Markdown in which people's words do nothing, values as JSON."""

import json

from mentorgen.output.report import (
    Folded,
    Heading,
    Letter,
    Paragraph,
    Report,
    Table,
    as_json,
    as_markdown,
)

REPORT = Report(
    (
        Heading("Two @looms #1"),
        Paragraph("::error::One *line*\nand another"),
        Table(("Who", "Meetings"), (("Ana | Ben", "3"), ("<b>", "12")), frozenset({1})),
        Letter("Hello **Ana**,\n\nhow are you?"),
    ),
    {"name": "ليلى", "meetings": [3, None, True]},
)


def test_markdown_keeps_words_from_being_markup() -> None:
    assert as_markdown(REPORT) == (
        "### Two @\u200blooms #\u200b1\n\n"
        "\\::\u200berror::One \\*line\\* and another\n\n"
        "| Who | Meetings |\n"
        "| --- | --: |\n"
        "| Ana \\| Ben | 3 |\n"
        "| &lt;b&gt; | 12 |\n\n"
        "> Hello **Ana**,\n"
        ">\n"
        "> how are you?\n"
    )


def test_no_line_of_markdown_begins_a_command_of_github() -> None:
    assert not [line for line in as_markdown(REPORT).splitlines() if line.startswith("::")]


def test_json_is_readable_and_in_the_order_it_was_given() -> None:
    assert as_json(REPORT) == (
        '{\n  "name": "ليلى",\n  "meetings": [\n    3,\n    null,\n    true\n  ]\n}'
    )


def test_a_report_of_nothing_is_an_empty_line() -> None:
    assert as_markdown(Report((), None)) == "\n"


def test_details_open_with_a_click_and_hold_markdown() -> None:
    folded = Folded("Ana & <Ben>", (Paragraph("One."), Paragraph("Two *words*.")))

    assert as_markdown(Report((folded,), None)) == (
        "<details>\n<summary>Ana &amp; &lt;Ben&gt;</summary>\n\nOne.\n\nTwo \\*words\\*.\n\n</details>\n"
    )


def test_data_holds_nothing_that_the_log_of_a_workflow_obeys() -> None:
    text = as_json(Report((), ["##[add-mask]e"]))

    assert "##[" not in text
    assert json.loads(text) == ["##[add-mask]e"]
