"""Help requests: taking them down, finding somebody, following up and closing with an outcome."""

from dorpssteunpunt.services.help_requests.following import (
    close_request,
    note_contact,
    record_consent,
    reopen_request,
    take_up,
    wait_until,
    withdraw_consent,
)
from dorpssteunpunt.services.help_requests.intake import (
    KindsAndBoundaries,
    change_request,
    find_residents,
    record_request,
    request_kinds_and_boundaries,
    resident,
)
from dorpssteunpunt.services.help_requests.lists import (
    RequestDetail,
    counts,
    list_requests,
    request_detail,
)
from dorpssteunpunt.services.help_requests.matching import (
    Candidates,
    candidates,
    match_volunteer,
    unmatch,
)

__all__ = [
    "Candidates",
    "KindsAndBoundaries",
    "RequestDetail",
    "candidates",
    "change_request",
    "close_request",
    "counts",
    "find_residents",
    "list_requests",
    "match_volunteer",
    "note_contact",
    "record_consent",
    "record_request",
    "reopen_request",
    "request_detail",
    "request_kinds_and_boundaries",
    "resident",
    "take_up",
    "unmatch",
    "wait_until",
    "withdraw_consent",
]
