"""How a text must be written: its letters and its length, or what it is read as, in one mark on its type."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
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


@dataclass(frozen=True, kw_only=True)
class ReadAs:
    """The rules of a text that stands for something else, such as a day: how it is read, and its form for editors."""

    reader: Callable[[object, ValidationInfo], object]
    pattern: str
    example: str
    format: str | None = None
    writer: Callable[[Any], str] | None = None

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Tell pydantic what to check, and how it is written."""
        written = self.writer and core_schema.plain_serializer_function_ser_schema(self.writer)
        return core_schema.with_info_plain_validator_function(self.reader, serialization=written)

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Tell editors the same, with an example."""
        named = {"format": self.format} if self.format else {}
        return {"type": "string", **named, "pattern": self.pattern, "examples": [self.example]}
