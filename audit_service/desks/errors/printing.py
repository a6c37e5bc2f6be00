"""What the papers of an error say, from its history: the receipt for a report, and the correction notice."""

from datetime import datetime
from typing import cast

from audit_service.desks.errors import looking, receipt_page
from audit_service.desks.errors.dossier import ErrorDossier, Report
from audit_service.desks.errors.names import element_name, item_name
from audit_service.desks.errors.receipts import receipt_of
from audit_service.desks.names import area_name
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.reports.papers import CorrectionNotice, Fact, ReportReceipt
from audit_service.store.errors import NotOnRecord
from audit_service.store.sealing import Sealed
from audit_service.web.translation import gettext as _
from audit_service.web.translation import read_in
from audit_service.web.wording import NOTHING
from domain.errors.error_record import ErrorRecord


def receipt_paper(office: Office, found: ErrorDossier, report: Report) -> ReportReceipt:
    """Return the receipt for a report, as it is printed."""
    receipt = receipt_of(office, report.position)
    first = report if isinstance(report, ErrorRecord.Reported) else None
    with read_in("zh"):
        return ReportReceipt(
            origin=receipt.origin,
            number=found.error.number if first else f"{found.error.number}-{report.position}",
            made_at=cast("datetime", report.recorded_at),
            own=report.own,
            reporter=Names.of(office, officials=[report.by]).official(report.by),
            unit=report.unit,
            facts=_facts(found),
            before_discovery=report.before_discovery,
            within_days=first is not None and first.within_days,
            position=report.position,
            recorded_hash=receipt.hashes[0],
            key_id=receipt.key_id,
            public_key=receipt.public_key,
            json_at=receipt_page.download_at(found, report),
            file=receipt_page.file_of(found),
            openssl=receipt_page.commands_for(found),
        )


def notice_paper(office: Office, found: ErrorDossier, origin: str) -> CorrectionNotice:
    """Return the correction notice in force, as it is printed. Raises NotOnRecord if there is none."""
    notice = found.error.notice
    issued = [event for event in found.events if isinstance(event, ErrorRecord.NoticeIssued)]
    if notice is None:
        raise NotOnRecord(found.error.id)
    (event,) = office.record.codec.opened_all(issued[-1:])
    names = Names.of(office, officials=notice.persons)
    with read_in("zh"):
        return CorrectionNotice(
            origin=origin,
            number=notice.number,
            made_at=cast("datetime", event.recorded_at),
            addressees=tuple(names.official(person) for person in notice.persons),
            facts=_facts(found),
            items=tuple(item_name(item) for item in notice.items),
            due_on=notice.due_on,
            because="" if isinstance(event.because, Sealed) else event.because,
            basis=event.basis,
            issued_by=event.unit,
            issued_on=event.on,
        )


def _facts(found: ErrorDossier) -> tuple[Fact, ...]:
    """Return which error it is. What was written about people stays in the record."""
    error = found.error
    return (
        Fact(name=_("Number of the error"), value=error.number),
        Fact(name=_("Case"), value=error.case_number or NOTHING),
        Fact(name=_("Area"), value=area_name(error.area)),
        Fact(name=_("Element"), value=element_name(error.element)),
        Fact(name=_("Period in error"), value=looking.period(found)),
    )
