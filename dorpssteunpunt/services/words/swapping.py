"""What stands in the way of a swap, in words."""

from dorpssteunpunt.base.formats import day_and_month, time_range, weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.swap_requests import AskedAlready, RequestSettled
from dorpssteunpunt.domain.swapping import (
    AgreementMissing,
    NoPart,
    ReturnUnavailable,
    SwapWithOneself,
)
from dorpssteunpunt.services.roster import OfferedShift, WaitingSwap
from dorpssteunpunt.services.words.roster_candidates import objections_words
from dorpssteunpunt.services.words.spoken import in_words


@in_words.register
def _agreement_missing(refusal: AgreementMissing) -> str:
    return _("A swap counts when both agreed. Fill in the day, today or earlier.")


def waiting_words(swap: WaitingSwap) -> str:
    """Return who takes over from whom, and what in return, with no word on the answer."""
    words = _("{taker} takes over from {giver}").format(taker=swap.taker, giver=swap.giver)
    if swap.is_part:
        words = _("{swap}, {hours}").format(
            swap=words, hours=time_range(swap.shift.start, swap.shift.end)
        )
    if swap.in_return:
        words = _("{swap}, in return for {shift}").format(
            swap=words, shift=offered_words(swap.in_return)
        )
    return words


def offered_words(shift: OfferedShift) -> str:
    """Return which shift changes hands: "dinsdag 24 november, ochtend"."""
    return _("{day}, {daypart}").format(day=weekday_date(shift.on), daypart=shift.daypart.lower())


def waits_words(swap: WaitingSwap) -> str:
    """Return for whose answer a swap waits, and since when."""
    return _("waits for {name} since {day}").format(
        name=swap.asked, day=day_and_month(swap.asked_at.date())
    )


@in_words.register
def _asked_already(refusal: AskedAlready) -> str:
    return _("This was asked already, and waits for an answer.")


@in_words.register
def _request_settled(refusal: RequestSettled) -> str:
    return _("This swap does not wait for an answer any more: the roster was changed.")


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
