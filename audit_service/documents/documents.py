"""Documents of an office: where their contents are kept, and who scans them."""

from dataclasses import dataclass

from audit_service.documents.folder import Folder
from audit_service.documents.scanner import Scanner
from audit_service.documents.types import media_type_of
from audit_service.web.sent import SentFile
from domain.documents.document import check_size


@dataclass(frozen=True, kw_only=True)
class Documents:
    """The folder and the scanner, as the settings say."""

    folder: Folder
    scanner: Scanner

    def check(self, file: SentFile) -> str:
        """Return the media type of a file that may be kept.

        Raises DocumentEmpty, DocumentTooLarge, TypeNotTaken, NotAWorkbook, HoldsMacros, TypeMismatch,
        Infected, NotScanned.
        """
        check_size(file.size)
        media_type = media_type_of(file.content, said=file.media_type, ending=file.ending)
        self.scanner.check(file.content)
        return media_type
