"""Accounts in the store; the name of an account is that of its person."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Select, insert, select, update

from dorpssteunpunt.domain.accounts import Account, Role
from dorpssteunpunt.services.ports import NotFound
from dorpssteunpunt.store.tables import AccountRow, PersonRow
from dorpssteunpunt.store.translation import from_row


class StoredAccounts:
    """Implements `services.ports.AccountRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def account(self, account_id: int) -> Account:
        """Return an account, active or not; raises `NotFound`."""
        row = self._connection.execute(_named().where(AccountRow.id == account_id)).first()
        if row is None:
            raise NotFound
        return from_row(Account, row._mapping)

    def accounts(self) -> Sequence[Account]:
        """Return all accounts in Dutch name order, inactive ones too."""
        rows = self._connection.execute(_named().order_by(PersonRow.sort_key, AccountRow.id))
        return [from_row(Account, row._mapping) for row in rows]

    def add(self, person_id: int, role: Role, at: datetime) -> int:
        """Add an account for a person and return its id."""
        added = self._connection.execute(
            insert(AccountRow)
            .values(person_id=person_id, role=role, active=True, created_at=at)
            .returning(AccountRow.id)
        )
        return added.scalar_one()

    def close(self, account_id: int) -> None:
        """Let this account sign in no more."""
        self._connection.execute(
            update(AccountRow).where(AccountRow.id == account_id).values(active=False)
        )

    def reopen(self, account_id: int, role: Role) -> None:
        """Let somebody who had an account sign in again, in this role."""
        self._connection.execute(
            update(AccountRow).where(AccountRow.id == account_id).values(active=True, role=role)
        )


def _named() -> Select[int, int, Role, bool, str, str, str, bool]:
    return select(
        AccountRow.id,
        AccountRow.person_id,
        AccountRow.role,
        AccountRow.active,
        PersonRow.given_name,
        PersonRow.name_prefix,
        PersonRow.surname,
        PersonRow.sorts_under_prefix,
    ).join(PersonRow, PersonRow.id == AccountRow.person_id)
