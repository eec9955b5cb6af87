"""The summary of a check: every problem, errors first, and nobody's text as markup."""

from inline_snapshot import snapshot

from mentorgen.model.problems import Problem, Severity
from mentorgen.output.job_summary import check_summary
from mentorgen.output.report import as_markdown

WARNING = Problem("a.yaml", 3, 1, "no-consent", "@ana is <b>not</b> shown|.", Severity.WARNING)
ERROR = Problem("b|c.yaml", 2, 9, "role", "role must be 'mentor', not '![x](http://e)'.")


def test_a_summary_lists_all_errors_first_and_calls_nobody() -> None:
    assert as_markdown(check_summary([WARNING, ERROR], "2 files read: 1 error, 1 warning.")) == (
        snapshot("""\
2 files read: 1 error, 1 warning.

### To be mended

| File | Line | What is wrong | Rule |
| --- | --: | --- | --- |
| b\\|c.yaml | 2 | role must be 'mentor', not '\\!\\[x\\]\\(http:\u200b//e\\)'. | role |

### Worth a look

| File | Line | What is wrong | Rule |
| --- | --: | --- | --- |
| a.yaml | 3 | @\u200bana is &lt;b&gt;not&lt;/b&gt; shown\\|. | no-consent |
""")
    )


def test_where_all_is_well_that_is_all() -> None:
    text = as_markdown(check_summary([], "2 files read: all is well."))

    assert text == "2 files read: all is well.\n"


def test_a_thousand_problems_are_a_thousand_rows() -> None:
    many = [Problem("a.yaml", line, 1, "role", "Hm.") for line in range(1, 1_001)]

    assert as_markdown(check_summary(many, "Hm.")).count("\n| a.yaml") == 1_000
