"""What the services ask of the outside: a store, keys, sealing and paper; one module a room."""

from dorpssteunpunt.services.ports.accounts import AccountRepository
from dorpssteunpunt.services.ports.concerns import ConcernLine, ConcernRepository, FeedbackLine
from dorpssteunpunt.services.ports.keys import (
    IssuedKeys,
    KeyCabinet,
    Lobby,
    PrivateKeyNeeded,
    Seals,
)
from dorpssteunpunt.services.ports.paper import SheetWriter
from dorpssteunpunt.services.ports.people import PeopleRepository
from dorpssteunpunt.services.ports.roster import RosterRepository
from dorpssteunpunt.services.ports.store import Audit, NotFound, Store, UnitOfWork
from dorpssteunpunt.services.ports.support_point import SupportPointRepository

__all__ = [
    "AccountRepository",
    "Audit",
    "ConcernLine",
    "ConcernRepository",
    "FeedbackLine",
    "IssuedKeys",
    "KeyCabinet",
    "Lobby",
    "NotFound",
    "PeopleRepository",
    "PrivateKeyNeeded",
    "RosterRepository",
    "Seals",
    "SheetWriter",
    "Store",
    "SupportPointRepository",
    "UnitOfWork",
]
