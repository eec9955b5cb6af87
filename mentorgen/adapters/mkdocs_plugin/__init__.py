"""The one place that knows MkDocs: it hands a program's pages over and lets MkDocs write them.

`mkdocs build` and `mkdocs serve` work with this plugin alone. What people wrote never passes through
MkDocs' Markdown: their pages arrive as finished HTML.
"""

from mentorgen.adapters.mkdocs_plugin.plugin import MentorgenPlugin

__all__ = ["MentorgenPlugin"]
