"""The accounts as the services ask for them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from dorpssteunpunt.domain.accounts import Account, Role


class AccountRepository(Protocol):
    """Who can sign in."""

    def account(self, account_id: int) -> Account:
        """Return an account, active or not; raises `NotFound`."""
        ...

    def accounts(self) -> Sequence[Account]:
        """Return all accounts in Dutch name order, inactive ones too."""
        ...

    def add(self, person_id: int, role: Role, at: datetime) -> int:
        """Add an account for a person and return its id."""
        ...

    def close(self, account_id: int) -> None:
        """Let this account sign in no more."""
        ...

    def reopen(self, account_id: int, role: Role) -> None:
        """Let somebody who had an account sign in again, in this role."""
        ...
