"""Values of which a program holds tens of thousands."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def light(cls: type[T]) -> type[T]:
    """Make a value that mypy holds to be frozen, as all are; to freeze it while running would take longer than to make it."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
