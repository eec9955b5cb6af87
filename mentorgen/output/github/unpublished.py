"""What the organisers read when the site could not be published."""

from mentorgen.output.report import Report, as_markdown

TITLE = "The site could not be published"
MOST_BYTES = 60_000
_CUT = "\n\nThe page of the run has the rest.\n"


def unpublished_body(found: Report, run: str) -> str:
    """Say that the site stays as it was, what a check of the files finds, and where the run is that failed."""
    where = f" [The run that failed]({run}) says more." if run else ""
    whole = (
        f"The site stays as it was before the last change.{where} A check of the files finds this:\n\n"
        f"{as_markdown(found)}\n"
        "Mend it on the main branch, and close this. It comes again if the next run fails, too.\n"
    )
    return whole if len(whole.encode()) <= MOST_BYTES else _first_lines(whole)


def _first_lines(text: str) -> str:
    kept = text.encode()[: MOST_BYTES - len(_CUT)].decode(errors="ignore")
    return kept[: kept.rfind("\n")] + _CUT
