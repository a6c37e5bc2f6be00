"""What stands against an import."""

from domain.refusal import Refused


class NothingToImport(Refused):
    """An import takes over at least one row."""

    CODE = "import.nothing"
    SENTENCE = "There is no file with rows to be taken over. Read the reasons, and send corrected files."


class StillReading(Refused):
    """What would become of each row is shown before it is asked for."""

    CODE = "import.still_reading"
    SENTENCE = "The files are still being read. Wait until it is shown what would become of each row."


class AlreadyAnnounced(Refused):
    """An import is carried out once."""

    CODE = "import.already_announced"
    SENTENCE = "This import was begun already, and goes on by itself. Look at how far it is."


class UnknownPurpose(Refused):
    """Rows are opened for a purpose that the office does not have."""

    CODE = "import.unknown_purpose"
    SENTENCE = "Rows are not opened for %(purpose)s. Choose one of the purposes."


class RowsClosed(Refused):
    """Rows hold personal data, so nobody reads them without having said what for."""

    CODE = "import.rows_closed"
    SENTENCE = (
        "The rows hold personal data. Say first what you open them for: it is recorded, and lasts until the "
        "end of the day."
    )


class RowsOpenAlready(Refused):
    """Opening is recorded once a day."""

    CODE = "import.rows_open_already"
    SENTENCE = "You have opened the rows of this import today. Go on to read them."


class NotCarriedOut(Refused):
    """What is still being recorded cannot be taken back."""

    CODE = "import.not_carried_out"
    SENTENCE = "This import is not complete yet. Wait until it is, then take it back."


class AlreadyTakenBack(Refused):
    """An import is taken back once."""

    CODE = "import.already_taken_back"
    SENTENCE = "This import is taken back already, or is being taken back now."


class BuiltOn(Refused):
    """What others have built on stays."""

    CODE = "import.built_on"
    SENTENCE = (
        "%(count)s entries of this import were built on since: %(numbers)s. What happened to them: %(what)s."
        " Undo that first, then take the import back."
    )
