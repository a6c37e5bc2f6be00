"""From a paper to its PDF: the same bytes each time, tagged for screen readers, fit for the archive.

What a paper says reaches its template as data, never as a part of the template's source: whatever people
write comes out as they wrote it.
"""

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import orjson
import structlog
import typst

from audit_service.identity.purposes import NamesHidden
from audit_service.reports.fonts import chinese, fonts
from audit_service.reports.papers import Paper
from audit_service.store.blindness import BLIND
from audit_service.web.translation import read_in
from audit_service.web.wording import OFFICE, day

TEMPLATES = Path(__file__).parent / "templates"

STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
"""For keeping (ISO 19005-2) and for everyone (ISO 14289-1)."""

log = structlog.stdlib.get_logger(__name__)


def printed(paper: Paper, *, fonts_dir: Path | None = None) -> bytes:
    """Return the PDF of a paper. Raises NoChineseFont, NamesHidden: a paper with marks for names is none.

    The standards demand a glyph for each character. A paper with one that no font has, such as a rare
    character in a name, is printed without them rather than not at all.
    """
    if BLIND.get():
        raise NamesHidden
    said = orjson.dumps(_said(paper) | {"fonts": chinese(fonts_dir)}).decode()
    try:
        return _set(paper, said, fonts_dir, STANDARDS)
    except typst.TypstError:
        log.warning("paper below standard", template=paper.TEMPLATE, number=paper.number)
        return _set(paper, said, fonts_dir, [])


def _set(paper: Paper, said: str, fonts_dir: Path | None, standards: "list[typst.PDFStandard]") -> bytes:
    return typst.compile(
        TEMPLATES / paper.TEMPLATE,
        root=TEMPLATES,
        font_paths=fonts(fonts_dir),
        sys_inputs={"paper": said},
        pdf_standards=standards,
        timestamp=int(paper.made_at.timestamp()),
    )


def _said(paper: Paper) -> dict[str, object]:
    """Return what the template is told: days and moments are written, the rest stands as it is."""
    with read_in("zh"):
        return {name: _written(value) for name, value in asdict(paper).items()}


def _written(value: object) -> object:
    if isinstance(value, datetime):
        local = value.astimezone(OFFICE)
        return f"{day(local.date())} {local:%H:%M:%S}（北京时间）"
    return day(value) if isinstance(value, date) else value
