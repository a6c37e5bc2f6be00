"""What is handed out of an inspection: its report as PDF, and what its sample is drawn again from.

The script, the values and the frame are for everyone who has signed in: they name no case.
"""

from importlib.resources import files
from io import BytesIO
from typing import cast

import orjson
from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from audit_service.desks.handing_out import as_file
from audit_service.desks.inspections import frames
from audit_service.desks.inspections.looking import (
    Dossier,
    drawn_in,
    published_inspection,
    published_values,
    readable_inspection,
    with_sample,
)
from audit_service.desks.inspections.printing import report_paper
from audit_service.desks.inspections.sample import SampleFilter, every_case
from audit_service.desks.reader import AtOffice, Reader
from audit_service.office import Office
from audit_service.reports.printing import printed
from domain.inspections.committing import Commitment

router = APIRouter(prefix="/inspections", include_in_schema=False)

SCRIPT = "draw_again.py"


@router.get("/sampling/draw_again.py", response_class=Response)
def hand_out_script(_: Reader) -> Response:
    """Hand out the script that draws any sample again from what was published."""
    text = files("audit_service.desks.inspections").joinpath(SCRIPT).read_bytes()
    return Response(text, media_type="text/x-python", headers={"Content-Disposition": as_file(SCRIPT)})


@router.get("/{inspection_number}/values.json", response_class=Response)
def hand_out_values(office: AtOffice, identity: Reader, inspection_number: str) -> Response:
    """Hand out the values that were published by the commitment and the draw."""
    values = published_values(published_inspection(office, identity, inspection_number))
    return Response(
        orjson.dumps(values, option=orjson.OPT_INDENT_2),
        media_type="application/json",
        headers={"Content-Disposition": as_file(f"{inspection_number}-values.json")},
    )


@router.get("/{inspection_number}/frame.txt", response_class=PlainTextResponse)
def hand_out_frame(office: AtOffice, identity: Reader, inspection_number: str) -> Response:
    """Hand out the frame that was committed, once the sample is drawn.

    One of before there were marks names the cases: it is for who may know them.
    """
    found = published_inspection(office, identity, inspection_number)
    drawn_in(found)
    frame = _frame(office, found)
    if not frame.key:
        with_sample(readable_inspection(office, identity, inspection_number))
    return _text(frame.lines, f"{inspection_number}-frame.txt")


@router.get("/{inspection_number}/marks.txt", response_class=PlainTextResponse)
def hand_out_marks(office: AtOffice, identity: Reader, inspection_number: str) -> Response:
    """Hand out which mark of the frame stands for each case of the sample that the reader may see."""
    found = readable_inspection(office, identity, inspection_number)
    seen = {case.case_number for case in every_case(office, found, SampleFilter())}
    pairs = (line.split(b"\t") for line in BytesIO(_frame(office, found).key))
    lines = [b"%b\t%b" % (mark, number) for mark, number in pairs if number.strip().decode() in seen]
    return _text(b"".join(lines), f"{inspection_number}-marks.txt")


@router.get("/{inspection_number}/report.pdf", response_class=Response)
def print_report(request: Request, office: AtOffice, identity: Reader, inspection_number: str) -> Response:
    """Hand out the report of an inspection as it stands."""
    found = readable_inspection(office, identity, inspection_number)
    paper = report_paper(office, found, request.app.state.origin)
    headers = {"Content-Disposition": as_file(f"{paper.number}.pdf")}
    return Response(printed(paper, fonts_dir=office.fonts_dir), media_type="application/pdf", headers=headers)


def _frame(office: Office, found: Dossier) -> frames.Frame:
    kept = cast("Commitment", found.inspection.commitment).kept
    return frames.opened(office.documents, office.vault, found.inspection.id, kept)


def _text(content: bytes, name: str) -> Response:
    return PlainTextResponse(content, headers={"Content-Disposition": as_file(name)})
