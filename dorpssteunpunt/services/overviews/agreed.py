"""The phone numbers that may be on paper which others see: only those of who agreed."""

from collections.abc import Mapping

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.people import number_on_paper
from dorpssteunpunt.services.overviews.papers import Contact
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.naming import read_names


def agreed_phones(uow: UnitOfWork) -> Mapping[int, str]:
    """Return the numbers of the volunteers who agreed, by person, in Dutch name order."""
    return {
        person.id: shown_phone(number)
        for person, volunteer in uow.people.volunteers()
        if (number := number_on_paper(person, volunteer))
    }


def whom_to_tell(uow: UnitOfWork) -> Contact | None:
    """Return whom to tell when you cannot come: the coordinators, by their name on the wall."""
    agreed = agreed_phones(uow)
    coordinators = [
        account.person_id
        for account in uow.accounts.accounts()
        if account.active and account.role is Role.COORDINATOR
    ]
    names = read_names(uow, coordinators)
    contacts = [Contact(names[who].wall, agreed.get(who, "")) for who in coordinators]
    if len(contacts) == 1:
        return contacts[0]
    told = [", ".join(filter(None, (one.name, one.phone))) for one in contacts]
    return Contact(_(" or ").join(told)) if told else None
