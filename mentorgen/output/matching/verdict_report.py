"""Whether a written proposal is as good as it claims, in plain sentences."""

from collections.abc import Iterator, Sequence

from mentorgen.output.report import Block, Json, Paragraph, Report

HOLDS = "The proof holds: under the rules and points of the files, no other choice is better."
FAILS = "The proof does not hold."


def verdict_report(problems: Sequence[str], notes: Sequence[str], *, for_readers: bool) -> Report:
    """Say whether a proof holds and what is wrong; readers get the answer and no reasons.

    Reasons can rest on what somebody said in confidence.
    """
    shown = () if for_readers else tuple(problems)
    data: Json = {"holds": not problems, "problems": list(shown), "notes": list(notes)}
    return Report(tuple(_blocks(problems, notes, for_readers=for_readers)), data)


def _blocks(problems: Sequence[str], notes: Sequence[str], *, for_readers: bool) -> Iterator[Block]:
    if not problems:
        yield Paragraph(" ".join((HOLDS, *notes)))
        return
    yield Paragraph(FAILS)
    if for_readers:
        yield Paragraph(
            "An organiser sees the reasons with 'mentorgen match --verify' and this file."
        )
    else:
        yield from map(Paragraph, problems)
