"""The list to call by: who did not confirm their shifts yet."""

from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    CallPerson,
    Hours,
    RemindersOverview,
    ShiftToConfirm,
)
from dorpssteunpunt.services.roster import OwnShift, Reminder
from dorpssteunpunt.services.roster.own_shifts import read_reminders
from dorpssteunpunt.services.words.attendance import noted_by_words, told_words


def reminders_overview(desk: Desk, first: date, last: date) -> RemindersOverview:
    """Return whom to call about published shifts from `first` to `last` that lie ahead.

    Raises `NotAllowed` or `BackwardPeriod`.
    """
    check_period(first, last)
    with desk.reading(Right.ROSTER) as uow:
        return RemindersOverview(
            letterhead=letterhead(uow.support_point.support_point()),
            printed_on=desk.clock.today(),
            first=first,
            last=last,
            people=tuple(_person(one) for one in read_reminders(desk, uow, first, last)),
        )


def _person(one: Reminder) -> CallPerson:
    return CallPerson(
        name=one.name,
        phone=shown_phone(one.phone) if one.phone else "",
        mind=one.mind if one.phone else "",
        shifts=tuple(_shift(own) for own in one.shifts),
    )


def _shift(own: OwnShift) -> ShiftToConfirm:
    told = own.told
    return ShiftToConfirm(
        day=own.on,
        daypart=own.daypart,
        hours=Hours(own.start, own.end),
        is_lead=own.is_lead and not own.lost_because,
        lost_because=own.lost_because,
        said=f"{told_words(told)} ({noted_by_words(told)})" if told else "",
    )
