"""What the page of a person offers about their entry."""

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.needy.dossier import PersonDossier
from audit_service.identity.identity import Identity
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _


def offers_about(reader: Identity, found: PersonDossier) -> list[Step]:
    """Return what the reader can ask for about somebody's entry."""
    card = found.card
    names = ["suspect_one_person"]
    if card.without_number:
        names.append("give_number")
    if not card.died_on:
        names.append("record_death")
    entries = [COMMANDS[name] for name in names]
    return [
        Step(_(entry.title), entry.form_at.format(person=card.person))
        for entry in entries
        if reader.holds_any(entry.roles)
    ]


def reversals(reader: Identity, found: PersonDossier) -> list[Step]:
    """Return where a merge is reversed, for each entry that was merged into this one."""
    entry, card = COMMANDS["reverse_merge"], found.card
    at = entry.form_at if reader.holds_any(entry.roles) else ""
    return [
        Step(str(number), at.format(person=merged))
        for number, merged in enumerate(sorted(card.entries - {card.person}), start=2)
    ]
