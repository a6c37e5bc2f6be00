"""What can keep a document from being taken or opened, beside the rules about documents."""

from domain.refusal import Refused


class Infected(Refused):
    """Nothing that a scanner warns of is kept."""

    CODE = "document.infected"
    SENTENCE = (
        "The scanner says that this file is infected. Do not open it, and tell those who run the service."
    )


class NotScanned(Refused):
    """Where there is a scanner, nothing is kept that it did not see."""

    CODE = "document.not_scanned"
    SENTENCE = "The file could not be scanned. Nothing was recorded. Try again later."


class ContentsLost(Refused):
    """What the record says was attached cannot be shown any more: a fault of the service's own."""


class ContentsMissing(ContentsLost):
    """The file is gone."""

    CODE = "document.contents_missing"
    SENTENCE = (
        "The file of this document is missing in the folder of documents."
        " Tell those who run the service: it is to be brought back from a backup."
    )


class ContentsChanged(ContentsLost):
    """The file is another than the one that was attached."""

    CODE = "document.contents_changed"
    SENTENCE = (
        "The file of this document was changed since it was attached, and is not shown."
        " Tell those who run the service: it is to be brought back from a backup."
    )
