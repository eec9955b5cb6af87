"""The reference of the data files and their schemas are made of the types, and say all of them."""

import json
import re

from inline_snapshot import snapshot

from mentorgen.output.reference.api import api_page, schema_text
from mentorgen.output.site.pages.api import FILES
from mentorgen.output.site.views.api import ApiEvents, ApiRounds


def test_a_schema_says_what_each_field_holds_and_is_for() -> None:
    schema = json.loads(schema_text(ApiRounds))

    assert schema["required"] == ["schema", "rounds"]
    assert schema["$defs"]["ApiStage"] == snapshot(
        {
            "type": "object",
            "description": "A stage of a plan.",
            "properties": {
                "name": {"type": "string", "description": "The stage's name."},
                "weeks": {"type": "integer", "description": "How many weeks it lasts."},
            },
            "required": ["name", "weeks"],
            "additionalProperties": False,
        }
    )
    fields = schema["$defs"]["ApiRound"]["properties"]
    assert fields["opens"]["anyOf"] == [{"type": "string", "format": "date"}, {"type": "null"}]
    assert fields["stages"]["items"] == {"$ref": "#/$defs/ApiStage"}
    assert "peer" in fields["forms"]["items"]["enum"]


def test_the_page_says_in_words_what_each_field_holds() -> None:
    page = api_page({"events": ApiEvents})

    assert re.findall(r"\| (?:· )?`(?:on|at|changed|cancelled|events)` \| (.*?) \|", page) == [
        "a list",
        "a day, as `2026-11-20`",
        "text, or null",
        "a list of days",
        "true or false",
    ]


def test_every_file_and_every_field_stands_on_the_page() -> None:
    page = api_page(FILES)

    for name, file in FILES.items():
        assert f"## `api/{name}.json`" in page
        for view in (
            json.loads(schema_text(file)),
            *json.loads(schema_text(file)).get("$defs", {}).values(),
        ):
            assert all(f"`{field}`" in page for field in view["properties"])
