"""The forge that is GitHub."""

from mentorgen.adapters.github.rest_contents import RestContents
from mentorgen.adapters.github.rest_facts import RestFacts
from mentorgen.adapters.github.rest_issues import RestIssues
from mentorgen.adapters.github.rest_pulls import RestPulls
from mentorgen.adapters.github.rest_settings import RestSettings


class PyGithubForge(RestIssues, RestContents, RestPulls, RestFacts, RestSettings):
    """A repository at GitHub, or at what speaks as GitHub does."""
