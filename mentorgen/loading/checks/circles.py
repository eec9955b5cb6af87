"""Ways that lead from one thing to the next and come back to where they began."""

from collections.abc import Iterator, Mapping


def circles(above: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, from its first member on; `above` leads from each thing to the next."""
    done: set[str] = set()
    for start in sorted(above):
        way: dict[str, None] = {}
        step: str | None = start
        while step is not None and step not in done and step not in way:
            way[step] = None
            step = above.get(step)
        if step is not None and step in way:
            members = [*way]
            circle = members[members.index(step) :]
            first = circle.index(min(circle))
            yield (*circle[first:], *circle[:first])
        done.update(way)
