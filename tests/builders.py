"""Valid examples by default: people, acts, standards and cases of a fictional office.

A test names only what it is about.
"""

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from domain.areas import AREAS
from domain.cases.application import Claim
from domain.cases.case import Case
from domain.cases.takeover import RegisterEntry
from domain.documents.document import PDF, Contents, Document, Place
from domain.identities import STANDARDS_ID, case_id, household_id
from domain.kernel import Act
from domain.leads.finding import Doubt, Finding
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.standards.living_standard import RURAL, URBAN, LivingStandard, Standards

PEOPLE = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7aff")

ZHONGSHAN, PULANDIAN, ZHUANGHE = "210202", "210214", "210283"
CITY = tuple(AREAS)
VILLAGES = tuple(area.code for area in AREAS.values() if area.has_rural_standard)


def person(name: str) -> UUID:
    """The identity of somebody fictional."""
    return uuid5(PEOPLE, name)


CLERK, CASEWORKER, COLLEAGUE, MANAGER = (
    person(name) for name in ("clerk", "caseworker", "colleague", "manager")
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def an_act(on: str = "2021-04-01", *, by: UUID = CASEWORKER, role: str = "caseworker", **more: Any) -> Act:
    """An act of the caseworker, with its grounds."""
    more.setdefault("because", "Found on the papers.")
    return Act(by=by, role=role, unit="Fictional Street", on=day(on), **more)


def a_managers_act(on: str = "2021-05-10", **more: Any) -> Act:
    """An act of the manager, who gave no opinion."""
    return an_act(on, by=MANAGER, role="manager", **more)


def a_standard(reference: str = "fictional 2021-1", **more: Any) -> LivingStandard:
    """The city's standard from July 2021 on."""
    values: dict[str, Any] = {
        "programme": "dibao",
        "kind": URBAN,
        "areas": CITY,
        "monthly_amount": 78000,
        "approved_on": day("2021-05-20"),
        "published_on": day("2021-06-01"),
        "effective_from": day("2021-07-01"),
    }
    return LivingStandard(reference=reference, **(values | more))


def in_2020(**more: Any) -> LivingStandard:
    """A standard of the year before."""
    days = {name: day("2020-07-01") for name in ("approved_on", "published_on", "effective_from")}
    return a_standard(**(days | more))


CITY_2020 = in_2020(reference="fictional 2020-1", monthly_amount=75000)
RURAL_2020 = in_2020(reference="fictional 2020-2", kind=RURAL, areas=VILLAGES, monthly_amount=54000)
CITY_2021 = a_standard()
RURAL_2021 = a_standard("fictional 2021-2", kind=RURAL, areas=VILLAGES, monthly_amount=58000)


def standards(*published: LivingStandard) -> Standards:
    """A catalogue with these standards; by default those of the city and the villages, raised in 2021."""
    catalogue = Standards.blank(STANDARDS_ID)
    for standard in published or (CITY_2020, RURAL_2020, CITY_2021, RURAL_2021):
        catalogue.publish(standard, a_managers_act("2021-06-01"))
    return catalogue


STANDARDS = standards()


def a_person(who: str = "head", /, **more: Any) -> Person:
    """Somebody of the household that was taken over, under the name that they have in these tests."""
    told: dict[str, Any] = {"name": "赵甲子", "id_number": "210299198001010023", "sex": "female"}
    return Person.register(person(who), an_act(), **(told | {"born_year": 1980} | more))


def a_household(number: str = "H-0001", *names: str) -> Household:
    """The household of the case that was taken over, with these people in it; by default its head."""
    household = Household.form(number, ZHONGSHAN, an_act())
    for name in names or ("head",):
        household.join(person(name), "本人", an_act())
    return household


def a_register_entry(**more: Any) -> RegisterEntry:
    """A family of three in the city with 1,500 a month, paid 750 since 2020, as a register has it."""
    values: dict[str, Any] = {
        "number": "DB-0001",
        "programme": "dibao",
        "household": household_id("H-0001"),
        "head": person("head"),
        "people": (person("head"), person("spouse"), person("child")),
        "area": ZHONGSHAN,
        "members": 3,
        "monthly_income": 150000,
        "monthly_amount": 75000,
        "paid_from": day("2020-09-01"),
        "register": "fictional register",
        "sheet": "Sheet1",
        "row": 3,
    }
    return RegisterEntry(**(values | more))


def a_case_taken_over(**more: Any) -> Case:
    """That family, taken over from the register."""
    act = an_act("2021-04-01", by=CLERK, role="clerk", because="")
    return Case.take_over(a_register_entry(**more), act)


def a_claim(**more: Any) -> Claim:
    """A household's claim on minimum living security."""
    values: dict[str, Any] = {
        "number": "DB-0002",
        "programme": "dibao",
        "household": household_id("H-0002"),
        "applicant": person("applicant"),
        "people": (person("applicant"), person("spouse"), person("child")),
        "area": ZHONGSHAN,
    }
    return Claim(**(values | more))


def an_applied_case(**claim: Any) -> Case:
    return Case.apply_for(a_claim(**claim), an_act("2021-04-01"))


def an_accepted_case(**claim: Any) -> Case:
    case = an_applied_case(**claim)
    case.accept(an_act("2021-04-02"))
    return case


def means(**more: Any) -> dict[str, Any]:
    """What a means check finds: three members in the city with 1,500 a month."""
    return {"monthly_income": 150000, "members": 3, "kind": URBAN, "source": "check centre"} | more


def a_checked_case(checked: dict[str, Any] | None = None, **claim: Any) -> Case:
    case = an_accepted_case(**claim)
    case.check_means(an_act("2021-04-06"), **(checked or means()))
    case.record_visit((CASEWORKER, COLLEAGUE), "As declared.", an_act("2021-04-07"))
    return case


def a_case_with_opinion(checked: dict[str, Any] | None = None, **claim: Any) -> Case:
    case = a_checked_case(checked, **claim)
    case.give_opinion(an_act("2021-04-20"), favourable=True, proposed_amount=75000)
    return case


def a_noticed_case(until: str = "2021-05-08", **claim: Any) -> Case:
    case = a_case_with_opinion(**claim)
    case.post_notice(an_act("2021-05-01"), until=day(until))
    return case


def a_case_to_decide(checked: dict[str, Any] | None = None, **claim: Any) -> Case:
    """A case that waits for nothing but the decision."""
    case = a_case_with_opinion(checked, **claim)
    if case.programme.public_notice:
        case.post_notice(an_act("2021-05-01"))
        case.end_notice(an_act("2021-05-08"))
    return case


def a_confirmed_case(
    checked: dict[str, Any] | None = None,
    *,
    valid_from: str | None = None,
    granted: int | None = None,
    catalogue: Standards = STANDARDS,
    **claim: Any,
) -> Case:
    """A case in payment from June 2021 on: three members in the city with 1,500 a month, 750."""
    case = a_case_to_decide(checked, **claim)
    paid_from = day(valid_from) if valid_from else None
    case.confirm(catalogue, a_managers_act(), valid_from=paid_from, granted=granted)
    return case


def a_document(name: str = "payslip", **more: Any) -> Document:
    """A document that is attached to the case that was taken over, under a name that tells it from others."""
    place = Place(**({"case": case_id("DB-0001"), "area": ZHONGSHAN} | more.pop("place", {})))
    values: dict[str, Any] = {"media_type": PDF, "size": 4711, "content_hash": "0f" * 32}
    contents = Contents(**(values | more))
    return Document.attach(
        person(name), place, contents, name, an_act("2021-05-01"), subject=household_id("H-0001")
    )


def a_finding(**more: Any) -> Finding:
    """An amount of the family in the city that is not what the rules give, from July on."""
    values: dict[str, Any] = {
        "kind": "arithmetic",
        "case": case_id("DB-0001"),
        "case_number": "DB-0001",
        "area": ZHONGSHAN,
        "subject": household_id("H-0001"),
        "decision": 7,
        "decided_by": MANAGER,
        "from_month": day("2021-07-01"),
        "expected": 84_000,
        "found": 75_000,
    }
    return Finding(**(values | more))


def a_lead(**more: Any) -> Lead:
    """What the service noticed about that amount."""
    return Lead.find(a_finding(**more), an_act("2021-09-20", role="service", because=""))


def a_lead_about_people(**more: Any) -> Lead:
    """What the service noticed when a register named the head of that family otherwise."""
    values: dict[str, Any] = {"kind": "named_otherwise", "person": person("head"), "area": ZHONGSHAN}
    doubt = Doubt(**(values | {"first": 2, "second": 9} | more))
    return Lead.notice(doubt, an_act("2021-09-20", role="service", because=""))
