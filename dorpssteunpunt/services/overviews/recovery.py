"""The paper with a recovery code that was made anew."""

from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import RecoveryHolder, RecoveryPaper


def recovery_paper(desk: Desk, code: str, person: str = "") -> RecoveryPaper:
    """Return the paper of a code: of this professional, or without a name of the support point."""
    with desk.store.reading() as uow:
        return RecoveryPaper(
            letterhead=letterhead(uow.support_point.support_point()),
            printed_on=desk.clock.today(),
            holder=RecoveryHolder.SUPPORTER if person else RecoveryHolder.SUPPORT_POINT,
            code=tuple(code.split("-")),
            person=person,
        )
