"""Files that cannot be a register: one clear sentence each, and nothing is recorded."""

from domain.refusal import Refused


class FileRefused(Refused):
    """A file was refused as a whole, before anything was recorded."""


class NoSuchFile(FileRefused):
    """The path leads nowhere."""

    CODE = "file.missing"
    SENTENCE = "There is no file %(file)s."


class NotAFile(FileRefused):
    """The path leads to a folder or a device."""

    CODE = "file.not_a_file"
    SENTENCE = "%(file)s is a folder or a device, not a file."


class FileNotReadable(FileRefused):
    """The reader lacks the permission, or the disk does not give it."""

    CODE = "file.not_readable"
    SENTENCE = "%(file)s cannot be opened. Ask for permission to read it."


class FileTooLarge(FileRefused):
    """More bytes than a register of a whole city can have."""

    CODE = "file.too_large"
    SENTENCE = (
        "%(file)s is too large: %(size)s MB, where a register may have %(limit)s MB. "
        "Split it by area, or save a workbook as CSV."
    )


class SheetTooLarge(FileRefused):
    """The used area of a sheet is larger than a register of a whole city can be."""

    CODE = "file.sheet_too_large"
    SENTENCE = (
        "A sheet of %(file)s reaches down to row %(row)s and across to column %(column)s. Delete the empty "
        "rows and columns around the register; if it is that large, save it as CSV or split it by area."
    )


class FileEmpty(FileRefused):
    """The file has no content at all."""

    CODE = "file.empty"
    SENTENCE = "%(file)s is empty."


class FileEncrypted(FileRefused):
    """The file opens with a password only."""

    CODE = "file.encrypted"
    SENTENCE = "%(file)s is protected by a password. Save it without one and try again."


class NotASpreadsheet(FileRefused):
    """Neither a workbook nor text in columns."""

    CODE = "file.not_a_spreadsheet"
    SENTENCE = "%(file)s is not a spreadsheet: only XLSX, XLS and CSV files can be read."


class FileDamaged(FileRefused):
    """It begins like a workbook and cannot be read to its end."""

    CODE = "file.damaged"
    SENTENCE = "%(file)s is damaged and cannot be read. Open it, save it again and try again."


class NoKnownHeadings(FileRefused):
    """No sheet has the headings of a register."""

    CODE = "file.no_known_headings"
    SENTENCE = "%(file)s has no headings of a register that is known here."


class OnlyHidden(FileRefused):
    """What nobody sees is not read."""

    CODE = "file.only_hidden"
    SENTENCE = (
        "No visible sheet of %(file)s has the headings of a register. These sheets are hidden and were not "
        "read: %(sheets)s. Show the one that is meant, save the file and send it again."
    )


class ColumnsMissing(FileRefused):
    """A register without a column that every row needs."""

    CODE = "file.columns_missing"
    SENTENCE = "Sheet %(sheet)s of %(file)s lacks these columns: %(columns)s."


class NoRows(FileRefused):
    """Headings and nothing below them."""

    CODE = "file.no_rows"
    SENTENCE = "%(file)s has the headings of a register but no rows below them."
