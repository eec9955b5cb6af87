"""What turns a build into one for organisers: pages beside the public ones and a word on top of all."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from mentorgen.output.site.builder import Site
from mentorgen.output.site.page import Page
from mentorgen.output.site.shell import Shell
from mentorgen.output.site.views import LinkView
from mentorgen.output.site.words import Words


@dataclass(frozen=True, slots=True)
class ForOrganisers:
    """The word, where the pages begin, and the pages as a function of the paths of the public ones that they may lead to.

    Only a command makes one: no file and no variable of the environment turns a build into such a one.
    """

    banner: str
    start: LinkView
    pages: Callable[[Collection[str]], Sequence[Page]]

    def beside(self, site: Site) -> Site:
        """Add the pages to a site."""
        return replace(site, pages=(*site.pages, *self.pages({page.path for page in site.pages})))

    def over(self, shell: Shell, words: Words) -> Shell:
        """Put the word on top of every page, in the language of the site."""
        start = replace(self.start, text=words.of(self.start.text))
        return replace(shell, private=words.of(self.banner), private_start=start)
