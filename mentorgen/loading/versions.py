"""A record as it stood at another time, read by itself."""

from mentorgen.loading.documents import document_of
from mentorgen.loading.layout import place_for, spot_of
from mentorgen.loading.records import read_record
from mentorgen.model.ids import Kind, PlanId
from mentorgen.model.pairs import Plan


def plan_place(plan: PlanId) -> str:
    """Say where a plan lies, from the program's root."""
    return place_for(Kind.PLAN, id=plan)


def plan_in(content: bytes, plan: PlanId) -> Plan | None:
    """Read a plan from the content of its file; None where that is no plan that holds today."""
    place = plan_place(plan)
    spot = spot_of(place)
    document = document_of(content, place, spot)[0] if spot else None
    record = read_record(document)[0] if document else None
    return record if isinstance(record, Plan) else None
