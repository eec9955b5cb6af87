"""The colours that `mkdocs.yml` names, as files of the site."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from mentorgen.output.site.folders import ASSETS, COLOURS, MARK
from mentorgen.output.site.palette import UnreadableError, painted, stylesheet


def own_look(colours: Mapping[str, object], config: MkDocsConfig) -> tuple[File, ...]:
    """Make the stylesheet and the mark of a community; without colours of its own there are none.

    Raises:
        PluginError: a colour is none, or cannot be read.
    """
    if not colours:
        return ()
    try:
        sheet = stylesheet(colours)
    except UnreadableError as error:
        raise PluginError(str(error)) from None
    mark = (ASSETS / "mark.svg").read_text(encoding="utf-8")
    return (
        File.generated(config, COLOURS, content=sheet),
        File.generated(config, MARK, content=painted(mark, colours)),
    )
