"""What stands in the way of a swap, in words."""

from dorpssteunpunt.base.formats import time_range
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.swapping import (
    AgreementMissing,
    NoPart,
    ReturnUnavailable,
    SwapWithOneself,
)
from dorpssteunpunt.services.words.roster_candidates import objections_words
from dorpssteunpunt.services.words.spoken import in_words


@in_words.register
def _agreement_missing(refusal: AgreementMissing) -> str:
    return _("A swap counts when both agreed. Fill in the day, today or earlier.")


@in_words.register
def _no_part(refusal: NoPart) -> str:
    hours = time_range(refusal.hours.start, refusal.hours.end)
    return _("Choose a time within {hours}, so that both have a part.").format(hours=hours)


@in_words.register
def _swap_with_oneself(refusal: SwapWithOneself) -> str:
    return _("Choose somebody else.")


@in_words.register
def _return_unavailable(refusal: ReturnUnavailable) -> str:
    because = objections_words(refusal)
    if refusal.is_final:
        return _("The shift in return is not possible: {because}.").format(because=because)
    return _("Write why the shift in return is fine all the same: {because}.").format(
        because=because
    )
