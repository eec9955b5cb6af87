"""The statement on accessibility."""

from mentorgen.model.said import said
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.organisers import organisers_view
from mentorgen.output.site.views import AccessibilityView


def accessibility_view(frame: Frame) -> AccessibilityView:
    """State what holds for every program's site, and whom to tell in this one."""
    return AccessibilityView(
        title=said("Accessibility"),
        description=said(
            "How the pages of %(program)s are tested, and what does not work yet.",
            program=frame.program.settings.name,
        ),
        search_text=said("WCAG screen reader keyboard contrast JavaScript"),
        organisers=organisers_view(frame),
    )
