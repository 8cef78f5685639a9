"""What must not be kept, in the user's words."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.services.words.spoken import in_words


@in_words.register
def _citizen_service_number_seen(refusal: CitizenServiceNumberSeen) -> str:
    return _(
        "Nine digits in this text look like a citizen service number (BSN). We may not keep that. "
        "Take it out, or confirm that it is another number."
    )
