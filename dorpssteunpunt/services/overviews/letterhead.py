"""The head that every paper of a support point bears."""

from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services.overviews.papers import Letterhead


def letterhead(support_point: SupportPoint) -> Letterhead:
    """Return the head of the papers of this support point."""
    return Letterhead(
        name=support_point.name,
        address=support_point.address,
        village=support_point.village,
        phone=shown_phone(support_point.phone) if support_point.phone else "",
    )
