"""`mentorgen match`: propose pairs for a round, with reasons."""

import click

from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.analysis.matching import propose
from mentorgen.errors import WrongUsageError
from mentorgen.model.ids import CohortId
from mentorgen.model.program import Program
from mentorgen.model.words import PrivateInputs
from mentorgen.output.match_report import match_report
from mentorgen.output.spelling import nearest
