"""Views are the border to the public: closed, frozen and free of the model."""

import dataclasses
import re
import subprocess
import sys

import pytest

from mentorgen.output.site import views
from tests.output.site.some_views import a_link

ALL_VIEWS = [
    view
    for name in views.__all__
    if isinstance(view := getattr(views, name), type) and issubclass(view, views.PublicView)
]


CHOICES = {"Role", "Form", "SkillLevel", "EventKind", "Audience"}
"""Words of the files that are one of a few."""
PLAIN = {"str", "int", "bool", "date", "None", "tuple", "SafeHtml", "Cloth"} | CHOICES


@pytest.mark.parametrize("view", ALL_VIEWS, ids=lambda view: view.__name__)
def test_a_view_holds_plain_values_and_other_views_only(view: type[views.PublicView]) -> None:
    words = {
        word for field in dataclasses.fields(view) for word in re.findall(r"\w+", str(field.type))
    }

    assert words <= PLAIN | set(views.__all__)


def test_views_are_frozen() -> None:
    link = a_link()

    with pytest.raises(dataclasses.FrozenInstanceError):
        link.text = "other"  # type: ignore[misc]


def test_the_site_is_drawn_without_files_or_mkdocs() -> None:
    code = (
        "import sys, mentorgen.output.site.render\n"
        "print([m for m in sys.modules if m.split('.')[0] in {'mkdocs', 'click', 'yaml'}"
        " or m.startswith('mentorgen.loading')])"
    )

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert printed.stdout == "[]\n"
