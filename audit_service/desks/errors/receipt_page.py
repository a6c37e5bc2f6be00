"""The receipt for the report of an error: what it says, and how anyone checks it without this service."""

from audit_service.desks.errors.dossier import ErrorDossier, Report
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.proof.receipt import Receipt
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import instant, number

OPENSSL = """\
receipt=FILE
sed 's/,"signature":"[^"]*"}$/}/' $receipt | tr -d '\\n' > signed.txt
sed 's/.*"signature":"\\([^"]*\\)".*/\\1/' $receipt | base64 -d > signature.bin
{ echo '-----BEGIN PUBLIC KEY-----'
  sed 's/.*"public_key":"\\([^"]*\\)".*/MCowBQYDK2VwAyEA\\1/' $receipt
  echo; echo '-----END PUBLIC KEY-----'; } > key.pem
openssl pkeyutl -verify -rawin -pubin -inkey key.pem -in signed.txt -sigfile signature.bin"""
"""Takes a receipt apart and checks it: the key is put into the form that openssl reads (RFC 8410).

No line is too long for a sheet of paper: what is copied from there can be run.
"""


def download_at(found: ErrorDossier, report: Report) -> str:
    """Return where the signed receipt is downloaded."""
    return f"/errors/{found.error.number}/receipt.json?report={report.position}"


def paper_at(found: ErrorDossier, report: Report) -> str:
    """Return where the receipt is had as a paper."""
    return f"/errors/{found.error.number}/receipt.pdf?report={report.position}"


def other_reports(office: Office, found: ErrorDossier, report: Report) -> list[Step]:
    """Return the receipts for the other reports of the same error."""
    others = [each for each in found.reports if each is not report]
    names = Names.of(office, officials={each.by for each in others})
    at = f"/errors/{found.error.number}/receipt"
    return [
        Step(f"{names.official(each.by)}, {instant(each.recorded_at)}", f"{at}?report={each.position}")
        for each in others
    ]


def file_of(found: ErrorDossier) -> str:
    """Return what the file with the receipt is called."""
    return f"receipt-{found.error.number}.json"


def commands_for(found: ErrorDossier) -> str:
    """Return the lines of a shell that check the downloaded receipt with openssl alone."""
    return OPENSSL.replace("FILE", file_of(found))


def facts_of(
    office: Office, found: ErrorDossier, report: Report, receipt: Receipt
) -> list[tuple[str, object]]:
    """Return what the receipt is about and what it says, with their names."""
    names = Names.of(office, officials={report.by})
    return [
        (_("Number of the error"), found.error.number),
        (_("Reported by"), names.official(report.by)),
        (_("Recorded at"), instant(report.recorded_at)),
        (_("Recorded, as signed (UTC)"), receipt.recorded_at),
        (_("Position in the record"), f"№ {number(report.position)}"),
        (_("Hash of the report (SHA-256)"), receipt.hashes[0]),
        (_("Record"), receipt.origin),
        (_("Key id"), receipt.key_id),
    ]
