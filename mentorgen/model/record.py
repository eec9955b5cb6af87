"""What every value read from a file has in common: frozen, strict, without unknown fields."""

from enum import Enum
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from mentorgen.model.privacy import Level, Public

SCHEMA = 1
"""The version of the file formats that this mentorgen reads and writes."""


class Source(Enum):
    """Where a field's value comes from, when it does not stand in the file itself."""

    PATH = "path"
    BODY = "body"


T = TypeVar("T")
FromPath = Annotated[T, Level.PUBLIC, Source.PATH]
"""A field that the file's path gives: the file name is the id."""
FromBody = Annotated[T, Level.PUBLIC, Source.BODY]
"""A field that is the Markdown below a file's head."""


class Part(BaseModel):
    """A value inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Record(Part):
    """A whole file."""

    schema_: Public[Annotated[int, Field(ge=SCHEMA, le=SCHEMA)]] = Field(alias="schema")
    """The version of the file's format; the first line of every file."""
