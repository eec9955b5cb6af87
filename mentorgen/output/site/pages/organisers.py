"""Who runs the program, and how to reach them without everybody reading along."""

from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.views import OrganisersView


def organisers_view(frame: Frame) -> OrganisersView:
    """Name the coordinators who agreed to be shown, and every address that the program gives."""
    settings = frame.program.settings
    return OrganisersView(
        people=frame.refs(settings.coordinators),
        contact=settings.contact or "",
        private_form=settings.private_form_url or "",
        repository=settings.repository or "",
    )
