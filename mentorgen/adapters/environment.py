"""The variables of the environment that say for one run what options say."""

TODAY = "MENTORGEN_TODAY"
PREVIEW = "MENTORGEN_PREVIEW"
PRIVATE = "MENTORGEN_PRIVATE"
