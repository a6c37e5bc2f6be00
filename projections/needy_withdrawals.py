"""How the basic database of the needy forgets what an import had brought, when that is taken back.

Tokens stay: who looks for people reads what they find, and passes over those who are not there any more.
"""

from domain.needy.household import Household
from domain.needy.person import Person
from projections.needy_tables import (
    contacts,
    households,
    members,
    needy_register,
    other_names,
    persons,
)
from projections.rows import Rows


@needy_register.on(Person.OtherNameWithdrawn, touching={other_names: "named_at"})
def withdraw_other_name(rows: Rows, event: Person.OtherNameWithdrawn) -> None:
    if other := rows.find(other_names, event.named_at):
        rows.remove(other_names, other)


@needy_register.on(Person.ContactWithdrawn, touching={contacts: "told_at"})
def withdraw_contact(rows: Rows, event: Person.ContactWithdrawn) -> None:
    rows.remove(contacts, rows.of(contacts, event.told_at))


@needy_register.on(Person.RegistrationWithdrawn)
def withdraw_registration(rows: Rows, event: Person.RegistrationWithdrawn) -> None:
    rows.remove(persons, rows.of(persons, event.stream))


@needy_register.on(
    Household.FormationWithdrawn, touching={households: "originator_id", members: "originator_id"}
)
def withdraw_formation(rows: Rows, event: Household.FormationWithdrawn) -> None:
    rows.remove(households, rows.of(households, event.stream))
    for membership in rows.under(members, event.stream):
        rows.remove(members, membership)


@needy_register.on(Household.MembershipWithdrawn, touching={members: ("originator_id", "person")})
def withdraw_membership(rows: Rows, event: Household.MembershipWithdrawn) -> None:
    for membership in rows.under(members, event.stream, event.person):
        if membership.until is None:
            rows.remove(members, membership)
