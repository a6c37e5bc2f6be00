"""An error in assistance, from its report to the end of its correction."""

from domain.errors.accountability import Accountability
from domain.errors.closing import Closing
from domain.errors.comparison import Comparison
from domain.errors.notices import Notices
from domain.errors.overdue import Overdue
from domain.errors.rectification import Rectification
from domain.errors.reporting import Reporting
from domain.errors.settlement import Settlement
from domain.errors.substantiation import Substantiation


class ErrorRecord(
    Reporting,
    Substantiation,
    Notices,
    Overdue,
    Rectification,
    Comparison,
    Settlement,
    Closing,
    Accountability,
):
    """An error in a decision on assistance, in what rests on it, or in that there was none.

    Reported by whoever finds it, substantiated and classified by a person who had no part in the
    decision, put right in the case and in the money, verified by another person and closed. It is
    about what was wrong, never about whose fault it was.
    """

    TOPIC = "error"
