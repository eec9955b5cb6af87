"""What a changed plan means: its stages, and each running pair by the older and the newer version."""

from collections.abc import Iterable, Iterator
from datetime import date

from mentorgen.analysis.figures import figure
from mentorgen.analysis.plan_changes import Doing, PairShift, PlanChange, StageChange
from mentorgen.analysis.wording import counted, day_text
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table

_OVER = "none"


def plan_report(change: PlanChange, *, since: str, today: date, names_pairs: bool) -> Report:
    """Report on a changed plan; without names the pairs are a number, and that only where they are many."""
    blocks: list[Block] = [Heading(f"{change.after.name}: changes since {since}")]
    rhythm = (change.before.rhythm_days, change.after.rhythm_days)
    if rhythm[0] != rhythm[1]:
        blocks.append(Paragraph(f"Meetings: every {rhythm[0]} days before, every {rhythm[1]} now."))
    if change.stages:
        rows = tuple(_stage_row(one) for one in change.stages)
        blocks.append(Table(("Stage", "What changed", "Weeks"), rows))
    elif rhythm[0] == rhythm[1]:
        blocks.append(Paragraph("No stage differs."))
    blocks.append(Paragraph(_who_follows(change, names_pairs=names_pairs)))
    if names_pairs and change.stages and change.pairs:
        stages = tuple(_pair_row(one) for one in change.pairs)
        blocks.append(Table(("Pair", "In stage"), stages))
        days = tuple(row for one in change.pairs for row in _days(one, today))
        blocks += [Table(("Pair", "Day", "Before", "Now"), days)] if days else []
    data: dict[str, Json] = {
        "plan": change.after.id,
        "since": since,
        "rhythm_days": {"before": rhythm[0], "after": rhythm[1]},
        "stages": [_stage_data(one) for one in change.stages],
        "pairs": [_pair_data(one) for one in change.pairs] if names_pairs else None,
    }
    return Report(tuple(blocks), data)


def _who_follows(change: PlanChange, *, names_pairs: bool) -> str:
    number = len(change.pairs)
    if not names_pairs:
        people = (slug for one in change.pairs for slug in one.pair.everyone)
        shown = figure(number, over=people).value
        if shown is None:
            return "Fewer than five people follow it."
        number = shown
    if not number:
        return "No running pair follows it."
    follow = f"{counted(number, 'running pair')} {'follows' if number == 1 else 'follow'} it"
    moving = sum(bool(one.moves) for one in change.pairs)
    if not names_pairs or not moving:
        return f"{follow}." if moving else f"{follow}; no day moves."
    return f"{follow}; days move for {moving} of them."


def _stage_row(one: StageChange) -> tuple[str, str, str]:
    doings = ", ".join(one.doings)
    weeks = (str(stage.weeks) for stage in (one.before, one.after) if stage)
    name = (one.after or one.before).name  # type: ignore[union-attr] # one of them is there
    if one.before and one.after and Doing.RENAMED in one.doings:
        name = _change((one.before.name, one.after.name))
    return name, doings, _change(weeks)


def _pair_row(one: PairShift) -> tuple[str, str]:
    stages = (stage.stage.name if stage else _OVER for stage in (one.before, one.after))
    return one.pair.id, _change(stages)


def _change(both: Iterable[str]) -> str:
    """Write two values with an arrow between them, and one where they are the same."""
    return " \N{RIGHTWARDS ARROW} ".join(dict.fromkeys(both))


def _days(one: PairShift, today: date) -> Iterator[tuple[str, ...]]:
    """Give a row for each day that moves, so that none is wide, however many there are."""
    moves = [(f"{move.stage} begins", move.before, move.after) for move in one.moves]
    if one.end_before != one.end_after:
        moves.append(("Last day", one.end_before, one.end_after))
    for what, *days in moves:
        yield one.pair.id, what, *(day_text(day, today=today) if day else _OVER for day in days)


def _stage_data(one: StageChange) -> Json:
    return {
        "before": one.before.name if one.before else None,
        "after": one.after.name if one.after else None,
        "changes": [doing.value for doing in one.doings],
        "weeks": [stage.weeks if stage else None for stage in (one.before, one.after)],
    }


def _pair_data(one: PairShift) -> Json:
    return {
        "pair": one.pair.id,
        "stage": [stage.stage.name if stage else None for stage in (one.before, one.after)],
        "last_day": [one.end_before.isoformat(), one.end_after.isoformat()],
        "moves": [
            {
                "stage": move.stage,
                "before": move.before.isoformat() if move.before else None,
                "after": move.after.isoformat() if move.after else None,
            }
            for move in one.moves
        ],
    }
