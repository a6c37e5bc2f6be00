"""Whether an error is held against the officials who made it: from the application to the end."""

from domain.tolerance.suspending import Suspending


class ToleranceReview(Suspending):
    """The review of an error that officials made in good faith, by the organ that decides accountability.

    Applied for by the officials themselves, by their unit or by a manager; accepted, verified by two or
    more, deliberated on, determined and, if it is asked for, looked at again by others. The service keeps
    the record of it and computes who may not take which part; the determination is the act of the organ.
    """

    TOPIC = "tolerance"
