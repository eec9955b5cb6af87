"""An organiser's views in, pages out: with the parts and pictures of the site, from templates of their own."""

from mentorgen.output.organiser.views import OrganiserPage
from mentorgen.output.site.page import Page, packed
from mentorgen.output.site.render import environment_with
from mentorgen.output.site.words import Words

TEMPLATES = "mentorgen.output.organiser"


def render_organiser_page(view: OrganiserPage, *, path: str, words: Words) -> Page:
    """Make the page of an organiser's view; the search of their site finds it by its title."""
    template = environment_with(words, TEMPLATES).get_template(view.template)
    return Page(
        path=path,
        title=words.of(view.title),
        description="",
        packed=packed(template.render(view=view, path=path)),
    )
