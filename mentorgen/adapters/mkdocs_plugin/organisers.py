"""What turns a build into one for organisers: pages beside the public ones and a word on top of all."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from mentorgen.output.site.builder import Site
from mentorgen.output.site.page import Page
from mentorgen.output.site.shell import Shell


@dataclass(frozen=True, slots=True)
class ForOrganisers:
    """The word, and the pages as a function of the paths of the public ones that they may lead to.

    Only a command makes one: no file and no variable of the environment turns a build into such a one.
    """

    banner: str
    pages: Callable[[Collection[str]], Sequence[Page]]

    def beside(self, site: Site) -> Site:
        """Add the pages to a site."""
        return replace(site, pages=(*site.pages, *self.pages({page.path for page in site.pages})))

    def over(self, shell: Shell) -> Shell:
        """Put the word on top of every page."""
        return replace(shell, private=self.banner)
