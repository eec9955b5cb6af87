"""The statement on accessibility names whom to tell."""

from mentorgen.output.site.pages.accessibility import accessibility_view
from tests.builders import some_settings
from tests.output.site.pages.conftest import a_frame


def test_the_organisers_are_named_with_every_address_that_they_gave() -> None:
    settings = some_settings(
        contact="The room looms",
        coordinators=("ana",),
        private_form_url="https://f.example.org/p",
        repository="https://github.com/example-looms/mentors",
    )
    view = accessibility_view(a_frame(settings=settings))

    assert view.description == "How the pages of Two Looms are tested, and what does not work yet."
    assert [one.name for one in view.organisers.people] == ["Ana"]
    assert (view.organisers.contact, view.organisers.private_form) == (
        "The room looms",
        "https://f.example.org/p",
    )
    assert view.organisers.repository == "https://github.com/example-looms/mentors"
