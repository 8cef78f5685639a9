"""What may be wrong with a typed name, date, time, number or address, in the user's words."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.contact import InvalidEmail, InvalidPhone, InvalidPostcode
from dorpssteunpunt.domain.dates import FIRST_YEAR, LAST_YEAR, DateProblem, InvalidDate
from dorpssteunpunt.domain.months import InvalidMonth
from dorpssteunpunt.domain.names import MissingName
from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.times import InvalidTime
from dorpssteunpunt.domain.weeks import InvalidWeek
from dorpssteunpunt.services.words.spoken import in_words


@in_words.register
def _missing_name(refusal: MissingName) -> str:
    return _("Fill in a name here.")


@in_words.register
def _invalid_phone(refusal: InvalidPhone) -> str:
    return _(
        "This is not a complete phone number. For example: 06 12345678. "
        "Put other words in the note."
    )


@in_words.register
def _invalid_postcode(refusal: InvalidPostcode) -> str:
    return _("This is not a postcode. For example: 5722 AB.")


@in_words.register
def _invalid_email(refusal: InvalidEmail) -> str:
    return _("This is not an e-mail address. For example: name@example.org.")


@in_words.register
def _invalid_date(refusal: InvalidDate) -> str:
    return {
        DateProblem.NOT_UNDERSTOOD: _(
            "This is not a date. Write for example 23-11, 23 November, Tuesday or in 2 weeks."
        ),
        DateProblem.NO_SUCH_DAY: _("This day is not on the calendar."),
        DateProblem.OTHER_WEEKDAY: _("This date falls on another day of the week."),
        DateProblem.YEAR_OUT_OF_RANGE: _("The year has to lie between {first} and {last}."),
    }[refusal.problem].format(first=FIRST_YEAR, last=LAST_YEAR)


@in_words.register
def _invalid_time(refusal: InvalidTime) -> str:
    return _("This is not a time. Write for example 9:30 or 14.")


@in_words.register
def _invalid_week(refusal: InvalidWeek) -> str:
    return _("This week does not exist. Write a week as 2026-W48.")


@in_words.register
def _invalid_month(refusal: InvalidMonth) -> str:
    return _("This month does not exist. Write a month as 2026-11.")


@in_words.register
def _backward_period(refusal: BackwardPeriod) -> str:
    return _("The last day comes before the first.")
