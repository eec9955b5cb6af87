"""Commands in comments: who says what about whom, the files that come of it, and the answer."""
