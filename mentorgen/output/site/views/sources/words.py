"""What a source may be beside a field of the model, and the sources that all pages share."""

OURS = "ours"
COMPUTED = "computed"
INSIDE = "the views inside"

PAGE = {"title": OURS, "description": "Settings.name", "search_text": OURS}
