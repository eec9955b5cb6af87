"""Views as JSON: complete, in their order, and harmless wherever they are put."""

import json
from datetime import date

import pytest

from mentorgen.output.site.inert_json import json_text
from mentorgen.output.site.views import EventView


def test_a_view_is_written_field_by_field_in_its_order() -> None:
    event = EventView(on=date(2026, 5, 1), title="A", text="")

    assert list(json.loads(json_text(event))) == [*EventView.__dataclass_fields__]
    assert json.loads(json_text([event]))[0]["on"] == "2026-05-01"


def test_what_could_end_a_script_is_spelt_out_and_read_back_as_it_was() -> None:
    text = "</script><!-- & \u2028\u2029 é 文"

    written = json_text({text: text})

    assert not {*"<>&\u2028\u2029"} & {*written}
    assert "文" in written
    assert json.loads(written) == {text: text}


def test_what_is_no_value_of_a_view_is_refused() -> None:
    with pytest.raises(TypeError, match="no JSON is known for set"):
        json_text({1})
