"""pydantic's errors without those that only follow from others."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from pydantic_core import ErrorDetails

from mentorgen.loading.yaml_events import Value
from mentorgen.model.record import Part


def causes(
    errors: Iterable[ErrorDetails], model: type[Part], fields: Mapping[str, Value]
) -> Iterator[ErrorDetails]:
    """Yield the errors to mend: of a list that is too long, its length; of one with bad entries, those."""
    overlong = {
        field: most for field, most in _limits(model).items() if _has_more(fields, field, most)
    }
    for field, most in overlong.items():
        ctx = {"max_length": most}
        yield ErrorDetails(type="too_long", loc=(field,), msg="", input=fields[field], ctx=ctx)
    left = [error for error in errors if error["loc"][0] not in overlong]
    above = {error["loc"][:length] for error in left for length in range(len(error["loc"]))}
    for error in left:
        if error["type"] != "too_short" or error["loc"] not in above:
            yield error


def _has_more(fields: Mapping[str, Value], field: str, most: int) -> bool:
    value = fields.get(field)
    return isinstance(value, list) and len(value) > most


@cache
def _limits(model: type[Part]) -> Mapping[str, int]:
    """Tell how many entries, or characters, each field of a model can hold."""
    return {
        info.alias or name: most
        for name, info in model.model_fields.items()
        for mark in info.metadata
        if isinstance(most := getattr(mark, "max_length", None), int)
    }
