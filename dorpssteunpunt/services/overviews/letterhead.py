"""The head that every paper of a support point bears."""

from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services.overviews.papers import Letterhead


def letterhead(support_point: SupportPoint) -> Letterhead:
    """Return the head of the papers of this support point."""
    return Letterhead(
        name=support_point.name,
        address=support_point.address,
        village=support_point.village,
        phone=support_point.phone,
    )
