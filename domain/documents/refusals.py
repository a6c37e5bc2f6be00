"""Why a document may not be attached or superseded."""

from domain.refusal import Refused


class DocumentEmpty(Refused):
    """Nothing is no evidence."""

    CODE = "document.empty"
    SENTENCE = "The file is empty. Choose the file that holds the document."


class DocumentTooLarge(Refused):
    """Who opens a document must not wait for it."""

    CODE = "document.too_large"
    SENTENCE = (
        "The file is larger than %(most)s MB. Scan it in a lower resolution, or attach it in several parts."
    )


class TypeNotTaken(Refused):
    """A document must be readable for many years."""

    CODE = "document.type_not_taken"
    SENTENCE = "This is not a file of a type that is taken: %(types)s. Save the document as one of these."


class TypeMismatch(Refused):
    """A file is what it says it is."""

    CODE = "document.type_mismatch"
    SENTENCE = (
        "The file is named or sent as %(claimed)s, but what it holds is %(found)s."
        " Save the document anew and choose it again."
    )


class HoldsMacros(Refused):
    """Nothing that runs is kept."""

    CODE = "document.holds_macros"
    SENTENCE = "This workbook holds macros. Save it as an XLSX workbook without macros and choose that."


class NotAWorkbook(Refused):
    """Of all archives, only a workbook is a document."""

    CODE = "document.not_a_workbook"
    SENTENCE = "This archive is no XLSX workbook. Unpack it and attach the documents in it one by one."


class AlreadyAttached(Refused):
    """The same file is attached to the same thing once."""

    CODE = "document.already_attached"
    SENTENCE = "This very file is attached there already. Look for it in the list of documents."


class AttachedElsewhere(Refused):
    """A document is superseded by one about the same thing."""

    CODE = "document.attached_elsewhere"
    SENTENCE = "The newer document is attached to something else. Attach it here first."


class AlreadySuperseded(Refused):
    """Of each document there is one newer one."""

    CODE = "document.already_superseded"
    SENTENCE = "This document was superseded before. Supersede the newer one instead."


class NotNewer(Refused):
    """What is superseded does not take the place of anything."""

    CODE = "document.not_newer"
    SENTENCE = "This is the same file, or one that was superseded itself. Choose the newer document."
