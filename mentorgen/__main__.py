"""`python -m mentorgen`: the same as the command `mentorgen`."""

from mentorgen.adapters.cli import main

main()
