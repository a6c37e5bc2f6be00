"""How the events of people and households are read: what tells who somebody is stays masked."""

from audit_service.desks.names import sex_name
from audit_service.desks.needy.masking import masked_address, masked_document, masked_number, masked_phone
from audit_service.desks.needy.words import document_name, purpose_name, source_of_death, why_no_number
from audit_service.desks.reading import AREA, Reading, Shown, plain
from audit_service.web.wording import day, number
from domain.kernel import Event
from domain.needy.household import Household
from domain.needy.person import Person

MEMBER = Shown(label="Member", after="person", holds="people")

READINGS: dict[type[Event], Reading] = {
    Household.MembershipWithdrawn: Reading(title="Membership taken back", colour="grey", shows=(MEMBER,)),
    Household.FormationWithdrawn: Reading(title="Entry taken back", colour="grey"),
    Person.OtherNameWithdrawn: Reading(title="Other name taken back", colour="grey"),
    Person.RegistrationWithdrawn: Reading(title="Entry taken back", colour="grey"),
    Person.Registered: Reading(
        title="Person entered",
        shows=(
            Shown(label="Name", after="name", write=plain),
            Shown(label="Id number", after="id_number", write=masked_number, unless_empty=True),
            Shown(label="Sex", after="sex", write=sex_name),
            Shown(label="Year of birth", after="born_year", write=str),
            Shown(label="Telephone number", after="phone", write=masked_phone, unless_empty=True),
            Shown(label="Address", after="address", write=masked_address, unless_empty=True),
            Shown(
                label="Why there is no id number",
                after="without_number",
                write=why_no_number,
                unless_empty=True,
            ),
            Shown(label="Other document", after="document", write=document_name, unless_empty=True),
            Shown(
                label="Number of the document",
                after="document_number",
                write=masked_document,
                unless_empty=True,
            ),
        ),
    ),
    Person.NumberGiven: Reading(
        title="Id number given", shows=(Shown(label="Id number", after="id_number", write=masked_number),)
    ),
    Person.Merged: Reading(title="Two entries merged into one person", tag="One person", colour="purple"),
    Person.MergeReversed: Reading(title="Merge reversed", tag="Two people", colour="purple"),
    Person.ConfirmedDistinct: Reading(
        title="Confirmed as two people",
        tag="Two people",
        colour="purple",
        shows=(Shown(label="The other person", after="other", holds="people"),),
    ),
    Person.Died: Reading(
        title="Death recorded",
        colour="grey",
        shows=(
            Shown(label="Day of death", after="valid_from", write=day),
            Shown(label="Known from", after="source", write=source_of_death),
        ),
    ),
    Person.NameCorrected: Reading(
        title="Name corrected",
        tag="Correction",
        colour="orange",
        shows=(Shown(label="Name", before="before", after="after", write=plain),),
    ),
    Person.NamedOtherwise: Reading(
        title="Named otherwise in a register",
        tag="Lead",
        colour="yellow",
        shows=(
            Shown(label="Other name", after="name", write=plain),
            Shown(label="Register", after="register", write=plain),
            Shown(label="Sheet", after="sheet", write=plain),
            Shown(label="Row", after="row", write=number),
        ),
    ),
    Person.ContactTold: Reading(
        title="Another contact told by a register",
        shows=(
            Shown(label="Telephone number", after="phone", write=masked_phone, unless_empty=True),
            Shown(label="Address", after="address", write=masked_address, unless_empty=True),
            Shown(label="Register", after="register", write=plain),
            Shown(label="Sheet", after="sheet", write=plain, unless_empty=True),
            Shown(label="Row", after="row", write=number),
        ),
    ),
    Person.ContactWithdrawn: Reading(title="Contact taken back", colour="grey"),
    Person.TokensRenewed: Reading(title="Ways to find the person renewed"),
    Person.Opened: Reading(
        title="Number and contact opened",
        tag="Personal data",
        colour="purple",
        shows=(Shown(label="What for", after="purpose", write=purpose_name),),
    ),
    Household.Formed: Reading(
        title="Household entered",
        shows=(
            Shown(label="Number", after="number", write=plain),
            AREA,
        ),
    ),
    Household.MemberJoined: Reading(
        title="Member joined",
        shows=(MEMBER, Shown(label="Relation to the head", after="relation", write=plain)),
    ),
    Household.MemberLeft: Reading(title="Member left", shows=(MEMBER,)),
}
"""By kind of event."""
