"""Holds what is said against GitHub's own published description of it."""

import json
from collections.abc import Collection

from githubkit_schemas.v2026_03_10 import models
from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.adapters.github.fake.shapes import Shape


def complaint(description: str, answer: Shape | list[Shape] | None) -> str | None:
    """Say how an answer differs from its description; None where it does not.

    A field that the description does not know would be our own invention, so it counts too.
    """
    for entry in answer if isinstance(answer, list) else [answer or {}]:
        try:
            TypeAdapter(_model(description)).validate_json(json.dumps(entry), strict=True)
        except ValidationError as error:
            return f"{description}: {error}"
        invented = unknown_fields(description, entry)
        if invented:
            return f"{description} has no {', '.join(sorted(invented))}"
    return None


def unknown_fields(description: str, sent: Collection[str]) -> set[str]:
    """Give the fields that a description does not know."""
    return set(sent) - {
        field.alias or name for name, field in _model(description).model_fields.items()
    }


def _model(description: str) -> type[BaseModel]:
    model: type[BaseModel] = getattr(models, description)
    return model
