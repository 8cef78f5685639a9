"""How the lobby is written before it is sealed, and read again."""

import json
from datetime import date

from dorpssteunpunt.domain.support_point import EmergencyNumber
from dorpssteunpunt.services.ports import Lobby


def written(lobby: Lobby) -> bytes:
    """Return a lobby as bytes for `read`."""
    numbers = [
        (each.number, each.name, each.checked_on and each.checked_on.isoformat())
        for each in lobby.emergency_numbers
    ]
    names = list(lobby.names.items())
    facts = [lobby.support_point, lobby.village, names, numbers, lobby.names_hidden]
    return json.dumps(facts).encode()


def read(content: bytes) -> Lobby:
    """Return the lobby that `written` wrote; before 0.2 it did not tell whether names hide."""
    support_point, village, names, numbers, *hidden = json.loads(content)
    return Lobby(
        support_point,
        village,
        dict(names),
        tuple(
            EmergencyNumber(
                position=position,
                number=number,
                name=name,
                checked_on=date.fromisoformat(checked_on) if checked_on else None,
            )
            for position, (number, name, checked_on) in enumerate(numbers, start=1)
        ),
        names_hidden=any(hidden),
    )
