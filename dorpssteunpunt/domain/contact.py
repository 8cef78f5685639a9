"""Phone numbers, postcodes and e-mail addresses: one way to keep them, one way to show them.

The libraries that know the numbering plans are imported at the first use: together they cost
about 0.1 s, which no first paint should wait for.
"""

import re
from dataclasses import dataclass

from dorpssteunpunt.base.errors import Refusal

_HOME = "NL"
_HOME_CODE = 31
_PHONE = re.compile(r"[+0-9\s()./\-‐‑–]+")
_SHORT = re.compile(r"112|113|144|116[0-9]{3}")
"""Emergency services, suicide prevention, animal police and the European help lines: they have no
E.164 form and are dialled as they are."""

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W_][\w-]*[^\W_]")
_LONGEST_EMAIL = 254  # RFC 5321, erratum 1690


@dataclass(eq=False, repr=False)
class InvalidPhone(Refusal):
    """What was typed is no phone number that can be dialled."""

    typed: str
    field: str = "phone"


@dataclass(eq=False, repr=False)
class InvalidPostcode(Refusal):
    """What was typed is no Dutch postcode."""

    typed: str
    field: str = "postcode"


@dataclass(eq=False, repr=False)
class InvalidEmail(Refusal):
    """What was typed is no e-mail address."""

    typed: str
    field: str = "email"


def normalise_phone(typed: str, field: str = "phone") -> str:
    """Return a phone number in E.164 ("+31612345678"), or a short number ("112") as it is.

    Without a country it is a Dutch number; an empty field stays empty. Dutch numbers must exist
    in the numbering plan; of foreign ones only the length is checked, because their plans change
    faster than this program. Raises `InvalidPhone`, also for words or an extension beside it.
    """
    import phonenumbers

    bare = re.sub(r"\s", "", typed)
    if not bare or _SHORT.fullmatch(bare):
        return bare
    if not _PHONE.fullmatch(typed):
        raise InvalidPhone(typed, field)
    try:
        number = phonenumbers.parse(typed, _HOME)
    except phonenumbers.NumberParseException:
        raise InvalidPhone(typed, field) from None
    at_home = number.country_code == _HOME_CODE
    accepted = phonenumbers.is_valid_number if at_home else phonenumbers.is_possible_number
    if not accepted(number):
        raise InvalidPhone(typed, field)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shown_phone(number: str) -> str:
    """Return a normalised number as people write it: "06 12345678", "0493 123 456", "112".

    Foreign numbers keep their country: "+32 475 12 34 56".
    """
    import phonenumbers

    if not number.startswith("+"):
        return number
    parsed = phonenumbers.parse(number)
    at_home = parsed.country_code == _HOME_CODE
    styles = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, styles.NATIONAL if at_home else styles.INTERNATIONAL)


def normalise_postcode(typed: str, field: str = "postcode") -> str:
    """Return a Dutch postcode as "1234 AB"; an empty field stays empty.

    Raises `InvalidPostcode`, also for what is never given out: a first 0, and SA, SD and SS.
    """
    from stdnum.exceptions import ValidationError
    from stdnum.nl import postcode

    if not typed.strip():
        return ""
    try:
        return postcode.validate(typed)
    except ValidationError:
        raise InvalidPostcode(typed, field) from None


def normalise_email(typed: str, field: str = "email") -> str:
    """Return an e-mail address with its domain in lower case; an empty field stays empty.

    A light check, for typing mistakes: only a message that arrives proves an address. Raises
    `InvalidEmail`.
    """
    address = typed.strip()
    if not address:
        return ""
    if len(address) > _LONGEST_EMAIL or not _EMAIL.fullmatch(address):
        raise InvalidEmail(typed, field)
    mailbox, _, domain = address.partition("@")
    return f"{mailbox}@{domain.lower()}"
