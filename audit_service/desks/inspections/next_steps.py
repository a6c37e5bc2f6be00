"""What can be done in an inspection next, by whom, and why not."""

from dataclasses import dataclass

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.inspections.looking import Dossier
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.wording import sentence
from domain.inspections.examination_refusals import NotAnExaminer, NotExaminedYet
from domain.inspections.inspection import Inspection
from domain.kernel import Act
from domain.refusal import Refused


@dataclass(frozen=True)
class Offer:
    """Something that can be done, as the page shows it."""

    title: str
    """A message to translate."""
    href: str
    why: str = ""
    """Why the reader cannot do it now; empty if they can."""


def offers(office: Office, found: Dossier) -> list[Offer]:
    """Return what the inspectors may do, and what cannot be done and why; nothing for others."""
    inspection, reader = found.inspection, found.reader
    if not found.inspects:
        return _answers(found)
    act = Act(by=reader.official, role="inspector", unit=reader.unit, on=office.today())
    return [
        Offer(
            COMMANDS[name].title,
            address(COMMANDS[name].form_at.format(inspection_number=inspection.number), _known(found)),
            _why_not(inspection, name, act),
        )
        for name in CHECKED
    ]


def of_case(office: Office, found: Dossier, case_number: str, focus: str) -> list[Offer]:
    """Return what an examiner may do about one focus area of a case."""
    inspection = found.inspection
    act = Act(by=found.reader.official, role="inspector", unit="", on=office.today())
    if not found.inspects or _why_not(inspection, "examine_case", act):
        return []
    known = {"case_number": case_number, "focus": focus}
    return [
        Offer(
            COMMANDS[name].title,
            address(COMMANDS[name].form_at.format(inspection_number=inspection.number), known),
        )
        for name in ("examine_case", "record_finding")
    ]


def _answers(found: Dossier) -> list[Offer]:
    """Return the queries that the reader can answer for their unit."""
    inspection, reader, entry = found.inspection, found.reader, COMMANDS["answer_query"]
    if inspection.ended_on or not reader.holds_any(entry.roles) or reader.official in inspection.members:
        return []
    at = entry.form_at.format(inspection_number=inspection.number)
    return [
        Offer(entry.title, address(at, {"query": str(one.query)}))
        for one in inspection.queries
        if one.unit == reader.unit and one.answered_on is None
    ]


def _known(found: Dossier) -> dict[str, str]:
    return {"version": str(found.inspection.version), "seen": str(found.position)}


def _why_not(inspection: Inspection, name: str, act: Act) -> str:
    try:
        for check in CHECKED[name]:
            check(inspection, act)
    except Refused as refusal:
        return sentence(refusal)
    return ""


def _is_member(inspection: Inspection, act: Act) -> None:
    inspection.check_member(act)


def _goes_on(inspection: Inspection, _act: Act) -> None:
    inspection.check_not_over()


def _withdrawable(inspection: Inspection, _act: Act) -> None:
    inspection.check_withdrawable()


def _not_committed(inspection: Inspection, _act: Act) -> None:
    inspection.check_not_committed()


def _drawable(inspection: Inspection, _act: Act) -> None:
    inspection.check_drawable()


def _drawn(inspection: Inspection, _act: Act) -> None:
    inspection.check_drawn()


def _examines(inspection: Inspection, act: Act) -> None:
    if act.by not in inspection.examiners:
        raise NotAnExaminer(number=inspection.number).resting_on(inspection.assigned or inspection.moved)


def _done(inspection: Inspection, _act: Act) -> None:
    if inspection.left:
        raise NotExaminedYet(left=inspection.left).resting_on(inspection.moved)


CHECKED = {
    "commit_frame": (_is_member, _not_committed),
    "draw_sample": (_is_member, _drawable),
    "assign_examiners": (_is_member, _goes_on),
    "examine_case": (_drawn, _examines),
    "record_finding": (_drawn, _examines),
    "send_query": (_is_member, _goes_on),
    "conclude_inspection": (_is_member, _drawn, _done),
    "withdraw_inspection": (_is_member, _withdrawable),
}
"""By command, in the order they come: what hinders it."""
