"""A village with something in every room."""

from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import concerns, handover, help_requests, roster
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.handover import ActionDraft, EntryDraft
from tests.village import TODAY, Village


def lively(village: Village) -> None:
    """Let a little happen in every room."""
    desk = village.coordinator
    els = village.volunteer("Els Smeets")
    roster.make_week(desk, Week.of(TODAY))
    roster.assign(desk, roster.week(desk, Week.of(TODAY)).cells[0].shift_id, els)
    kind = help_requests.request_kinds_and_boundaries(desk).kinds[0].id
    resident = NewResident(name="Đorđe Nguyễn", phone="0493 691 234")
    help_requests.record_request(
        desk, RequestDraft(new_resident=resident, kind_id=kind, what="Naar de opticien")
    )
    handover.write_entry(
        village.supporter,
        EntryDraft(
            level=Level.STABLE,
            situation="Rolstoel is terug",
            actions=(ActionDraft("Wiel oppompen"),),
        ),
    )
    concerns.submit_concern(desk, ConcernDraft(about="mw. Smit", observed="Twee schoenen"))
