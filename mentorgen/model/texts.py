"""How a text must be written: its letters and its length, in one mark on its type."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, kw_only=True)
class Written:
    """The rules of a text, which pydantic would put together of its own marks in three times as long.

    Every command waits until the fields of all records are put together.
    """

    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    examples: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Tell pydantic what to check."""
        return core_schema.str_schema(
            pattern=self.pattern, min_length=self.min_length, max_length=self.max_length
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Tell editors the same, with examples."""
        described = handler(schema)
        return {**described, "examples": [*self.examples]} if self.examples else described
